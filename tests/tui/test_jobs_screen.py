"""The jobs of a team's workers on a screen: listed with their claims, counted, cancelled; said where there are none or no server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.desk import Desk
from workbench.ports import JobRow
from workbench.testing import ScreenContract
from workbench.tui.app import WorkbenchApp
from workbench.tui.pages import jobs


class TestJobs(ScreenContract):
    screen = jobs.SCREEN


class Queue:
    """Jobs in memory."""

    def __init__(self, *rows: JobRow) -> None:
        self.rows = list(rows)

    def listed(self, status: str = "") -> list[JobRow]:
        return [row for row in self.rows if status in {"", row.status}]

    def cancel(self, numbers) -> None:
        for number in numbers:
            at = next((n for n, row in enumerate(self.rows) if row.id == number and row.status == "todo"), None)
            if at is None:
                raise NoSuchRecordError("job that waits", str(number))
            self.rows[at] = replace(self.rows[at], status="cancelled")


@pytest.fixture
def queue(world) -> Queue:
    key = world.claims[0].id
    return Queue(
        JobRow(1, "research", key, "succeeded", 1),
        JobRow(2, "recheck", "gone-since", "failed", 3),
        JobRow(3, "read", "", "todo", 0, 250, "Speech\x1b[31m in Skopje"),
        JobRow(4, "research", key, "todo", 0),
        JobRow(5, "research", key, "doing", 1),
    )


def app_with(world, queue) -> WorkbenchApp:
    return WorkbenchApp(Desk(replace(world.desk.ports, jobs=queue)))


async def test_what_runs_stands_first_then_what_waits_and_each_with_its_claim(world, queue, until) -> None:
    async with app_with(world, queue).run_test(size=(120, 40)) as pilot:
        await pilot.press("f7")
        shown = await until(pilot, "1 doing · 2 todo · 1 failed · 1 succeeded")
        order = [shown.index(each) for each in ("5  doing", "4  todo", "3  todo", "2  failed", "1  succeeded")]
        assert order == sorted(order)
        assert "16,000 attempts" in shown
        assert "250 documents, first “Speech" in shown
        assert "\x1b" not in shown
        assert "started 3 times" in shown


async def test_one_that_waits_is_cancelled_and_one_that_is_over_is_not(world, queue, until, monkeypatch) -> None:
    """What came of it stands through the looks that follow, until another job is selected."""
    monkeypatch.setattr(jobs, "_SECONDS", 0.2)
    async with app_with(world, queue).run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await until(pilot, "2 todo")
        await pilot.press("j", "X")
        assert "1 cancelled" in await until(pilot, "Job 4 is cancelled.")
        await pilot.pause(0.6)
        assert "Job 4 is cancelled." in await until(pilot, "1 cancelled")
        await pilot.press(*"jjj", "X")
        await until(pilot, "is over: there is nothing to cancel")
    assert [row.status for row in queue.rows] == ["succeeded", "failed", "todo", "cancelled", "doing"]


async def test_without_a_job_it_says_how_one_is_added(world, until) -> None:
    async with app_with(world, Queue()).run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "X", "j")
        assert "workbench jobs add research" in await until(pilot, "There is no job.")


async def test_a_file_has_no_jobs(world, until) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "X")
        await until(pilot, "This database is a file")


async def test_a_server_that_is_gone_is_said_and_looked_for_again(world, queue, until, monkeypatch) -> None:
    monkeypatch.setattr(jobs, "_SECONDS", 0.2)

    def falls(*_: object) -> None:
        raise StoreError("The server cannot be reached.", "Check that it runs.")

    there, queue.listed = queue.listed, falls
    async with app_with(world, queue).run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        assert "! Check that it runs." in await until(pilot, "! The server cannot be reached.")
        queue.listed = there
        await until(pilot, "1 doing")
