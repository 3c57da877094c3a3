"""The starter list: headline series that a fresh install finds without having asked any service.

Codes and titles are from the services' own lists; units, additivity and descriptions were written for the workbench. A
source's own list replaces it once downloaded.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from hashlib import sha256
from importlib.resources import files

from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef

_ABOUT = {
    "worldbank": ("World Bank", "CC BY 4.0 (World Bank Open Data)", "https://data.worldbank.org/indicator/{key}"),
    "unhcr": (
        "UNHCR, the UN Refugee Agency",
        "CC BY 4.0 (UNHCR Refugee Data Finder)",
        "https://www.unhcr.org/refugee-statistics/",
    ),
    "eurostat": (
        "Eurostat",
        "Free reuse with the source named: Eurostat (Commission Decision 2011/833/EU)",
        "https://ec.europa.eu/eurostat/databrowser/view/{table}/default/table?lang=en",
    ),
    "sdmx": ("", "", ""),  # many publishers: each row names its own
    "pxweb": ("", "", ""),
    "owid": (
        "Our World in Data, with the producer of each chart's figures",
        "CC BY 4.0 (Our World in Data); the original producer is to be named too, and its own terms hold for its figures",
        "https://ourworldindata.org/grapher/{key}",
    ),
    "ons": (
        "Office for National Statistics (UK)",
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0",
        "https://www.ons.gov.uk",
    ),
    "pxstat": (
        "Central Statistics Office (Ireland)",
        "CC BY 4.0 (Central Statistics Office, Ireland)",
        "https://data.cso.ie",
    ),
    "bls": (
        "U.S. Bureau of Labor Statistics",
        "Public domain: U.S. Bureau of Labor Statistics, source to be named",
        "https://www.bls.gov",
    ),
    "fred": (
        "Federal Reserve Bank of St. Louis, with the producer of each series",
        "As FRED's terms say, the producer to be named; some series keep their copyright (https://fred.stlouisfed.org/legal/)",
        "https://fred.stlouisfed.org",
    ),
    "statcan": (
        "Statistics Canada",
        "Statistics Canada Open Licence (https://www.statcan.gc.ca/en/reference/licence)",
        "https://www150.statcan.gc.ca",
    ),
    "sidra": (
        "Instituto Brasileiro de Geografia e Estatística",
        "Free reuse with the source named: IBGE",
        "https://sidra.ibge.gov.br",
    ),
    "gho": (
        "World Health Organization",
        "CC BY-NC-SA 3.0 IGO (World Health Organization): no commercial use",
        "https://www.who.int/data/gho/data/indicators",
    ),
    "frontex": (
        "European Border and Coast Guard Agency (Frontex)",
        "No licence stated; source to be named: Frontex (https://www.frontex.europa.eu)",
        "https://www.frontex.europa.eu/what-we-do/monitoring-and-risk-analysis/migratory-map/",
    ),
    "destatis": (
        "Statistisches Bundesamt (Destatis)",
        "Data licence Germany – attribution – 2.0: Statistisches Bundesamt (Destatis), Genesis-Online",
        "https://www-genesis.destatis.de",
    ),
    "unsdg": (
        "United Nations Statistics Division, with the agency in charge of the indicator",
        "UN Global SDG Database, free reuse with the source named (https://unstats.un.org/sdgs)",
        "https://unstats.un.org/sdgs/dataportal",
    ),
}


@cache
def starter() -> tuple[Series, ...]:
    """Return the headline series of every source that has a starter list, read once a process."""
    return tuple(_series(source, row) for source in _ABOUT for row in csv.DictReader(io.StringIO(_text(source))))


@cache
def digest() -> str:
    """Return a hash of the starter list, by which an index recognises an older one."""
    return sha256("".join(_text(source) for source in _ABOUT).encode()).hexdigest()


@cache
def _text(source: str) -> str:
    return files("workbench.catalogue").joinpath("starter", f"{source}.csv").read_text(encoding="utf-8")


def _series(source: str, row: dict[str, str]) -> Series:
    publisher, licence, page = _ABOUT[source]
    return Series(
        ref=SeriesRef(source, row["key"]),
        title=row["title"],
        unit=Unit(Dimension(row["dimension"]), row["unit"], row["code"], row["per"], row["prices"]),
        frequency=Frequency(row.get("frequency") or "year"),
        description=row["description"],
        places=frozenset(row["places"].split()) if row.get("places") else None,
        adds=Additivity(row["adds"]),
        url=row.get("url") or page.format(key=row["key"], table=row["key"].partition("?")[0]),
        publisher=row.get("publisher") or publisher,
        licence=row.get("licence") or licence,
        headline=True,
    )
