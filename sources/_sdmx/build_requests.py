"""Build requests to SDMX services: for lists, structures, availability and data.

Paths and parameters are the same for all services of a style; differences are in the table of providers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from urllib.parse import quote

from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.table_structure import Structure
from sources._sdmx.providers import Provider, Style
from workbench.ports import Request

SOURCE = "sdmx"
NO_ROWS = 404
TOO_MUCH = 413
_STRUCTURES = "application/vnd.sdmx.structure+xml;version=2.1"
_XML = ("application/vnd.sdmx", "application/xml", "text/xml")
_DATA = ("text/csv", "application/csv", "text/plain", "application/json", "text/json", *_XML)
_A_WEEK = timedelta(days=7)
_MOST_BYTES = 20_000_000
_PLAIN = "@,$.+-_*~"
_DAILY = frozenset({"D", "B"})


def list_request(provider: Provider) -> Request:
    """Return the request for all dataflows."""
    base, whose = provider.base, provider.listed or provider.agency
    if provider.bare:
        path = f"{base}/{provider.structures.replace('datastructure', 'dataflow')}/{whose}"
    elif provider.style is Style.V1:
        path = f"{base}/dataflow/{whose}/all/latest"
    else:
        path = f"{base}/structure/dataflow/{whose}/*/~"
    params = (("detail", "allstubs"),) if provider.stubs else ()
    return Request(_ended(provider, path), params, accept=_STRUCTURES, source=SOURCE, expects=_XML)


def structure_request(provider: Provider, flow: SdmxName) -> Request:
    """Return the request for a dataflow with everything to which it refers.

    The archive serves its answer for a week.
    """
    agency = flow.agency or provider.agency
    newest, kind = ("latest", provider.structures) if provider.style is Style.V1 else ("~", "structure/dataflow")
    parts = (agency, flow.id) if provider.bare else (agency, flow.id, flow.version or newest)
    path = "/".join(quote(part, safe=_PLAIN) for part in parts)
    return Request(
        _ended(provider, f"{provider.base}/{kind}/{path}"),
        provider.references,
        accept=_STRUCTURES,
        source=SOURCE,
        expects=_XML,
        reads_errors=(NO_ROWS,),
        max_age=_A_WEEK,
    )


def available_request(provider: Provider, structure: Structure, codes: Mapping[str, Sequence[str]]) -> Request:
    """Return the request for the codes with figures, given some codes."""
    key = _key(provider, structure, codes)
    if provider.style is Style.V1:
        path, params = f"availableconstraint/{_flow(provider, structure)}/{key}/all/all", (("mode", "available"),)
    else:
        path, params = f"availability/{_flow(provider, structure)}/{key}/all", (("mode", "available"),)
    return Request(
        _ended(provider, f"{provider.base}/{path}"),
        params,
        accept=_STRUCTURES,
        source=SOURCE,
        expects=_XML,
        reads_errors=(NO_ROWS,),
    )


def data_request(
    provider: Provider, structure: Structure, codes: Mapping[str, Sequence[str]], first: int, last: int
) -> Request:
    """Return the request for figures.

    Whole decades are requested, so that one archived answer serves claims about many years; for daily series, which are
    long, only the years.
    """
    daily = any(axis.role.value == "frequency" and _DAILY & set(codes.get(axis.code, ())) for axis in structure.axes)
    since, until = (first, last) if daily else (first - first % 10, last - last % 10 + 9)
    if provider.style is Style.V3:
        when: tuple[tuple[str, str], ...] = (("c[TIME_PERIOD]", f"ge:{since:04}+le:{until:04}"),)
    else:
        when = (("startPeriod", f"{since:04}"), ("endPeriod", f"{until:04}"))
    path = f"{provider.base}/data/{_flow(provider, structure)}/{_key(provider, structure, codes)}"
    return Request(
        _ended(provider, path),
        (*when, *provider.params),
        accept=provider.accept,
        source=SOURCE,
        expects=_DATA,
        reads_errors=(NO_ROWS,),
    )


def newest_request(provider: Provider, structure: Structure, codes: Mapping[str, Sequence[str]]) -> Request:
    """Return the request for the newest figure of each series, which shows the existing series."""
    path = f"{provider.base}/data/{_flow(provider, structure)}/{_key(provider, structure, codes)}"
    params = (("lastNObservations", "1"), *provider.params)
    return Request(
        _ended(provider, path),
        params,
        accept=provider.accept,
        source=SOURCE,
        expects=_DATA,
        reads_errors=(NO_ROWS, TOO_MUCH),
        largest=_MOST_BYTES,
    )


def _ended(provider: Provider, path: str) -> str:
    return f"{path}/" if provider.slash else path


def _flow(provider: Provider, structure: Structure) -> str:
    parts = [quote(part, safe=_PLAIN) for part in (structure.agency, structure.flow, structure.version)]
    if provider.style is not Style.V1:
        return "/".join(("dataflow", *parts))
    return parts[1] if provider.short else ",".join(parts)


def _key(provider: Provider, structure: Structure, codes: Mapping[str, Sequence[str]]) -> str:
    every = "" if provider.style is Style.V1 else "*"
    return quote(structure.key(codes, every=every), safe=_PLAIN)
