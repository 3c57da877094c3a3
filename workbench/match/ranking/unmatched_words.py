"""What a claim and a series do not share: words that the series does not answer for, and words of its title that were not said.

"Food prices" compared with a title of all consumer prices leaves "food"; "wages" compared with "gross wages" leaves "gross". The
series may or may not be the wrong one, so a figure that differs does not refute the claim by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from workbench.core.claim import Claim, Sort
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series
from workbench.core.units import counts
from workbench.match.fit.contradictions import not_counted
from workbench.match.fit.exclusive_categories import opposite_sides
from workbench.match.fit.fit_group import ages_not_counted, counts_group
from workbench.match.fit.fit_level_or_change import grows
from workbench.match.fit.partner_countries import partner_alone
from workbench.match.query.query import Query, query_of
from workbench.match.ranking.excluded_by_title import left_out
from workbench.match.ranking.implied_words import implied_words
from workbench.match.ranking.kinds_of_things import bare, compounds, kinds
from workbench.match.ranking.only_in_title import only_in_title
from workbench.match.ranking.subject_not_in_series import (
    alone,
    is_a_thing,
    narrowed,
    other_things,
    read_elsewhere,
    slots_of,
    told_apart,
    unread,
    untold,
)
from workbench.match.titles.title_dimensions import not_taken
from workbench.match.titles.title_words import TitleWords, title_words
from workbench.match.titles.words_of_unit import words_of_unit
from workbench.match.words.concept_coverage import covered, partly_covered, related
from workbench.match.words.concepts import UNKNOWN, Concept, concepts_of
from workbench.match.words.english_stems import is_doing
from workbench.match.words.normalisation import keys, naming, words
from workbench.match.words.population_groups import SUBGROUPS, groups
from workbench.match.words.statistic_words import PRICES, marks_of, named
from workbench.match.words.stop_words import STOP
from workbench.match.words.translation import language_of

_SHORTEST = 3
"""Fewest letters of a word that names something in any language: "на", "of" and "im" name nothing."""

_OF_THEM = 2
"""Number of words after a figure that say whom it counts: "22,142 | of them"."""

_COUNTED = frozenset({Dimension.COUNT, Dimension.RATE})
_FLOWS = frozenset({Dimension.MONEY, Dimension.PHYSICAL})
"""Dimensions of flows between countries, besides counts of people."""

_PRICE_GROWTH = "inflation"
"""The growth of prices, which series of it may call otherwise."""


@dataclass(frozen=True, slots=True)
class UnmatchedWords:
    """Words that only the claim or only the series has.

    Attributes:
        unanswered: Words of the claim's measure that the series lacks, as the claim has them.
        only_in_title: Words of the title that the claim lacks, as the title has them.
        uncounted: Groups and places in the claim's words that the series does not count separately; they may be among the unanswered too.
        kinds: Words that make the claimed thing another one than the series measures, or only a kind or a part of it: "dissolved"
            marriages, "in hospitals" alone.
        unread: Words near the figure that no slot reads and that the series lacks: "suspects | handcuffed".
        apart: What the text tells apart and the series does not: the part of a whole that it speaks of ("let me turn to | women"), and
            what it takes out ("without | midwives").
        put: Those of the kinds that the sentence says in other words.
    """

    unanswered: tuple[str, ...] = ()
    only_in_title: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    put: tuple[str, ...] = ()


def unmatched_words(claim: Claim, series: Series) -> UnmatchedWords:
    """Find the words of a claim's measure and of a title that the other does not account for.

    A term of several words needs all of them: "consumer prices" are no "food prices". Words that another slot reads (a rank, a
    comparison, a deficit) are left to that slot.
    """
    query, text = query_of(claim), _answering(claim, series)
    asked = _asked(claim, query)

    def is_kind(said: Concept) -> bool:
        return _is_kind_word(said, claim, text) and not _names_its_group(said, series)

    own = (
        *kinds(asked, claim, query, text, is_kind),
        *left_out(claim, series),
        *_kind_counted_against(claim, query, text),
    )
    people = SUBGROUPS.intersection(not_counted(query, series))
    ages = tuple(filter(None, [ages_not_counted(query, series)]))
    others = (
        *sorted(people),
        *ages,
        *alone(claim, text),
        *narrowed(claim, text),
        *(_partner(claim, query, series) if _weighs(query) else ()),
        *_unknown_words(claim, query, text),
        *_counted_otherwise(query, series, text),
        *(opposite_sides(query, series, flows=False) or ())[1:],
        *other_things(asked, query, text, is_kind),
        *kinds(asked, claim, query, text, is_kind, known=True),
        *compounds(claim, query, text),
        *_growth_of(claim, series, text),
    )
    uncounted = tuple(dict.fromkeys((*_groups_not_counted(claim, query, series, text), *ages, *own)))
    all_kinds = tuple(dict.fromkeys((*own, *others)))
    unanswered = tuple(_unanswered(claim, query, text))
    unclaimed = tuple(only_in_title(claim, query, series, text))
    return UnmatchedWords(
        unanswered,
        unclaimed,
        uncounted,
        all_kinds,
        tuple(word for word in unread(claim, text) if not counts_group(series, word)),
        tuple(told_apart(claim, series, text)),
        tuple(_put_there(claim, all_kinds)),
    )


def own_unmatched_words(claim: Claim, series: Series) -> UnmatchedWords:
    """Find the same for a claim whose measure is taken from words before it, which the series measured: only its own words count.

    "In 2000 one worker in six earned a living in a factory. In 2018 it was one in seven": the first sentence settled the measure.
    """
    text = _answering(claim, series)
    query = query_of(claim)
    people = SUBGROUPS.intersection(not_counted(query, series))
    ages = tuple(filter(None, [ages_not_counted(query, series)]))
    uncounted = tuple(dict.fromkeys((*sorted(people), *ages, *(each.said for each in untold(claim, text)))))
    return UnmatchedWords(
        uncounted=uncounted,
        kinds=(*sorted(people), *ages, *alone(claim, text)),
        unread=tuple(unread(claim, text)),
        apart=tuple(told_apart(claim, series, text)),
    )


def _answering(claim: Claim, series: Series) -> TitleWords:
    """Take the words of a series with those that its unit answers for ("density" of a rate), and those that add nothing to them."""
    text, other = title_words(series), not_taken(series.title)
    title = tuple(stem for stem in text.title if stem not in other) if other else text.title
    return replace(text, title=title, unit=(*text.unit, *words_of_unit(series.unit), *implied_words(claim, series)))


def _unanswered(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield each thing that the claim's measure names and the series does not."""
    every, read = text.all, read_elsewhere(claim)
    asked = (
        concept
        for concept in query.concepts
        if not concept.hint and ((concept.share == 1 and concept.names) or _is_strange(concept))
    )
    for said in dict.fromkeys(concept.said for concept in asked if not covered(concept, every)):
        if not _read_or_answered(said, read, every) and not named(marks_of(said).code, PRICES):
            yield said


def _is_strange(concept: Concept) -> bool:
    """Check whether it is a word of the measure that no glossary has: its meaning is unknown, and no series answers for it."""
    return not concept.known and concept.share >= UNKNOWN


def _groups_not_counted(claim: Claim, query: Query, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield groups that the words at the figure count and the series does not: "forty Black mothers", "22,142 of them"."""
    kind = (each for each in _kind_of(claim, query) if not each.frame and not covered(each, text.all))
    yield from (concept.said for concept in (*kind, *untold(claim, text)))
    yield from not_counted(query, series)
    yield from (opposite_sides(query, series, flows=False) or ())[1:]
    yield from _partner(claim, query, series)
    if claim.named_before and not query.groups_around & groups(words(series.title)):
        behind = claim.context[claim.span.start - claim.sentence.start :].split()
        yield " ".join(behind[: len(claim.quote.split()) + _OF_THEM])


def _partner(claim: Claim, query: Query, series: Series) -> tuple[str, ...]:
    """Find the partner country of a flow that the claim names and the series does not."""
    flows = query.unit is not None and (query.unit.dimension in _FLOWS or counts(query.unit.name) == "people")
    said = query.claimed.union(keys(claim.context)) if flows else query.claimed
    return tuple(filter(None, [partner_alone(query, series, said)]))


def _weighs(query: Query) -> bool:
    """Check whether the figure is of goods by weight or size: for money, accounts list partner countries without naming them in the title."""
    return query.unit is not None and query.unit.dimension is Dimension.PHYSICAL


def _counted_otherwise(query: Query, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield what a claim counts, where the series counts something else, both terms of statistics: "divorces" and a series of marriages.

    A series that has only the general word of a name counts something else too: the population is no "refugee population".
    """
    ours, theirs = (_counted_things(unit) for unit in (query.unit, series.unit))
    if ours and not any(covered(concept, text.all) for concept in ours):
        yield from (each.said for each in ours if theirs or partly_covered(each, text.all))


def _counted_things(unit: Unit | None) -> list[Concept]:
    """Find the terms of statistics that a unit counts; none where it counts people."""
    if unit is None or unit.dimension not in _COUNTED or counts(unit.name) == "people":
        return []
    return [each for each in concepts_of(unit.name, frozenset()) if each.entry is not None and is_a_thing(each)]


def _growth_of(claim: Claim, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield the growth that a figure is of, where the series is none: "the annual | growth | of the median age was 35.4 years"."""
    if claim.change is not None or grows(series.title):
        return
    for said in (each.value.what for each in claim.qualifiers if each.value.sort is Sort.GROWTH):
        if _PRICE_GROWTH not in words(said) and not any(related(key, text.all) for key in keys(said)):
            yield said


def _unknown_words(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield words of a measure in another language that no glossary has: "шумите | во државна сопственост".

    Their meaning is unknown: they may name a part or another thing. English words are compared by their stems.
    """
    if language_of(claim.context, claim.language) == "en":
        return
    own = set(words(claim.measure))
    said = [concept for concept in query.concepts if not concept.hint and own.issuperset(words(concept.said))]
    known = [concept for concept in said if concept.names]
    if not known or any(covered(concept, text.all) for concept in known):
        read = read_elsewhere(claim)
        left = (concept.said for concept in said if not concept.known and len(concept.said) > _SHORTEST)
        yield from (word for word in left if word not in read)


def _asked(claim: Claim, query: Query) -> list[Concept]:
    """List what a measure names, in order."""
    own = bare(claim.measure, query)
    place = set(words(claim.place or ""))  # a word that only the user's own file has
    named = (each for each in query.concepts if each.names and not each.hint and not place.issuperset(words(each.said)))
    firsts = ((next((word for word in words(each.said) if word not in STOP), ""), each) for each in named)
    at = [(own.index(word), each) for word, each in firsts if word in own]
    return [each for _, each in sorted(at, key=itemgetter(0))]


def _is_kind_word(said: Concept, claim: Claim, text: TitleWords) -> bool:
    """Check whether a word restricts what is measured: not one that another slot reads, not "all industries", no "experiencing hunger"."""
    own = words(said.said)
    doing = said.entry is None and is_doing(said.said)
    if named(marks_of(said.english or said.said).code, PRICES):  # at which prices money is, another slot compares
        return False
    behind = (words(claim.context[span.end - claim.sentence.start :]) for span in claim.all_of)
    of_all = any(each[: len(own)] == own for each in behind)
    return not doing and not of_all and not _read_or_answered(said.said, read_elsewhere(claim), text.all)


def _put_there(claim: Claim, kinds: Iterable[str]) -> Iterator[str]:
    """Select the words that are not the sentence's own: "price", where floods "cost 900 people their lives"."""
    there = frozenset(keys(claim.context))
    if claim.language == "en" and not claim.measure_from_before:
        yield from (said for said in kinds if not any(related(stem, there) for stem in keys(said)))


def _names_its_group(said: Concept, series: Series) -> bool:
    """Check whether a word names in other words a group that the title counts: "girls" and "women aged 15 to 19"."""
    return counts_group(series, said.said)


def _read_or_answered(said: str, read: frozenset[str], text: frozenset[str]) -> bool:
    """Check whether other slots read what is said, except words that the series has: "trade | deficit" and "Trade balance"."""
    left = [word for word in words(said) if word not in read]
    some = len(left) < len(words(said))
    return some and all(related(key, text) for key in naming(keys(" ".join(left))))


def _kind_of(claim: Claim, query: Query) -> tuple[Concept, ...]:
    """Find the words that say what kind the counted things are: "forty | Black | mothers"."""
    if query.unit is None or query.unit.dimension not in _COUNTED:
        return ()
    return concepts_of(" ".join(query.unit.name.split()[:-1]), slots_of(claim))


def _kind_counted_against(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield the words that say of what kind of people or things a rate is: "of every thousand | orphaned | children"."""
    per = query.unit.per if query.unit is not None else ""
    if claim.language == "en":
        named = concepts_of(" ".join(words(per)[:-1]), slots_of(claim))
        yield from (each.said for each in named if each.names and not each.frame and not covered(each, text.all))
