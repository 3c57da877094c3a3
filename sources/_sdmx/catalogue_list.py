"""The lists of dataflows of SDMX services, as titles for the catalogue.

Each service's list is one answer of some megabytes. One that fails is reported, and does not stop the others.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial

from sources._cube.catalogue_pages import Listed, pages_of
from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.structure_messages import Flow, Structures
from sources._formats.sdmx.xml_reader import read_sdmx_xml
from sources._sdmx.build_requests import SOURCE, list_request
from sources._sdmx.providers import Provider
from sources._sdmx.series_metadata import page_of
from workbench.core.errors import WrongAnswerError
from workbench.core.series import Series, SeriesRef
from workbench.ports import Answer, CataloguePage, Fetch, ServiceList


async def pages(fetch: Fetch, providers: Sequence[Provider]) -> AsyncIterator[CataloguePage]:
    """Yield the dataflows of each service; the last page reports which did not answer.

    Raises:
        SourceError: None of them answered.
    """
    async for page in pages_of([(one.title, partial(_listed, fetch, one)) for one in providers]):
        yield page


async def beginning(fetch: Fetch, provider: Provider) -> ServiceList:
    """Return the dataflows in a service's list, named as in its keys.

    Raises:
        SourceError: It refused, or sent something else or an empty list.
    """
    found, answer = await _asked(fetch, provider)
    names = tuple(dict.fromkeys(key_of(provider, flow.name).partition("/")[2] for flow in found.flows))
    if not names:
        raise WrongAnswerError(provider.title, "a list of dataflows", "an empty list")
    return ServiceList(names, answer.snapshot)


async def _listed(fetch: Fetch, provider: Provider) -> Listed:
    found, answer = await _asked(fetch, provider)
    known = {series.ref: series for series in _series(provider, found)}
    return tuple(known.values()), answer.problem


async def _asked(fetch: Fetch, provider: Provider) -> tuple[Structures, Answer]:
    answer = await fetch(list_request(provider))
    found = read_sdmx_xml(provider.title, answer.body)
    if not isinstance(found, Structures):
        raise WrongAnswerError(provider.title, "a list of dataflows", "figures")
    return found, answer


def _series(provider: Provider, found: Structures) -> Iterator[Series]:
    for flow in found.flows:
        yield listed(provider, flow, found.agencies.get(flow.name.agency, ""))


def listed(provider: Provider, flow: Flow, agency: str = "") -> Series:
    """Convert a dataflow to a series of the catalogue, without a version, so that the newest is always read."""
    return Series(
        ref=SeriesRef(SOURCE, key_of(provider, flow.name)),
        title=flow.title,
        description=flow.description,
        url=page_of(provider, flow.name.agency, flow.name.id),
        publisher=agency or provider.publisher,
        licence=provider.licence,
    )


def key_of(provider: Provider, name: SdmxName) -> str:
    """Return the key of a dataflow, its agency left out where it is the service's own.

    >>> from sources._sdmx.providers import BY_NAME
    >>> key_of(BY_NAME["imf"], SdmxName("IMF.RES", "WEO", "9.0.0")), key_of(BY_NAME["ecb"], SdmxName("ECB", "EXR", "1.0"))
    ('IMF/IMF.RES,WEO', 'ECB/EXR')
    """
    own = name.agency in {"", provider.agency}
    return f"{provider.name}/{name.id}" if own else f"{provider.name}/{name.agency},{name.id}"
