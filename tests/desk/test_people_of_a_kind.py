"""People of a kind are not all people: "8,393,644 refugees" are no population, and the women of a people are not all of it.

Each sentence tells the very figure of everybody. The twins name everybody.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
all,Population,persons,AUT,2010,8393644
seats,Number of seats held by women in national parliaments,seats,ITA,2020,225
hungry,Number of undernourished people,persons,IND,2016,190900000
tb,"Deaths due to tuberculosis, excluding HIV",deaths,FRA,2016,410
tb,"Deaths due to tuberculosis, excluding HIV",deaths,AUT,2016,71
"""
HOME = {"en": "GBR", "de": "DEU", "mk": "MKD"}
A_KIND = {
    "en": [
        "Austria had 8,393,644 refugees in 2010.",
        "Austria took in 8,393,644 refugees in 2010.",
        "In 2010, 8,393,644 refugees lived in Austria.",
        "Austria's refugee population was 8,393,644 in 2010.",
        "Austria's working population was 8,393,644 in 2010.",
        "In 2020 the Italian Senate had 225 women.",
        "In 2020 225 women sat in the Senate of Italy.",
        "In 2020 there were 225 women senators in Italy.",
    ],
    "de": [
        "2010 hatte Österreich 8.393.644 Flüchtlinge.",
        "2010 lebten in Österreich 8.393.644 Geflüchtete.",
    ],
    "mk": [
        "Австрија имаше 8.393.644 бегалци во 2010 година.",
        "Во 2010 година во Австрија живееја 8.393.644 бегалци.",
    ],
}
EVERYBODY = {
    "en": [
        "Austria had 8,393,644 people in 2010.",
        "Austria had 8,393,644 inhabitants in 2010.",
        "Austria had 8,393,644 souls in 2010.",
        "Austria's population was 8,393,644 in 2010.",
        "In 2020 the Italian parliament had 225 women.",
        "In 2020 there were 225 women deputies in Italy.",
    ],
    "de": ["2010 hatte Österreich 8.393.644 Einwohner.", "2010 lebten in Österreich 8.393.644 Menschen."],
    "mk": ["Австрија имаше 8.393.644 жители во 2010 година.", "Австрија имаше 8.393.644 луѓе во 2010 година."],
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


@pytest.mark.parametrize(("language", "said"), _each(A_KIND))
def test_a_kind_of_people_is_not_everybody(outcome, language: str, said: str):
    """A series of the population has only the general word of "refugee population"; a senate is one house of two."""
    assert outcome(said, language) == "undecided"


@pytest.mark.parametrize(("language", "said"), _each(EVERYBODY))
def test_everybody_is_borne_out(outcome, language: str, said: str):
    """Inhabitants, souls and people are the population."""
    assert outcome(said, language) == "supported"
