"""Some eighty publishers are searched where they lie: their whole lists are too long to pull."""

from __future__ import annotations

import json

import pytest

from sources._dbnomics.search import read_found
from sources._web.fetch import Fetcher
from sources.dbnomics import SOURCE
from sources.unhcr import SOURCE as UNHCR
from workbench.core.errors import ServiceError, SourceError, WrongAnswerError
from workbench.ports import SearchesItself
from workbench.testing import CannedFetch, MemoryArchive, utc_now

DOCS = [
    {"code": "UNRATE", "name": "Unemployment rate (percent)", "provider_code": "BLS", "provider_name": "Bureau of Labor", "nb_series": 9},
    {"code": "UNRATE", "name": "Unemployment rate (percent)", "provider_code": "BLS", "nb_series": 9},
    {"code": "a/b", "name": "No name of a dataset", "provider_code": "BLS"},
    {"name": "Without a code", "provider_code": "BLS"},
    "no row",
]  # fmt: skip


def body(docs: object) -> bytes:
    return json.dumps({"results": {"docs": docs, "num_found": 5}}).encode()


def test_it_says_that_it_searches_and_others_do_not() -> None:
    assert isinstance(SOURCE, SearchesItself)
    assert not isinstance(UNHCR, SearchesItself)


async def test_what_is_found_is_named_as_any_series_and_can_be_asked_for() -> None:
    """Each dataset once; rows without a name that can be asked for are left out."""
    fetch = CannedFetch(MemoryArchive(), body(DOCS))
    (found,) = await SOURCE.search(fetch, "unemployment rate", 5)
    assert (str(found.ref), found.title, found.publisher) == (
        "dbnomics:BLS/UNRATE",
        "Unemployment rate (percent)",
        "Bureau of Labor",
    )
    assert dict(fetch.asked[0].params) == {"q": "unemployment rate", "limit": "5", "offset": "0"}


async def test_nothing_found_is_an_answer() -> None:
    assert await SOURCE.search(CannedFetch(MemoryArchive(), body([])), "zzz", 5) == ()


def test_an_error_inside_a_success_is_in_the_services_own_words() -> None:
    with pytest.raises(ServiceError, match="too long"):
        read_found(b'{"errors": [{"message": "the query is too long"}]}')


@pytest.mark.parametrize("wrong", [b"{}", b"[]", b"null", b'{"results": []}', b"<html>", b"\xff", b"[" * 100_000])
def test_another_shape_is_one_sentence(wrong: bytes) -> None:
    with pytest.raises(WrongAnswerError):
        read_found(wrong)


@pytest.mark.parametrize("fault", ["slow", "cut", "html", "shape", "nothing", "refused"])
async def test_a_search_that_fails_says_so(fault, faults, quick) -> None:
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=faults.url(fault), client=quick())
    with pytest.raises(SourceError) as caught:
        await SOURCE.search(fetch, "unemployment", 5)
    assert caught.value.hint
