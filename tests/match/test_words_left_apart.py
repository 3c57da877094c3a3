"""Whom or where else a claim tells of, and the series does not count apart: no slot accounts for that, and no size of a figure."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english, unmatched_words

SAID = date(2020, 1, 10)

APART = [
    ("en", "Among black workers unemployment was 7 percent in 2018.", "Unemployment rate", "black"),
    ("en", "The unemployment rate among veterans was 3.5 percent in 2018.", "Unemployment rate", "veterans"),
    ("en", "Of foreign workers, 12 percent were unemployed in 2018.", "Unemployment rate", "foreign"),
    ("en", "In 2015 forty Black mothers died for every 100,000 births.", "Maternal mortality ratio", "black"),
    ("en", "In 2018 women held 33 percent of the seats on German company boards.", "Seats held by women in parliament", "company"),
    ("en", "In 2018 Germany imported goods worth 65 billion dollars from Italy.", "Imports of goods", "Italy"),
    ("en", "In 2018 Germany received 44,000 asylum applications from Syria.", "Asylum applications", "Syria"),
    ("en", "Food inflation was 3.1 percent in 2018.", "Consumer price inflation", "food"),
    ("en", "Ethnic minority unemployment stood at 8 percent in 2018.", "Unemployment rate", "ethnic minority"),
    ("en", "Black infant mortality was 10.8 per 1,000 births in 2018.", "Infant mortality rate", "black"),
    ("en", "Net government debt was 80 percent of GDP in 2018.", "General government gross debt", "net"),
    ("de", "Von den Ausländern war 2018 jeder achte ohne Stelle.", "Unemployment rate", "auslandern"),
    ("de", "Unter Akademikern lag die Arbeitslosenquote 2018 bei 2,0 Prozent.", "Unemployment rate", "akademikern"),
    ("de", "2018 kamen 44.000 Asylanträge aus Syrien nach Deutschland.", "Asylum applications", "Syria"),
    ("mk", "Кај Ромите невработеноста во 2018 година беше 40 проценти.", "Unemployment rate", "ромите"),
    ("mk", "Минималната плата во 2018 година беше 12.165 денари.", "Average net monthly wage", "минимална"),
    ("mk", "Просечната бруто плата во 2018 година беше 35.626 денари.", "Average net monthly wage", "gross"),
    ("mk", "Од странците 12 проценти беа невработени во 2018 година.", "Unemployment rate", "странците"),
]  # fmt: skip

ACCOUNTED = [
    ("en", "Among young people unemployment was 7 percent in 2018.", "Youth unemployment rate"),
    ("en", "Of the women in Germany, 3 percent were unemployed in 2018.", "Unemployment rate, women"),
    ("en", "Of course, 3 percent were unemployed in 2018.", "Unemployment rate"),
    ("en", "Unemployment in Germany was among the lowest in Europe: 3 percent in 2018.", "Unemployment rate"),
    ("en", "The jobless rate was 3 percent in 2018.", "Unemployment rate"),
    ("en", "The infant mortality rate was 3 per 1,000 births in 2018.", "Infant mortality rate"),
    ("mk", "Воените издатоци беа 1,3 проценти од БДП во 2018.", "Military expenditure"),
    ("en", "15 to 18 percent of Turkish citizens were poor in 2018.", "Poverty rate"),
    ("en", "Germany had 3 percent unemployment in 2018, more than Italy's 2.", "Unemployment rate"),
    ("de", "Bei Frauen lag die Arbeitslosenquote 2018 bei 3 Prozent.", "Unemployment rate, women"),
    ("de", "Zum Glück lag die Arbeitslosenquote 2018 bei 3 Prozent.", "Unemployment rate"),
    ("mk", "Кај младите невработеноста во 2018 година беше 40 проценти.", "Youth unemployment rate"),
    ("mk", "Кај нас невработеноста во 2018 година беше 40 проценти.", "Unemployment rate"),
]


def apart(language: str, text: str, title: str) -> tuple[str, ...]:
    claim = read_text(text, said=SAID, place="DEU", language=language).claims[0]
    return unmatched_words(in_english(claim), Series(ref=SeriesRef("mine", "a"), title=title)).uncounted


@each(("language", "text", "title", "word"), APART)
def test_others_than_the_series_counts_are_told(language: str, text: str, title: str, word: str):
    assert word in " ".join(apart(language, text, title))


@each(("language", "text", "title"), ACCOUNTED)
def test_whom_the_series_counts_is_accounted_for(language: str, text: str, title: str):
    assert apart(language, text, title) == ()


def test_some_that_were_named_before_are_not_all():
    """A figure of them."""
    text = "In 2021 this country buried 28,516 people. 22,142 of them were men."
    _, claim, *_ = read_text(text, said=SAID, place="DEU").claims
    assert unmatched_words(claim, Series(ref=SeriesRef("mine", "a"), title="Deaths")).uncounted
