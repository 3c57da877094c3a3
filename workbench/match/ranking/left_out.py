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
_DENIES = frozenset(map(stem, ("without", "excluding", "except", "not", "no", "non", "outside", "aside", "apart")))


def left_out(claim: Claim, series: Series) -> Iterator[str]:
    """Gives the words of a claim's measure that name what the title leaves out, and nothing that it counts.

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
    said = words(claim.measure)
    if _DENIES.isdisjoint(map(stem, said)):
        yield from dict.fromkeys(word for word in said if stem(word) in excluded)
