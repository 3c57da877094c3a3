"""Continents and parts of them, country by country, for rows such as "the highest in Europe".

Source: the United Nations' M49 regions (unstats.un.org/unsd/methodology/m49), with Kosovo, which M49 does not list, in Europe.
M49 counts Cyprus, Georgia, Armenia, Azerbaijan and Türkiye to Western Asia; a finding says which list was taken. The Balkans are
those that the Stability Pact for South Eastern Europe covered, with Greece and Slovenia; Latin America is M49's, the Caribbean included.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NORTHERN = "DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SWE ALA SJM"
_WESTERN = "AUT BEL CHE DEU FRA LIE LUX MCO NLD"
_SOUTHERN = "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT XKX"
_EASTERN = "BGR BLR CZE HUN MDA POL ROU RUS SVK UKR"
_AFRICA = (
    "DZA EGY LBY MAR SDN TUN ESH BDI COM DJI ERI ETH KEN MDG MWI MUS MYT MOZ REU RWA SYC SOM SSD UGA TZA ZMB ZWE AGO CMR CAF TCD"
    " COG COD GNQ GAB STP BWA SWZ LSO NAM ZAF BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SHN SEN SLE TGO"
)
_ASIA = (
    "KAZ KGZ TJK TKM UZB CHN HKG MAC PRK JPN MNG KOR TWN BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM AFG BGD BTN IND IRN MDV NPL PAK"
    " LKA ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN QAT SAU PSE SYR TUR ARE YEM"
)
_LATIN = (
    "AIA ATG ABW BHS BRB BES VGB CYM CUB CUW DMA DOM GRD GLP HTI JAM MTQ MSR PRI BLM KNA LCA MAF VCT SXM TTO TCA VIR BLZ CRI SLV GTM"
    " HND MEX NIC PAN ARG BOL BRA CHL COL ECU FLK GUF GUY PRY PER SUR URY VEN"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world, as words name it."""

    name: str
    members: frozenset[str]


def _region(name: str, *codes: str) -> Region:
    return Region(name, frozenset(code for part in codes for code in part.split()))


EUROPE = _region("Europe", _NORTHERN, _WESTERN, _SOUTHERN, _EASTERN)
REGIONS: Mapping[str, Region] = {
    r"(?:South[- ]?[Ee]ast(?:ern)?\sEurope|the\sBalkans|Balkan)": _region("the Balkans", "ALB BIH BGR GRC HRV MDA MKD MNE ROU SRB SVN XKX"),
    r"(?:Eastern|East)\sEurope": _region("Eastern Europe", _EASTERN),
    r"Western\sEurope": _region("Western Europe", _WESTERN),
    r"Southern\sEurope": _region("Southern Europe", _SOUTHERN),
    r"Northern\sEurope": _region("Northern Europe", _NORTHERN),
    r"Scandinavia": _region("Scandinavia", "DNK NOR SWE"),
    r"(?:Europe|European\s(?:countries|states|nations))": EUROPE,
    r"(?:Africa|African\s(?:countries|states|nations))": _region("Africa", _AFRICA),
    r"(?:Asia|Asian\s(?:countries|states|nations))": _region("Asia", _ASIA),
    r"(?:Latin\sAmerica)": _region("Latin America", _LATIN),
}  # fmt: skip
_EACH = [(re.compile(rf"\b{words}\b"), region) for words, region in REGIONS.items()]


def region_in(text: str) -> Region | None:
    """The part of the world that a text names, the narrowest first; None where it names none.

    >>> region_in("the highest in Eastern Europe").name, len(region_in("Africa's largest").members)
    ('Eastern Europe', 58)
    >>> region_in("the European Union") is None
    True
    """
    return next((region for words, region in _EACH if words.search(text)), None)
