"""A record's text is read once, however many of its claims the figures refute."""

from __future__ import annotations

from datetime import date

import pytest

from workbench import extract
from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
cases,Court cases pending,cases,RWA,2011,90000
cases,Court cases pending,cases,RWA,2012,80000
cases,Court cases pending,cases,RWA,2016,62000
cases,Court cases pending,cases,RWA,2017,60000
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text(DATA)
    yield str(path)
    own_files.cache_clear()


@pytest.mark.parametrize("sentences", [1, 3, 200])
def test_a_text_is_read_once(table, monkeypatch, sentences):
    """Whole or as far as it is read at all; the sentences of single claims may be read beside it."""
    text = "Think of 2012. " + "In 2017 pending court cases were down by 25 percent. " * sentences
    asked: list[str] = []
    read = extract.read_text
    monkeypatch.setattr(extract, "read_text", lambda given, **more: asked.append(given) or read(given, **more))
    answer = check_answer((table,))(Record("a", text, date(2019, 4, 7), "RWA"))
    assert answer["findings"]
    assert asked.count(text) == 1
