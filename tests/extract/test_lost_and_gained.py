"""Stocks that were lost or gained over a stretch are changes, wherever the verb stands in its clause."""

from __future__ import annotations

import pytest

from workbench.core.claim import ChangeMode, Direction
from workbench.extract import read_text

LOST = [
    ("en", "Brazil lost 54 million hectares of forest between 2000 and 2020."),
    ("en", "Between 2000 and 2020 roughly 54 million hectares of forest disappeared in Brazil."),
    ("en", "Between 2000 and 2020 54 million hectares of Brazil's forest vanished."),
    ("de", "Brasilien verlor zwischen 2000 und 2020 ungefähr 54 Millionen Hektar Wald."),
    ("de", "Brasilien hat zwischen 2000 und 2020 ungefähr 54 Millionen Hektar von seinem Wald verloren."),
    ("de", "Zwischen 2000 und 2020 sind in Brasilien 54 Millionen Hektar Wald verschwunden."),
    ("mk", "Бразил меѓу 2000 и 2020 година изгуби 54 милиони хектари шума."),
    ("mk", "Меѓу 2000 и 2020 година во Бразил исчезнаа 54 милиони хектари шума."),
]
GAINED = [
    ("en", "Bulgaria gained 518,000 hectares of forest between 2000 and 2020."),
    ("de", "Bulgarien hat zwischen 2000 und 2020 518.000 Hektar Wald hinzugewonnen."),
    ("mk", "Бугарија меѓу 2000 и 2020 година доби 518.000 хектари шума."),
]


@pytest.mark.parametrize(
    ("language", "said", "way"),
    [*((*each, Direction.DOWN) for each in LOST), *((*each, Direction.UP) for each in GAINED)],
)
def test_an_area_that_is_lost_or_gained_is_a_change_over_the_stretch(language: str, said: str, way: Direction) -> None:
    (claim,) = read_text(said, language=language).claims
    change = claim.change.value
    assert (change.direction, change.mode, str(change.base)) == (way, ChangeMode.ABSOLUTE, "2000")
    assert str(claim.period.value) == "2020"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "They lost 3 games in 2020."),
        ("en", "Burned in 2020 were 500 hectares, and all hope was lost."),
        ("en", "They lost 300 million dollars in 2020."),
        ("de", "2020 brannten 500 Hektar, und alle Hoffnung war verloren."),
        ("en", "Albania lost 18 mothers per 100,000 live births in 2004."),
        ("de", "Albanien verlor 2004 18 Mütter je 100.000 Lebendgeburten."),
        ("mk", "Албанија во 2004 година изгуби 18 родилки на сто илјади живородени деца."),
        ("mk", "Албанија во 2004 година губеше 18 родилки на сто илјади живородени бебиња."),
    ],
)
def test_what_is_no_stock_or_stands_in_another_clause_is_none(language: str, said: str) -> None:
    assert all(claim.change is None for claim in read_text(said, language=language).claims)
