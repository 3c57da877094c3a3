"""Read currencies before a figure: by sign, by code, by name, and with a scale in front.

Speakers and their papers write money as "US$ 58", "EUR 5", "euro 20 million", "Rs 500" and "MSEK 812".
"""

from __future__ import annotations

from workbench.core.quantity import Unit
from workbench.extract.units.unit_words import units
from workbench.extract.units.words_before_counted_noun import belongs
from workbench.extract.words.lexer import TokenKind, Tokens, glued, is_kind, word_at
from workbench.extract.words.word_tables import number_words

_SCALED = 4
_SCALES = {"K": 3, "T": 3, "M": 6, "B": 9}


def money_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read the currency sign or code right before a figure, and the index where it begins.

    >>> from workbench.extract.words.lexer import lex
    >>> unit, first = money_before(lex("of US$ 58"), 3); unit.code, first
    ('USD', 1)
    """
    if i not in tokens.money:  # cached: the readers of figures, labels and ranges ask
        tokens.money[i] = _money_before(tokens, i)
    return tokens.money[i]


def _money_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    table, word, before = units(tokens.language), tokens.lows[i - 1], tokens.lows[i - 2]
    if word in table.signs:
        if word == "$" and before in table.dollars and _is_prefix(tokens, i - 2):
            return table.dollars[before], i - 2
        return table.signs[word], i - 1
    if before == "$" and word in table.dollars and glued(tokens, i - 1):  # "$A82 million"
        return table.dollars[word], i - 2
    dotted = word == "." and glued(tokens, i - 1)  # "Rs. 500"
    return _code_before(tokens, i - dotted) or _name_before(tokens, i)


def _code_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read an ISO code or what is written like one: "EUR 5", "usd20", "Rs 500", "MSEK 812"."""
    if not is_kind(tokens, i - 1, TokenKind.WORD):
        return None
    table, word = units(tokens.language), tokens.lows[i - 1]
    if word in table.codes and (not tokens[i - 1].raw.islower() or (glued(tokens, i) and word not in table.shouted)):
        named = tokens[i - 1].raw.isupper() or len(word) == 2 or glued(tokens, i)
        if word in table.shouted and belongs(tokens, i + 1) and not glued(tokens, i):
            return None  # "ALL 5 solutions"
        if len(word) == 1 and not glued(tokens, i):
            return None  # "plan R 5"
        return (table.codes[word], i - 1) if named else None
    scaled = scaled_code(tokens, i - 1)
    return None if scaled is None else (scaled[0], i - 1)


def _name_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read the name of a currency before its figure: "euro 20 million", but not "5 million euros 20 years ago"."""
    table = units(tokens.language)
    unit = table.before.get(tokens.lows[i - 1])
    if unit is None or not is_kind(tokens, i, TokenKind.NUMBER) or is_kind(tokens, i - 2, TokenKind.NUMBER):
        return None
    scale = word_at(tokens, i - 2) in number_words(tokens.language).starts
    own = any(table.longest.get(word_at(tokens, k)) for k in (i + 1, i + 2))
    return None if scale or own else (unit, i - 1)


def scaled_code(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a currency code with its scale in front, and the power of ten: "MSEK", "TEUR".

    >>> from workbench.extract.words.lexer import lex
    >>> unit, exponent = scaled_code(lex("812 MSEK"), 1); unit.code, exponent
    ('SEK', 6)
    """
    if not is_kind(tokens, i, TokenKind.WORD) or len(tokens[i].raw) != _SCALED or not tokens[i].raw.isupper():
        return None
    table, exponent = units(tokens.language), _SCALES.get(tokens[i].raw[0])
    code = tokens[i].low[1:]
    unit = None if code in table.shouted or exponent is None else table.codes.get(code)
    return None if unit is None or exponent is None else (unit, exponent)


def _is_prefix(tokens: Tokens, i: int) -> bool:
    """Check whether the word before "$" belongs to it: glued, in capitals, or not an English word ("hk $ 5")."""
    return glued(tokens, i + 1) or tokens[i].raw.isupper() or tokens[i].low not in {"a", "s", "us", "can", "singapore"}
