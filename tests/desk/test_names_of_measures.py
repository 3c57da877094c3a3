"""Headline measures are found by the names that people use for them, in three languages, and nothing near them is taken for them."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2019-06-01"}
ROWS = [
    ("health", "Current health expenditure as percentage of gross domestic product", "% of GDP", 9.7),
    (
        "pocket",
        "Out-of-pocket expenditure as percentage of current health expenditure",
        "% of current health expenditure",
        17.3,
    ),
    ("density", "Nursing and midwifery personnel density", "per 1,000 population", 7.4),
    ("dentists", "Number of dentistry personnel", "persons", 6120),
    ("hungry", "Number of undernourished people", "persons", 2400000),
    ("tb", "Deaths due to tuberculosis, excluding HIV", "deaths", 310),
    ("new", "Tuberculosis: new and relapse cases", "cases", 4120),
    ("terror", "Fatalities due to terrorism", "deaths", 36),
    ("attacks", "Terrorist incidents", "incidents", 7),
    ("measles", "Confirmed measles cases", "cases", 5),
    ("newborns", "Neonatal mortality rate", "deaths per 1,000 live births", 3.8),
    ("five", "Under-five mortality rate", "deaths per 1,000 live births", 5.6),
    ("lines", "Fixed Internet broadband subscriptions", "per 100 inhabitants", 24.9),
    ("aid", "Net official development assistance provided", "US dollars, constant 2015 prices", 412000000),
    ("made", "Manufacturing value added as a proportion of GDP", "% of GDP", 14.2),
    ("hands", "Manufacturing employment as a proportion of total employment", "% of total employment", 18.6),
    ("age", "Median age of the population", "years", 41.3),
    ("teens", "Adolescent birth rate, women aged 15 to 19", "births per 1,000 women aged 15-19", 11.7),
    ("people", "Population", "persons", 9800000),
]
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",PRT,2015,{value}\n' for key, title, unit, value in ROWS
)

SAID = {
    "en": [
        "In 2015 health spending relative to the size of the economy was 9.7 percent in Portugal.",
        "Out-of-pocket spending made up 17.3 percent of health expenditure in Portugal in 2015.",
        "The number of nurses and midwives per 1,000 people in Portugal was 7.4 in 2015.",
        "In 2015 the number of people in Portugal who do not get enough to eat was 2.4 million.",
        "The number of people who died of tuberculosis in Portugal was 310 in 2015.",
        "People killed in terrorist attacks in Portugal numbered 36 in 2015.",
        "Terrorist attacks in Portugal came in at 7 in 2015.",
        "Measles cases in Portugal stood at 5 in 2015.",
        "Newborn mortality in Portugal was 3.8 per 1,000 live births in 2015.",
        "Mortality under the age of five in Portugal was 5.6 per 1,000 live births in 2015.",
        "Broadband penetration in Portugal reached 24.9 fixed subscriptions per 100 inhabitants in 2015.",
        "Spending on foreign aid in Portugal was 412 million US dollars at 2015 prices in 2015.",
        "The contribution of manufacturing to GDP in Portugal was 14.2 percent in 2015.",
        "Births per 1,000 women aged 15 to 19 in Portugal were 11.7 in 2015.",
        "The median age in Portugal came in at 41.3 years in 2015.",
    ],
    "de": [
        "Der Anteil der Gesundheitsausgaben am BIP lag 2015 in Portugal bei 9,7 Prozent.",
        "Der Eigenanteil der Patienten an den Gesundheitsausgaben betrug 2015 in Portugal 17,3 Prozent.",
        "Die Zahl der Krankenschwestern und Hebammen je 1.000 Einwohner lag 2015 in Portugal bei 7,4.",
        "Die Zahl der Tuberkulosetoten lag 2015 in Portugal bei 310.",
        "Die Zahl der Terrortoten lag 2015 in Portugal bei 36.",
        "Der Beitrag des verarbeitenden Gewerbes zum BIP lag 2015 in Portugal bei 14,2 Prozent.",
        "Der Anteil des verarbeitenden Gewerbes an der Beschäftigung lag 2015 in Portugal bei 18,6 Prozent.",
        "Die Dichte fester Internetanschlüsse lag 2015 in Portugal nach meiner Kenntnis bei 24,9 je 100 Einwohner.",
        "Portugal im Überblick, 2015: die Zahl der Zahnmediziner: 6.120.",
    ],
    "mk": [
        "Учеството на трошоците за здравство во БДП во Португалија во 2015 година беше 9,7 отсто.",
        "Бројот на заболекари во Португалија во 2015 година изнесуваше 6.120.",
        "Бројот на медицински сестри и акушерки на 1.000 жители во Португалија во 2015 година беше 7,4.",
        "Смртните случаи од туберкулоза во Португалија во 2015 година изнесуваа 310.",
        "Новите и повторните случаи на туберкулоза во Португалија во 2015 година изнесуваа 4.120.",
        "Медијаната на возраста на жителите во Португалија во 2015 година беше 41,3 години.",
        "Бројот на потхранети лица во Португалија во 2015 година беше 2,4 милиони.",
        "Ќе бидам искрена: во 2015 година медијаната на возраста во Португалија беше 41,3 години.",
    ],
}


@pytest.mark.parametrize(("language", "speech"), [(language, one) for language, each in SAID.items() for one in each])
def test_a_measure_is_found_by_the_names_that_people_use(said, language, speech):
    assert said(speech, language=language)["outcome"] == "supported"


OTHERS = {
    "en": [
        "Government health spending in Portugal was 9.7 percent of GDP in 2015.",
        "Health spending in Portugal was 17.3 percent of GDP in 2015.",
        "The number of people in Portugal who get enough to eat was 2.4 million in 2015.",
        "The number of people who died of tuberculosis and malaria in Portugal was 310 in 2015.",
        "The number of people who died in Portugal was 9.8 million in 2015.",
        "Measles outbreaks in Portugal stood at 5 in 2015.",
        "Measles was the number 5 of all diseases in Portugal in 2015.",
        "Mortality of boys under the age of five in Portugal was 5.6 per 1,000 live births in 2015.",
        "Mobile broadband penetration in Portugal was 24.9 subscriptions per 100 inhabitants in 2015.",
        "The contribution of farming to GDP in Portugal was 14.2 percent in 2015.",
        "Births per 1,000 women aged 15 to 19 in Portugal were 11.7 in 2015, and 40 in Poland.",
        "The number of nurses per 1,000 people in Portugal will be 7.4.",
    ],
    "de": [
        "Der Anteil der staatlichen Gesundheitsausgaben am BIP lag 2015 in Portugal bei 9,7 Prozent.",
        "Der Anteil der Gesundheitsausgaben am BIP lag 2015 in Portugal bei 17,3 Prozent.",
        "Die Zahl der Tuberkulosetoten lag 2015 in Portugal bei 4.120.",
        "Die Zahl der Terrortoten lag 2015 in Portugal bei 7.",
        "Niemand kann festhalten, dass die Zahl der Terrortoten 2015 in Portugal bei 36 lag.",
        "Der Gesundheitsminister sagte, das BIP in Portugal sei 2015 um 9,7 Prozent gewachsen.",
    ],
    "mk": [
        "Учеството на трошоците за здравство во БДП во Португалија во 2015 година беше 17,3 отсто.",
        "Смртните случаи од туберкулоза во Португалија во 2015 година изнесуваа 4.120.",
        "Бројот на заболекари во Португалија ќе биде 6.120.",
        "Ќе го намалиме бројот на заболекари во Португалија на 6.120; другите бројки се од 2015 година.",
    ],
}


@pytest.mark.parametrize(("language", "speech"), [(language, one) for language, each in OTHERS.items() for one in each])
def test_what_is_near_a_measure_is_not_taken_for_it(said, language, speech):
    assert said(speech, language=language)["outcome"] != "supported"


TEENS = [
    ("en", "Births to teenagers between {} and {} in Portugal were 11.7 per 1,000 women in 2015."),
    ("en", "Births to teens from {} to {} years in Portugal were 11.7 per 1,000 women in 2015."),
    ("de", "Die Geburtenrate bei Teenagern zwischen {} und {} Jahren lag 2015 in Portugal bei 11,7 je 1.000 Frauen."),
    ("de", "Die Geburtenziffer der {}- bis {}-Jährigen lag 2015 in Portugal bei 11,7 Geburten je 1.000 Frauen."),
    (
        "mk",
        "Стапката на раѓања кај тинејџерките од {} до {} години во Португалија во 2015 година беше 11,7 на 1.000 жени.",
    ),
    ("mk", "Бројот на раѓања на 1.000 девојки на возраст од {} до {} години во Португалија во 2015 година беше 11,7."),
]


@pytest.mark.parametrize(("language", "speech"), TEENS)
def test_teenagers_of_other_ages_are_not_those_of_the_series(said, language, speech):
    assert said(speech.format(15, 19), language=language)["outcome"] == "supported"
    assert said(speech.format(15, 17), language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "over", "under"),
    [
        ("en", "The median age in Portugal was above the mark of 40 years in 2015.", "In 2015 the median age in Portugal was under the mark of 45 years."),
        ("de", "Das Medianalter lag 2015 in Portugal über der Schwelle von 40 Jahren.", "Das Medianalter lag 2015 in Portugal unter der Marke von 45 Jahren."),
        ("mk", "Учеството на преработувачката индустрија во БДП во Португалија во 2015 година беше над прагот од 13 отсто.", "Учеството на преработувачката индустрија во БДП во Португалија во 2015 година беше под границата од 15 отсто."),
    ],
)  # fmt: skip
def test_a_mark_that_is_passed_is_a_bound(said, language, over, under):
    for speech in (over, under):
        assert said(speech, language=language)["outcome"] == "supported"
    turned = over.replace("40", "43").replace("13", "16"), under.replace("45", "39").replace("15 отсто", "14 отсто")
    assert {said(speech, language=language)["outcome"] for speech in turned}.isdisjoint({"supported"})
