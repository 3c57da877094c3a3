"""The reviewers' memory by command: what is picked and barred, listed, written, taken in, forgotten; and records that do not know it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

BORDER = "10,455 illegal border crossings"
WORDS = "illegal border crossings"
APPLICATIONS = "unhcr:asylum-applications.coa"
PRESENT = "eurostat:migr_eipre?citizen=TOTAL&age=TOTAL&sex=T"
SAID = {"id": "r1", "text": "There were 9,000 illegal border crossings in 2022.", "place": "MKD"}


@pytest.fixture
def desk(workbench, statements: Path, answers: str):
    """Return the sample statements are on the desk; sample answers stand in for the services."""

    def call(*arguments: str, **kwargs):
        return workbench(*arguments, "--samples", answers, **kwargs)

    assert call("import", str(statements)).code == 0
    return call


def claim_of(desk, words: str = BORDER) -> str:
    return next(row["id"] for row in desk("claims", "--json").records if words in row["quote"])


def candidates(desk, claim: str, *more: str) -> list[dict]:
    return desk("match", claim, "--json", *more).records[0]["candidates"]


def series_of(desk, claim: str, *more: str) -> list[str]:
    return [each["series"] for each in candidates(desk, claim, *more)]


def test_a_series_that_is_named_is_picked_and_listed(desk):
    claim = claim_of(desk)
    assert APPLICATIONS not in series_of(desk, claim)
    assert desk("memory", "list").out == ""
    assert f"picked for “{WORDS}” by ana" in desk("research", claim, "--series", APPLICATIONS).out
    listed = desk("memory", "list").out
    assert listed.startswith(f"“{WORDS}”\n  {APPLICATIONS}  Asylum applications lodged in the country")
    assert "picked by ana, 20" in listed
    (record,) = desk("memory", "list", "border", "--json").records
    assert (record["words"], record["series"], record["picked"], record["barred"], record["net"]) == (
        WORDS,
        APPLICATIONS,
        1,
        0,
        1,
    )
    assert record["reviewers"] == ["ana"]
    found = candidates(desk, claim)
    assert found[0]["series"] == APPLICATIONS
    assert found[0]["parts"][0]["name"] == "memory"
    assert APPLICATIONS not in series_of(desk, claim, "--no-memory")


def test_a_look_without_memory_is_no_pick(desk):
    claim = claim_of(desk)
    assert desk("research", claim, "--series", APPLICATIONS, "--no-memory").code == 0
    assert desk("memory", "list").out == ""


def test_a_rating_remembers_what_it_rests_on(desk):
    claim = claim_of(desk, "70 percent")
    desk("research", claim)
    desk("rate", claim, "false")
    (first,) = desk("memory", "list", "--json").records
    assert first["series"].startswith("unhcr:")
    desk("undo")
    assert desk("memory", "list").out == ""
    desk("rate", claim, "false", "--series", first["series"])
    assert desk("memory", "list", "--json").records[0]["series"] == first["series"]


def test_bar_says_that_a_series_is_not_what_was_meant_and_undo_takes_it_back(desk):
    claim = claim_of(desk)
    desk("research", claim)
    ran = desk("exclude", claim[:6], PRESENT, "--by", "Ben")
    assert ran.out == f"{PRESENT} is excluded for {claim}: it is not what “{WORDS}” means.\n"
    found = next(each for each in candidates(desk, claim) if each["series"] == PRESENT)
    assert found["barred"].startswith("not what was meant, says Ben, 20")
    shown = desk("show", claim, "--json").records[0]
    assert next(each for each in shown["candidates"] if each["series"] == PRESENT)["barred"] == found["barred"]
    assert all(finding["series"] != PRESENT for finding in shown["findings"])
    assert desk("undo", claim).out == f"Taken back: excluded {PRESENT} for {claim} by Ben.\n"
    assert next(each for each in candidates(desk, claim) if each["series"] == PRESENT)["barred"] is None


def test_undo_in_json_is_the_choice(desk):
    claim = claim_of(desk)
    barred = desk("exclude", claim, PRESENT, "--json").records[0]
    undone = desk("undo", "--json").records[0]["undone"]
    assert (undone["id"], undone["kind"]) == (barred["id"], "barred")


def test_the_memory_is_written_and_taken_in_on_another_desk(desk, workbench, home: Path):
    claim = claim_of(desk)
    desk("research", claim, "--series", APPLICATIONS)
    desk("exclude", claim, PRESENT)
    file = home / "memory.jsonl"
    assert desk("memory", "export", "--output", str(file)).err == f"2 choices written to {file}.\n"
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["picked", "barred"]
    assert desk("memory", "export").out == file.read_text(encoding="utf-8")
    other = ("--db", str(home / "other.db"))
    assert workbench("memory", "import", str(file), *other).out == "2 choices taken in, 0 were here already.\n"
    assert workbench("memory", "import", str(file), "--json", *other).records == [
        {"choices": 0, "already": 2, "rejected": 0}
    ]
    assert workbench("memory", "list", *other).out == desk("memory", "list").out


def test_what_is_forgotten_counts_no_more_and_the_history_has_it(desk):
    claim = claim_of(desk)
    before = candidates(desk, claim)
    desk("research", claim, "--series", APPLICATIONS)
    ran = desk("memory", "forget", "illegal", "border", "crossings")
    assert ran.out.startswith(f"Forgotten: picked {APPLICATIONS} for “{WORDS}” by ana, 20")
    assert candidates(desk, claim) == before
    assert desk("memory", "export").out == ""
    kinds = [json.loads(line)["kind"] for line in desk("memory", "export", "--history").out.splitlines()]
    assert kinds == ["picked", "forgotten"]
    again = desk("memory", "forget", WORDS)
    assert (again.code, again.out) == (0, "")
    assert "Nothing that is remembered is like that" in again.err


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (("--series", PRESENT), [APPLICATIONS]),
        (("--reviewer", "BEN"), [APPLICATIONS]),
        (("--all",), []),
        ((WORDS,), []),
        ((f"“{WORDS.upper()}”",), []),
        (("border",), [APPLICATIONS, PRESENT]),
        ((WORDS, "--reviewer", "nobody"), [APPLICATIONS, PRESENT]),
    ],
)
def test_what_is_forgotten_is_what_was_named(desk, wanted: tuple[str, ...], left: list[str]):
    claim = claim_of(desk)
    desk("research", claim, "--series", APPLICATIONS)
    desk("exclude", claim, PRESENT, "--by", "Ben")
    desk("memory", "forget", *wanted)
    assert [each["series"] for each in desk("memory", "list", "--json").records] == left


def test_forgetting_wants_to_be_told_what(desk):
    ran = desk("memory", "forget")
    assert ran.code == 2
    assert "Name the phrase, --series, --reviewer or --claim; or --all alone." in ran.err
    assert desk("memory", "forget", "x", "--all").code == 2


def test_a_file_of_nonsense_is_refused_line_by_line(workbench, home: Path):
    file = home / "bad.jsonl"
    file.write_bytes(b'{"kind": "picked"}\n\xff\n[]\n' + b"[" * 100_000 + b"\n")
    ran = workbench("memory", "import", str(file), "--strict")
    assert ran.code == 1
    assert ran.out == "0 choices taken in, 0 were here already.\n"
    assert "4 lines were refused." in ran.err
    assert "line 1: The line is no choice: " in ran.err
    assert "Traceback" not in ran.err
    assert workbench("memory", "import", str(home / "none.jsonl")).code == 2


def test_a_series_without_a_source_is_a_sentence(desk):
    ran = desk("exclude", claim_of(desk), "asylum")
    assert ran.code == 2
    assert "asylum is no series." in ran.err


def test_off_in_the_configuration_is_off(desk, home: Path):
    claim = claim_of(desk)
    desk("research", claim, "--series", APPLICATIONS)
    config = home / "config.toml"
    config.write_text("[memory]\nuse = false\n")
    off = ("--config", str(config))
    assert APPLICATIONS not in series_of(desk, claim, *off)
    assert APPLICATIONS in series_of(desk, claim, "--memory", *off)
    ran = desk("exclude", claim, PRESENT, *off)
    assert ran.code == 2
    assert "use = true under [memory]" in ran.err


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("memory = 7", "is not a table"),
        ('[memory]\nuse = "no"', "neither true nor false"),
        ("[memory]\nuze = true", "uze"),
    ],
)
def test_a_slip_in_the_configuration_is_a_sentence(workbench, home: Path, written: str, says: str):
    config = home / "config.toml"
    config.write_text(written)
    ran = workbench("memory", "list", "--config", str(config))
    assert ran.code == 2
    assert says in ran.err


# --- records -------------------------------------------------------------------------------------------


def taught(desk) -> None:
    for words in (BORDER, "16,000 attempts"):
        desk("research", claim_of(desk, words), "--series", APPLICATIONS)


def test_records_do_not_know_the_memory_unless_they_are_told_to(desk):
    line = json.dumps(SAID)
    before = desk("match", "--records", stdin=line).out
    taught(desk)
    assert desk("match", "--records", stdin=line).out == before
    assert desk("match", "--records", "--no-memory", stdin=line).out == before
    found = desk("match", "--records", "--memory", stdin=line).records[0]["candidates"]
    assert found[0]["series"] == APPLICATIONS
    assert f"picked for “{WORDS}” by ana" in found[0]["parts"][0]["because"]


def test_titles_of_a_file_are_ranked_by_memory_where_it_is_asked(desk, home: Path):
    taught(desk)
    titles = home / "titles.csv"
    titles.write_text(
        "source,id,title\nunhcr,asylum-applications.coa,Asylum applications lodged\nx,1,Illegal border crossings\n"
    )
    plain = desk("match", "--records", "--catalogue", str(titles), stdin=json.dumps(SAID)).records[0]["candidates"]
    asked = desk("match", "--records", "--catalogue", str(titles), "--memory", stdin=json.dumps(SAID)).records[0]
    assert plain[0]["series"] == "x:1"
    assert {each["series"]: each["barred"] for each in asked["candidates"]}[APPLICATIONS] is None


def test_check_of_records_rests_on_what_was_picked_where_it_is_asked(desk, home: Path):
    taught(desk)
    data = home / "figures.csv"
    data.write_text(
        "series,title,unit,place,time,value\n"
        "unhcr:asylum-applications.coa,People who asked,count,MKD,2022,9000\n"
        "own:crossings,Illegal border crossings,count,MKD,2022,5000\n"
    )
    line = json.dumps(SAID)
    plain = desk("check", "--records", "--data", str(data), stdin=line).records[0]
    assert (plain["outcome"], plain["findings"][0]["series"]) == ("contradicted", "file:own:crossings")
    for reviewer in ("Ana", "Ben"):
        assert desk("exclude", claim_of(desk), "file:own:crossings", "--by", reviewer).code == 0
    asked = desk("check", "--records", "--data", str(data), "--memory", stdin=line).records[0]
    assert (asked["outcome"], asked["findings"][0]["series"]) == ("supported", f"file:{APPLICATIONS}")
    assert desk("check", "--records", "--data", str(data), stdin=line).records[0] == plain


@pytest.mark.parametrize("ref", ["worldbank:NO.SUCH.THING", "nosuchsource:x", "eurostat:nosuchtable"])
def test_a_series_that_nothing_here_has_is_no_choice(workbench, tmp_path: Path, ref: str) -> None:
    """A slip of the keyboard in a series' name is told at every verb that takes one, and nothing is remembered."""
    speech = tmp_path / "speech.txt"
    speech.write_text("# date: 2022-01-12\n# place: MKD\n\nUnemployment was 15.7 percent in 2021.\n", encoding="utf-8")
    assert workbench("import", speech).code == 0
    claim = workbench("claims", "--json").records[0]["id"]
    for words in (("rate", claim, "false", "--series", ref), ("exclude", claim, ref)):
        ran = workbench(*words)
        assert ran.code == 2, words
        assert ref.partition(":")[0] in ran.err
    assert workbench("show", claim, "--json").records[0]["verdict"]["rating"] is None
