"""The supported SDMX services; to add one, add an entry to this table.

They all use one protocol, with differences in the version of paths, the media type of CSV, and how much of a structure
one answer has. These differences are only defined here.
Sources: the services' own API pages; forms that no recorded answer confirms are the standard's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

CSV = "application/vnd.sdmx.data+csv"
XML = "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1"


class Style(StrEnum):
    """How a service spells its paths and times (https://github.com/sdmx-twg/sdmx-rest)."""

    V1 = "v1"
    """``data/AGENCY,FLOW,VERSION/KEY?startPeriod=``: SDMX REST 1.x."""
    V2 = "v2"
    """``data/dataflow/AGENCY/FLOW/VERSION/KEY?startPeriod=``: SDMX REST 2.x with the times of 1.x."""
    V3 = "v3"
    """The same with ``c[TIME_PERIOD]=ge:…+le:…``: SDMX REST 2.x."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A service.

    Attributes:
        name: The first part of its series' keys.
        title: Its name in reports.
        publisher: The publisher to name.
        base: The base address of its API.
        agency: The agency of a dataflow that is named without one.
        licence: The text that reports print.
        page: The address of a table's page for readers, with ``{agency}`` and ``{flow}``.
        style: The spelling of paths.
        accept: The ``Accept`` header of data requests.
        params: Additional parameters of data requests.
        references: The ``references`` parameter with which one answer has the whole structure.
        available: Whether it can list the codes with figures, given some codes.
        listed: The agencies whose dataflows are listed, where not only the provider's own.
        stubs: Whether its list is requested without descriptions, because it is too long with them.
        short: Whether data requests have only the flow's id.
        slash: Whether its addresses end with a slash; without one it redirects (307).
        places: Additional ids of its place dimension.
        home: The place of a table that has no dimension for it.
        homes: A national office's own codes of its country, the usual one first; every other code is of a part (the ABS counts
            all of Australia as ``AUS``, or as ``50`` where prices of eight cities are weighed).
        structures: The path of structure requests, where they are not made by dataflow.
        bare: Whether lists and structures are requested without a version.
        pace: Its rate limit in words; the client's table of hosts enforces it.
    """

    name: str
    title: str
    publisher: str
    base: str
    agency: str
    licence: str
    page: str
    style: Style = Style.V1
    accept: str = CSV
    params: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[str, str], ...] = (("references", "all"), ("detail", "referencepartial"))
    available: bool = True
    listed: str = ""
    stubs: bool = False
    short: bool = False
    slash: bool = False
    places: tuple[str, ...] = ()
    home: str = "WLD"
    homes: tuple[str, ...] = ()
    structures: str = "dataflow"
    bare: bool = False
    pace: str = ""

    @property
    def host(self) -> str:
        """The host that it answers from."""
        return urlsplit(self.base).hostname or ""


_DESCENDANTS, _ALL = (("references", "descendants"),), (("references", "all"),)

PROVIDERS: tuple[Provider, ...] = (
    Provider(
        name="OECD",
        title="OECD",
        publisher="OECD",
        base="https://sdmx.oecd.org/public/rest",
        agency="OECD",
        licence="CC BY 4.0 (OECD, Terms and Conditions)",
        page="https://data-explorer.oecd.org/vis?df%5Bag%5D={agency}&df%5Bid%5D={flow}",
        listed="all",
        home="OECD",
        pace="60 downloads an hour",
    ),
    Provider(
        name="ECB",
        title="European Central Bank",
        publisher="European Central Bank",
        base="https://data-api.ecb.europa.eu/service",
        agency="ECB",
        licence="Free reuse with the source named and figures unchanged: ECB (ESCB statistics)",
        page="https://data.ecb.europa.eu/data/datasets/{flow}",
        accept="text/csv",
        params=(("format", "csvdata"),),
        references=_DESCENDANTS,
        available=False,
        home="EA20",
    ),
    Provider(
        name="ILO",
        title="ILO",
        publisher="International Labour Organization",
        base="https://sdmx.ilo.org/rest",
        agency="ILO",
        licence="CC BY 4.0 (ILOSTAT)",
        page="https://ilostat.ilo.org/data/",
    ),
    Provider(
        name="IMF",
        title="IMF",
        publisher="International Monetary Fund",
        base="https://api.imf.org/external/sdmx/2.1",
        agency="IMF.STA",
        licence="© International Monetary Fund, https://www.imf.org/external/terms.htm",
        page="https://data.imf.org/en/datasets/{agency}:{flow}",
        listed="all",
        references=_DESCENDANTS,
    ),
    Provider(
        name="BIS",
        title="Bank for International Settlements",
        publisher="Bank for International Settlements",
        base="https://stats.bis.org/api/v2",
        agency="BIS",
        licence="Source: BIS, https://www.bis.org/terms_statistics.htm",
        page="https://data.bis.org/",
        style=Style.V2,
        params=(("format", "csv"),),
        references=_DESCENDANTS,
    ),
    Provider(
        name="UNICEF",
        title="UNICEF",
        publisher="UNICEF",
        base="https://sdmx.data.unicef.org/ws/public/sdmxapi/rest",
        agency="UNICEF",
        licence="UNICEF Data Warehouse, source named (https://data.unicef.org)",
        page="https://data.unicef.org/dv_index/",
        params=(("format", "csv"),),
    ),
    Provider(
        name="UN",
        title="UNdata",
        publisher="United Nations Statistics Division",
        base="https://data.un.org/WS/rest",
        agency="UNSD",
        licence="UNdata, free with the source named (https://data.un.org)",
        page="https://data.un.org",
        listed="all",
        accept=XML,
        references=_DESCENDANTS,
        available=False,
        short=True,
    ),
    Provider(
        name="WB",
        title="World Bank SDMX",
        publisher="World Bank",
        base="https://api.worldbank.org/v2/sdmx/rest",
        agency="WB",
        licence="CC BY 4.0 (World Bank Open Data)",
        page="https://databank.worldbank.org/source/world-development-indicators",
        accept=XML,
        references=_DESCENDANTS,
        available=False,
        short=True,
        slash=True,
    ),
    Provider(
        name="ESTAT",
        title="Eurostat SDMX",
        publisher="Eurostat",
        base="https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1",
        agency="ESTAT",
        licence="© European Union, reuse with the source named (Decision 2011/833/EU)",
        page="https://ec.europa.eu/eurostat/databrowser/view/{flow}/default/table",
        accept="text/csv",
        params=(("format", "SDMX-CSV"), ("compressed", "false")),
        references=_DESCENDANTS,
        available=False,
        stubs=True,
        home="EU27",
    ),
    Provider(
        name="ABS",
        title="Australian Bureau of Statistics",
        publisher="Australian Bureau of Statistics",
        base="https://data.api.abs.gov.au/rest",
        agency="ABS",
        licence="CC BY 4.0 (Australian Bureau of Statistics)",
        page="https://dataexplorer.abs.gov.au/vis?df%5Bag%5D={agency}&df%5Bid%5D={flow}",
        params=(("format", "csv"),),
        places=("REGION",),
        home="AUS",
        homes=("AUS", "50", "0"),
    ),
    Provider(
        name="ISTAT",
        title="Istat",
        publisher="Istituto Nazionale di Statistica",
        base="https://esploradati.istat.it/SDMXWS/rest",
        agency="IT1",
        licence="CC BY 4.0 (Istat)",
        page="https://esploradati.istat.it/databrowser/#/en/dw/search?q={flow}",
        accept="application/vnd.sdmx.data+csv;version=1.0.0",
        available=False,
        stubs=True,
        short=True,
        home="ITA",
        homes=("IT",),
        pace="5 questions a minute",
    ),
    Provider(
        name="INSEE",
        title="INSEE (BDM)",
        publisher="Institut national de la statistique et des études économiques",
        base="https://bdm.insee.fr/series/sdmx",
        agency="FR1",
        licence="Free reuse with the source named: INSEE (Licence Ouverte 2.0)",
        page="https://www.insee.fr/en/statistiques?idprec={flow}",
        accept=XML,
        references=_ALL,
        available=False,
        short=True,
        home="FRA",
        homes=("FE", "FR", "FR-D976"),
        structures="datastructure",
        bare=True,
    ),
    Provider(
        name="BBK",
        title="Deutsche Bundesbank",
        publisher="Deutsche Bundesbank",
        base="https://api.statistiken.bundesbank.de/rest",
        agency="BBK",
        licence="Free reuse with the source named: Deutsche Bundesbank",
        page="https://www.bundesbank.de/en/statistics/time-series-databases?query={flow}",
        accept=GENERIC,
        references=_ALL,
        available=False,
        short=True,
        places=("BBK_STD_AREA", "BBK_STD_REF_AREA"),
        home="DEU",
        homes=("DE",),
        structures="metadata/dataflow",
        bare=True,
    ),
)

BY_NAME = {one.name.lower(): one for one in PROVIDERS}
