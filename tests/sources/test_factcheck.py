"""Google Fact Check: others' ratings stay their own words, a page follows the other, the key is kept nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._factcheck.google_answer_reader import read_page
from sources._web.addresses import archived_as
from sources._web.fetch import Fetcher
from sources._web.http_errors import MissingKeyError
from sources._web.network_policy import AddressPolicy
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.factcheck import HOSTS, KEY, URL, FactCheck, RefusedKeyError, RefusedQuestionError
from workbench.core.errors import OfflineError, SourceError, UnreachableError, WrongAnswerError
from workbench.core.evidence import Snapshot
from workbench.ports import PriorAsk, Request
from workbench.testing import CannedFetch, MemoryArchive, utc_now

FOLDER = Path(__file__).parent / "specimens" / "factcheck"
ASK = PriorAsk("unemployment rate United States", "en")
QUOTA = "Quota exceeded for quota metric 'Queries' and limit 'Queries per day'"
NO_KEY = "API key not valid. Please pass a valid API key."


def service(asked: StoredRequest) -> Stored | None:
    """Return two pages for unemployment; a refusal for the words that name one; nothing for all else."""
    params = dict(asked.params)
    words = params.get("query", "")
    refused = {"quota": (429, QUOTA), "blocked": (403, "Requests to this API are blocked."), "badkey": (400, NO_KEY)}
    for word, (status, said) in (refused | {"bad": (400, "Request contains an invalid argument.")}).items():
        if word in words.split():
            body = {"error": {"code": status, "message": said, "status": "X"}}
            return Stored(json.dumps(body).encode(), "x", status)
    if "unemployment" in words:
        name = "page-2.json" if params.get("pageToken") == "CAo" else "page-1.json"
        return Stored((FOLDER / name).read_bytes(), "reviews of 2015 to 2018")
    return Stored(b"{}\n", "no reviews")


@pytest.fixture(scope="module")
def served() -> Iterator[ReplayServer]:
    with ReplayServer(service) as server:
        yield server


async def test_two_newsrooms_checked_an_unemployment_of_42_per_cent(fetch):
    """Both pages are read; each rating is in the words of those who gave it."""
    found = await FactCheck().search(fetch, ASK)
    assert [(one.publisher, one.rating) for one in found.checks] == [
        ("The Washington Post", "Four Pinocchios"),
        ("PolitiFact", "Pants on Fire"),
        ("PolitiFact", "Pants on Fire"),
    ]
    assert found.checks[0].reviewed == date(2017, 4, 14)
    assert found.checks[0].claimant == "Donald Trump"
    assert len(found.snapshots) == 2
    assert found.problems == ()


async def test_a_limit_is_kept(fetch):
    found = await FactCheck().search(fetch, PriorAsk("unemployment", limit=1))
    assert len(found.checks) == len(found.snapshots) == 1


async def test_nothing_found_is_an_empty_object_and_an_outcome(fetch):
    assert (await FactCheck().search(fetch, PriorAsk("teapots"))).checks == ()


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [
        ("blocked", RefusedKeyError, "Google Fact Check does not take the key: Requests to this API are blocked."),
        ("badkey", RefusedKeyError, f"Google Fact Check does not take the key: {NO_KEY}"),
        ("bad", RefusedQuestionError, "refused the question: Request contains an invalid argument."),
    ],
)
async def test_a_refusal_is_said_in_its_own_words_with_a_next_step(fetch, words, kind, says):
    with pytest.raises(kind) as caught:
        await FactCheck().search(fetch, PriorAsk(words))
    assert says in caught.value.message
    assert caught.value.hint


async def test_a_spent_quota_is_told_as_such(served, quick):
    """The client asks again, and then says that it is asked to stop."""
    host = served.base.removeprefix("http://")
    fetch = Fetcher(
        archive=MemoryArchive(),
        clock=utc_now,
        replay=served.base,
        client=quick(policy=AddressPolicy(frozenset({host}))),
    )
    with pytest.raises(UnreachableError, match="it asks for fewer questions"):
        await FactCheck().search(fetch, PriorAsk("quota"))


async def test_the_question_names_language_and_site_and_never_the_key():
    canned = CannedFetch(MemoryArchive(), b"{}")
    await FactCheck().search(canned, PriorAsk("crime  rose\n", "mk", "vistinomer.mk"))
    (asked,) = canned.asked
    assert asked.url == URL
    assert asked.params == (
        ("query", "crime rose"),
        ("languageCode", "mk"),
        ("reviewPublisherSiteFilter", "vistinomer.mk"),
        ("pageSize", "10"),
    )
    assert asked.credential is KEY
    assert (KEY.name, KEY.parameter, KEY.needed) == ("factcheck", "key", True)


async def test_without_a_key_nobody_is_asked_and_the_sentence_says_where_it_goes():
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, hosts={"factcheck": HOSTS})
    with pytest.raises(MissingKeyError, match="it wants a key, and there is none") as caught:
        await FactCheck().search(fetch, ASK)
    assert "WORKBENCH_KEY_FACTCHECK" in caught.value.hint


async def test_offline_the_archive_answers_without_a_key():
    """What was fetched with a key is found again without one: no key is in the address that it is kept under."""
    archive, body = MemoryArchive(), b'{"claims": []}'
    canned = CannedFetch(archive, body)
    await FactCheck().search(canned, ASK)
    url = archived_as(canned.asked[0])
    assert "key" not in url
    kept = Snapshot(id=sha256(body).hexdigest(), url=url, fetched=utc_now(), media_type="application/json", size=14)
    archive.keep(kept, body)
    offline = Fetcher(archive=archive, clock=utc_now, offline=True)
    found = await FactCheck().search(offline, ASK)
    assert [s.id for s in found.snapshots] == [kept.id]
    assert [p.kind for p in found.problems] == ["from-archive"]
    with pytest.raises(OfflineError):
        await FactCheck().search(offline, PriorAsk("never asked"))


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"<html></html>", b'{"error": {"message": "x"}}', b'{"claims": {}}', b"[" * 100_000]
)
async def test_a_body_of_another_shape_is_one_sentence(body):
    with pytest.raises(WrongAnswerError) as caught:
        await FactCheck().search(CannedFetch(MemoryArchive(), body), ASK)
    assert caught.value.message.startswith("Google Fact Check answered with")


def test_what_cannot_be_read_is_counted_beside_the_others():
    good = {"text": "A", "claimReview": [{"publisher": {"site": "x.org"}, "url": "javascript:alert(1)"}]}
    page = read_page(
        json.dumps({"claims": [good, None, {}, {"text": "B"}, {"text": "C", "claimReview": [{}]}]}).encode()
    )
    assert [(one.publisher, one.rating, one.url, one.reviewed) for one in page.checks] == [("x.org", "", "", None)]
    assert [p.message for p in page.problems] == ["4 claims of its answer cannot be read."]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["claims", "claimReview", "text", "publisher", "name", "url", "nextPageToken", "claimDate"]), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_page_or_a_sentence(tree):
    try:
        page = read_page(json.dumps(tree).encode())
    except SourceError as error:
        assert error.message.isprintable()
    else:
        assert all(one.text.isprintable() and one.publisher for one in page.checks)


@pytest.mark.parametrize("fault", ["slow", "cut", "html", "endless"])
async def test_a_line_that_fails_ends_in_one_sentence(faults, quick, fault):
    bad = Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick())

    async def fetch(request: Request, *, fresh: bool = False):
        return await bad(Request(faults.url(fault), source=request.source))

    with pytest.raises(SourceError) as caught:
        await FactCheck().search(fetch, ASK)
    assert caught.value.message.isprintable()
    assert caught.value.hint
