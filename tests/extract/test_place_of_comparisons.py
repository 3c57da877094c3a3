"""What a figure is set beside, where that is a place or people and no time, makes a comparison; its place is never the claim's own."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import Claim, ClaimKind
from workbench.extract import read_text


def first(said: str, place: str | None = "KEN", language: str = "en") -> Claim:
    return read_text(said, said=date(2020, 5, 1), place=place, language=language).claims[0]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("The vacancy rate is 3 percentage points higher for us than for the Danes.", "en"),
        ("Per person, they use six times the water that we do.", "en"),
        ("Wages are 30 percent lower for women than for men.", "en"),
        ("Die Löhne waren um 20 Prozent niedriger als in Polen.", "de"),
        ("Платите се 20 проценти пониски отколку кај мажите.", "mk"),
    ],
)
def test_a_difference_between_people_or_places_is_a_comparison(said: str, language: str):
    assert first(said, language=language).kind is ClaimKind.COMPARISON


@pytest.mark.parametrize(
    "said",
    [
        "Wages were 30 percent lower in 2019 than in 2010.",
        "Wages are 30 percent lower than before the war.",
        "Wages are 30 percent lower than a year earlier.",
        "Wages are 30 percent lower than under the last government.",
        "There were twelve times as many fires in 2019 as in 2018.",
    ],
)
def test_a_difference_between_times_is_a_change(said: str):
    assert first(said).kind is ClaimKind.CHANGE


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Botswana, a dry country, had six times as many lions as Kenya.", "BWA"),
        ("The Japanese baby, statistically, gets 6 years more than the American one.", "JPN"),
    ],
)
def test_the_subject_before_a_pause_keeps_its_place_from_the_comparator(said: str, place: str):
    assert first(said).place == place


@pytest.mark.parametrize(
    "behind", ["; in Portugal that took longer", ", and the Greeks can only look on", ", but France failed"]
)
def test_a_place_in_another_clause_behind_is_not_the_claims(behind: str):
    assert first(f"We have brought the vacancy rate down to 3 percent{behind}.").place == "KEN"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("The average Auckland house costs 900,000 dollars.", "Auckland"),
        ("A typical Ontario farm has 90 cows.", "Ontario"),
        ("In this province 63,000 jobs have gone.", "REGION"),
        ("Farmers of our state owe 9 billion rupees.", "REGION"),
    ],
)
def test_a_part_of_a_country_is_not_the_country(said: str, place: str):
    assert first(said, "NZL").place == place


def test_a_state_that_is_the_country_stays_the_country():
    assert first("Prices in this State rose by 5 percent.", "IRL").place == "IRL"
