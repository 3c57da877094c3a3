"""Many claims in one go: named or as JSON Lines, a hundred in a transaction, taken back by one undo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def listed(workbench, statements: Path, once):
    """Take the sample statements in; list claims by a filter."""
    once("statements", lambda: workbench("import", statements))

    def claims(query: str = "") -> list[dict]:
        ran = workbench("claims", "--json", "--query", query)
        return [json.loads(line) for line in ran.out.splitlines()]

    return claims


def lines(*records: dict) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_claims_are_tagged_found_and_taken_back_in_one_go(workbench, listed) -> None:
    keys = [row["id"] for row in listed()[:3]]
    ran = workbench("tag", *keys, "Budget 2024")
    assert ran.out.splitlines() == [f"{key} is tagged budget-2024." for key in keys]
    assert sorted(row["id"] for row in listed("tag:budget-2024")) == sorted(keys)
    assert "#budget-2024" in workbench("claims", "--query", "tag:budget-2024").out
    assert "of 2 more claims, given in one go" not in workbench("undo", keys[0]).out
    assert "and of 2 more claims, given in one go, by" in workbench("undo").out
    assert workbench("claims", "--query", "tag:budget-2024").code == 2
    assert workbench("undo").err.strip() == "There is nothing to undo."


def test_a_tag_is_taken_off(workbench, listed) -> None:
    key = listed()[0]["id"]
    workbench("tag", key, "budget")
    assert json.loads(workbench("tag", key, "budget", "--off", "--json").out)["tags"] == []
    assert json.loads(workbench("show", key, "--json").out)["verdict"]["tags"] == []


@pytest.mark.parametrize("words", [("abc",), (), ("abc", "!"), ("abc", "x" * 41)])
def test_a_tag_that_is_none_is_said(workbench, listed, words: tuple[str, ...]) -> None:
    ran = workbench("tag", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "tag" in ran.err


def test_claims_that_are_deferred_together_come_back_together(workbench, listed) -> None:
    keys = [row["id"] for row in listed()[:4]]
    workbench("defer", *keys)
    assert {row["id"] for row in listed() if row["deferred"]} == set(keys)
    workbench("undo")
    assert not any(row["deferred"] for row in listed())


def test_what_cannot_be_done_is_told_and_the_rest_is_done(workbench, listed) -> None:
    first, second = (row["id"] for row in listed()[:2])
    workbench("rate", first, "false")
    ran = workbench("dismiss", first, "nothing", second)
    assert ran.code != 0
    assert ran.out == f"{second} is dismissed: no claim.\n"
    assert "rated" in ran.err
    assert [row["id"] for row in listed("status:dismissed")] == [second]


def test_records_are_answered_in_order_and_a_bad_one_leaves_no_trace(workbench, listed) -> None:
    rows = listed()
    records = [{"claim": row["id"], "rating": "false", "note": f"n{n}"} for n, row in enumerate(rows)]
    records[1]["rating"] = "flase"
    records.insert(3, {"claim": "nothing", "rating": "false"})
    records.append({"claim": rows[0]["id"][:9], "rating": "true"})
    ran = workbench("rate", "--records", stdin=lines(*records) + "no JSON\n")
    said = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 2
    assert [each.get("line") for each in said if "error" in each] == [2, 4, len(records) + 1]
    assert [each["claim"] for each in said if "error" not in each] == [
        row["id"] for n, row in enumerate(rows) if n != 1
    ] + [rows[0]["id"]]
    assert said[-2]["rating"] == "true"
    assert {row["id"]: row["rating"] for row in listed()}[rows[1]["id"]] is None
    assert workbench("doctor").code == 0


def test_records_are_taken_back_one_by_one(workbench, listed) -> None:
    keys = [row["id"] for row in listed()[:2]]
    workbench("tag", "--records", stdin=lines(*({"claim": key, "tag": "urgent"} for key in keys)))
    assert len(listed("tag:urgent")) == 2
    workbench("undo")
    assert len(listed("tag:urgent")) == 1


def test_a_rating_by_records_keeps_the_findings_that_lay_there(workbench, listed, answers: str) -> None:
    key = next(row["id"] for row in listed("asylum") if "70" in row["headline"])
    workbench("--samples", answers, "research", key)
    workbench("--samples", answers, "rate", "--records", stdin=lines({"claim": key, "rating": "mostly-false"}))
    told = json.loads(workbench("show", key, "--json").out)
    assert told["history"][0]["findings"]
    assert "picked" in workbench("memory").out or told["findings"]
    workbench("undo")
    assert json.loads(workbench("show", key, "--json").out)["verdict"]["rating"] is None
