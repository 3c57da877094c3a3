"""Eurostat's tables that were continued under another name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
