"""Holidays as dates: "Christmas 2020", "since Easter", "Labour Day weekend".

Figures of retail, travel and deaths are given for holidays. The word file has the day of each, by country where
countries differ. Holidays by the moon (Ramadan, Diwali, Chinese New Year) are missing: no short rule gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from workbench.core.period import Period, day, span
from workbench.extract.time.period_resolution import nearest
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.lexer import TokenKind, Tokens, is_capital, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_tables import period_words, phrase

_ORTHODOX = frozenset({"BGR", "BLR", "CYP", "GEO", "GRC", "MDA", "MKD", "MNE", "ROU", "RUS", "SRB", "UKR"})
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BEFORE = frozenset(
    {"at", "over", "before", "after", "since", "until", "till", "by", "on", "around", "during", "from", "through", "past",
     "of", "to", "between", "and", "last", "this", "next", "coming", "previous", "the", "for", "in"}
)  # fmt: skip
_JULIAN_LAG = timedelta(days=13)
_FRIDAY, _SUNDAY = 4, 6
_EASTER = "easter +0"

Names = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _names(language: str) -> Names:
    """Index the holidays of a language by their first word, the longest names first, each with its rule."""
    rules: dict[str, str] = raw_tables(language)["periods"].get("holidays", {})
    table: Names = {}
    for name, rule in sorted(rules.items(), key=lambda item: -len(item[0])):
        words = phrase(name, language)
        table[words[0]] = (*table.get(words[0], ()), (words, rule))
    return table


def first_words(language: str) -> tuple[str, ...]:
    """List the first words of holidays.

    >>> "easter" in first_words("en")
    True
    """
    return tuple(_names(language))


def holiday(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a holiday with its year, behind a preposition of time, or its weekend; not "Christmas trees".

    >>> from workbench.extract.words.lexer import lex
    >>> [str(holiday(lex(t), 0).resolve(TimeContext())[0]) for t in ("Easter 2021", "Thanksgiving 2020", "Good Friday 2021")]
    ['4 Apr 2021', '26 Nov 2020', '2 Apr 2021']
    >>> str(holiday(lex("since Easter"), 1).resolve(TimeContext(date(2021, 12, 2), place="MKD"))[0])
    '2 May 2021'
    """
    found = _named(tokens, i)
    if found is None:
        return None
    rule, j = found
    k = j + (word_at(tokens, j) in {"of", "in", ","})
    y = year_at(tokens, k)
    end = k + 1 if y is not None else j
    end = end + 2 if word_at(tokens, end) in {"'", "’"} and word_at(tokens, end + 1) == "s" else end
    weekend = word_at(tokens, past_hyphen(tokens, end)) == "weekend"
    if y is None and not weekend and not _is_time(tokens, i, j):
        return None
    side = None if y is not None else period_words(tokens.language).sides.get(word_at(tokens, i - 1))
    days = _yearly(rule, y, side)
    end = past_hyphen(tokens, end) + 1 if weekend else end
    return TimePhrase(i, end, "holiday", _weekends(days, easter=rule == _EASTER) if weekend else days)


def _named(tokens: Tokens, i: int) -> tuple[str, int] | None:
    if not is_kind(tokens, i, TokenKind.WORD):
        return None
    for words, rule in _names(tokens.language).get(tokens[i].low, ()):
        if tuple(token.low for token in tokens[i : i + len(words)]) == words:
            return rule, i + len(words)
    return None


def _is_time(tokens: Tokens, i: int, j: int) -> bool:
    """Check whether a holiday is a time: behind "at" or "since", and not an attribute ("Easter eggs")."""
    if word_at(tokens, i - 1) not in _BEFORE:
        return False
    return not is_capital(tokens, j) and not (
        is_kind(tokens, j, TokenKind.WORD) and is_plural(tokens[j].low, tokens.language)
    )


def _yearly(rule: str, y: int | None, side: str | None) -> Resolve:
    """Resolve a holiday in one year, or the last and the next from the speech; "last" or "next" leaves one of them."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if y is not None:
            found = _day(rule, y, around.place)
            return () if found is None else (found,)
        if around.said is None:
            return NOWHERE
        years = range(around.said.year - 1, around.said.year + 2)
        days = [_day(rule, which, around.place) for which in years]
        if side == "this":
            return () if days[1] is None else (days[1],)
        readings = nearest(days, around.said)
        return {"last": readings[:1], "next": readings[-1:]}.get(side or "", readings)

    return resolve


def _day(rule: str, y: int, place: str | None) -> Period | None:
    """Compute the day of a holiday in a year; None in a country that does not have it."""
    written = _rule_for(rule, place)
    if not written:
        return None
    head, *rest = written.split()
    shift = timedelta(days=int(rest[-1])) if rest and rest[-1][0] in "+-" and len(rest) != 2 else timedelta()
    if head == "easter":
        return day(easter(y, orthodox=place in _ORTHODOX) + shift)
    if not rest:
        month, _, number = head.partition("-")
        return day(date(y, int(month), int(number)))
    return day(_nth_weekday(y, int(head), _WEEKDAYS.index(rest[0]), int(rest[1])) + shift)


def _rule_for(rule: str, place: str | None) -> str:
    """Choose the rule of a country, else that of all others; empty where there is none."""
    plain, *special = rule.split(";")
    for part in special:
        codes, _, own = part.partition(":")
        if place is not None and place in codes.split():
            return own.strip()
    return plain.strip()


def _nth_weekday(y: int, month: int, weekday: int, n: int) -> date:
    """Compute the nth such weekday of a month; the last one for -1."""
    if n > 0:
        first = date(y, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = date(y + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(y: int, *, orthodox: bool = False) -> date:
    """Compute Easter Sunday.

    By the rule of 1582 (Meeus, Jones and Butcher), or by that of the eastern churches (Meeus, 1900 to 2099).

    >>> easter(2021), easter(2021, orthodox=True), easter(2018)
    (datetime.date(2021, 4, 4), datetime.date(2021, 5, 2), datetime.date(2018, 4, 1))
    """
    if orthodox:
        d = (19 * (y % 19) + 15) % 30
        e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7
        month, number = divmod(d + e + 114, 31)
        return date(y, month, number + 1) + _JULIAN_LAG
    a, (b, c) = y % 19, divmod(y, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, number = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
    return date(y, month, number + 1)


def _weekends(days: Resolve, *, easter: bool = False) -> Resolve:
    """Give the weekend of a holiday, with the Friday or Monday that it is on; for Easter from Friday to Monday."""

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = days(around)
        if easter:
            return tuple(span(p.start - timedelta(days=2), p.end + timedelta(days=1)) for p in found)
        return tuple(reading for p in found for reading in _weekend_of(p.start))

    return resolve


def _weekend_of(found: date) -> Iterator[Period]:
    monday = found - timedelta(days=found.weekday())
    saturday = monday + timedelta(days=-2 if found.weekday() < _FRIDAY - 1 else 5)
    first, last = min(saturday, found), max(saturday + timedelta(days=1), found)
    if found.weekday() in {0, _FRIDAY} or found.weekday() == _SUNDAY:
        yield span(first, last + timedelta(days=1))
    if found.weekday() != 0:
        yield span(saturday, saturday + timedelta(days=2))


def weekend_of(tokens: Tokens, i: int, anchor: Callable[[Tokens, int], TimePhrase | None]) -> TimePhrase | None:
    """Read "the weekend of Halloween", "the weekend of 5 June".

    >>> from workbench.extract.words.lexer import lex
    >>> str(weekend_of(lex("weekend of Halloween 2021"), 0, holiday).resolve(TimeContext())[0])
    '30 Oct 2021–31 Oct 2021'
    """
    if word_at(tokens, i) != "weekend" or word_at(tokens, i + 1) != "of":
        return None
    found = anchor(tokens, i + 2 + (word_at(tokens, i + 2) == "the"))
    if found is None or found.rule not in {"holiday", "date", "iso-date"}:
        return None
    return TimePhrase(i, found.end, "weekend", _weekends(found.resolve))
