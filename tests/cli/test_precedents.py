"""How claims on the same series, and with the same kind of explanation, were decided before."""

from __future__ import annotations

import pytest

from workbench.config import sample_folder


@pytest.fixture
def claims(workbench, answers) -> tuple[str, str]:
    """Return two claims on asylum applications in North Macedonia, both researched from sample answers."""
    workbench("import", sample_folder() / "statements" / "2021-11-13-police-association.txt")
    keys = [row["id"] for row in workbench("claims", "--json").records]
    for key in keys:
        [found] = workbench("--samples", answers, "research", key, "--json").records
        if any(finding["series"] for finding in found["findings"]):
            return key, next(other for other in keys if other != key)
    raise AssertionError(keys)


def test_what_was_decided_on_the_series_is_told_with_who_and_when(workbench, claims, answers):
    one, other = claims
    assert "none was decided before" in workbench("precedents", one).out
    series = workbench("show", one, "--json").records[0]["findings"][0]["series"]
    ref = series if isinstance(series, str) else series["ref"]
    workbench("--samples", answers, "research", other, "--series", ref)
    assert workbench("precedents", one, "--json").records == []
    workbench("rate", other, "false", "--note", "The base is another.", "--by", "ben")
    workbench("rate", one, "true")
    found = workbench("precedents", one, "--json").records
    assert {each["claim"] for each in found} == {other}
    assert (found[0]["label"], found[0]["reviewer"], found[0]["shares"]) == ("False", "ben", "series")
    shown = workbench("precedents", one).out
    assert f"on the same series ({ref}" in shown or ref in shown
    assert "1 False" in shown
    assert "ben, " in shown
    assert "The base is another." in shown
    workbench("undo", other, "--by", "ben")
    assert workbench("precedents", one, "--json").records == []


def test_a_claim_that_was_not_researched_has_none_and_says_why(workbench):
    workbench("import", sample_folder() / "statements" / "2023-10-17-skopje.txt")
    other = workbench("claims", "--json").records[0]["id"]
    done = workbench("precedents", other)
    assert done.out == ""
    assert "No figure lies on the desk yet" in done.err
