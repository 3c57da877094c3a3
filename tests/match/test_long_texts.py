"""A text is read once over, however long and whatever it is made of."""

from __future__ import annotations

import itertools
import time

import pytest

from tests.each import each
from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.words.age_groups import without_wide_ages
from workbench.match.words.compounds import head_of_compound, parts_of
from workbench.match.words.foreign_stems import german_stem

PATTERNS = [
    " ", "\n", "\t \n", " by", ", by sex", "per ", "% of ", "not ", "non", "(", "()", "; Ax", ". A: ", "aged 15 to ", "1-", "a.", "a'",
    "9", "under 5 ", "the share of ", "a", "ß", "а", "jugend", "wissenschaftlich", "та",
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


@each("letters", ["a", "jugend", "ung", "arbeits", "qu", "а", "та"])
@each("size", [81, 2_000, 10_000])
def test_a_word_that_no_language_has_is_not_parted(letters, size):
    """A word of thousands of letters has as many beginnings and ends, and each would be stemmed: 35 seconds for 4,000."""
    word = (letters * size)[:size]
    parts_of("jugendarbeitslosenquote")  # the glossary is read once
    before = german_stem.cache_info().misses
    query_of_text(word)
    assert parts_of(word) == ()
    assert head_of_compound(word) is None
    assert german_stem.cache_info().misses - before <= 2


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
