"""Who has the most of something among countries that are named, in the words of each language."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ClaimKind
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
