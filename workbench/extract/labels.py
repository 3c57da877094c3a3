"""Figures that count nothing: names, labels, clock times, scores, phone numbers.

Why this room exists: "chapters 23 and 24", "Covid-19", "9/11" and "10:30" look like amounts and are none. A claim made of one
would be checked against statistics that have nothing to do with it.
"""

from __future__ import annotations

from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, word_at
from workbench.extract.lexicon import lexicon
from workbench.extract.numbers import Number

_FURTHEST = 12


def is_label(tokens: Tokens, number: Number, text: str) -> bool:
    """Whether a figure is no amount at all.

    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.numbers import read_number
    >>> t = "chapters 23 and 24"
    >>> is_label(lex(t), read_number(lex(t), 3), t)
    True
    """
    i = number.first
    if tokens[i].kind is not Kind.NUMBER:
        return False
    return (
        _is_ordinal(tokens, number)
        or _is_glued_to_name(tokens, i, text)
        or _is_clock_or_score(tokens, number)
        or _is_code(tokens, i)
        or _follows_label(tokens, i)
    )


def _is_ordinal(tokens: Tokens, number: Number) -> bool:
    return word_at(tokens, number.end) in {"st", "nd", "rd", "th"} and glued(tokens, number.end)


def _is_glued_to_name(tokens: Tokens, i: int, text: str) -> bool:
    """Covid-19, F-35, sub-1.5: a name, a hyphen and a figure without a space."""
    if not glued(tokens, i) or word_at(tokens, i - 1) not in HYPHENS or not glued(tokens, i - 1):
        return False
    return i >= 2 and tokens[i - 2].kind is Kind.WORD and tokens[i - 2].low not in {"to", "mid"}  # noqa: PLR2004


def _is_clock_or_score(tokens: Tokens, number: Number) -> bool:
    i, j = number.first, number.end
    behind, before = word_at(tokens, j), word_at(tokens, i - 1)
    if behind in {":", "/"} and glued(tokens, j) and glued(tokens, j + 1) and _is_figure(tokens, j + 1):
        return True
    if before in {":", "/"} and glued(tokens, i) and glued(tokens, i - 1) and _is_figure(tokens, i - 2):
        return True
    return behind in lexicon().clock or (behind in {"a", "p"} and word_at(tokens, j + 1) == "." and word_at(tokens, j + 2) == "m")


def _is_figure(tokens: Tokens, i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind is Kind.NUMBER


def _is_code(tokens: Tokens, i: int) -> bool:
    """Phone numbers and other codes: a leading zero, or several groups of digits in a row."""
    low = tokens[i].low
    if len(low) > 1 and low[0] == "0" and low[1].isdigit():
        return True
    return any(word_at(tokens, k) in lexicon().phones for k in range(max(0, i - 4), i)) and len(low) > 4  # noqa: PLR2004


def _follows_label(tokens: Tokens, i: int) -> bool:
    """Chapters 23 and 24; Articles 5, 6 and 7; No. 12."""
    lex_ = lexicon()
    for k in range(i - 1, max(-1, i - _FURTHEST), -1):
        word = word_at(tokens, k)
        if word in lex_.labels:
            return True
        if tokens[k].kind is not Kind.NUMBER and word not in lex_.joins and not (word == "." and k == i - 1):
            return False
    return False
