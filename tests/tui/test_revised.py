"""Verdicts whose figures were revised since, on a screen: looked for beside it, and told where that cannot be."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.errors import StoreError
from workbench.core.revision import RevisedFigure, Revision
from workbench.desk.publication.rechecking import Recheck, Rechecked
from workbench.testing import ScreenContract
from workbench.tui.app import WorkbenchApp
from workbench.tui.pages import revised


class TestRevised(ScreenContract):
    screen = revised.SCREEN


async def test_what_was_revised_is_listed(world, until, make, monkeypatch) -> None:
    key = world.claims[0].id
    speech = "There were 91 asylum applications in North Macedonia in 2021."
    then, now = (make.heard(speech, make.series(), {"MKD": {"2021": many}})[0] for many in ("91", "118"))
    figure = RevisedFigure("MKD", None, Decimal(91), Decimal(118))
    found = Rechecked(key, Recheck.REVISED, (then,), (Revision(then, now, (figure,), world.desk.ports.clock()),))
    monkeypatch.setattr(type(world.desk), "known_revisions", lambda *_: iter([found]))
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6")
        assert key in await until(pilot, "91 when the verdict was given, 118 since")


async def test_where_nothing_was_revised_it_says_so(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6")
        await until(pilot, "No verdict that readers have rests on a figure that was revised")


async def test_a_desk_that_cannot_be_read_says_why(world, until, monkeypatch) -> None:
    def falls(*_: object) -> None:
        raise StoreError("The database is gone.", "Look for it.")

    monkeypatch.setattr(type(world.desk), "known_revisions", falls)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await until(pilot, "! The database is gone.")
