"""Times that are counted from the day of the speech: last year, five years ago, since 2015, so far this year.

Speakers count from the day they speak. Without that day these phrases are not read, rather than guessed.
"""

from __future__ import annotations

from workbench.extract.time.fiscal_years import KINDS, current
from workbench.extract.time.lengths import Length, length_at, year_and_half
from workbench.extract.time.parts_of_year import count_at
from workbench.extract.time.period_resolution import calendar_unit, past_on_side, shifted_day
from workbench.extract.time.relative_to_period import after_main, back_from, before_main
from workbench.extract.time.rolling import days_ahead, past, rolling, working_days, working_week
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.time_phrases import Resolve, TimePhrase
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import period_words

_ADJECTIVES = frozenset(
    {
        "calendar",
        "full",
        "whole",
        "fiscal",
        "financial",
        "school",
        "academic",
        "tax",
        "budget",
        "consecutive",
        "business",
        "working",
    }
)
_BEFORE_THAT = frozenset({"previous", "preceding", "prior"})
_SHIFT = {"last": -1, "this": 0, "next": 1}
_GO_ON = frozenset(
    {"and", "but", "or", "while", "when", "in", "at", "was", "were", "had", "has", "it", "as", "by", "with", "on"}
)
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STARTS = {"now": 0, "today": 0, "tomorrow": 1}


def counted_from(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "three weeks from now", "four months from tomorrow" as that day.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(counted_from(lex("three weeks from now"), 0).resolve(TimeContext(date(2018, 5, 31)))[0])
    '21 Jun 2018'
    """
    counted = count_at(tokens, i)
    unit = period_words(tokens.language).spans.get(word_at(tokens, counted[1]), "") if counted else ""
    if counted is None or not unit or unit == "half" or word_at(tokens, counted[1] + 1) != "from":
        return None
    shift = _STARTS.get(word_at(tokens, counted[1] + 2))
    return None if shift is None else TimePhrase(i, counted[1] + 3, "from-now", days_ahead(counted[0], unit, shift))


def relative(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "last year", "the past decade", "the last 8 months", "this quarter", "next week".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(relative(lex("last month"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    'Nov 2021'
    """
    word = word_at(tokens, i)
    side = period_words(tokens.language).sides.get(word)
    if side is None:
        return None
    length = _counted(tokens, i + 1)
    if length is not None:
        fits = side != "this" and length.unit != "half"
        return TimePhrase(i, length.end, f"{side}-{length.unit}s", _rolled(tokens, side, length)) if fits else None
    j = i + 1 + (word_at(tokens, i + 1) in _ADJECTIVES)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j))
    if unit is None:
        return _named_month(tokens, i, side)
    if word_at(tokens, j) not in {unit, f"{unit}'s", f"{unit}’s"} or unit == "half":
        return None
    if word_at(tokens, j - 1) == "working" and unit == "week":
        return TimePhrase(i, j + 1, f"{side}-week", working_week(side))
    kind = KINDS.get(word_at(tokens, j - 1)) if unit == "year" else None
    if kind is not None:
        return TimePhrase(i, j + 1, f"{side}-fiscal-year", current(_SHIFT[side], kind))
    return _uncounted(tokens, side, unit, (i, j + 1))


def _counted(tokens: Tokens, i: int) -> Length | None:
    """Read a length, or a count with an adjective: "12 calendar months", "4 business days", "year and a half"."""
    length = length_at(tokens, i)
    if length is not None:
        return length if word_at(tokens, i) not in {"a", "an"} or length.unit != "day" else None
    counted = count_at(tokens, i)
    if counted is not None and word_at(tokens, counted[1]) in _ADJECTIVES:
        unit = period_words(tokens.language).spans.get(word_at(tokens, counted[1] + 1))
        return None if unit is None else Length(counted[0], unit, counted[1] + 2)
    return year_and_half(tokens, i)


def _rolled(tokens: Tokens, side: str, length: Length) -> Resolve:
    if length.unit == "day" and word_at(tokens, length.end - 2) in {"business", "working"}:
        return working_days(side, length.count)
    return rolling(side, length.count, length.unit)


def _uncounted(tokens: Tokens, side: str, unit: str, at: tuple[int, int]) -> TimePhrase:
    word = word_at(tokens, at[0])
    if word in period_words(tokens.language).following and unit not in {"decade", "century"}:
        return TimePhrase(*at, "following-unit", after_main(unit), dependent=True)
    if word in _BEFORE_THAT and unit in {"week", "month", "quarter"}:
        return TimePhrase(*at, f"{side}-{unit}", before_main(unit), dependent=True)
    rule = f"past-{unit}" if word == "past" else f"{side}-{unit}"
    rolls = word in {"past", "latest"} or (unit in {"decade", "century"} and side == "last")
    if side == "next" and unit in {"decade", "century"}:  # ten years from now: "over the next decade"
        return TimePhrase(*at, rule, _either(rolling(side, 1, unit), calendar_unit(side, unit)))
    return TimePhrase(*at, rule, past(unit) if rolls else calendar_unit(side, unit))


def _either(first: Resolve, second: Resolve) -> Resolve:
    return lambda around: (*first(around), *second(around))


def counted_relative(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a count before its adjective: "the 5 past years", "the two previous months".

    In "20 last year" the number counts something else.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(counted_relative(lex("5 past years"), 0).resolve(TimeContext(date(2018, 8, 30)))[0])
    '30 Aug 2013–29 Aug 2018'
    >>> counted_relative(lex("20 last year"), 0)
    """
    counted = count_at(tokens, i)
    if counted is None:
        return None
    side = period_words(tokens.language).sides.get(word_at(tokens, counted[1]))
    unit = period_words(tokens.language).spans.get(word_at(tokens, counted[1] + 1))
    if side in {None, "this"} or unit in {None, "half"}:
        return None
    if counted[0] > 1 and tokens.language == ENGLISH and word_at(tokens, counted[1] + 1) == unit:
        return None
    return TimePhrase(i, counted[1] + 2, f"{side}-{unit}s", rolling(str(side), counted[0], str(unit)))


def _named_month(tokens: Tokens, i: int, side: str) -> TimePhrase | None:
    """Read "last March", "this summer", "next December"."""
    words, low = period_words(tokens.language), word_at(tokens, i + 1)
    m = words.months.get(low) or words.seasons.get(low)
    if m is None or (
        low in words.doubtful_months | {"fall", "spring"} and not is_capital(tokens, i + 1) and low != "spring"
    ):
        return None
    return TimePhrase(i, i + 2, f"{side}-month", past_on_side(m, 1 if low in words.months else 3, side))


def _names_what(tokens: Tokens, i: int) -> bool:
    """Check whether "before" is followed by an event, which is no time: "12 years before the war"."""
    return is_kind(tokens, i, TokenKind.WORD) and word_at(tokens, i) not in _GO_ON


def earlier(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "a year earlier", "five years ago", "three months before".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(earlier(lex("a year earlier"), 0).resolve(TimeContext(date(2023, 2, 1)))[0])
    '2022'
    """
    length = length_at(tokens, i)
    word = "" if length is None else word_at(tokens, length.end)
    if length is None or word not in period_words(tokens.language).ago:
        return None
    dependent = word not in {"ago", "back"}
    that = word == "before" and word_at(tokens, length.end + 1) == "that"
    if word in _BEFORE_THAT | {"before"} and _names_what(tokens, length.end + 1 + that):
        return None
    rule = "earlier" if dependent else "ago"
    return TimePhrase(i, length.end + 1 + that, rule, back_from(length.count, length.unit), dependent=dependent)


def today(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "today", "yesterday", "tomorrow".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(today(lex("yesterday"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    '1 Dec 2021'
    """
    shift = _DAYS.get(word_at(tokens, i))
    return None if shift is None else TimePhrase(i, i + 1, "today", shifted_day(shift))
