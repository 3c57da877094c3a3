"""Eurostat's own codes: places, flags, default members, and tables that were continued under another name.

Eurostat's code for Greece is EL, for the United Kingdom UK, and for the Union one with the year of its membership. Codes
are those of its code lists (https://ec.europa.eu/eurostat/web/main/data/database, "Code lists").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sources._cube.cube import Axis, Member
from sources._text.printable_text import clean
from workbench.core.place import find_place, places
from workbench.core.series import Status

FLAGS: Mapping[str, Status] = MappingProxyType(
    {
        "b": Status.BREAK,
        "c": Status.SUPPRESSED,
        "C": Status.SUPPRESSED,
        "|C": Status.SUPPRESSED,
        "e": Status.ESTIMATED,
        "f": Status.FORECAST,
        "i": Status.ESTIMATED,
        "m": Status.MISSING,
        "p": Status.PROVISIONAL,
        "s": Status.ESTIMATED,
        "z": Status.MISSING,
        ":": Status.MISSING,
    }
)
"""Status of a figure for each flag; d (definition differs), n (not significant), r (revised) and u (low reliability)
do not change the status, and are described in a note."""

FLAG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "b": "break in time series",
        "c": "confidential",
        "C": "confidential",
        "d": "definition differs, see the table's metadata",
        "e": "estimated",
        "f": "forecast",
        "i": "imputed by Eurostat",
        "m": "missing",
        "n": "not significant",
        "p": "provisional",
        "r": "revised",
        "s": "Eurostat estimate",
        "u": "low reliability",
        "z": "not applicable",
    }
)

ORIGINS = ("citizen", "c_birth", "c_resid", "partner", "c_origin", "c_dest")
"""Dimensions for a country other than the reporting one, the most likely first."""

_USUAL: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "s_adj": ("SCA", "SA", "CA", "NSA"),
        "age": ("TOTAL", "Y15-74", "Y15-64", "Y20-64", "Y_GE15", "Y18-64"),
        "na_item": ("B1GQ",),
        "sector": ("S13", "S1"),
        "coicop": ("CP00",),
        "coicop18": ("TOTAL",),
        "nace_r2": ("TOTAL", "B-S_X_O", "B-S", "B-D"),
        "partner": ("TOTAL", "WORLD", "WRL_REST", "EXT_EU27_2020"),
        "indic_il": ("LI_R_MD60", "MED_E"),
        "currency": ("EUR",),
        "tax": ("I_TAX",),
        "wstatus": ("POP",),
        "airpol": ("GHG",),
    }
)

SUCCESSORS: Mapping[str, str] = MappingProxyType(
    {
        "prc_hicp_manr": "prc_hicp_minr?unit=RCH_A&coicop18=TOTAL",
        "prc_hicp_midx": "prc_hicp_minr?coicop18=TOTAL",
        "jvs_q_nace2": "jvs_q_r21",
        "ilc_peps01": "ilc_peps01n",
        "crim_gen": "crim_off_cat",
        "nama_gdp_c": "nama_10_gdp",
        "migr_asyctz": "migr_asyappctza",
    }
)
"""Discontinued tables, and the series that continue them."""

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


def usual_of(axis: Axis) -> str:
    """Return the default member of an axis; empty where Eurostat has none.

    >>> usual_of(Axis("s_adj", "Adjustment", (Member("NSA", "Unadjusted"), Member("SA", "Seasonally adjusted"))))
    'SA'
    """
    codes = {member.code for member in axis.members}
    return next((code for code in _USUAL.get(axis.code.lower(), ()) if code in codes), "")


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


def flag_words(flag: str, labels: Mapping[str, str]) -> str:
    """Return the meaning of a flag in words, from the answer's own legend or else from its letters.

    >>> flag_words("bp", {}), flag_words("|C", {"|C": "|confidential"})
    ('break in time series; provisional', 'confidential')
    """
    if said := labels.get(flag, "").strip("| "):
        return said
    return "; ".join(FLAG_WORDS[letter] for letter in flag if letter in FLAG_WORDS)
