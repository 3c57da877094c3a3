"""`check` of a record of many claims: the work grows with the text, and what was not looked at is told."""

from __future__ import annotations

import importlib
import itertools
import time
from datetime import date

import pytest

from workbench.bootstrap import open_desk
from workbench.cli.records.record_resources import check_answer
from workbench.config import Settings
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_checking import MOST_CLAIMS, MOST_READ

TABLE = """series,title,unit,place,time,value
a,Unemployment rate,%,ESP,2010,20
a,Unemployment rate,%,ESP,2014,24
"""
TRUE, FALSE = "Unemployment in Spain was 24 percent in 2014. ", "Unemployment in Spain was 14 percent in 2014. "


@pytest.fixture
def data(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, "utf-8")
    return (str(file),)


def answer(text: str, data) -> dict:
    return check_answer(data)(Record("1", text, date(2020, 1, 1), "ESP"))


def test_what_holds_of_the_claims_that_were_looked_at_supports_no_text_of_more(data):
    assert answer(TRUE * MOST_CLAIMS, data)["outcome"] == "supported"
    told = answer(TRUE * (MOST_CLAIMS + 1), data)
    assert told["outcome"] == "undecided"
    assert told["why"] == (
        "record 1: It holds 61 claims; the 60 most worth checking were looked at. Give its sentences as records of their own."
    )
    assert [each["kind"] for each in told["problems"]] == ["many-claims"]
    assert len(told["findings"]) == MOST_CLAIMS


def test_a_claim_that_does_not_hold_contradicts_a_text_of_any_length(data):
    assert answer(FALSE + TRUE * MOST_CLAIMS, data)["outcome"] == "contradicted"


def test_four_times_the_claims_are_four_times_the_work(data, monkeypatch):
    """Counted in claims that the arithmetic of the others looks at."""
    looked: list[int] = []
    own = importlib.import_module("workbench.consistency.own_arithmetic")
    there = own.workable_claim
    monkeypatch.setattr(own, "workable_claim", lambda claim: looked.append(1) or there(claim))
    counts = []
    for many in (10, 40):
        looked.clear()
        answer(TRUE * many, data)
        counts.append(len(looked))
    assert counts[1] <= 4.5 * counts[0]


def test_a_table_beside_what_holds_is_told_and_nothing_is_supported(data):
    """Figures that nobody looked at may not be covered by the word on one that was."""
    told = answer(TRUE + "\n\n" + "24 percent, " * 70, data)
    assert told["outcome"] == "undecided"
    assert "That is a table" in told["why"]
    assert [each["kind"] for each in told["problems"]] == ["too-many-figures"]
    assert len(told["findings"]) == 1
    alone = answer("24 percent, " * 70, data)
    assert (alone["outcome"], "That is a table" in alone["why"]) == ("undecided", True)


def test_of_a_text_without_end_the_first_claims_are_read(data):
    told = answer(TRUE * (MOST_READ + 5), data)
    assert told["outcome"] == "undecided"
    assert [each["kind"] for each in told["problems"]] == ["many-claims", "left-unread"]


def test_catalogue_and_client_are_opened_once_for_all_claims_of_a_record(tmp_path, monkeypatch):
    opened: list[Settings] = []
    there = open_desk.desk_without_database
    monkeypatch.setattr(open_desk, "desk_without_database", lambda settings: opened.append(settings) or there(settings))
    settings = Settings(db=str(tmp_path / "d.db"), archive=tmp_path / "a", catalogue=tmp_path / "c.db", offline=True)
    answer = check_answer((), settings)(Record("1", TRUE * 9, date(2020, 1, 1), "ESP"))
    assert len(opened) == 1
    assert answer["problems"], "each claim was looked up, and nothing was in the archive"


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [TRUE, "unemployment in Spain was 24 percent in 2014 and ", "24 ", "5 percent "])
def test_twice_the_text_takes_at_most_twice_the_time(data, pattern):
    answer(TRUE, data)
    spent = []
    for size in (25_000, 50_000, 100_000):
        began = time.process_time()
        answer((pattern * size)[:size], data)
        spent.append(time.process_time() - began)
    for less, more in itertools.pairwise(spent):
        assert more <= less * 2.0**1.2
