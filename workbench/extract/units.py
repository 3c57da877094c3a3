"""Units behind and before a figure: percent, points, money, measures, rates.

Why this room exists: a figure without its unit compares with nothing.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.counted import counted
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.lexicon import noun_words, number_words
from workbench.extract.noun_phrases import belongs
from workbench.extract.unit_symbols import symbol_at, symbol_of
from workbench.extract.unit_table import units

_SCALED = 4
_FURTHEST = 5
_SCALES = {"K": 3, "T": 3, "M": 6, "B": 9}
_NO_RATE = frozenset({"ago", "earlier", "before", "later", "on", "of", "after", "old", "back"})


def money_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The currency sign or code right before a figure, and the index it begins at.

    >>> from workbench.extract.lexer import lex
    >>> unit, first = money_before(lex("of US$ 58"), 3); unit.code, first
    ('USD', 1)
    """
    table, word, before = units(tokens.language), word_at(tokens, i - 1), word_at(tokens, i - 2)
    if word in table.signs:
        if word == "$" and before in table.dollars and _is_prefix(tokens, i - 2):
            return table.dollars[before], i - 2
        return table.signs[word], i - 1
    if word == "us" and before == "$" and glued(tokens, i - 1):
        return table.codes["usd"], i - 2
    dotted = word == "." and glued(tokens, i - 1)  # "Rs. 500"
    return _code_before(tokens, i - dotted) or _name_before(tokens, i)


def _code_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """An ISO code or what is written like one: "EUR 5", "usd20", "Rs 500", "MSEK 812"."""
    table, word = units(tokens.language), word_at(tokens, i - 1)
    if not is_kind(tokens, i - 1, Kind.WORD):
        return None
    if word in table.codes and (not tokens[i - 1].raw.islower() or (glued(tokens, i) and word not in table.shouted)):
        named = tokens[i - 1].raw.isupper() or len(word) == 2 or glued(tokens, i)
        return (table.codes[word], i - 1) if named else None
    scaled = scaled_code(tokens, i - 1)
    return None if scaled is None else (scaled[0], i - 1)


def _name_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The name of money before its figure: "euro 20 million", but not "5 million euros 20 years ago"."""
    table = units(tokens.language)
    unit = table.before.get(word_at(tokens, i - 1))
    if unit is None or not is_kind(tokens, i, Kind.NUMBER) or is_kind(tokens, i - 2, Kind.NUMBER):
        return None
    scale = word_at(tokens, i - 2) in number_words(tokens.language).starts
    own = any(table.longest.get(word_at(tokens, k)) for k in (i + 1, i + 2))
    return None if scale or own else (unit, i - 1)


def scaled_code(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The currency of a code with its scale in front, and the power of ten: "MSEK", "TEUR".

    >>> from workbench.extract.lexer import lex
    >>> unit, exponent = scaled_code(lex("812 MSEK"), 1); unit.code, exponent
    ('SEK', 6)
    """
    if not is_kind(tokens, i, Kind.WORD) or len(tokens[i].raw) != _SCALED or not tokens[i].raw.isupper():
        return None
    table, exponent = units(tokens.language), _SCALES.get(tokens[i].raw[0])
    code = tokens[i].low[1:]
    unit = None if code in table.shouted or exponent is None else table.codes.get(code)
    return None if unit is None or exponent is None else (unit, exponent)


def _is_prefix(tokens: Tokens, i: int) -> bool:
    """Whether the word before "$" belongs to it: glued, in capitals, or no English word ("hk $ 5")."""
    return glued(tokens, i + 1) or tokens[i].raw.isupper() or tokens[i].low not in {"a", "s", "us", "can", "singapore"}


def named_unit(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The unit of the word file that stands at a token, longest first, and the index behind it.

    >>> from workbench.extract.lexer import lex
    >>> unit, end = named_unit(lex("2 percentage points"), 1); unit.code, end
    ('pp', 3)
    """
    table, low = units(tokens.language), word_at(tokens, i)
    if low in table.signs and glued(tokens, i + 1) and is_kind(tokens, i + 1, Kind.NUMBER):
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
    """Whether what looks like money is only a word: a code in small letters ("5 pen") or a verb ("the two won seats")."""
    low = tokens[i].low
    if low == unit.code.lower():
        return low in units(tokens.language).shouted and not tokens[i].raw.isupper()
    return low in noun_words(tokens.language).stops and belongs(tokens, i + 1)


def rate(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What a rate is counted against, and the index behind it: "per 100,000 inhabitants", "a month".

    >>> from workbench.extract.lexer import lex
    >>> rate(lex("per 100,000 inhabitants"), 0)
    ('100,000 inhabitants', 3)
    >>> rate(lex("a year earlier"), 0) is None
    True
    """
    word, j = word_at(tokens, i), past_hyphen(tokens, i + 1)
    if word == "per" or (word == "/" and _is_symbol(tokens, j)):
        return _per(tokens, j)
    if word == "for" and word_at(tokens, i + 1) in {"every", "each"} and is_kind(tokens, i + 2, Kind.NUMBER):
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
    """Whether a measure stands behind a slash: "95 g/km", "5 l/100 km", "80 µg/m³"."""
    k = j + is_kind(tokens, j, Kind.NUMBER)
    return glued(tokens, j) and symbol_of(word_at(tokens, k), tokens.language) is not None


def _per(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """What stands behind "per": a figure and a noun, a measure, or one word."""
    if is_kind(tokens, j, Kind.NUMBER):
        end = j + 1
        end += word_at(tokens, end) in {"thousand", "million"}
        things = counted(tokens, end)
        if things is not None:
            end = things[1]
        elif is_kind(tokens, end, Kind.WORD) and word_at(tokens, end) not in noun_words(tokens.language).stops:
            end += 1
        return " ".join(token.low for token in tokens[j:end]), end
    measure = named_unit(tokens, j)
    if measure is not None and measure[0].dimension is Dimension.PHYSICAL:
        return measure[0].name, measure[1]
    symbol = symbol_of(word_at(tokens, j), tokens.language) if word_at(tokens, j - 1) == "/" else None
    if symbol is not None:
        return symbol.name, j + 1
    name = {"annum": "year", "cent": ""}.get(word_at(tokens, j), word_at(tokens, j))
    return (name, j + 1) if name and is_kind(tokens, j, Kind.WORD) else None


def with_rate(tokens: Tokens, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit with what it is counted against, where that stands behind it.

    >>> from workbench.extract.lexer import lex
    >>> str(with_rate(lex("barrels a day"), Unit(Dimension.PHYSICAL, "barrel"), 1)[0])
    'barrel per day'
    """
    per = rate(tokens, end) or _rate_behind_of(tokens, end)
    if per is None:
        return unit, end
    dimension = Dimension.RATE if unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN} else unit.dimension
    return replace(unit, per=per[0], dimension=dimension), per[1]


def _rate_behind_of(tokens: Tokens, end: int) -> tuple[str, int] | None:
    """A rate behind what is measured, which stays outside the unit: "2.4 billion gallons of jet fuel a year"."""
    if word_at(tokens, end) not in {"of", "in", "on"}:
        return None
    j = end + 1
    while j < end + _FURTHEST and is_kind(tokens, j, Kind.WORD) and word_at(tokens, j) not in _stops(tokens):
        j += 1
    per = rate(tokens, j) if j > end + 1 and is_kind(tokens, j, Kind.WORD) else None
    return None if per is None else (per[0], end)


def _stops(tokens: Tokens) -> frozenset[str]:
    return noun_words(tokens.language).stops


def _bracketed(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """A unit in brackets: "20 (kg)", "5.4 [%]"."""
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(word_at(tokens, i))
    if closing is None or word_at(tokens, i + 2) != closing or not is_kind(tokens, i - 1, Kind.NUMBER):
        return None
    table, low = units(tokens.language), word_at(tokens, i + 1)
    unit = table.phrases.get((low,)) or table.short.get(low)
    return None if unit is None else (unit, i + 3)


def _is_weight(tokens: Tokens, i: int) -> bool:
    """Whether pounds are weighed: "2 pounds of chocolate", "20 pounds heavier", "weighs 20 pounds"."""
    if word_at(tokens, i) in {"heavier", "lighter", "overweight"}:
        return True
    if any(word_at(tokens, k) in {"weigh", "weighs", "weighed", "weighing", "weight"} for k in range(i - 8, i)):
        return True
    return (
        word_at(tokens, i) == "of"
        and is_kind(tokens, i + 1, Kind.WORD)
        and word_at(tokens, i + 1) not in noun_words(tokens.language).stops
    )


def unit_at(tokens: Tokens, i: int, *, single: bool = False) -> tuple[Unit, int]:
    """The unit that follows a figure, and the index behind it; the unknown unit where none does.

    >>> from workbench.extract.lexer import lex
    >>> unit_at(lex("420 migrants"), 1)[0].name
    'migrant'
    """
    j = past_hyphen(tokens, i)
    more = j + (
        word_at(tokens, j) in {"more", "fewer", "less", "full", "whole", "further", "additional", "consecutive"}
    )
    found = named_unit(tokens, j) or (named_unit(tokens, more) if more > j else None)
    if found is not None and found[0].code == "GBP" and _is_weight(tokens, found[1]):
        found = units(tokens.language).phrases[("pound", "mass")], found[1]
    found = found or _bracketed(tokens, j) or counted(tokens, j, single=single)
    return with_rate(tokens, *(found or (UNKNOWN_UNIT, i)))
