"""A measure may be called otherwise than its title has it, and what else is said of it leaves it open; a place may stand above another in words."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2018-06-01", "language": "en"}
ROWS = [
    ("tb", "Deaths due to tuberculosis, excluding HIV", "deaths", 310, 140),
    ("new", "Tuberculosis: new and relapse cases", "cases", 4120, 950),
    ("incidence", "Incidence of tuberculosis", "cases per 100,000 population per year", 21, 29),
    ("terror", "Fatalities due to terrorism", "deaths", 36, 2),
    ("attacks", "Terrorist incidents", "incidents", 7, 4),
    ("mumps", "Mumps: reported cases", "cases", 83, 61),
    ("hungry", "Number of undernourished people", "persons", 240000, 180000),
    ("inflows", "Foreign direct investment inflows", "US dollars", 5400000000, 7100000000),
    ("machines", "Automated teller machines (ATMs)", "per 100,000 adults", 168.4, 71.2),
    ("scrap", "Electronic waste generated", "tonnes", 152300, 48700),
    ("forest", "Forest area", "hectares", 3210000, 4730000),
    ("social", "Social contributions", "% of GDP", 9.3, 11.6),
    ("poverty", "Proportion of population below the national poverty line", "% of population", 19.2, 17.7),
    ("pocket", "Out-of-pocket expenditure as percentage of current health expenditure", "% of current health expenditure", 27.4, 31.9),
    ("share", "Proportion of seats held by women in national parliaments", "% of seats", 33.2, 21.4),
    ("seats", "Number of seats held by women in national parliaments", "seats", 76, 81),
    ("newborns", "Neonatal mortality rate", "deaths per 1,000 live births", 3.8, 5.1),
    ("five", "Under-five mortality rate", "deaths per 1,000 live births", 5.6, 8.3),
]  # fmt: skip
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",{place},2015,{value}\n'
    for key, title, unit, *values in ROWS
    for place, value in zip(("PRT", "GRC"), values, strict=True)
)

TRUE = [
    "In 2015, the death toll from tuberculosis in Portugal was 310.",
    "The death toll from terrorism in Portugal was 36 in 2015.",
    "In 2015 the number of acts of terrorism in Portugal was 7.",
    "The number of mumps infections notified in Portugal stood at 83 in 2015.",
    "In 2015 there were 240,000 people affected by hunger in Portugal.",
    "The number of people suffering from undernourishment in Portugal was 240,000 in 2015.",
    "In 2015 inward foreign direct investment in Portugal was 5.4 billion dollars.",
    "Incoming foreign direct investment in Portugal came to 5.4 billion dollars in 2015.",
    "The density of cash machines in Portugal was 168.4 per 100,000 adults in 2015.",
    "In 2015 the weight of electronic rubbish produced in Portugal was 152,300 tonnes.",
    "The extent of forest in Portugal was 3.21 million hectares in 2015.",
    "In 2015 receipts from social contributions in Portugal were 9.3 percent of GDP.",
    "The share of people in Portugal who are poor by the national definition was 19.2 percent in 2015.",
    "The proportion of health spending that patients pay out of their own pockets in Portugal was 27.4 percent in 2015.",
    "The rate of new tuberculosis cases in Portugal was 21 per 100,000 people in 2015.",
    "In 2015 the death rate of babies in their first month of life in Portugal was 3.8 per 1,000 live births.",
    "In 2015 deaths of children under five per 1,000 live births in Portugal were 5.6.",
    "When it comes to forest area, Greece was above Portugal in 2015.",
    "In tuberculosis deaths, Portugal clearly exceeded Greece in 2015.",
    "You praise Portugal; well, in 2015 social contributions as a share of GDP in Greece were higher than in Portugal.",
    "In 2015 the number of female members of parliament in Greece was higher than in Portugal.",
]


@pytest.mark.parametrize("text", TRUE)
def test_a_measure_put_otherwise_is_the_same(said, text):
    assert said(text)["outcome"] == "supported", said(text)["why"]


OPEN = [
    "In 2015, the death toll from tuberculosis in the prisons of Portugal was 310.",
    "In 2015 the death toll from tuberculosis and HIV in Portugal was 310.",
    "The number of people injured in acts of terrorism in Portugal was 7 in 2015.",
    "In 2015 the number of foiled acts of terrorism in Portugal was 7.",
    "In 2015 the number of people living with tuberculosis in Portugal was 310.",
    "The number of people suffering from obesity in Portugal was 240,000 in 2015.",
    "The number of children suffering from undernourishment in Portugal was 240,000 in 2015.",
    "In 2015 outgoing foreign direct investment in Portugal was 5.4 billion dollars.",
    "In 2015 incoming foreign direct investment from Spain in Portugal was 5.4 billion dollars.",
    "The density of bank branches in Portugal was 168.4 per 100,000 adults in 2015.",
    "In 2015 the weight of electronic rubbish recycled in Portugal was 152,300 tonnes.",
    "The extent of burnt forest in Portugal was 3.21 million hectares in 2015.",
    "In 2015 receipts from employers' social contributions in Portugal were 9.3 percent of GDP.",
    "The share of people in Portugal who are poor by the European definition was 19.2 percent in 2015.",
    "Ministers demand that the proportion of health spending that patients pay out of their own pockets in Portugal was 27.4 percent in 2015.",
    "The proportion of dental spending that patients pay out of their own pockets in Portugal was 27.4 percent in 2015.",
    "The rate of new tuberculosis cases among nurses in Portugal was 21 per 100,000 people in 2015.",
    "When it comes to planted forest area, Greece was above Portugal in 2015.",
    "In 2015, forest area planted by farmers was larger in Greece than in Portugal.",
    "In 2015, burnt forest area was largest in Greece of Greece and Portugal.",
    "When it comes to forest area, Greece was not above Portugal in 2015.",
    "When it comes to forest area, Greece should be above Portugal in 2015.",
    "Was Greece above Portugal in forest area in 2015?",
    "Greece was above Portugal in forest area in 2015, but below Spain.",
    "On infant deaths, Portugal was ahead of Greece in 2015.",
    "You praise Portugal; well, in 2015 social contributions in Athens were higher than in Portugal.",
]


@pytest.mark.parametrize("text", OPEN)
def test_another_thing_or_no_statement_is_left_open(said, text):
    assert said(text)["outcome"] == "undecided", said(text)["why"]


@pytest.mark.parametrize(
    "text",
    [
        "When it comes to forest area, Portugal was above Greece in 2015.",
        "You praise Portugal; well, in 2015 forest area in Portugal was larger than in Greece.",
        "In 2015 the number of female members of parliament in Portugal was higher than in Greece.",
    ],
)
def test_the_wrong_way_round_is_contradicted(said, text):
    assert said(text)["outcome"] == "contradicted", said(text)["why"]
