"""The desk in numbers, from what was done."""

from __future__ import annotations

import pytest

from workbench.config import sample_folder


@pytest.fixture
def claims(workbench) -> list[str]:
    workbench("import", sample_folder() / "statements")
    return [row["id"] for row in workbench("claims", "--json").records]


def test_what_was_done_is_counted(workbench, claims):
    one, two, three = claims[:3]
    workbench("rate", one, "true", "--note", "By the register.", "--by", "ana")
    workbench("rate", two, "true", "--note", "By the register.", "--by", "ana")
    workbench("rate", two, "false", "--by", "bea")
    workbench("defer", three, "--by", "bea")
    assert workbench("publish", one, "--by", "ana").code == 0
    workbench("correct", one, "false", "--note", "We misread it.", "--by", "ana")
    [found] = workbench("stats", "--json").records
    assert sum(found["stages"].values()) == len(claims)
    assert found["stages"] == {"open": len(claims) - 2, "draft": 1, "corrected": 1}
    assert (found["deferred"], found["disputed"], found["published"], found["erred"]) == (1, 1, 1, 1)
    assert (found["corrected"], found["share_corrected"], found["withdrawn"]) == (1, 1.0, 0)
    assert found["reviewers"]["ana"] | {"minutes": 0} == {
        "claims": 2, "rated": 2, "published": 1, "corrected": 1, "minutes": 0,
    }  # fmt: skip
    assert found["reviewers"]["bea"]["rated"] == 1
    assert sum(each["claims"] for each in found["speakers"].values()) == len(claims)
    assert sum(each["rated"] for each in found["topics"].values()) == 2
    [week] = found["weeks"].values()
    assert (week["claims"], week["rated"]) == (3, 2)
    told = workbench("stats").out
    assert f"backlog    {len(claims) - 2} open (1 deferred), 1 rated and not published, 1 disputed" in told
    assert "corrected  1 of 1 published (100.0%): 1 our error" in told
    assert "reviewer" in told


def test_what_was_taken_back_does_not_count_and_a_filter_holds(workbench, claims):
    workbench("rate", claims[0], "true", "--by", "ana")
    workbench("undo", claims[0], "--by", "ana")
    [found] = workbench("stats", "--json").records
    assert found["reviewers"] == {}
    assert found["share_corrected"] is None
    [some] = workbench("stats", "--query", "worth:>0.5", "--json").records
    assert 0 < sum(some["stages"].values()) < len(claims)


def test_an_empty_desk_has_numbers_too(workbench):
    told = workbench("stats")
    assert told.code == 0
    assert told.out.startswith("claims     0\nbacklog    0 open")


def test_the_numbers_are_a_page_that_stands_alone(workbench, claims, home):
    workbench("rate", claims[0], "true", "--by", "<b>ana</b>")
    ran = workbench("stats", "--html", home / "desk.html")
    page = (home / "desk.html").read_text()
    assert (ran.code, ran.out) == (0, "")
    assert f"<dt>claims</dt><dd>{len(claims)}:" in page
    assert '<th scope="row">&lt;b&gt;ana&lt;/b&gt;</th><td>1</td><td>1</td>' in page
    assert "http" not in page
    assert "is there already" in workbench("stats", "--html", home / "desk.html").err
    assert workbench("stats", "--html", "-", "--json").out.startswith("<!doctype html>")
