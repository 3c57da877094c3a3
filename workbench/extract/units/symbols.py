"""Read symbols of units after a figure: "5kg", "5 kg", "12 m/s", "3 million m3", "118.5p", "2.7x".

A one-letter symbol may also be a word, a scale or the number of a section; its position decides.
"""

from __future__ import annotations

from workbench.core.quantity import Dimension, Unit
from workbench.extract.units.unit_words import units
from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_kind, word_at
from workbench.extract.words.word_tables import noun_words, number_words

_LETTERS = frozenset("mgtlhWCFLAVJ")
"""One-letter symbols, in the case in which the International System of Units writes them."""


_INCHES = frozenset({"in", '"', "″"})
_CAPITALS = {"A": "amp", "V": "volt", "J": "joule"}
_TIMES_AS_MUCH = Unit(Dimension.COUNT, "time")
_TIMES = {"s": "sec", "d": "day", "y": "yr"}


def symbol_of(word: str, language: str = "en") -> Unit | None:
    """Return the unit of a symbol after a slash, where one letter is enough: the "s" of "m/s".

    >>> symbol_of("s").name, symbol_of("km").name
    ('second', 'kilometre')
    """
    table = units(language)
    unit = table.short.get(_TIMES.get(word, word)) or table.phrases.get((word,))
    return unit if unit is not None and unit.dimension in {Dimension.PHYSICAL, Dimension.DURATION} else None


def symbol_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read the unit whose symbol stands right after a figure, and the index after it.

    >>> from workbench.extract.words.lexer import lex
    >>> [symbol_at(lex(t), 1) is not None for t in ("5kg", "5 kg", "12 t", "12 m people", "118.5p", "4 p", "2.7x")]
    [True, True, True, False, True, False, True]
    """
    table, low = units(tokens.language), word_at(tokens, i)
    if low in table.coins and glued(tokens, i) and is_kind(tokens, i - 1, TokenKind.NUMBER):
        return table.coins[low], i + 1
    if low == "x" and _ends_figure(tokens, i):
        return _TIMES_AS_MUCH, i + 1
    if low in _INCHES and _is_inch(tokens, i):
        return table.short["in"], i + 1
    unit = table.short.get(_CAPITALS.get(tokens[i].raw, low)) if i < len(tokens) else None
    if unit is None or not _follows_figure(tokens, i) or _names_illness(tokens, i):
        return None
    tight = glued(tokens, i) and is_kind(tokens, i - 1, TokenKind.NUMBER)
    return (unit, i + 1) if tight or low in table.spaced or _is_letter(tokens, i) else None


def _names_illness(tokens: Tokens, i: int) -> bool:
    """Check whether capitals are the name of an illness: "900 | TB | cases"."""
    raw = tokens[i].raw
    return len(raw) > 1 and raw.isupper() and word_at(tokens, i + 1) in units(tokens.language).of_illness


def _ends_figure(tokens: Tokens, i: int) -> bool:
    """Check whether a letter is glued to the figure before it, and to none after it: "2.7x", but not "3x4"."""
    goes_on = glued(tokens, i + 1) and is_kind(tokens, i + 1, TokenKind.NUMBER)
    return glued(tokens, i) and is_kind(tokens, i - 1, TokenKind.NUMBER) and not goes_on


def _is_inch(tokens: Tokens, i: int) -> bool:
    """Check for inches after feet ("12 ft 2 in") or before a word of size."""
    if not is_kind(tokens, i - 1, TokenKind.NUMBER) or "in" not in units(tokens.language).short:
        return False
    feet = symbol_of(word_at(tokens, i - 2), tokens.language)
    if feet is not None and feet.code == "ft":
        return not is_kind(tokens, i + 1, TokenKind.NUMBER)
    return word_at(tokens, i) != "in" and word_at(tokens, i + 1) in units(tokens.language).sizes


def _follows_figure(tokens: Tokens, i: int) -> bool:
    """Check whether digits or a scale word come before: "5 kg", "3 million m3"."""
    return is_kind(tokens, i - 1, TokenKind.NUMBER) or word_at(tokens, i - 1) in number_words(tokens.language).scales


def _is_letter(tokens: Tokens, i: int) -> bool:
    """Check whether a letter after a space is a symbol: a slash or the end of the phrase follows, and no noun."""
    if tokens[i].raw not in _LETTERS or not is_kind(tokens, i - 1, TokenKind.NUMBER):
        return False
    after = word_at(tokens, i + 1)
    if not is_kind(tokens, i + 1, TokenKind.WORD):
        return not (after == "-" and glued(tokens, i + 1))
    return len(after) == 1 or after in units(tokens.language).sizes or after in noun_words(tokens.language).stops
