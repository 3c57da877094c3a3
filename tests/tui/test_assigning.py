"""Claims are deferred until a day, taken, given to somebody and given back, in the library and at the bench."""

from __future__ import annotations

from datetime import timedelta

from workbench.core.verdict import Stage
from workbench.tui.app import WorkbenchApp


async def test_the_selected_claim_is_deferred_until_a_day_and_leaves_the_queue(world, until, keys) -> None:
    app, claim = WorkbenchApp(world.desk), world.claim("36.5").id
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "v", "down", "L")
        await until(pilot, "Defer this claim until (a day, tomorrow, in 3 days):")
        await keys(pilot, "=someday", "enter")
        await until(pilot, "cannot be deferred until someday")
        await keys(pilot, "ctrl+u", "=in 3 days", "enter")
        await until(pilot, "Deferred until")
        await until(pilot, "3 claims open")
        day = world.desk.today() + timedelta(days=3)
        assert world.desk.verdict(claim).until == day
        await pilot.press("u")
        await until(pilot, f"Took back “deferred until {day.day} {day:%B %Y}” on: 36.5 percent fewer")
        await until(pilot, "4 claims open")


async def test_marked_claims_are_given_to_somebody_in_one_go(world, until, keys) -> None:
    world.desk.assign([world.claim("asylum").id], "bea", "eva")
    world.desk.release(world.claim("asylum").id, by="eva")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "space", "space", "T")
        await until(pilot, "Who does 2 marked claims")
        await keys(pilot, "=bea", "enter")
        await until(pilot, "2 claims assigned to bea")
        await until(pilot, "2 claims open")
        await until(pilot, "t taken by bea")
        await pilot.press("u")
        await until(pilot, "4 claims open")


async def test_at_the_bench_it_is_taken_and_given_back(world, until, keys) -> None:
    app, claim = WorkbenchApp(world.desk), world.claim("36.5").id
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "down", "enter", "T")
        await until(pilot, "Who does this claim")
        await keys(pilot, "enter")
        await until(pilot, "Taken · u takes it back")
        await until(pilot, "taken by ana")
        assert world.desk.verdict(claim).stage is Stage.TAKEN
        await keys(pilot, "T", "=-", "enter")
        await until(pilot, "Given back to everybody")
        assert world.desk.verdict(claim).stage is Stage.OPEN
        await keys(pilot, "L", "=tomorrow", "enter")
        await until(pilot, "Deferred until")
        await until(pilot, "open, deferred until")
