"""A people's women are not all of it: "410 Frenchwomen", "190,9 Millionen Inderinnen", "71 Австријка".

Each sentence tells the very figure of everybody. The twins name men and women.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
all,Population,persons,AUT,2010,8393644
hungry,Number of undernourished people,persons,IND,2016,190900000
tb,"Deaths due to tuberculosis, excluding HIV",deaths,FRA,2016,410
tb,"Deaths due to tuberculosis, excluding HIV",deaths,AUT,2016,71
cases,Tuberculosis: new and relapse cases,cases,DEU,2016,5737
"""
HOME = {"en": "GBR", "de": "DEU", "mk": "MKD"}
WOMEN = {
    "en": ["In 2016, 410 Frenchwomen died of tuberculosis.", "In 2016, 410 French women died of tuberculosis."],
    "de": [
        "2016 waren 190,9 Millionen Inderinnen unterernährt.",
        "2010 hatte Österreich 8.393.644 Einwohnerinnen.",
        "2010 hatte Österreich 8.393.644 Bewohnerinnen.",
    ],
    "mk": [
        "Во 2016 година 190,9 милиони Индијки беа неисхранети.",
        "Во 2016 година 71 Австријка почина од туберкулоза.",
        "Во 2016 година од туберкулоза починаа 71 Австријки.",
        "Во 2016 година туберкулоза имаа 5.737 Германки.",
    ],
}
EVERYBODY = {
    "en": ["In 2016, 410 people in France died of tuberculosis."],
    "de": [
        "2016 waren 190,9 Millionen Inder unterernährt.",
        "2010 hatte Österreich 8.393.644 Einwohnerinnen und Einwohner.",
        "2010 hatte Österreich 8.393.644 Bewohner.",
    ],
    "mk": [
        "Во 2016 година 190,9 милиони Индијци беа неисхранети.",
        "Во 2016 година од туберкулоза починаа 71 Австријци.",
        "Во 2016 година туберкулоза имаа 5.737 Германци.",
    ],
}


@pytest.fixture
def outcome(tmp_path: Path):
    path = tmp_path / "data.csv"
    path.write_text(DATA, "utf-8")
    own_files.cache_clear()
    answer = check_answer((str(path),))

    def of(text: str, language: str) -> str:
        said = answer(Record("1", text, date(2021, 5, 1), HOME[language], language=language))
        return str(said["outcome"])

    yield of
    own_files.cache_clear()


def _each(said: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, one) for language, every in said.items() for one in every]


@pytest.mark.parametrize(("language", "said"), _each(WOMEN))
def test_the_women_of_a_people_are_not_everybody(outcome, language: str, said: str):
    """An ending of a people's name, or of a word for those who live somewhere, means women alone."""
    assert outcome(said, language) == "undecided"


@pytest.mark.parametrize(("language", "said"), _each(EVERYBODY))
def test_everybody_is_borne_out(outcome, language: str, said: str):
    """Men and women together are meant by the other forms."""
    assert outcome(said, language) == "supported"
