"""Comparisons of a claim's place with another: "twice as high as in Germany", "below the EU average".

The other place is named behind "than", "as" or "above"; the comparative says which of the two is higher.
"""

from __future__ import annotations

from workbench.core.claim import Claim, ClaimKind, Mention, Sort
from workbench.core.direction import Direction
from workbench.core.document import Span
from workbench.core.place import places
from workbench.core.relations import PlaceComparison
from workbench.extract.relations.nearby import has_phrase, may_be_said, near, stands
from workbench.extract.words.word_files import file_for

_REACH = 34
"""Most characters between the link and the other place: "than the average of the European Union"."""

_FAR, _CLOSE, _NAMED = 60, 6, 30
_LINKS = frozenset({"place_whole", "place_link"})
_WAYS = (("place_alike", Direction.FLAT), ("place_more", Direction.UP), ("place_less", Direction.DOWN))


def place_comparison_of(claim: Claim) -> PlaceComparison | None:
    """Find the place that a claim's own is compared with; None where there is none, or several at once.

    Only a place behind the word of comparison counts, and not the claim's own.

    >>> said = "Germany has fewer strikes than France."
    >>> claim = Claim(
    ...     id="c", document="d", span=Span(0, 37), quote="", sentence=Span(0, 38), context=said, kind=ClaimKind.COMPARISON,
    ...     place="DEU", places=(Mention(Span(0, 7), "DEU", "name"), Mention(Span(31, 37), "FRA", "name")),
    ... )
    >>> found = place_comparison_of(claim)
    >>> found.place, found.way.value
    ('FRA', 'down')
    """
    other = _other_place(claim)
    if other is None:
        return None
    return PlaceComparison(
        place=other, way=_way(claim), part=_is_part(claim), comparative=_is_comparative(claim), apart=_is_gap(claim)
    )


def _other_place(claim: Claim) -> str | None:
    said = claim.qualified(Sort.BESIDE)
    if said is not None and said.value.place not in {None, claim.place}:
        return said.value.place
    if len(claim.places) < 2 and claim.place in {None, *(m.value for m in claim.places)}:
        return None
    if may_be_said(claim.context, file_for(claim.language)).isdisjoint(_LINKS):
        return None
    return _whole(claim) or _behind_link(claim)


def _whole(claim: Claim) -> str | None:
    """Find the group of countries of which a share is stated."""
    for whole in near(claim, "place_whole") if claim.kind is ClaimKind.SHARE else ():
        near_by = [m.value for m in claim.places if 0 <= m.span.start - whole.span.end <= _FAR and _is_group(m.value)]
        if near_by and near_by[0] != claim.place:
            return near_by[0]
    return None


def _is_group(code: str) -> bool:
    place = places().get(code)
    return place is not None and bool(place.members)


def _behind_link(claim: Claim) -> str | None:
    for link in near(claim, "place_link"):
        behind = [m for m in claim.places if 0 <= m.span.start - link.span.end <= _REACH]
        named = {m.value for m in behind}
        if len(named) == 1 and (found := named.pop()) != claim.place and _straight(claim, link.span.end, behind[0]):
            return found
    return None


def _straight(claim: Claim, start: int, place: Mention[str]) -> bool:
    """Check whether only small words stand between the link and the place: "most EU countries" does not mean the EU."""
    words = claim.context[start - claim.sentence.start : place.span.start - claim.sentence.start]
    return not has_phrase(claim, "place_aside", words)


def _is_part(claim: Claim) -> bool:
    """Check whether a percentage is one of another's figure: "half the EU average", not "2.9 percent, below that of".

    If "of" is not followed by the other place, the percentage is one of a whole: "3.1 percent of GDP, more than
    Germany".
    """
    figure = claim.amount
    return figure is not None and any(
        found.span.start <= figure.span.end + _CLOSE and (found.group("of") is None or _names_other(claim, found.span))
        for found in near(claim, "place_part")
    )


def _names_other(claim: Claim, of: Span) -> bool:
    """Check whether a place other than the claim's own stands right behind "percent of", and no "than" between."""
    near = (m for m in claim.places if 0 <= m.span.start - of.end <= _NAMED and m.value != claim.place)
    by = claim.sentence.start
    return any(stands(claim, "place_link", of.end - by, m.span.start - by) is None for m in near)


def _is_gap(claim: Claim) -> bool:
    """Check whether the claim's figure is the difference between two places: "beat Poland by 13 points"."""
    start = max(0, claim.span.start - claim.sentence.start)
    return claim.change is None and stands(claim, "place_by", start - _CLOSE, start) is not None


def _is_comparative(claim: Claim) -> bool:
    """Check whether the words of a change are a comparison: "9 points higher", but not "wages rose"."""
    if claim.change is None:
        return False
    said = Span(claim.change.span.start - claim.sentence.start, claim.change.span.end - claim.sentence.start)
    words = said.cut(claim.context) if said.start >= 0 else ""
    return has_phrase(claim, "place_more", words) or has_phrase(claim, "place_less", words)


def _way(claim: Claim) -> Direction | None:
    """Find which of the two places is higher, by the comparative before the link, else any of the clause."""
    said = claim.qualified(Sort.BESIDE)
    if said is not None and said.value.way is not None:
        return said.value.way
    return next((way for key, way in _WAYS if next(near(claim, key), None) is not None), None)
