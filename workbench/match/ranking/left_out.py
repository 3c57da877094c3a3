"""What a title leaves out and a claim speaks of: "deaths of people with HIV" beside "Deaths due to tuberculosis, excluding HIV".

The word stands in both, and says the opposite: such a series never answers for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.words.keys import STOP, words
from workbench.match.words.stems import stem

_LEFT_OUT = re.compile(
    r"\b(?:excluding|except(?:ing)?(?: for)?|other than|not including|exclusive of|excl\.?)\s+(?P<what>[^,;()]+)",
    re.IGNORECASE,
)
_ENGLISH = "en"
_NEAR = 4
"""Words before a name in which it is denied: "leaving aside those with | HIV"."""

_DENIES = frozenset(map(stem, ("without", "excluding", "except", "not", "no", "non", "outside", "aside", "apart")))


def left_out(claim: Claim, series: Series) -> Iterator[str]:
    """Gives what a claim names and the title leaves out, and does not count besides; of other languages the measure tells.

    >>> from workbench.core.series import SeriesRef
    >>> from workbench.extract import read_text
    >>> series = Series(ref=SeriesRef("a", "b"), title="Deaths due to tuberculosis, excluding HIV")
    >>> said = "Deaths of people with HIV were 24,000 in 2016.", "Deaths of people without HIV were 29,000 in 2016."
    >>> [list(left_out(read_text(each).claims[0], series)) for each in said]
    [['hiv'], []]

    Args:
        claim: The claim, its measure in English.
        series: The series.
    """
    outside = _LEFT_OUT.search(series.title)
    if outside is None:
        return
    counted = {stem(word) for word in words(_LEFT_OUT.sub(" ", series.title))}
    excluded = {stem(word) for word in words(outside["what"]) if word not in STOP} - counted
    said = [stem(word) for word in words(claim.context if claim.language == _ENGLISH else claim.measure)]
    named = (k for k, word in enumerate(said) if word in excluded)
    yield from dict.fromkeys(said[k] for k in named if _DENIES.isdisjoint(said[max(0, k - _NEAR) : k]))
