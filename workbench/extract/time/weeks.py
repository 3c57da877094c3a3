"""Weeks: "week 31 of 2018", "the first week of January", "the week of 10 April", "last weekend".

Health and labour statistics are published by week. Weeks begin on Monday, and the first week of a year or month is the
one with its first Thursday (ISO 8601).
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Frequency, Period, span
from workbench.extract.time.dates import calendar_at
from workbench.extract.time.holidays import holiday, weekend_of
from workbench.extract.time.parts_of_year import count_at, year_of
from workbench.extract.time.period_resolution import calendar_unit, relative_year
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import number_words, period_words

_WEEK = timedelta(days=7)
_THURSDAY = 3
_MOST_WEEKS = 53
_BEGINS = frozenset({"starting", "beginning", "commencing"})


def _week(monday: date, count: int = 1) -> Period:
    end = monday + count * _WEEK
    return Period(monday, end, Frequency.WEEK) if count == 1 else span(monday, end)


def first_monday(start: date) -> date:
    """Compute the Monday of the first week of a year or month: the week with its first Thursday.

    >>> first_monday(date(2021, 1, 1)), first_monday(date(2019, 1, 1))
    (datetime.date(2021, 1, 4), datetime.date(2018, 12, 31))
    """
    return start + timedelta(days=(_THURSDAY - start.weekday()) % 7 - _THURSDAY)


def numbered_week(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "week 31", "week 3 of 2027", "week 27 of last year".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> numbered_week(lex("week 3 of 2027"), 0).resolve(TimeContext())[0].start
    datetime.date(2027, 1, 18)
    """
    low = word_at(tokens, i + 1)
    if (
        word_at(tokens, i) != "week"
        or not is_kind(tokens, i + 1, TokenKind.NUMBER)
        or not low.isdigit()
        or len(low) > 2
    ):
        return None
    number = int(low)
    if not 1 <= number <= _MOST_WEEKS or word_at(tokens, i + 2) in period_words(tokens.language).months:
        return None
    owner = year_of(tokens, i + 2)
    years = owner[0] if owner else relative_year(0)
    return TimePhrase(i, owner[1] if owner else i + 2, "week", _nth(years, number, 1))


def nth_week(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the first week of January 2015", "the last three weeks of this year", "the 3rd week of 2018".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> nth_week(lex("first week of January 2015"), 0).resolve(TimeContext())[0].start
    datetime.date(2014, 12, 29)
    """
    low = word_at(tokens, i)
    number, j = (-1, i + 1) if low in {"last", "final"} else (number_words(tokens.language).ordinals.get(low, 0), i + 1)
    if is_kind(tokens, i, TokenKind.NUMBER) and low.isdigit() and word_at(tokens, j) in {"st", "nd", "rd", "th"}:
        number, j = int(low[:3]), j + 1
    count, j = (count_at(tokens, j) if number in {1, -1} else None) or (1, j)
    named = period_words(tokens.language).spans.get(word_at(tokens, j)) == "week" and word_at(tokens, j + 1) in {
        "of",
        "in",
    }
    if not named or not (number == -1 or 1 <= number <= _MOST_WEEKS) or count > _MOST_WEEKS:
        return None
    owner = calendar_at(tokens, j + 2) or _side_of(tokens, j + 2)
    return None if owner is None else TimePhrase(i, owner.end, "nth-week", _nth(owner.resolve, number, count))


def _side_of(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "this month", "last year"."""
    side, unit = period_words(tokens.language).sides.get(word_at(tokens, i)), word_at(tokens, i + 1)
    if side is None or unit not in {"month", "year", "quarter"}:
        return None
    return TimePhrase(i, i + 2, "", calendar_unit(side, unit))


def _nth(owner: Resolve, number: int, count: int) -> Resolve:
    """Resolve the nth week of a period, or its last weeks, for each of that period's readings."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = []
        for whole in owner(around):
            monday = first_monday(whole.start)
            if number < 0:
                monday = first_monday(whole.end) - count * _WEEK
            found.append(_week(monday + max(number - 1, 0) * _WEEK, count))
        return tuple(found)

    return resolve


def week_of(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the week of 10 April", "the week beginning on 4 February", "the week to 4 February".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> week_of(lex("week of 10 April 2018"), 0).resolve(TimeContext())[0].start
    datetime.date(2018, 4, 9)
    """
    if word_at(tokens, i) != "week":
        return None
    link, j = word_at(tokens, i + 1), i + 2
    j += word_at(tokens, j) in {"on", "the"}
    inner = calendar_at(tokens, j) if link in _BEGINS | {"of", "ending", "ended", "to"} else None
    if inner is None or inner.rule not in {"date", "iso-date"}:
        return None
    if link in {"ending", "ended", "to"}:
        return TimePhrase(i, inner.end, "week", _around(inner.resolve, ending=True))
    return TimePhrase(i, inner.end, "week", _around(inner.resolve, ending=False))


def _around(owner: Resolve, *, ending: bool) -> Resolve:
    """Resolve the week around a day, Monday first, or the seven days that end with it."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        days = owner(around)
        if ending:
            return tuple(_week(p.end - _WEEK) for p in days)
        return tuple(_week(p.start - timedelta(days=p.start.weekday())) for p in days)

    return resolve


def _dated(tokens: Tokens, i: int) -> TimePhrase | None:
    return holiday(tokens, i) or calendar_at(tokens, i)


def weekend(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the weekend", "last weekend", "this weekend", "the weekend of 5 June": Saturday and Sunday.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(weekend(lex("last weekend"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    '27 Nov 2021–28 Nov 2021'
    """
    if word_at(tokens, i) == "the" and (found := weekend_of(tokens, i + 1, _dated)) is not None:
        return found
    side = "this" if word_at(tokens, i) == "the" else period_words(tokens.language).sides.get(word_at(tokens, i))
    if side is None or word_at(tokens, i + 1) != "weekend":
        return None
    week = calendar_unit(side, "week")

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = week(around)
        return tuple(span(p.end - timedelta(days=2), p.end) for p in found) if found else NOWHERE

    return TimePhrase(i, i + 2, "weekend", resolve)
