"""Saved views on the command line: kept, listed, used and dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def desk(workbench, statements: Path, once):
    once("statements", lambda: workbench("import", statements))
    return workbench


def test_a_view_is_saved_listed_used_and_dropped(desk) -> None:
    assert desk("views").err.strip() == "No view is saved. workbench views NAME QUERY saves one."
    assert (
        desk("views", "Changes at home", "kind:change place:MKD").out == "1  Changes at home: kind:change place:MKD\n"
    )
    desk("views", "Levels", "kind:level", "--key", "7")
    assert [json.loads(line)["key"] for line in desk("views", "--json").out.splitlines()] == ["1", "7"]
    rows = [json.loads(line) for line in desk("claims", "--view", "changes at HOME", "--json").out.splitlines()]
    assert rows
    assert {row["kind"] for row in rows} == {"change"}
    narrowed = desk("claims", "--view", "Levels", "--query", "worth:>0.85", "--json").out.splitlines()
    assert {json.loads(line)["kind"] for line in narrowed} == {"level"}
    desk("views", "LEVELS", "kind:level worth:>0.5")
    assert "7  LEVELS: kind:level worth:>0.5" in desk("views").out
    assert desk("views", "levels", "--drop").out.endswith("(dropped)\n")
    assert len(desk("views").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("A", "statsu:open"), "Did you mean status?"),
        (("", "kind:change"), ""),
        (("x" * 41, "kind:change"), "is no name for a view"),
        (("B", "kind:change", "--key", "1"), "is no digit that is free"),
        (("B", "kind:change", "--key", "x"), "is no digit that is free"),
        (("Nothing",), "There is no view called Nothing"),
        (("Nothing", "--drop"), "There is no view called Nothing"),
    ],
)
def test_what_is_no_view_is_said(desk, words: tuple[str, ...], says: str) -> None:
    desk("views", "A", "kind:level")
    ran = desk("views", *words)
    assert says in ran.err
    assert len(desk("views").out.splitlines()) == 1
    assert "There is: A" in desk("claims", "--view", "zzz").err
