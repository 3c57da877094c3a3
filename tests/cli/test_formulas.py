"""Formulas on the command line, over the sample answers: worked out, kept, listed, offered for the next year, published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAID = """# date: 2021-12-02
# place: MKD
The minister said that asylum applications in North Macedonia fell by 39.7 percent in 2021 compared with 2020. There were 4.4 asylum applications per 100,000 people in North Macedonia in 2021.
"""
NEXT = """# date: 2023-01-20
# place: MKD
The minister said that asylum applications in North Macedonia rose by 78 percent in 2022 compared with 2021.
"""


@pytest.fixture
def desk(workbench, answers: str, home: Path):
    """Return two speeches taken in; gives the command over the sample answers and the ids of the claims."""

    def run(*words: str):
        return workbench("--samples", answers, *words)

    ids = {}
    for name, text in (("said", SAID), ("next", NEXT)):
        path = home / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        assert run("import", str(path)).code == 0
    for row in run("claims", "--json").records:
        ids["next" if row["said"].startswith("2023") else row["kind"]] = row["id"]
    return run, ids


def test_a_formula_is_worked_out_and_kept(desk) -> None:
    run, ids = desk
    done = run("formula", ids["level"], "un.asylum / wb.pop * 100000", "--by", "ben", "--json")
    assert done.code == 0
    (record,) = done.records
    finding = record["finding"]
    assert finding["formula"] == '"unhcr:asylum-applications.coa" / worldbank.SP.POP.TOTL * 100000'
    assert finding["reads"] == ["unhcr:asylum-applications.coa", "worldbank:SP.POP.TOTL"]
    assert finding["title"].startswith("un.asylum / wb.pop * 100000, North Macedonia")
    assert finding["agreement"] == "apart"  # the population was rebased: 91 for 1,837,114 are 4.95
    assert finding["measured"].startswith("4.95")
    assert [step["op"] for step in finding["trace"]] == ["read", "read", "ratio", "product"]
    assert finding["figures"]["publisher"] == "UNHCR, the UN Refugee Agency; World Bank"
    assert (record["kept"]["by"], record["kept"]["general"]) == ("ben", finding["formula"])
    shown = run("show", ids["level"], "--json").records[0]
    assert [f["formula"] for f in shown["findings"] if "formula" in f] == [finding["formula"]]
    assert [each["id"] for each in shown["formulas"]] == [record["kept"]["id"]]


def test_it_is_offered_for_the_next_claim_of_that_shape_and_runs_there_as_it_stands(desk) -> None:
    run, ids = desk
    run("formula", ids["change"], "change(un.asylum[MKD, 2020], un.asylum[MKD, 2021])", "--by", "ben")
    told = run("research", ids["next"]).out
    assert "formula of ben" in told
    assert "for “fell by 39.7 percent”" in told
    assert told.index("formula of ben") < told.index("candidates:")
    (offered,) = run("formula", ids["next"], "--list", "--json").records
    assert offered["how"] == "offered"
    assert "base" in offered["general"]
    assert "2021" not in offered["general"]
    assert f"--use {offered['id']}" in told
    used = run("formula", ids["next"], "--use", offered["id"][:8], "--json").records[0]
    assert used["finding"]["measured"].startswith("78.02")  # 91 to 162
    assert used["finding"]["agreement"] == "rounds_to"
    assert used["kept"]["claim"] == ids["next"]


def test_nothing_is_worked_out_by_itself(desk) -> None:
    run, ids = desk
    run("formula", ids["change"], "change(un.asylum)")
    run("research", ids["next"])
    shown = run("show", ids["next"], "--json").records[0]
    assert shown["offered"]
    assert not [finding for finding in shown["findings"] if "formula" in finding]


def test_to_search_anew_takes_no_formula_away(desk) -> None:
    run, ids = desk
    run("formula", ids["change"], "change(un.asylum)")
    run("research", ids["change"])
    run("research", ids["change"], "--series", "unhcr:asylum-applications.coa")
    findings = run("show", ids["change"], "--json").records[0]["findings"]
    assert [finding["agreement"] for finding in findings if "formula" in finding] == ["rounds_to"]
    assert len(findings) > 1


def test_a_dropped_formula_is_offered_no_more(desk) -> None:
    run, ids = desk
    kept = run("formula", ids["change"], "change(un.asylum)", "--json").records[0]["kept"]
    assert run("formula", "--drop", kept["id"]).code == 0
    assert run("formula", ids["next"], "--list").out == ""
    assert run("formula", ids["change"], "--list", "--json").records == []
    again = run("formula", "--drop", kept["id"])
    assert (again.code, again.out) == (2, "")


def test_all_formulas_are_listed_without_a_claim(desk) -> None:
    run, ids = desk
    assert run("formula", "--list").out == ""
    run("formula", ids["change"], "change(un.asylum)")
    run("formula", ids["next"], "un.asylum ÷ wb.pop × 100000")
    assert [each["claim"] for each in run("formula", "--list", "--json").records] == [ids["next"], ids["change"]]
    assert "un.asylum / wb.pop * 100000  for " in run("formula", "--list").out


def test_a_dry_run_keeps_nothing(desk) -> None:
    run, ids = desk
    done = run("formula", ids["change"], "change(un.asylum)", "--dry-run", "--json").records[0]
    assert done["kept"] is None
    assert done["finding"]["measured"].startswith("-39.73")
    assert run("formula", ids["change"], "--list", "--json").records == []
    assert run("show", ids["change"], "--json").records[0]["findings"] == []


@pytest.mark.parametrize(
    ("text", "says", "hint"),
    [
        ("un.asylum / wb.pup", "There is no series called wb.pup.", "Did you mean wb.pop?"),
        ("un.asylum / wbb.pop", "There is no series called wbb.pop.", "Did you mean wb.pop?"),
        ("un.asylum * * 2", "A figure is missing, before “*”.", "Write a number"),
        ("un.asylum / x", "“x” is the selected series, and there is none.", "Research the claim first"),
    ],
)
def test_what_is_no_formula_is_told_with_its_place_on_stderr(desk, text: str, says: str, hint: str) -> None:
    run, ids = desk
    done = run("formula", ids["level"], text)
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert lines[0] == text
    assert set(lines[1]) <= {" ", "^"}
    assert says in done.err
    assert hint in done.err


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("wb.gdp + wb.unemployment", "“+” joins dollar and %"),
        ("un.asylum / (un.asylum - un.asylum)", "divided by is zero"),
        ("un.asylum[1950]", "has no figure"),
        ("1 + 2", "reads no official figure"),
    ],
)
def test_arithmetic_that_means_nothing_is_undecided_and_not_kept(desk, text: str, why: str) -> None:
    run, ids = desk
    done = run("formula", ids["level"], text, "--json")
    assert done.code == 0
    assert done.records[0]["kept"] is None
    assert done.records[0]["finding"]["agreement"] == "undecided"
    assert why in done.records[0]["finding"]["why"]
    assert run("formula", ids["level"], "--list", "--json").records == []


def test_completion_names_series_functions_and_places(workbench) -> None:
    assert workbench("formula", "--complete", "un.asylum / wb.po").out.startswith("wb.pop  ")
    ways = workbench("formula", "--complete", "wb.unemployment", "--json").records
    assert "worldbank.SL.UEM.TOTL.NE.ZS" in {way["text"] for way in ways}
    assert {way["start"] for way in ways} == {0}
    assert "MKD  North Macedonia" in workbench("formula", "--complete", "wb.pop[MK").out


def test_the_series_in_hand_can_be_named(desk) -> None:
    run, ids = desk
    done = run("formula", ids["change"], "change(x)", "--series", "unhcr:asylum-applications.coa", "--json")
    assert done.records[0]["kept"]["text"] == 'change("unhcr:asylum-applications.coa")'


def test_a_published_formula_is_recomputed_and_cited_with_all_its_sources(desk) -> None:
    run, ids = desk
    run("formula", ids["level"], "un.asylum / wb.pop * 100000")
    run("rate", ids["level"], "mostly-true", "--note", "the population was rebased")
    assert run("publish", ids["level"]).code == 0
    replayed = run("replay", ids["level"])
    assert "1 figures recomputed: 1 the same" in replayed.out + replayed.err
    report = run("export", "--format", "markdown", "--query", "status:published").out
    assert "un.asylum / wb.pop" in report
    assert "[Population, total](<https://data.worldbank.org/indicator/SP.POP.TOTL>), World Bank." in report
    assert "UNHCR, the UN Refugee Agency. Asked" in report
    body = json.loads(run("export", "--format", "json").out)
    found = [f for entry in body["claims"] for f in entry["findings"] if f.get("formula")]
    assert found[0]["reads"] == ["unhcr:asylum-applications.coa", "worldbank:SP.POP.TOTL"]
    assert "UNHCR" in found[0]["licence"]
    assert "World Bank" in found[0]["licence"]


def test_a_formula_reads_the_users_own_figures(desk, home: Path) -> None:
    run, ids = desk
    own = home / "own.csv"
    own.write_text(
        "series,title,unit,place,time,value\n"
        + "".join(
            f"crossings,Attempts to cross,attempt,MKD,{year}-{m:02},{100 + m}\n"
            for year in (2020, 2021)
            for m in range(1, 13)
        ),
        encoding="utf-8",
    )
    done = run("formula", ids["change"], "sum(own.crossings[2021-01..2021-09])", "--data", str(own), "--json")
    assert done.code == 0, done.err
    assert done.records[0]["finding"]["measured"] == "945"
    offered = run("formula", "--complete", "sum(own.cro", "--data", str(own), "--json").records
    assert [(way["text"], way["says"]) for way in offered] == [("own.crossings", "Attempts to cross")]
