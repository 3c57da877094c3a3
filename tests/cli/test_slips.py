"""What would make a claim true, on the command line: in words, as JSON, and in records; with files of the user's alone."""

from __future__ import annotations

import json

import pytest

SPEECH = "There were 450 asylum applications in North Macedonia in 2021."
FIGURES = """series,title,unit,place,time,value
a,Asylum applications,application,MKD,2019,450
a,Asylum applications,application,MKD,2020,151
a,Asylum applications,application,MKD,2021,91
"""


@pytest.fixture
def figures(tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text(FIGURES, encoding="utf-8")
    return path


def test_records_carry_the_slip_and_the_outcome_stays(workbench, figures):
    line = json.dumps({"id": "a", "text": SPEECH, "date": "2022-05-01", "place": "MKD"})
    ran = workbench("check", "--records", "--data", figures, stdin=line.encode() + b"\n")
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    assert (answer["outcome"], answer["findings"][0]["agreement"]) == ("contradicted", "apart")
    (slip,) = answer["findings"][0]["slips"]
    assert (slip["kind"], slip["measured"], slip["period"]) == ("other-period", "450", ["2019-01-01", "2020-01-01"])
    assert slip["trace"][0]["evidence"]["pointers"]
    assert answer["findings"][0]["measured"] == "91"


def test_a_claim_on_the_desk_tells_it_and_it_replays(workbench, answers, tmp_path):
    """On the sample answers of UNHCR: 450 in 2019, 91 in 2021."""
    speech = tmp_path / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    assert workbench("--samples", answers, "import", speech).code == 0
    claim = workbench("claims", "--json").records[0]["id"]
    told = workbench("--samples", answers, "research", claim).out
    assert "? It would hold for 2019: 450 asylum applications then." in told
    assert "which is no agreement" in told
    shown = workbench("--samples", answers, "show", claim, "--json").records[0]
    found = next(each for each in shown["findings"] if each["series"] == "unhcr:asylum-applications.coa")
    assert "other-period" in {slip["kind"] for slip in found["slips"]}
    assert {"one-source", "sources-disagree"} & {caveat["kind"] for caveat in found["caveats"]}
    assert "sources_compared" in shown
    assert workbench("--samples", answers, "replay", claim, "--strict").code == 0
