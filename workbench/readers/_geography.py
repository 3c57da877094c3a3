"""Which country a dateline's city, a country's name or a site's address stands for."""

from __future__ import annotations

import re

from workbench.core.place import country_of_city, find_place, places

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?P<host>[a-z0-9.-]+)", re.IGNORECASE)
_SOLD_TO_ANYONE = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "to", "tv", "ws"})
_OWN_CODES = {"uk": "GBR"}


def country_of(name: str) -> str | None:
    """The code of a country that is given by its name, its code, or a city of it; None where unknown.

    >>> country_of("Skopje"), country_of("North Macedonia"), country_of("Nowhere")
    ('MKD', 'MKD', None)
    """
    name = name.strip(" .")
    if len(name) <= 3 and not name.isupper():
        return None
    code = country_of_city(name) or find_place(name)
    return None if code is None or places()[code].members else code


def country_of_site(address: str) -> str | None:
    """The country whose top-level domain a site stands under; None for the general ones and those sold to anyone."""
    found = _HOST.match(address.strip())
    ending = found["host"].rstrip(".").rpartition(".")[2].lower() if found else ""
    if len(ending) != 2 or ending in _SOLD_TO_ANYONE:
        return None
    return _OWN_CODES.get(ending) or find_place(ending)
