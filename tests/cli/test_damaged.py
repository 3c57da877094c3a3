"""One row that cannot be read blocks nothing but itself, and is named; a damaged file is a sentence, whatever is damaged in it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from workbench.store.migrations.guards import guards

TEXT = "# date: 2021-12-02\n# place: MKD\n\nUnemployment fell to 9 percent in 2020. Wages rose by 5 percent in 2021.\n"

DAMAGES = {
    "claims": "UPDATE claims SET {column} = {value} WHERE number = 1",
    "documents": "UPDATE documents SET {column} = {value} WHERE number = 1",
    "reviews": "UPDATE reviews SET {column} = {value} WHERE number = 1",
}
COLUMNS = {
    "claims": ("noun", "said", "quote", "kind", "worth"),
    "documents": ("noun", "published", "title"),
    "reviews": ("noun",),
}
VALUES = ["'{}'", "x'ff00fe'"]
MORE = ("''", "'[1, 2'", "17", "'1e999'", "CAST(x'c3ff' AS TEXT)")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def path(workbench, home, made):
    """Return two documents with two claims each, all rated; made once, and copied."""
    if not (made / "desk").exists():
        for name in ("a", "b"):
            (home / f"{name}.txt").write_text(TEXT + name)
            workbench("import", home / f"{name}.txt")
        for row in workbench("claims", "--json").records:
            workbench("rate", row["id"], "true", "--note", "So it is.")
        shutil.copytree(home / "desk", made / "desk")
    shutil.copytree(made / "desk", home / "desk", dirs_exist_ok=True)
    return home / "desk" / "workbench.db"


def _shell(path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for name in guards("sqlite"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)


@pytest.mark.parametrize("value", [*VALUES, *(pytest.param(each, marks=pytest.mark.slow) for each in MORE)])
@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in COLUMNS.items() for column in columns]
)
def test_one_bad_row_blocks_nothing_but_itself(workbench, path, table, column, value):
    whole = {row["id"] for row in workbench("claims", "--json").records}
    _shell(path, DAMAGES[table].format(column=column, value=value))
    listed, report = workbench("claims", "--json"), workbench("export", "--format", "jsonl")
    assert {row["id"] for row in listed.records} <= whole
    assert len(listed.records) >= len(whole) - 1
    assert len(report.records) >= len(whole) - 2, "a document holds two claims"
    assert report.code in {0, 4}
    assert (report.code == 4) == ("cannot be read, and was passed over" in report.err)
    assert len(report.records) == len(whole) or report.code == 4
    assert workbench("doctor").code == 4
    shown = [workbench("show", key) for key in sorted(whole)]
    assert sum(ran.code == 0 for ran in shown) >= len(whole) - 2
    for ran in (listed, report, *shown):
        assert ran.code in {0, 4}
        assert "Traceback" not in ran.err
        assert "Please report it" not in ran.err


def test_doctor_names_the_row(workbench, path):
    key = workbench("claims", "--json").records[0]["id"]
    _shell(path, f"UPDATE claims SET noun = '{{}}' WHERE id = '{key}'")  # noqa: S608  (an id)
    assert f"claim {key}: It cannot be read." in workbench("doctor").err
    assert f"claim {key}: It cannot be read, and was passed over." in workbench("export", "--format", "jsonl").err


TIMES = [pytest.param(8, id="some"), pytest.param(150, id="many", marks=[pytest.mark.slow, pytest.mark.timeout(900)])]


@pytest.mark.parametrize("times", TIMES)
def test_damaged_pages_are_a_sentence(workbench, path, times):
    body = path.read_bytes()
    for seed in range(times):
        chance = random.Random(seed)  # noqa: S311  (damage that can be done again)
        spoilt = bytearray(body)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(body))
            spoilt[at : at + 400] = chance.randbytes(400)
        path.write_bytes(bytes(spoilt[: len(body)]))
        for words in (("claims",), ("export", "--drafts"), ("doctor",), ("replay",)):
            ran = workbench(*words)
            assert ran.code in {0, 1, 4}, (seed, words, ran)
            assert "Please report it" not in ran.err, (seed, words, ran)


def test_a_lost_log_of_fetches_is_told(workbench, home, answers, statements):
    workbench("import", statements, "--samples", answers)
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", key, "--samples", answers)
    assert workbench("doctor").code == 0
    for path in (home / "desk" / "archive").glob("fetches.db*"):
        path.unlink()
    ran = workbench("doctor")
    assert (ran.code, "The log of fetches is lost." in ran.err) == (4, True)


@pytest.mark.parametrize("page", range(1, 9))
def test_a_damaged_page_of_the_log_of_fetches_is_told(workbench, home, answers, statements, page):
    """Whichever page of the file is overwritten, one that no question reads too: doctor does not say that all is well."""
    workbench("import", statements, "--samples", answers)
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", key, "--samples", answers)
    log = home / "desk" / "archive" / "fetches.db"
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(log.read_bytes())
    assert len(body) > page * size
    body[page * size : (page + 1) * size] = random.Random(page).randbytes(size)  # noqa: S311  (damage)
    log.write_bytes(bytes(body))
    ran = workbench("doctor")
    assert (ran.code, "Traceback" in ran.err, "All is well" in ran.out) == (4, False, False), ran


def test_an_export_that_came_without_its_evidence_is_no_lost_log(workbench, home, answers, statements):
    """Neither its bodies nor a fetch of them were ever here; with the evidence all is well."""
    workbench("import", statements, "--samples", answers)
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", key, "--samples", answers)
    for name, evidence in (("bare", ()), ("whole", ("--evidence",))):
        workbench("export", "--format", "json", *evidence, "--output", home / f"{name}.json")
    for name, code in (("bare", 4), ("whole", 0)):
        there = ("--db", home / name / "d.db")
        workbench(*there, "import", home / f"{name}.json")
        ran = workbench(*there, "doctor")
        assert (ran.code, "made with --format json --evidence" in ran.err) == (code, bool(code)), ran
        assert "log of fetches" not in ran.err


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("DROP INDEX ix_claims_list", "The index ix_claims_list on claims is gone."),
        ("DROP TABLE findings", "The table findings is gone."),
        ("DROP TABLE documents_words", "The table documents_words is gone."),
        ("CREATE VIEW mine AS SELECT id FROM claims", "The view mine is not the workbench's."),
        ("ALTER TABLE claims ADD COLUMN mine TEXT", "The column mine of claims is not the workbench's."),
    ],
)
def test_what_was_dropped_or_added_is_told_once_with_a_next_step(workbench, path, statement: str, says: str):
    _shell(path, statement)
    for words in (("doctor",), ("db", "check")):
        ran = workbench(*words)
        (line,) = [each for each in ran.err.splitlines() if says in each]
        assert (ran.code, line.endswith(says)) == (4, False)
        assert "SELECT" not in ran.err
    assert says in {each["message"] for each in workbench("db", "check", "--json").records[0]["problems"]}
