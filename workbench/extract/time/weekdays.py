"""Days named by their weekday or number alone: "on Tuesday", "last Friday", "Monday of last week", "on the 18th".

News names days by their weekday, and the day of the speech shows which one is meant. The weekday of a statement ("he
*said* on Tuesday that") is the day of the words and no period of a figure.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from workbench.core.period import Period, add_months, day
from workbench.extract.time.dates import day_number
from workbench.extract.time.days_to_dates import safe_day
from workbench.extract.time.period_resolution import nearest
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import period_words

_WEEK = timedelta(days=7)
_NAMERS = frozenset({"black", "good", "cyber", "easter", "whit", "ash", "palm", "shrove"})


def weekday_at(tokens: Tokens, i: int) -> int | None:
    """Read the number of a weekday, Monday 0; short forms only with a capital and a figure behind.

    >>> from workbench.extract.words.lexer import lex
    >>> weekday_at(lex("Tuesday"), 0), weekday_at(lex("the sun"), 1)
    (1, None)
    """
    words, low = period_words(tokens.language), word_at(tokens, i)
    found = words.weekdays.get(low)
    if found is not None or low not in words.short_weekdays:
        return found
    return words.short_weekdays[low] if is_capital(tokens, i) and day_number(tokens, i + 1) else None


def weekday(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a weekday with the words around it.

    Examples: "Tuesday", "last Friday", "this upcoming Friday", "Monday of last week", "Tuesday the 11th", "Wed 13th".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(p) for p in weekday(lex("Friday"), 0).resolve(TimeContext(date(2021, 12, 2)))]
    ['26 Nov 2021', '3 Dec 2021']
    """
    sides, j = period_words(tokens.language).sides, i
    while j < i + 2 and word_at(tokens, j) in sides:
        j += 1
    which = weekday_at(tokens, j)
    if which is None or (j == i and (_is_reporting(tokens, i) or word_at(tokens, i - 1) in _NAMERS)):
        return None
    if j > i:
        return TimePhrase(
            i,
            j + 1,
            "weekday",
            _on_side(sides[word_at(tokens, j - 1)], which, word_at(tokens, j - 1), word_at(tokens, i)),
        )
    return _of_week(tokens, j, which) or _numbered(tokens, j, which) or _bare(tokens, j, which)


def _is_reporting(tokens: Tokens, i: int) -> bool:
    """Check whether a day is that of a statement: "said on Tuesday", "told reporters Monday"."""
    verbs = period_words(tokens.language).reporting
    return any(word_at(tokens, k) in verbs for k in range(i - 3, i)) or word_at(tokens, i + 1) in verbs


def _bare(tokens: Tokens, i: int, which: int) -> TimePhrase | None:
    """Read a weekday alone, but not before its own date ("Friday, 2 December") or a part of the day."""
    j = i + 1 + (word_at(tokens, i + 1) in {",", "the"})
    dated = day_number(tokens, j) is not None and not _is_count(tokens, j)
    if (
        word_at(tokens, i - 1) in {"every", "each"}
        or dated
        or word_at(tokens, j) in period_words(tokens.language).months
    ):
        return None

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None:
            return NOWHERE
        ahead = said + timedelta(days=(which - said.weekday()) % 7)
        return (day(ahead), day(ahead - _WEEK)) if ahead == said else (day(ahead - _WEEK), day(ahead))

    return TimePhrase(i, i + 1, "weekday", resolve)


def _numbered(tokens: Tokens, i: int, which: int) -> TimePhrase | None:
    """Read "Tuesday the 11th", "Wed 13th", "Monday 21": the nearest such days before and after the speech."""
    j = i + 1 + (word_at(tokens, i + 1) == "the")
    found = day_number(tokens, j)
    if found is None or word_at(tokens, found[1]) in {
        *period_words(tokens.language).months,
        ":",
        *period_words(tokens.language).spans,
        "of",
        "/",
        "-",
        "a",
        "p",
        "am",
        "pm",
    }:
        return None
    if _is_count(tokens, j):
        return None
    return TimePhrase(i, found[1], "weekday", _matching(which, found[0]))


def _is_count(tokens: Tokens, i: int) -> bool:
    """Check whether a figure behind a weekday counts the noun behind it: "on Tuesday 12 people came"."""
    if not is_kind(tokens, i, TokenKind.NUMBER) or not is_kind(tokens, i + 1, TokenKind.WORD):
        return False
    return is_plural(word_at(tokens, i + 1), tokens.language) or named_unit(tokens, i + 1) is not None


def _matching(which: int, number: int) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        first = around.said.replace(day=1)
        days = [_in_month(add_months(first, shift), number) for shift in range(-14, 15)]
        return nearest([p for p in days if p is not None and p.start.weekday() == which], around.said)

    return resolve


def _in_month(first: date, number: int) -> Period | None:
    return safe_day(first.year, first.month, number)


def on_weekday(tokens: Tokens, phrase: TimePhrase) -> TimePhrase:
    """Sort the readings of a date behind a weekday, those on that weekday first: "Friday 3/12", "Friday, 3 December".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.dates import calendar_at
    >>> words = lex("Friday, 3 December")
    >>> str(on_weekday(words, calendar_at(words, 2)).resolve(TimeContext(date(2021, 12, 2)))[0])
    '3 Dec 2021'
    """
    k = phrase.first - 1
    which = weekday_at(tokens, k - (word_at(tokens, k) in {",", "the"}))
    if which is None:
        return phrase

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = phrase.resolve(around)
        return tuple(sorted(found, key=lambda p: p.start.weekday() != which))

    return replace(phrase, resolve=resolve)


def _of_week(tokens: Tokens, i: int, which: int) -> TimePhrase | None:
    """Read "Tuesday of last week", "Wednesday next week"."""
    j = i + 1 + (word_at(tokens, i + 1) in {"of", "in"})
    side = period_words(tokens.language).sides.get(word_at(tokens, j))
    if side is None or word_at(tokens, j + 1) != "week":
        return None
    return TimePhrase(i, j + 2, "weekday", _in_week(which, side))


def week_then_weekday(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "next week Wednesday", "this week on Monday".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(week_then_weekday(lex("next week Wednesday"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    '8 Dec 2021'
    """
    side = period_words(tokens.language).sides.get(word_at(tokens, i))
    if side is None or word_at(tokens, i + 1) != "week":
        return None
    j = i + 2 + (word_at(tokens, i + 2) == "on")
    which = weekday_at(tokens, j)
    return None if which is None else TimePhrase(i, j + 1, "weekday", _in_week(which, side))


def _in_week(which: int, side: str) -> Resolve:
    shift = {"last": -1, "this": 0, "next": 1}[side]

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        monday = around.said - timedelta(days=around.said.weekday())
        return (day(monday + shift * _WEEK + timedelta(days=which)),)

    return resolve


def _on_side(side: str, which: int, near: str, first: str) -> Resolve:
    """Resolve "last Friday": that of the week before, or the most recent; "coming" and "past" mean the nearest."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None:
            return NOWHERE
        ahead = said + timedelta(days=(which - said.weekday() - 1) % 7 + 1)
        back = said - timedelta(days=(said.weekday() - which - 1) % 7 + 1)
        close = {"last": day(back), "next": day(ahead), "this": day(back)}[side]
        of_week = _in_week(which, side)(around)
        return (close, *of_week) if near in {"past", "coming", "upcoming"} or first != near else (*of_week, close)

    return resolve


def numbered_day(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "on the 18th", "the 21st of this month", "the 15th day of next month".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(numbered_day(lex("the 15th of last month"), 0).resolve(TimeContext(date(2021, 12, 2)))[0])
    '15 Nov 2021'
    """
    found = day_number(tokens, i + 1)
    if word_at(tokens, i) != "the" or found is None or (found[1] == i + 2 and word_at(tokens, i + 1).isdigit()):
        return None
    number, j = found
    k = j + (word_at(tokens, j) == "day")
    k += word_at(tokens, k) == "of"
    side = period_words(tokens.language).sides.get(word_at(tokens, k))
    if side is not None and word_at(tokens, k + 1) == "month":
        return TimePhrase(i, k + 2, "numbered-day", _of_month(number, {"last": -1, "this": 0, "next": 1}[side]))
    alone = word_at(tokens, j) in {"", ".", ",", "?", "!", ";"} and word_at(tokens, i + 1)[:1].isdigit()
    if not alone or word_at(tokens, i - 1) not in {"on", "since", "until", "by"}:
        return None
    return TimePhrase(i, j, "numbered-day", _of_month(number, None))


def _of_month(number: int, shift: int | None) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        first = around.said.replace(day=1)
        if shift is not None:
            found = _in_month(add_months(first, shift), number)
            return NOWHERE if found is None else (found,)
        return nearest([_in_month(add_months(first, back), number) for back in (-1, 0, 1)], around.said)

    return resolve
