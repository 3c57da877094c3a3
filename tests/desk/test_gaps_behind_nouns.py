"""A figure told as a gap behind its noun, "8 hectares of forest more than Peru", is borne out by the gap and by no level."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

FORESTS = "series,title,unit,place,time,value\n" + "".join(
    f"f,Forest area,hectares,{place},{year},{value}\n"
    for place, year, value in [
        ("CHL", 2015, 17600000),
        ("CHL", 2010, 16700000),
        ("NZL", 2015, 9800000),
        ("NZL", 2010, 9800000),
    ]
)
GAPS = [
    ("Chile possessed in 2015 some {} million hectares of forest more than New Zealand.", "en"),
    ("Chile had {} million hectares of forest more than New Zealand in 2015.", "en"),
    ("In 2015 there were {} million hectares of woodland more in Chile than in New Zealand.", "en"),
    ("In Chile gab es 2015 {} Millionen Hektar Wald mehr als in Neuseeland.", "de"),
    ("Chile hatte 2015 {} Millionen Hektar Wald mehr als Neuseeland.", "de"),
    ("Чиле имаше во 2015 година {} милиони хектари шума повеќе од Нов Зеланд.", "mk"),
    ("Чиле имаше во 2015 година {} милиони хектари шума повеќе отколку Нов Зеланд.", "mk"),
]
FEWER = [
    ("New Zealand had {} million hectares of forest less than Chile in 2015.", "en"),
    ("Neuseeland hatte 2015 {} Millionen Hektar Wald weniger als Chile.", "de"),
    ("Нов Зеланд имаше во 2015 година {} милиони хектари шума помалку од Чиле.", "mk"),
]
GAP, OWN, LESS = 7.8, 17.6, 9.8


def _said(text: str, language: str, millions: float) -> str:
    return text.format(str(millions) if language == "en" else str(millions).replace(".", ","))


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text(FORESTS, "utf-8")
    own_files.cache_clear()
    answer = check_answer((str(path),))
    yield lambda text, language: answer(Record("1", text, date(2022, 1, 5), None, language=language))["outcome"]
    own_files.cache_clear()


@pytest.mark.parametrize(("text", "language", "own"), [*((*g, OWN) for g in GAPS), *((*g, LESS) for g in FEWER)])
def test_the_gap_is_measured_and_not_the_level(word, text, language, own):
    assert word(_said(text, language, GAP), language) == "supported"
    assert word(_said(text, language, own), language) == "contradicted"


SINCE = [
    ("In 2015 Chile had {} million hectares of forest more than in 2010.", "en"),
    ("Chile hatte 2015 {} Millionen Hektar Wald mehr als 2010.", "de"),
]


@pytest.mark.parametrize(("text", "language"), SINCE)
def test_more_than_at_another_time_is_a_change(word, text, language):
    assert word(_said(text, language, OWN), language) != "supported"


LEVELS = [
    ("Chile had {} million hectares of forest in 2015, more than New Zealand.", "en"),
    ("Chile's {} million hectares of forest in 2015 were more than New Zealand's.", "en"),
    ("Chile had {} million hectares of forest – more than New Zealand – in 2015.", "en"),
    ("Chile had {} million hectares of forest in 2015 and more than New Zealand.", "en"),
    ("In 2015 Chile had {} million hectares of forest, more than enough.", "en"),
    ("Chile hatte 2015 {} Millionen Hektar Wald, mehr als Neuseeland.", "de"),
    ("Chile hatte 2015 {} Millionen Hektar Wald und damit mehr als Neuseeland.", "de"),
    ("Чиле имаше во 2015 година {} милиони хектари шума, повеќе од Нов Зеланд.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), LEVELS)
def test_a_level_stays_one_before_a_pause_or_a_verb(word, text, language):
    assert word(_said(text, language, OWN), language) == "supported"
