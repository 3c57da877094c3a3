"""What reviews come to: one rating a reviewer, none while they differ, and what readers have of it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core import verdict as verdict_module
from workbench.core.encoding.codec import decode, encode
from workbench.core.rating import Rating, RatingScale
from workbench.core.reviews.published import as_published, changes, first_published, is_public, last_corrected
from workbench.core.verdict import PUBLIC, Action, Review, Stage, Verdict, fold_reviews, with_review

AT = datetime(2026, 11, 27, 12, tzinfo=UTC)
SCALE = RatingScale(
    "five-point", "Five", (Rating("true", "True", "It is so.", 5), Rating("false", "False", "Not so.", 1))
)
RATINGS = ("true", "half-true", "false")


def review(n: int, who: str, action: Action, rating: str | None = None, **more: object) -> Review:
    at = more.pop("at", AT + timedelta(minutes=n))
    return Review(
        claim="c", reviewer=who, at=at, action=action, rating=rating, scale="five-point", nonce=str(n), **more
    )  # type: ignore[arg-type]


def rated(*said: str) -> Verdict:
    """``ana:false``, ``bo:true``, ``ana:publish`` … one after another, folded."""
    return fold_reviews("c", "five-point", history(*said))


def history(*said: str) -> list[Review]:
    made: list[Review] = []
    for n, words in enumerate(said):
        who, what = words.split(":")
        if what in RATINGS:
            made.append(review(n, who, Action.RATE, what))
        elif what == "undo":
            last = fold_reviews("c", "five-point", made).last_of(who)
            made.append(review(n, who, Action.UNDO, undoes=last.id if last else None))
        else:
            made.append(review(n, who, Action(what)))
    return made


STEPS = st.lists(
    st.builds(
        "{}:{}".format,
        st.sampled_from(["ana", "bo", "Ana"]),
        st.sampled_from([*RATINGS, "publish", "undo", "comment", "defer", "approve", "withdraw"]),
    ),
    max_size=12,
)


def test_a_second_reviewers_rating_stands_beside_the_first():
    verdict = rated("ana:false", "bo:true")
    assert [(r.reviewer, r.rating) for r in verdict.ratings] == [("ana", "false"), ("bo", "true")]
    assert (verdict.rating, verdict.disputed, verdict.stage) == (None, True, Stage.DRAFT)
    assert rated("ana:false", "bo:true", "bo:false").rating == "false"
    assert rated("ana:false", "bo:true", "bo:undo").rating == "false"
    assert rated("ana:false", "bo:true", "ana:undo").rating == "true"


@given(
    st.lists(st.sampled_from(RATINGS), min_size=1, max_size=3),
    st.lists(st.sampled_from(RATINGS), max_size=3),
    st.data(),
)
def test_in_whatever_order_two_reviewers_rate_the_last_of_each_counts(
    anas: list[str], bos: list[str], data: st.DataObject
):
    whose = data.draw(st.permutations(["ana"] * len(anas) + ["bo"] * len(bos)))
    left = {"ana": iter(anas), "bo": iter(bos)}
    verdict = rated(*(f"{who}:{next(left[who])}" for who in whose))
    last = {"ana": anas[-1]} | ({"bo": bos[-1]} if bos else {})
    assert {r.reviewer: r.rating for r in verdict.ratings} == last
    assert verdict.disputed == (len(set(last.values())) > 1)
    assert verdict.rating == (None if verdict.disputed else anas[-1])


@given(STEPS)
def test_no_history_gives_a_rating_that_somebody_does_not_share(said: list[str]):
    verdict = rated(*said)
    assert verdict.rating is None or {r.rating for r in verdict.ratings} == {verdict.rating}
    assert (verdict.out is not None) == (verdict.stage in PUBLIC)
    given = as_published(verdict)
    if given is not None and verdict.out is None:  # withdrawn, and readers know that it is
        assert (given.stage, given.rating, given.ratings) == (Stage.WITHDRAWN, None, ())
    elif given is not None:
        assert given.rating == verdict.out.rating
        assert {r.rating for r in given.ratings} == {given.rating}


@given(STEPS)
def test_undo_takes_back_ones_own(said: list[str]):
    made = history(*said)
    by_id = {each.id: each for each in made}
    assert all(by_id[each.undoes].who == each.who for each in made if each.undoes)


def test_what_was_published_by_another_is_not_undone_under_the_readers_eyes():
    assert rated("ana:false", "ana:true", "bo:publish", "ana:undo").out.rating == "true"


@pytest.mark.parametrize(
    ("said", "rating", "stage"),
    [
        (("ana:false", "ana:publish", "bo:true"), "false", Stage.PUBLISHED),
        (("ana:false", "ana:publish", "bo:true", "bo:false"), "false", Stage.PUBLISHED),
        (("ana:false", "ana:publish", "bo:true", "ana:true"), "true", Stage.CORRECTED),
        (("ana:false", "ana:publish", "ana:true"), "true", Stage.CORRECTED),
        (("ana:false", "ana:publish", "bo:false"), "false", Stage.PUBLISHED),
        (("ana:false", "ana:publish", "ana:true", "ana:undo"), "false", Stage.PUBLISHED),
    ],
)
def test_readers_keep_what_they_have_until_the_reviewers_agree_on_another(said, rating, stage):
    verdict = rated(*said)
    assert (as_published(verdict).rating, verdict.stage) == (rating, stage)


def test_readers_are_not_told_of_drafts_notes_and_ratings_that_were_never_shared():
    said = ("ana:half-true", "ana:comment", "ana:false", "bo:true", "bo:false", "ana:publish", "bo:comment", "bo:true")
    told = as_published(rated(*said)).history
    assert [(r.reviewer, r.action.value, r.rating) for r in told] == [
        ("ana", "rate", "false"),
        ("bo", "rate", "false"),
        ("ana", "publish", None),
    ]


def test_what_is_open_or_a_draft_is_not_given_to_readers():
    for said in ((), ("ana:false",), ("ana:false", "ana:withdraw"), ("ana:false", "ana:publish", "ana:undo")):
        assert as_published(rated(*said)) is None


@given(STEPS, st.lists(st.integers(-5000, 5000), min_size=12, max_size=12))
def test_a_correction_is_never_dated_before_the_first_publication(said: list[str], minutes: list[int]):
    """Whatever the clock says, set back too."""
    made: list[Review] = []
    for n, words in enumerate(said):
        who, what = words.split(":")
        action = Action.RATE if what in RATINGS else Action(what)
        undoes = made[-1].id if action is Action.UNDO and made else None
        at = AT + timedelta(minutes=minutes[n])
        made.append(review(n, who, action, what if what in RATINGS else None, at=at, undoes=undoes))
    verdict = fold_reviews("c", "five-point", made)
    first, last = first_published(verdict), last_corrected(verdict)
    assert (first is not None) == is_public(verdict) == (as_published(verdict) is not None)
    assert last is None or last >= first


def test_dates_are_those_of_the_first_publication_and_of_the_last_correction():
    verdict = rated("ana:false", "ana:comment", "ana:publish", "ana:true", "ana:publish", "bo:comment", "bo:true")
    assert first_published(verdict) == AT + timedelta(minutes=2)
    assert last_corrected(verdict) == AT + timedelta(minutes=3)
    assert last_corrected(rated("ana:false", "ana:publish", "ana:publish")) is None


def test_a_review_keeps_its_scale_and_one_from_before_has_the_id_that_it_had():
    old = review(0, "ana", Action.RATE, "false")
    assert old.id == "a0baf06d0ea9"
    new = review(0, "ana", Action.RATE, "false", given_on=SCALE)
    assert decode(Review, encode(new)) == new
    assert new.id != old.id


CHANGED = {
    "claim": "d", "reviewer": "bo", "at": AT, "action": Action.CORRECT, "rating": "true", "scale": "plain", "note": "no", "findings": ("f",),
    "undoes": "u", "nonce": "n", "given_on": SCALE, "batch": "b", "until": AT.date(), "to": "bo",
}  # fmt: skip


@each("field", [field.name for field in fields(Review)])
def test_each_field_of_a_review_is_part_of_its_id(field: str):
    """One that is not could be changed in the database, and the review would still be the one that was told."""
    one = review(1, "ana", Action.RATE, "false")
    assert replace(one, **{field: CHANGED[field]}).id != one.id


@each(
    ("said", "kinds"),
    [
        (("ana:false", "ana:publish"), []),
        (("ana:false", "ana:publish", "ana:publish"), []),
        (("ana:false", "ana:publish", "bo:false"), []),
        (("ana:false", "ana:publish", "ana:true"), ["corrected"]),
        (("ana:false", "ana:publish", "ana:true", "ana:undo"), []),
        (("ana:false", "ana:publish", "ana:withdraw"), ["withdrawn"]),
        (("ana:false", "ana:publish", "ana:withdraw", "ana:true"), ["withdrawn"]),
        (("ana:false", "ana:publish", "ana:withdraw", "ana:publish"), ["withdrawn", "published again"]),
        (("ana:false", "ana:publish", "ana:withdraw", "ana:true", "ana:publish"), ["withdrawn", "corrected"]),
        (("ana:false", "ana:withdraw", "ana:publish"), []),
    ],
)
def test_every_change_of_what_readers_have_has_its_name(said, kinds):
    verdict = rated(*said)
    assert [kind.value for kind, _ in changes(verdict)] == kinds
    public = as_published(verdict)
    assert [kind.value for kind, _ in changes(public)] == kinds  # what readers are given tells the same


@given(STEPS, STEPS)
def test_what_readers_have_is_the_same_whichever_verdict_was_asked_for_before(said: list[str], others: list[str]):
    def told(verdict: Verdict):
        return as_published(verdict), changes(verdict), first_published(verdict), last_corrected(verdict)

    alone = told(rated(*said))
    one, other = rated(*said), rated(*others)
    assert [told(each) for each in (one, other, one)] == [alone, told(rated(*others)), alone]


def test_the_states_of_a_verdict_are_worked_out_once_and_while_it_is_folded(monkeypatch: pytest.MonkeyPatch):
    seen: list[Review] = []
    monkeypatch.setattr(
        verdict_module, "with_review", lambda now, review: seen.append(review) or with_review(now, review)
    )
    verdict = rated("ana:false", "ana:publish", "ana:comment")
    for _ in range(2):
        as_published(verdict)
        first_published(verdict)
        changes(verdict)
        last_corrected(verdict)
    assert len(seen) == len(verdict.standing)
