"""Times that are counted from the day of the speech: last year, five years ago, since 2015, so far this year.

Why this room exists: speakers count from the day they speak on. Without that day these phrases are left unread, not guessed.
"""

from __future__ import annotations

from workbench.extract.lexer import Tokens, is_capital, past_hyphen, word_at
from workbench.extract.lexicon import period_words
from workbench.extract.period_dates import calendar_at
from workbench.extract.period_parts import count_at
from workbench.extract.period_readings import (
    MONTHS_OF,
    back_from,
    before_main,
    calendar_unit,
    ending,
    month_on_side,
    shifted_day,
)
from workbench.extract.period_rolling import days_ahead, past, rolling
from workbench.extract.phrases import Phrase

_ADJECTIVES = frozenset(
    {"calendar", "full", "whole", "fiscal", "financial", "school", "academic", "consecutive", "business"}
)
_BEFORE_THAT = frozenset({"previous", "preceding", "prior"})
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def counted_from(tokens: Tokens, i: int) -> Phrase | None:
    """Three weeks from now, four months from tomorrow: that day.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(counted_from(lex("three weeks from now"), 0).resolve(Around(date(2018, 5, 31)))[0])
    '21 Jun 2018'
    """
    counted = count_at(tokens, i)
    unit = period_words(tokens.language).spans.get(word_at(tokens, counted[1]), "") if counted else ""
    if counted is None or not unit or unit == "half" or word_at(tokens, counted[1] + 1) != "from":
        return None
    shift = {"now": 0, "today": 0, "tomorrow": 1}.get(word_at(tokens, counted[1] + 2))
    return None if shift is None else Phrase(i, counted[1] + 3, "from-now", days_ahead(counted[0], unit, shift))


def relative(tokens: Tokens, i: int) -> Phrase | None:
    """Last year, the past decade, the last 8 months, this quarter, next week.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(relative(lex("last month"), 0).resolve(Around(date(2021, 12, 2)))[0])
    'Nov 2021'
    """
    word = word_at(tokens, i)
    side = period_words(tokens.language).sides.get(word)
    if side is None:
        return None
    counted = count_at(tokens, i + 1)
    count, j = counted or (1, i + 1)
    j += word_at(tokens, j) in _ADJECTIVES
    unit = period_words(tokens.language).spans.get(word_at(tokens, j))
    if unit is None:
        return _named_month(tokens, i, side) if counted is None else None
    if counted is not None or word_at(tokens, j) not in {unit, f"{unit}'s", f"{unit}’s"}:
        fits = counted is not None and side != "this" and unit != "half"
        return Phrase(i, j + 1, f"{side}-{unit}s", rolling(side, count, unit)) if fits else None
    if unit in {"half", "century"}:
        return None
    if word in _BEFORE_THAT and unit in {"week", "month", "quarter"}:
        return Phrase(i, j + 1, f"{side}-{unit}", before_main(unit), leans=True)
    rule = f"past-{unit}" if word == "past" else f"{side}-{unit}"
    return Phrase(
        i,
        j + 1,
        rule,
        past(unit)
        if word in {"past", "latest"} or (unit == "decade" and side == "last")
        else calendar_unit(side, unit),
    )


def counted_time(tokens: Tokens, i: int) -> Phrase | None:
    """Whatever begins with a count: "twelve months to June", "five years ago", "5 past years".

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(counted_time(lex("five years ago"), 0).resolve(Around(date(2021, 12, 2)))[0])
    '2016'
    """
    if count_at(tokens, i) is None:
        return None
    return year_to(tokens, i) or earlier(tokens, i) or counted_relative(tokens, i) or counted_from(tokens, i)


def counted_relative(tokens: Tokens, i: int) -> Phrase | None:
    """The 5 past years, the two previous months: the count first.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(counted_relative(lex("5 past years"), 0).resolve(Around(date(2018, 8, 30)))[0])
    '30 Aug 2013–29 Aug 2018'
    """
    counted = count_at(tokens, i)
    if counted is None:
        return None
    side = period_words(tokens.language).sides.get(word_at(tokens, counted[1]))
    unit = period_words(tokens.language).spans.get(word_at(tokens, counted[1] + 1))
    if side in {None, "this"} or unit in {None, "half"}:
        return None
    return Phrase(i, counted[1] + 2, f"{side}-{unit}s", rolling(str(side), counted[0], str(unit)))


def _named_month(tokens: Tokens, i: int, side: str) -> Phrase | None:
    """Last March, this summer, next December."""
    words, low = period_words(tokens.language), word_at(tokens, i + 1)
    m = words.months.get(low) or words.seasons.get(low)
    if m is None or (
        low in words.doubtful_months | {"fall", "spring"} and not is_capital(tokens, i + 1) and low != "spring"
    ):
        return None
    return Phrase(i, i + 2, f"{side}-month", month_on_side(m, 1 if low in words.months else 3, side))


def earlier(tokens: Tokens, i: int) -> Phrase | None:
    """A year earlier, five years ago, three months before.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(earlier(lex("a year earlier"), 0).resolve(Around(date(2023, 2, 1)))[0])
    '2022'
    """
    found = count_at(tokens, i)
    if found is None:
        return None
    count, j = found
    j = past_hyphen(tokens, j)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j))
    word = word_at(tokens, j + 1)
    if unit is None or word not in period_words(tokens.language).ago:
        return None
    leans = word not in {"ago", "back"}
    return Phrase(i, j + 2, "earlier" if leans else "ago", back_from(count, unit), leans=leans)


def today(tokens: Tokens, i: int) -> Phrase | None:
    """Today, yesterday, tomorrow.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(today(lex("yesterday"), 0).resolve(Around(date(2021, 12, 2)))[0])
    '1 Dec 2021'
    """
    shift = _DAYS.get(word_at(tokens, i))
    if shift is not None and _has_hour(tokens, i + 1):
        return None
    return None if shift is None else Phrase(i, i + 1, "today", shifted_day(shift))


def _has_hour(tokens: Tokens, i: int) -> bool:
    """Whether an hour of the day stands behind: "tomorrow at 8 am" is an appointment and no period of a figure."""
    j = i + (word_at(tokens, i) in {"at", "before", "after", "from", "by", "around", ","})
    if not word_at(tokens, j).replace(".", "").isdigit():
        return False
    after = word_at(tokens, j + 1)
    return after in {":", "am", "pm", "a", "p", "a.m", "p.m", "o'clock", "o’clock"}


def year_to(tokens: Tokens, i: int) -> Phrase | None:
    """The year to March 2021, the twelve months to June 2021, the year ending in March 2021.

    >>> from datetime import date
    >>> from workbench.extract.lexer import lex
    >>> from workbench.extract.phrases import Around
    >>> str(year_to(lex("year to March 2021"), 0).resolve(Around())[0])
    'Apr 2020–Mar 2021'
    """
    found = (1, i) if word_at(tokens, i) in {"year", "quarter"} else count_at(tokens, i)
    if found is None:
        return None
    count, j = found
    length = MONTHS_OF.get(period_words(tokens.language).spans.get(word_at(tokens, j), ""), 0) * count
    j += 1
    if not 0 < length <= 120 or word_at(tokens, j) not in {"to", "ending", "ended", "through"}:
        return None
    j += 1 + (word_at(tokens, j + 1) in {"in", "on", "with", "the"})
    last = calendar_at(tokens, j)
    if last is None or last.rule not in {"month", "date"}:
        return None
    return Phrase(i, last.end, "year-to", ending(last.resolve, length))
