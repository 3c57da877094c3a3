"""What a title leaves out and a claim speaks of: "deaths of people with HIV" beside "Deaths due to tuberculosis, excluding HIV".

The word stands in both, and says the opposite: such a series never answers for it.
"""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.words.keys import words
from workbench.match.words.left_out_words import left_out_of, named_of

_ENGLISH = "en"
"""The language of titles: of other languages the claim's measure, put into it, is compared."""


def left_out(claim: Claim, series: Series) -> tuple[str, ...]:
    """Return what a claim names and the title leaves out, and does not count besides.

    >>> from workbench.core.series import SeriesRef
    >>> from workbench.extract import read_text
    >>> series = Series(ref=SeriesRef("a", "b"), title="Deaths due to tuberculosis, excluding HIV")
    >>> said = "Deaths of people with HIV were 24,000 in 2016.", "Deaths of people without HIV were 29,000 in 2016."
    >>> [left_out(read_text(each).claims[0], series) for each in said]
    [('hiv',), ()]

    Args:
        claim: The claim, its measure in English.
        series: The series.
    """
    excluded = left_out_of(series.title)
    if not excluded:
        return ()
    return named_of(words(claim.context if claim.language == _ENGLISH else claim.measure), excluded)
