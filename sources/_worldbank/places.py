"""Convert between the World Bank's codes of places and the workbench's."""

from __future__ import annotations

from typing import Any

from sources._text.printable_text import clean
from workbench.core.place import find_place

_OWN_CODES = {"EUU": "EU27", "OED": "OECD"}


def own_place_of_row(row: dict[str, Any], place: str) -> str:
    """Return the service's own code of a row's place, where it differs from the workbench's ("EUU" for EU27)."""
    code = clean(row.get("countryiso3code"), 40)
    return "" if code == place else code


def place_of_row(row: dict[str, Any]) -> str:
    """Return the workbench's code of a row's place: ISO alpha-3, or the service's own code for aggregates."""
    code = str(row.get("countryiso3code") or "").strip().upper()
    if code:
        return _OWN_CODES.get(code, code)
    own = str(row["country"]["id"]).strip()
    return find_place(own) or clean(own, 40)


_CODES = {"EU27": "EUU", "OECD": "OED"}
_ISO = 3


def code_there(place: str) -> str:
    """Return the service's code of a place; empty where it has none."""
    if place in _CODES:
        return _CODES[place]
    return place if len(place) == _ISO and place.isascii() and place.isalpha() else ""
