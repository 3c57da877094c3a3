"""Convert between Eurostat's codes of places and the workbench's.

Eurostat's code for Greece is EL, for the United Kingdom UK, and for the Union one with the year of its membership.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sources._cube.cube import Member
from sources._text.printable_text import clean
from workbench.core.place import find_place, places

_PLACES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "GRC": ("EL",),
        "GBR": ("UK",),
        "XKX": ("XK",),
        "EU27": ("EU27_2020",),
        "EA20": ("EA20", "EA21", "EA19", "EA"),
        "EFTA": ("EFTA",),
    }
)
_OWN = MappingProxyType({code: place for place, codes in _PLACES.items() for code in codes[:1]})


def codes_of(place: str) -> tuple[str, ...]:
    """Return Eurostat's codes for a place, the best first; empty where it has none.

    For the euro area, the table's own composition is used, since tables name it by its number of members at the time.

    >>> codes_of("GRC"), codes_of("MKD"), codes_of("EU27"), codes_of("V4")
    (('EL',), ('MK',), ('EU27_2020',), ())
    """
    if place in _PLACES:
        return tuple(_PLACES[place])
    known = places().get(place)
    return (known.iso2,) if known and known.iso2 else ()


def place_of(member: Member) -> str:
    """Return the workbench's code of a place member; other compositions of the Union or the euro area keep their own code.

    >>> place_of(Member("EL", "Greece")), place_of(Member("EU27_2020", "European Union")), place_of(Member("EU28", "EU"))
    ('GRC', 'EU27', 'EU28')
    """
    code = member.code
    if code in _OWN:
        return _OWN[code]
    if code.startswith(("EU", "EA")) or len(code) != 2:
        return clean(code, 40)
    return find_place(code) or clean(code, 40)
