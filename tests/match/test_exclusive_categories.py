"""A title that names one of several categories measures no claim that names another: "mobile" beside "fixed", measles beside mumps."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import permutations

import pytest

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import query_of, unmatched_words
from workbench.match.fit.exclusive_categories import exclusive_categories, opposite_sides
from workbench.match.query.claim_units_in_english import in_english

PAIRS = [
    (one, other)
    for row in exclusive_categories()
    for (one, _), (other, _) in permutations(row.sides, 2)
    if not row.directions
]


def series(title: str) -> Series:
    return Series(ref=SeriesRef("mine", title), title=title)


@cache
def claim_of(text: str, language: str = "en"):
    return in_english(read_text(text, said=date(2021, 6, 5), language=language, place="BRA").claims[0])


@each(("said", "titled"), PAIRS)
def test_each_category_is_told_from_each_other_of_its_row(said: str, titled: str):
    query = query_of(claim_of(f"Some 4,000 {said} cases were counted in 2018."))
    assert opposite_sides(query, series(f"Number of {titled} cases")) == (titled, said)
    assert opposite_sides(query, series(f"Number of {said} and {titled} cases")) is None
    assert opposite_sides(query, series("Number of cases")) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Subscriptions of mobile Internet in Brazil amounted in the year 2018 to 14.9 on each 100 inhabitants."),
        ("en", "Mobile broadband in Brazil: 14.9 contracts per 100 inhabitants in 2018."),
        ("en", "In 2018 Brazil had 14.9 mobile internet subscriptions for every 100 people."),
        ("de", "In 2018 kamen in Brasilien auf 100 Einwohner 14,9 mobile Internetanschlüsse."),
        ("mk", "Во 2018 година Бразил имаше 14,9 мобилни интернет претплатници на 100 жители."),
    ],
)
def test_mobile_lines_are_no_fixed_ones(language: str, text: str):
    left = unmatched_words(claim_of(text, language), series("Fixed Internet broadband subscriptions"))
    assert left.kinds or left.unanswered


def test_no_word_stands_in_two_categories_of_a_row():
    for row in exclusive_categories():
        stems = [stem for _, words in row.sides for stem in words]
        assert len(stems) == len(set(stems)), row.sides
