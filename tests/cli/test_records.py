"""The five ``--records`` commands, as scripts and scorers call them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LINE = {
    "id": "a",
    "text": "In the first 9 months of 2021, 16,000 attempts of illegal migration have been halted, which is a 36.5% "
    "reduction in regards to the same period in 2020.",
    "date": "2021-12-02",
    "place": "MKD",
}


def test_extract_reads_the_amounts_the_period_and_the_change(workbench):
    ran = workbench("extract", "--records", stdin=json.dumps(LINE))
    (answer,) = ran.records
    assert ran.code == 0
    assert [(a["low"], a["unit"]["name"]) for a in answer["amounts"]] == [("16000", "attempt"), ("36.5", "percentage")]
    assert answer["periods"][0]["from"] == "2021-01-01"
    assert answer["periods"][0]["to"] == "2021-10-01"
    assert answer["changes"][0]["base"] == {"from": "2020-01-01", "to": "2020-10-01", "frequency": "span"}
    assert answer["kind"] == "change"
    for noun in (*answer["amounts"], *answer["periods"], *answer["changes"], *answer["claims"]):
        assert LINE["text"][noun["start"] : noun["end"]] == noun["text"]


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        (b"not json", {"line": 1}, "not JSON"),
        (b"[1]", {"line": 1}, "no object"),
        (b'{"id": "b"}', {"id": "b"}, "no text"),
        (b'{"text": "x"}', {"line": 1}, "no id"),
        (b'{"id": "b", "text": "x", "date": "31.02.2021"}', {"id": "b"}, "not a day"),
        (b'{"id": "b", "text": 7}', {"id": "b"}, "no text"),
        (b"\xff\xfe{}", {"line": 1}, "not UTF-8"),
        (b"[" * 100_000, {"line": 1}, "not JSON"),
    ],
)
def test_a_line_that_is_no_record_gets_an_error_in_its_place(workbench, line: bytes, key: dict, words: str):
    ran = workbench("sentences", "--records", stdin=line + b"\n" + json.dumps(LINE).encode())
    bad, good = ran.records
    assert {name: bad[name] for name in key} == key
    assert words in bad["error"]["message"]
    assert bad["error"]["hint"]
    assert good["id"] == "a"
    assert ran.code == 0
    assert workbench("sentences", "--records", "--strict", stdin=line).code == 1


def test_control_characters_never_reach_the_terminal(workbench):
    text = "Deaths \x1b[31mfell\x9b by 5 percent \u202e in 2020.\ud800"
    ran = workbench("extract", "--records", stdin=json.dumps({"id": "a", "text": text}))
    assert ran.code == 0
    assert all(c.isprintable() or c == "\n" for c in ran.out)
    (answer,) = ran.records
    assert [text[a["start"] : a["end"]] for a in answer["amounts"]] == [a["text"] for a in answer["amounts"]]


def test_the_first_answer_comes_before_the_input_ends():
    """A script that writes one record and waits gets its answer."""
    command = [sys.executable, "-m", "workbench", "sentences", "--records"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(json.dumps(LINE).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"
        process.stdin.close()
        assert process.wait(30) == 0


def test_two_processes_keep_the_order(workbench):
    lines = "".join(json.dumps({"id": str(n), "text": f"In 2020 {n} people came."}) + "\n" for n in range(300))
    ran = workbench("sentences", "--records", "--jobs", "2", stdin=lines)
    assert [record["id"] for record in ran.records] == [str(n) for n in range(300)]


def test_match_ranks_the_titles_of_a_file(workbench, home: Path):
    table = home / "titles.csv"
    table.write_text("source,id,title\nset,a,Consumer price index\nset,b,Unemployment rate\nset,c,Life expectancy\n")
    ran = workbench("match", "--records", "--catalogue", str(table), stdin='{"id": "q", "text": "jobless rate"}')
    best = ran.records[0]["candidates"][0]
    assert best["series"] == "set:b"
    assert sum(part["weight"] for part in best["parts"]) == pytest.approx(1)
    assert all(part["because"] for part in best["parts"])


def test_known_finds_the_check_of_the_same_claim(workbench, home: Path):
    archive = home / "checked.jsonl"
    archive.write_text(
        '{"id": "1", "text": "Unemployment fell to 5 percent in 2019", "title": "Jobs", "body": "Official figures say"}\n'
        '{"id": "2", "text": "The moon landing was staged"}\n'
    )
    ran = workbench(
        "known",
        "--records",
        "--against",
        str(archive),
        stdin='{"id": "q", "text": "Unemployment is down to 6 percent in 2019"}',
    )
    best = ran.records[0]["ranked"][0]
    assert best["id"] == "1"
    assert "amount" in best["differs"]


def test_check_answers_from_a_tidy_file_alone(workbench, home: Path):
    data = home / "data.csv"
    data.write_text(
        "series,title,unit,place,time,value\nasylum,Asylum applications,applications,North Macedonia,2020,151\n"
        "asylum,Asylum applications,applications,North Macedonia,2021,91\n"
    )
    record = {
        "id": "q",
        "text": "Asylum applications in North Macedonia fell by 40 percent in 2021 compared with 2020.",
    }
    ran = workbench("check", "--records", "--data", str(data), stdin=json.dumps({**record, "date": "2022-06-01"}))
    (answer,) = ran.records
    assert answer["outcome"] == "supported"
    assert answer["findings"][0]["measured"].startswith("-39.735")
    assert answer["findings"][0]["claimed"] == "-40"


def test_check_says_once_what_is_wrong_with_a_tidy_file(workbench, home: Path):
    data = home / "data.csv"
    data.write_text(
        "series,title,unit,place,time,value\nasylum,Asylum applications,applications,North Macedonia,2020,151\n"
        "asylum,Asylum applications,applications,North Macedonia,2021,about ninety\n"
    )
    lines = "".join(
        json.dumps({"id": str(n), "text": "151 asylum applications in North Macedonia in 2020."}) + "\n"
        for n in range(3)
    )
    ran = workbench("check", "--records", "--data", str(data), stdin=lines)
    assert [answer["outcome"] for answer in ran.records] == ["supported"] * 3
    assert ran.err.count("row 3") == 1


@pytest.mark.parametrize("verb", ["extract", "sentences"])
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_read(workbench, home, verb):
    (statement := home / "speech.txt").write_text("# date: 2021-12-02\n\nUnemployment fell to 9 percent in 2020.\n")
    (bad := home / "bad.pdf").write_bytes(b"no such thing")
    for files in ((bad, statement), (statement, bad), (home / "none.txt", statement)):
        ran = workbench(verb, *files, "--json")
        assert (ran.code, len(ran.records), ran.err.startswith("! ")) == (0, 1, True), ran
    ran = workbench(verb, bad, home / "none.txt", "--json")
    assert (ran.code, ran.records, ran.err.count("bad.pdf"), ran.err.count("none.txt")) == (2, [], 1, 1), ran


def test_extract_of_a_document_reads_it_in_the_light_of_its_day_place_and_speaker(workbench, statements: Path):
    """The minister at the Brdo forum, Skopje, 2 December 2021."""
    statement = str(statements / "2021-12-02-brdo-forum.txt")
    (answer,) = workbench("extract", statement, "--json").records
    assert (answer["published"], answer["place"]) == ("2021-12-02", "MKD")
    assert answer["speakers"][0] == {"name": "Oliver Spasovski", "role": "interior minister", "organisation": ""}
    figures = {amount["low"] for claim in answer["claims"] for amount in claim["amounts"]}
    assert {"16000", "36.5", "35", "420", "800"} <= figures
    assert not {"23", "24", "2021", "2025", "9"} & figures
    assert {claim["speaker"]["name"] for claim in answer["claims"]} == {"Oliver Spasovski"}
    assert "claimed: 16,000 attempts" in workbench("extract", statement).out


def test_the_real_statement_reads_as_the_workbench_promises(workbench, shared: Path):
    (answer,) = workbench("extract", str(shared / "statement" / "statement-2021-12-02.txt"), "--json").records
    assert (answer["published"], answer["place"]) == ("2021-12-02", "MKD")
    assert answer["speakers"][0]["name"] == "Oliver Spasovski"
    kinds = [(claim["kind"], claim["amounts"][0]["low"]) for claim in answer["claims"] if claim["amounts"]]
    assert kinds[:2] == [("level", "16000"), ("change", "36.5")]
    assert {low for _, low in kinds} == {"16000", "36.5", "35", "420", "800"}
    assert any(
        claim["kind"] == "promise" and claim["period"] == ["2022-01-01", "2023-01-01"] for claim in answer["claims"]
    )
    assert answer["claims"][1]["changes"][0]["base"]["from"] == "2020-01-01"
