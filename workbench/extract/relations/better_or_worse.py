"""Whether more of what a sentence measures is better or worse, which decides the end of "the worst" and "ahead of".

One table of the word files tells it. Of anything else, and of a sentence with words of both sorts, nothing is told.
"""

from __future__ import annotations

import re

from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, holds_phrase


def is_worse_when_high(words: str, language: str) -> bool | None:
    """Tell whether more of what is measured is worse; None where the table does not say.

    >>> [is_worse_when_high(said, "en") for said in ("the jobless rate", "life expectancy", "the rate of marriage")]
    [True, False, None]

    Args:
        words: A sentence.
        language: Two letters.
    """
    worse, better = (
        holds_phrase(words, "relations", key, file_for(language)) for key in ("worse_when_high", "better_when_high")
    )
    return worse if worse is not better else None


def is_highest(found: re.Match[str], words: str, language: str) -> bool | None:
    """Tell which end a superlative or comparative names; None where it names none: "worst" of what has no better.

    >>> from workbench.extract.words.word_patterns import numbered_pattern
    >>> more = numbered_pattern("relations", "row_more", "en")
    >>> [is_highest(more.search(said), said, "en") for said in ("more jobs", "worse unemployment", "a better rate")]
    [True, True, None]

    Args:
        found: The words, with groups of the word file for the highest, the lowest, the worst and the best.
        words: The sentence.
        language: Two letters.
    """
    if group(found, "worst") or group(found, "best"):
        worse = is_worse_when_high(words, language)
        return None if worse is None else worse is (group(found, "worst") is not None)
    if group(found, "bottom"):
        return False
    return True if group(found, "top") else None
