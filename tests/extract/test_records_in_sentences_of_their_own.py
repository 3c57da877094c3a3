"""A record told in a sentence of its own is one of what the sentence before measures."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

FIRST = "Unemployment in Greece was 27.5 percent in 2013. "


@pytest.mark.parametrize(
    ("then", "highest"),
    [
        ("It was the highest rate since 2000.", True),
        ("It was the highest figure since 2000.", True),
        ("It was the lowest level since 2000.", False),
        ("No year since 2000 saw a higher rate.", True),
        ("No year since 2000 shows a larger number.", True),
        ("No year since 2000 shows a lower rate.", False),
    ],
)
def test_a_record_is_read_with_the_measure_before_it(then: str, highest: bool) -> None:
    claims = read_text(FIRST + then, said=date(2015, 2, 11)).claims
    assert [claim.measure for claim in claims] == ["unemployment rate", "unemployment rate"]
    rank = claims[1].rank
    assert rank is not None
    assert (rank.highest, rank.place, rank.since, rank.begins) == (highest, 1, True, 2000)


@pytest.mark.parametrize(
    "said", ["No year since 2000 was easy.", "No quarter of the town is poorer.", "No other year matters."]
)
def test_no_record_is_told_by_less(said: str) -> None:
    assert all(claim.rank is None for claim in read_text(FIRST + said, said=date(2015, 2, 11)).claims)
