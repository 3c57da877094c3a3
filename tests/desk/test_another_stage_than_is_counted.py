"""Figures that are right of what a series counts, and are told of another stage, sort or event of it: they bear nothing out."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
mumps,Mumps: reported cases,cases,PRT,2014,412
tb,Tuberculosis: new and relapse cases,cases,PRT,2014,2264
attacks,Terrorist incidents,incidents,PRT,2014,84
died,Fatalities due to terrorism,deaths,PRT,2014,56
disasters,Deaths and missing persons attributed to disasters,persons,PRT,2014,88
dentists,Number of dentistry personnel,persons,PRT,2014,8213
dtp,DTP3 immunization coverage among 1-year-olds,% of 1-year-olds,PRT,2014,97
born,Neonatal mortality rate,"deaths per 1,000 live births",PRT,2014,2.1
forest,Forest area,hectares,PRT,2014,3274600
co2,Carbon dioxide emissions from fuel combustion,tonnes,PRT,2014,43500000
fdi,Foreign direct investment inflows,US dollars,PRT,2014,7600000000
aid,Net official development assistance provided,US dollars,PRT,2014,430000000
jobless,Unemployment rate,% of the labour force,PRT,2014,14.1
"""
ABOUT = {"date": "2016-06-01", "place": "PRT"}

ANOTHER = [
    # what was done with what is counted
    ("en", "84 terrorist attacks were planned in Portugal in 2014."),
    ("en", "84 terrorist attacks in Portugal were announced in 2014."),
    ("en", "412 cases of mumps were missed in Portugal in 2014."),
    ("en", "2,264 tuberculosis cases were added in Portugal in 2014."),
    ("en", "43.5 million tonnes of carbon dioxide emissions were reduced in Portugal in 2014."),
    ("en", "3,274,600 hectares of forest were cut down in Portugal in 2014."),
    ("en", "Portugal cut down 3,274,600 hectares of forest cover in 2014."),
    ("mk", "Во 2014 година беа очекувани 84 терористички напади."),
    # a stage of it
    ("en", "Portugal's approved foreign direct investment inflows came to 7.6 billion dollars in 2014."),
    ("en", "Announced foreign direct investment in Portugal came to 7.6 billion dollars in 2014."),
    ("en", "Portugal's approved development aid was 430 million dollars in 2014."),
    ("en", "In 2014 the early neonatal mortality rate was 2.1 per 1,000 live births."),
    ("de", "Portugal sagte 2014 430 Millionen Dollar Entwicklungshilfe zu."),
    ("de", "2014 gab es in Portugal 84 geplante Terroranschläge."),
    # which of them
    ("en", "Portugal counted 84 further terrorist attacks in 2014."),
    ("en", "Portugal had 8,213 new dentists in 2014."),
    ("de", "2014 gab es in Portugal 84 größere Terroranschläge."),
    ("de", "2014 gab es in Portugal 8.213 neue Zahnärzte."),
    ("de", "2014 gab es in Portugal 412 Verdachtsfälle von Mumps."),
    ("mk", "Во 2014 година имавме 8.213 нови стоматолози."),
    ("mk", "Во 2014 година имаше 412 лица со сомнеж за заушки."),
    ("mk", "Во 2014 година 412 лица беа вакцинирани против заушки."),
    ("en", "2,264 people in Portugal lived with tuberculosis in 2014."),
    ("de", "2014 lebten in Portugal 2.264 Menschen mit Tuberkulose."),
    ("mk", "Во 2014 година 2.264 лица живееја со туберкулоза."),
    # another dose, another age
    ("en", "In 2014, 97 percent of one-year-olds in Portugal received the second DTP jab."),
    ("en", "In 2014, 97 percent of one-year-olds in Portugal started their DTP vaccination."),
    ("de", "2014 erhielten 97 Prozent der Einjährigen die zweite DTP-Impfung."),
    ("mk", "Во 2014 година 97 проценти од едногодишните деца ја примија втората доза ДТП вакцина."),
    ("en", "In 2014, 2.1 of every 1,000 babies in Portugal died in the first week of life."),
    ("en", "Deaths after the first month of life stood at 2.1 per 1,000 births in 2014."),
    ("de", "Die Totgeburtenrate lag 2014 bei 2,1 je 1.000."),
    # one event, or one kind of them
    ("en", "One flood killed 88 people in Portugal in 2014."),
    ("en", "An earthquake killed 88 people in Portugal in 2014."),
    ("en", "88 people died in a storm in Portugal in 2014."),
    ("en", "Floods killed 88 people in Portugal in 2014."),
    ("en", "A terrorist attack killed 56 people in Portugal in 2014."),
    ("de", "2014 starben in Portugal 88 Menschen bei einem Erdbeben."),
    ("de", "2014 starben in Portugal 88 Menschen bei Überschwemmungen."),
    ("mk", "Во 2014 година во Португалија загинаа 88 лица во еден земјотрес."),
    ("mk", "Во 2014 година во Португалија загинаа 88 лица од поплави."),
]


@pytest.mark.parametrize(("language", "text"), ANOTHER)
def test_what_is_told_of_another_stage_or_sort_is_left_open(said, language, text):
    assert said(text, language=language)["outcome"] == "undecided"


THE_SAME = [
    ("en", "412 cases of mumps were reported in Portugal in 2014."),
    ("en", "412 new cases of mumps were found in Portugal in 2014."),
    ("en", "2,264 new tuberculosis cases were diagnosed in Portugal in 2014."),
    ("en", "84 terrorist attacks were recorded in Portugal in 2014."),
    ("en", "Portugal had 8,213 dentists in 2014."),
    ("en", "43.5 million tonnes of carbon dioxide were emitted in Portugal in 2014."),
    ("en", "3,274,600 hectares of Portugal were covered by forest in 2014."),
    ("en", "Foreign direct investment in Portugal came to 7.6 billion dollars in 2014."),
    ("en", "430 million dollars in development aid were paid by Portugal in 2014."),
    ("en", "In 2014 the neonatal mortality rate was 2.1 per 1,000 live births."),
    ("en", "In 2014, 97 percent of one-year-olds in Portugal received the third DTP jab."),
    ("en", "Disasters killed 88 people in Portugal in 2014."),
    ("en", "Disasters such as floods killed 88 people in Portugal in 2014."),
    ("en", "Floods and storms killed 88 people in Portugal in 2014."),
    ("en", "Terrorist attacks killed 56 people in Portugal in 2014."),
    ("en", "The statistics office announced unemployment of 14.1 percent in Portugal in 2014."),
    ("en", "The statistics office has announced an unemployment rate of 14.1 percent in Portugal for 2014."),
    ("de", "2014 wurden in Portugal 412 neue Mumpsfälle gemeldet."),
    ("de", "2014 wurden in Portugal 2.264 neue Fälle und Rückfälle von Tuberkulose gemeldet."),
    ("de", "2014 starben in Portugal 88 Menschen bei Katastrophen."),
    ("mk", "Во 2014 година беа пријавени 412 нови случаи на заушки."),
    ("mk", "Во 2014 година во Португалија загинаа 88 лица во катастрофи."),
]


@pytest.mark.parametrize(("language", "text"), THE_SAME)
def test_what_is_told_of_all_that_is_counted_is_borne_out(said, language, text):
    assert said(text, language=language)["outcome"] == "supported"
