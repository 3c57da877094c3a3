"""Decades and centuries: "the 1990s", "the '90s", "the nineties", "the 19th century", "the turn of the century".

Long comparisons use decades, and there are half a dozen ways to write a decade. A decade begins with its year that ends
in 0, as people speak; so does a century ("the 20th century" is 1900 to 1999).
"""

from __future__ import annotations

from datetime import date

from workbench.core.period import Period, span, year
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import TimeContext, TimePhrase, fixed
from workbench.extract.words.word_tables import noun_words, number_words, period_words

_MARKS = frozenset({"'", "’", "‘"})
_BEFORE_SHORT = frozenset({"the", "late", "early", "mid", "in", "since", "-", *_MARKS})
_AGE_BOUNDS = frozenset({"over", "under"})
_BEFORE_NAMED = frozenset({"the", "late", "early", "mid", "of", "since", "nineteen", "eighteen"})
_HUNDREDS = {"nineteen": 1900, "eighteen": 1800}
_JOINERS = frozenset({"and", "or", "to"})
_LAST_CENTURY = 21
_NO_DAY = TimeContext()


def years_from(first: int, count: int) -> Period:
    """Build a period of some calendar years from a first one.

    >>> str(years_from(1990, 10)), str(years_from(2021, 1))
    ('1990–1999', '2021')
    """
    return span(date(max(first, 1), 1, 1), date(first + count, 1, 1))


def decade(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the 1990s", "the 1990's", "the '90s", "the 90s"; "the 1800s" are a century.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(decade(lex(f"the {t}"), 1).resolve(TimeContext())[0]) for t in ("1990s", "90s", "1960's", "1800s")]
    ['1990–1999', '1990–1999', '1960–1969', '1800–1899']
    """
    low = word_at(tokens, i)
    if not (low.isdigit() and low.isascii() and len(low) in {2, 4} and low[-1] == "0"):
        return None
    end = _past_plural(tokens, i + 1)
    if end is None:
        return None
    if len(low) == 2:
        return _short_decade(tokens, i, end)
    first = int(low)
    count = 100 if first % 100 == 0 and first < 2000 else 10
    return TimePhrase(i, end, "decade", fixed(years_from(first, count))) if 1000 <= first < 2100 else None


def _past_plural(tokens: Tokens, i: int) -> int | None:
    """Find the index behind the "s" or "'s" of a decade."""
    j = i + (word_at(tokens, i) in _MARKS and glued(tokens, i) and glued(tokens, i + 1))
    return j + 1 if word_at(tokens, j) == "s" else None


def _short_decade(tokens: Tokens, i: int, end: int) -> TimePhrase | None:
    """Read a decade of two digits: in the last century, or in this one up to the tens; "the 20s" have both readings."""
    standing_alone = word_at(tokens, i - 1) not in _BEFORE_SHORT or not glued(tokens, i + 1)
    bound = word_at(tokens, i - 1) in HYPHENS and word_at(tokens, i - 2) in _AGE_BOUNDS  # an age: "the over-50s"
    if standing_alone or bound or (word_at(tokens, i - 1) == "in" and word_at(tokens, i - 2) == ""):
        return None
    first = int(tokens[i].low)
    old, new = years_from(1900 + first, 10), years_from(2000 + first, 10)
    return TimePhrase(i, end, "decade", fixed(new) if first <= 10 else fixed(old, new) if first == 20 else fixed(old))


def named_decade(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the nineties", "the nineteen-sixties", "the seventies and eighties".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(named_decade(lex("the nineties"), 1).resolve(TimeContext())[0])
    '1990–1999'
    """
    decades = period_words(tokens.language).decades
    first, k = decades.get(word_at(tokens, i)), i - 1
    if first is None:
        return None
    k -= past_hyphen(tokens, k) - k  # in two parts: "nineteen-sixties"
    before = word_at(tokens, k)
    listed = before in _JOINERS and word_at(tokens, k - 1) in decades
    listed = listed or grammar(tokens.language).noun == "next"  # no article stands before the word
    if before not in _BEFORE_NAMED and not listed:
        return None
    hundreds = _HUNDREDS.get(before)
    first = first if hundreds is None else hundreds + first % 100
    return TimePhrase(i if hundreds is None else k, i + 1, "decade", fixed(years_from(first, 10)))


def century(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the 19th century", "the twentieth century".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(century(lex("19th century"), 0).resolve(TimeContext())[0])
    '1800–1899'
    """
    number, j = ordinal_at(tokens, i)
    j = past_hyphen(tokens, j)
    if period_words(tokens.language).spans.get(word_at(tokens, j)) != "century" or not 0 < number <= _LAST_CENTURY:
        return None
    if word_at(tokens, i - 1) != "the" and _is_attribute(tokens, j + 1):
        return None
    return TimePhrase(i, j + 1, "century", fixed(years_from((number - 1) * 100, 100)))


def _is_attribute(tokens: Tokens, i: int) -> bool:
    """Check whether a century is only an attribute: "a 21st century economy"."""
    noun = is_kind(tokens, i, TokenKind.WORD) and word_at(tokens, i) not in noun_words(tokens.language).stops | {
        "ad",
        "ce",
    }
    return noun or (word_at(tokens, i) in HYPHENS and glued(tokens, i))


def ordinal_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read an ordinal in words or figures ("third", "3rd", "twenty-first") and the index behind it.

    0 where there is none.

    >>> from workbench.extract.words.lexer import lex
    >>> ordinal_at(lex("3rd"), 0), ordinal_at(lex("twenty-first"), 0), ordinal_at(lex("three"), 0)
    ((3, 2), (21, 3), (0, 0))
    """
    words, low = number_words(tokens.language), word_at(tokens, i)
    if is_kind(tokens, i, TokenKind.NUMBER):
        ranked = (
            len(low) <= 2
            and low.isdigit()
            and word_at(tokens, i + 1) in number_words(tokens.language).ordinal_suffixes
            and glued(tokens, i + 1)
        )
        return (int(low), i + 2) if ranked else (0, i)
    if low in words.ordinals:
        return words.ordinals[low], i + 1
    j = past_hyphen(tokens, i + 1)
    unit = words.ordinals.get(word_at(tokens, j), 10)
    return (words.tens[low] + unit, j + 1) if low in words.tens and unit < 10 else (0, i)


def turn_of_century(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the turn of the century", "of the 20th century": its first year, or the three years around it.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(p) for p in turn_of_century(lex("turn of the century"), 0).resolve(TimeContext())]
    ['2000', '1999–2001']
    """
    if period_words(tokens.language).named.get(word_at(tokens, i)) == "millennium":
        return TimePhrase(i, i + 1, "turn-of-century", fixed(year(2000)))
    if word_at(tokens, i) != "turn" or word_at(tokens, i + 1) != "of" or word_at(tokens, i + 2) != "the":
        return None
    named = century(tokens, i + 3)
    if named is None and word_at(tokens, i + 3) not in {"century", "millennium"}:
        return None
    first = 2000 if named is None else named.resolve(_NO_DAY)[0].start.year
    end = i + 4 if named is None else named.end
    return TimePhrase(i, end, "turn-of-century", fixed(year(max(first, 1)), years_from(first - 1, 3)))
