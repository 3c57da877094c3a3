"""Changes as statistical offices print them: a label, a colon, a figure; the speech is the row."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, ClaimKind, Direction
from workbench.core.period import year
from workbench.extract import read_text

FIRST = {
    "en": "CO2 emissions in 2017: 358.7 million tonnes. ",
    "de": "CO2-Emissionen 2017: 358,7 Millionen Tonnen. ",
    "mk": "Емисии на CO2 во 2017: 358,7 милиони тони. ",
}
LABELS = [
    ("en", "Decrease on previous year: 3.7 per cent.", Direction.DOWN, year(2016)),
    ("en", "Change on previous year: minus 3.7 per cent.", Direction.DOWN, year(2016)),
    ("en", "Change on previous year: +3.7 per cent.", Direction.UP, year(2016)),
    ("en", "Growth since 2010: 3.7 percent.", Direction.UP, year(2010)),
    ("en", "The annual increase: 3.7 percent.", Direction.UP, None),
    ("de", "Rückgang gegenüber 2010: 3,7 Prozent.", Direction.DOWN, year(2010)),
    ("de", "Veränderung gegenüber dem Vorjahr: −3,7 Prozent.", Direction.DOWN, year(2016)),
    ("de", "Anstieg gegenüber 2010: 3,7 %.", Direction.UP, year(2010)),
    ("mk", "Намалување во однос на 2010: 3,7 проценти.", Direction.DOWN, year(2010)),
    ("mk", "Промена во однос на претходната година: −3,7 проценти.", Direction.DOWN, year(2016)),
]


@each(("language", "label", "way", "base"), LABELS)
def test_a_label_of_change_is_a_change_of_what_was_told_before(language, label, way, base):
    level, change = read_text(FIRST[language] + label, said=date(2019, 3, 1), language=language).claims
    assert level.kind is not ClaimKind.CHANGE
    assert change.change is not None
    told = change.change.value
    assert (told.direction, told.mode) == (way, ChangeMode.RELATIVE)
    assert told.amount is not None
    assert str(told.amount.value.low) == "3.7"
    assert told.base == base or base is None
    assert change.measure == level.measure


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The reason for the fall: 12 percent of people left."),
        ("en", "UK inflation, Sept 2015: minus 0.1 percent."),
        ("de", "Der Grund für den Rückgang: 12 Prozent gingen weg."),
    ],
)
def test_what_only_speaks_of_a_change_is_none(language, said):
    assert all(claim.change is None for claim in read_text(said, language=language).claims)


HEADED = [
    ("en", "Cash machines per 100,000 adults, Norway. 2004: 59.1. 2018: 34.5.", "Cash machines per 100,000 adults"),
    (
        "de",
        "Rettungseinsätze je 100.000 Erwachsene, Norwegen. 2004: 59,1. 2018: 34,5.",
        "Rettungseinsätze je 100.000 Erwachsene",
    ),
    ("mk", "Банкомати на 100.000 возрасни, Норвешка. 2004: 59,1. 2018: 34,5.", "Банкомати на 100.000 возрасни"),
]


@pytest.mark.parametrize(("language", "said", "measure"), HEADED)
def test_a_heading_says_what_the_years_behind_it_tell(language, said, measure):
    claims = read_text(said, language=language).claims
    assert [(claim.measure, claim.period and claim.period.value, claim.place) for claim in claims] == [
        (measure, year(2004), "NOR"),
        (measure, year(2018), "NOR"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Beitrag zum BIP im Jahr 2018: Irland 35,2 – Tschechien 26,7 – Österreich 17,6."),
        ("en", "Share of GDP in 2018: Ireland 35.2 – Czechia 26.7 – Austria 17.6."),
    ],
)
def test_a_dash_parts_places_and_is_no_unit(language, said):
    claims = read_text(said, language=language).claims
    assert [(claim.place, claim.amount and str(claim.amount.value)) for claim in claims] == [
        ("IRL", "35.2"),
        ("CZE", "26.7"),
        ("AUT", "17.6"),
    ]
