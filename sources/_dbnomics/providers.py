"""The publishers that DBnomics mirrors: those in the catalogue, and those with an adapter of their own and its keys.

A mirror lags behind. Where another adapter queries the publisher directly, a note names the same series there, and the
mirror's list of that publisher is not used, so that no series is offered twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from sources._cube.table_key import TableKey

LISTED: tuple[str, ...] = (
    "AMECO",
    "BDF",
    "BEA",
    "BLS",
    "BOE",
    "BOJ",
    "BUBA",
    "DESTATIS",
    "EIA",
    "ELSTAT",
    "FAO",
    "FED",
    "INSEE",
    "ISTAT",
    "ROSSTAT",
    "STATCAN",
    "STATJP",
    "STATPOL",
    "WTO",
)
"""Publishers whose datasets go into the catalogue: those without an adapter of their own."""

HOMES: Mapping[str, str] = MappingProxyType(
    {
        "BDF": "FRA",
        "BEA": "USA",
        "BLS": "USA",
        "BOE": "GBR",
        "BOJ": "JPN",
        "BUBA": "DEU",
        "DESTATIS": "DEU",
        "EIA": "USA",
        "ELSTAT": "GRC",
        "FED": "USA",
        "INSEE": "FRA",
        "ISTAT": "ITA",
        "ONS": "GBR",
        "ROSSTAT": "RUS",
        "STATCAN": "CAN",
        "STATJP": "JPN",
        "STATPOL": "POL",
    }
)
"""The country of a publisher's datasets that have no dimension for it."""

_PLACES = frozenset({"geo", "ref_area", "country", "location"})
_SDMX = frozenset({"ECB", "ILO", "BIS"})
_SEARCHED = {"OECD": "sdmx:OECD/…", "IMF": "sdmx:IMF/…", "UNDATA": "sdmx:UN/…"}


def _rest(dimensions: Mapping[str, str]) -> dict[str, str]:
    return {name: code for name, code in dimensions.items() if name.lower() not in _PLACES}


def _eurostat(dataset: str, series: str, dimensions: Mapping[str, str]) -> str:
    del series
    return f"eurostat:{TableKey(dataset.lower(), _rest(dimensions))}"


def _worldbank(dataset: str, series: str, dimensions: Mapping[str, str]) -> str:
    del series
    by_name = {name.lower(): code for name, code in dimensions.items()}
    indicator = by_name.get("indicator") or by_name.get("series") or ""
    return f"worldbank:{indicator}" if dataset == "WDI" and indicator else ""


def _ons(dataset: str, series: str, dimensions: Mapping[str, str]) -> str:
    del dimensions
    cdid, _, frequency = series.partition(".")
    return f"ons:{cdid.lower()}/{dataset.lower()}" + (f"?freq={frequency}" if frequency in {"A", "Q", "M"} else "")


_OURS: Mapping[str, Callable[[str, str, Mapping[str, str]], str]] = MappingProxyType(
    {"Eurostat": _eurostat, "WB": _worldbank, "ONS": _ons}
)


def primary_key(provider: str, dataset: str, series: str, dimensions: Mapping[str, str]) -> str:
    """Return the key of the same series in the publisher's own adapter; empty where none is certain.

    >>> primary_key("Eurostat", "une_rt_a", "A.TOTAL.PC_ACT.T.DE", {"freq": "A", "unit": "PC_ACT", "geo": "DE"})
    'eurostat:une_rt_a?freq=A&unit=PC_ACT'
    >>> primary_key("ECB", "EXR", "A.USD.EUR.SP00.A", {"FREQ": "A", "CURRENCY": "USD"}), primary_key("FED", "H15", "x", {})
    ('sdmx:ECB/EXR?FREQ=A&CURRENCY=USD', '')
    """
    if provider in _SDMX and dimensions:
        return f"sdmx:{provider}/{TableKey(dataset, _rest(dimensions))}"
    made = _OURS.get(provider)
    return made(dataset, series, dimensions) if made else ""


def primary_note(provider: str, key: str) -> str:
    """Return the note that names the primary source; empty where the publisher has no adapter.

    >>> primary_note("OECD", "")
    'OECD is asked directly too; its series are named sdmx:OECD/….'
    """
    if key:
        return f"At first hand: {key}."
    searched = _SEARCHED.get(provider, "")
    return f"{provider} is asked directly too; its series are named {searched}." if searched else ""


def page_of(provider: str, dataset: str, series: str = "", dimensions: Mapping[str, str] | None = None) -> str:
    """Return the page for readers: the publisher's own where known, else DBnomics'.

    >>> page_of("Eurostat", "une_rt_a"), page_of("FED", "H15")
    ('https://ec.europa.eu/eurostat/databrowser/view/une_rt_a/default/table?lang=en', 'https://db.nomics.world/FED/H15')
    """
    if provider == "Eurostat":
        return f"https://ec.europa.eu/eurostat/databrowser/view/{quote(dataset.lower(), safe='')}/default/table?lang=en"
    key = primary_key(provider, dataset, series, dimensions or {})
    if key.startswith("worldbank:"):
        return "https://data.worldbank.org/indicator/" + quote(key.partition(":")[2], safe="")
    if provider == "ECB":
        return "https://data.ecb.europa.eu/data/datasets/" + quote(dataset, safe="")
    parts = [provider, dataset, series] if series else [provider, dataset]
    return "https://db.nomics.world/" + "/".join(quote(part, safe="") for part in parts)
