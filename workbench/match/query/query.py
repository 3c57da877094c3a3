"""Query: the words of a claim as concepts, and the slots that a series must fit.

A concept is one thing that was said ("cost of living") with its synonyms in titles ("consumer price"). One class serves claims,
records and bare phrases, so that there is one ranker and not three.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.core.claim import ChangeMode, Claim, ClaimKind, Mention, Reading, Sort
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.core.place import is_joined, places
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.match.query.clause_of_claim import between_marks
from workbench.match.query.numbers_of_things import counts_heads, is_of_number
from workbench.match.query.words_around_quote import words_around_quote
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.words.age_groups import Ages, ages
from workbench.match.words.claim_denominators import base_of, people_against
from workbench.match.words.concepts import Concept, concepts_of
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import words
from workbench.match.words.population_groups import WHOM, counts_countries, groups
from workbench.match.words.statistic_words import names_rate
from workbench.match.words.stop_words import IN_FIGURES
from workbench.match.words.translation import english_of, language_of, read_as, said_in

MOST_CONCEPTS = 40
"""Maximum number of concepts of a query. A longer text is a pasted page, and its beginning says what it is about."""

ASIDE = 0.4
"""Weight of the claim's words outside the measure."""

HINT = 0.1
"""Weight of the sentence's words outside the claim: enough to tell near-equal series apart."""

_SMALL = 100


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        text: The words it was made from.
        concepts: What a title should name.
        unit: The unit of the claimed figure; None where there is no figure.
        change: How a claimed change is measured; None where no change is claimed.
        kind: The claim's kind; None for a bare phrase.
        places: Codes of the places it is about.
        period: The period it is about.
        months: Length in months of the period it is compared with, where it names no period itself ("than the month before").
        said: All its words, function words too, without case and accents.
        read: Pairs of words of another language and the English words they were read as.
        named_before: Whether its figure counts a group that the text named before, and not all.
        base: The stems of what its figure is a share of ("GDP" in "4 percent of GDP").
        groups_around: The groups that the words near its figure name: "half of them were women".
        ages: The age ranges of the people it is about, each as first and last age.
        per_many: Whether its figure is per a number of people or things ("15 for every 1,000 people").
        of_number: Whether its sentence is about the number of something, and no unit of its figure says so.
        of_rate: Whether its sentence is about a share or a rate, whatever the unit of its figure ("of every hundred children, 56 had").
    """

    text: str
    concepts: tuple[Concept, ...]
    unit: Unit | None = None
    change: ChangeMode | None = None
    kind: ClaimKind | None = None
    places: tuple[str, ...] = ()
    period: Period | None = None
    months: int | None = None
    said: frozenset[str] = frozenset()
    read: tuple[tuple[str, str], ...] = ()
    named_before: bool = False
    base: frozenset[str] = frozenset()
    groups_around: frozenset[str] = frozenset()
    ages: frozenset[Ages] = frozenset()
    per_many: bool = False
    of_number: bool = False
    of_rate: bool = False

    @property
    def spoken(self) -> frozenset[str]:
        """The stems of the claim's words and of their synonyms in tables."""
        return frozenset(key for concept in self.concepts for way in concept.ways for key in way.stems)

    @property
    def claimed(self) -> frozenset[str]:
        """The stems of the claim without the words that are only in its sentence."""
        return frozenset(key for c in self.concepts if not c.hint for way in c.ways for key in way.stems)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(stem(word) for word in self.said)


def query_of(claim: Claim) -> Query:
    """Make the query of a claim: its measure first, other words of the claim, hints from its sentence, and its slots."""
    measure = claim.measure or claim.quote
    language = language_of(claim.context, claim.language)
    concepts = _concepts(claim, measure, language)
    change = claim.change.value if claim.change else None
    return Query(
        text=_text(concepts, english_of(measure, language, claim.context)),
        concepts=tuple(concepts[:MOST_CONCEPTS]),
        unit=_in_english(_unit(claim), language),
        change=change.mode if change else None,
        kind=claim.kind,
        places=_places(claim.place, claim.places),
        period=claim.period.value if claim.period else None,
        months=_months_compared(claim),
        said=said_in(f"{measure} {claim.quote}", language, claim.context),
        read=read_as(measure, language, claim.context),
        named_before=claim.named_before,
        base=base_of(claim, language),
        groups_around=groups(said_in(words_around_quote(claim), language, claim.context)),
        ages=_ages(claim, english_of(measure, language, claim.context)),
        per_many=claim.per_many,
        of_number=is_of_number(claim, said_in(claim.context, language)),
        of_rate=claim.of_rate or names_rate(english_of(measure, language, claim.context)),
    )


def _ages(claim: Claim, measure: str) -> frozenset[Ages]:
    """Collect the ages that the figure is about; else those of the measure's name in tables ("teenage births" are of 15 to 19)."""
    said_ages = (each.value.what for each in claim.qualifiers if each.value.sort is Sort.AGED)
    said = frozenset[Ages]().union(*map(ages, said_ages))
    return said | ages(claim.measure if said else measure)


def _months_compared(claim: Claim) -> int | None:
    """Find the length in months of the period that a claim without a period is compared with, by its base or its step; None without either."""
    if claim.period is not None:
        return None
    base = claim.change.value.base if claim.change else None
    if base is not None:
        return base.months
    return claim.step.lasts.months if claim.step and claim.step.lasts else None


def _text(concepts: Sequence[Concept], measure: str) -> str:
    """Take the words of the measure; where it names nothing to search for, the words that do."""
    asked = [concept for concept in concepts if concept.names and not concept.hint and concept.share == 1]
    named = {word for concept in asked for word in (concept.english or concept.said).split()}
    if not named or not named.isdisjoint(words(measure)):
        return measure
    return " ".join(concept.english or concept.said for concept in asked)


def _in_english(unit: Unit | None, language: str) -> Unit | None:
    """Translate the name of a unit into English where the glossary has it: "Mensch" is persons."""
    return replace(unit, name=english_of(unit.name, language)) if unit and unit.name else unit


def _concepts(claim: Claim, measure: str, language: str) -> list[Concept]:
    left_out = slot_words(claim.context, claim.sentence.start, claim)
    people = people_against(claim, language)
    main = _with_denominators(concepts_of(measure, left_out, language, claim.context), people)
    no_measure = people | base_of(claim, language) | WHOM
    if not _names_any(main, no_measure):  # "the number rose", "so many women"
        own = between_marks(claim)
        main = list(concepts_of(own, left_out, language, claim.context))
        if own == claim.context or not _names_any(main, no_measure):
            return list(concepts_of(claim.context, left_out, language))
    quoted = _others(concepts_of(claim.quote, left_out, language, claim.context), main, ASIDE)
    hints = _others(concepts_of(claim.context, left_out, language), main + quoted, HINT)
    return [*main, *quoted, *(replace(concept, hint=True) for concept in hints)]


def _names_any(found: Sequence[Concept], no_measure: frozenset[str]) -> bool:
    """Check whether some concept names a measure, and not only a group of people."""
    return any(concept.names and not no_measure.issuperset(concept.ways[0].stems) for concept in found)


def _with_denominators(found: Sequence[Concept], people: frozenset[str]) -> list[Concept]:
    """Turn the concepts of a denominator into hints."""
    return [
        replace(c, hint=True, share=min(c.share, ASIDE)) if people.issuperset(c.ways[0].stems) else c for c in found
    ]


def _unit(claim: Claim) -> Unit | None:
    """Find the unit of the claimed figure; a figure that says who is counted gives it only where there is no other.

    A number of countries ("among the bottom 5 countries") or of years ("the highest in 17 years") belongs to a rank, and is not what
    is measured.
    """
    change = claim.change.value if claim.change else None
    mentions = [claim.amount, *([change.amount, change.target] if change else []), *claim.amounts]
    return _first_unit([mention.value for mention in mentions if mention], claim.kind)


def _first_unit(figures: list[Amount], kind: ClaimKind | None) -> Unit | None:
    """Find the unit of the first claimed figure."""
    units = [figure.unit for figure in sorted(figures, key=_is_age_or_small_count) if not _ranks(figure.unit)]
    if kind is ClaimKind.RANK:
        units = [unit for unit in units if unit.dimension is not Dimension.DURATION]
    return units[0] if units else None


def _ranks(unit: Unit) -> bool:
    return unit.dimension is Dimension.COUNT and counts_countries(unit.name)


def query_of_text(text: str, reading: Reading | None = None, offset: int = 0) -> Query:
    """Make the query of a phrase, a sentence or a record: its words without figures and places, and the slots of its first claim.

    `offset` is where the text begins in that of its reading.
    """
    measure = without_breakdown(text)
    language = language_of(text, reading.claims[0].language if reading and reading.claims else "en")
    english, said, read = english_of(measure, language), said_in(measure, language), read_as(measure, language)
    if reading is None:
        return Query(
            english, concepts_of(measure, frozenset(), language)[:MOST_CONCEPTS], said=said, read=read, ages=ages(text)
        )
    claim = query_of(reading.claims[0]) if reading.claims else None
    return Query(
        text=english,
        concepts=concepts_of(measure, slot_words(text, offset, reading), language)[:MOST_CONCEPTS],
        unit=_in_english(_first_unit(_figures(reading), claim.kind if claim else None), language),
        change=claim.change if claim else None,
        kind=claim.kind if claim else None,
        places=_places(claim.places[0] if claim and claim.places else None, reading.places),
        period=claim.period if claim else _first_period(reading),
        months=claim.months if claim else None,
        said=said,
        read=read,
        base=claim.base if claim else frozenset(),
        ages=ages(text),
        of_number=bool(reading.claims) and counts_heads(reading.claims[0]),
        of_rate=names_rate(english),
    )


def _figures(reading: Reading) -> list[Amount]:
    """List the figures of a text, those of its claims first."""
    first = [claim.amount for claim in reading.claims if claim.amount]
    changed = [claim.change.value for claim in reading.claims if claim.change]
    turned = [mention for change in changed for mention in (change.amount, change.target) if mention]
    return [mention.value for mention in (*first, *turned, *reading.amounts)]


def _first_period(reading: Reading) -> Period | None:
    return reading.periods[0].value if reading.periods else None


def _others(found: Sequence[Concept], main: list[Concept], share: float) -> list[Concept]:
    """Add the concepts of a wider text that the main ones lack; together they weigh at most as much as these."""
    known = {key for concept in main for key in concept.ways[0].stems}
    extra = [c for c in found if not known.intersection(c.ways[0].stems) and not c.frame]
    room, weight = sum(c.weight for c in main), share * sum(c.weight for c in extra)
    factor = share * min(1.0, room / weight) if weight else share
    return [replace(concept, share=factor * concept.share) for concept in extra]


def slot_words(text: str, offset: int, read: Claim | Reading) -> frozenset[str]:
    """Collect the words of a text that were read as places or claimed figures; `offset` is where the text begins.

    Ages, lengths of time ("25 to 54 years") and small whole numbers are not collected: they say who or what is counted. Nor are parts
    of the world: titles name them ("born in Latin America"), while a country is one of a series' many places.
    """
    named = (place for place in read.places if not _is_part_of_world(place.value))
    found = {word for place in named for word in _words_at(text, offset, place.span)}
    for amount in read.amounts:
        if not _is_age_or_small_count(amount.value):
            said = _words_at(text, offset, amount.span)
            found.update(word for word in said if word[0].isdigit() or word in IN_FIGURES)
    return frozenset(found)


def _is_part_of_world(code: str) -> bool:
    place = places().get(code)
    return place is not None and not place.iso2 and not place.members


def _is_age_or_small_count(amount: Amount) -> bool:
    if amount.unit.dimension is Dimension.DURATION:
        return True
    plain = amount.unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN} and amount.low < _SMALL
    return plain and amount.low == amount.low.to_integral_value()


def _words_at(text: str, offset: int, span: Span) -> list[str]:
    start, end = span.start - offset, span.end - offset
    return words(text[start:end]) if start >= 0 and end <= len(text) else []


def _places(first: str | None, named: tuple[Mention[str], ...]) -> tuple[str, ...]:
    codes = [code for code in (first, *(mention.value for mention in named)) if code and not is_joined(code)]
    return tuple(dict.fromkeys(codes))
