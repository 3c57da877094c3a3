"""Claims are marked in the queue, and what a key does is done to all of them, in one go, and taken back in one go."""

from __future__ import annotations

import pytest

from workbench.core.verdict import Action, Review, fold_reviews
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.report.decision_words import done_words
from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import text_of
from workbench.tui.lines.verdict import history_lines
from workbench.tui.marked_claims import MOST, Marks, decide_marked


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_marked_claims_are_rated_in_one_go_and_taken_back_in_one_go(world, until, keys, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("space", "shift+down")
        await until(pilot, "Queue · 3 marked")
        await pilot.press("5")
        await until(pilot, "Rate 3 marked claims “False”; note (Enter gives it):")
        await keys(pilot, "=too early")
        await until(pilot, "too early")
        await pilot.press("enter")
        text = await until(pilot, "3 claims rated “False” · u takes all of it back")
        assert "1 claim open" in text
        assert "marked" not in text
        await pilot.press("u")
        await until(pilot, "In one go, of 3 claims: Took back “rated False”")
        await until(pilot, "4 claims open")
    notes = {review.note for claim in world.claims for review in world.desk.history(claim.id) if review.rating}
    assert notes == {"too early"}
    assert world.store.check() == []


@pytest.mark.parametrize("action", Action)
def test_every_review_has_words_for_the_history_and_for_undo(world, action) -> None:
    review = Review(claim="c", reviewer="ana", at=world.desk.now(), action=action, note="budget")
    assert done_words(review, world.desk.scale)
    assert all(text_of(row).strip() for row in history_lines(fold_reviews("c", "", [review]), world.desk.scale))


async def test_tags_are_taken_back_and_stand_in_the_history(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("space", "space", "number_sign")
        await until(pilot, "Tag for 2 marked claims")
        await keys(pilot, "=budget")
        await pilot.press("enter")
        await until(pilot, "2 claims tagged budget")
        await pilot.press("u")
        await until(pilot, "In one go, of 2 claims: Took back “tagged” budget")
        await pilot.press("home", "enter")
        await until(pilot, "Candidates")
        await pilot.press("H")
        assert "took back: tagged" in await until(pilot, "tagged by ")


async def test_all_that_the_filter_shows_is_marked_tagged_and_found(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=kind:level")
        await until(pilot, "kind:level")
        await pilot.press("enter", "asterisk")
        await until(pilot, "Queue · 2 marked")
        await keys(pilot, "number_sign", "=Borders 2021")
        await until(pilot, "Borders 2021")
        await pilot.press("enter")
        await until(pilot, "2 claims tagged borders-2021")
        await until(pilot, "#borders-2021")
        await keys(pilot, "slash", "= tag:b")
        await until(pilot, "tag:b")
        await pilot.press("tab", "enter")
        await until(pilot, "tag:borders-2021")
        assert app.screen.queue.in_hand.tags == ("borders-2021",)


async def test_escape_takes_the_marks_off_before_the_filter(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=kind:level")
        await until(pilot, "kind:level")
        await pilot.press("enter", "asterisk", "escape")
        text = await until(pilot, "marked", gone=True)
        assert "Filter: kind:level" in text
        await pilot.press("escape")
        await until(pilot, "Filter: none")


async def test_without_marks_a_digit_rates_nothing(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("5", "X", "number_sign")
        await until(pilot, "4 claims open")
        assert not app.screen.talk.asking
    assert world.desk.history(world.claims[0].id) == []


async def test_marked_claims_alone_are_exported(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("space", "x")
        await until(pilot, "marked-")
        app.screen.talk.field.value = "some-drafts.md"
        await pilot.press("enter")
        await until(pilot, "1 claim written")


def test_what_cannot_be_done_is_told_with_the_first_reason(world) -> None:
    first, second = (claim.id for claim in world.claims[:2])
    world.desk.rate(first, "false")
    told = decide_marked(world.desk, [first, second], Decision(claim="", action=Action.DISMISS), "", lambda _: None)
    assert told.startswith("1 claim dismissed as no claim; 1 not: ")
    assert "rated" in told


def test_only_so_many_are_marked_at_once() -> None:
    marks = Marks()
    marks.add(map(str, range(MOST + 5)))
    assert len(marks) == MOST
    marks.turn("3")
    assert "3" not in marks
