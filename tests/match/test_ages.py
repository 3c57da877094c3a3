"""A series of other ages than the claim names is never sure, be the ages words of its title or a member of its table."""

from __future__ import annotations

from itertools import product

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match.query.query import query_of
from workbench.match.ranking.series import TitleIndex

AGES = [("15", "24"), ("21", "34"), ("30", "34"), ("55", "64")]
TITLES = [
    "Part-time employment, aged {} to {}",
    "Part-time employment; Age: From {} to {} years; Sex: Male; Worker status: Employees",
    "Part-time employment of persons aged {}-{}",
]


@pytest.mark.parametrize(("title", "mine", "theirs"), product(TITLES, AGES, AGES))
def test_only_a_series_of_the_same_ages_is_usable(title: str, mine: tuple[str, str], theirs: tuple[str, str]):
    """In Spain, part-time employment of people aged 21 to 34 rose."""
    series = Series(ref=SeriesRef("mine", "a"), title=title.format(*theirs))
    said = f"In Spain, part-time employment of men aged {mine[0]} to {mine[1]} was 28 percent in 2014."
    (found,) = TitleIndex([series]).rank(query_of(read_text(said).claims[0]))
    if mine != theirs:
        assert not found.usable
        assert f"aged {theirs[0]} to {theirs[1]}" in (found.doubt or found.barred or "")
