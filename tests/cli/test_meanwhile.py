"""A rating by somebody who has not seen a colleague's is refused where it is asked for, and goes beside it where that is meant."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def claim(workbench, statements, once) -> str:
    once("statements", lambda: workbench("import", statements))
    return workbench("claims", "--json").records[0]["id"]


def raters(workbench, claim: str) -> list[str]:
    [shown] = workbench("show", claim, "--json").records
    return [each["reviewer"] for each in shown["verdict"]["ratings"]]


def test_what_was_seen_is_named_by_its_id(workbench, claim):
    workbench("rate", claim, "true", "--by", "cy")
    last = workbench("show", claim, "--json").records[0]["history"][-1]["id"]
    workbench("rate", claim, "false", "--by", "bea")
    ran = workbench("rate", claim, "true", "--by", "ana", "--seen", last)
    assert (ran.code, ran.out) == (4, "")
    assert f"bea rated it “False” just now, since you looked at {claim}; yours was not kept." in ran.err
    assert f"workbench rate {claim} true --add" in ran.err
    assert raters(workbench, claim) == ["cy", "bea"]
    assert workbench("rate", claim, "true", "--by", "ana", "--seen", last, "--add").code == 0
    assert raters(workbench, claim) == ["cy", "bea", "ana"]


@pytest.mark.parametrize(
    ("seen", "code"), [("none", 4), ("2020-01-01", 4), ("2999-01-01T00:00Z", 0), ("soon", 2), ("ffff", 2)]
)
def test_it_is_a_moment_too(workbench, claim, seen, code):
    workbench("rate", claim, "false", "--by", "bea")
    assert workbench("rate", claim, "true", "--by", "ana", "--seen", seen).code == code
    assert ("ana" in raters(workbench, claim)) == (code == 0)


def test_ones_own_rating_is_no_news(workbench, claim):
    workbench("rate", claim, "false", "--by", "ana")
    assert workbench("rate", claim, "true", "--by", "Ana", "--seen", "none").code == 0


def test_without_it_both_are_kept_and_a_fresh_one_is_told(workbench, claim):
    workbench("rate", claim, "false", "--by", "bea")
    ran = workbench("rate", claim, "true", "--by", "ana")
    assert (ran.code, "bea rated it “False” just now; yours stands beside it." in ran.err) == (0, True)
    assert workbench("rate", claim, "true", "--by", "ana", "--quiet").err == ""


def test_records_say_it_line_by_line(workbench, claim):
    workbench("rate", claim, "false", "--by", "bea")
    lines = [
        {"claim": claim, "rating": "true", "seen": "none", "by": "ana"},
        {"claim": claim, "rating": "true", "by": "cy"},
    ]
    ran = workbench("rate", "--records", stdin="".join(json.dumps(each) + "\n" for each in lines))
    assert (ran.code, "bea rated it" in ran.records[0]["error"], ran.records[1]["disputed"]) == (2, True, True)
    assert raters(workbench, claim) == ["bea", "cy"]


def test_in_a_blind_project_nothing_is_told(workbench, claim, home):
    (home / "blind.toml").write_text("[review]\nblind = true\n", encoding="utf-8")
    workbench("rate", claim, "false", "--by", "bea")
    ran = workbench("--config", str(home / "blind.toml"), "rate", claim, "true", "--by", "ana", "--seen", "none")
    assert (ran.code, "bea" in ran.err) == (0, False)
