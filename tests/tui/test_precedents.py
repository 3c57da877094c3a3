"""What was decided of other claims on the series is told on the bench in one line, and whole on a page."""

from __future__ import annotations

from workbench.tui.app import WorkbenchApp


async def test_a_line_counts_the_verdicts_and_a_key_shows_them(worlds, statements, until) -> None:
    world = worlds(documents=[statements("d1"), statements("d2", "Another forum")])
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    mine, other = [claim for claim in world.claims if "39.7" in claim.quote]
    await world.desk.research(mine.id)
    await world.desk.research(other.id)
    world.desk.rate(other.id, "false", "The base is another.", "ben")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, "7 claims open")
        await pilot.press("enter")
        await until(pilot, "decided before on its series: 1 False · P shows them")
        await pilot.press("P")
        page = await until(pilot, "On the same series: 1 False")
        assert "“The base is another.”" in page
        assert "ben, 2026-01-02" in page
