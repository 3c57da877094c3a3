"""A colleague who is at a claim is seen by the others, and nobody does the work twice."""

from __future__ import annotations

import pytest


@pytest.fixture
def claim(workbench, statements, once) -> str:
    once("statements", lambda: workbench("import", statements))
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


def test_a_claim_is_given_to_somebody_who_has_it_then(workbench, claim):
    assert workbench("assign", claim, "bea", "--by", "eva").out.strip() == f"{claim} is assigned to bea."
    assert stage(workbench, claim) == ("taken", "bea")
    assert (found(workbench, "assigned:bea"), claim in found(workbench, "status:open")) == ({claim}, False)
    shown = workbench("show", claim).out
    assert "taken by bea (assigned by eva)" in shown
    assert "eva: assign to bea" in shown
    [row] = workbench("claims", "--query", "assigned:bea", "--json").records
    assert row["holder"] == "bea"
    [told] = workbench("show", claim, "--json").records
    assert told["verdict"]["taken"]["assigned_by"] == "eva"
    assert workbench("take", claim, "--by", "Bea").code == 0
    assert workbench("take", claim, "--by", "ana").code == 2
    assert workbench("undo", claim, "--by", "eva").out.startswith("Taken back: assign to bea of ")
    assert claim in found(workbench, "status:open")
    assert workbench("db", "check").code == 0


def test_who_has_it_or_gave_it_hands_it_on_and_nobody_else(workbench, claim):
    workbench("assign", claim, "bea", "--by", "eva")
    ran = workbench("assign", claim, "cy", "--by", "cy")
    assert (ran.code, "was taken by bea" in ran.err) == (2, True)
    assert workbench("assign", claim, "cy", "--by", "bea").code == 0
    assert workbench("assign", claim, "dan", "--by", "bea").code == 0, "who gave it may give it to another"
    assert stage(workbench, claim) == ("taken", "dan")
    workbench("release", claim, "--by", "dan")
    assert workbench("take", claim, "--by", "ana").code == 0


def test_claims_that_are_given_together_are_taken_back_together(workbench, statements, once):
    once("statements", lambda: workbench("import", statements))
    keys = [row["id"] for row in workbench("claims", "--json").records[:3]]
    workbench("rate", keys[2], "false", "--by", "ana")
    ran = workbench("assign", *keys, "bea", "--by", "eva")
    assert (ran.code, ran.out.count("assigned to bea")) == (2, 2)
    assert "was rated by ana, and is not assigned" in ran.err
    assert "of 1 more claims" in workbench("undo", "--by", "eva").out
    assert workbench("claims", "--query", "status:taken").out == ""


@pytest.mark.parametrize(("given", "says"), [((), "Name the claims"), (("{claim}", " "), "a name is missing")])
def test_an_assignment_to_nobody_is_said(workbench, claim, given, says):
    words = [each.format(claim=claim) for each in given] or [claim]
    ran = workbench("assign", *words)
    assert (ran.code, says in ran.err) == (2, True)
