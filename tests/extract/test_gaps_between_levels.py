"""A gap, a difference or a lead is how far two levels that were told are apart, in every language; the speech is the row."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ClaimKind, Direction
from workbench.core.period import year
from workbench.core.quantity import POINTS
from workbench.extract import read_text

LEVELS = {
    "en": "In 2018 unemployment was 3.4 percent in Germany and 15.2 percent in Spain. ",
    "de": "2018 lag die Arbeitslosenquote in Deutschland bei 3,4 Prozent und in Spanien bei 15,2 Prozent. ",
    "mk": "Во 2018 година невработеноста беше 3,4 проценти во Германија и 15,2 проценти во Шпанија. ",
}
GAPS = {
    "en": [
        "That is a gap of 11.8 points.",
        "The difference: 11.8 percentage points.",
        "They are 11.8 points apart.",
        "11.8 points lie between them.",
    ],
    "de": [
        "Der Unterschied beträgt 11,8 Prozentpunkte.",
        "Das ist ein Abstand von 11,8 Punkten.",
        "Dazwischen liegen 11,8 Punkte.",
    ],
    "mk": ["Разликата изнесува 11,8 процентни поени.", "Тоа е јаз од 11,8 поени."],
}
ROWS = [(language, said) for language, gaps in GAPS.items() for said in gaps]


@pytest.mark.parametrize(("language", "said"), ROWS)
def test_a_gap_is_between_the_two_places_told_last(language, said):
    *_, last, gap = read_text(LEVELS[language] + said, said=date(2019, 5, 1), language=language).claims
    assert (gap.kind, gap.measure, gap.period and gap.period.value) == (ClaimKind.COMPARISON, last.measure, year(2018))
    assert gap.change is not None
    assert gap.comparison is not None
    assert (gap.place, gap.comparison.place, gap.comparison.apart) == ("ESP", "DEU", True)
    assert (gap.change.value.direction, gap.amount and gap.amount.value.unit) == (Direction.UP, POINTS)


def test_a_gap_of_two_times_is_a_change():
    said = "Unemployment in Spain was 15.2 percent in 2010. In 2018 it was 3.4 percent. That is a difference of 11.8 points."
    *_, gap = read_text(said).claims
    assert gap.change is not None
    assert (gap.change.value.direction, gap.change.value.base) == (Direction.DOWN, year(2010))


@pytest.mark.parametrize(
    "said",
    [
        "The gap between rich and poor was 11.8 points in 2018.",
        "Unemployment was 3.4 percent in Germany in 2018. The gap is 11.8 points.",
        "Unemployment was 3.4 percent in Germany and exports were 5 million euros in Spain in 2018. The gap is 11.8 points.",
        "In 2018 unemployment was 3.4 percent in Germany and 15.2 percent in Spain. The gap is 11.8 percent.",
        "In 2018 unemployment was 3.4 percent in Germany and 15.2 percent in Spain. The gap is five seats.",
    ],
)
def test_a_gap_of_nothing_that_was_told_twice_is_none(said):
    assert read_text(said).claims[-1].change is None
