"""Spending on one purpose is not refuted by spending on another, of whatever size; the two are told apart by the word of the title."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

TABLE = """series,title,unit,place,time,value
health,Current health expenditure as percentage of gross domestic product,percent,DEU,2015,11.2
"""

SAID = {
    "en": ["Public spending on {} was {} percent of GDP in 2015.", "Germany spent {1} percent of its GDP on {0} in 2015.", "We put {1} percent of GDP into our {0} in 2015."],
    "de": ["Die öffentlichen Ausgaben für {} lagen 2015 bei {} Prozent des BIP."],
    "mk": ["Јавните трошоци за {} во 2015 беа {} проценти од БДП."],
}  # fmt: skip
PURPOSES = {
    "en": ["pensions", "schools", "roads", "research", "defence", "culture"],
    "de": ["Renten", "Schulen", "Straßen", "Verteidigung"],
    "mk": ["пензии", "патишта", "одбрана"],
}
SIZES = ["9", "10", "13"]


@pytest.mark.parametrize("language", SAID)
def test_another_purpose_decides_nothing(workbench, tmp_path: Path, language: str):
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    texts = [frame.format(purpose, size) for frame, purpose, size in product(SAID[language], PURPOSES[language], SIZES)]
    records = [
        {"id": str(i), "text": text, "date": "2018-10-06", "place": "DEU", "language": language}
        for i, text in enumerate(texts)
    ]
    ran = workbench("check", "--records", "--data", table, stdin="".join(json.dumps(each) + "\n" for each in records))
    decided = [texts[int(each["id"])] for each in ran.records if each["outcome"] != "undecided"]
    assert decided == []


def test_its_own_purpose_decides(workbench, tmp_path: Path):
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    record = {"id": "1", "text": "Health spending was 13 percent of GDP in 2015.", "date": "2018-10-06", "place": "DEU"}
    ran = workbench("check", "--records", "--data", table, stdin=json.dumps(record) + "\n")
    assert [each["outcome"] for each in ran.records] == ["contradicted"]
