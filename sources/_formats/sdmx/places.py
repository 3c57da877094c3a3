"""Convert place codes of SDMX services (ISO alpha-2, alpha-3, UN numbers, own codes), with the labels in code lists.

A code alone can mislead (``GEO`` is a dimension at one service and Georgia at another), but its label seldom does.
Groups have several codes, by the year of their composition; the one whose composition changes over time is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from sources._cube.cube import Axis, Member
from sources._text.printable_text import clean
from workbench.core.place import find_place, places

_OWN = {
    "U2": "EA20",
    "I9": "EA20",
    "XM": "EA20",
    "G163": "EA20",
    "D0": "EU27",
    "B0": "EU27",
    "B6": "EU27",
    "G998": "EU27",
    "G001": "WLD",
    "W0": "WLD",
    "1W": "WLD",
    "W00": "WLD",
}
"""Codes of groups, for structures without labels (ECB, BIS, IMF)."""


_COMPOSITION = re.compile(r"(?:EU|EA)\d\d(?=\Z|_)", re.ASCII)
_ENLARGED_AGAIN = re.compile(r"2007|2013")


def place_of(member: Member) -> str:
    """Return the workbench's code of a place member; the service's own where there is none.

    The Union and the euro area in other compositions than today's keep their own codes, whatever their labels.

    >>> place_of(Member("807", "North Macedonia")), place_of(Member("U2", "U2")), place_of(Member("5A", "All reporters"))
    ('MKD', 'EA20', '5A')
    >>> place_of(Member("EU28", "European Union (28 countries)")), place_of(Member("EU27_2020", "European Union"))
    ('EU28', 'EU27')
    """
    if found := _COMPOSITION.match(member.code):
        of_today = found[0] in places() and not _ENLARGED_AGAIN.search(member.code)
        return found[0] if of_today else clean(member.code, 40)
    by_name = find_place(member.label) if member.label != member.code else None
    return by_name or find_place(member.code) or _OWN.get(member.code) or clean(member.code, 40)


def codes_of(axis: Axis, wanted: Iterable[str], home: str = "", homes: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the service's code of each place that it knows; the workbench's where its code list is unknown.

    Args:
        axis: The place dimension.
        wanted: The workbench's codes.
        home: The country of a national office.
        homes: That office's own codes of it, the usual one first.

    >>> axis = Axis("REF_AREA", "", (Member("EA", "Euro area"), Member("MK", "North Macedonia")))
    >>> codes_of(axis, ["MKD", "ALB"])
    {'MKD': 'MK'}
    """
    if not axis.members:
        return {place: place for place in wanted}
    known: dict[str, list[Member]] = {}
    for member in axis.members:
        known.setdefault(place_of(member), []).append(member)
    found = {place: min(known[place], key=partial(_rank, place)).code for place in wanted if place in known}
    own = next((code for code in homes if axis.member(code)), "")
    return found | ({home: own} if own and home in wanted else {})


def _rank(place: str, member: Member) -> int:
    """Return a code's sort key: 0 for a place's own, 1 for a longer code or a changing composition, 2 for others."""
    own = places().get(place)
    if member.code in {place, own.iso2 if own else place}:
        return 0
    if member.code.startswith(place) or "changing" in member.label.lower():
        return 1
    return 2
