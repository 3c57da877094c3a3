"""A colleague rated the claim since it was opened: look, keep, or add yours."""

from __future__ import annotations

import pytest

from workbench.tui.app import WorkbenchApp


@pytest.mark.parametrize(
    "told",
    [
        ("k", "your “True” was not given", ["bea"]),
        ("l", "History ·", ["bea"]),
        ("a", "Rated “True”", ["bea", "ana"]),
        ("escape", "", ["bea"]),
    ],
)
async def test_a_rating_that_nobody_had_seen_is_asked_about(world, until, keys, told) -> None:
    answer, comes, who = told
    app, claim = WorkbenchApp(world.desk), world.claim("36.5").id
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "down", "enter")
        await until(pilot, "Verdict")
        world.desk.rate(claim, "false", by="bea")
        digit = next(rating.digit for rating in world.desk.scale.ratings if rating.key == "true")
        await keys(pilot, digit)
        await until(pilot, "bea rated it “False” just now. l look · k keep it · a add your “True”")
        assert [each.reviewer for each in world.desk.verdict(claim).ratings] == ["bea"]
        await keys(pilot, *((answer,) if answer == "escape" else (f"={answer}", "enter")))
        await until(pilot, comes)
        assert [each.reviewer for each in world.desk.verdict(claim).ratings] == who
        if answer == "k":
            await keys(pilot, digit)
            await until(pilot, "Rated “True”")
            assert len(world.desk.verdict(claim).ratings) == 2


async def test_what_was_there_when_it_was_opened_is_not_asked_about(world, until, keys) -> None:
    app, claim = WorkbenchApp(world.desk), world.claim("36.5").id
    world.desk.rate(claim, "false", by="bea")
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "down", "enter")
        await until(pilot, "by bea")
        digit = next(rating.digit for rating in world.desk.scale.ratings if rating.key == "true")
        await keys(pilot, digit)
        await until(pilot, "Rated “True”")
