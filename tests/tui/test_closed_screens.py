"""A screen that is closed leaves no memory behind."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from time import monotonic
from weakref import ref

from textual._styles_cache import StylesCache

from workbench.tui import closed_screens
from workbench.tui.app import WorkbenchApp

OPENINGS = 3

FROZEN = """
import weakref
from workbench.tui.closed_screens import collect, freeze_loaded
class Held: pass
def cycle():
    held = Held()
    held.itself = held
    return weakref.ref(held)
first = cycle()
collect()
print(first() is not None)
freeze_loaded()
second = cycle()
collect()
print(second() is not None)
"""


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


async def test_the_wait_begins_anew_and_collects_once(monkeypatch) -> None:
    collected: list[float] = []
    monkeypatch.setattr(closed_screens, "collect", lambda: collected.append(monotonic()))
    monkeypatch.setattr(closed_screens, "IDLE", 0.2)
    waiting = closed_screens.Collecting()
    for _ in range(4):
        waiting.postpone()
        await asyncio.sleep(0.05)
    last = monotonic()
    await asyncio.sleep(0.4)
    assert [moment > last for moment in collected] == [True]


async def test_it_is_told_once_all_is_loaded(world, eventually) -> None:
    told: list[bool] = []
    app = WorkbenchApp(world.desk, warmed=lambda: told.append(True))
    async with app.run_test() as pilot:
        await eventually(pilot, lambda: told == [True], "what is to be done after loading")


def test_what_closed_screens_held_is_collected_once_what_is_loaded_is_left_out() -> None:
    """In a process of its own, since the objects of these tests would be kept for ever."""
    ran = subprocess.run([sys.executable, "-P", "-c", FROZEN], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False"]
