"""The line of talk: what is typed is seen whole where there is room for it, what is said is said whole, and work is told before it begins."""

from __future__ import annotations

from threading import Event

import pytest
from textual.screen import Screen

from workbench.core.errors import StoreError
from workbench.tui.app import WorkbenchApp

LONG = "speaker Oliver Spasovski, minister of the interior"


@pytest.mark.parametrize(("size", "asks"), [((80, 24), "Put right: speaker"), ((120, 40), "(Tab offers): speaker")])
async def test_a_long_answer_takes_the_room_of_the_help(world, until, keys, size, asks) -> None:
    async with WorkbenchApp(world.desk).run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "enter", "E")
        await until(pilot, "Put right, as in “period 2020” (Tab offers):")
        await keys(pilot, f"={LONG}")
        screen = await until(pilot, asks)
        assert LONG in screen
        await pilot.press("ctrl+u")
        await until(pilot, "Put right, as in “period 2020” (Tab offers):")


async def test_what_is_said_after_some_work_is_said_whole(world, until, keys) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "enter", "D", "=title Interior minister at the Brdo forum of ministers", "enter")
        screen = await until(pilot, "Put the document's data right")
        assert "u takes it back" in screen
        await pilot.press("u")
        assert "H shows the" in await until(pilot, "Took back")


async def test_research_is_told_before_it_keeps_the_processor(world, until, monkeypatch) -> None:
    order: list[str] = []

    async def asking(*_: object, **__: object) -> object:
        order.append("asks")
        raise StoreError("Nobody answers.", "Ask again.")

    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "not researched")
        monkeypatch.setattr(world.desk, "research", asking, raising=False)
        drawn = pilot.app._display
        monkeypatch.setattr(pilot.app, "_display", lambda *told: (order.append("draws"), drawn(*told)))
        await pilot.press("r")
        for _ in range(200):
            if "asks" in order:
                break
            await pilot.pause(0.01)
    assert order[0] == "draws", order


async def test_keys_are_heard_while_candidates_are_looked_for(world, until, eventually, monkeypatch) -> None:
    pressed, heard = Event(), []
    found = type(world.desk.ports.catalogue).find

    def slow(*asked: object, **how: object) -> object:
        heard.append(pressed.wait(20))
        return found(*asked, **how)

    monkeypatch.setattr(type(world.desk.ports.catalogue), "find", slow)
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("r")
        await until(pilot, "asking …")
        await pilot.press("k")
        await until(pilot, "claim 3 of 4")
        pressed.set()
        assert await eventually(pilot, lambda: heard, "candidates were never looked for") == [True]


async def test_a_verdict_places_nothing_on_the_screen_anew(world, until, monkeypatch) -> None:
    placed: list[bool] = []
    places = Screen._refresh_layout

    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        monkeypatch.setattr(
            Screen, "_refresh_layout", lambda *told, **how: (placed.append(True), places(*told, **how))[1]
        )
        await pilot.press("5")
        await until(pilot, "Rated “False”")
        assert placed == []
        await pilot.press("E")
        await until(pilot, "Put right")
        assert placed
