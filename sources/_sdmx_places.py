"""Places of SDMX services: ISO alpha-2, alpha-3, UN numbers and codes of their own, by what their code lists call them.

Why this file exists: a code alone can mislead (``GEO`` is a dimension to one service and Georgia to another), the name beside
it seldom does. Groups have several codes, by the year of their composition; the one that changes with it is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sources._cube import Axis, Member
from sources._words import clean
from workbench.core.place import find_place, places

_OWN = {
    "U2": "EA20",
    "I9": "EA20",
    "XM": "EA20",
    "G163": "EA20",
    "D0": "EU27",
    "B6": "EU27",
    "G998": "EU27",
    "G001": "WLD",
    "W0": "WLD",
    "1W": "WLD",
    "W00": "WLD",
}
"""Codes of groups for structures whose names did not come (ECB, BIS, IMF)."""


def place_of(member: Member) -> str:
    """Our code of a member of a place dimension; the service's own where we have none.

    >>> place_of(Member("807", "North Macedonia")), place_of(Member("U2", "U2")), place_of(Member("5A", "All reporters"))
    ('MKD', 'EA20', '5A')
    """
    by_name = find_place(member.label) if member.label != member.code else None
    return by_name or find_place(member.code) or _OWN.get(member.code) or clean(member.code, 40)


def codes_of(axis: Axis, wanted: Iterable[str]) -> Mapping[str, str]:
    """The service's code of each place that it knows; ours where its code list did not come.

    >>> axis = Axis("REF_AREA", "", (Member("EA19", "Euro area (19 countries)"), Member("MK", "North Macedonia")))
    >>> codes_of(axis, ["MKD", "ALB"])
    {'MKD': 'MK'}
    """
    if not axis.members:
        return {place: place for place in wanted}
    known: dict[str, list[str]] = {}
    for member in axis.members:
        known.setdefault(place_of(member), []).append(member.code)
    return {place: _best(place, known[place]) for place in wanted if place in known}


def _best(place: str, codes: list[str]) -> str:
    """Of several codes for a place its own, else the first."""
    own = places().get(place)
    names = {place, own.iso2 if own else place}
    return next((code for code in codes if code in names), codes[0])
