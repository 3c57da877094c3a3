"""A change that does not say from when to when is measured between the levels told around it; one that says so itself keeps its own times."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import Claim
from workbench.extract import read_text

SAID = date(2021, 3, 15)
LEVEL = {
    "en": "In 2019 the unemployment rate was 15 percent. ",
    "de": "2019 lag die Arbeitslosenquote bei 15 Prozent. ",
    "mk": "Во 2019 стапката на невработеност беше 15 отсто. ",
}
SET_BESIDE = [
    ("en", "Compared with 2014, that is a fall of 5 points."),
    ("en", "Compared to 2014 it fell by 5 points."),
    ("en", "In comparison to the year 2014 it is lower for 5 percentage points."),
    ("en", "Against 2014 it had fallen by 5 points."),
    ("en", "Relative to 2014 this means a fall of 5 points."),
    ("de", "Verglichen mit 2014 ist das ein Rückgang um 5 Punkte."),
    ("de", "Gegenüber 2014 bedeutet das ein kräftiges Minus von 5 Prozentpunkten."),
    ("de", "Bezogen auf das Jahr 2014 entspricht dies einem Rückgang um 5 Punkte."),
    ("de", "Der Rückgang gegenüber 2014 beträgt somit 5 Punkte."),
    ("mk", "Во споредба со 2014 тоа е пад од 5 поени."),
    ("mk", "Споредено со 2014, падот изнесува 5 поени."),
]


def last(said: str, language: str = "en") -> Claim:
    return next(
        c for c in reversed(read_text(said, said=SAID, place="SVN", language=language).claims) if c.change is not None
    )


def ends(claim: Claim) -> tuple[str, str, str]:
    """Return which way it went, since when and until when."""
    assert claim.change is not None
    return claim.change.value.direction.value, str(claim.change.value.base), str(claim.period and claim.period.value)


@each(("language", "said"), SET_BESIDE)
def test_what_a_level_is_set_beside_at_the_head_of_a_sentence_is_the_base(language: str, said: str):
    claim = last(LEVEL[language] + said, language)
    assert ends(claim) == ("down", "2014", "2019")
    assert claim.measure in {"unemployment rate", "Arbeitslosenquote", "стапка на невработеност"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Ten years earlier it had been higher by 5 points."),
        ("de", "Zehn Jahre zuvor war sie um 5 Punkte höher gewesen."),
    ],
)
def test_what_an_earlier_level_was_beside_the_one_just_told_is_the_way_between_them(language: str, said: str):
    assert ends(last(LEVEL[language] + said, language)) == ("down", "2009", "2019")


def test_a_verb_of_change_at_an_earlier_time_is_of_that_time():
    """It tells of a move up to 2009, and sets nothing beside 2019."""
    claim = last(LEVEL["en"] + "Ten years earlier it had risen by 5 points.")
    assert ends(claim)[0] == "up"
    assert ends(claim)[2] == "2009"


def test_a_rate_over_the_year_before_that_of_the_level_is_measured_from_it():
    claim = last("In 2020 39,520 new cars were registered. The annual total thus rose by 2.5 % over 2019.")
    assert ends(claim) == ("up", "2019", "2020")
    assert ends(last("New cars were registered by the thousand in 2020. Prices rose by 2.5 % over 2019."))[2] == "2019"


BETWEEN = [
    (
        "en",
        "The rate was 36 percent in 2000, and 8.6 percent in 2017. Less than a quarter of what it was.",
        ("down", "2000", "2017"),
    ),
    (
        "en",
        "The rate was 23 percent in 2014. In 2013 the rate was 76 percent. That is a drop of 53 points.",
        ("down", "2013", "2014"),
    ),
    (
        "en",
        "The rate was 35.4 percent in 2019, as against 22.5 percent in 2014, i.e. a gain of 12.9 points.",
        ("up", "2014", "2019"),
    ),
    (
        "en",
        "Our rate has nearly halved: from 143 new cases per 100,000 people in 2000 to 74 in 2016.",
        ("down", "2000", "2016"),
    ),
    ("mk", "Во 2000 година починале 110 лица, а во 2016 година 20, што е пад од 82 отсто.", ("down", "2000", "2016")),
]


@pytest.mark.parametrize(("language", "said", "expected"), BETWEEN)
def test_a_change_that_the_arithmetic_or_the_words_tie_to_two_levels_is_between_them(language, said, expected):
    assert ends(last(said, language)) == expected


def test_a_change_is_tied_to_no_two_levels_that_it_is_not_the_distance_of():
    said = (
        "The rate was 35.4 percent in 2019, as against 22.5 percent in 2014, and prices saw a gain of 7 points in 2018."
    )
    assert ends(last(said))[1:] != ("2014", "2019")


def test_two_levels_of_one_time_are_the_ends_of_nothing():
    """It was read with a fault before, since neither of the two is the earlier."""
    claim = last("23 % of children were vaccinated in 2014. In 2014 it was 76 %. That is a drop of 53 points.")
    assert ends(claim)[1] == "None"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A job was sought by 6 percent in 2013. Then came the recovery. By 2018 the rate was down by 2 points."),
        ("de", "Im Jahr 2013 suchten 6 Prozent Arbeit. Bis 2018 sank diese Quote um 2 Punkte."),
    ],
)
def test_a_bare_rate_is_that_of_the_figure_before_it(language: str, said: str):
    claims = read_text(said, said=SAID, place="SVN", language=language).claims
    assert claims[-1].measure == claims[0].measure
    assert ends(claims[-1]) == ("down", "2013", "2018")
