"""A colleague who is at a claim is seen by the others, and nobody does the work twice."""

from __future__ import annotations

import pytest


@pytest.fixture
def claim(workbench, statements) -> str:
    workbench("import", statements)
    return workbench("claims", "--json").records[0]["id"]


def stage(workbench, claim: str) -> tuple[str, str | None]:
    [shown] = workbench("show", claim, "--json").records
    taken = shown["verdict"]["taken"]
    return shown["verdict"]["stage"], taken and taken["reviewer"]


def found(workbench, query: str) -> set[str]:
    return {row["id"] for row in workbench("claims", "--query", query, "--json").records}


def test_a_taken_claim_leaves_the_queue_and_says_who_has_it(workbench, claim):
    assert workbench("take", claim, "--by", "ana").out.strip() == f"{claim} is taken by ana."
    assert claim not in found(workbench, "status:open")
    assert claim in found(workbench, "status:taken")
    assert "taken by ana" in workbench("show", claim).out
    assert workbench("release", claim, "--by", "ana").code == 0
    assert claim in found(workbench, "status:open")
    assert workbench("db", "check").code == 0


def test_it_is_taken_once_and_by_the_first(workbench, claim):
    workbench("take", claim, "--by", "ana")
    assert workbench("take", claim, "--by", "Ana").code == 0
    ran = workbench("take", claim, "--by", "bea")
    assert (ran.code, "was taken by ana" in ran.err) == (2, True)
    assert stage(workbench, claim) == ("taken", "ana")


@pytest.mark.parametrize(
    ("what", "comes"),
    [(("rate", "false"), "draft"), (("defer",), "open"), (("dismiss",), "dismissed"), (("undo",), "open")],
)
def test_what_is_decided_ends_it(workbench, claim, what, comes):
    verb, *rest = what
    workbench("take", claim, "--by", "ana")
    assert workbench(verb, claim, *rest, "--by", "ana").code == 0
    assert stage(workbench, claim) == (comes, None)
    assert workbench("db", "check").code == 0


def test_another_may_decide_all_the_same_and_a_rated_one_is_not_taken(workbench, claim):
    workbench("take", claim, "--by", "ana")
    assert workbench("rate", claim, "false", "--by", "bea").code == 0
    ran = workbench("take", claim, "--by", "ana")
    assert (ran.code, "was rated by bea" in ran.err) == (2, True)
