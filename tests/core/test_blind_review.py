"""What a blind project withholds: whatever was done in whatever order, nothing that another thinks is in what somebody sees before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.core.reviews.blind_review import sees_all, visible_reviews
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Review, Stage, WithheldReview, fold_reviews

AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
BLIND = ReviewRules(blind=True, editors=("Eva",))
ACTIONS = (
    "rate",
    "comment",
    "approve",
    "reject",
    "publish",
    "defer",
    "dismiss",
    "tag",
    "untag",
    "take",
    "assign",
    "release",
    "undo",
)

steps = st.lists(st.tuples(st.sampled_from(("ana", "bo", "Bo")), st.sampled_from(ACTIONS)), max_size=10)


def history(said: list[tuple[str, str]]) -> list[Review]:
    made: list[Review] = []
    for n, (who, action) in enumerate(said):
        last = fold_reviews("c", "", made).last_of(who) if action == "undo" else None
        if action != "undo" or last is not None:
            rating, note = (
                ("false" if action == "rate" else None),
                ({"tag": "budget", "untag": "budget", "take": "", "assign": ""}.get(action, f"{who} thinks")),
            )
            made.append(
                Review(claim="c", reviewer=who, at=AT + timedelta(minutes=n), action=Action(action), rating=rating, note=note, nonce=str(n), undoes=last.id if last else None,
                       to="cy" if action == "assign" else "", until=date(2026, 12, 5) if action == "defer" and n % 2 else None)
            )  # fmt: skip
    return made


@given(steps)
@example([("ana", "rate"), ("bo", "approve")])  # before the project was blind
def test_nothing_that_another_thinks_is_seen(said):
    whole = history(said)
    shown, truth = visible_reviews(whole, "bo", BLIND), fold_reviews("c", "", whole)
    verdict = fold_reviews("c", "", shown)
    if sees_all(whole, "bo", BLIND):
        assert list(shown) == whole
        return
    others = [each for each in shown if each.who != "bo"]
    assert all(each.rating is None and each.note in {"", "budget"} for each in others)
    assert not any(isinstance(each, WithheldReview) for each in verdict.history)
    assert verdict.withheld == bool(truth.ratings)
    assert verdict.ratings == ()
    hidden = {Stage.APPROVED: Stage.DRAFT}
    assert verdict.stage is hidden.get(truth.stage, truth.stage)
    assert (verdict.deferred, verdict.until, verdict.tags) == (truth.deferred, truth.until, truth.tags)
    assert verdict.taken == truth.taken


@given(steps)
def test_an_editor_sees_all_of_it_and_so_does_everybody_where_nothing_is_blind(said):
    whole = history(said)
    assert list(visible_reviews(whole, "eva", BLIND)) == list(visible_reviews(whole, "bo", ReviewRules())) == whole


@given(steps)
def test_once_ones_own_rating_stands_all_is_seen_and_with_it_taken_back_it_is_not(said):
    whole = history([(who, action) for who, action in said if action != "publish"])
    mine = Review(claim="c", reviewer="BO", at=AT, action=Action.RATE, rating="true", nonce="mine")
    back = Review(claim="c", reviewer="bo", at=AT, action=Action.UNDO, undoes=mine.id, nonce="back")
    assert list(visible_reviews([*whole, mine], "bo", BLIND)) == [*whole, mine]
    assert sees_all([*whole, mine, back], "bo", BLIND) == sees_all(whole, "bo", BLIND)
