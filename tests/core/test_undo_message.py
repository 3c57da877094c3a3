"""What undo says that it took back is what it took back, whatever was done before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reviews.undo_message import SHOWN, shortened, taken_back
from workbench.core.verdict import Action, Review, fold_reviews

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)

DONE = st.one_of(
    st.tuples(st.just(Action.RATE), st.sampled_from(["false", "true"]), st.sampled_from(["", "early", "late"])),
    st.tuples(st.just(Action.COMMENT), st.none(), st.sampled_from(["early", "late"])),
    st.tuples(st.sampled_from([Action.DEFER, Action.PUBLISH]), st.none(), st.just("")),
)


def reviews(*done: tuple[Action, str | None, str], by: str = "ana") -> list[Review]:
    return [
        Review(claim="c", reviewer=by, at=NOON + timedelta(seconds=n), action=action, rating=rating, note=note)
        for n, (action, rating, note) in enumerate(done)
    ]


def undo(history: list[Review]) -> tuple[str, str]:
    last = fold_reviews("c", "s", history).last
    undoing = Review(claim="c", reviewer="ana", at=NOON + timedelta(1), action=Action.UNDO, undoes=last.id)
    gone = taken_back(last, [*history, undoing])
    return gone.what(" ".join(filter(None, (last.action.value, last.rating)))), gone.since(str)


@pytest.mark.parametrize(
    ("done", "what", "since"),
    [
        ([(Action.RATE, "false", "")], "rate false", ""),
        ([(Action.RATE, "false", "early")], "rate false and its note “early”", ""),
        ([(Action.COMMENT, None, "early")], "the note “early”", ""),
        (
            [(Action.RATE, "false", ""), (Action.RATE, "false", "early")],
            "the note “early”",
            "false stands without a note",
        ),
        ([(Action.RATE, "false", "a"), (Action.RATE, "false", "b")], "the note “b”", "false stands with the note “a”"),
        ([(Action.RATE, "true", ""), (Action.RATE, "false", "")], "rate false", "true stands without a note"),
        ([(Action.RATE, "false", ""), (Action.PUBLISH, None, "")], "publish", ""),
    ],
)
def test_what_went_and_what_stands(done, what: str, since: str):
    assert undo(reviews(*done)) == (what, since)


def test_the_rating_of_somebody_else_is_told_with_the_name():
    history = [
        *reviews((Action.RATE, "true", ""), by="ben"),
        *reviews((Action.DEFER, None, ""), (Action.RATE, "false", "")),
    ]
    assert undo(history) == ("rate false", "true by ben stands without a note")


def test_the_other_reviewer_is_named_with_the_note_that_stands():
    history = [*reviews((Action.RATE, "true", "seen"), by="ben"), *reviews((Action.RATE, "false", ""))]
    assert undo(history) == ("rate false", "true by ben stands with the note “seen”")


def test_ones_own_rating_stands_before_that_of_somebody_else():
    history = [
        *reviews((Action.RATE, "mixed", "")),
        *reviews((Action.RATE, "true", ""), by="ben"),
        *reviews((Action.RATE, "false", "")),
    ]
    assert undo(history) == ("rate false", "mixed stands without a note")


def test_the_rating_that_stands_is_told_by_its_label():
    [first, last] = reviews((Action.RATE, "true", ""), (Action.RATE, "false", ""))
    undoing = Review(claim="c", reviewer="ana", at=NOON + timedelta(1), action=Action.UNDO, undoes=last.id)
    assert taken_back(last, [first, last, undoing]).since(str.upper) == "TRUE stands without a note"


@pytest.mark.parametrize("long", [1, SHOWN - 1, SHOWN, SHOWN + 1, 3 * SHOWN])
def test_a_note_is_shown_whole_as_far_as_it_fits_and_cut_with_a_sign_beyond(long: int):
    note = "".join(chr(ord("a") + n % 26) for n in range(long))
    shown = shortened(note)
    assert len(shown) == min(long, SHOWN)
    assert shown == note if long <= SHOWN else shown == note[: SHOWN - 1] + "…"


def test_a_note_is_shown_in_one_line():
    assert shortened(" not\n\n yet \tcounted ") == "not yet counted"


@given(st.lists(DONE, min_size=1, max_size=6))
def test_a_rating_is_said_to_go_where_it_goes_and_nowhere_else(done):
    """Against the verdict before and after: the rating that stands is the one that is told, and a note alone moves no rating."""
    history = reviews(*done)
    before = fold_reviews("c", "s", history)
    undoing = Review(claim="c", reviewer="ana", at=NOON + timedelta(1), action=Action.UNDO, undoes=before.last.id)
    after = fold_reviews("c", "s", [*history, undoing])
    what, since = undo(history)
    if what.startswith("the note"):
        assert before.rating == after.rating
    if since:
        assert since.startswith(f"{after.rating} stands")
        assert after.note in since
