"""How often a host is asked: in turn, with a breath, within its window, and not at all while it wants to be left alone."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from sources import unhcr, worldbank
from sources._web.archive_cache import ArchiveCache, sha256
from sources._web.fetch import Fetcher
from sources._web.host_limits import HostLimits, hosts, read_hosts
from sources._web.rate_limit import RateLimiter
from workbench.core.errors import UnreachableError
from workbench.core.evidence import Snapshot
from workbench.ports import Request
from workbench.testing import MemoryArchive, utc_now

LOOPBACK = "127.0.0.1"


def fetcher(quick, **limits: object) -> Fetcher:
    pace = RateLimiter(table={LOOPBACK: HostLimits(**({"gap": 0.0} | limits))}, longest=1.0)
    return Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick(pace=pace))


async def crowd(faults, fetch, size: int) -> float:
    began = time.perf_counter()
    await asyncio.gather(*(fetch(Request(faults.url("crowd"), (("n", str(n)),))) for n in range(size)))
    return time.perf_counter() - began


@pytest.mark.parametrize("at_once", [1, 3])
async def test_a_host_has_as_many_open_questions_as_it_takes(faults, quick, at_once):
    await crowd(faults, fetcher(quick, at_once=at_once), 9)
    assert faults.most_open == at_once
    assert faults.questions["crowd"] == 9


async def test_a_window_takes_so_many_and_the_next_waits_for_it(faults, quick):
    """MakStat takes ten questions in ten seconds: here three in half a second."""
    assert await crowd(faults, fetcher(quick, at_once=9, most=3, per=0.5), 7) >= 0.95


async def test_a_window_counts_from_the_end_of_a_question_since_nobody_knows_when_it_reached_the_host():
    """A first question that was long on its way let an eleventh arrive within 9.67 of ten seconds."""
    pace, loop = RateLimiter(table={"slow.org": HostLimits(gap=0.0, most=1, per=0.4)}), asyncio.get_running_loop()
    async with pace.turn("slow.org") as turn:
        await turn.step()
        await asyncio.sleep(0.3)
    ended = loop.time()
    async with pace.turn("slow.org") as turn:
        await turn.step()
    assert loop.time() - ended >= 0.38


async def test_a_window_that_opens_in_an_hour_is_a_sentence_and_no_wait(faults, quick):
    """OECD takes sixty an hour."""
    fetch = fetcher(quick, most=2, per=3600.0)
    for n in range(2):
        await fetch(Request(faults.url("fine"), (("n", str(n)),)))
    with pytest.raises(UnreachableError, match="it takes 2 questions in an hour, and the next one in 60 minutes"):
        await fetch(Request(faults.url("fine"), (("n", "3"),)))
    assert faults.questions["fine"] == 2


async def test_while_the_window_is_shut_an_older_answer_stands_in(faults, quick):
    fetch = fetcher(quick, most=1, per=3600.0)
    await fetch(Request(faults.url("fine"), max_age=timedelta(0)))
    answer = await fetch(Request(faults.url("fine"), max_age=timedelta(0)))
    assert answer.problem is not None
    assert answer.problem.kind == "older-answer"


def asked(archive: MemoryArchive, url: str, moment: datetime) -> None:
    body = url.encode()
    archive.keep(Snapshot(id=sha256(body), url=url, fetched=moment, media_type="", size=len(body)), body)


async def test_what_another_command_asked_within_the_hour_counts():
    archive, now = MemoryArchive(), datetime(2026, 3, 6, 12, tzinfo=UTC)
    for minutes in (70, 10):
        asked(archive, f"https://sdmx.oecd.org/{minutes}", now - timedelta(minutes=minutes))
    asked(archive, "https://sdmx.oecd.org.example/", now)
    ago = ArchiveCache(archive, lambda: now).asked_ago
    assert ago("sdmx.oecd.org", 3600) == [600.0]
    pace = RateLimiter(table={"sdmx.oecd.org": HostLimits(most=1, per=3600.0)}, before=ago)
    async with pace.turn("sdmx.oecd.org") as turn:
        with pytest.raises(UnreachableError, match="in 50 minutes"):
            await turn.step()


async def test_a_host_that_asks_for_a_minute_is_left_alone_by_everyone(faults, quick):
    fetch = fetcher(quick)
    with pytest.raises(UnreachableError, match="wait 900 seconds"):
        await fetch(Request(faults.url("busy"), (("after", "900"),)))
    with pytest.raises(UnreachableError, match="it asked to be left alone, and the next one in 15 minutes"):
        await fetch(Request(faults.url("fine")))
    assert faults.questions["fine"] == 0


async def test_attempts_count_as_questions(faults, quick):
    fetch = fetcher(quick, most=3, per=3600.0)
    with pytest.raises(UnreachableError):
        await fetch(Request(faults.url("busy")))
    assert faults.questions["busy"] == 3
    with pytest.raises(UnreachableError, match="3 questions in an hour"):
        await fetch(Request(faults.url("fine")))


async def test_the_same_question_at_the_same_time_is_asked_once(faults, quick):
    fetch = fetcher(quick, at_once=9)
    answers = await asyncio.gather(*(fetch(Request(faults.url("crowd"))) for _ in range(9)))
    assert faults.questions["crowd"] == 1
    assert len({answer.snapshot for answer in answers}) == 1


async def test_a_question_that_is_cancelled_makes_room_for_those_who_wait(faults, quick):
    fetch = fetcher(quick)
    first = asyncio.create_task(fetch(Request(faults.url("drip"))))
    second = asyncio.create_task(fetch(Request(faults.url("drip"))))
    third = asyncio.create_task(fetch(Request(faults.url("fine"))))
    await asyncio.sleep(0.1)
    first.cancel()
    second.cancel()
    assert (await third).body


async def test_a_host_may_be_silent_for_longer_where_it_is_known_to(faults, quick):
    """Kosovo's service takes up to three quarters of a minute."""
    with pytest.raises(UnreachableError, match=r"within 1\.5 seconds"):
        await fetcher(quick)(Request(faults.url("dozing")))
    assert (await fetcher(quick, silence=10.0)(Request(faults.url("dozing")))).body


async def test_a_host_that_wants_a_browser_is_told_who_asks_all_the_same(faults, quick):
    await fetcher(quick, compatible=True)(Request(faults.url("fine")))
    assert faults.agents == ["Mozilla/5.0 (compatible; test/1 (tests))"]


def test_commands_that_run_several_loops_in_turn_may_share_a_pace():
    pace = RateLimiter(0)

    async def ask() -> None:
        async with pace.turn("a") as turn:
            await turn.step()

    for _ in range(3):
        asyncio.run(ask())


# --- the table ----------------------------------------------------------------------------------------------


def test_the_table_says_of_each_host_where_its_figure_comes_from():
    assert all(each.says for each in hosts().values())
    assert all(urlsplit(f"https://{host}/").hostname == host for host in hosts())


def test_every_host_of_the_first_sources_is_in_the_table():
    for source in (worldbank.SOURCE, unhcr.SOURCE):
        assert set(source.info.hosts) <= set(hosts())


@pytest.mark.parametrize(
    "text", ['["a"]\nmost = 3\n', '["a"]\ngap = -1\n', '["a"]\nat_once = 0\n', '["a"]\nhurry = 1\n']
)
def test_a_table_that_says_what_no_host_takes_is_refused(text):
    with pytest.raises(ValueError):
        read_hosts(text)


def test_a_host_is_known_with_its_port_and_without():
    pace = RateLimiter(table=hosts())
    assert pace.limits("databaza.instat.gov.al:8083").gap == 1
    assert pace.limits("api.scb.se").most == 30
    assert pace.limits("example.org") == pace.limits("example.org:8443") == hosts()["*"]
    assert RateLimiter(0.5).limits("example.org") == HostLimits(0.5)


async def test_a_host_that_answers_others_is_busy_and_not_silent():
    """One question is left without a word for 20 s while others are answered: the next one is asked all the same."""
    pace = RateLimiter(gap=0, at_once=2)
    async with pace.turn("busy.example", "Busy") as one, pace.turn("busy.example", "Busy") as other:
        other.spoke()
        one.fell_silent(20)
        await other.step()
    async with pace.turn("mute.example", "Mute") as turn:
        turn.fell_silent(20)
        with pytest.raises(UnreachableError):
            await turn.step()
