"""What figures count and measure: the docstring or the row is the speech."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract.amounts.amounts import find_amounts


def said(speech: str) -> list[str]:
    """Return each amount with its unit."""
    return [str(mention.value) for mention in find_amounts(speech)]


@each(
    ("speech", "amounts"),
    [
        ("45,000 full-time jobs were created.", ["45000 full-time job"]),
        ("About 3,000 non-governmental organisations took part.", ["about 3000 non-governmental organisation"]),
        ("We closed 14 state-owned mines.", ["14 state-owned mine"]),
        ("Some 650 18-hole golf courses have closed.", ["about 650 18-hole golf course"]),
        ("Two five-year plans were adopted.", ["2 five-year plan"]),
        ("There were 120 small-to-medium-sized farms.", ["120 small-to-medium-sized farm"]),
        ("He has two brothers-in-law.", ["2 brother-in-law"]),
        ("We delete 33,000 e-mails a day.", ["33000 e-mail per day"]),
    ],
)
def test_hyphens_hold_a_noun_phrase_together(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("Over 3,000 small and medium-sized enterprises closed.", ["more than 3000 small and medium-sized enterprise"]),
        ("Some 45,000 Syrian and Iraqi refugees came.", ["about 45000 syrian and iraqi refugee"]),
        ("Three hundred small, rural schools closed.", ["300 small rural school"]),
        ("150 men and 20 women died.", ["150 man", "20 woman"]),
        ("We employ 4,000 and they employ 300.", ["4000", "300"]),
        ("Of the 12, schools got most.", ["12"]),
    ],
)
def test_descriptions_are_joined_and_things_are_not(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@each(
    ("speech", "amounts"),
    [
        ("They sold 63,000 Model 3 sedans.", ["63000 model 3 sedan"]),
        ("The airline grounded two new 737 Max jets.", ["2 new 737 max jet"]),
        ("We bought 12 F-16 fighter jets.", ["12 f-16 fighter jet"]),
        ("The plant fills eight million 250 ml bottles.", ["8000000 bottle"]),
        ("He printed 500 12-page leaflets.", ["500 12-page leaflet"]),
        ("Two of the three members left.", ["2 member", "3 member"]),
        ("We won 5 of the 7 seats and 90 of its past 120 games.", ["5 seat", "7 seat", "90 game", "120 game"]),
        ("Twenty-odd MPs came; 1.3 m people live here.", ["about 20 mp", "1.3"]),
        ("One poll shows the party 16 points ahead.", ["1 poll", "16 point"]),
        ("CLINTON: Nine million people—nine million people lost their jobs.", ["9000000 person", "9000000 person"]),
    ],
)
def test_a_figure_inside_a_name_is_no_amount_of_its_own(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    "speech", ["The 5G network is here.", "3D films are shown.", "See page 5.", "Turn to rule 12."]
)
def test_a_figure_that_names_counts_nothing(speech: str) -> None:
    assert said(speech) == []


@each(
    ("speech", "amounts"),
    [
        ("New cars emit 95 g/km.", ["95 gram per kilometre"]),
        ("The air held 80 µg/m3 of dust.", ["80 microgram per cubic metre"]),
        ("The wind blew at 12 m/s.", ["12 metre per second"]),
        ("Heat of 30 kWh/m² a year.", ["30 kilowatt hour per square metre"]),
        ("It burns 5 l/100 km.", ["5 litre per 100 km"]),
        ("Grain sold at 120 EUR/t.", ["120 euro per tonne"]),
        ("The tank holds 3 million m3 of gas, 5 km³ in all.", ["3000000 cubic metre", "5 cubic kilometre"]),
        ("An area of 30 sq. km burnt.", ["30 square kilometre"]),
        ("It weighs 12 t and is 30 m long.", ["12 tonne", "30 metre"]),
        ("We cut 5 MtCO2e and burnt 3 Mtoe.", ["5 megatonne", "3 megatonne of oil equivalent"]),
    ],
)
def test_symbols_of_units_in_every_spelling(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@each(
    ("speech", "amounts"),
    [
        ("Sales were MSEK 812 and 4 TEUR.", ["812000000 swedish krona", "4000 euro"]),
        ("We got euro 20 million and Rs 500 crore.", ["20000000 euro", "5000000000 rupee"]),
        ("It costs 100 Argentine pesos or 300 pesos.", ["100 argentine peso", "300 peso"]),
        ("It costs 45 Danish kroner and 12 Kenyan shillings.", ["45 danish krone", "12 kenyan shilling"]),
        ("The shares fell to 118.5p.", ["118.5 penny"]),
        ("We paid 5 TRY and 20 MAD.", ["5 turkish lira", "20 moroccan dirham"]),
        ("There are three real problems and 5 pen friends.", ["3 real problem", "5 pen friend"]),
        ("5,000 won was paid.", ["5000 won"]),
    ],
)
def test_money_by_name_sign_and_code(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("340 doctors for every 100,000 people.", ["340 doctor per 100,000 people"]),
        ("We burn 2.4 billion gallons of jet fuel a year.", ["2400000000 gallon per year"]),
        ("He spends $5 billion on aid every year.", ["5000000000 dollar per year"]),
        ("He spent $5 billion on aid a year ago.", ["5000000000 dollar"]),
        ("There are 500 cases of measles a month.", ["500 case per month"]),
    ],
)
def test_a_rate_may_stand_behind_what_is_measured(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("There were 340 accidents, against 410 in 2019.", ["340 accident", "410 accident"]),
        ("We had 22 burglaries, compared with an average of 20 per week.", ["22 burglary", "20 burglary per week"]),
        ("Inflation was 5 per cent, versus only 3 in 2019.", ["5 percentage", "3 percentage"]),
        ("Mileage went from about 14 to nearly 24 mpg.", ["about 14 mile per gallon", "nearly 24 mile per gallon"]),
        (
            "24 million viewers, compared with fewer than 8 million in May.",
            ["24000000 viewer", "less than 8000000 viewer"],
        ),
        ("Four in 10 voters and one in 7 children.", ["40 percentage", "14.2857 percentage"]),
    ],
)
def test_a_unit_said_once_holds_for_what_it_is_set_against(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("One has 370 delegates, another has 163, the last has 63.", ["370 delegate", "163 delegate", "63 delegate"]),
        ("We won 3 games and they won 5.", ["3 game", "5 game"]),
        ("We won 3 games and they lost to 5 sides.", ["3 game", "5 side"]),
        ("They need another visit or two.", ["2 visit"]),
    ],
)
def test_a_noun_said_once_holds_for_the_figures_that_leave_it_out(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@each(
    ("speech", "amounts"),
    [
        ("An ounce is 1/16 of a US pint.", ["0.0625 pint"]),
        ("It rose by 0.3 of a percentage point.", ["0.3 percentage point"]),
        ("They paid C$6 (US$4.46) per share.", ["6 canadian dollar per share", "4.46 dollar"]),
        ("A metric ton is equal to 2,204.62 pounds.", ["2204.62 pound-mass"]),
        ("It costs two pounds.", ["2 pound sterling"]),
        ("The plank is 12 ft 2 in long.", ["12 foot", "2 inch"]),
        ("Nearly a million Somalis and 12 Iraqis came.", ["nearly 1000000 somali", "12 iraqi"]),
        ("It hit 12 US states and 5 IT firms; it told 3 of us.", ["12 us state", "5 it firm", "3"]),
        ("Two earlier opinions came two years earlier.", ["2 earlier opinion"]),
        ("It has 100,000-plus subscribers.", ["more than 100000 subscriber"]),
    ],
)
def test_parts_weights_and_lengths(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    "speech",
    ["They were 45 or older.", "The 401(k) plans grew.", "See 771320635033260032.", "4. The plan works.", "ALL in 5G."],
)
def test_limits_ids_and_marks_of_lists_count_nothing(speech: str) -> None:
    assert said(speech) == []


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("It cost more than 7.5 million euros ($8.1 million).", ["more than 7500000 euro", "more than 8100000 dollar"]),
        ("It lies some seven miles (11 km) off.", ["about 7 mile", "about 11 kilometre"]),
        ("It has more than 30 members (12 women).", ["more than 30 member", "12 woman"]),
    ],
)
def test_a_conversion_in_brackets_keeps_the_hedge(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


MEASURED = {
    "en": (
        "of",
        [
            "square kilometres",
            "hectares",
            "tonnes",
            "metric tons",
            "litres",
            "kilowatt-hours",
            "US dollars",
            "euros",
            "Turkish liras",
        ],
    ),
    "de": ("von", ["Quadratkilometern", "Hektar", "Tonnen", "Litern", "Euro"]),
    "mk": ("од", ["квадратни километри", "хектари", "тони", "литри", "евра"]),
}


@pytest.mark.parametrize("language", sorted(MEASURED))
def test_millions_of_a_measure_are_so_many_millions_in_it(language):
    """So writes an office that translates its statements: "9.1 millions of square kilometres"."""
    between, measures = MEASURED[language]
    scales = {
        "en": ["million", "millions", "billion", "thousand"],
        "de": ["Millionen", "Milliarden"],
        "mk": ["милиони", "милијарди", "илјади"],
    }
    figure = "9.1" if language == "en" else "9,1"
    for scale in scales[language]:
        for measure in measures:
            plain = [str(each.value) for each in find_amounts(f"{figure} {scale} {measure}", language)]
            assert [
                str(each.value) for each in find_amounts(f"{figure} {scale} {between} {measure}", language)
            ] == plain, (scale, measure)
            assert not plain[0].endswith("000"), "a unit was read"
