"""The clock of one machine is an hour behind: what was done stays in the order in which it was done, and nothing is lost by it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from workbench.bootstrap import open_desk

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Set the clock of the machine that runs what comes next; it goes on a second with each look at it."""

    def set_to(hours: float) -> None:
        seconds = iter(range(1, 10_000))
        start = NOON + timedelta(hours=hours)
        monkeypatch.setattr(open_desk, "now", lambda: start + timedelta(seconds=next(seconds)))

    return set_to


@pytest.fixture
def claim(workbench, home, statements, at) -> str:
    """Rated by Ana, whose clock is right, with evidence beside it."""
    at(0)
    workbench("import", statements)
    key = workbench("claims", "--json").records[0]["id"]
    (home / "before.txt").write_text("It was known before.")
    (home / "after.txt").write_text("It was known after.")
    assert workbench("rate", key, "false", "--note", "no official figure: none is kept", "--by", "ana").code == 0
    assert workbench("attach", key, home / "before.txt", "--by", "ana").code == 0
    return key


def exported(workbench, key: str) -> dict:
    return json.loads(workbench("export", "--query", f"id:{key}", "--format", "json").out)["claims"][0]


def test_what_was_attached_before_publication_goes_out_and_what_was_attached_after_it_does_not(
    workbench, home, claim, at
):
    at(-1)
    assert workbench("publish", claim, "--by", "bea").code == 0
    assert "before.txt" in workbench("export", "--query", f"id:{claim}", "--format", "markdown").out
    at(0.5)
    workbench("tag", claim, "later", "--by", "ana")
    at(-1)
    assert workbench("attach", claim, home / "after.txt", "--by", "bea").code == 0
    page = workbench("export", "--query", f"id:{claim}", "--format", "markdown").out
    assert "before.txt" in page
    assert "after.txt" not in page


@pytest.mark.parametrize("last", [["correct", "true", "--note", "We erred."], ["undo"]])
def test_the_history_is_in_the_order_in_which_it_was_made(workbench, claim, at, last):
    at(-1)
    workbench("publish", claim, "--by", "bea")
    workbench(last[0], claim, *last[1:], "--by", "bea")
    workbench("edit", claim, "headline=Said otherwise", "--by", "bea")
    found = exported(workbench, claim)
    times = [datetime.fromisoformat(each["at"]) for each in found["verdict"]["history"]]
    assert times == sorted(set(times))
    assert datetime.fromisoformat(found["corrections"][0]["at"]) > times[-1]


def test_many_at_once_are_no_exception(workbench, claim, at):
    at(-1)
    workbench("publish", claim, "--by", "bea")
    workbench("tag", claim, "work", "--by", "bea")
    workbench("undo", claim, "--by", "bea")
    times = [datetime.fromisoformat(each["at"]) for each in exported(workbench, claim)["verdict"]["history"]]
    assert len(times) >= 3
    assert times == sorted(set(times))


def test_a_clock_that_is_years_ahead_is_not_followed(workbench, claim, at):
    at(24 * 365 * 3)
    workbench("tag", claim, "work", "--by", "cem")
    at(0)
    workbench("publish", claim, "--by", "bea")
    assert exported(workbench, claim)["verdict"]["history"][-1]["at"].startswith("2026-11-29T")
