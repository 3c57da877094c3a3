"""What a source may ask beyond an address: bodies, languages, keys, errors that it reads, sizes and ages."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sources._web.addresses import archived_as, full_url
from sources._web.fetch import Fetcher
from sources._web.http_errors import MissingKeyError, StatusError
from sources._web.network_policy import AddressPolicy
from sources._web.service_keys import HIDDEN, Secret
from workbench.core.errors import (
    OfflineError,
    RefusedAddressError,
    SourceError,
    TooBigAnswerError,
    UnreachableError,
    WrongAnswerError,
)
from workbench.ports import Credential, Progress, Request, post
from workbench.testing import utc_now

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
KEY = "AIza+very/secret=key"
KEYS = {"factcheck": KEY, "short": "abc"}


@pytest.fixture
def fetch(quick, archive, watch):
    return Fetcher(archive=archive, clock=watch, client=quick(), keys=lambda name: KEYS.get(name, ""))


# --- posted questions -------------------------------------------------------------------------------------


async def test_a_posted_body_arrives_in_whatever_script_and_lies_beside_the_answer(faults, fetch):
    request = post(faults.url("echo"), {"query": [{"code": "Година", "selection": {"values": ["2021"]}}]})
    answer = await fetch(request)
    assert json.loads(json.loads(answer.body)["posted"])["query"][0]["code"] == "Година"
    assert answer.snapshot.asked == request.body.decode()
    assert answer.snapshot.url.startswith(faults.url("echo") + "#post=")
    assert faults.heads[0]["Content-Type"] == "application/json"
    assert faults.paths == ["/echo"]


async def test_two_questions_at_one_address_are_two_answers(faults, fetch):
    one, two = post(faults.url("echo"), {"year": 2020}), post(faults.url("echo"), {"year": 2021})
    assert (await fetch(one)).body != (await fetch(two)).body
    assert (await fetch(one)).snapshot.asked == '{"year":2020}'
    assert faults.questions["echo"] == 2


async def test_the_same_question_is_the_same_however_its_names_are_ordered(faults, fetch):
    await fetch(post(faults.url("echo"), {"a": 1, "b": 2}))
    await fetch(post(faults.url("echo"), {"b": 2, "a": 1}))
    assert faults.questions["echo"] == 1


async def test_a_posted_question_is_answered_offline(faults, fetch, archive, watch):
    request = post(faults.url("echo"), {"year": 2020})
    await fetch(request)
    offline = Fetcher(archive=archive, clock=watch, offline=True)
    assert (await offline(request)).body
    with pytest.raises(OfflineError):
        await offline(post(faults.url("echo"), {"year": 2021}))


@pytest.mark.parametrize("status", [307, 308])
async def test_a_redirect_that_keeps_the_question_is_followed_with_it(faults, fetch, status):
    request = replace(post(faults.url("move"), [1]), params=(("status", str(status)), ("to", "/echo")))
    assert json.loads((await fetch(request)).body)["posted"] == "[1]"
    assert faults.posted == [b"[1]", b"[1]"]


@pytest.mark.parametrize("status", [301, 302, 303])
async def test_a_redirect_that_drops_the_question_is_not_followed(faults, fetch, status):
    request = replace(post(faults.url("move"), [1]), params=(("status", str(status)), ("to", "/echo")))
    with pytest.raises(WrongAnswerError, match="drops the question"):
        await fetch(request)
    assert faults.questions["echo"] == 0


async def test_a_posted_question_is_asked_again_after_a_passing_failure(faults, fetch):
    request = replace(post(faults.url("busy"), {"a": 1}), params=(("times", "1"), ("status", "504")))
    assert (await fetch(request)).body
    assert faults.posted == [b'{"a":1}'] * 2


# --- what the archive knows an answer by ----------------------------------------------------------------------


def test_an_address_is_spelt_so_that_every_service_takes_it():
    request = Request(
        "https://sdmx.oecd.org/x", (("c[TIME_PERIOD]", "ge:2015"), ("valueCodes[Tid]", "top(5)"), ("q", "a&b=ц"))
    )
    assert full_url(request) == (
        "https://sdmx.oecd.org/x?c[TIME_PERIOD]=ge:2015&valueCodes[Tid]=top%285%29&q=a%26b%3D%D1%86"
    )


async def test_letters_beyond_ascii_go_out_as_addresses_write_them(faults, fetch):
    await fetch(Request(faults.url("fine/Година")))
    assert faults.paths == ["/fine/%D0%93%D0%BE%D0%B4%D0%B8%D0%BD%D0%B0"]


async def test_a_fragment_of_an_address_is_not_sent(faults, fetch):
    answer = await fetch(Request(faults.url("fine#sheet=2"), (("a", "1"),)))
    assert faults.paths == ["/fine?a=1"]
    assert answer.snapshot.url == faults.url("fine?a=1#sheet=2")


async def test_answers_in_two_languages_are_two_answers(faults, fetch):
    english, macedonian = (Request(faults.url("fine"), headers=(("Accept-Language", each),)) for each in ("en", "mk"))
    assert (await fetch(english)).snapshot.url != (await fetch(macedonian)).snapshot.url
    assert [head["Accept-Language"] for head in faults.heads] == ["en", "mk"]


async def test_an_answer_of_another_kind_does_not_stand_in(faults, fetch):
    await fetch(Request(faults.url("norecords"), (("status", "200"),), expects=("text/",)))
    with pytest.raises(WrongAnswerError):
        await fetch(Request(faults.url("norecords"), (("status", "200"),)))
    assert faults.questions["norecords"] == 2


@pytest.mark.parametrize(
    "headers", [(("Cookie", "a"),), (("Host", "x"),), (("Accept-Language", "en\r\nX: 1"),), (("Accept-Language", "ц"),)]
)
def test_a_source_sets_no_header_but_those_of_the_list(headers):
    with pytest.raises(ValueError, match="no header"):
        Request("https://x", headers=headers)


def test_a_body_is_posted_or_there_is_none():
    for method, body in (("GET", b"{}"), ("DELETE", b""), ("put", b"")):
        with pytest.raises(ValueError, match="GET, or a POST"):
            Request("https://x", method=method, body=body)


# --- keys -----------------------------------------------------------------------------------------------------

IN_ADDRESS = Credential("factcheck", parameter="key")
IN_HEADER = Credential("factcheck", header="X-API-Key", prefix="Bearer ")


@pytest.mark.parametrize("credential", [IN_ADDRESS, IN_HEADER])
async def test_a_key_reaches_the_service_and_nothing_else(faults, fetch, archive, credential, caplog, capfd):  # noqa: PLR0917  (fixtures)
    caplog.set_level(logging.DEBUG)
    answer = await fetch(Request(faults.url("fine"), (("query", "crime"),), credential=credential))
    sent = faults.paths[0] + str(faults.heads[0])
    assert "AIza%2Bvery%2Fsecret%3Dkey" in sent or f"Bearer {KEY}" in sent
    assert answer.snapshot.url == faults.url("fine?query=crime")
    assert KEY not in repr(archive.__dict__) + repr(answer) + caplog.text + "".join(capfd.readouterr())
    assert "secret" not in caplog.text


async def test_an_address_with_the_key_in_it_is_never_archived_so_a_new_key_finds_the_old_answer(
    faults, archive, quick, watch
):
    request = Request(faults.url("fine"), credential=IN_ADDRESS)
    for key in (KEY, "another-key"):
        await Fetcher(archive=archive, clock=watch, client=quick(), keys=lambda _, key=key: key)(request)
    assert faults.questions["fine"] == 1


async def test_a_service_that_quotes_the_key_is_quoted_without_it(faults, fetch):
    with pytest.raises(StatusError) as caught:
        await fetch(Request(faults.url("empty-key"), credential=IN_ADDRESS))
    assert caught.value.message.endswith(f"API key not valid: {HIDDEN}.")
    assert caught.value.__cause__ is None
    assert KEY not in repr(caught.value.args)


async def test_a_body_that_quotes_the_key_is_archived_without_it(faults, fetch):
    answer = await fetch(Request(faults.url("empty-key"), credential=IN_ADDRESS, reads_errors=(403,)))
    assert HIDDEN.encode() in answer.body
    assert KEY.encode() not in answer.body


async def test_a_redirect_that_quotes_the_key_is_told_without_it(faults, fetch):
    to = f"https://elsewhere.example/?key={KEY}"
    with pytest.raises(RefusedAddressError) as caught:
        await fetch(Request(faults.url("away"), (("to", to),), credential=IN_HEADER))
    assert KEY not in caught.value.message


async def test_the_key_stays_with_the_host_that_was_asked(faults, quick, archive):
    """A redirect to a host that is allowed goes without it."""
    other = faults.host.replace("127.0.0.1", "localhost")
    client = quick(policy=AddressPolicy(frozenset({faults.host, other})))
    fetch = Fetcher(archive=archive, clock=utc_now, client=client, keys=lambda _: KEY)
    for credential in (IN_ADDRESS, IN_HEADER):
        request = Request(faults.url("away"), (("to", f"http://{other}/fine"),), credential=credential)
        await fetch(request, fresh=True)
        assert "secret" in faults.paths[-2] + str(faults.heads[-2])
        assert "secret" not in faults.paths[-1] + str(faults.heads[-1])


async def test_a_key_goes_into_what_is_posted_and_into_no_archive(faults, quick, archive):
    other = faults.host.replace("127.0.0.1", "localhost")
    client = quick(policy=AddressPolicy(frozenset({faults.host, other})))
    fetch = Fetcher(archive=archive, clock=utc_now, client=client, keys=lambda _: KEY)
    key = Credential("bls", field="registrationkey")
    answer = await fetch(post(faults.url("fine"), {"seriesid": ["LNS14000000"]}, credential=key))
    assert json.loads(faults.posted[0]) == {"seriesid": ["LNS14000000"], "registrationkey": KEY}
    assert KEY not in repr(archive.__dict__) + repr(answer)
    moved = faults.url(f"move?status=307&to=http://{other}/fine")
    await fetch(post(moved, {"seriesid": ["CUUR0000SA0"]}, credential=key))
    assert KEY in faults.posted[-2].decode()
    assert KEY not in faults.posted[-1].decode()


async def test_a_key_is_not_sent_in_the_clear(archive):
    fetch = Fetcher(archive=archive, clock=utc_now, keys=lambda _: KEY)
    with pytest.raises(RefusedAddressError, match="without TLS"):
        await fetch(Request("http://factchecktools.googleapis.com/v1", credential=IN_ADDRESS))


@pytest.mark.parametrize("name", ["short", "nobody"])
async def test_without_a_key_a_service_that_needs_one_is_not_asked(faults, fetch, name):
    with pytest.raises(MissingKeyError) as caught:
        await fetch(Request(faults.url("fine"), credential=Credential(name, parameter="key")))
    assert f"WORKBENCH_KEY_{name.upper()}" in caught.value.hint
    assert faults.questions["fine"] == 0


async def test_without_a_key_a_service_that_needs_none_is_asked_without(faults, fetch):
    await fetch(Request(faults.url("fine"), credential=Credential("nobody", parameter="key", needed=False)))
    assert faults.paths == ["/fine"]


async def test_a_sample_needs_no_key_and_gets_none(faults, archive, quick):
    fetch = Fetcher(archive=archive, clock=utc_now, replay=faults.url("fine"), client=quick(), keys=lambda _: KEY)
    await fetch(Request("https://factchecktools.googleapis.com/x", credential=Credential("none", parameter="key")))
    assert faults.paths == ["/fine/factchecktools.googleapis.com/x"]


def test_a_key_is_hidden_in_every_spelling():
    secret = Secret('a"b&c/d+e', parameter="key")
    for spelling in ('a"b&c/d+e', "a%22b%26c%2Fd%2Be", "a%22b%26c/d%2Be", r"a\"b&c/d+e", "a&quot;b&amp;c/d+e"):
        assert secret.hide(f"<{spelling}>") == f"<{HIDDEN}>"
        assert secret.hide_in_body(spelling.encode()) == HIDDEN.encode()
    assert 'a"b' not in repr(secret)


def test_a_key_goes_to_one_place():
    for places in ({}, {"parameter": "a", "header": "b"}):
        with pytest.raises(ValueError, match="one of them"):
            Credential("factcheck", **places)


# --- errors that a source reads -----------------------------------------------------------------------------------


async def test_an_error_that_the_source_reads_is_archived_and_is_never_the_answer(faults, fetch, archive, watch):
    """OECD says 404 NoRecordsFound where there are no figures: an outcome, not a failure."""
    request = Request(faults.url("norecords"), reads_errors=(404,))
    answer = await fetch(request)
    assert (answer.status, answer.body) == (404, b"NoRecordsFound")
    assert archive.snapshot(answer.snapshot.id).status == 404
    assert archive.latest(answer.snapshot.url, samples=False) is None
    await fetch(request)
    assert faults.questions["norecords"] == 2
    with pytest.raises(OfflineError):
        await Fetcher(archive=archive, clock=watch, offline=True)(request)


async def test_an_error_that_the_source_does_not_read_is_a_sentence(faults, fetch):
    with pytest.raises(StatusError, match="HTTP 413"):
        await fetch(Request(faults.url("norecords"), (("status", "413"),), reads_errors=(404,)))


async def test_a_passing_failure_is_not_read_whatever_the_source_says(faults, fetch):
    with pytest.raises(UnreachableError):
        await fetch(Request(faults.url("norecords"), (("status", "503"),), reads_errors=(503,)))


async def test_an_older_answer_is_not_thrown_over_by_a_new_error(faults, fetch, watch):
    """A table that is gone today was there last week; the archive still has it for whoever asks offline."""
    ok = Request(faults.url("norecords"), (("status", "200"),), expects=("text/",), reads_errors=(404,))
    kept = await fetch(ok)
    assert kept.status == 200
    assert archived_as(ok) == kept.snapshot.url


def is_warning(body: bytes) -> bool:
    return body.startswith(b'{"path')


async def test_an_error_inside_a_success_is_read_once_and_never_given_again(faults, fetch, archive, watch):
    """Eurostat says with 200 that it will treat the request later."""
    faults.posted.append(b"")
    request = Request(faults.url("echo"), fails=is_warning)
    for n in (1, 2):
        answer = await fetch(request)
        assert answer.snapshot.failed
        assert answer.status == 200
        assert faults.questions["echo"] == n
    assert archive.latest(answer.snapshot.url, samples=False) is None
    with pytest.raises(OfflineError):
        await Fetcher(archive=archive, clock=watch, offline=True)(request)


async def test_a_body_that_the_source_cannot_even_look_at_is_no_answer(faults, fetch):
    def look(body: bytes) -> bool:
        raise WrongAnswerError("Eurostat", "JSON", "something that cannot be read as JSON")

    assert (await fetch(Request(faults.url("fine"), fails=look))).snapshot.failed


async def test_a_failure_of_today_does_not_hide_the_figures_of_yesterday(faults, fetch, archive, watch):
    faults.posted.append(b"")
    kept = await fetch(Request(faults.url("echo")))
    watch.now += timedelta(days=2)
    assert (await fetch(Request(faults.url("echo"), fails=is_warning))).snapshot.failed
    offline = await Fetcher(archive=archive, clock=watch, offline=True)(Request(faults.url("echo")))
    assert offline.snapshot == kept.snapshot


# --- sizes, ages, progress -------------------------------------------------------------------------------------------


async def test_a_source_may_ask_for_more_or_less_than_the_usual_cap(faults, fetch):
    with pytest.raises(TooBigAnswerError, match="more than 0 MB"):
        await fetch(Request(faults.url("fine"), largest=10))
    with pytest.raises(TooBigAnswerError, match="more than 3 MB"):
        await fetch(Request(faults.url("bomb"), largest=3_000_000))


async def test_a_source_may_want_younger_answers_than_the_day(faults, fetch, watch):
    request = Request(faults.url("fine"), max_age=timedelta(minutes=5))
    await fetch(request)
    watch.now += timedelta(minutes=4)
    await fetch(request)
    assert faults.questions["fine"] == 1
    watch.now += timedelta(minutes=2)
    await fetch(request)
    assert faults.questions["fine"] == 2


async def test_a_long_answer_tells_its_end_and_a_short_one_says_nothing(faults, fetch):
    told: list[Progress] = []
    await fetch(Request(faults.url("fine"), tell=told.append))
    assert told == []
    await fetch(Request(faults.url("long"), tell=told.append))
    assert (told[0].of, told[0].state) == (1_000_000, "running")
    assert (told[-1].done, told[-1].state) == (1_000_000, "done")


async def test_a_long_answer_tells_how_far_it_is(faults, fetch):
    told: list[Progress] = []
    with pytest.raises(SourceError):
        await fetch(Request(faults.url("endless"), tell=told.append))
    assert [each.done for each in told] == sorted({each.done for each in told})
    assert len(told) >= 3
    assert told[0].what == faults.host


# --- asked whether it has changed -------------------------------------------------------------------------------------


async def test_what_the_service_says_of_a_body_is_kept_beside_it(faults, fetch):
    snapshot = (await fetch(Request(faults.url("tagged")))).snapshot
    assert snapshot.header("etag") == '"v1"'
    assert snapshot.header("last-modified") == "Fri, 06 Mar 2026 11:00:00 GMT"
    assert snapshot.header("content-language") == "mk"
    assert snapshot.header("license") == "https://creativecommons.org/licenses/by/4.0/"
    assert snapshot.header("date")
    assert snapshot.header("set-cookie") == ""


async def test_a_body_that_has_not_changed_is_not_sent_again_and_is_as_good_as_new(faults, fetch, archive, watch):
    first = await fetch(Request(faults.url("tagged")))
    watch.now += timedelta(days=3)
    again = await fetch(Request(faults.url("tagged")))
    assert faults.heads[1]["If-None-Match"] == '"v1"'
    assert faults.heads[1]["If-Modified-Since"] == "Fri, 06 Mar 2026 11:00:00 GMT"
    assert again.body == first.body
    assert again.problem is None
    assert again.snapshot.fetched == watch.now
    assert archive.latest(first.snapshot.url, samples=False).fetched == watch.now
    watch.now += timedelta(hours=23)
    await fetch(Request(faults.url("tagged")))
    assert faults.questions["tagged"] == 2


async def test_whoever_asks_for_a_fresh_answer_gets_a_whole_one(faults, fetch):
    await fetch(Request(faults.url("tagged")))
    await fetch(Request(faults.url("tagged")), fresh=True)
    assert faults.heads[1]["If-None-Match"] is None


async def test_whoever_asks_whether_a_figure_was_revised_is_told_that_it_was_not(faults, fetch, archive, watch):
    """The service need not send its answer again, and one that fails leaves nobody believing the old one."""
    first = await fetch(Request(faults.url("tagged")))
    watch.now += timedelta(hours=1)
    again = await fetch(Request(faults.url("tagged"), revalidate=True), fresh=True)
    assert faults.heads[1]["If-None-Match"] == '"v1"'
    assert (again.body, again.snapshot.fetched) == (first.body, watch.now)


async def test_a_posted_question_is_never_conditional(faults, fetch, watch):
    """A condition on a POST that does not hold is an error (412), not an answer."""
    for _ in range(2):
        await fetch(post(faults.url("tagged"), {"a": 1}))
        watch.now += timedelta(days=3)
    assert [head["If-None-Match"] for head in faults.heads] == [None, None]
    assert [head["If-Modified-Since"] for head in faults.heads] == [None, None]


async def test_a_304_that_nobody_asked_for_is_no_answer(faults, fetch, archive):
    with pytest.raises(SourceError, match="304"):
        await fetch(Request(faults.url("always304")))
    assert len(archive) == 0
