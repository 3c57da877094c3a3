"""How far reviewers agree, from what each of them rated."""

from __future__ import annotations

import csv
import io

import pytest

from workbench.config import sample_folder


@pytest.fixture
def claims(workbench) -> list[str]:
    workbench("import", sample_folder() / "statements")
    return [row["id"] for row in workbench("claims", "--json").records][:6]


def test_two_reviewers_and_what_they_differ_on(workbench, claims):
    for claim, one, other in zip(claims, ["true"] * 3 + ["false"] * 3, ["true"] * 2 + ["false"] * 4, strict=True):
        workbench("rate", claim, one, "--by", "ana")
        workbench("rate", claim, other, "--by", "Bea")
    told = workbench("agreement")
    assert told.code == 0
    assert "6 claims that two or more reviewers rated" in told.out
    assert "same rating           83.3 %" in told.out
    assert "ana · Bea" in told.out or "Bea · ana" in told.out
    assert f"{claims[2]}  ana: True, Bea: False (4 steps)" in told.out
    [found] = workbench("agreement", "--json").records
    assert found == workbench("agreement", "--json").records[0]
    [group] = found["groups"]
    [pair] = group["pairs"]
    assert (pair["cohen"]["value"], group["percent"]["claims"], group["unanimous"]) == (pytest.approx(2 / 3), 6, 5)
    assert [each["claim"] for each in found["differing"]] == [claims[2]]


def test_what_was_taken_back_does_not_count_and_the_first_rating_is_there_to_ask_for(workbench, claims):
    workbench("rate", claims[0], "true", "--by", "ana")
    workbench("rate", claims[0], "false", "--by", "bea")
    workbench("rate", claims[0], "true", "--by", "BEA")
    [latest] = workbench("agreement", "--json").records[0]["groups"]
    [first] = workbench("agreement", "--first", "--json").records[0]["groups"]
    assert (latest["percent"]["value"], first["percent"]["value"]) == (1, 0)
    assert latest["fleiss"]["value"] is None
    assert "one rating alone" in latest["fleiss"]["undefined"]
    workbench("undo", claims[0], "--by", "ana")
    alone = workbench("agreement")
    assert (alone.code, alone.out) == (0, "")
    assert "No claim was rated by two reviewers" in alone.err


def test_one_who_cannot_say_is_no_steps_from_the_others(workbench, claims):
    for who, rating in (("ana", "true"), ("bea", "true"), ("cyd", "cannot-say")):
        workbench("rate", claims[0], rating, "--by", who)
    told = workbench("agreement").out
    assert "cyd: Cannot say" in told
    assert "steps" not in told


def test_told_apart_and_as_a_table(workbench, claims, tmp_path):
    for claim in claims[:4]:
        for who in ("ana", "bea", "=cmd()"):
            workbench("rate", claim, "true" if claim < claims[1] else "false", "--by", who)
    pairs = workbench("agreement", "--by", "pair", "--json").records[0]["groups"]
    assert len(pairs) == 3
    assert all(len(group["reviewers"]) == 2 and group["claims"] == 4 for group in pairs)
    [month] = workbench("agreement", "--by", "month", "--json").records[0]["groups"]
    assert month["group"].startswith("20")
    [topic] = workbench("agreement", "--by", "topic", "--json").records[0]["groups"]
    assert topic["group"] == "no tag"
    [scale] = workbench("agreement", "--by", "scale", "--json").records[0]["groups"]
    assert scale["scale"] == "five-point"
    file = tmp_path / "agreement.csv"
    assert workbench("agreement", "--csv", file).out == ""
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))
    assert [row["statistic"] for row in rows][:4] == ["percent", "fleiss", "alpha_nominal", "alpha_ordinal"]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert workbench("agreement", "--csv", file).code == 2
    slip = workbench("agreement", "--by", "mnth")
    assert slip.code == 2
    assert "Did you mean month?" in slip.err
