"""The mouse reaches the footer, the ratings and the panes; what it does is what the key does."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from workbench.core.verdict import Stage
from workbench.tui.app import WorkbenchApp


def place(see, app: object, words: str, after: str = "") -> tuple[int, int]:
    """Return the cell in which some words begin on the screen, below a row that has other words."""
    rows = see(app).splitlines()
    start = next(y for y, row in enumerate(rows) if after in row)
    y = next(y for y in range(start, len(rows)) if words in rows[y])
    return cell_len(rows[y][: rows[y].index(words)]), y


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_click_on_the_footer_presses_the_key(world, until, see, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "i import")
        await pilot.click(offset=place(see, app, "import", "Enter open"))
        await until(pilot, "Import file, folder")
        await pilot.click(offset=place(see, app, "leave it"))
        await until(pilot, "Import file, folder", gone=True)
        await pilot.click(offset=place(see, app, "? keys"))
        await until(pilot, "Keys")


async def test_a_click_between_two_keys_presses_none(world, until, see) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        before = await until(pilot, "i import")
        x, y = place(see, app, "i import")
        await pilot.click(offset=(x - 2, y))
        await until(pilot, "i import")
        assert see(app) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_click_on_a_rating_gives_it(world, until, see, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "Queue")
        await pilot.press("enter")
        await until(pilot, "2 Mostly true")
        await pilot.click(offset=place(see, app, "Mostly false", "Verdict"))
        await until(pilot, "Rated “Mostly false”")
        await pilot.click(offset=place(see, app, "True", "Verdict"))
        await until(pilot, "[1 True]")


async def test_a_click_focuses_a_pane_and_its_name_brings_it(world, until, see, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Queue")
        await pilot.press("enter")
        await until(pilot, "[Claim] Candidates Trace Series")
        for name in ("Trace", "Series", "Candidates", "Claim"):
            await pilot.click(offset=place(see, app, name, "Candidates"))
            await until(pilot, f"[{name}]")
            assert app.screen.focused.id == name.casefold()
        await pilot.click("#source", offset=(5, 3))
        await eventually(pilot, lambda: app.screen.focused.id == "source", "the focus is elsewhere")


async def test_no_click_answers_the_question_before_publishing(world, until, see) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        world.unhcr.gate.set()
        world.worldbank.gate.set()
        await until(pilot, "Queue")
        await pilot.press("enter", "r")
        await until(pilot, "ROUNDS TO")
        await pilot.press("5")
        await until(pilot, "Rated “False”")
        await pilot.press("p")
        await until(pilot, "Publish “False”?")
        await pilot.click(offset=place(see, app, "y publish"))
        await pilot.click(offset=place(see, app, "Publish “False”?"))
        await until(pilot, "Publish “False”?")
        assert world.desk.verdict(world.claim("asylum").id).stage is Stage.DRAFT
