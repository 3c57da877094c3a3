"""Each screen is laid out once, in the way that fits its size: no first picture that is another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.screen import Screen

from workbench.desk import Desk
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.library import LibraryScreen
from workbench.tui.widgets.paged_list import PagedList
from workbench.tui.widgets.pane_layout import Panes, mode_for
from workbench.tui.widgets.source_pane import SourcePane


@pytest.fixture
def laid_out(monkeypatch) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """Return each layout: the screen, its classes, and those of the panes of the bench."""
    found: list[tuple[str, frozenset[str], frozenset[str]]] = []
    lay_out = Screen._refresh_layout

    def spied(self, *args, **more):
        panes = next(iter(self.query(Panes)), None)
        if self.is_mounted and self.children:
            found.append((type(self).__name__, self.classes, panes.classes if panes else frozenset()))
        return lay_out(self, *args, **more)

    monkeypatch.setattr(Screen, "_refresh_layout", spied)
    return found


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (120, 40)])
async def test_every_layout_has_the_classes_of_its_size(world, until, laid_out, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "claims open" if size[0] > 60 else "Queue")
        await pilot.press("enter")
        await until(pilot, "Verdict")
        await pilot.press("f1")
        await until(pilot, "Manual")
        last = {name: classes for name, classes, _ in laid_out}
        sized = {"-single", "-narrow", "-wide", "-small", "-roomy"}
        for name, classes, panes in laid_out:
            assert classes & sized == last[name] & sized, name
            assert not panes or f"-{mode_for(size[0])}" in panes
    assert set(last) >= {"LibraryScreen", "BenchScreen", "ManualScreen"}


async def test_the_claim_is_in_sight_in_each_picture_of_the_text(world, until, monkeypatch) -> None:
    """The source does not jump to it after it is shown: at opening, at the next claim, and when a prompt takes rows from it."""
    seen: list[int | None] = []
    paint = Screen._compositor_refresh

    def spied(self) -> None:
        seen.extend(pane._out_of_sight() for pane in self.query(SourcePane) if pane.virtual_size.height)
        paint(self)

    monkeypatch.setattr(Screen, "_compositor_refresh", spied)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Queue")
        for key, words in (("enter", "claim 4 of 4"), ("k", "claim 3 of 4"), ("f", "Formula:")):
            await pilot.press(key)
            await until(pilot, words)
            assert seen
            assert set(seen) == {None}, key
            seen.clear()


async def test_the_lists_are_read_once_and_painted_before_what_research_needs_is_loaded(
    world, until, monkeypatch
) -> None:
    done: list[str] = []
    reload, paint = LibraryScreen.reload, PagedList.render_line
    monkeypatch.setattr(LibraryScreen, "reload", lambda self: (done.append("read"), reload(self)))
    monkeypatch.setattr(PagedList, "render_line", lambda self, y: (done.append("painted"), paint(self, y))[1])
    monkeypatch.setattr(world.desk, "warm_up", lambda: done.append("loaded"))
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        while "loaded" not in done:
            await pilot.pause(0.05)
    assert done.count("read") == 1
    assert done.index("painted") < done.index("loaded")


class Watched(dict):
    """Sources, and which of them were asked for."""

    def __init__(self, sources) -> None:
        super().__init__(sources)
        self.asked: set[str] = set()

    def __getitem__(self, name: str):
        self.asked.add(name)
        return super().__getitem__(name)

    def values(self):
        self.asked.update(self)
        return super().values()


async def test_a_claim_opens_without_loading_the_sources(world, until) -> None:
    """Each is a plug-in with a reader of its own; their titles stand beside candidates, and there are none yet."""
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    sources = Watched(world.desk.ports.sources)
    desk = Desk(replace(world.desk.ports, sources=sources))
    desk.warm_up = lambda: None
    app = WorkbenchApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "Not researched yet.")
        assert sources.asked == set()
        await pilot.press("r")
        await until(pilot, "(World Bank)")


async def test_the_sources_are_loaded_in_the_background(world, until) -> None:
    sources = Watched(world.desk.ports.sources)
    app = WorkbenchApp(Desk(replace(world.desk.ports, sources=sources)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        while sources.asked != set(sources):
            await pilot.pause(0.05)
