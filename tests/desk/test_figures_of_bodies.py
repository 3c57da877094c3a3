"""What a body of a country has, is or counts in its own house is no figure of the country: "Germany's army had 69,863 dentists".

Each sentence of a body, and of those who tell a figure of themselves, tells the very figure of the whole country.
The twins tell it of the country, also where such a body only tells or rules.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

DATA = """series,title,unit,place,time,value
dentists,Number of dentistry personnel,persons,DEU,2015,69863
dentists,Number of dentistry personnel,persons,GBR,2015,34621
dentists,Number of dentistry personnel,persons,MKD,2015,1824
mumps,Mumps: reported cases,cases,DEU,2016,741
mumps,Mumps: reported cases,cases,GBR,2016,974
tb,Tuberculosis: new and relapse cases,cases,MKD,2016,263
age,Median age of the population,years,GBR,2015,40.05
waste,Electronic waste generated,tonnes,DEU,2016,1611149
research,Research and development expenditure as a proportion of GDP,% of GDP,DEU,2016,2.91712
jobs,"Unemployment rate, persons aged 15 and over",% of the labour force,GBR,2016,4.81
jobs,"Unemployment rate, persons aged 15 and over",% of the labour force,DEU,2016,4.12
aid,Net official development assistance provided,US dollars,GBR,2016,18530000000
seats,Number of seats held by women in national parliaments,seats,GBR,2016,191
seats,Number of seats held by women in national parliaments,seats,DEU,2016,230
seats,Number of seats held by women in national parliaments,seats,MKD,2020,48
"""
OF_THE_BODY = {
    "en": [
        "Germany's army had 69,863 dentists in 2015.",
        "The army had 34,621 dentists in 2015.",
        "In 2016 the army of Germany counted 741 mumps cases.",
        "In 2015 there were 69,863 dentists in the German police.",
        "The committee had 34,621 dentists in 2015.",
        "Germany's government had 69,863 dentists in 2015.",
        "In 2015 the government had 34,621 dentists on its payroll.",
        "The median age of the British government was 40.05 years in 2015.",
        "The median age of the party was 40.05 years in 2015.",
        "In 2016 the German party had 230 women in parliament.",
        "In 2016 the German parliament generated 1,611,149 tonnes of electronic waste.",
        "In 2016 the German army spent 2.92 percent of GDP on research.",
        "The army said it had 34,621 dentists in 2015.",
        "The university said that it had 34,621 dentists in 2015.",
        "The party said it had 191 women in parliament in 2016.",
        "The hospitals wrote down 974 mumps cases in 2016.",
        "London's hospitals said they had 974 mumps cases in 2016.",
    ],
    "de": [
        "Die Polizei hatte 2015 69.863 Zahnärzte.",
        "2015 hatte die deutsche Polizei 69.863 Zahnärzte.",
        "Bei der Polizei gab es 2015 69.863 Zahnärzte.",
        "Der Bundestag hatte 2015 69.863 Zahnärzte.",
        "Die Bundesregierung hatte 2015 69.863 Zahnärzte.",
        "2015 hatten die Behörden 69.863 Zahnärzte.",
        "Das Gesundheitsamt meldete 2016 741 Mumpsfälle.",
        "Die Armee sagte, sie habe 2015 69.863 Zahnärzte.",
    ],
    "mk": [
        "Полицијата имаше 1.824 стоматолози во 2015 година.",
        "Во полицијата имаше 1.824 стоматолози во 2015 година.",
        "Собранието имаше 1.824 стоматолози во 2015 година.",
        "Во 2015 година владата имаше 1.824 стоматолози.",
        "Властите имаа 1.824 стоматолози во 2015 година.",
    ],
}
OF_THE_COUNTRY = {
    "en": [
        "Germany had 69,863 dentists in 2015.",
        "Britain had an army of 34,621 dentists in 2015.",
        "In 2016 the German government reported 741 mumps cases.",
        "The media reported 974 mumps cases in 2016.",
        "The figures of the office show 974 mumps cases in 2016.",
        "According to the police there were 974 mumps cases in 2016.",
        "The government said there were 974 mumps cases in 2016.",
        "Germany said it had 69,863 dentists in 2015.",
        "Under this government unemployment was 4.81 percent in 2016.",
        "The government said in parliament that unemployment was 4.81 percent in 2016.",
        "In 2016 the government gave 18.53 billion dollars in development aid.",
        "In 2016 our parliament had 191 women.",
    ],
    "de": [
        "Die Behörden meldeten 2016 741 Mumpsfälle.",
        "Die Gesundheitsämter meldeten 2016 741 Mumpsfälle.",
        "Nach Zahlen der Polizei gab es 2016 741 Mumpsfälle.",
        "2016 hatte der Bundestag 230 Frauen.",
        "Unter dieser Regierung lag die Arbeitslosigkeit 2016 bei 4,12 Prozent.",
    ],
    "mk": [
        "Македонија имаше 1.824 стоматолози во 2015 година.",
        "Полицијата пријави 263 случаи на туберкулоза во 2016 година.",
        "Според владата имаше 263 случаи на туберкулоза во 2016 година.",
        "Во 2020 година Собранието имаше 48 жени.",
    ],
}
HOME = {"en": "GBR", "de": "DEU", "mk": "MKD"}


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


@pytest.mark.parametrize(("language", "said"), [(one, said) for one, every in OF_THE_BODY.items() for said in every])
def test_the_figure_of_a_body_is_none_of_its_country(outcome, language: str, said: str):
    """An army of as many dentists as its whole country has is not borne out by the country's dentists."""
    assert outcome(said, language) == "undecided"


@pytest.mark.parametrize(("language", "said"), [(one, said) for one, every in OF_THE_COUNTRY.items() for said in every])
def test_a_body_that_tells_or_rules_takes_nothing_from_a_figure(outcome, language: str, said: str):
    """The government reports the country's cases."""
    assert outcome(said, language) == "supported"
