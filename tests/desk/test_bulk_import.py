"""Bulk import: folders, the same thing twice, progress and interruption."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest
from lists import EXAMPLE, LEVEL, library, put, run, table

from workbench.desk.importing import import_progress, import_run, parallel_reading
from workbench.desk.importing.bulk_import import rejects_csv
from workbench.ports import Progress, Rejected


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of the rows at a time, so that a few make many parts and more than one batch."""
    monkeypatch.setattr(parallel_reading, "CHUNK", 12)
    monkeypatch.setattr(import_run, "BATCH", 100)
    monkeypatch.setattr(import_run, "ASKED", 12)


# --- folders ---------------------------------------------------------------------------------------------


def test_a_folder_is_read_file_by_file_and_what_no_reader_knows_is_told(ports, tmp_path):
    put(tmp_path, f"A title\n\nSkopje, 2 December 2021 - {LEVEL}", "in/a.txt")
    put(tmp_path, f"<html><body><p>{LEVEL} That is what was said about it.</p></body></html>", "in/deep/b.html")
    put(tmp_path, EXAMPLE, "in/c.csv")
    put(tmp_path, b"\x89PNG\r\n", "in/d.png")
    put(tmp_path, b"%PDF-1.7", "in/e.txt")
    put(tmp_path, "", "in/f.txt")
    done, rejected = run(ports, str(tmp_path / "in"))
    assert done.documents == 5
    assert [(Path(row.origin).name, row.line) for row in rejected] == [("d.png", 0), ("e.txt", 0), ("f.txt", 0)]
    assert "no reader knows this kind of file" in rejected[0].message
    assert "a PDF" in rejected[1].message


def test_an_empty_folder_is_told(ports, tmp_path):
    (tmp_path / "in").mkdir()
    done, _ = run(ports, str(tmp_path / "in"))
    assert [p.kind for p in done.problems] == ["empty-folder"]


# --- again, and never twice ------------------------------------------------------------------------------


def test_the_same_input_twice_adds_nothing(ports, tmp_path):
    path = put(tmp_path, EXAMPLE)
    first, _ = run(ports, path)
    before = library(ports)
    again, _ = run(ports, path)
    assert (again.documents, again.claims, again.already) == (0, 0, first.documents)
    assert library(ports) == before


def test_the_same_rows_in_another_order_form_and_under_other_headings_add_nothing(ports, tmp_path):
    rows = [(f"Claim number {i} is {i} percent.", "2021-12-02") for i in range(120)]
    run(ports, put(tmp_path, table(*(",".join(row) for row in rows))))
    random.Random(5).shuffle(rows)  # noqa: S311  (the same order on every run)
    other = "Said;Quote\n" + "".join(f"2.12.2021;{text}\n" for text, _ in rows)
    lines = "".join(json.dumps({"date": day, "text": text}) + "\n" for text, day in reversed(rows))
    done, _ = run(ports, put(tmp_path, other, "other.csv"), put(tmp_path, lines, "lines.jsonl"))
    assert (done.documents, done.already) == (0, 240)


def test_new_rows_between_old_ones_are_added(ports, tmp_path):
    old = [f"Claim number {i}.,2021-12-02" for i in range(0, 120, 2)]
    run(ports, put(tmp_path, table(*old)))
    done, _ = run(ports, put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(120)))))
    assert (done.documents, done.already) == (60, 60)


def test_a_row_that_stands_twice_counts_once(ports, tmp_path):
    done, _ = run(ports, put(tmp_path, table("A text.,", "A text.,")))
    assert (done.documents, done.already) == (1, 1)


def test_the_same_words_said_on_another_day_are_another_document(ports, tmp_path):
    done, _ = run(ports, put(tmp_path, table("A text.,2021-12-02", "A text.,2021-12-03")))
    assert done.documents == 2


def test_a_country_by_its_name_in_any_language(ports, tmp_path):
    path = put(tmp_path, "Claim,Date,Country\nDie Arbeitslosenquote lag 2018 bei 3.4 Prozent.,2019-05-01,Österreich\n")
    run(ports, path)
    assert [row.place for row in ports.store.claims(limit=10)] == ["AUT"]


def test_a_dry_run_counts_and_keeps_nothing(ports, tmp_path):
    path = put(tmp_path, EXAMPLE + ",,,\n,2021-12-02,,\n")
    tried, refused = run(ports, path, dry_run=True)
    assert library(ports) == {}
    done, rejected = run(ports, path)
    assert (tried, refused) == (done, rejected)


def test_many_processes_keep_what_one_keeps(ports, tmp_path):
    path = put(tmp_path, table(*(f"Claim number {i} is {i} percent.,2021-12-02" for i in range(130))))
    done, _ = run(ports, path, jobs=2)
    assert (done.documents, done.already) == (130, 0)
    alone, _ = run(ports, path, dry_run=True)
    assert alone.already == 130


# --- progress, interruption, and the list of rejects -----------------------------------------------------


def test_progress_is_told_in_bytes_of_the_file_and_ends_at_its_end(ports, tmp_path):
    heard: list[Progress] = []
    path = put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(2_000))))
    run(ports, path, tell=heard.append)
    size = Path(path).stat().st_size
    assert [news.done for news in heard] == sorted(news.done for news in heard)
    assert (heard[-1].state, heard[-1].done, heard[-1].of) == ("done", size, size)
    assert len(heard) < 200


def test_an_interrupted_import_keeps_whole_batches_and_is_resumed(ports, tmp_path, monkeypatch):
    monkeypatch.setattr(import_progress, "INTERVAL", 0)  # each part is told, however quick the machine is
    path = put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(250))))
    heard: list[Progress] = []

    def stop(news: Progress) -> None:
        heard.append(news)
        if ports.store.count_documents() >= 100 and news.state == "running":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(ports, path, tell=stop)
    kept = ports.store.count_documents()
    assert kept in {108, 216}
    assert heard[-1] == Progress(heard[-1].what, heard[-1].done, heard[-1].of, "failed", heard[-1].says)
    assert f"{kept:,} documents were kept" in heard[-1].says
    done, _ = run(ports, path)
    assert (done.documents, done.already) == (250 - kept, kept)


def test_the_list_of_rejects_runs_nothing_in_a_spreadsheet():
    body = rejects_csv([Rejected("=HYPERLINK(1)", 3, "+There is no text.", "-1"), Rejected("a.csv", 0, "é,\n", "")])
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows[0] == ["line", "origin", "message", "hint"]
    assert rows[1] == ["3", "'=HYPERLINK(1)", "'+There is no text.", "'-1"]
    assert rows[2] == ["0", "a.csv", "é,\n", ""]
