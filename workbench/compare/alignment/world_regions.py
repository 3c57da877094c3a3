"""Continents and parts of them, country by country, for rows such as "the highest in Europe".

Source: the United Nations' M49 regions (unstats.un.org/unsd/methodology/m49), with Kosovo, which M49 does not list, in Europe.
M49 counts Cyprus, Georgia, Armenia, Azerbaijan and Türkiye to Western Asia; a finding says which list was taken. The Balkans are
those that the Stability Pact for South Eastern Europe covered, with Greece and Slovenia; Latin America is M49's, the Caribbean included.
"""

from __future__ import annotations

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
    """A part of the world, by its name."""

    name: str
    members: frozenset[str]


def _region(name: str, *codes: str) -> Region:
    return Region(name, frozenset(code for part in codes for code in part.split()))


REGIONS: Mapping[str, Region] = {
    region.name: region
    for region in (
        _region("the Balkans", "ALB BIH BGR GRC HRV MDA MKD MNE ROU SRB SVN XKX"),
        _region("Eastern Europe", _EASTERN),
        _region("Western Europe", _WESTERN),
        _region("Southern Europe", _SOUTHERN),
        _region("Northern Europe", _NORTHERN),
        _region("Scandinavia", "DNK NOR SWE"),
        _region("Europe", _NORTHERN, _WESTERN, _SOUTHERN, _EASTERN),
        _region("Africa", _AFRICA),
        _region("Asia", _ASIA),
        _region("Latin America", _LATIN),
    )
}
"""The parts of the world by their names, to which the word files of `extract` map each language's names."""
