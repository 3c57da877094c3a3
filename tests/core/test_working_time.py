"""How long claims took, from what reviewers did and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workbench.core.reviews.working_time import median_minutes, working_time
from workbench.core.verdict import Action, Review

START = datetime(2026, 11, 28, 9, tzinfo=UTC)


def did(claim: str, minute: float, who: str = "ana", batch: str = "") -> Review:
    return Review(claim=claim, reviewer=who, at=START + timedelta(minutes=minute), action=Action.RATE, batch=batch)


def minutes(*reviews: Review) -> dict[tuple[str, str], float]:
    return {key: time.total_seconds() / 60 for key, time in working_time(reviews).items()}


def test_the_time_before_belongs_to_the_claim_of_the_later_deed():
    assert minutes(did("a", 0), did("b", 3), did("b", 5), did("a", 6)) == {("ana", "b"): 5, ("ana", "a"): 1}


def test_a_pause_a_first_deed_and_one_go_count_for_nothing():
    assert minutes(did("a", 0)) == {}
    assert minutes(did("a", 0), did("b", 31)) == {}
    assert minutes(did("a", 0), did("b", 30)) == {("ana", "b"): 30}
    assert minutes(did("a", 0, batch="x"), did("b", 1, batch="x")) == {}
    assert minutes(did("a", 0), did("b", 0)) == {}


def test_reviewers_do_not_share_a_clock_and_capitals_make_no_second_person():
    assert minutes(did("a", 0), did("b", 1, "bea"), did("c", 4, "ANA")) == {("ana", "c"): 4}


def test_the_middle():
    assert median_minutes([]) is None
    assert median_minutes([timedelta(minutes=1), timedelta(minutes=2)]) == 1.5
