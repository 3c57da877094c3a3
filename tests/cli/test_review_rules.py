"""How a project reviews, set in its configuration: who must agree before readers get a verdict, and what each sees of the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

SECRET = "zanzibar-note"


@pytest.fixture
def claim(workbench, statements: Path, once) -> str:
    once("statements", lambda: workbench("import", statements))
    return workbench("claims", "--json").records[0]["id"]


@pytest.fixture
def as_(workbench, home: Path) -> Callable[..., object]:
    """Run a command as a reviewer of a project with some lines under [review]."""

    def call(who: str, lines: str, *arguments: str, stdin: str = ""):
        file = home / f"{who}.toml"
        file.write_text(f'reviewer = "{who}"\n[review]\n{lines}\n')
        return workbench(*arguments, "--config", file, stdin=stdin)

    return call


# --- whose ratings make a verdict ---


def test_somebody_who_works_alone_sees_none_of_it(workbench, claim):
    workbench("rate", claim, "true", "--note", "By the register.")
    shown = workbench("show", claim)
    assert "awaits" not in shown.out
    assert workbench("publish", claim).code == 0


def test_two_must_agree(as_, claim):
    rule = 'rule = "two agree"'
    as_("ana", rule, "rate", claim, "true", "--note", "By the register.")
    for verb in ("publish", "approve"):
        ran = as_("bo", rule, verb, claim)
        assert (ran.code, "ana rates it “True”, and it takes a second reviewer with the same rating" in ran.err) == (
            1,
            True,
        )
        assert f"workbench rate {claim} RATING" in ran.err
    assert "! Awaits a second reviewer with the same rating." in as_("bo", rule, "show", claim).out
    as_("ana", rule, "rate", claim, "true", "--note", "Once more.")
    assert as_("ana", rule, "publish", claim).code == 1
    as_("bo", rule, "rate", claim, "false")
    assert "ana rates it “True” and bo rates it “False”" in as_("ana", rule, "publish", claim).err
    as_("bo", rule, "rate", claim, "true")
    assert as_("ana", rule, "publish", claim).code == 0
    ran = as_("ana", rule, "correct", claim, "false", "--note", "We misread it.")  # bo has not said so yet
    assert "readers keep what they have" in ran.out


def test_two_of_three_decide_and_readers_are_not_told_of_the_third(as_, workbench, claim):
    rule = 'rule = "two of three"'
    as_("ana", rule, "rate", claim, "true", "--note", "By the register.")
    as_("bo", rule, "rate", claim, "false", "--note", SECRET)
    ran = as_("ana", rule, "publish", claim)
    assert (ran.code, "and it takes a third reviewer" in ran.err) == (1, True)
    as_("cy", rule, "rate", claim, "true")
    as_("cy", rule, "rate", claim, "true")
    assert as_("bo", rule, "publish", claim).out == f"{claim} is published: true.\n"
    [row] = workbench("claims", "--query", "status:published", "--json").records
    assert (row["rating"], row["disputed"]) == ("true", False)
    page = workbench("claims", "--query", "status:published", "--format", "html").out
    assert "True" in page
    assert SECRET not in page
    assert workbench("db", "check").code == 0


def test_an_editor_decides_who_has_not_rated(as_, claim):
    rule = 'rule = "editor decides"\neditors = ["Eva", "cy"]'
    as_("cy", rule, "rate", claim, "true", "--note", "By the register.")
    for who in ("cy", "bo"):
        for verb in ("approve", "publish"):
            ran = as_(who, rule, verb, claim)
            assert (ran.code, "it takes an editor who has not rated it (Eva or cy)" in ran.err) == (1, True)
            assert f"workbench approve {claim}" in ran.err
    assert as_("eva", rule, "approve", claim).code == 0
    as_("cy", rule, "rate", claim, "false", "--note", "Or not.")  # what was approved is another rating
    assert as_("cy", rule, "publish", claim).code == 1
    assert as_("eva", rule, "approve", claim).code == 0
    assert as_("cy", rule, "publish", claim).code == 0
    ran = as_("cy", rule, "correct", claim, "true", "--note", "It was true.")
    assert (ran.code, "it takes a second reviewer" in ran.err) == (1, True)


def test_no_correction_of_what_one_published_takes_one_where_two_must_agree(as_, claim):
    as_("ana", "", "rate", claim, "true", "--note", "By the register.")
    as_("ana", "", "publish", claim)
    rule = 'rule = "two agree"'
    for verb in ("rate", "correct"):
        ran = as_("ana", rule, verb, claim, "false", "--note", "No, it was not.")
        assert (ran.code, "it takes a second reviewer with the same rating" in ran.err) == (1, True)
    assert as_("bo", rule, "rate", claim, "false", "--note", "No, it was not.").code == 0
    assert "is corrected: false" in as_("ana", rule, "correct", claim, "false", "--note", "No, it was not.").out


@pytest.mark.parametrize("line", ['rule = "two"', 'blind = "yes"', 'rule = "editor decides"', "ruel = 1"])
def test_a_wrong_line_is_a_sentence(as_, claim, line):
    ran = as_("ana", line, "claims")
    assert ran.code == 2
    assert line.split(" = ")[0] in ran.err or "editors" in ran.err
    assert "Traceback" not in ran.err


# --- what each sees of the others ---

BLIND = 'rule = "two agree"\nblind = true\neditors = ["eva"]'


def readings(claim: str, home: Path) -> list[tuple[str, ...]]:
    """Return every verb that reads a claim's reviews."""
    forms = ("json", "jsonl", "csv", "markdown", "html", "claimreview")
    return [
        ("show", claim), ("show", claim, "--json"), ("claims",), ("claims", "--json"), ("claims", "--query", "rating:mostly-false"),
        ("claims", "--query", "rating:mostly-false", "--json"), ("agreement",), ("agreement", "--json"), ("stats", "--json"),
        ("precedents", claim), ("precedents", claim, "--json"), ("known", claim), ("memory", "--json"), ("replay", claim),
        ("tag", claim, "x", "--json"), ("defer", claim, "--json"),
        *(("claims", "--format", form, "--drafts") for form in forms), *(("show", claim, "--format", form, "--drafts") for form in forms),
        *(("export", "--format", form, "--drafts", "--output", "-") for form in forms),
        ("publish", claim), ("approve", claim), ("reject", claim, "--note", "because"), ("withdraw", claim, "--note", "because"),
        ("take", claim), ("release", claim), ("dismiss", claim), ("undo", claim), ("undo",),
    ]  # fmt: skip


@pytest.fixture
def rated(as_, claim) -> str:
    as_("ana", BLIND, "rate", claim, "mostly-false", "--note", SECRET)
    return claim


def gives_away(ran, claim: str) -> bool:
    """Return whether an answer tells the note, or the rating beside the claim."""
    told = ran.out + ran.err
    ours = [line for line in told.splitlines() if claim in line or '"rating"' in line]
    return SECRET in told or any("mostly-false" in line or "Mostly false" in line for line in ours)


def test_nothing_that_is_read_gives_away_what_the_other_said(as_, rated, home):
    for reading in (("show", rated), ("claims",), ("export", "--format", "html", "--drafts", "--output", "-")):
        assert gives_away(as_("ana", BLIND, *reading), rated), reading
    for reading in readings(rated, home):
        assert not gives_away(as_("bo", BLIND, *reading), rated), reading
    [row] = [row for row in as_("bo", BLIND, "claims", "--json").records if row["id"] == rated]
    assert (row["stage"], row["rating"], row["withheld"], row["disputed"]) == ("draft", None, True, False)
    assert as_("bo", BLIND, "claims", "--query", "rating:mostly-false", "--json").records == []
    assert "! Rated by another; shown once yours is in." in as_("bo", BLIND, "show", rated).out
    assert "[rated by another]" in as_("bo", BLIND, "claims").out


def test_the_others_see_it_and_both_do_once_both_are_in(as_, rated):
    for who in ("ana", "eva", "Ana"):
        assert SECRET in as_(who, BLIND, "show", rated).out
    as_("bo", BLIND, "defer", rated, "--note", "bo-waits")
    assert "bo-waits" in as_("bo", BLIND, "show", rated).out
    ran = as_("bo", BLIND, "rate", rated, "false", "--note", "bo-note")
    for shown in (ran, as_("bo", BLIND, "show", rated), as_("ana", BLIND, "show", rated)):
        assert "bo: False" in shown.out
        assert "ana: Mostly false" in shown.out
    as_("bo", BLIND, "undo", rated)
    assert SECRET not in as_("bo", BLIND, "show", rated).out


def test_a_note_before_any_rating_is_withheld_too_and_who_took_it_and_that_it_is_deferred_are_not(as_, claim):
    as_("ana", BLIND, "take", claim)
    as_("ana", BLIND, "tag", claim, "budget")
    assert "taken by ana" in as_("bo", BLIND, "show", claim).out
    as_("ana", BLIND, "defer", claim, "--note", SECRET)
    shown = as_("bo", BLIND, "show", claim)
    assert SECRET not in shown.out
    assert "deferred" in shown.out
    assert as_("bo", BLIND, "claims", "--query", "tag:budget", "--json").records[0]["tags"] == ["budget"]


def test_nobody_acts_on_what_is_withheld(as_, rated):
    for given in (("publish",), ("approve",), ("reject", "--note", "because")):
        ran = as_("bo", BLIND, given[0], rated, *given[1:])
        assert (ran.code, "rated by another, and that is shown to bo once bo's own rating is in" in ran.err) == (
            1,
            True,
        )
        assert f"workbench rate {rated} RATING" in ran.err
    assert "was rated by another" in as_("bo", BLIND, "dismiss", rated).err
    assert as_("ana", BLIND, "show", rated, "--json").records[0]["verdict"]["stage"] == "draft"


def test_what_readers_have_is_shown_to_everybody(as_, rated):
    as_("bo", BLIND, "rate", rated, "mostly-false", "--note", "So it is.")
    as_("bo", BLIND, "publish", rated)
    assert SECRET in as_("cy", BLIND, "show", rated).out
    assert as_("cy", BLIND, "claims", "--query", "rating:mostly-false", "--json").records[0]["rating"] == "mostly-false"


def test_a_name_given_with_by_is_that_person(as_, rated):
    assert SECRET in as_("cy", BLIND, "rate", rated, "true", "--by", "bo").out
    assert SECRET not in as_("cy", BLIND, "show", rated).out
    assert as_("cy", BLIND, "undo", rated, "--by", "bo").code == 0


def test_a_claim_that_is_set_aside_keeps_its_secret(as_, rated):
    document = next(row["document"] for row in as_("ana", BLIND, "claims", "--json").records if row["id"] == rated)
    assert as_("ana", BLIND, "document", "hide", document).code == 0
    for who, rating in (("bo", None), ("ana", "mostly-false")):
        [row] = [
            row for row in as_(who, BLIND, "claims", "--query", "status:aside", "--json").records if row["id"] == rated
        ]
        assert (row["rating"], row["withheld"]) == (rating, who == "bo")


def test_an_export_takes_along_none_of_what_is_withheld_and_nothing_in_its_place(as_, rated, home):
    as_("bo", BLIND, "tag", rated, "x")
    for who, actions in (("bo", ["tag"]), ("ana", ["rate", "tag"])):
        lines = as_(who, BLIND, "export", "--query", "tag:x", "--format", "jsonl", "--output", "-").records
        [kept] = [line["kept"]["reviews"] for line in lines if "kept" in line]
        assert [each["action"] for each in kept] == actions


def test_a_bundle_takes_along_none_of_it_either(as_, rated, home):
    as_("bo", BLIND, "tag", rated, "x")
    for who, told in (("bo", False), ("ana", True)):
        file = home / f"{who}.zip"
        assert as_(who, BLIND, "bundle", "pack", file, "--query", "tag:x").code == 0
        with ZipFile(file) as bundle:
            assert any(SECRET.encode() in bundle.read(name) for name in bundle.namelist()) == told


def test_many_at_once_are_answered_with_nothing_of_the_others(as_, rated):
    line = json.dumps({"claim": rated, "tag": "x"})
    assert SECRET not in as_("bo", BLIND, "tag", "--records", stdin=line).out
