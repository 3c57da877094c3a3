"""Changes: which way, by how much, in which measure, and from when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.number import plain
from workbench.extract import read_text
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.time.periods import find_periods

SAID = date(2021, 12, 2)


def _changes(text: str):
    amounts, periods = find_amounts(text), find_periods(text, SAID)
    return find_changes(text, amounts, periods, SAID)


def _brief(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Direction, mode, amount and base of every change."""
    return [
        (
            m.value.direction.value,
            m.value.mode.value,
            None if m.value.amount is None else plain(m.value.amount.value.low),
            None if m.value.base is None else m.value.base.label,
        )
        for m in _changes(text)
    ]


CASES = [
    ("Exports grew by 7.2 percent.", ("up", "relative", "7.2", None)),
    ("It is a 36.5% reduction in regards to 2020.", ("down", "relative", "36.5", "2020")),
    ("The rate is down by 2.5 percentage points compared with 2019.", ("down", "points", "2.5", "2019")),
    ("There were 1,500 fewer thefts than in 2019.", ("down", "absolute", "1500", "2019")),
    ("There were 700 more arrests than in 2020.", ("up", "absolute", "700", "2020")),
    (
        "10,455 were prevented in 2021, a drop of almost 50 percent on the year before.",
        ("down", "relative", "50", "2020"),
    ),
    ("Cases are down 60 percent.", ("down", "relative", "60", None)),
    ("Prices are 5 percent lower than a year ago.", ("down", "relative", "5", "2020")),
    ("Foreign investment doubled in 2020.", ("up", "multiple", "2", None)),
    ("The number of crimes halved.", ("down", "multiple", "0.5", None)),
    ("The budget increased fivefold.", ("up", "multiple", "5", None)),
    ("There are three times as many doctors.", ("up", "multiple", "3", None)),
    ("It was 1.5 times higher than in 2019.", ("up", "multiple", "1.5", "2019")),
    ("Wages rose 8% year on year in 2020.", ("up", "relative", "8", "2019")),
    ("It fell from 27.3% in 2015 to 16.6% in 2020.", ("down", "absolute", None, "2015")),
    ("It fell from 8.3 % (rank 33) in 2015 to 4.9 % (rank 12) in 2019.", ("down", "absolute", None, "2015")),
    ("It went up from 48.8% of GDP in 2019 to 58.7% in 2020.", ("up", "absolute", None, "2019")),
    ("From 48.8% of GDP in 2019 to 60.2% in 2020, debt has been a worry.", ("up", "absolute", None, "2019")),
    ("The number of visitors went from 540,000 to 150,000.", ("down", "absolute", None, None)),
    ("There are twice as many doctors as in 2019.", ("up", "multiple", "2", "2019")),
    ("Wages rose by half a percentage point.", ("up", "points", "0.5", None)),
    ("Crime dropped 15 percent, from 25,000 offences in 2016 to 21,250 in 2020.", ("down", "relative", "15", "2016")),
    ("Exports rose by 12% year-on-year in 2020.", ("up", "relative", "12", "2019")),
    ("Exports grew by 20% between 2015 and 2020.", ("up", "relative", "20", "2015")),
    ("In May 2020 prices climbed 0.4 % month on month.", ("up", "relative", "0.4", "Apr 2020")),
    ("In 2020-Q1 it shrank 1.9% compared with the previous quarter.", ("down", "relative", "1.9", "2019-Q4")),
    ("The rate was lower in 2002 than in 1995.", ("down", "absolute", None, "1995")),
    ("The deficit narrowed to 3.5% of GDP.", ("down", "absolute", None, None)),
    ("It was 7.2 million euros in 2020, up from 6.1 million euros in 2019.", ("up", "absolute", None, "2019")),
    ("Rates were raised by 25 basis points.", ("up", "points", "25", None)),
    ("Poverty was reduced by half.", ("down", "relative", "50", None)),
    ("Crime is down 26 percent since 2015.", ("down", "relative", "26", "2015")),
    ("Unemployment has not fallen since 2019.", ("flat", "absolute", None, "2019")),
    ("Exports fell last year.", ("down", "absolute", None, None)),
    ("The rate remained unchanged.", ("flat", "absolute", None, None)),
    ("It grew by an average of 3.2% a year.", ("up", "relative", "3.2", None)),
    ("FTSE -0.6% at noon.", ("down", "relative", "0.6", None)),
    ("Prices rose by 40 to 50 percent.", ("up", "relative", "40", None)),
    ("A 5% increase was agreed.", ("up", "relative", "5", None)),
]


@each(("text", "change"), CASES)
def test_the_change_of_a_sentence(text: str, change: tuple[str, str, str | None, str | None]):
    assert _brief(text) == [change]


def test_two_changes_of_one_sentence():
    """Cases are down 60 percent and applications up 70 percent."""
    assert [c[:3] for c in _brief("Cases are down 60 percent and applications up 70 percent.")] == [
        ("down", "relative", "60"),
        ("up", "relative", "70"),
    ]


def test_a_fall_over_nine_months_is_measured_from_the_same_months_of_the_year_before():
    text = "In the first 9 months of 2021, 16,000 were halted, a 36.5% reduction in regards to the same period in 2020."
    (change,) = _changes(text)
    assert change.value.base.label == "Jan–Sep 2020"
    assert change.span.cut(text) == "36.5% reduction"


def test_where_a_change_starts_and_where_it_ends_are_kept():
    (change,) = _changes("Unemployment fell from 27.3% in 2015 to 16.6% in 2020.")
    assert (plain(change.value.origin.value.low), plain(change.value.target.value.low)) == ("27.3", "16.6")


def test_what_a_change_reaches_is_not_its_size():
    (change,) = _changes("Exports dropped 7% to $2.3 billion.")
    assert (plain(change.value.amount.value.low), plain(change.value.target.value.low)) == ("7", "2300000000")


@each(
    "text",
    ["Germany spends more on defence than France.", "12% of adults smoke.", "Up to 600 million euros will be available.",
     "A defense that gave up 517 yards.", "The project cost $1.2 billion.", "We must improve coordination.",
     "They raised $5 million.", "More than 450 officers took part.", "He fell asleep.", "They could not rise to the challenge.", "They carried it up eight flights of stairs.", "Growth will be 3 to 4 percent.", ""],
)  # fmt: skip
def test_what_is_no_change(text: str):
    assert _brief(text) == []


WORDS = st.sampled_from(
    [
        "rose",
        "fell",
        "by",
        "from",
        "to",
        "5%",
        "16,000",
        "jobs",
        "a",
        "drop",
        "of",
        "3",
        "points",
        "more",
        "fewer",
        "than",
        "2020",
        "in",
        "the",
        "year",
        "before",
        "up",
        "down",
        "doubled",
        "times",
        "as",
        "not",
        "unchanged",
        "compared",
        "with",
        "since",
        "2015",
        "and",
        ",",
        ".",
        "-",
        "+",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join)))
def test_no_text_crashes_and_every_span_cuts(text: str):
    for mention in _changes(text):
        assert mention.span.cut(text).strip()
        assert mention.value.amount is None or mention.value.amount.value.low.is_finite()


@pytest.mark.parametrize("said", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_calendar_has_a_first_and_a_last_year(said: date):
    text = "Today prices rose 5 % year-on-year, more than in the previous quarter, last week and three weeks from now."
    periods = find_periods(text, said)
    assert [m.value.amount.value.low for m in find_changes(text, find_amounts(text), periods, said)] == [5]


@each(
    ("language", "said", "words"),
    [
        (
            "en",
            "Unemployment fell in March 2021 to just under 4.2 percent.",
            "fell in March 2021 to just under 4.2 percent",
        ),
        ("en", "Prices rose in the third quarter of 2021 to 5 euros.", "rose in the third quarter of 2021 to 5 euros"),
        (
            "de",
            "Die Quote sank im Jahr 2021 auf etwas mehr als 4 Prozent.",
            "sank im Jahr 2021 auf etwas mehr als 4 Prozent",
        ),
        (
            "mk",
            "Невработеноста падна во март 2021 година на нешто под 4 отсто.",
            "падна во март 2021 година на нешто под 4 отсто",
        ),
    ],
)
def test_a_time_and_a_hedge_do_not_part_a_verb_from_the_value_that_it_goes_to(language: str, said: str, words: str):
    (claim,) = read_text(said, language=language).claims
    assert claim.span.cut(said) == words
