"""Default members of Eurostat's dimensions, where a claim and its key leave them open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sources._cube.cube import Axis

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


def usual_of(axis: Axis) -> str:
    """Return the default member of an axis; empty where Eurostat has none.

    >>> from sources._cube.cube import Member
    >>> usual_of(Axis("s_adj", "Adjustment", (Member("NSA", "Unadjusted"), Member("SA", "Seasonally adjusted"))))
    'SA'
    """
    codes = {member.code for member in axis.members}
    return next((code for code in _USUAL.get(axis.code.lower(), ()) if code in codes), "")
