"""A fact-checker's day by command: take in, look, research, rate, undo, publish, export, replay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def desk(workbench, statements: Path, answers: str):
    """Return the sample statements are on the desk; sample answers stand in for the services."""

    def call(*arguments: str, **kwargs):
        return workbench(*arguments, "--samples", answers, **kwargs)

    assert call("import", str(statements)).code == 0
    return call


def claim_of(desk, words: str) -> str:
    """Return the claim that has these words in its quote."""
    return next(row["id"] for row in desk("claims", "--json").records if words in row["quote"])


def test_the_same_input_twice_adds_nothing(desk, statements: Path):
    again = desk("import", str(statements), "--json").records[0]
    assert again["documents"] == again["claims"] == 0
    assert again["already"] == len(list(statements.glob("*.*")))


def test_asylum_applications_down_70_percent(desk):
    """UNHCR counted 151 in 2020 and 91 in 2021: a fall of 39.7 %, and the claim was made before the year ended."""
    claim = claim_of(desk, "70 percent")
    ran = desk("research", claim, "--json")
    finding = next(f for f in ran.records[0]["findings"] if f["series"] and f["series"].startswith("unhcr:"))
    assert finding["agreement"] == "apart"
    assert finding["measured"].startswith("-39.73509933774834437086")
    assert "claim-before-period-end" in {caveat["kind"] for caveat in finding["caveats"]}
    shown = desk("show", claim).out
    assert "APART" in shown
    assert "sample answer of" in shown
    assert "not live" in shown


def test_a_verdict_is_given_undone_given_again_and_published(desk, home: Path):
    claim = claim_of(desk, "70 percent")
    desk("research", claim)
    assert "Mostly false" in desk("rate", claim, "mostly-false", "--note", "It fell, by 40 %.").out
    assert "Taken back: rate mostly-false" in desk("undo").out
    assert "false" in desk("rate", claim, "false", "--note", "It fell by 39.7 %.", "--by", "ben").out
    assert desk("publish", claim).code == 0
    out = desk("show", claim).out
    assert "(undone)" in out
    assert "published" in out
    page = home / "report.html"
    assert desk("export", "--format", "html", "--output", str(page), "--query", f"id:{claim}").code == 0
    assert "It fell by 39.7 %." in page.read_text(encoding="utf-8")
    assert "mostly-false" not in json.loads(desk("show", claim, "--json").out)["verdict"].values()


def test_a_figure_that_cannot_be_recomputed_is_not_published(desk, home: Path):
    claim = claim_of(desk, "70 percent")
    desk("research", claim)
    desk("rate", claim, "false")
    assert desk("replay", claim, "--strict").code == 0
    for body in (home / "desk" / "archive").rglob("*"):
        if body.is_file() and b"applied" in body.read_bytes():
            body.chmod(0o600)
            body.write_bytes(body.read_bytes().replace(b"151", b"152"))
    refused = desk("publish", claim)
    assert refused.code == 1
    assert "was not published" in refused.err
    assert desk("replay", claim, "--strict").code == 1
    assert desk("doctor").code == 4


def test_no_series_is_an_outcome_with_a_name_and_not_false(desk):
    ran = desk("research", claim_of(desk, "messages"))
    assert "No official series found" in ran.out
    assert "FALSE" not in ran.out.upper().replace("WHETHER IT IS TRUE", "")


def test_the_claims_own_arithmetic_needs_no_figures(desk):
    """16,000 after a fall of 36.5 % implies about 25,197 the year before, 24,390 to 26,005 within the rounding."""
    ran = desk("research", claim_of(desk, "36.5"))
    assert "25,197" in ran.out
    assert "24,390" in ran.out
    assert "26,005" in ran.out


def test_16_000_in_nine_months_and_15_895_this_year_are_variants_of_one_claim(desk):
    ran = desk("known", claim_of(desk, "16,000"))
    assert "variant" in ran.out
    assert "15,895" in ran.out


def test_offline_answers_from_the_archive_alone(workbench, desk):
    claim = claim_of(desk, "70 percent")
    ran = workbench("research", claim, "--offline")
    assert ran.code == 3
    assert "is not in the archive" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "nothing"), 2, "There is no claim nothing"),
        (("rate", "{claim}", "flase"), 2, "Did you mean false?"),
        (("export", "--format", "htlm"), 2, "Did you mean html?"),
        (("claims", "--query", "statsu:open"), 2, "Did you mean status?"),
        (("read", "missing.txt"), 2, "missing.txt"),
        (("import", "missing.txt"), 2, "missing.txt"),
        (("clams",), 2, "claims"),
        (("research", "{claim}", "--series", "nonsense"), 2, "source:key"),
    ],
)
def test_errors_are_sentences_with_a_next_step(desk, arguments: tuple[str, ...], code: int, words: str):
    claim = claim_of(desk, "70 percent")
    ran = desk(*(argument.format(claim=claim) for argument in arguments))
    assert ran.code == code
    assert words in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_claims_and_one_claim_in_an_exporters_format(desk):
    claim = claim_of(desk, "16,000")
    assert desk("claims", "--query", "16,000", "--format", "csv").out.splitlines()[1].startswith(claim)
    assert desk("show", claim, "--format", "markdown", "--drafts").out.startswith("# ")
    bare = desk("show", claim, "--format", "markdown")
    assert (bare.code, not bare.out) == (2, True)
    assert "Did you mean csv?" in desk("claims", "--format", "csvv").err
