"""A word of the measure that no glossary has says something that is not known: no series answers for it, and none refutes the claim."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english, query_of, unmatched_words
from workbench.match.words.population_groups import groups

AGE = Series(ref=SeriesRef("mine", "a"), title="Median age of the population")


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Медијалната возраст на фармерите во Шпанија беше 61 година во 2015.", "mk", True),
        ("Медијалната возраст на населението во Шпанија беше 43 години во 2015.", "mk", False),
        ("Das Medianalter der Bauern in Spanien lag 2015 bei 61 Jahren.", "de", True),
        ("Das Medianalter der Bevölkerung in Spanien lag 2015 bei 43 Jahren.", "de", False),
        ("The median age of farmers in Spain was 61 years in 2015.", "en", True),
        ("The median age of the population in Spain was 43 years in 2015.", "en", False),
    ],
)
def test_it_is_left_unanswered(text: str, language: str, left: bool) -> None:
    (claim, *_) = read_text(text, language=language, said=date(2017, 2, 1)).claims
    assert bool(unmatched_words(in_english(claim), AGE).unanswered) is left


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("More than 2 million Kenyan children under five went hungry in 2018.", {"children"}),
        ("More than 2 million Kenyan children under five died in 2018.", set()),
    ],
)
def test_children_under_five_are_a_group_unless_it_is_told_that_they_died(text: str, named: set[str]) -> None:
    """Deaths of children under five have a name in tables, which counts them; whatever else is told of them is told of a group."""
    (claim, *_) = read_text(text, said=date(2020, 2, 1)).claims
    assert query_of(claim).groups_around == named
    assert groups(["children"]) == {"children"}
