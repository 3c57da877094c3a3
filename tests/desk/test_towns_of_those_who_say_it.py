"""What the mayor, the clinics or an office of a town count is told of that town: "Manchester's health office said there were …".

Each sentence tells the very figure of the country of the speech, or of the town's own. The twins tell it of the country.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
mumps,Mumps: reported cases,cases,GBR,2016,974
mumps,Mumps: reported cases,cases,DEU,2016,741
jobs,"Unemployment rate, persons aged 15 and over",% of the labour force,GBR,2016,4.81
jobs,"Unemployment rate, persons aged 15 and over",% of the labour force,DEU,2016,4.12
"""
HOME = {"en": "GBR"}
OF_A_TOWN = [
    "The mayor of London said there were 974 mumps cases in 2016.",
    "Manchester's health office said there were 974 mumps cases in 2016.",
    "Doctors in Leeds said there were 974 mumps cases in 2016.",
    "According to the Leeds health office, there were 974 mumps cases in 2016.",
    "There were 974 mumps cases in 2016, said the mayor of Leeds.",
    "Berlin's health office said there were 974 mumps cases in 2016.",
    "Berlin's health office said there were 741 mumps cases in 2016.",
    "Berlin's mayor said unemployment was 4.12 percent in 2016.",
    "The mayor of Berlin said unemployment was 4.81 percent in 2016.",
]
OF_THE_COUNTRY = [
    "The mayor of London said there were 974 mumps cases in Britain in 2016.",
    "Berlin's health office said there were 741 mumps cases in Germany in 2016.",
    "The health office said there were 974 mumps cases in 2016.",
    "Mr London said there were 974 mumps cases in 2016.",
    "London said there were 974 mumps cases in 2016.",
    "The University of Oxford said unemployment was 4.81 percent in 2016.",
    "London's mayor said unemployment was 4.81 percent in 2016.",
]


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


@pytest.mark.parametrize("said", OF_A_TOWN)
def test_cases_of_a_town_are_none_of_the_country(outcome, said: str):
    """A health office of Manchester counts what there is in Manchester."""
    assert outcome(said, "en") == "undecided"


@pytest.mark.parametrize("said", OF_THE_COUNTRY)
def test_who_says_it_takes_nothing_from_the_country(outcome, said: str):
    """Of a rate those of a town speak as of their country, and of cases where they name it."""
    assert outcome(said, "en") == "supported"
