"""The archive first, then the network; live and sample answers never stand in for one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sources._web.addresses import full_url, read_sample
from sources._web.archive_cache import DAY, ArchiveCache, sha256
from sources._web.fetch import Fetcher
from sources._web.http_errors import NoSampleError
from sources._web.user_agent import user_agent
from workbench.core.errors import (
    EmptyFileError,
    MissingFileError,
    OfflineError,
    RefusedAddressError,
    SourceError,
    TooLargeError,
    UnreachableError,
)
from workbench.core.evidence import Snapshot
from workbench.ports import Request
from workbench.testing import utc_now

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
POPULATION = Request(
    "https://api.worldbank.org/v2/country/MKD/indicator/SP.POP.TOTL",
    (("format", "json"), ("per_page", "1000"), ("page", "1")),
    source="worldbank",
)


@pytest.fixture
def fetch(quick, archive, watch):
    return Fetcher(archive=archive, clock=watch, client=quick())


async def test_a_body_is_archived_under_its_hash_before_anyone_reads_it(faults, fetch, archive):
    answer = await fetch(Request(faults.url("fine"), (("a", "1"), ("a", "2")), source="worldbank"))
    assert answer.snapshot == Snapshot(
        id=sha256(answer.body),
        url=faults.url("fine?a=1&a=2"),
        fetched=NOON,
        media_type="application/json",
        size=len(answer.body),
        source="worldbank",
        headers=answer.snapshot.headers,
    )
    assert archive.read(answer.snapshot.id) == answer.body


async def test_a_young_answer_is_not_asked_for_again(faults, fetch, watch):
    request = Request(faults.url("fine"))
    await fetch(request)
    watch.now += timedelta(hours=23)
    assert (await fetch(request)).snapshot.fetched == NOON
    watch.now += timedelta(hours=2)
    assert (await fetch(request)).snapshot.fetched == watch.now
    await fetch(request, fresh=True)
    assert faults.questions["fine"] == 3


@pytest.mark.parametrize(
    ("says", "serves"),
    [
        ("max-age=3600", 3600),
        ("public, MAX-AGE=3600, must-revalidate", 3600),
        ("no-cache", 60),
        ("no-store, max-age=86400", 60),
        ("max-age=0", 60),
        ("max-age=31536000", 86400),
        ("s-maxage=60", 86400),
        ("max-age=soon", 86400),
        ("", 86400),
    ],
)
async def test_an_answer_serves_no_longer_than_its_service_says(faults, fetch, watch, says: str, serves: int):
    """A minute at least: one piece of work asks one question once. A source that says how long its lists serve knows better."""
    figures = Request(faults.url("aging"), (("says", says or ","),))
    await fetch(figures)
    watch.now = NOON + timedelta(seconds=serves)
    await fetch(figures)
    assert faults.questions["aging"] == 1
    watch.now += timedelta(seconds=1)
    await fetch(figures)
    assert faults.questions["aging"] == 2
    watch.now += timedelta(days=6)
    await fetch(replace(figures, max_age=timedelta(days=7)))
    assert faults.questions["aging"] == 2


@pytest.mark.parametrize(
    ("host", "fetched", "now", "serves"),
    [
        ("ec.europa.eu", "2026-11-02T08:00", "2026-11-02T09:59", True),  # out at 11:00 in Brussels, which is 10:00 UTC
        ("ec.europa.eu", "2026-11-02T08:00", "2026-11-02T10:00", False),
        ("ec.europa.eu", "2026-07-02T08:00", "2026-07-02T09:00", False),  # in summer 9:00 UTC
        ("ec.europa.eu", "2026-11-02T10:30", "2026-11-02T21:59", True),
        ("ec.europa.eu", "2026-11-02T10:30", "2026-11-02T22:00", False),
        ("ec.europa.eu", "2026-11-01T23:00", "2026-11-02T09:00", True),
        ("api.beta.ons.gov.uk", "2026-11-02T06:00", "2026-11-02T07:00", False),
        ("api.worldbank.org", "2026-11-02T08:00", "2026-11-03T07:00", True),
    ],
)
async def test_on_the_day_of_a_release_the_morning_s_figure_serves_no_more(archive, watch, host, fetched, now, serves):  # noqa: PLR0917
    cache = ArchiveCache(archive, watch)
    request, url = Request(f"https://{host}/x"), f"https://{host}/x"
    watch.now = datetime.fromisoformat(fetched).replace(tzinfo=UTC)
    cache.keep(request, url, b"{}", "application/json")
    watch.now = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert (cache.find(request, url, DAY, obey=True) is not None) is serves
    assert cache.find(request, url, timedelta(days=7)) is not None, "what a source keeps for longer, it knows better"


async def test_an_older_answer_stands_in_for_a_service_that_is_down_and_says_so(faults, fetch, watch):
    request = Request(faults.url("fine"))
    await fetch(request)
    faults.close()
    watch.now += timedelta(days=3)
    answer = await fetch(request)
    assert answer.snapshot.fetched == NOON
    assert answer.problem is not None
    assert "fetched on 2026-03-06" in answer.problem.message
    for asked in (request, replace(request, revalidate=True)):
        with pytest.raises(UnreachableError):
            await fetch(asked, fresh=True)
    asked_anew = await fetch(replace(request, older=True), fresh=True)
    assert asked_anew.problem == answer.problem, "whoever asks anew for a figure keeps the one he has"


async def test_offline_answers_come_from_the_archive_whatever_their_age(faults, fetch, archive, watch):
    request = Request(faults.url("fine"))
    await fetch(request)
    watch.now += timedelta(days=900)
    offline = Fetcher(archive=archive, clock=watch, offline=True)
    assert (await offline(request)).snapshot.fetched == NOON
    with pytest.raises(OfflineError):
        await offline(Request(faults.url("html")))
    assert faults.questions["fine"] == 1


async def test_a_replayed_answer_has_the_services_address_and_says_that_it_is_a_sample(samples, archive):
    fetch = Fetcher(archive=archive, clock=utc_now, replay=samples.base)
    answer = await fetch(POPULATION)
    assert answer.snapshot.url == full_url(POPULATION)
    assert answer.snapshot.sample == "World Bank, World Development Indicators, as of 2026-03-06"


async def test_samples_never_stand_in_for_live_answers_nor_live_ones_for_samples(samples, archive):
    await Fetcher(archive=archive, clock=utc_now, replay=samples.base)(POPULATION)
    with pytest.raises(OfflineError):
        await Fetcher(archive=archive, clock=utc_now, offline=True)(POPULATION)
    live = b"[{}]"
    archive.keep(Snapshot(id=sha256(live), url=full_url(POPULATION), fetched=utc_now(), media_type="", size=4), live)
    assert (await Fetcher(archive=archive, clock=utc_now, replay=samples.base)(POPULATION)).body != live


async def test_what_the_samples_do_not_hold_is_told_and_not_archived(samples, archive):
    fetch = Fetcher(archive=archive, clock=utc_now, replay=samples.base)
    with pytest.raises(NoSampleError, match="do not hold this question"):
        await fetch(Request("https://api.worldbank.org/v2/country/FRA/indicator/SP.POP.TOTL"))
    assert len(archive) == 0


async def test_a_server_without_a_label_is_still_marked_as_a_sample(faults, archive, quick):
    fetch = Fetcher(archive=archive, clock=utc_now, replay=faults.url("fine"), client=quick())
    answer = await fetch(Request("https://api.unhcr.org/population/v1/population/"))
    assert answer.snapshot.sample == "stored sample answer of unstated origin"
    assert read_sample("%1b%5b31mred") == r"\x1b[31mred"


async def test_a_source_asks_its_own_hosts_alone(archive):
    fetch = Fetcher(archive=archive, clock=utc_now, hosts={"worldbank": ("api.worldbank.org",)})
    with pytest.raises(RefusedAddressError, match="does not name this host"):
        await fetch(Request("https://example.org/", source="worldbank"))


# --- the user's own files -------------------------------------------------------------------------------


async def test_a_file_is_archived_and_read_again_when_it_changes(tmp_path, fetch, archive):
    file = tmp_path / "my figures.csv"
    file.write_bytes(b"one")
    request = Request(file.as_uri(), source="file", expects=("text/csv",))
    first = await fetch(request)
    assert (await fetch(request)).snapshot == first.snapshot
    assert first.snapshot.media_type == "text/csv"
    assert first.snapshot.sample == ""
    file.write_bytes(b"two")
    assert (await fetch(request)).body == b"two"
    assert archive.read(first.snapshot.id) == b"one"


async def test_a_file_is_read_offline_and_beside_samples(tmp_path, archive, samples):
    file = tmp_path / "a.csv"
    file.write_bytes(b"x")
    for fetch in (
        Fetcher(archive=archive, clock=utc_now, offline=True),
        Fetcher(archive=archive, clock=utc_now, replay=samples.base),
    ):
        assert (await fetch(Request(file.as_uri()))).body == b"x"


async def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, fetch):
    (tmp_path / "empty.csv").touch()
    with (tmp_path / "large.csv").open("wb") as stream:
        stream.truncate(200_000_000)
    for path, kind in [
        (tmp_path / "none.csv", MissingFileError),
        (tmp_path, MissingFileError),
        (tmp_path / "empty.csv", EmptyFileError),
        (tmp_path / "large.csv", TooLargeError),
    ]:
        with pytest.raises(kind) as caught:
            await fetch(Request(path.as_uri()))
        assert str(path) in caught.value.message
    with pytest.raises(MissingFileError, match="this machine"):
        await fetch(Request("file://fileserver/share/a.csv"))


# --- names ----------------------------------------------------------------------------------------------


def test_we_say_who_we_are_in_plain_letters():
    assert user_agent("").startswith("claim-workbench/")
    assert user_agent("редакция\r\nX-Evil: 1").isascii()
    assert user_agent("a\r\nb").isprintable()


async def test_no_address_at_all(fetch):
    for url in ("", "worldbank", "https://"):
        with pytest.raises(SourceError):
            await fetch(Request(url))
