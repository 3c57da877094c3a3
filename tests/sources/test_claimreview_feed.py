"""Feeds of fact checks: read line by line, in any wrapping; what is no review is counted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._factcheck.claimreview_archive import ClaimReviewFeed
from sources._factcheck.claimreview_feed import NoFeedError, read_feed
from sources._web.fetch import Fetcher
from tests.each import each
from workbench.core.errors import ReadingError
from workbench.ports import PriorAsk
from workbench.testing import MemoryArchive, utc_now

FEED = Path(__file__).parent / "specimens" / "factcheck" / "feed.txt"
ONE = {"@type": "ClaimReview", "claimReviewed": "Crime doubled.", "author": {"name": "AFP"}, "url": "https://afp.com/x"}


@pytest.fixture
def fetch() -> Fetcher:
    return Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)


def test_every_review_of_the_recorded_feed_is_read(shared):
    """5,764 reviews of 2019, none refused."""
    body = (shared / "sources/recorded/factcheck/datacommons/fact_checks_20190605.txt.gz").read_bytes()
    feed = read_feed(body, "fact_checks")
    assert (len(feed.checks), feed.refused, feed.cut) == (5764, 0, False)
    assert all(check.text and check.publisher and check.rating for check in feed.checks)
    assert feed.checks[0].rating == "Pants on Fire"


@each(
    "body",
    [
        json.dumps(ONE),
        json.dumps(ONE, indent=2),
        json.dumps([ONE]),
        json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [ONE]}]}),
        json.dumps({"@graph": [{"@type": "Organization", "name": "AFP"}, ONE]}),
        f'<script type="application/ld+json">{json.dumps(ONE)}</script>\n',
        json.dumps(ONE | {"author": [{"name": "AFP"}]}) + "\n\n{}\nnot json\n",
        json.dumps({"text": "Crime doubled.", "publisher": "AFP", "url": "https://afp.com/x"}),
    ],
)
def test_a_review_is_found_in_any_wrapping(body):
    for packed in (body.encode(), gzip.compress(body.encode()), b"\xef\xbb\xbf" + body.encode()):
        (check,) = read_feed(packed, "feed").checks
        assert (check.text, check.publisher, check.url) == ("Crime doubled.", "AFP", "https://afp.com/x")


def test_lines_that_are_no_review_are_counted():
    body = f"{json.dumps(ONE)}\n{{}}\n[]\nwords\n{json.dumps({'claimReviewed': 'x'})}\n".encode()
    assert read_feed(body, "feed").refused == 4


@pytest.mark.parametrize(
    "body", [b"", b"\n\n", b"words\n", b"\x1f\x8bnot gzip", b"{}", b"[" * 100_000, b"\xff\xfe\x00"]
)
def test_a_file_with_no_review_is_one_sentence(body):
    with pytest.raises(NoFeedError) as caught:
        read_feed(body, "our\x1b[31m.jsonl")
    assert caught.value.message.isprintable()
    assert "lines is a fact check" in caught.value.message


def test_a_feed_that_was_cut_in_the_middle_gives_what_came():
    whole = gzip.compress(
        b"".join(json.dumps(ONE | {"claimReviewed": f"claim {n}"}).encode() + b"\n" for n in range(5000))
    )
    assert 0 < len(read_feed(whole[: len(whole) // 2], "feed").checks) < 5000


async def test_a_feed_answers_by_words_from_the_disk(fetch):
    found = await ClaimReviewFeed(str(FEED)).search(fetch, PriorAsk("real unemployment rate 42 percent", "en"))
    assert found.checks[0].rating in {"Four Pinocchios", "Pants on Fire"}
    assert found.checks[0].found_by == "feed.txt"
    assert len(found.snapshots) == 1


async def test_a_feed_that_is_not_there_is_one_sentence(fetch, tmp_path):
    with pytest.raises(ReadingError):
        await ClaimReviewFeed(str(tmp_path / "none.jsonl")).search(fetch, PriorAsk("x"))


async def test_a_site_and_a_language_narrow_it(fetch):
    feed = ClaimReviewFeed(str(FEED))
    found = await feed.search(fetch, PriorAsk("unemployment rate", site="politifact.com"))
    assert {one.publisher for one in found.checks} == {"PolitiFact"}


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_a_feed_or_a_sentence(body):
    try:
        feed = read_feed(body, "feed")
    except ReadingError as error:
        assert error.message.isprintable()
    else:
        assert feed.checks
