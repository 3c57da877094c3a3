"""Find the country of a dateline's city, a country's name or a site's address."""

from __future__ import annotations

import re

from workbench.core.place import country_of_city, find_place, places
from workbench.extract.place.written_places import place_written

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?P<host>[a-z0-9.-]+)", re.IGNORECASE)
_SOLD_TO_ANYONE = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "to", "tv", "ws"})
_OWN_CODES = {"uk": "GBR"}
_WITHIN = {
    "USA": "Ala|Alabama|Alaska|Ariz|Arizona|Ark|Arkansas|Calif|California|Colo|Colorado|Conn|Connecticut|D.C|DC|Del|Delaware|Fla|"
    "Florida|Ga|Hawaii|Idaho|Ill|Illinois|Ind|Indiana|Iowa|Kan|Kansas|Ky|Kentucky|La|Louisiana|Maine|Mass|Massachusetts|Md|Maryland|"
    "Mich|Michigan|Minn|Minnesota|Miss|Mississippi|Mo|Missouri|Mont|Montana|N.C|N.D|N.H|N.J|N.M|N.Y|Neb|Nebraska|Nev|Nevada|"
    "New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Okla|Oklahoma|Ore|Oregon|Pa|Pennsylvania|R.I|"
    "Rhode Island|S.C|S.D|South Carolina|South Dakota|Tenn|Tennessee|Texas|Utah|Va|Vermont|Virginia|Vt|W.Va|Wash|West Virginia|Wis|"
    "Wisconsin|Wyo|Wyoming",
    "GBR": "England|Northern Ireland|Scotland|Wales",
    "CAN": "Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec|Saskatchewan",
    "AUS": "New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia",
}
_REGIONS = {name.casefold(): code for code, names in _WITHIN.items() for name in names.split("|")}
"""States as agencies abbreviate them in datelines (the AP Stylebook's "datelines" and "state names"), and as they are called in
full; the state of Georgia in full is left to the country."""


def country_of(name: str) -> str | None:
    """Return the code of a country that is given by its name in any language with a word file, its code, or a city of it.

    None where unknown.

    >>> country_of("Skopje"), country_of("Северна Македонија"), country_of("Nowhere")
    ('MKD', 'MKD', None)
    """
    code = place_of(name)
    return code if code is not None and places()[code].iso2 else None


def place_of(name: str) -> str | None:
    """Return the code of a country, as `country_of` does, or of a group of countries; None where unknown.

    >>> place_of("the euro area"), place_of("Deutschland"), place_of("no")
    ('EA20', 'DEU', None)
    """
    name = name.strip(" .")
    if len(name) <= 3 and not name.isupper():
        return None
    return country_of_city(name) or place_written(name)


def country_of_region(name: str) -> str | None:
    """Return the country of a state or a nation within one, as datelines write it behind a city; None where unknown.

    >>> country_of_region("Calif."), country_of_region("N.Y."), country_of_region("Scotland"), country_of_region("Georgia")
    ('USA', 'USA', 'GBR', None)
    """
    return _REGIONS.get(name.strip().rstrip(".").casefold())


def country_of_site(address: str) -> str | None:
    """Return the country whose top-level domain a site stands under.

    None for the general ones and those sold to anyone.
    """
    found = _HOST.match(address.strip())
    ending = found["host"].rstrip(".").rpartition(".")[2].lower() if found else ""
    if len(ending) != 2 or ending in _SOLD_TO_ANYONE:
        return None
    return _OWN_CODES.get(ending) or find_place(ending)
