"""The list of rows that were not imported holds the rows themselves, and is imported once they are mended."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))


def mend(path: Path, at: int, **cells: str) -> None:
    rows = table(path)
    rows[at] |= cells
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def count(workbench) -> int:
    return len(workbench("claims", "--json").out.splitlines())


def test_a_row_comes_back_once_its_date_is_mended(workbench, tmp_path):
    path, refused = tmp_path / "claims.csv", tmp_path / "refused.csv"
    path.write_text(
        "Claim;Date said;Who;Remark\n"
        "Unemployment fell by 5 percent in 2021.;2021-12-02;Ana Bee;ours\n"
        "-5 percent was the change of exports in 2021.;banana;=Ben;theirs\n",
        encoding="utf-8",
    )
    ran = workbench("import", path, "--rejects", refused)
    assert "1 row" in ran.err or "refused" in ran.err
    before = count(workbench)
    [row] = table(refused)
    assert (row["line"], row["date"], row["speaker"]) == ("3", "banana", "'=Ben")
    assert row["text"] == "'-5 percent was the change of exports in 2021."
    mend(refused, 0, date="2021-12-02")
    ran = workbench("import", refused)
    assert "not used" not in ran.err
    assert count(workbench) == before + 1
    [claim] = [json.loads(line) for line in workbench("claims", "--json", "--query", "exports").out.splitlines()]
    assert (claim["context"][0], claim["said"], claim["speaker"]) == ("-", "2021-12-02", "=Ben")
    workbench("import", refused)
    assert count(workbench) == before + 1


def test_what_is_not_mended_is_refused_again_and_still_there(workbench, tmp_path):
    path, refused, again = tmp_path / "claims.csv", tmp_path / "refused.csv", tmp_path / "again.csv"
    path.write_text("text,date\nUnemployment fell by 5 percent.,banana\n", encoding="utf-8")
    workbench("import", path, "--rejects", refused)
    workbench("import", refused, "--rejects", again)
    [row] = table(again)
    assert (row["text"], row["date"]) == ("Unemployment fell by 5 percent.", "banana")
    assert row["origin"].endswith("refused.csv")


@pytest.mark.parametrize("line", ['"Unemployment fell, 2021-12-02\n', "a,b,c,d\n"])
def test_a_row_whose_cells_cannot_be_told_apart_is_there_as_it_stands(workbench, tmp_path, line: str):
    path, refused = tmp_path / "claims.csv", tmp_path / "refused.csv"
    path.write_text(f"text,date\n{line}", encoding="utf-8")
    workbench("import", path, "--rejects", refused)
    row = table(refused)[0]
    assert row["row"] == line.strip()
    assert workbench("import", refused, "--strict").code == 1
    mend(refused, 0, text="Unemployment fell by 5 percent in 2021.")
    workbench("import", refused)
    assert count(workbench) == 1


def test_a_line_of_json_is_mended_in_its_cell(workbench, tmp_path):
    path, refused = tmp_path / "claims.jsonl", tmp_path / "refused.csv"
    path.write_text(
        '{"text": "Unemployment fell by 5 percent in 2021.", "date": "2021-12-02"\n{"text": 5}\n', encoding="utf-8"
    )
    workbench("import", path, "--rejects", refused)
    assert [row["row"][:7] for row in table(refused)] == ['{"text"', '{"text"']
    mend(refused, 0, row=table(refused)[0]["row"] + "}")
    workbench("import", refused)
    assert count(workbench) == 1
