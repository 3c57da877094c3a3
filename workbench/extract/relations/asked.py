"""Questions: "Was it 26 percent?", "It was 26 percent, wasn't it?", "It was 26 percent. Is that true?".

Who asks whether it was so says nothing that a figure could bear out or refute. Who asks why it was so, or whether that is known, takes
it for granted and so says it, and so does who tells it first and then asks something else.
"""

from __future__ import annotations

import re

from workbench.core.text import Span
from workbench.extract.words.word_patterns import word_pattern

ASKED_OUTRIGHT = "asked_outright"
"""Class of phrases that ask with no question mark too: "is it true that", of the word file's tenses."""

MARK = "?"
"""What a question ends with."""
REACH = 60
"""Letters of the next sentence that may ask about this one, or answer it."""

_CLOSING = "“”\"'’»«›‹) \n"
_STOPS = re.compile(r"[.!?:;]\s|[(„«“]|(?:\A|(?<=\s))[\"“]")
"""Where a question or another statement begins inside a sentence: behind a full stop, before what is quoted or in brackets."""


def is_asked(words: str, span: Span, following: str, language: str) -> bool:
    """Return whether a claim is asked and not said.

    >>> def asked(said, figure):
    ...     at = said.index(figure)
    ...     return is_asked(said, Span(at, at + len(figure)), "", "en")
    >>> asked("Was it 5 percent?", "5"), asked("Why was it 5 percent?", "5"), asked("It was 5 percent, so why wait?", "5")
    (True, False, False)
    >>> asked("He asked whether it was 5 percent.", "5")
    True

    Args:
        words: The sentence, with blanks in place of who is addressed.
        span: The claim in it.
        following: The head of what follows.
        language: One with a word file, or ``und``.
    """
    if _matches("confirmed_next", following, language):
        return False
    question = _question_around(words, span)
    if question is not None and _takes_for_granted(words, question, span, language):
        return False
    if _matches(ASKED_OUTRIGHT, words[: span.start], language):
        return True
    if question is None:
        return MARK not in words[span.end :] and _matches("asked_next", following, language)
    told = _matches("told_then_asked", words[span.end : question.end], language)
    return not told or _matches("asks_first", question.cut(words), language)


def _takes_for_granted(words: str, question: Span, span: Span, language: str) -> bool:
    """Return whether a question takes for granted what stands in it: "why did it fall to 5 percent", "how can we wait when it is 5 percent"."""
    pattern = word_pattern("tenses", "takes_for_granted", language)
    if pattern is None:
        return False
    before = words[question.start : span.start]
    found = pattern.search(before) or pattern.search(question.cut(words))
    return found is not None and found.start() < len(before)


def following_words(text: str, sentence: Span) -> str:
    """Return what follows a sentence, as far as it may ask about it or answer it.

    >>> following_words("“Was it so?” Yes, it was.", Span(0, 11))
    'Yes, it was.'
    """
    return text[sentence.end : sentence.end + REACH].lstrip(_CLOSING)


def _question_around(words: str, span: Span) -> Span | None:
    """Return the question that a claim stands in, from where it begins to its mark; None where it stands in none."""
    mark = words.find(MARK, span.end)
    if mark < 0 or _STOPS.search(words, span.end, mark) is not None:
        return None
    begins = [each.end() for each in _STOPS.finditer(words, 0, span.start)]
    return Span(begins[-1] if begins else 0, mark + 1)


def _matches(key: str, words: str, language: str) -> bool:
    pattern = word_pattern("tenses", key, language) if words else None
    return pattern is not None and pattern.search(words) is not None
