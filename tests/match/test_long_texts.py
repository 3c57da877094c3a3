"""A text is read once over, however long and whatever it is made of."""

from __future__ import annotations

import itertools
import time

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.breakdown import without_breakdown
from workbench.match.groups import without_wide_ages

PATTERNS = [
    " ", "\n", "\t \n", " by", ", by sex", "per ", "% of ", "not ", "non", "(", "()", "; Ax", ". A: ", "aged 15 to ", "1-", "a.", "a'",
    "9", "under 5 ", "the share of ",
]  # fmt: skip
SIZES = (50_000, 100_000, 200_000)
MOST, FLOOR = 2.0**1.2, 0.3
"""How many times the work twice the text may take, and how many CPU-seconds are too few to tell."""


@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\u00a0", "\u2003"])
def test_blanks_say_nothing(blank):
    many = blank * 40
    title = f"Unemployment rate,{many}by sex and age"
    assert without_breakdown(title) == "Unemployment rate"
    assert without_wide_ages(f"Employed{many}persons aged 15 to 64,{many}total") == "Employed, total"


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS)
def test_twice_the_text_is_twice_the_work(pattern):
    """Where a text is spoken, and where it is a title of the list; a word at its end lets no short cut be taken."""
    named = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate, women")
    spent = []
    for size in SIZES:
        text = (pattern * size)[:size] + " by women"
        began = time.process_time()
        TitleIndex([named]).rank(query_of_text(text))
        TitleIndex([named, Series(ref=SeriesRef("mine", "b"), title=text)]).rank(query_of_text("unemployment of women"))
        spent.append(time.process_time() - began)
    assert spent[-1] < 2
    for less, more in itertools.pairwise(spent):
        assert more <= max(FLOOR, less * MOST)
