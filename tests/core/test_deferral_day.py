"""Claims that are deferred until a day, and who has a claim: what a history of reviews comes to."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from workbench.core.encoding.codec import decode, encode
from workbench.core.reviews.deferral_day import NoComingDayError, coming_day, on_day
from workbench.core.verdict import Action, Review, Stage, Verdict, fold_reviews

TODAY = date(2026, 11, 29)
LATER = date(2026, 12, 5)
AT = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-05", LATER),
        ("5 December 2026", LATER),
        ("5.12.2026", LATER),
        ("tomorrow", date(2026, 11, 30)),
        ("in 3 days", date(2026, 12, 2)),
        ("In  a  Week", date(2026, 12, 6)),
        ("in 2 weeks", date(2026, 12, 13)),
        ("in 3 months", date(2027, 2, 28)),
        ("1 year", date(2027, 11, 29)),
    ],
)
def test_a_day_is_meant_as_people_write_it(typed: str, day: date):
    assert coming_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "it is not a date"),
        ("soon", "it is not a date"),
        ("2026-11-29", "it is not to come"),
        ("in 0 days", "2026-11-29 is not to come"),
        ("2026-02-30", "the calendar has no such day"),
        ("03/04/2027", "it may be day first"),
        ("in 9999 years", "year 12025 is out of range"),
        ("in 12345 days", "it is not a date"),
    ],
)
def test_what_is_no_day_to_come_is_said(typed: str, why: str):
    with pytest.raises(NoComingDayError) as caught:
        coming_day(typed, TODAY)
    assert why in caught.value.message
    assert "in 3 days" in caught.value.hint


def history(*said: str) -> list[Review]:
    """``ana:take``, ``eva:assign:bea``, ``ana:defer:2026-12-05`` … one after another."""
    made: list[Review] = []
    for n, words in enumerate(said):
        who, what, *more = words.split(":")
        given: dict[str, object] = {}
        if what == "undo":
            last = fold_reviews("c", "", made).last_of(who)
            given["undoes"] = last.id if last else None
        elif more:
            given |= {"to": more[0]} if what == "assign" else {"until": date.fromisoformat(more[0])}
        made.append(
            Review(
                claim="c", reviewer=who, at=AT + timedelta(minutes=n), action=Action(what), nonce=str(n),
                rating="false" if what == "rate" else None, **given,
            )  # type: ignore[arg-type]
        )  # fmt: skip
    return made


def comes_to(*said: str) -> Verdict:
    return fold_reviews("c", "", history(*said))


def test_a_claim_that_is_deferred_comes_back_on_its_day():
    found = comes_to("ana:defer:2026-12-05")
    assert (found.deferred, found.until, found.stage) == (True, LATER, Stage.OPEN)
    assert on_day(found, LATER - timedelta(days=1)) == found
    back = on_day(found, LATER)
    assert (back.deferred, back.until) == (False, None)
    assert on_day(comes_to("ana:defer"), date(2999, 1, 1)).deferred


@pytest.mark.parametrize("then", ["ana:rate", "bea:take", "ana:undo", "ana:defer"])
def test_what_is_decided_since_ends_the_day(then: str):
    assert comes_to("ana:defer:2026-12-05", then).until is None


@pytest.mark.parametrize(
    ("said", "holder"),
    [
        (("eva:assign:bea",), "bea"),
        (("eva:assign:bea", "ana:take"), "bea"),
        (("ana:take", "eva:assign:bea"), "bea"),
        (("ana:take", "eva:assign:bea", "eva:undo"), "ana"),
        (("eva:assign:bea", "eva:assign:cy"), "cy"),
        (("eva:assign:bea", "bea:release"), None),
        (("eva:assign:bea", "eva:undo"), None),
        (("eva:assign:bea", "bea:rate"), None),
        (("ana:rate", "eva:assign:bea"), None),
        (("ana:dismiss", "eva:assign:bea"), None),
    ],
)
def test_who_has_a_claim(said: tuple[str, ...], holder: str | None):
    found = comes_to(*said)
    assert (found.taken and found.taken.holder) == holder
    assert (found.stage is Stage.TAKEN) == (holder is not None)


def test_reviews_are_kept_and_read_back_and_older_ids_stay():
    for review in history("eva:assign:bea", "ana:defer:2026-12-05", "ana:take"):
        assert decode(Review, encode(review)) == review
    old = history("ana:take")[0]
    text = repr(("c", "ana", old.at.isoformat(), "take", None, "", "", (), None, "0"))
    assert old.id == hashlib.sha256(text.encode()).hexdigest()[:12]
    assert "until" not in encode(old)
    assert len({each.id for to in ("bea", "cy") for each in history(f"eva:assign:{to}")}) == 2
