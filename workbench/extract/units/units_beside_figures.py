"""Read units after and before a figure: percent, points, money, physical units, rates.

A figure without its unit cannot be compared with anything.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.units.counted_nouns import counted
from workbench.extract.units.symbols import symbol_at, symbol_of
from workbench.extract.units.unit_words import units
from workbench.extract.units.words_before_counted_noun import belongs
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.word_tables import NumberWords, label_words, noun_words, number_words

_DASHES = frozenset("–—-")
_FURTHEST, _BRACKET, _AROUND = 5, 8, 14
_PARTED = frozenset({Dimension.PHYSICAL, Dimension.POINTS, Dimension.SHARE, Dimension.INDEX, Dimension.MONEY})
_NO_RATE = frozenset({"ago", "earlier", "before", "later", "on", "of", "after", "old", "back"})


def named_unit(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Find the longest unit of the word file that begins at a token, and the index after it.

    >>> from workbench.extract.words.lexer import lex
    >>> unit, end = named_unit(lex("2 percentage points"), 1); unit.code, end
    ('pp', 3)
    """
    if i not in tokens.units:  # cached: the readers of figures, labels, ranges, shares and bases ask
        tokens.units[i] = _named_unit(tokens, i)
    return tokens.units[i]


def _named_unit(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    table, low = units(tokens.language), word_at(tokens, i)
    if low in table.signs and glued(tokens, i + 1) and is_kind(tokens, i + 1, TokenKind.NUMBER):
        return None  # the sign of the next figure
    longest = table.longest.get(low)
    if longest is not None:
        found = _longest(tokens, i, longest)
        if found is not None:
            return found
    return symbol_at(tokens, i)


def _longest(tokens: Tokens, i: int, longest: int) -> tuple[Unit, int] | None:
    table, best = units(tokens.language).phrases, None
    words: tuple[str, ...] = ()
    j = i
    while j < len(tokens) and len(words) < longest:
        low = tokens[j].low
        j += 1
        if low in HYPHENS:
            continue
        words = (*words, low)
        unit = table.get(words)
        if unit is not None and not _is_word(tokens, j - 1, unit):
            best = unit, j
    return best


def _is_word(tokens: Tokens, i: int, unit: Unit) -> bool:
    """Check whether what looks like money is only a word.

    Examples: a code in lower case ("5 pen"), a verb ("the two won seats").
    """
    low = tokens[i].low
    if low == unit.code.lower():
        return low in units(tokens.language).shouted and not tokens[i].raw.isupper()
    return low in noun_words(tokens.language).stops and belongs(tokens, i + 1)


def rate(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Read the denominator of a rate, and the index after it: "per 100,000 inhabitants", "a month".

    >>> from workbench.extract.words.lexer import lex
    >>> rate(lex("per 100,000 inhabitants"), 0)
    ('100,000 inhabitants', 3)
    >>> rate(lex("a year earlier"), 0) is None
    True
    """
    word, j = word_at(tokens, i), past_hyphen(tokens, i + 1)
    if word == "per" and word_at(tokens, j) in {"every", "each"}:
        return None  # "на секои 100.000 жители": a base, which `rate_denominators` reads
    if word == "per" or (word == "/" and _is_symbol(tokens, j)):
        return _per(tokens, j)
    if word == "for" and word_at(tokens, i + 1) in {"every", "each"} and is_kind(tokens, i + 2, TokenKind.NUMBER):
        return _per(tokens, i + 2)
    if word in HYPHENS:
        return rate(tokens, i + 1) if word_at(tokens, i + 1) in {"a", "per"} else None
    if word not in {"a", "an", "each", "every", "/", "annually", "yearly", "monthly", "daily"}:
        return None
    adverb = {"annually": "year", "yearly": "year", "monthly": "month", "daily": "day"}.get(word)
    if adverb is not None:
        return adverb, i + 1
    if word_at(tokens, j) in noun_words(tokens.language).rates and word_at(tokens, j + 1) not in _NO_RATE:
        return word_at(tokens, j), j + 1
    return None


def _is_symbol(tokens: Tokens, j: int) -> bool:
    """Check whether a unit follows a slash: "95 g/km", "5 l/100 km", "80 µg/m³"."""
    k = j + is_kind(tokens, j, TokenKind.NUMBER)
    return glued(tokens, j) and symbol_of(word_at(tokens, k), tokens.language) is not None


def _per(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """Read what follows "per": a figure and a noun, a unit, or one word."""
    if is_kind(tokens, j, TokenKind.NUMBER):
        end = j + 1
        if glued(tokens, end) and (exponent := number_words(tokens.language).short_scales.get(word_at(tokens, end))):
            return _per_short(tokens, j, exponent)
        end += word_at(tokens, end) in {"thousand", "million"}
        things = counted(tokens, end)
        if things is not None:
            end = things[1]
        elif is_kind(tokens, end, TokenKind.WORD) and word_at(tokens, end) not in noun_words(tokens.language).stops:
            end += 1
        return " ".join(token.low for token in tokens[j:end]), end
    if (written := _per_words(tokens, j)) is not None:
        return written
    measure = named_unit(tokens, j)
    if measure is not None and measure[0].dimension is Dimension.PHYSICAL:
        return measure[0].name, measure[1]
    symbol = symbol_of(word_at(tokens, j), tokens.language) if word_at(tokens, j - 1) == "/" else None
    if symbol is not None:
        return symbol.name, j + 1
    name = {"annum": "year", "cent": ""}.get(word_at(tokens, j), word_at(tokens, j))
    return (name, j + 1) if name and is_kind(tokens, j, TokenKind.WORD) else None


def _per_words(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """Read what follows "per" where its size is a word: "per hundred inhabitants", "je tausend Einwohner"."""
    words, end, size = number_words(tokens.language), j, 1
    while (one := _size_word(words, word_at(tokens, end))) and is_kind(tokens, end, TokenKind.WORD):
        size, end = size * one, end + 1  # "hundred thousand"
    things = counted(tokens, end)
    if size < _LEAST or (things is None and size == _LEAST):
        return None
    if things is None:
        return f"{size:,}", end  # "25 на сто илјади жители, па | 19 на сто илјади"
    return " ".join([f"{size:,}", *(token.low for token in tokens[end : things[1]])]), things[1]


def _size_word(words: NumberWords, low: str) -> int:
    """Return the size that a word means, ten or more; 0 for any other word."""
    if low in words.scales:
        return int(10 ** words.scales[low])
    size = max(words.small.get(low, 0), words.hundreds.get(low, 0))
    return size if size >= _TEN else 0


_TEN = 10
_LEAST = 100
"""The smallest size that figures are counted against."""


def _per_short(tokens: Tokens, j: int, exponent: int) -> tuple[str, int] | None:
    """Read what follows "per" where its size is in short form: "per 100k adults"."""
    if not tokens[j].low.isdigit():
        return None
    end, size = j + 2, f"{int(tokens[j].low) * 10**exponent:,}"
    things = counted(tokens, end)
    behind = end if things is None else things[1]
    return " ".join([size, *(token.low for token in tokens[end:behind])]), behind


def with_rate(tokens: Tokens, unit: Unit, end: int) -> tuple[Unit, int]:
    """Add to a unit the denominator that follows it, if there is one.

    >>> from workbench.extract.words.lexer import lex
    >>> str(with_rate(lex("barrels a day"), Unit(Dimension.PHYSICAL, "barrel"), 1)[0])
    'barrel per day'
    """
    per = rate(tokens, end) or _rate_behind_of(tokens, end)
    if per is None or (unit.dimension is Dimension.UNKNOWN and per[0] in label_words(tokens.language).persons):
        return unit, end  # "26 (of them) had | a child": no rate
    if unit.dimension is Dimension.UNKNOWN and _is_hundred(tokens, per[0]):
        return PERCENT, per[1]  # "29.5 per hundred"
    dimension = Dimension.RATE if unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN} else unit.dimension
    return replace(unit, per=per[0], dimension=dimension), per[1]


def _is_hundred(tokens: Tokens, per: str) -> bool:
    """Check whether what follows "per" is a hundred of nothing that is named."""
    return per in {"hundred", "100"} or _size_word(number_words(tokens.language), per) == _LEAST


def _rate_behind_of(tokens: Tokens, end: int) -> tuple[str, int] | None:
    """Find a rate after the thing measured, which stays outside the unit.

    Examples: "2.4 billion gallons of jet fuel a year", "C$6 ($4.46) a share".
    """
    if word_at(tokens, end) == "(":
        closed = next((k for k in range(end + 1, end + _BRACKET) if word_at(tokens, k) == ")"), None)
        after = None if closed is None else rate(tokens, closed + 1)
        return None if after is None else (after[0], end)
    if word_at(tokens, end) not in {"of", "in", "on"}:
        return None
    j = end + 1
    while j < end + _FURTHEST and is_kind(tokens, j, TokenKind.WORD) and word_at(tokens, j) not in _stops(tokens):
        j += 1
    per = rate(tokens, j) if j > end + 1 and is_kind(tokens, j, TokenKind.WORD) else None
    return None if per is None else (per[0], end)


def _stops(tokens: Tokens) -> frozenset[str]:
    return noun_words(tokens.language).stops


def _bracketed(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a unit in brackets: "20 (kg)", "5.4 [%]"."""
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(word_at(tokens, i))
    if closing is None or word_at(tokens, i + 2) != closing or not is_kind(tokens, i - 1, TokenKind.NUMBER):
        return None
    table, low = units(tokens.language), word_at(tokens, i + 1)
    unit = table.phrases.get((low,)) or table.short.get(low)
    return None if unit is None else (unit, i + 3)


def _part_of(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a unit that the figure is a part of: "1/16 of a US pint", "0.3 of a percentage point"."""
    if word_at(tokens, i) != "of" or word_at(tokens, i + 1) not in {"a", "an", "one"}:
        return None
    j = i + 2
    measure = named_unit(tokens, j) or (named_unit(tokens, j + 1) if is_kind(tokens, j, TokenKind.WORD) else None)
    return measure if measure is not None and measure[0].dimension in _PARTED else None


def _behind_scale(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a unit after a scale and "of": "9.1 millions of square kilometres"."""
    if word_at(tokens, i) != "of" or word_at(tokens, i - 1) not in number_words(tokens.language).scales:
        return None
    measure = named_unit(tokens, i + 1)
    return measure if measure is not None and measure[0].dimension in _PARTED else None


def _is_weight(tokens: Tokens, i: int) -> bool:
    """Check whether pounds are a weight: "2 pounds of chocolate", "20 pounds heavier", "weighs 20 pounds"."""
    weighing = units(tokens.language).weighing
    if word_at(tokens, i) != "of":
        return any(word_at(tokens, k) in weighing for k in range(i - _AROUND, i + 2))
    return is_kind(tokens, i + 1, TokenKind.WORD) and word_at(tokens, i + 1) not in noun_words(tokens.language).stops


def unit_at(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int]:
    """Read the unit that follows a figure, and the index after it; the unknown unit where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> unit_at(lex("420 migrants"), 1)[0].name
    'migrant'
    """
    j = past_hyphen(tokens, i)
    if word_at(tokens, i) in _DASHES and not glued(tokens, i) and not glued(tokens, j):
        return UNKNOWN_UNIT, i  # a dash between two statements: "Irland 35,2 – Tschechien 26,7"
    more = j + (
        word_at(tokens, j) in {"more", "fewer", "less", "full", "whole", "further", "additional", "consecutive"}
    )
    found = named_unit(tokens, j) or (named_unit(tokens, more) if more > j else None)
    if found is not None and found[0].code == "GBP" and _is_weight(tokens, found[1]):
        found = units(tokens.language).phrases[("pound", "mass")], found[1]
    found = (
        found
        or _bracketed(tokens, j)
        or _part_of(tokens, i)
        or _behind_scale(tokens, i)
        or counted(tokens, j, single=single)
    )
    return with_rate(tokens, *(found or (UNKNOWN_UNIT, i)))
