"""Periods with their own name in the calendar: months, quarters, halves, years, decades, and spans between two.

Most official figures are for a calendar period, and most speakers name it outright.
"""

from __future__ import annotations

from datetime import date

from workbench.core.period import month, span, year
from workbench.extract.numbers.whole_numbers_in_words import below_hundred
from workbench.extract.time.fiscal_years import KINDS, SEASON, split_year
from workbench.extract.time.period_resolution import bare_month
from workbench.extract.time.year_figures import OTHER_YEARS, is_scale, is_year, year_at
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.units.unit_words import units
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_capital, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import TimePhrase, fixed
from workbench.extract.words.word_tables import number_words, period_words

NAMED_PARTS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})
_SPLIT_KINDS = {**KINDS, "season": SEASON, "year": SEASON}
_MARKS = frozenset({"'", "’", "‘"})
_MOST_DAYS, _PIVOT = 31, 50
_SPOKEN = frozenset({"in", "since", "by", "of", "until", "till", "from", "year", "before", "after"})
_PAUSES = frozenset({"", ",", ".", ";", "?", "!"})
_NO_VERB_BEHIND = frozenset({"in", "since", "until", "early", "mid", "late"})


def month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read the number of a month and the index behind its name (and the full stop of a short form).

    >>> from workbench.extract.words.lexer import lex
    >>> month_at(lex("Sept. 2021"), 0), month_at(lex("March 2021"), 0), month_at(lex("table 2021"), 0)
    ((9, 2), (3, 1), None)
    """
    found = period_words(tokens.language).months.get(word_at(tokens, i))
    if found is None:
        return None
    stop = len(tokens[i].low) <= 4 and word_at(tokens, i + 1) == "." and glued(tokens, i + 1)
    behind = year_at(tokens, i + 2) is not None or is_kind(tokens, i + 2, TokenKind.NUMBER)
    return found, i + 1 + (stop and behind)


def year_behind(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """Read a year behind a month or part of a year, past "of", "in" or a comma; also "April of 87", "April '87".

    >>> from workbench.extract.words.lexer import lex
    >>> year_behind(lex("of 2021"), 0), year_behind(lex("of 87"), 0), year_behind(lex("of 12"), 0)
    ((2021, 2), (1987, 2), (None, 0))
    """
    j = i + (word_at(tokens, i) in {",", "of", "in", "-", "–", "/"})
    j += word_at(tokens, j) == "the"
    j += word_at(tokens, j) in {"fiscal", "year", "fy"}
    found = year_at(tokens, j)
    if found is not None:
        return found, j + 1
    return (
        _old_year(tokens, j)
        or spoken_year_at(tokens, j)
        or _two_thousand(tokens, j)
        or _two_digits(tokens, i)
        or (None, i)
    )


def _old_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year before the last century behind a month or day ("March 1848"), unless it counts a noun behind it."""
    low = word_at(tokens, i)
    if not is_kind(tokens, i, TokenKind.NUMBER) or len(low) != 4 or not low.isdigit() or int(low) not in OTHER_YEARS:
        return None
    table, behind = units(tokens.language), word_at(tokens, i + 1)
    counts = is_plural(behind, tokens.language) or behind in table.longest or behind in table.signs or is_scale(behind)
    return None if counts else (int(low), i + 1)


def _two_thousand(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read "two thousand" behind a month."""
    behind = word_at(tokens, i + 2)
    plain = not is_plural(behind, tokens.language) and behind not in number_words(tokens.language).small
    return (2000, i + 2) if (word_at(tokens, i), word_at(tokens, i + 1)) == ("two", "thousand") and plain else None


def _two_digits(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year of two digits: behind an apostrophe, or behind "of" and too large for a day."""
    marked = word_at(tokens, i) in _MARKS and glued(tokens, i + 1)
    low = word_at(tokens, i + 1)
    if not (marked or word_at(tokens, i) == "of") or len(low) != 2 or not (low.isascii() and low.isdigit()):
        return None
    if not marked and (int(low) <= _MOST_DAYS or is_kind(tokens, i + 2, TokenKind.WORD)):
        return None
    return int(low) + (2000 if int(low) < _PIVOT else 1900), i + 2


def month_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "December 2021", "Dec. 2021", "December of 2021"; "December" alone is the last one that had begun.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(month_year(lex("December 2021"), 0).resolve(TimeContext())[0])
    'Dec 2021'
    """
    found = month_at(tokens, i)
    if found is None:
        return None
    m, j = found
    y, j = year_behind(tokens, j)
    if y is not None:
        return TimePhrase(i, j, "month", fixed(month(y, m)))
    return TimePhrase(i, j, "month", bare_month(m), yearless=True) if _surely_month(tokens, i) else None


def _surely_month(tokens: Tokens, i: int) -> bool:
    """Check whether "may" or "march" is the month: behind a word such as "in" or "since", or with a capital letter."""
    before = word_at(tokens, i - 1)
    if before in {"every", "each"}:
        return False
    if tokens[i].low not in period_words(tokens.language).doubtful_months:
        return True
    if not is_capital(tokens, i):  # captions are in small letters; no verb follows these words
        return before in _NO_VERB_BEHIND and tokens.language == "en"
    return before in period_words(tokens.language).inside


def spoken_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year in words behind "in" and similar words: "nineteen ninety-six", "two thousand and fifteen".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(spoken_year(lex("in nineteen ninety-six"), 1).resolve(TimeContext())[0])
    '1996'
    """
    found = spoken_year_at(tokens, i) if word_at(tokens, i - 1) in _SPOKEN else None
    return None if found is None else TimePhrase(i, found[1], "spoken-year", fixed(year(found[0])))


def spoken_year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year in words at a token, and the index behind it; without its century only as in "spring of ninety-two".

    >>> from workbench.extract.words.lexer import lex
    >>> [spoken_year_at(lex(said), 1) for said in ("in nineteen ninety-two", "of ninety-two", "of ninety-two seats", "of oh-eight")]
    [(1992, 5), (1992, 4), None, (2008, 4)]
    """
    century = {"nineteen": 1900, "twenty": 2000}.get(word_at(tokens, i))
    return (
        _spoken_short(tokens, i)
        if century is None and word_at(tokens, i) != "two"
        else _spoken_long(tokens, i, century)
    )


def _spoken_short(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year without its century: behind "of" or "back in", or behind "in" or "since" before a pause."""
    before, zero = word_at(tokens, i - 1), word_at(tokens, i) in {"oh", "nought", "naught"}
    if before not in {"of", "in", "since"}:
        return None
    rest, end = below_hundred(tokens, past_hyphen(tokens, i + 1) if zero else i)
    if rest is None or (rest < 10) is not zero or (not zero and rest < _PIVOT and before != "of"):
        return None
    sure = before == "of" or word_at(tokens, i - 2) == "back" or word_at(tokens, end) in _PAUSES
    behind = word_at(tokens, end)
    counts = is_plural(behind, tokens.language) or behind in units(tokens.language).longest or is_scale(behind)
    return None if counts or not sure else (rest + (2000 if rest < _PIVOT else 1900), end)


def _spoken_long(tokens: Tokens, i: int, century: int | None) -> tuple[int, int] | None:
    j = i + 1 + (century is not None and word_at(tokens, i + 1) == "hundred")
    if century is None:
        if (word_at(tokens, i), word_at(tokens, j)) != ("two", "thousand"):
            return None
        century, j = 2000, j + 1 + (word_at(tokens, j + 1) == "and")
    rest, end = below_hundred(tokens, j)
    if (
        rest is None
        or (word_at(tokens, i) == "twenty" and rest < 10)
        or is_plural(word_at(tokens, end), tokens.language)
    ):
        return None
    return century + rest, end


def iso_month(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read an ISO month: "2021-12".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(iso_month(lex("2021-12"), 0).resolve(TimeContext())[0])
    'Dec 2021'
    """
    y, m = year_at(tokens, i), word_at(tokens, i + 2)
    if y is None or word_at(tokens, i + 1) != "-" or not (glued(tokens, i + 1) and glued(tokens, i + 2)):
        return None
    if not m.isdigit() or len(m) > 2 or not 1 <= int(m) <= 12 or int(m) == (y + 1) % 100:
        return None
    return TimePhrase(i, i + 3, "iso-month", fixed(month(y, int(m))))


def years(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year, a span of years ("2021–2025"), a fiscal or school year ("2021/22").

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(years(lex(t), 0).resolve(TimeContext())[0]) for t in ("2021", "2021-2025")]
    ['2021', '2021–2025']
    """
    y = year_at(tokens, i)
    if y is None or not is_year(tokens, i) or _is_code(tokens, i):
        return None
    if word_at(tokens, i + 1) in HYPHENS | {"/"}:
        last, end = _second_year(tokens, i + 2, y)
        if last is not None:
            return _two_years(tokens, i, end, (y, last))
    end = _past_ending(tokens, i + 1)
    return TimePhrase(
        i, end + (word_at(tokens, end) in period_words(tokens.language).year_nouns), "year", fixed(year(y))
    )


def _past_ending(tokens: Tokens, i: int) -> int:
    """Find the index behind the ending of a year that is said as an ordinal: "од 2014 | -та | до 2018-та"."""
    ending = word_at(tokens, i) in HYPHENS and word_at(tokens, i + 1) in number_words(tokens.language).ordinal_suffixes
    return i + 2 if ending and glued(tokens, i) and glued(tokens, i + 1) else i


def _two_years(tokens: Tokens, i: int, end: int, pair: tuple[int, int]) -> TimePhrase:
    """Resolve two years: both whole, or without the last.

    With a year between them twelve months of a fiscal or school year.
    """
    first, last = pair
    if last > first + 1:
        resolve = fixed(span(date(first, 1, 1), date(last + 1, 1, 1)), span(date(first, 1, 1), date(last, 1, 1)))
        return TimePhrase(i, end, "years", resolve)
    kind, behind = _SPLIT_KINDS.get(word_at(tokens, i - 1)), word_at(tokens, end)
    if behind in _SPLIT_KINDS and (behind == "season" or word_at(tokens, end + 1) == "year"):
        return TimePhrase(i, end + 1 + (behind != "season"), "fiscal-year", split_year(first, _SPLIT_KINDS[behind]))
    return TimePhrase(i, end, "years", split_year(first, kind))


def _second_year(tokens: Tokens, i: int, first: int) -> tuple[int | None, int]:
    last, low = year_at(tokens, i), word_at(tokens, i)
    if last is None and len(low) == 2 and low.isdigit() and glued(tokens, i):
        last = first // 100 * 100 + int(low)
    return (last, i + 1) if last is not None and last > first else (None, i)


def _is_code(tokens: Tokens, i: int) -> bool:
    """Check whether hyphens link figures to a year without making a date: "82-2100", "2010-2015-86"."""
    before = word_at(tokens, i - 1) in HYPHENS and glued(tokens, i) and glued(tokens, i - 1)
    if before and is_kind(tokens, i - 2, TokenKind.NUMBER):
        return True
    last = i + 2 if word_at(tokens, i + 1) in HYPHENS and year_at(tokens, i + 2) is not None else i
    behind = word_at(tokens, last + 1) in HYPHENS and glued(tokens, last + 1) and glued(tokens, last + 2)
    return last > i and behind and is_kind(tokens, last + 2, TokenKind.NUMBER)
