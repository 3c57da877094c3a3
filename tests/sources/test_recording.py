"""Record live answers, take the network away, and get the same figures from the folder."""

from __future__ import annotations

import asyncio
import json
import tomllib
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources import unhcr, worldbank
from sources._web.addresses import replay_url
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.http_errors import NoSampleError
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.recording import Recording, _text
from sources._web.replay import ReplayServer
from sources._web.stored_answers import BadIndexError, StoredAnswers
from tests.examples import examples
from workbench.core.errors import WritingError
from workbench.core.series import SeriesRef
from workbench.ports import Answer, Ask, Credential, Request, post
from workbench.testing import MemoryArchive, utc_now

KEY = "a-very-secret-key"


class Live(Client):
    """The real client, with a loopback server where the services would be."""

    def __init__(self, base: str) -> None:
        self.base = base
        host = urlsplit(base).netloc
        super().__init__(AddressPolicy(frozenset({host})), agent="test/1 (tests)", pace=RateLimiter(0))

    async def get(self, question):
        return await super().get(replace(question, url=replay_url(self.base, question.url), hosts=()))


def origin(name: str) -> tuple[str, str]:
    return f"The office of {name or 'nobody'}", "CC BY 4.0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recorded"


def recording(base: str, folder: Path) -> Recording:
    fetcher = Fetcher(archive=MemoryArchive(), clock=utc_now, client=Live(base), keys=lambda _: KEY)
    return Recording(fetcher, folder, origin)


async def replayed(folder: Path, request: Request) -> Answer:
    with ReplayServer(folder) as server:
        return await Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)(request)


# --- whole sources ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "ask"),
    [
        (worldbank.SOURCE, Ask(SeriesRef("worldbank", "SP.POP.TOTL"), ("MKD",), 2019, 2021)),
        (unhcr.SOURCE, Ask(SeriesRef("unhcr", "asylum-applications.coa"), ("MKD",), 2020, 2021)),
    ],
)
async def test_the_same_figures_come_from_the_folder(samples, folder, source, ask):
    live = await source.observations(recording(samples.base, folder), ask)
    assert live.observations
    with ReplayServer(folder) as server:
        again = await source.observations(Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base), ask)
    assert again.observations == live.observations
    assert again.series == live.series
    assert [s.id for s in again.snapshots] == [s.id for s in live.snapshots]
    assert [s.url for s in again.snapshots] == [s.url for s in live.snapshots]
    assert not any(s.sample for s in live.snapshots)
    today = utc_now().date().isoformat()
    assert {s.sample for s in again.snapshots} == {f"The office of {source.info.name}, as of {today}"}


async def test_what_was_not_asked_is_not_in_the_folder(samples, folder):
    await worldbank.SOURCE.observations(
        recording(samples.base, folder), Ask(SeriesRef("worldbank", "SP.POP.TOTL"), ("MKD",), 2019, 2021)
    )
    with pytest.raises(NoSampleError):
        await replayed(folder, Request("https://api.worldbank.org/v2/indicator"))


# --- every kind of question -------------------------------------------------------------------------------------

TABLE = "https://makstat.stat.gov.mk/PXWeb/api/v1/mk/MakStat/БДП/125.px"


async def test_posted_questions_are_told_apart_by_their_bodies(faults, folder):
    record = recording(faults.url("echo"), folder)
    one = await record(post(TABLE, {"query": [{"code": "Година", "values": ["2020"]}]}, source="makstat"))
    two = await record(post(TABLE, {"query": [{"code": "Година", "values": ["2021"]}]}, source="makstat"))
    assert one.body != two.body
    for live, years in ((one, ["2020"]), (two, ["2021"])):
        again = await replayed(folder, post(TABLE, {"query": [{"code": "Година", "values": years}]}, source="makstat"))
        assert again.body == live.body
        assert again.snapshot.url == live.snapshot.url
    for other in (post(TABLE, {"query": []}), Request(TABLE)):
        with pytest.raises(NoSampleError):
            await replayed(folder, other)


async def test_a_name_that_repeats_is_kept_with_all_its_values(faults, folder):
    request = Request("https://ec.europa.eu/x", (("geo", "MK"), ("geo", "DE"), ("c[TIME_PERIOD]", "ge:2015")))
    await recording(faults.url("fine"), folder)(request)
    assert (await replayed(folder, request)).body
    for params in ((("geo", "MK"),), (("geo", "MK"), ("geo", "FR"), ("c[TIME_PERIOD]", "ge:2015"))):
        with pytest.raises(NoSampleError):
            await replayed(folder, replace(request, params=params))


async def test_a_query_inside_the_address_is_a_query(faults, folder):
    request = Request("https://x.example/data?b=2&a=1#part", (("c", "ц;ч"),))
    await recording(faults.url("fine"), folder)(request)
    assert (await replayed(folder, request)).body


async def test_an_error_that_the_source_reads_comes_back_as_that_error(faults, folder):
    request = Request("https://sdmx.oecd.org/x", reads_errors=(404,))
    await recording(faults.url("norecords"), folder)(request)
    again = await replayed(folder, request)
    assert (again.status, again.body, again.snapshot.media_type) == (404, b"NoRecordsFound", "text/plain")


async def test_no_stored_answer_is_never_taken_for_the_services_own_404(faults, folder):
    """The source reads 404s: "there are no such records" must not be what it reads where nobody ever asked."""
    await recording(faults.url("fine"), folder)(Request("https://sdmx.oecd.org/other"))
    with pytest.raises(NoSampleError):
        await replayed(folder, Request("https://sdmx.oecd.org/x", reads_errors=(404,)))


@pytest.mark.parametrize("place", [{"parameter": "key"}, {"header": "X-Key"}])
async def test_no_key_is_in_the_folder(faults, folder, place):
    request = Request("https://factchecktools.googleapis.com/x", (("q", "a"),), credential=Credential("fc", **place))
    await recording(faults.url("fine"), folder)(request)
    assert KEY in faults.paths[0] + str(faults.heads[0])
    assert all(KEY.encode() not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert (await replayed(folder, request)).body


async def test_a_star_that_was_asked_is_a_star(faults, folder):
    """PxWeb 2 takes a star for all values: its answer is not that of one value."""
    request = Request("https://data.ssb.no/x", (("valueCodes[Tid]", "*"),))
    await recording(faults.url("fine"), folder)(request)
    assert (await replayed(folder, request)).body
    with pytest.raises(NoSampleError):
        await replayed(folder, replace(request, params=(("valueCodes[Tid]", "2021"),)))


async def test_a_token_in_the_users_own_address_is_hidden_and_still_matches(faults, folder):
    request = Request("https://intranet.example/a.csv?year=2021", (("token", "s3cret-s3cret"),), expects=())
    live = await recording(faults.url("fine"), folder)(request)
    assert "s3cret" in faults.paths[0]
    assert "s3cret" not in live.snapshot.url + (folder / "answers.toml").read_text()
    assert (await replayed(folder, request)).body == live.body
    with pytest.raises(NoSampleError) as caught:
        await replayed(folder, replace(request, params=(("token", "another"),)))
    assert "another" not in caught.value.message


# --- the folder ----------------------------------------------------------------------------------------------------


async def test_a_later_answer_to_the_same_question_counts(faults, folder):
    request = Request("https://x.example/a")
    folder.mkdir()
    (folder / "old.json").write_text("[1]")
    (folder / "answers.toml").write_text(
        '# mine\n[[answer]]\nurl = "https://x.example/a"\nfile = "old.json"\norigin = "An office"\nas_of = "2020"'
    )
    assert (await replayed(folder, request)).body == b"[1]"
    await recording(faults.url("fine"), folder)(request)
    assert (folder / "answers.toml").read_text().startswith("# mine")
    assert (await replayed(folder, request)).body != b"[1]"


async def test_the_same_answer_twice_is_one_entry(faults, folder):
    record = recording(faults.url("fine"), folder)
    for _ in range(3):
        await record(Request("https://x.example/a"))
    assert len(tomllib.loads((folder / "answers.toml").read_text())["answer"]) == 1


async def test_many_at_once_are_all_there(faults, folder):
    record = recording(faults.url("fine"), folder)
    requests = [Request("https://x.example/a", (("n", str(n)),)) for n in range(20)]
    await asyncio.gather(*(record(request) for request in requests))
    assert len(tomllib.loads((folder / "answers.toml").read_text())["answer"]) == 20
    assert [path.name for path in folder.rglob(".*")] == []


async def test_samples_and_own_files_are_not_recorded(samples, folder, tmp_path):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=samples.base)
    record = Recording(fetch, folder, origin)
    (tmp_path / "a.csv").write_text("x")
    await record(Request((tmp_path / "a.csv").as_uri()))
    await worldbank.SOURCE.observations(record, Ask(SeriesRef("worldbank", "SP.POP.TOTL"), ("MKD",), 2019, 2021))
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_one_is_a_sentence(tmp_path, samples):
    (tmp_path / "file").write_text("x")
    with pytest.raises(WritingError):
        recording(samples.base, tmp_path / "file" / "folder")
    (tmp_path / "answers.toml").write_text("[[answer]\n")
    with pytest.raises(BadIndexError):
        recording(samples.base, tmp_path)


@given(st.text())
@settings(max_examples=examples(200))
def test_any_text_is_written_so_that_toml_reads_it(text):
    wanted = text.encode("utf-8", errors="replace").decode()
    assert tomllib.loads(f"x = {_text(text)}")["x"] == wanted


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=5), st.text(max_size=5)), max_size=4),
    st.none() | st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=4), max_size=3),
)
def test_whatever_was_asked_is_found_again(tmp_path_factory, params, tree):
    """Any script, any control character, any order: the index and the wire agree on what a question is."""
    params = tuple(
        (name.encode("utf-8", "replace").decode(), value.encode("utf-8", "replace").decode()) for name, value in params
    )
    request = Request("https://x.example/Скопје data", params)
    if tree is not None:
        body = json.loads(json.dumps(tree).encode("utf-8", "replace"))
        try:
            request = post(request.url, body, params=params)
        except UnicodeEncodeError:  # a lone surrogate is no text that any service takes
            return
    folder = tmp_path_factory.mktemp("recorded")

    async def live(request: Request, *, fresh: bool = False) -> Answer:
        from workbench.testing import CannedFetch

        return await CannedFetch(MemoryArchive(), b'["found"]')(request)

    async def check() -> None:
        await Recording(live, folder, origin)(request)
        assert (await replayed(folder, request)).body == b'["found"]'

    url = request.url
    request = replace(request, url=url.replace(" ", "%20"))
    asyncio.run(check())


def test_a_list_of_values_and_a_single_one_are_read_alike(tmp_path):
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "answers.toml").write_text(
        '[[answer]]\nurl = "https://x"\nparams = { a = ["1"], b = "2" }\nfile = "a.json"\norigin = "A"\nas_of = "2021"\n'
    )
    assert StoredAnswers(tmp_path)._entries[0].params == (("a", "1"), ("b", "2"))
