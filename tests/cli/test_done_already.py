"""What was done to a verdict already is said to be so, and done twice it adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def claim(workbench, statements: Path, once) -> str:
    once("statements", lambda: workbench("import", statements))
    key = workbench("claims", "--json").records[0]["id"]
    workbench("rate", key, "true", "--note", "By the register.", "--by", "ana")
    return key


@pytest.fixture
def history(workbench, claim):
    return lambda: [each["action"] for each in workbench("show", claim, "--json").records[0]["history"]]


def test_publishing_twice_publishes_once(workbench, claim, history):
    first, again = workbench("publish", claim), workbench("publish", claim)
    assert (again.code, again.out) == (0, f"{claim} is published already, and stays as it is: true.\n")
    assert "already" not in first.out
    assert history() == ["rate", "publish"]
    assert len(workbench("published", claim, "--json").records) == 1
    assert workbench("publish", claim, "--json").records[0]["stage"] == "published"


def test_a_claim_that_is_published_already_keeps_none_behind_it_from_being_published(workbench, claim):
    other = workbench("claims", "--json").records[1]["id"]
    workbench("rate", other, "false", "--note", "By the register.", "--by", "ana")
    workbench("publish", claim)
    ran = workbench("publish", claim, other)
    assert (ran.code, f"{other} is published: false." in ran.out) == (0, True)


def test_approving_or_sending_back_twice_is_once_and_another_reason_is_told(workbench, claim, history):
    for _ in range(2):
        ran = workbench("approve", claim, "--by", "bo")
    assert f"{claim} is approved already" in ran.out
    assert "already" not in workbench("approve", claim, "--by", "cy").out
    said = [
        workbench("reject", claim, "--note", note, "--by", "bo").out
        for note in ("Say whose register.", "Say whose register.", "And of which year.")
    ]
    assert ["already" in each for each in said] == [False, True, False]
    assert history() == ["rate", "approve", "approve", "reject", "reject"]
    assert "already" not in workbench("approve", claim, "--by", "bo").out  # what was sent back is approved anew


def test_correcting_and_withdrawing_twice_is_once(workbench, claim, history):
    workbench("publish", claim)
    correct = ("correct", claim, "false", "--note", "We misread it.", "--by", "ana")
    assert workbench(*correct).out == f"{claim} is corrected: false.\n"
    assert workbench(*correct).out == f"{claim} is corrected already, and stays as it is: false.\n"
    assert workbench("publish", claim).out == f"{claim} is published already, and stays as it is: false.\n"
    assert "already" not in workbench(*correct[:4], "We misread it twice.", *correct[5:]).out
    for _ in range(2):
        ran = workbench("withdraw", claim, "--note", "No such figure.", "--by", "ana")
    assert (ran.code, "it is withdrawn, not published" in ran.err) == (1, True)
    assert history() == ["rate", "publish", "correct", "correct", "withdraw"]
    workbench("rate", claim, "true", "--note", "By the register.", "--by", "ana")
    assert workbench("publish", claim).out == f"{claim} is published: true.\n"
