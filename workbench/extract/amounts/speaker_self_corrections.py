"""Recognize figures that a speaker corrects at once: "not six – seven thousand", "5 million, no, sorry, 6 million"."""

from __future__ import annotations

from functools import cache

from workbench.extract.numbers.multipliers import ScaledNumber
from workbench.extract.numbers.numbers import read_number
from workbench.extract.words.lexer import HYPHENS, Tokens, glued, word_at
from workbench.extract.words.word_files import raw_tables

_UNIT = 4
"""Most words between a figure and the words that correct it: what the figure counts."""
_NEXT, _ASIDE = 5, 14
"""Most words between those, or the dash after an aside, and the next figure; and most words including the aside."""
_PAUSES = frozenset({",", "–", "—", "-", ";", "…"})
_STOPS = frozenset({".", "!", "?"})


def is_taken_back(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is replaced by the next one, or only asked about ("Six? No, seven").

    >>> from workbench.extract.numbers.numbers import read_number
    >>> from workbench.extract.words.lexer import lex
    >>> said = "5 million, no, sorry, 6 million", "5 million, sorry to say"
    >>> [is_taken_back(tokens, read_number(tokens, 0)) for tokens in map(lex, said)]
    [True, False]
    """
    return _is_denied_for_next(tokens, number) or _is_corrected(tokens, number.end) or _is_only_asked(tokens, number)


def _is_only_asked(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a sentence is only a figure and a question mark: "Thirty-eight percent? No, forty-five"."""
    asked = len(tokens) > number.end and tokens[-1].raw == "?"
    return asked and number.first <= 1 and len(tokens) - number.end <= _UNIT - 1


def _is_denied_for_next(tokens: Tokens, number: ScaledNumber) -> bool:
    """Check whether a figure is denied in favour of the next one after a dash: "not six – seven thousand"."""
    end, dash = number.end, word_at(tokens, number.end) in HYPHENS and not glued(tokens, number.end)
    return dash and word_at(tokens, number.first - 1) == "not" and read_number(tokens, end + 1) is not None


def _is_corrected(tokens: Tokens, end: int) -> bool:
    """Check whether words of correction follow a figure and what it counts, and another figure follows directly."""
    if _PAUSES.isdisjoint(tokens.words):
        return False  # a correction comes after a pause
    last = min(len(tokens), end + _UNIT + 1)
    at = next((k for k in range(end, last) if _corrects(tokens, k)), last)
    if at == last:
        return False
    for k in range(end, at + 1):
        if word_at(tokens, k) in _STOPS or (k > end and read_number(tokens, k) is not None):
            return False
    return _figure_follows(tokens, at + 1)


def _corrects(tokens: Tokens, k: int) -> bool:
    """Check whether a word corrects what was just said: "sorry", or "no" between two pauses."""
    if tokens.lows[k - 1] not in _PAUSES:
        return False
    raw = tokens[k].raw.lower()
    alone = raw in _words(tokens.language, "denies") and word_at(tokens, k + 1) in _PAUSES
    return alone or raw in _words(tokens.language, "takes_back")


def _figure_follows(tokens: Tokens, k: int) -> bool:
    """Check whether another figure follows directly or right after an aside, in the same sentence.

    Example of an aside: "sorry, that was 2008 — | it was 10.1".
    """
    near = k + _NEXT
    for i in range(k, min(len(tokens), k + _ASIDE)):
        if word_at(tokens, i) in _STOPS:
            return False
        if word_at(tokens, i) in HYPHENS and not glued(tokens, i):
            near = i + _NEXT + 1
        elif i < near and read_number(tokens, i) is not None:
            return True
    return False


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(raw_tables(language)["numbers"][key])
