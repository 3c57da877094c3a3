"""What a claim and a series do not have in common: words that the series does not answer for, and words of its title that nobody said.

"Food prices" beside a title of all consumer prices leaves "food"; "wages" beside "gross wages" leaves "gross". Neither makes the
series the wrong one, and each may: a figure that differs then refutes nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from workbench.core.claim import Claim
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series
from workbench.core.text import Span
from workbench.core.units import counts
from workbench.match.fit.contradictions import not_counted, partner_alone
from workbench.match.fit.exclusive_categories import opposite_sides
from workbench.match.fit.fit_group import ages_not_counted, fit_group
from workbench.match.fit.narrowing import names_method
from workbench.match.query.likelihood import covered_stems
from workbench.match.query.query import Query, query_of
from workbench.match.query.term_overlap import sought_terms, term_overlap
from workbench.match.ranking.doubt import OTHERS, head_of, measured_against
from workbench.match.ranking.kinds_of_things import bare, compounds, kinds
from workbench.match.ranking.left_out import left_out
from workbench.match.ranking.other_things import alone, is_a_thing, narrowed, other_things, slots_of, unread, untold
from workbench.match.titles.texts import Surfaces, TitleWords, title_words
from workbench.match.words.concepts import UNKNOWN, Concept, concepts_of
from workbench.match.words.covering import covered, related
from workbench.match.words.groups import SUBGROUPS, groups
from workbench.match.words.keys import STOP, keys, naming, words
from workbench.match.words.statistic_words import PRICES, marks_of, named
from workbench.match.words.stems import is_doing, is_done
from workbench.match.words.thesaurus import thesaurus
from workbench.match.words.translation import language_of

_SHORTEST = 3
"""Fewest letters of a word that names something in any language: "на", "of" and "im" name nothing."""

_OF_THEM = 2
"""Words behind a figure that tell of whom it is: "22,142 | of them"."""

_COUNTED = frozenset({Dimension.COUNT, Dimension.RATE})
_FLOWS = frozenset({Dimension.MONEY, Dimension.PHYSICAL})
"""What goes from one country to another is told in, beside people."""

_LITTLE = 0.25
"""Share of the words of a title up to which it only says more exactly what is meant: "net", "provided"."""


@dataclass(frozen=True, slots=True)
class UnmatchedWords:
    """What one of the two says, and the other does not.

    Attributes:
        unanswered: What the claim says of its measure and the series does not, as the claim has it.
        only_in_title: What the title names and the claim does not, as the title has it.
        uncounted: Whom or where else the claim's words tell of, and the series does not count apart; it may be among the unanswered too.
        kinds: What makes the thing claimed another, or only a kind or a part, than what the series measures: "dissolved" marriages,
            "in hospitals" alone.
        unread: Words beside the figure that no slot reads, and that the series does not say: "suspects | handcuffed".
    """

    unanswered: tuple[str, ...] = ()
    only_in_title: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def unmatched_words(claim: Claim, series: Series) -> UnmatchedWords:
    """Return the words of a claim's measure and of a title that the other does not account for.

    What is said in several words is answered for by all of them: "consumer prices" are no "food prices". A word that another slot
    reads (a rank, a comparison, a deficit) is answered for there.
    """
    query, text = query_of(claim), title_words(series)
    asked = _asked(claim, query)

    def is_kind(said: Concept) -> bool:
        return _is_kind_word(said, claim, text)

    own = (*kinds(asked, claim, query, text, is_kind), *left_out(claim, series))
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
    )
    uncounted = tuple(dict.fromkeys((*_groups_not_counted(claim, query, series, text), *ages, *own)))
    unanswered, only_in_title = (
        tuple(_unanswered(claim, query, text)),
        tuple(_only_in_title(claim, query, series, text)),
    )
    return UnmatchedWords(
        unanswered, only_in_title, uncounted, tuple(dict.fromkeys((*own, *others))), tuple(unread(claim, text))
    )


def own_unmatched_words(claim: Claim, series: Series) -> UnmatchedWords:
    """Return the same for a claim that takes what it measures from before, where the series measured that: its own words alone may part the two.

    "In 2000 one worker in six earned a living in a factory. In 2018 it was one in seven": what the first left unsaid is settled.
    """
    text = title_words(series)
    query = query_of(claim)
    people = SUBGROUPS.intersection(not_counted(query, series))
    ages = tuple(filter(None, [ages_not_counted(query, series)]))
    uncounted = tuple(dict.fromkeys((*sorted(people), *ages, *(each.said for each in untold(claim, text)))))
    return UnmatchedWords(
        uncounted=uncounted, kinds=(*sorted(people), *ages, *alone(claim, text)), unread=tuple(unread(claim, text))
    )


def _unanswered(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield what the claim's measure names, thing by thing, and the series does not."""
    every, read = text.all, _read_elsewhere(claim)
    asked = (
        concept
        for concept in query.concepts
        if not concept.hint and ((concept.share == 1 and concept.names) or _is_strange(concept))
    )
    for said in dict.fromkeys(concept.said for concept in asked if not covered(concept, every)):
        if not _read_or_answered(said, read, every) and not named(marks_of(said).code, PRICES):
            yield said


def _is_strange(concept: Concept) -> bool:
    """Return whether it is a word of the measure that no glossary has: what it says is not known, and no series answers for it."""
    return not concept.known and concept.share >= UNKNOWN


def _groups_not_counted(claim: Claim, query: Query, series: Series, text: TitleWords) -> Iterator[str]:
    """Whom the words at the figure count, and the series does not: "forty Black mothers", "22,142 of them", "refugees from Iraq"."""
    kind = (each for each in _kind_of(claim, query) if not each.frame and not covered(each, text.all))
    yield from (concept.said for concept in (*kind, *untold(claim, text)))
    yield from not_counted(query, series)
    yield from (opposite_sides(query, series, flows=False) or ())[1:]
    yield from _partner(claim, query, series)
    if claim.named_before and not query.groups_around & groups(words(series.title)):
        behind = claim.context[claim.span.start - claim.sentence.start :].split()
        yield " ".join(behind[: len(claim.quote.split()) + _OF_THEM])


def _partner(claim: Claim, query: Query, series: Series) -> tuple[str, ...]:
    """Return the other country of what goes from one to another, which the claim names and the series does not."""
    flows = query.unit is not None and (query.unit.dimension in _FLOWS or counts(query.unit.name) == "people")
    said = query.claimed.union(keys(claim.context)) if flows else query.claimed
    return tuple(filter(None, [partner_alone(query, series, said)]))


def _weighs(query: Query) -> bool:
    """Return whether the figure is of goods by weight or size: accounts of money list their partners beside titles that name none."""
    return query.unit is not None and query.unit.dimension is Dimension.PHYSICAL


def _counted_otherwise(query: Query, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield what a claim counts by name, where the series counts something else by name: "divorces" beside marriages, each known to statistics."""
    ours, theirs = (_counted_things(unit) for unit in (query.unit, series.unit))
    if theirs and ours and not any(covered(concept, text.all) for concept in ours):
        yield ours[0].said


def _counted_things(unit: Unit | None) -> list[Concept]:
    """Return the things of statistics that a unit counts; none where it counts people."""
    if unit is None or unit.dimension not in _COUNTED or counts(unit.name) == "people":
        return []
    return [each for each in concepts_of(unit.name, frozenset()) if each.entry is not None and is_a_thing(each)]


def _unknown_words(claim: Claim, query: Query, text: TitleWords) -> Iterator[str]:
    """Yield words of a measure in another language that no glossary has: "шумите | во државна сопственост".

    What they say is not known, and it may be which part is meant, or another thing. English words are met by their stems.
    """
    if language_of(claim.context, claim.language) == "en":
        return
    own = set(words(claim.measure))
    said = [concept for concept in query.concepts if not concept.hint and own.issuperset(words(concept.said))]
    known = [concept for concept in said if concept.names]
    if not known or any(covered(concept, text.all) for concept in known):
        yield from (concept.said for concept in said if not concept.known and len(concept.said) > _SHORTEST)


def _asked(claim: Claim, query: Query) -> list[Concept]:
    """Return what a measure names, in its order."""
    own = bare(claim.measure, query)
    place = set(words(claim.place or ""))  # of a file of one's own, which alone knows it
    named = (each for each in query.concepts if each.names and not each.hint and not place.issuperset(words(each.said)))
    firsts = ((next((word for word in words(each.said) if word not in STOP), ""), each) for each in named)
    at = [(own.index(word), each) for word, each in firsts if word in own]
    return [each for _, each in sorted(at, key=itemgetter(0))]


def _is_kind_word(said: Concept, claim: Claim, text: TitleWords) -> bool:
    """Return whether a word parts what is measured; not one that another slot reads, "all industries", nor what is done: "experiencing hunger"."""
    own = words(said.said)
    doing = said.entry is None and is_doing(said.said)
    behind = (words(claim.context[span.end - claim.sentence.start :]) for span in claim.all_of)
    of_all = any(each[: len(own)] == own for each in behind)
    return not doing and not of_all and not _read_or_answered(said.said, _read_elsewhere(claim), text.all)


def _read_or_answered(said: str, read: frozenset[str], text: frozenset[str]) -> bool:
    """Return whether other slots read what is said, but for words that the series answers: "trade | deficit" beside "Trade balance"."""
    left = [word for word in words(said) if word not in read]
    some = len(left) < len(words(said))
    return some and all(related(key, text) for key in naming(keys(" ".join(left))))


def _kind_of(claim: Claim, query: Query) -> tuple[Concept, ...]:
    """Of what kind the counted things are: "forty | Black | mothers"."""
    if query.unit is None or query.unit.dimension not in _COUNTED:
        return ()
    return concepts_of(" ".join(query.unit.name.split()[:-1]), slots_of(claim))


def _only_in_title(claim: Claim, query: Query, series: Series, text: TitleWords) -> list[str]:
    """Return what the title names, and neither the claim in any of its ways nor its sentence does; none where that is little of it."""
    things = naming(head_of(series.title)) - measured_against(series.title)
    strange = things - covered_stems(query, term_overlap(sought_terms(query), text), things)
    said = frozenset(keys(claim.context)) if strange else frozenset()
    written = Surfaces(series)
    left = [key for key in sorted(strange) if not related(key, said) and not _is_manner_word(key, written.get(key, ""))]
    return [written.get(key, key) for key in left] if len(left) > _LITTLE * len(things) else []


def distinguishes_series(claim: Claim, series: Series, other: Series, *, as_said: Claim) -> bool:
    """Return whether the claim says what distinguishes its series from another: a group, a sort ("net", where the other is gross), or a thing by its name.

    What is measured may have been taken from elsewhere, or put in the words of statistics; then the sentence names no such thing.

    Args:
        claim: The claim, in the English of titles.
        series: The series that was taken to measure it.
        other: The other series.
        as_said: The claim in its own words.
    """
    query, text = query_of(claim), title_words(series)
    if fit_group(query, other).value <= OTHERS < fit_group(query, series).value:
        return True
    more = frozenset(words(series.title)) - frozenset(words(other.title))
    if any(not naming(keys(word)) for word in more.intersection(words(claim.measure))):
        return True
    things = naming(head_of(series.title)) - naming(head_of(other.title))
    return _is_said(as_said) and bool(covered_stems(query, term_overlap(sought_terms(query), text), things) & things)


def _is_said(claim: Claim) -> bool:
    """Return whether a word of the measure stands in the sentence, or one that it is made from."""
    there = frozenset(keys(claim.context))
    return any(related(key, there) for key in naming(keys(claim.measure)))


def _is_manner_word(key: str, word: str) -> bool:
    """Return whether a word tells how a thing came to be counted, and not what it is: "lodged", "registered", "provided"."""
    return names_method(key) or (is_done(word) and thesaurus().longest_at([key], 0) is None)


def _read_elsewhere(claim: Claim) -> frozenset[str]:
    """Return the words that say what is done with the figure, and not what it measures."""
    offset = claim.sentence.start
    cut = (claim.context[max(0, span.start - offset) : max(0, span.end - offset)] for span in _spans(claim))
    return frozenset(word for part in cut for word in words(part))


def _spans(claim: Claim) -> Iterator[Span]:
    """Where the words stand that other slots read."""
    spans = [each.span for each in (claim.rank, claim.first_time) if each is not None]
    spans += [trend.span for trend in claim.trends if trend.span is not None]
    yield from spans
    yield from (mention.span for each in (claim.places, claim.periods) for mention in each)
    figures = {mention.span for mention in claim.amounts}
    yield from (mention.span for mention in claim.qualifiers if mention.span not in figures)
