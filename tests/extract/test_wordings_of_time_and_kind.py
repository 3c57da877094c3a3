"""Wordings that told another time, way or kind than was read: months ahead, two units ago, events, negative growth, denials, firsts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind, Direction
from workbench.core.quantity import Relation
from workbench.extract import read_text

SAID = date(2021, 12, 2)


def _one(said: str, language: str = "en"):
    (claim,) = read_text(said, said=SAID, language=language).claims
    return claim


@each(
    ("language", "said", "period"),
    [
        ("en", "We will raise pensions for 40,000 people in March.", "Mar 2022"),
        ("en", "The scheme for 40,000 people will begin on April 7.", "7 Apr 2022"),
        ("en", "In March we hired 40,000 people.", "Mar 2021"),
        ("de", "Wir werden im März 40.000 Stellen schaffen.", "Mar 2022"),
        ("en", "Two years and three months ago unemployment was 9 percent.", "Sep 2019"),
        ("de", "Vor zwei Jahren und drei Monaten lag die Quote bei 9 Prozent.", "Sep 2019"),
        ("en", "We will build 5,000 homes over the next decade.", "3 Dec 2021–2 Dec 2031"),
        ("en", "In 2019 it was 9 percent, in the year before that it was 8.", "2019"),
    ],
)
def test_the_time_is_read_in_its_tense(language: str, said: str, period: str):
    claim = read_text(said, said=SAID, language=language).claims[0]
    assert str(claim.period.value) == period


@pytest.mark.parametrize("event", ["the war", "he came", "our reform", "the crisis"])
def test_the_year_before_an_event_is_not_the_year_before_the_speech(event: str):
    assert _one(f"The year before {event}, unemployment was 11 percent.").period is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The economy had negative growth of 6.1 percent."),
        ("de", "Die Wirtschaft hatte ein negatives Wachstum von 6,1 Prozent."),
        ("mk", "Имаше негативен раст од 6,1 отсто."),
    ],
)
def test_negative_growth_is_a_fall(language: str, said: str):
    assert _one(said, language).change.value.direction is Direction.DOWN


@pytest.mark.parametrize("denial", ["not close to", "nowhere near", "not nearly", "not anywhere near"])
def test_a_figure_that_is_denied_is_not_asserted(denial: str):
    assert _one(f"The number of deaths is {denial} 2,000.").amount.value.relation is Relation.LESS_THAN


@pytest.mark.parametrize(
    "said",
    [
        "We are the number-one producer of oil.",
        "There are more women in the workforce than ever.",
        "Fewer people are out of work than at any time.",
        "It was the best month for car sales since the start of 2018.",
    ],
)
def test_a_first_without_a_figure_is_a_claim_of_rank(said: str):
    assert _one(said).kind is ClaimKind.RANK


@pytest.mark.parametrize(
    "said", ["People then could hope for 47 years.", "A girl born then could expect to live 55 years."]
)
def test_what_could_be_expected_is_no_promise(said: str):
    assert _one(said).kind is ClaimKind.LEVEL


def test_an_idea_that_comes_up_is_no_rise():
    """They came up with 5 ideas."""
    assert not read_text(test_an_idea_that_comes_up_is_no_rise.__doc__, said=SAID).changes


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("In the three years 2017, 2018 and 2019 no fewer than 12,400 firms were founded.", "en"),
        ("In 2017, 2018 and 2019 Kenya founded 12,400 firms.", "en"),
        ("In 2017, 2018, and 2019 in all, 12,400 firms were founded.", "en"),
        ("2017, 2018 und 2019 zusammen wurden 12.400 Firmen gegründet.", "de"),
        ("Во 2017, 2018 и 2019 година вкупно беа основани 12.400 фирми.", "mk"),
    ],
)
def test_years_that_are_listed_are_taken_together_all_of_them(said, language):
    """Of three years the last two are no answer."""
    claim = read_text(said, said=date(2021, 5, 4), language=language).claims[0]
    assert str(claim.period.value) == "2017–2019"


@pytest.mark.parametrize("since", ["since January 2005", "since at least January 2005", "since at least 2005"])
def test_a_month_beside_since_is_counted_from_the_speech(since):
    """The time since which a row goes says nothing of the month in which it was reached."""
    said = f"Inflation reached 7.4 percent in November, the highest reading {since}."
    claims = read_text(said, said=date(2021, 12, 16)).claims
    assert [str(claim.period.value) for claim in claims] == ["Nov 2021", "Nov 2021"]
