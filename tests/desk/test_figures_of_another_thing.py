"""Two figures of a whole that a speaker tells of a part, or of others: however many fit, the words decide, and leave it open."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
exp,Exports of goods,million euros,MKD,2018,5800
exp,Exports of goods,million euros,MKD,2019,6400
waste,Municipal waste generated,tonnes,MKD,2018,810000
waste,Municipal waste generated,tonnes,MKD,2019,855000
cars,New passenger cars registered,cars,MKD,2018,41200
cars,New passenger cars registered,cars,MKD,2019,44800
wage,Average monthly gross wage,euros,MKD,2018,580
wage,Average monthly gross wage,euros,MKD,2019,612
tb,Number of cases of tuberculosis,cases,MKD,2018,217
tb,Number of cases of tuberculosis,cases,MKD,2019,241
forest,Forest area,hectares,MKD,2018,1001000
forest,Forest area,hectares,MKD,2019,1001490
road,Road deaths,persons,MKD,2018,133
road,Road deaths,persons,MKD,2019,132
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,32.5
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2019,37.5
work,Employment rate of women,% of women,MKD,2018,38.5
work,Employment rate of women,% of women,MKD,2019,41.5
"""

ABOUT = {"date": "2021-05-17", "place": "MKD"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2018 we exported wine worth 5.8 billion euros. In 2019 it was 6.4 billion."),
        ("en", "Exports of tobacco were 5.8 billion euros in 2018 and 6.4 billion in 2019."),
        ("en", "Hazardous waste: 810,000 tonnes in 2018, 855,000 tonnes in 2019."),
        ("en", "In 2018 41,200 new electric cars were registered, in 2019 44,800."),
        ("en", "The minimum monthly gross wage was 580 euros in 2018 and 612 euros in 2019."),
        ("en", "The average monthly gross wage of teachers was 580 euros in 2018 and 612 in 2019."),
        ("en", "There were 217 cases of drug-resistant tuberculosis in 2018, and 241 in 2019."),
        ("en", "We had 217 cases of tuberculosis in our prisons in 2018, and 241 in 2019."),
        ("en", "State-owned forest area was 1,001,000 hectares in 2018 and 1,001,490 in 2019."),
        ("en", "133 cyclists died on our roads in 2018, 132 in 2019."),
        ("en", "Drunk drivers caused 133 road deaths in 2018, and 132 in 2019."),
        ("en", "There were 133 road deaths in 2018. In 2019 drunk drivers killed 132 people on the road."),
        ("en", "Exports of goods were 5.8 billion euros in 2018. In 2019 we exported wine worth 6.4 billion euros."),
        ("en", "Men held 32.5 percent of the seats in parliament in 2018, and 37.5 percent in 2019."),
        ("en", "The employment rate was 38.5 percent in 2018 and 41.5 percent in 2019."),
        ("de", "Die Weinausfuhren lagen 2018 bei 5,8 Milliarden Euro, 2019 bei 6,4 Milliarden Euro."),
        ("de", "2018 wurden 41.200 neue Elektroautos zugelassen, 2019 waren es 44.800."),
        ("de", "Der monatliche Bruttomindestlohn lag 2018 bei 580 Euro, 2019 bei 612 Euro."),
        ("de", "Männer hatten 2018 32,5 Prozent der Sitze im nationalen Parlament, 2019 waren es 37,5 Prozent."),
        ("mk", "Во 2018 година имаше 217 случаи на туберкулоза во затворите, а во 2019 година 241."),
        ("mk", "Минималната месечна бруто-плата беше 580 евра во 2018, а 612 евра во 2019 година."),
    ],
)  # fmt: skip
def test_figures_of_a_whole_do_not_bear_out_what_is_said_of_a_part(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "undecided", answer["why"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 133 road deaths in 2018, and 132 in 2019."),
        ("en", "New passenger cars registered: 41,200 in 2018, 44,800 in 2019."),
        ("de", "2018 gab es 217 Fälle von Tuberkulose, 2019 waren es 241."),
    ],
)
def test_the_same_figures_bear_out_what_is_said_of_the_whole(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] == "supported"
