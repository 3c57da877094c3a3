"""Provinces, states, counties and municipalities of countries by name, as ISO 3166-2 lists them (pycountry).

A country's figure does not measure a subdivision: "in Chiapas 77 of a hundred were poor" is not about Mexico's rate.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from workbench.core.place import places

_ASIDE = re.compile(r"\s*[\[(†].*|\s+(?:City|Province|County|Region|District|Municipality)\Z")
"""Additions of ISO to the common name: "Nairobi City", "Isle of Anglesey [Sir Ynys Môn]"."""

_SHORTEST = 3
"""Names must be longer than this: shorter ones are also ordinary words or codes."""

_CYRILLIC = str.maketrans(
    "abvgdežzijklmnoprstufhcčšABVGDEŽZIJKLMNOPRSTUFHCČŠ", "абвгдежзијклмнопрстуфхцчшАБВГДЕЖЗИЈКЛМНОПРСТУФХЦЧШ"
)
_PAIRS = (
    ("Gj", "Ѓ"),
    ("gj", "ѓ"),
    ("Kj", "Ќ"),
    ("kj", "ќ"),
    ("Lj", "Љ"),
    ("lj", "љ"),
    ("Nj", "Њ"),
    ("nj", "њ"),
    ("Dž", "Џ"),
    ("dž", "џ"),
)
"""Latin letter pairs in the names of Macedonian municipalities that are one Cyrillic letter each."""


@cache
def subdivisions(country: str) -> frozenset[str]:
    """List the names of a country's subdivisions: as listed, without accents, and in Cyrillic where the country uses it; empty if unknown.

    >>> "Chiapas" in subdivisions("MEX"), "Bihar" in subdivisions("IND"), "Битола" in subdivisions("MKD"), subdivisions("Atlantis")
    (True, True, True, frozenset())
    """
    place = places().get(country)
    if place is None or not place.iso2:
        return frozenset()
    names = {_ASIDE.sub("", name) for name in _by_country().get(place.iso2, ())}
    cyrillic = {_in_cyrillic(name) for name in names} if country == "MKD" else set[str]()
    names |= cyrillic | {_plain(name) for name in names}
    own = {place.name, *place.names}
    return frozenset(name for name in names if len(name) > _SHORTEST and name not in own)


@cache
def _by_country() -> dict[str, list[str]]:
    """Group the names of all subdivisions by the alpha-2 code of their country."""
    import pycountry  # noqa: PLC0415  (some megabytes, for a name that may be one)

    found: dict[str, list[str]] = {}
    for each in pycountry.subdivisions:
        found.setdefault(each.country_code, []).append(each.name)
    return found


def _plain(name: str) -> str:
    """Remove the accents from a name, as it is written abroad."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


def _in_cyrillic(name: str) -> str:
    for latin, letter in _PAIRS:
        name = name.replace(latin, letter)
    return name.translate(_CYRILLIC)
