"""A year that only says at whose prices a figure is: no amount, and no period of the figure."""

from __future__ import annotations

from itertools import product

from tests.each import each
from workbench.core.relations import Prices
from workbench.extract import read_text

BASES = (
    "in constant 2018 dollars", "in 2018 dollars", "in 2018 US dollars", "in fixed 2018 euros", "in 2018 prices", "in constant 2018 US dollars",
    "in 2018 pounds", "into constant 2018 dollars",
)  # fmt: skip
FRAMES = (
    "Put {}, aid came to 16.5 billion in 2013.",
    "In 2013 aid, {}, rose by 28 percent.",
    "Aid rose by 28 percent in 2013, {}.",
)
MONEY = (
    "We paid 2018 dollars for it in 2013.", "A fine of 2018 dollars was set in 2013.", "It cost 2,018 dollars in 2013.", "He owes 2018 euros.",
)  # fmt: skip


@each("frame, base", list(product(FRAMES, BASES)))
def test_a_year_of_prices_is_no_amount_and_no_period(frame, base):
    """Aid, in constant 2018 dollars, rose by 28 percent in 2013: one claim, of 2013, at constant prices."""
    (claim,) = read_text(frame.format(base)).claims
    assert "2018" not in claim.quote
    assert claim.period.value.label == "2013"
    assert claim.prices is (Prices.REAL if {"constant", "fixed"} & set(base.split()) else None)


@each("text", MONEY)
def test_as_many_dollars_are_an_amount(text):
    """We paid 2018 dollars for it in 2013: so many were paid."""
    assert any(claim.amount is not None and claim.amount.value.low == 2018 for claim in read_text(text).claims)


def test_each_year_of_prices_in_a_sentence_is_none():
    """Aid was 13 billion in constant 2010 dollars and 16 billion in 2018 dollars: two figures are told, no 2,018."""
    said = "Aid was 13 billion pounds in constant 2010 dollars, and 16 billion pounds in 2018 dollars."
    assert [claim.amount.value.low for claim in read_text(said).claims] == [13_000_000_000, 16_000_000_000]
