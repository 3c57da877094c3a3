"""Finds the occasion on which somebody says something: "At the Davos summit, | the chancellor said …", "Auf dem Parteitag | sagte er …".

It tells nothing of what is said: the women of Women's Day are not counted, and the town of a rally is not where a figure is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.time.periods import find_periods
from workbench.extract.words.word_patterns import prefiltered

_FAR = 90
"""Characters behind an occasion in which somebody speaks."""
_WORDS_BEHIND = re.compile(rf"[^,;:.!?…–—()\d\n]{{1,{_FAR}}}")


def occasions(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Find the occasions at the beginnings of sentences in which somebody speaks, each with its comma and blank.

    Those that name a time are left: "last year" may be counted from it.

    >>> said = "At the Davos summit, the chancellor said that 5 percent left. At the summit, 5 percent left."
    >>> [said[start:end] for start, end in occasions(said, "en")]
    ['At the Davos summit, ']
    >>> list(occasions("At the 2019 summit, the chancellor said that 5 percent left.", "en"))
    []
    """
    pattern = prefiltered("retelling", "occasions", language)
    for found in pattern.finditer(text) if pattern is not None else ():
        behind = _WORDS_BEHIND.match(text, found.end())
        speaks = behind is not None and not phrase_words(language, "saying").isdisjoint(behind.group().lower().split())
        if speaks and not find_periods(found.group(), None, language):
            yield found.span()
