"""Questions: "Was it 26 percent?", "It was 26 percent, wasn't it?", "It was 26 percent. Is that true?".

A question whether something was so states nothing that a figure could support or refute. A question why it was so, or
whether that is known, takes it for granted and so states it. So does a statement with a question about something else
behind it.
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.words.word_patterns import word_pattern

ASKED_OUTRIGHT = "asked_outright"
"""Class of phrases that ask without a question mark too: "is it true that", of the word file's tenses."""

MARK = "?"
"""What a question ends with."""
REACH = 60
"""Number of characters of the next sentence in which it may ask about this one, or answer it."""

_CLOSING = "“”\"'’»«›‹) \n"
_STOPS = re.compile(r"[.!?:;]\s|[(„«“]|(?:\A|(?<=\s))[\"“]")
"""Where a question or another statement begins inside a sentence: behind a full stop, before a quote or a bracket."""


def is_asked(words: str, span: Span, following: str, language: str) -> bool:
    """Check whether a claim is only asked and not stated.

    >>> def asked(said, figure):
    ...     at = said.index(figure)
    ...     return is_asked(said, Span(at, at + len(figure)), "", "en")
    >>> asked("Was it 5 percent?", "5"), asked("Why was it 5 percent?", "5"), asked("It was 5 percent, so why wait?", "5")
    (True, False, False)
    >>> asked("He asked whether it was 5 percent.", "5")
    True

    Args:
        words: The sentence, with blanks in place of forms of address.
        span: The claim in it.
        following: The beginning of the text behind the sentence.
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
    """Check whether a question takes its content for granted.

    Examples: "why did it fall to 5 percent", "how can we wait when it is 5 percent".
    """
    pattern = word_pattern("tenses", "takes_for_granted", language)
    if pattern is None:
        return False
    before = words[question.start : span.start]
    found = pattern.search(before) or pattern.search(question.cut(words))
    return found is not None and found.start() < len(before)


def following_words(text: str, sentence: Span) -> str:
    """Cut the text behind a sentence to the part that may ask about it or answer it.

    >>> following_words("“Was it so?” Yes, it was.", Span(0, 11))
    'Yes, it was.'
    """
    return text[sentence.end : sentence.end + REACH].lstrip(_CLOSING)


def _question_around(words: str, span: Span) -> Span | None:
    """Find the question around a claim, from its start to its mark; None for a claim in no question."""
    mark = words.find(MARK, span.end)
    if mark < 0 or _STOPS.search(words, span.end, mark) is not None:
        return None
    begins = [each.end() for each in _STOPS.finditer(words, 0, span.start)]
    return Span(begins[-1] if begins else 0, mark + 1)


def _matches(key: str, words: str, language: str) -> bool:
    pattern = word_pattern("tenses", key, language) if words else None
    return pattern is not None and pattern.search(words) is not None
