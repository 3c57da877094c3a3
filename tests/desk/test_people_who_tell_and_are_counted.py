"""People who tell a figure or are addressed leave it as it is; where they are counted themselves they are not everybody.

Each sentence tells the very figure of everybody. In the twins such people only tell it or are addressed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
mumps,Mumps: reported cases,cases,DEU,2016,741
mumps,Mumps: reported cases,cases,GBR,2016,974
tb,Tuberculosis: new and relapse cases,cases,MKD,2016,263
dead,Fatalities due to terrorism,deaths,GBR,2005,56
dentists,Number of dentistry personnel,persons,DEU,2015,69863
dentists,Number of dentistry personnel,persons,GBR,2015,34621
hungry,Number of undernourished people,persons,IND,2016,190900000
jobless,"Unemployed people aged 16 and over, seasonally adjusted",persons,GBR,2015-Q4,1695342
"""
HOME = {"en": "GBR", "de": "DEU", "mk": "MKD"}
COUNTED = {
    "en": [
        "In 2016 974 officials had mumps.",
        "In 2016 974 experts had mumps.",
        "In 2016 974 ladies had mumps.",
        "In 2016 mumps struck 974 readers.",
        "In 2016 there were 974 mumps cases among officials.",
        "In 2005 56 officials were killed by terrorists in Britain.",
        "In 2005 terrorists killed 56 British officials.",
        "In 2016 190.9 million Indian experts were undernourished.",
        "In 2015, 34,621 of our readers were dentists.",
        "In 2015, 34,621 dentists worked for the government.",
        "In the fourth quarter of 2015 1,695,342 economists were unemployed in Britain.",
    ],
    "de": [
        "2016 waren 190,9 Millionen indische Zuhörer unterernährt.",
        "2016 gab es 741 Mumpsfälle unter Fachleuten.",
        "2015 arbeiteten 69.863 Zahnärzte für die Regierung.",
    ],
    "mk": [
        "Во 2016 година 263 експерти имаа туберкулоза.",
        "Во 2016 година имаше 263 случаи на туберкулоза меѓу читателите.",
        "Во 2016 година од туберкулоза заболеа 263 пријатели.",
    ],
}
TELLING = {
    "en": [
        "In 2016 974 people had mumps.",
        "Officials reported 974 mumps cases in 2016.",
        "Experts say there were 974 mumps cases in 2016.",
        "Colleagues, in 2016 we had 974 mumps cases.",
        "In 2016, ladies and gentlemen, there were 974 mumps cases.",
        "We had 974 mumps cases in 2016, minister.",
    ],
    "de": [
        "2016 hatten 741 Menschen in Deutschland Mumps.",
        "Experten meldeten 2016 741 Mumpsfälle.",
        "Nach Ansicht von Experten gab es 2016 741 Mumpsfälle.",
        "2016 gab es, meine Damen und Herren, 741 Mumpsfälle.",
    ],
    "mk": [
        "Во 2016 година 263 луѓе заболеа од туберкулоза.",
        "Експертите пријавија 263 случаи на туберкулоза во 2016 година.",
        "Почитувани колеги, во 2016 година имавме 263 случаи на туберкулоза.",
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


@pytest.mark.parametrize(("language", "said"), _each(COUNTED))
def test_people_who_tell_are_not_everybody_where_they_are_counted(outcome, language: str, said: str):
    """Officials with mumps are not all who have it."""
    assert outcome(said, language) == "undecided"


@pytest.mark.parametrize(("language", "said"), _each(TELLING))
def test_who_tells_or_is_addressed_takes_nothing_from_a_figure(outcome, language: str, said: str):
    """Experts who tell of cases, and colleagues who hear of them, have none."""
    assert outcome(said, language) == "supported"
