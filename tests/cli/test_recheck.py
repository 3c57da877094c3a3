"""The verb recheck, over stored sample answers that a real server serves, before and after their office revised them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

FIGURE = '"applied": 91}'


@pytest.fixture
def claim(workbench, home, answers, statements, once) -> str:
    """“Asylum applications are down by 70 percent”: published as False, on 151 and 91."""
    shutil.copytree(answers, home / "answers")
    once("statements", lambda: workbench("import", statements))
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", key, "--samples", home / "answers")
    workbench("rate", key, "false", "--note", "It fell by 39.7 %.")
    assert workbench("publish", key).code == 0
    return key


def revise(home: Path, to: int) -> None:
    path = home / "answers" / "unhcr" / "asylum-applications-coa-MKD.json"
    text = path.read_text()
    assert FIGURE in text
    path.write_text(text.replace(FIGURE, f'"applied": {to}}}'))


def test_what_was_revised_is_listed_and_shown_until_readers_are_told(workbench, home, claim):
    """118 when … is the shape of it: 91 when the verdict was given, 118 since today."""
    ran = workbench("recheck", "--samples", home / "answers", "--strict")
    assert (ran.code, ran.out) == (0, "")
    assert "0 revised, 1 the same" in ran.err
    revise(home, 118)
    ran = workbench("recheck", "--samples", home / "answers", "--strict")
    assert ran.code == 1
    says = "North Macedonia, 2021: 91 when the verdict was given, 118 since"
    assert says in ran.out
    assert says in workbench("show", claim).out
    assert says in workbench("replay", claim).out
    assert says in workbench("export", "--format", "html").out
    assert "39.7" in workbench("export", "--format", "markdown").out  # what readers were given stays
    [shown] = workbench("show", claim, "--json").records
    [replayed] = workbench("replay", claim, "--json").records
    assert shown["revised"] == replayed["revised"] != []
    assert workbench("correct", claim, "--revised", "--note", "UNHCR revised 2021.").code == 0
    assert "when the verdict was given" not in workbench("show", claim).out


def test_what_was_found_before_is_listed_and_nobody_is_asked(workbench, home, claim):
    """A worker's nightly recheck found it, and nobody was told where."""
    revise(home, 118)
    assert workbench("recheck", "--known", "--offline", "--strict").code == 0
    workbench("recheck", "--samples", home / "answers")
    shutil.rmtree(home / "answers")
    ran = workbench("recheck", "--known", "--offline", "--strict")
    assert (ran.code, claim in ran.out, "1 revised, 0 the same" in ran.err) == (1, True, True)
    assert "91 when the verdict was given, 118 since" in ran.out
    [row] = workbench("recheck", claim, "--known", "--json").records
    assert (row["claim"], row["came"], len(row["revised"])) == (claim, "revised", 1)


def test_a_claim_without_a_verdict_that_is_researched_again_tells_what_was_revised(
    workbench, home, answers, statements
):
    """Whoever looks again sees another figure, and why; it stays told until somebody decides."""
    shutil.copytree(answers, home / "answers")
    workbench("import", statements)
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    asked = ("research", key, "--samples", home / "answers", "--fresh")
    assert "when it was asked on" not in workbench(*asked).out
    revise(home, 118)
    told = "North Macedonia, 2021: 91 when it was asked on"
    assert told in workbench(*asked).out
    assert told in workbench("show", key).out
    assert workbench(*asked).out.count(told) == 1


def test_scripts_read_a_record_a_claim(workbench, home, claim):
    revise(home, 118)
    [record] = workbench("recheck", claim, "--samples", home / "answers", "--json").records
    assert (record["claim"], record["came"], record["why"]) == (claim, "revised", None)
    [revised] = record["revised"]
    assert revised["series"] == "unhcr:asylum-applications.coa"
    assert revised["figures"] == [
        {"place": "MKD", "period": ["2021-01-01", "2022-01-01"], "before": "91", "after": "118"}
    ]
    assert json.dumps(revised)


def test_a_service_that_does_not_answer_is_named_and_ends_in_3(workbench, claim):
    ran = workbench("recheck", claim, "--json")
    assert (ran.code, ran.records[0]["came"]) == (3, "failed")
    assert "did not answer" in ran.records[0]["why"]


def test_offline_is_a_sentence(workbench, claim):
    ran = workbench("recheck", "--offline")
    assert (ran.code, "nothing can be rechecked" in ran.err) == (2, True)
