"""Convert between the codes of places that Our World in Data has and the workbench's."""

from __future__ import annotations

from sources._text.printable_text import clean
from workbench.core.place import find_place

_OWN = {"OWID_KOS": "XKX", "OWID_WRL": "WLD", "OWID_EU27": "EU27"}


def place_of(code: str, entity: str) -> str:
    """Return the workbench's code of a place; else the service's own, else the name.

    >>> place_of("MKD", "North Macedonia"), place_of("OWID_KOS", "Kosovo"), place_of("OWID_EUR", "Europe"), place_of("", "Asia (UN)")
    ('MKD', 'XKX', 'EUROPE', 'Asia (UN)')
    """
    if code in _OWN:
        return _OWN[code]
    return (find_place(code) if len(code) == 3 else None) or find_place(entity) or clean(code or entity, 80)


CODES_THERE = {"XKX": "OWID_KOS", "WLD": "OWID_WRL", "EU27": "OWID_EU27"}
"""The codes by which the service is asked for a place, where they are not the workbench's."""
