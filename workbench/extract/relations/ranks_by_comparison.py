"""Ranks that a sentence gives by setting a place beside each of several others.

"Higher in Malta than in Italy or in Spain" ranks Malta first of the three, and so do "neither in Italy nor in Spain was it
as high as in Malta" and "both Italy and Spain had lower rates than Malta". The others must be named one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.core.claim import Claim, Mention
from workbench.core.document import Span
from workbench.core.relations import Rank, RankRow
from workbench.extract.relations.lists_of_named_places import PlacesSaid, is_led, lists_of_countries
from workbench.extract.relations.nearby import year_near
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, numbered_pattern, prefiltered_numbered, word_pattern

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAD = 14
"""Characters before the first of the others in which "neither in the" may stand."""

_CLASSES = ("row_than", "row_neither", "row_both")


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
    if len({m.value for m in countries}) < 3 or len(countries) != len({m.value for m in countries}):
        return None
    if _is_held_otherwise(said) or len(set(_YEARS.findall(said.sentence.cut(said.text)))) > 1:
        return None
    lists = [each for each in lists_of_countries(said.text, countries, said.language) if len(each) > 1]
    for listed in lists:
        rest = [m for m in countries if m not in listed]
        key = next((key for key in _CLASSES if is_led(said, listed, key)), None)
        if key is not None and len(rest) == 1:
            return _compared(said, key, listed, rest[0])
    return None


def _is_held_otherwise(said: PlacesSaid) -> bool:
    """Check whether the words put the others together, or say by how much: "than in both together", "twice as high as"."""
    held = prefiltered_numbered("relations", "row_otherwise", file_for(said.language))
    return held is not None and held.search(said.sentence.cut(said.text)) is not None


def _compared(said: PlacesSaid, key: str, listed: Sequence[Mention[str]], own: Mention[str]) -> BesideEach | None:
    """Read the comparative between a place and the others: the only one of the sentence."""
    file = file_for(said.language)
    pattern = numbered_pattern("relations", "row_as" if key == "row_neither" else "row_more", file)
    start, end = said.sentence.start, said.sentence.end
    found = list(pattern.finditer(said.text, start, end)) if pattern is not None else []
    if len(found) != 1:
        return None
    (more,), first, last = found, listed[0].span.start, listed[-1].span.end
    if key == "row_than":
        fits = more.end() <= first and own.span.end <= first
    else:
        link = word_pattern("relations", "row_link", file)
        behind = said.text[more.end() : own.span.start]
        fits = last <= more.start() and link is not None and link.search(behind) is not None
    highest = (group(more, "top") is not None) is not (key == "row_both")
    return (
        BesideEach(own, tuple(listed), Span(*more.span()), highest)
        if fits and not _is_denied(said, key, listed)
        else None
    )


def _is_denied(said: PlacesSaid, key: str, listed: Sequence[Mention[str]]) -> bool:
    """Check whether the words deny more than "neither … nor" does; a language may say its "not" once more behind it."""
    file, start = file_for(said.language), said.sentence.start
    denied = prefiltered_numbered("relations", "denied", file)
    pattern = None if denied is None else denied.on(said.sentence.cut(said.text))
    found = [] if pattern is None else list(pattern.finditer(said.sentence.cut(said.text)))
    if key == "row_neither":
        first, last = listed[0].span.start - start - _LEAD, listed[-1].span.end - start
        found = [each for each in found if not first <= each.start() < last]
        again = word_pattern("relations", "row_concord", file)
        found = found[1:] if found and again is not None and again.fullmatch(found[0][0]) else found
    return bool(found)


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
