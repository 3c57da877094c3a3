"""A claim is deferred until a day: it leaves the queue, and is there again on that day without anybody doing anything."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest


def in_three_days() -> str:
    return str(datetime.now(UTC).date() + timedelta(days=3))


DAY = in_three_days()


@pytest.fixture
def claim(workbench, statements) -> str:
    workbench("import", statements)
    return workbench("claims", "--json").records[0]["id"]


def found(workbench, query: str) -> set[str]:
    return {row["id"] for row in workbench("claims", "--query", query, "--json").records}


def test_it_leaves_the_queue_until_then(workbench, claim):
    before = found(workbench, "status:open")
    days = [in_three_days()]
    told = workbench("defer", claim, "--until", "in 3 days").out
    days.append(in_three_days())  # another where midnight came meanwhile
    until = next(each for each in days if told == f"{claim} is deferred until {each}.\n")
    assert (found(workbench, "status:open"), found(workbench, "status:deferred")) == (before - {claim}, {claim})
    [row] = workbench("claims", "--query", "status:deferred", "--json").records
    assert (row["stage"], row["deferred"], row["until"]) == ("open", True, until)
    [shown] = workbench("show", claim, "--json").records
    assert (shown["verdict"]["deferred"], shown["verdict"]["until"]) == (True, until)
    day = date.fromisoformat(until)
    assert f"(open, deferred until {day.day} {day:%B %Y})" in workbench("show", claim).out
    assert workbench("db", "check").code == 0
    assert "Taken back: defer until" in workbench("undo", claim).out
    assert claim in found(workbench, "status:open")


def test_it_goes_along_in_an_export(workbench, claim, home):
    workbench("defer", claim, "--until", DAY, "--note", "After the census.")
    workbench("export", "--format", "json", "--output", str(home / "all.json"))
    other = str(home / "other" / "desk.db")
    workbench("--db", other, "import", str(home / "all.json"))
    [row] = workbench("--db", other, "claims", "--query", "status:deferred", "--json").records
    assert (row["id"], row["until"]) == (claim, DAY)


def test_several_are_deferred_by_records(workbench, claim):
    lines = [{"claim": claim, "until": "tomorrow"}, {"claim": claim, "until": "yesterday"}]
    ran = workbench("defer", "--records", stdin="".join(json.dumps(each) + "\n" for each in lines))
    assert (ran.code, ran.records[0]["deferred"]) == (2, True)
    assert "cannot be deferred until yesterday" in ran.records[1]["error"]


@pytest.mark.parametrize("day", ["2020-01-01", "someday"])
def test_a_day_that_is_none_or_gone_is_said(workbench, claim, day):
    ran = workbench("defer", claim, "--until", day)
    assert (ran.code, ran.out) == (2, "")
    assert f"cannot be deferred until {day}" in ran.err
