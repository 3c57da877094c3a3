"""Some of so many: "19 of every 1,000" are told to the nearest one of them, and not to the nearest percent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare.claimed_figure import claimed_level
from workbench.extract import read_text

FRAMES = ("In 2016 {} of every {} people fell ill.", "In 2016 {} out of {} people fell ill.")
WHOLES = ("1,000", "10,000", "100,000")


@each("part", [13, 19, 47, 634])
@each("whole", WHOLES)
@each("frame", FRAMES)
def test_so_many_of_a_thousand_are_told_to_the_nearest_one(frame: str, whole: str, part: int):
    claims = read_text(frame.format(part, whole), said=date(2017, 6, 1), place="GRC").claims
    (amount,) = [claim.amount.value for claim in claims if claim.amount]
    many = Decimal(whole.replace(",", ""))
    said = claimed_level(amount).range
    assert (said.low, said.high) == ((part - Decimal("0.5")) / many * 100, (part + Decimal("0.5")) / many * 100)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("53 out of 100 people were ill.", "52.5", "53.5"), ("One in five was ill.", "19", "21")]
)
def test_of_a_hundred_and_of_a_few_as_ever(text: str, low: str, high: str):
    claims = read_text(text, said=date(2017, 6, 1), place="GRC").claims
    (said,) = [claimed_level(claim.amount.value).range for claim in claims if claim.amount]
    assert (said.low, said.high) == (Decimal(low), Decimal(high))
