"""Ranks that a sentence gives by setting a place beside each of several others.

"Higher in Malta than in Italy or in Spain" ranks Malta first of the three, and so do "neither in Italy nor in Spain was it
as high as in Malta", "Italy and Spain had lower rates than Malta" and "Malta led Italy and Spain". The others must be
named one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.core.claim import Claim, Mention
from workbench.core.document import Span
from workbench.core.relations import Rank, RankRow
from workbench.extract.relations.better_or_worse import is_highest, is_worse_when_high
from workbench.extract.relations.lists_of_named_places import PlacesSaid, led, lists_of_countries, named_row
from workbench.extract.relations.nearby import year_near
from workbench.extract.words.superlatives import superlatives
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import (
    group,
    holds_phrase,
    numbered_pattern,
    prefiltered_numbered,
    word_pattern,
)

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLASSES = ("row_than", "row_neither", "row_both", "row_subject", "row_within")
"""What may stand before the others: "than", "neither", "both", "in", or the beginning of a statement about them."""

_OTHERS_FIRST = frozenset({"row_both", "row_subject", "row_within"})
"""Those of which the comparative is told of the others."""

_FEWEST = 3
"""Fewest places of a row that a sentence sets beside each other."""

_ASIDE = 40
"""Most characters between a subject and its verb: "in 2018", "'s unemployment rate"."""


class BesideEach(NamedTuple):
    """A place that a sentence sets beside each of several others.

    Attributes:
        own: The place; the others are the list.
        others: The places that it is set beside.
        span: The comparative, with offsets into the text.
        highest: Whether it is the highest of them all, or the lowest.
    """

    own: Mention[str]
    others: tuple[Mention[str], ...]
    span: Span
    highest: bool


def beside_each(said: PlacesSaid) -> BesideEach | None:
    """Find the place that a sentence sets beside each of several others; None where it does nothing of the kind.

    >>> from workbench.extract.place.places import find_places
    >>> text = "The rate was higher in Malta than in Italy or in Spain."
    >>> found = beside_each(PlacesSaid(text, Span(0, len(text)), find_places(text)))
    >>> found.own.value, [each.value for each in found.others], found.highest
    ('MLT', ['ITA', 'ESP'], True)
    """
    countries = said.countries
    if len({m.value for m in countries}) < _FEWEST:
        return None
    if _is_held_otherwise(said) or len(set(_YEARS.findall(said.sentence.cut(said.text)))) > 1:
        return None
    for listed in (each for each in lists_of_countries(said.text, countries, said.language) if len(each) > 1):
        rest = [m for m in countries if m not in listed]
        others = tuple(m for m in listed if m.value != rest[0].value) if len(rest) == 1 else ()
        if len({m.value for m in others}) != len(others) or len(others) < _FEWEST - 1:
            continue
        if (found := _by_comparative(said, listed, rest[0]) or _by_verb(said, listed, rest[0])) is not None:
            return found._replace(others=others)
    return None


def _is_held_otherwise(said: PlacesSaid) -> bool:
    """Check whether the words put the others together, or say more: "than in both together", "twice as high as"."""
    words, file = said.sentence.cut(said.text), file_for(said.language)
    return any(holds_phrase(words, "relations", key, file) for key in ("row_otherwise", "two_measures"))


def _by_comparative(said: PlacesSaid, listed: Sequence[Mention[str]], own: Mention[str]) -> BesideEach | None:
    """Read the comparative between a place and the others: the only one of the sentence."""
    key, before = next(((key, words) for key in _CLASSES if (words := led(said, listed, key))), ("", None))
    file = file_for(said.language)
    pattern = numbered_pattern("relations", "row_as" if key == "row_neither" else "row_more", file)
    start, end = said.sentence.start, said.sentence.end
    found = list(pattern.finditer(said.text, start, end)) if pattern is not None and before is not None else []
    if before is None or len(found) != 1:
        return None
    (more,), first, last = found, listed[0].span.start, listed[-1].span.end
    if key == "row_than":
        fits = more.end() <= first and own.span.end <= first
    elif more.end() <= first:
        fits = key in _OTHERS_FIRST and _is_linked(said, last, own)  # "lower | in Italy and Spain | than in | Malta"
    else:
        fits = last <= more.start() and _is_linked(said, more.end(), own)
    highest = is_highest(more, said.sentence.cut(said.text), said.language)
    denied = Span(first - len(before[0]), last) if key == "row_neither" else None
    if not fits or highest is None or _is_denied(said, denied):
        return None
    return BesideEach(own, tuple(listed), Span(*more.span()), highest is not (key in _OTHERS_FIRST))


def _is_linked(said: PlacesSaid, at: int, own: Mention[str]) -> bool:
    link = word_pattern("relations", "row_link", file_for(said.language))
    return link is not None and link.search(said.text[at : own.span.start]) is not None


def _by_verb(said: PlacesSaid, listed: Sequence[Mention[str]], own: Mention[str]) -> BesideEach | None:
    """Read the verb between a place and the others: "Malta | led | Italy and Spain", "Italy and Spain | trailed | Malta"."""
    pattern = prefiltered_numbered("relations", "row_verbs", file_for(said.language))
    found = list(pattern.finditer(said.sentence.cut(said.text))) if pattern is not None else []
    moves = prefiltered_numbered("relations", "of_change", file_for(said.language))
    if len(found) != 1 or _is_denied(said) or (moves and moves.search(said.sentence.cut(said.text))):
        return None  # "led Italy and Spain in the | fall of unemployment": in how it moved
    verb = Span(*found[0].span()).shift(said.sentence.start)
    way = next(name for name in ("leads", "trails", "ahead", "behind") if group(found[0], name) is not None)
    leads = way in {"leads", "ahead"}
    if way in {"ahead", "behind"} and is_worse_when_high(said.sentence.cut(said.text), said.language):
        return None  # "ahead in | child deaths" may mean more or fewer
    first, last = listed[0].span.start, listed[-1].span.end
    follows = verb.covers(own.span) or (own.span.end <= verb.start and _is_one_clause(said, own.span.end, verb.start))
    if follows and verb.end == first:
        return BesideEach(own, tuple(listed), verb, leads)
    if last <= verb.start and verb.end == own.span.start and led(said, listed, "row_subject"):
        return BesideEach(own, tuple(listed), verb, not leads) if _is_one_clause(said, last, verb.start) else None
    return None


def _is_one_clause(said: PlacesSaid, start: int, end: int) -> bool:
    """Check whether nothing but an aside stands between a subject and its verb."""
    return end - start <= _ASIDE and re.search(r"[.;:!?]", said.text[start:end]) is None


def _is_denied(said: PlacesSaid, aside: Span | None = None) -> bool:
    """Check whether the words deny more than "neither … nor" does; a language may say its "not" once more behind it.

    Args:
        said: The sentence.
        aside: The others with their "neither".
    """
    file, words, start = file_for(said.language), said.sentence.cut(said.text), said.sentence.start
    denied = prefiltered_numbered("relations", "denied", file)
    pattern = None if denied is None else denied.on(words)
    found = [] if pattern is None else list(pattern.finditer(words))
    if aside is not None:
        found = [each for each in found if not aside.start <= each.start() + start < aside.end]
        again = word_pattern("relations", "row_concord", file)
        found = found[1:] if found and again is not None and again.fullmatch(found[0][0]) else found
    return bool(found)


def ranks_one_of_several(said: PlacesSaid) -> bool:
    """Check whether a sentence ranks one place among several that it names.

    >>> from workbench.extract.place.places import find_places
    >>> text = "Lined up with Italy and Spain, Malta had the worst unemployment."
    >>> ranks_one_of_several(PlacesSaid(text, Span(0, len(text)), find_places(text)))
    True
    """
    if len({m.value for m in said.countries}) < _FEWEST - 1:
        return False
    if beside_each(said) is not None:
        return True
    rank = prefiltered_numbered("relations", "rank", file_for(said.language))
    found = rank.finditer(said.sentence.cut(said.text)) if rank is not None else ()
    return any(not _is_adverb(each, said.language) for each in found) and named_row(*said) is not None


def _is_adverb(found: re.Match[str], language: str) -> bool:
    """Check whether "most" may belong to an adjective: "the | most | important"."""
    return re.fullmatch(superlatives(file_for(language), ("most", "least")), found[0], re.IGNORECASE) is not None


def rank_beside_each(claim: Claim) -> Rank | None:
    """Find the rank that a claim without a figure has among the places that its sentence sets it beside.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.extract.place.places import find_places
    >>> said = "Neither Italy nor Spain had a rate as high as Malta in 2019."
    >>> claim = Claim(
    ...     id="c", document="d", span=Span(0, 59), quote="", sentence=Span(0, 60), context=said, kind=ClaimKind.COMPARISON,
    ...     place="MLT", places=tuple(find_places(said)),
    ... )
    >>> found = rank_beside_each(claim)
    >>> found.among, found.highest, found.row.value
    (('MLT', 'ITA', 'ESP'), True, 'places')
    """
    if claim.amounts or claim.amount is not None or claim.change is not None:
        return None
    offset = claim.sentence.start
    there = [replace(m, span=m.span.shift(-offset)) for m in sorted(claim.places, key=lambda m: m.span)]
    found = beside_each(PlacesSaid(claim.context, Span(0, len(claim.context)), there, claim.language))
    if found is None or found.own.value != claim.place:
        return None
    return Rank(
        highest=found.highest,
        place=1,
        upto=False,
        row=RankRow.PLACES,
        words=found.span.cut(claim.context),
        span=found.span.shift(offset),
        year=year_near(claim),
        among=(found.own.value, *(each.value for each in found.others)),
    )
