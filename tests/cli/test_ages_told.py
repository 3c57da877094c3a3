"""Whom a figure is told of by their age, in three languages: the figure of everybody neither bears it out nor refutes it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.each import each
from workbench.extract import read_text
from workbench.match.words.age_groups import ages

GROUPS = {
    "en": {
        (25, 34): (
            "Among 25- to 34-year-olds unemployment was 30.1 percent in 2016.",
            "In 2016 30.1 percent of the labour force aged 25 to 34 was unemployed.",
            "Unemployment of people between 25 and 34 was 30.1 percent in 2016.",
            "Unemployment between the ages of 25 and 34 was 30.1 percent in 2016.",
        ),
        (50, 199): (
            "Among the over-50s unemployment was 30.1 percent in 2016.",
            "Unemployment of workers older than 50 was 30.1 percent in 2016.",
            "Unemployment of those aged 50 and over was 30.1 percent in 2016.",
        ),
        (0, 29): (
            "Among the under-30s unemployment was 30.1 percent in 2016.",
            "Unemployment under the age of 30 was 30.1 percent in 2016.",
        ),
    },
    "de": {
        (25, 34): (
            "Unter den 25- bis 34-Jährigen lag die Arbeitslosenquote 2016 bei 30,1 Prozent.",
            "Im Alter von 25 bis 34 Jahren lag die Arbeitslosenquote 2016 bei 30,1 Prozent.",
            "Die Arbeitslosenquote der Menschen zwischen 25 und 34 lag 2016 bei 30,1 Prozent.",
        ),
        (50, 199): (
            "Die Arbeitslosenquote der über 50-Jährigen lag 2016 bei 30,1 Prozent.",
            "Bei Menschen, die älter als 50 waren, lag die Arbeitslosenquote 2016 bei 30,1 Prozent.",
        ),
        (0, 29): (
            "Die Arbeitslosenquote der unter 30-Jährigen lag 2016 bei 30,1 Prozent.",
            "Die Arbeitslosenquote der Menschen unter 30 Jahren lag 2016 bei 30,1 Prozent.",
        ),
    },
    "mk": {
        (25, 34): (
            "Невработеноста кај лицата од 25 до 34 години во 2016 беше 30,1 отсто.",
            "Невработеноста на возраст од 25 до 34 години во 2016 беше 30,1 отсто.",
        ),
        (50, 199): ("Кај постарите од 50 години невработеноста во 2016 беше 30,1 отсто.",),
        (0, 29): ("Кај помладите од 30 години невработеноста во 2016 беше 30,1 отсто.",),
    },
}
TOLD = [(lang, group, text) for lang, groups in GROUPS.items() for group, texts in groups.items() for text in texts]
BIRTHDAYS = (
    ("en", (0, 0), "Nineteen of every 1,000 babies born in 2016 never saw their first birthday."),
    ("en", (0, 4), "In 2016 some 34.3 of every 1,000 children died before their fifth birthday."),
    ("de", (0, 0), "2016 starben 19 von 1.000 Kindern vor ihrem ersten Geburtstag."),
    ("de", (0, 4), "2016 starben 34 von 1.000 Kindern unter fünf."),
    ("mk", (0, 0), "Во 2016 година 19 од 1.000 деца починаа пред првиот роденден."),
    ("mk", (0, 4), "Во 2016 година 34 од 1.000 деца под пет години починаа."),
)
FREE = (
    ("en", "Half of the people are younger than 46."),
    ("en", "Between 25 and 34 percent of people were poor in 2016."),
    ("en", "Just under 22,500 people were unemployed in 2016."),
    ("en", "In 10 to 15 years unemployment fell to 30.1 percent."),
    ("de", "Die Hälfte der Deutschen ist jünger als 46."),
    ("de", "Zwischen 25 und 34 Prozent der Menschen waren 2016 arm."),
    ("mk", "Меѓу 25 и 34 отсто од луѓето во 2016 беа сиромашни."),
)


def told(text: str, language: str) -> set[tuple[int, int]]:
    claims = read_text(text, said=date(2017, 6, 1), language=language, place="GRC").claims
    return {group for claim in claims for each in claim.qualifiers for group in ages(each.value.what)} | {
        group for claim in claims for group in ages(claim.measure)
    }


@each(("language", "group", "text"), [*TOLD, *BIRTHDAYS])
def test_the_ages_of_those_who_are_counted_are_read(language: str, group: tuple[int, int], text: str):
    assert told(text, language) == {group}


@pytest.mark.parametrize(("language", "text"), FREE)
def test_other_figures_are_no_ages(language: str, text: str):
    assert told(text, language) == set()


TABLE = "series,title,unit,place,time,value\nu,{},percent,GRC,2016,{}\n"
EVERYBODY = "Unemployment rate of persons aged 15 and over"


def outcomes(workbench, tmp_path: Path, title: str, figure: str) -> dict[str, str]:
    """Return what a table of one figure decides of each sentence."""
    table = tmp_path / "own.csv"
    table.write_text(TABLE.format(title, figure), encoding="utf-8")
    records = [
        {"id": text, "text": text, "date": "2018-10-06", "place": "GRC", "language": language}
        for language, _, text in TOLD
    ]
    ran = workbench("check", "--records", "--data", table, stdin="".join(json.dumps(each) + "\n" for each in records))
    return {each["id"]: each["outcome"] for each in ran.records}


@pytest.mark.parametrize("figure", ["30.1", "12.7"])
def test_the_rate_of_everybody_decides_nothing_of_an_age_group(workbench, tmp_path: Path, figure: str):
    """The rate of everybody is 30.1 in the file, and then 12.7: neither tells how high it is among those over 50."""
    assert set(outcomes(workbench, tmp_path, EVERYBODY, figure).values()) == {"undecided"}


def test_the_rate_of_the_group_itself_bears_it_out(workbench, tmp_path: Path):
    found = outcomes(workbench, tmp_path, "Unemployment rate of persons aged 25 to 34", "30.1")
    of_them = [found[text] for _, group, text in TOLD if group == (25, 34)]
    others = [found[text] for _, group, text in TOLD if group != (25, 34)]
    assert of_them.count("supported") >= len(of_them) - 1  # the glossary has no Macedonian word for "age"
    assert set(others) == {"undecided"}
