"""Units behind and before a figure: percent, points, money, measures, rates.

Why this room exists: a figure without its unit compares with nothing.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.extract.counted import counted
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.lexicon import noun_words
from workbench.extract.unit_table import units

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
    if word in table.codes and is_kind(tokens, i - 1, Kind.WORD) and (tokens[i - 1].raw.isupper() or glued(tokens, i)):
        return table.codes[word], i - 1
    return None


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
    if low in table.short and (glued(tokens, i) or low in table.spaced) and is_kind(tokens, i - 1, Kind.NUMBER):
        return table.short[low], i + 1
    return None


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
        if unit is not None:
            best = unit, j
    return best


def rate(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What a rate is counted against, and the index behind it: "per 100,000 inhabitants", "a month".

    >>> from workbench.extract.lexer import lex
    >>> rate(lex("per 100,000 inhabitants"), 0)
    ('100,000 inhabitants', 3)
    >>> rate(lex("a year earlier"), 0) is None
    True
    """
    word, j = word_at(tokens, i), past_hyphen(tokens, i + 1)
    if word == "per":
        return _per(tokens, j)
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
    name = {"annum": "year", "cent": ""}.get(word_at(tokens, j), word_at(tokens, j))
    return (name, j + 1) if name and is_kind(tokens, j, Kind.WORD) else None


def with_rate(tokens: Tokens, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit with what it is counted against, where that stands behind it.

    >>> from workbench.extract.lexer import lex
    >>> str(with_rate(lex("barrels a day"), Unit(Dimension.PHYSICAL, "barrel"), 1)[0])
    'barrel per day'
    """
    per = rate(tokens, end)
    if per is None:
        return unit, end
    dimension = Dimension.RATE if unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN} else unit.dimension
    return replace(unit, per=per[0], dimension=dimension), per[1]


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
