"""German measures are found by the words that have the same meaning in any order, and compounds and parts near them are taken for none."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2019-06-01", "language": "de"}
ROWS = [
    ("tb", "Deaths due to tuberculosis, excluding HIV", "deaths", 310),
    ("new", "Tuberculosis: new and relapse cases", "cases", 4120),
    ("rate", "Incidence of tuberculosis", "cases per 100,000 population per year", 41.5),
    ("terror", "Fatalities due to terrorism", "deaths", 36),
    ("attacks", "Terrorist incidents", "incidents", 7),
    ("measles", "Confirmed measles cases", "cases", 515),
    ("infants", "Number of infant deaths", "deaths", 804),
    ("five", "Under-five mortality rate", "deaths per 1,000 live births", 5.6),
    ("weddings", "Crude marriage rate", "marriages per 1,000 inhabitants", 4.3),
    ("lines", "Fixed Internet broadband subscriptions", "per 100 inhabitants", 24.9),
    ("money", "Foreign direct investment inflows", "US dollars", 5200000000),
    ("research", "Research and development expenditure as a proportion of GDP", "% of GDP", 1.3),
    ("health", "Current health expenditure as percentage of gross domestic product", "% of GDP", 9.7),
    ("seats", "Number of seats held by women in national parliaments", "seats", 76),
    ("lost", "Deaths and missing persons attributed to disasters", "persons", 129),
    ("sun", "Installed cost of solar photovoltaics", "US dollars of 2019 per kilowatt", 1640),
    ("poor", "Proportion of population below the national poverty line", "% of population", 19.5),
    ("teeth", "Number of dentistry personnel", "persons", 6120),
]
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",PRT,2015,{value}\n' for key, title, unit, value in ROWS
)
DATA += 'o:poor,"Proportion of population below the national poverty line","% of population",POL,2015,17.6\n'


@pytest.mark.parametrize(
    "named",
    [
        "die Zahl der durch Tuberkulose verstorbenen Menschen lag bei 310",
        "die Todesfallzahlen bei Tuberkulose lagen bei 310",
        "die Inzidenz der Tuberkulose lag bei 41,5 Fällen je 100.000 Einwohner",
        "die Zahl der bei Anschlägen Getöteten lag bei 36",
        "die Zahl der verübten Terroranschläge lag bei 7",
        "die Zahl der an Masern Erkrankten lag bei 515",
        "die Zahl der im ersten Lebensjahr verstorbenen Kinder lag bei 804",
        "die Todesrate der Kinder unter fünf lag bei 5,6 je 1.000 Lebendgeburten",
        "die Zahl der Hochzeiten auf 1.000 Einwohner lag bei 4,3",
        "die Dichte an leitungsgebundenen Breitbandanschlüssen lag bei 24,9 je 100 Einwohner",
        "das Volumen der eingehenden Direktinvestitionen lag bei 5,2 Milliarden US-Dollar",
        "die Forschungs- und Entwicklungsausgaben lagen bei 1,3 Prozent des BIP",
        "die Zahl der von Frauen eingenommenen Mandate im Parlament lag bei 76",
        "die Zahl der infolge von Naturkatastrophen Getöteten und Vermissten lag bei 129",
        "der Preis für installierte Photovoltaik lag bei 1.640 US-Dollar je Kilowatt",
        "die Quote der in Armut lebenden Bevölkerung lag bei 19,5 Prozent",
    ],
)
def test_words_of_one_meaning_name_a_measure_in_any_order(said, named: str):
    answer = said(f"2015 in Portugal: {named[0].upper()}{named[1:]}.")
    assert answer["outcome"] != "contradicted", answer["why"]
    verb = " lagen " if " lagen " in named else " lag "
    measure, figure = named.split(verb)
    answer = said(f"{measure[0].upper()}{measure[1:]}{verb}2015 in Portugal {figure}.")
    assert answer["outcome"] == "supported", answer["why"]


@pytest.mark.parametrize(
    "named",
    [
        "die Zahl der Masernimpfungen lag bei 515",
        "die Zahl der Masernverdachtsfälle lag bei 515",
        "die Zahl der Tuberkulose-Verdachtsfälle lag bei 4.120",
        "die Zahl der Terrorwarnungen lag bei 7",
        "die Zahl der getöteten Terroristen lag bei 36",
        "die Gesundheitsinvestitionen lagen bei 9,7 Prozent des BIP",
        "der Anteil der Gesundheitsausgaben an den Staatsausgaben lag bei 9,7 Prozent",
        "der Anteil der Arzneimittel an den Gesundheitsausgaben lag bei 9,7 Prozent",
        "die Direktinvestitionen im Ausland lagen bei 5,2 Milliarden US-Dollar",
        "die Abflüsse von Direktinvestitionen lagen bei 5,2 Milliarden US-Dollar",
        "die Zahl der Ministerinnen lag bei 76",
        "die Armutsquote auf dem Land lag bei 19,5 Prozent",
        "die Kindersterblichkeit auf dem Land lag bei 5,6 je 1.000 Lebendgeburten",
        "die Zahl der Zahnärztinnen lag bei 6.120",
        "die Kosten für Solarstrom lagen bei 1.640 US-Dollar je Kilowatt Speicher",
        "die Zahl der bei Anschlägen Verletzten lag bei 36",
        "die Zahl der bei Katastrophen Geretteten lag bei 129",
    ],
)
def test_a_compound_a_part_or_another_whole_is_no_measure(said, named: str):
    verb = " lagen " if " lagen " in named else " lag "
    measure, figure = named.split(verb)
    answer = said(f"{measure[0].upper()}{measure[1:]}{verb}2015 in Portugal {figure}.")
    assert answer["outcome"] == "undecided", answer["why"]


def test_a_small_count_may_end_its_clause_far_behind_the_verb(said):
    answer = said("Im Jahr 2015 betrugen die Terroranschläge in Portugal 7.")
    assert answer["outcome"] == "supported", answer["why"]


def test_a_rate_is_no_advice_and_advice_no_statement(said):
    assert (
        said("Im Jahr 2015 betrug die Rate der Kindersterblichkeit in Portugal 5,6 je 1.000 Lebendgeburten.")["outcome"]
        == "supported"
    )
    assert (
        said("Ich rate, dass die Kindersterblichkeit 2015 in Portugal 5,6 je 1.000 Lebendgeburten betrug.")["outcome"]
        == "undecided"
    )


def test_a_number_that_rose_to_a_count_of_people_has_no_base(said):
    answer = said("2015 stieg die Zahl der Hochzeiten in Portugal auf 1.000 Einwohner.")
    assert answer["outcome"] == "undecided", answer["why"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("2015 lag die Armutsquote in Portugal über dem Wert in Polen.", "supported"),
        ("2015 lag die Armutsquote in Polen unter dem Wert in Portugal.", "supported"),
        ("2015 lag die Armutsquote in Portugal nicht über dem Wert in Polen.", "undecided"),
        ("2015 lag die Armutsquote in Portugal erstmals über dem Wert in Polen.", "undecided"),
        ("2015 lag die Armutsquote in Portugal über dem Wert in Polen, aber unter dem in Irland.", "undecided"),
        ("2015 lag die Armutsquote in Portugal über dem Niveau in Polen von 2005.", "undecided"),
        ("Lag die Armutsquote 2015 in Portugal über dem Wert in Polen?", "undecided"),
        ("2015 lag die Armutsquote auf dem Land in Portugal über dem Wert in Polen.", "undecided"),
    ],
)
def test_a_value_above_that_of_another_country_is_a_comparison(said, text: str, outcome: str):
    answer = said(text)
    assert answer["outcome"] == outcome, answer["why"]
