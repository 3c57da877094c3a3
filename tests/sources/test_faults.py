"""Whatever a server does ends in one sentence, and nothing of it is kept."""

from __future__ import annotations

import asyncio
import socket
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from sources._web import silent_hosts
from sources._web.fetch import Fetcher
from sources._web.http_request import HttpQuestion
from sources._web.network_policy import AddressPolicy
from sources._web.retries import RetryLimits
from sources._web.timeouts import Timeouts
from workbench.core.errors import (
    RefusedAddressError,
    ServiceError,
    SourceError,
    TooBigAnswerError,
    UnreachableError,
    WrongAnswerError,
)
from workbench.ports import Request
from workbench.testing import utc_now


@pytest.fixture
def fetch(quick, archive):
    return Fetcher(archive=archive, clock=utc_now, client=quick())


@pytest.mark.parametrize(
    ("path", "kind", "says"),
    [
        ("slow", UnreachableError, "no whole answer within"),
        ("drip", UnreachableError, "no whole answer within"),
        ("cut", UnreachableError, "the line was cut"),
        ("cut-gzip", UnreachableError, "the line was cut"),
        ("silent", UnreachableError, "the line was cut"),
        ("html", WrongAnswerError, "an HTML page where JSON was expected"),
        ("html-as-json", WrongAnswerError, "an HTML page where JSON was expected"),
        ("html400", ServiceError, "HTTP 400 Bad Request"),
        ("refused", ServiceError, "series"),
        ("image", WrongAnswerError, "an image where JSON was expected"),
        ("brotli", WrongAnswerError, "packed as br"),
        ("packed?as=zstd", WrongAnswerError, "packed as zstd"),
        ("packed?as=deflate", WrongAnswerError, "packed as deflate"),
        ("packed?as=gzip,%20gzip", WrongAnswerError, "packed as gzip, gzip"),
        ("packed?as=%1b[31m", WrongAnswerError, "packed as"),
        ("headers", UnreachableError, "the line was cut"),
        ("raw?as=noise", UnreachableError, "the line was cut"),
        ("raw?as=chunks", UnreachableError, "the line was cut"),
        ("raw?as=half-chunk", UnreachableError, "the line was cut"),
        ("raw?as=minus", UnreachableError, "the line was cut"),
        ("raw?as=two-lengths", UnreachableError, "the line was cut"),
        ("raw?as=short", UnreachableError, "the line was cut"),
        ("raw?as=bad-status", UnreachableError, "the line was cut"),
        ("raw?as=bad-header", UnreachableError, "the line was cut"),
        ("raw?as=endless-100", UnreachableError, "the line was cut"),
        ("raw?as=teapot", ServiceError, "HTTP 999"),
        ("busy?status=504", UnreachableError, "not well (HTTP 504)"),
        ("notgzip", WrongAnswerError, "cannot be unpacked"),
        ("big", TooBigAnswerError, "more than 2 MB"),
        ("endless", TooBigAnswerError, "more than 2 MB"),
        ("bomb", TooBigAnswerError, "more than 8 MB"),
        ("loop", WrongAnswerError, "one redirect after another"),
        ("busy?status=503", UnreachableError, "not well (HTTP 503)"),
        ("busy?after=900", UnreachableError, "to wait 900 seconds"),
    ],
)
async def test_each_fault_is_one_sentence_and_leaves_nothing_behind(faults, quick, archive, path, kind, says):  # noqa: PLR0917
    fetch = Fetcher(archive=archive, clock=utc_now, client=quick(calmly=kind is not UnreachableError))
    with pytest.raises(SourceError) as caught:
        await fetch(Request(faults.url(path)))
    assert isinstance(caught.value, kind)
    assert says in caught.value.message
    assert faults.host in caught.value.message
    assert caught.value.message.isprintable()
    assert caught.value.hint
    assert len(archive) == 0


STATUSES = {
    "Nothing is wrong with the question": (
        201,
        202,
        204,
        206,
        226,
        300,
        301,
        302,
        304,
        307,
        308,
        500,
        501,
        505,
        507,
        999,
    ),
    "wants a key": (401, 403, 407, 451, 511),
    "Check the series and the period": (400, 404, 406, 410, 413, 414, 422),
}


@pytest.mark.parametrize(("hint", "status"), [(hint, status) for hint, all_ in STATUSES.items() for status in all_])
async def test_each_status_says_whether_the_question_is_to_be_looked_over(faults, fetch, archive, hint, status):
    """Only where the service finds fault with it; no body, a part of one, a way that leads nowhere are the service's own."""
    with pytest.raises(ServiceError) as caught:
        await fetch(Request(faults.url("status"), (("status", str(status)),)))
    assert hint in caught.value.hint
    assert f"HTTP {status}" in caught.value.message
    assert len(archive) == 0


async def test_where_the_service_fails_by_itself_the_older_answer_stands_in(faults, fetch):
    await fetch(Request(faults.url("status"), (("status", "200"), ("then", "500")), max_age=timedelta(0)))
    answer = await fetch(Request(faults.url("status"), (("status", "200"), ("then", "500")), max_age=timedelta(0)))
    assert answer.problem is not None
    assert answer.problem.kind == "older-answer"
    assert "failed: HTTP 500" in answer.problem.message


@pytest.mark.parametrize("path", ["slow", "drip"])
async def test_a_silent_host_is_asked_once(faults, quick, archive, path):
    """Each attempt would cost the reviewer a whole length of silence: 20 seconds."""
    fetch = Fetcher(
        archive=archive, clock=utc_now, client=quick(patience=RetryLimits(attempts=9, first_wait=0.01, jitter=0.01))
    )
    with pytest.raises(UnreachableError):
        await fetch(Request(faults.url(path)))
    assert faults.questions[path] == 1
    assert Timeouts().silence <= 20


async def test_a_silent_host_is_asked_nothing_else_for_a_while(faults, quick, archive, monkeypatch):
    """A list, then figures: a host that says no word costs one silence, not one for each question."""
    fetch = Fetcher(archive=archive, clock=utc_now, client=quick())
    with pytest.raises(UnreachableError, match="no whole answer within"):
        await fetch(Request(faults.url("slow")))
    with pytest.raises(UnreachableError, match=r"no whole answer within .* seconds; it is asked again in \d+ seconds"):
        await fetch(Request(faults.url("status"), (("status", "200"),)))
    assert faults.questions["status"] == 0
    monkeypatch.setattr(silent_hosts, "SILENCE", 0.0)
    client = quick()
    for _ in range(2):
        with pytest.raises(UnreachableError):
            await Fetcher(archive=archive, clock=utc_now, client=client)(Request(faults.url("slow")))
    assert faults.questions["slow"] == 3, "after that it is asked again"


async def test_a_host_that_only_takes_long_is_asked_again(faults, fetch):
    with pytest.raises(UnreachableError):
        await fetch(Request(faults.url("drip")))
    assert (await fetch(Request(faults.url("status"), (("status", "200"),)))).problem is None


async def test_a_hundred_megabytes_are_not_read_to_their_end(faults, quick, archive):
    patient = Fetcher(archive=archive, clock=utc_now, client=quick(calmly=True))  # a busy machine is no slow service
    with pytest.raises(TooBigAnswerError):
        await patient(Request(faults.url("endless")))
    assert faults.sent < 30_000_000  # what fits into the sockets' buffers, far from the whole


@pytest.mark.parametrize(
    "away",
    [
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/",
        "http://2130706433/", "http://0x7f.1/", "https://example.org/", "file:///etc/passwd", "//127.0.0.1:9/x",
        "http://127.0.0.1@example.org/", "http://[::ffff:127.0.0.1]:1/",
    ],
)  # fmt: skip
async def test_a_redirect_elsewhere_is_refused(faults, fetch, archive, away):
    with pytest.raises(RefusedAddressError):
        await fetch(Request(faults.url("away") + f"?to={away}"))
    assert faults.questions["away"] == 1
    assert len(archive) == 0


async def test_a_redirect_to_nowhere_is_told(faults, fetch):
    for nowhere in ("javascript:alert(1)", "http://", "http://[", "%00"):
        with pytest.raises(SourceError):
            await fetch(Request(faults.url("away"), (("to", nowhere),)))


async def test_a_redirect_at_home_is_followed(faults, fetch):
    answer = await fetch(Request(faults.url("away"), (("to", "/fine"),)))
    assert answer.body.startswith(b'[{"page":1')


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://127.0.0.1/", "http://0/", "https://[::1]/", "http://127.0.0.1.:80/"]
)
async def test_private_addresses_are_not_opened(archive, url):
    with pytest.raises(RefusedAddressError, match="private address"):
        await Fetcher(archive=archive, clock=utc_now)(Request(url))


async def test_a_name_that_leads_to_a_private_address_is_refused_before_connecting(faults, archive):
    """A public name may be pointed anywhere: what counts is the address that it leads to."""
    port = faults.host.rpartition(":")[2]
    with pytest.raises(RefusedAddressError, match="private address"):
        await Fetcher(archive=archive, clock=utc_now)(Request(f"http://localhost:{port}/fine"))
    assert not faults.questions


async def test_a_trusted_name_is_asked_under_that_name_at_the_address_that_was_checked(faults, quick):
    name = faults.host.replace("127.0.0.1", "localhost")
    client = quick(policy=AddressPolicy(frozenset({name})))
    assert (await client.get(HttpQuestion(f"http://{name}/fine", name))).body
    assert faults.names == [name]


async def test_a_name_that_changes_its_mind_after_the_check_changes_nothing(faults, quick, monkeypatch):
    """DNS rebinding: the name is looked up once for each request, and the connection goes to the address that was checked."""
    name, port = faults.host.replace("127.0.0.1", "localhost"), int(faults.host.rpartition(":")[2])
    asked: list[str] = []

    async def look_up(self, host, *args, **kwargs):
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "169.254.169.254"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", look_up)
    client = quick(policy=AddressPolicy(frozenset({name})))
    assert (await client.get(HttpQuestion(f"http://{name}/fine", name))).body
    assert asked.count("localhost") == 1


async def test_one_private_address_among_public_ones_is_enough_to_refuse(archive, monkeypatch):
    async def look_up(self, host, port, *args, **kwargs):
        both = ("151.101.1.1", "10.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in both]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", look_up)
    with pytest.raises(RefusedAddressError, match="private address"):
        await Fetcher(archive=archive, clock=utc_now)(Request("https://api.worldbank.org/x"))


async def test_an_address_that_takes_no_connection_is_passed_over_for_the_next(faults, quick, monkeypatch):
    name, port = faults.host.replace("127.0.0.1", "localhost"), int(faults.host.rpartition(":")[2])
    plain = asyncio.BaseEventLoop.getaddrinfo

    async def look_up(self, host, *args, **kwargs):
        if host != "localhost":
            return await plain(self, host, *args, **kwargs)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("127.0.0.9", "127.0.0.1")]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", look_up)
    client = quick(policy=AddressPolicy(frozenset({name})))
    assert (await client.get(HttpQuestion(f"http://{name}/fine", name))).body


async def test_a_line_that_is_cut_once_is_asked_again(faults, fetch):
    assert (await fetch(Request(faults.url("cut-once")))).body
    assert (await fetch(Request(faults.url("cut-gzip-once")))).body


async def test_a_server_that_speaks_no_tls_is_no_connection(faults, fetch):
    with pytest.raises(UnreachableError, match="no connection"):
        await fetch(Request(faults.url("fine").replace("http:", "https:")))


async def test_passing_failures_are_asked_again(faults, fetch):
    assert (await fetch(Request(faults.url("busy"), (("times", "2"), ("status", "502"))))).body
    assert faults.questions["busy"] == 3


async def test_an_error_page_passes_where_the_service_is_known_for_it_and_nowhere_else(faults, fetch):
    """The World Bank answers 400 with an ASP.NET page in its bad minutes."""
    request = Request(faults.url("html400"), (("times", "1"),))
    assert (await fetch(replace(request, passing=(400,)))).body
    assert faults.questions["html400"] == 2
    faults.questions.clear()
    with pytest.raises(ServiceError, match="400"):
        await fetch(Request(faults.url("html400"), (("times", "9"),)))
    assert faults.questions["html400"] == 1


async def test_retry_after_is_obeyed(faults, fetch):
    began = time.perf_counter()
    await fetch(Request(faults.url("busy"), (("times", "1"), ("after", "1"))))
    assert time.perf_counter() - began >= 0.95


async def test_final_failures_are_asked_once(faults, fetch):
    for path in ("refused", "html", "image", "bomb"):
        with pytest.raises(SourceError):
            await fetch(Request(faults.url(path)))
        assert faults.questions[path] == 1


async def test_patience_ends(faults, fetch):
    with pytest.raises(UnreachableError):
        await fetch(Request(faults.url("busy")))
    assert faults.questions["busy"] == 3


async def test_a_packed_and_an_untyped_answer_are_read(faults, fetch):
    for path in ("gzip", "untyped", "fine"):
        assert (await fetch(Request(faults.url(path)))).body.startswith(b'[{"page":1')


async def test_nobody_there(archive, quick, faults):
    fetch = Fetcher(archive=archive, clock=utc_now, client=quick())
    faults.close()
    with pytest.raises(UnreachableError, match="no connection"):
        await fetch(Request(faults.url("fine")))


async def test_cancelling_leaves_nothing_half_kept(faults, fetch, archive):
    asking = asyncio.create_task(fetch(Request(faults.url("drip"))))
    await asyncio.sleep(0.2)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert len(archive) == 0
    assert (await fetch(Request(faults.url("fine")))).body  # the host is free again


async def test_one_question_at_a_time_goes_to_a_host(faults, quick, archive):
    from sources._web.rate_limit import RateLimiter

    fetch = Fetcher(archive=archive, clock=utc_now, client=quick(pace=RateLimiter(0.1)))
    began = time.perf_counter()
    await asyncio.gather(*(fetch(Request(faults.url("fine"), (("n", str(n)),))) for n in range(4)))
    assert time.perf_counter() - began >= 0.3


async def test_it_says_who_asks(faults, fetch):
    await fetch(Request(faults.url("fine")))
    assert faults.agents == ["test/1 (tests)"]
