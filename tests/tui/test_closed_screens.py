"""A screen that is closed leaves no memory behind."""

from __future__ import annotations

import gc
from weakref import ref

from textual._styles_cache import StylesCache

from workbench.tui.app import WorkbenchApp

OPENINGS = 3


async def test_what_was_drawn_of_a_claim_is_forgotten_when_it_is_closed(world, until) -> None:
    app = WorkbenchApp(world.desk)
    drawn: list[list[ref[StylesCache]]] = []
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(OPENINGS):
            await pilot.press("enter")
            await until(pilot, "claim 4 of 4")
            drawn.append([ref(widget._styles_cache) for widget in app.screen.walk_children(with_self=True)])
            await pilot.press("escape")
            await until(pilot, "claims open")
        gc.collect()
        left = [sum(cache() is not None for cache in of_screen) for of_screen in drawn[:-1]]  # messages hold the last
    assert min(map(len, drawn)) > 10
    assert left == [0] * (OPENINGS - 1)
