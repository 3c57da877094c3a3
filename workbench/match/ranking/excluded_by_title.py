"""What a title excludes and a claim names: "deaths of people with HIV" and "Deaths due to tuberculosis, excluding HIV".

Both contain the word, with opposite meanings: such a series never answers for it.
"""

from __future__ import annotations

from workbench.core.claim import LEFT_OUT, Claim
from workbench.core.series import Series
from workbench.match.words.excluding_words import left_out_of, named_of
from workbench.match.words.normalisation import words

_ENGLISH = "en"
"""The language of titles: a claim's measure in another language is translated into it and then compared."""


def left_out(claim: Claim, series: Series) -> tuple[str, ...]:
    """Find what a claim names and the title excludes, unless the title also counts it.

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
    if not excluded or any(
        each.rule == LEFT_OUT for each in claim.qualifiers
    ):  # what it takes out is held against the title
        return ()
    return named_of(words(claim.context if claim.language == _ENGLISH else claim.measure), excluded)
