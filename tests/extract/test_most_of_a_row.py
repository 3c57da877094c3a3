"""Who has the most of something among countries that are named, in the words of each language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind
from workbench.core.period import year
from workbench.core.relations import RankRow
from workbench.extract import read_text

MOST = [
    ("Among Turkey, Greece and Italy, Turkey had the most plastic waste imports in 2020.", "en", True),
    ("Of Turkey, Greece and Italy, it was Turkey that took in the most rubbish in 2020.", "en", True),
    ("Of Turkey, Greece and Italy, it was Turkey that had the least forest in 2020.", "en", False),
    ("Of the Turks, the Czechs and the Italians, the Turks had the fewest nurses in 2020.", "en", False),
    ("Unter Griechenland, Italien und der Türkei gab 2020 die Türkei am meisten für Gesundheit aus.", "de", True),
    (
        "Von den drei Ländern Türkei, Griechenland und Italien gab 2020 Italien am wenigsten für Gesundheit aus.",
        "de",
        False,
    ),
    ("Von den drei Ländern Türkei, Griechenland und Italien hatte 2020 Italien die höchsten Mieten.", "de", True),
]


@pytest.mark.parametrize(("said", "language", "highest"), MOST)
def test_the_most_among_named_countries_is_a_rank(said: str, language: str, highest: bool):
    (claim,) = read_text(said, said=date(2022, 5, 1), language=language).claims
    assert claim.kind is ClaimKind.RANK
    assert claim.rank is not None
    assert (claim.rank.highest, claim.rank.place, len(claim.rank.among)) == (highest, 1, 3)


@pytest.mark.parametrize(
    "said",
    [
        "Of Turkey, Greece and Italy, Turkey took the most important step.",
        "Most of Turkey, Greece and Italy slept.",
        "The most people came from Turkey.",
    ],
)
def test_the_most_important_ranks_nothing(said: str):
    assert not any(claim.rank for claim in read_text(said, said=date(2022, 5, 1)).claims)


NEVER = [
    ("At no time since the turn of the century was unemployment in Greece higher than in 2013.", "en"),
    ("At no time was unemployment in Greece higher than in 2013.", "en"),
    ("In no year was unemployment in Greece higher than it was in 2013.", "en"),
    ("In no other year were fewer people in work in Greece than in 2013.", "en"),
    ("Nie war die Arbeitslosigkeit in Griechenland höher als 2013.", "de"),
    ("In keinem Jahr war die Arbeitslosigkeit in Griechenland höher als im Jahr 2013.", "de"),
    ("Zu keiner Zeit war die Arbeitslosigkeit in Griechenland niedriger als 2013.", "de"),
    ("Никогаш невработеноста во Грција не била повисока отколку во 2013.", "mk"),
    ("Во ниедна година невработеноста во Грција не била повисока отколку во 2013.", "mk"),
]


@each(("said", "language"), NEVER)
def test_what_was_at_no_time_higher_is_no_rise_since_then(said: str, language: str):
    (claim,) = read_text(said, said=date(2019, 6, 21), language=language).claims
    assert claim.change is None
    assert claim.kind is ClaimKind.RANK
    assert claim.period is not None
    assert claim.period.value == year(2013)


@each(("said", "language"), [each for each in NEVER if "since" not in each[0]])
def test_and_it_is_the_record_of_all_times(said: str, language: str):
    (claim,) = read_text(said, said=date(2019, 6, 21), language=language).claims
    assert claim.rank is not None
    assert (claim.rank.row, claim.rank.place) == (RankRow.TIMES, 1)
    assert claim.rank.highest is not any(word in said for word in ("fewer", "niedriger"))
