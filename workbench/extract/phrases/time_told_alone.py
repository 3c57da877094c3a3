"""Sentences that tell only of what time or place the figures beside them are: "Take 2009. …", "… That was in 2014.", "… I mean Greece".

Speakers name a time for itself before or after a figure. Such a sentence has nothing else to say, so its time is that of
the figure, whatever else the sentence of the figure tells ("before they turned one").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.document import Span
from workbench.extract.phrases.word_classes import phrase_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASIDE = re.compile(r",\s|\s[–—-]\s|[;:(]")
_MOST = 80
"""Most characters of such a sentence: a longer one tells more."""


def tells_only_time(words: str, named: Sequence[Span], language: str) -> bool:
    """Check whether a sentence tells nothing but a time, a place or both; what it adds behind a comma does not count.

    >>> def only(said, *names):
    ...     return tells_only_time(said, [Span(said.index(name), said.index(name) + len(name)) for name in names], "en")
    >>> only("That was in 2014.", "2014"), only("It was 2016, an election year.", "2016"), only("I mean Greece in 2019.", "Greece", "2019")
    (True, True, True)
    >>> only("I was in Spain in 2014.", "Spain", "2014"), only("The war began in 2014.", "2014"), only("That was the worst since 2014.", "2014")
    (False, False, False)

    Args:
        words: The sentence.
        named: Where it names periods and places, with offsets into it.
        language: Its language.
    """
    if not named or len(words) > _MOST:
        return False
    for span in named:
        words = f"{words[: span.start]}{' ' * (span.end - span.start)}{words[span.end :]}"
    aside = _ASIDE.search(words, max(span.end for span in named))
    said = {found[0].lower() for found in _WORD.finditer(words[: aside.start() if aside else len(words)])}
    return said <= phrase_words(language, "telling_time") and (
        not said.isdisjoint(phrase_words(language, "pointing_at_time")) or said <= phrase_words(language, "before_time")
    )
