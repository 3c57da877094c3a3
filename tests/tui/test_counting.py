"""A list is shown and moved through before it is counted, and says so: never a wrong number."""

from __future__ import annotations

from threading import Event

import pytest

from workbench.core.errors import StoreError
from workbench.ports import EVERY
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets import row_paging
from workbench.tui.widgets.row_paging import Pages
from workbench.tui.workers.counting import LatestCount


@pytest.fixture
def gate(world, monkeypatch) -> Event:
    """Claims are counted when this is set."""
    opened, count = Event(), world.desk.count_claims
    monkeypatch.setattr(world.desk, "count_claims", lambda wanted=EVERY: (opened.wait(20), count(wanted))[1])
    return opened


async def test_the_lists_are_there_while_they_are_counted(world, until, monkeypatch, gate) -> None:
    monkeypatch.setattr(row_paging, "SIZE", 2)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await until(pilot, "counting…")
        assert "asylum applications" in text
        assert "claims open" not in text
        await pilot.press(*["down"] * 9)
        assert app.screen.queue.cursor == 3
        assert "0.48  35 cases" in await until(pilot, "counting…")
        gate.set()
        assert "counting…" not in await until(pilot, "4 claims open")
        assert app.screen.queue.cursor == 3


async def test_a_new_filter_is_counted_anew_and_the_number_before_is_gone(world, until, keys, gate) -> None:
    gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims")
        gate.clear()
        await keys(pilot, "slash", "=kind:change", "enter")
        text = await until(pilot, "Filter: kind:change")
        assert "counting…" in text
        assert "4 claims" not in text
        assert "35 cases" not in text
        gate.set()
        await until(pilot, "2 claims")


async def test_a_list_that_is_shown_again_keeps_its_place_while_it_is_counted(world, until, monkeypatch, gate) -> None:
    monkeypatch.setattr(row_paging, "SIZE", 2)
    gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims")
        await pilot.press("end")
        gate.clear()
        app.screen.reload()
        await until(pilot, "counting…")
        assert app.screen.queue.cursor == 3
        gate.set()
        await until(pilot, "4 claims")


async def test_a_count_that_fails_is_told(world, until, monkeypatch) -> None:
    def failing(wanted=EVERY):
        raise StoreError("The database is busy.", "Try again.")

    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims")
        monkeypatch.setattr(world.desk, "count_claims", failing)
        app.screen.reload()
        await until(pilot, "The database is busy.")


async def test_a_slow_count_that_fails_is_told_when_it_does(world, until, monkeypatch) -> None:
    gate = Event()

    def failing(wanted=EVERY):
        gate.wait(20)
        raise StoreError("The database is busy.", "Try again.")

    monkeypatch.setattr(world.desk, "count_claims", failing)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "counting…")
        gate.set()
        await until(pilot, "The database is busy.")


def test_pages_are_read_on_until_they_are_counted_or_end() -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> range:
        asked.append(offset)
        return range(offset, min(offset + limit, row_paging.SIZE * 3 + 5))

    size = row_paging.SIZE
    pages: Pages[int] = Pages(fetch)
    pages.reach(0)
    assert (pages.count, asked) == (size, [0])
    pages.reach(2 * size)
    assert (pages.count, asked) == (3 * size, [0, size, 2 * size])
    pages.reach(9 * size)
    assert (pages.count, asked[-1]) == (3 * size + 5, 3 * size)
    assert pages.row(3 * size + 4) == 3 * size + 4
    assert pages.row(3 * size + 5) is None
    pages.count_is(7)
    assert (pages.count, pages.row(7)) == (7, None)


def test_of_counts_that_wait_only_the_last_is_done() -> None:
    counting: LatestCount[int] = LatestCount()
    begun, gate = Event(), Event()
    first = counting.ask(lambda: (begun.set(), gate.wait(20), 1)[-1])
    begun.wait(20)
    second, third = counting.ask(lambda: 2), counting.ask(lambda: 3)
    assert second.cancelled()
    gate.set()
    assert (first.result(20), third.result(20)) == (1, 3)
    assert counting.ask(lambda: 4).result(20) == 4
