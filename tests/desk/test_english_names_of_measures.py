"""Measures are found by everyday English words and borne out by them, and the same words told of a part, kind or stage are not."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2019-06-01"}
ROWS = [
    ("teeth", "Number of dentistry personnel", "persons", 6120),
    ("research", "Research and development expenditure as a proportion of GDP", "% of GDP", 1.3),
    ("waste", "Electronic waste generated", "tonnes", 48210),
    ("lines", "Fixed Internet broadband subscriptions", "per 100 inhabitants", 24.9),
    ("hungry", "Number of undernourished people", "persons", 210000),
    ("seats", "Number of seats held by women in national parliaments", "seats", 76),
    ("share", "Proportion of seats held by women in national parliaments", "%", 33),
    ("infants", "Number of infant deaths", "deaths", 804),
    ("carbon", "Carbon dioxide emissions from fuel combustion", "tonnes", 47300000),
    ("lost", "Deaths and missing persons attributed to disasters", "persons", 129),
    ("wedlock", "Births outside of marriage", "% of all births", 50.7),
    ("life", "Life expectancy at birth", "years", 80.7),
    ("measles", "Confirmed measles cases", "cases", 515),
    ("jobless", "Unemployment rate, persons aged 15 and over", "%", 12.4),
    ("aid", "Net official development assistance provided", "US dollars", 308000000),
    ("made", "Manufacturing value added as a proportion of GDP", "% of GDP", 14.2),
    ("tb", "Deaths due to tuberculosis, excluding HIV", "deaths", 310),
    ("beer", "Beer as a share of all alcohol consumed", "%", 26),
    ("sun", "Installed cost of solar photovoltaics", "US dollars per kilowatt", 1640),
]
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",PRT,2015,{value}\n' for key, title, unit, value in ROWS
)


@pytest.mark.parametrize(
    "told",
    [
        "6,120 people looked after the nation's teeth in Portugal in 2015.",
        "In 2015, 6,120 people practised dentistry in Portugal.",
        "In 2015, Portugal spent 1.3 percent of GDP on science and the development of new products.",
        "Portugal got rid of 48,210 tonnes of dead phones, fridges and televisions in 2015.",
        "Portugal counted 24.9 wired broadband hookups per 100 inhabitants in 2015.",
        "210,000 people in Portugal went to bed hungry in 2015.",
        "Women had 33 percent of the seats in the plenary hall of Portugal's parliament in 2015.",
        "Portugal's engines, stoves and power stations puffed out 47.3 million tonnes of CO2 in 2015.",
        "Landslides, floods and the like left 129 people dead or unaccounted for in Portugal in 2015.",
        "515 people in Portugal went down with measles in 2015.",
        "12.4 percent of Portugal's workforce were drawing the dole in 2015.",
        "Portugal supported poorer countries with 308 million dollars in 2015.",
    ],
)
def test_everyday_words_of_a_measure_are_borne_out_by_its_figure(said, told: str):
    answer = said(told)
    assert answer["outcome"] == "supported", answer["why"]


@pytest.mark.parametrize(
    "told",
    [
        "6,120 people in Portugal took care of their teeth in 2015.",
        "In 2015, 6,120 people studied dentistry in Portugal.",
        "Portugal spent 1.3 percent of GDP on university laboratories in 2015.",
        "Portugal recycled 48,210 tonnes of junked gadgets and appliances in 2015.",
        "Portugal discarded 48,210 tonnes of old phones in 2015.",
        "Portugal had 24.9 business broadband contracts per hundred inhabitants in 2015.",
        "In 2015, Portugal had 24.9 homes signed up to fixed fast internet per hundred residents.",
        "210,000 pupils in Portugal went to bed hungry in 2015.",
        "210,000 people in Portugal were short of fresh food in 2015.",
        "There were 76 congresswomen under forty in Portugal in 2015.",
        "In 2015, 33 percent of the seats in Portugal's upper house were held by women.",
        "804 tots in Portugal did not complete a year of nursery in 2015.",
        "Portugal's power stations puffed out 47.3 million tonnes of CO2 in 2015.",
        "Portugal's cars, planes and ships released 47.3 million tonnes of CO2 in 2015.",
        "Traffic left 129 people dead or unaccounted for in Portugal in 2015.",
        "In 2015, 50.7 percent of babies in Portugal were born to cohabiting couples.",
        "A marriage in Portugal lasted 80.7 years on average in 2015.",
        "Whoever was born poor in Portugal in 2015 could expect 80.7 years on this earth.",
        "515 children in Portugal went down with measles in 2015.",
        "12.4 percent of Portugal's graduates could not land a job in 2015.",
        "Portugal's charities helped poorer countries with 308 million dollars in 2015.",
        "Making cars accounted for 14.2 percent of Portugal's economic output in 2015.",
        "TB ended 310 lives in Portugal's prisons in 2015, HIV excluded.",
        "Stout accounted for 26 percent of Portugal's alcohol in 2015.",
        "In 2015, a kilowatt of solar modules cost 1,640 dollars in Portugal.",
    ],
)
def test_the_same_words_of_a_part_a_kind_or_a_stage_are_left_open(said, told: str):
    answer = said(told)
    assert answer["outcome"] == "undecided", answer["why"]
