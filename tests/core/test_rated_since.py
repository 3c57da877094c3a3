"""Ratings that came while a claim lay open, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workbench.core.reviews.rated_since import ago, ratings_in_words, ratings_since
from workbench.core.verdict import Action, Review, fold_reviews

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("back", "says"),
    [
        ({"seconds": -5}, "just now"),
        ({"seconds": 59}, "just now"),
        ({"seconds": 60}, "a minute ago"),
        ({"minutes": 59}, "59 minutes ago"),
        ({"minutes": 60}, "an hour ago"),
        ({"days": 1}, "a day ago"),
        ({"days": 400}, "400 days ago"),
    ],
)
def test_how_long_ago(back: dict[str, int], says: str):
    assert ago(NOW - timedelta(**back), NOW) == says


def test_several_are_told_in_one_sentence():
    given = [("bea", "False", NOW - timedelta(minutes=1)), ("cy", "True", NOW)]
    assert ratings_in_words(given, NOW) == "bea rated it “False” a minute ago and cy “True” just now"


def test_ones_own_and_what_was_seen_and_what_was_taken_back_are_no_news():
    mine, seen, new = (
        Review(claim="c", reviewer=who, at=NOW, action=Action.RATE, rating="false", nonce=who)
        for who in ("Ana", "bea", "cy")
    )
    back = Review(claim="c", reviewer="cy", at=NOW, action=Action.UNDO, undoes=new.id, nonce="b")
    assert ratings_since(fold_reviews("c", "", [mine, seen, new]), {seen.id}, "ana") == [new]
    assert ratings_since(fold_reviews("c", "", [mine, seen, new, back]), {seen.id}, "ana") == []
