"""Spans from one time to another: "January to June 2019", "from 2015 to last year", "from April until the end of June".

A change has a span of time, and either end may be any name of a time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.core.period import Period, span
from workbench.extract.time.anchors import anchor_at
from workbench.extract.time.beginning_middle_end import point
from workbench.extract.time.dates import JOINERS, calendar_at
from workbench.extract.time.named_periods import month_at
from workbench.extract.time.numeric_dates import short_date
from workbench.extract.time.period_resolution import bare_month, shifted_day
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.units.units_beside_figures import named_unit
from workbench.extract.words.change_words import is_change_word
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import Resolve, TimeContext, TimePhrase, fixed
from workbench.extract.words.word_tables import period_words

_NOW = {"now": -1, "today": -1, "yesterday": -2, "date": -1, "present": -1}
_MOST_READINGS = 4
_JOINED, _FURTHEST = JOINERS | {"and"}, 12


def span_between_times(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "January to June 2019", "between 2015 and 2020", "from May 2019 to now".

    >>> from workbench.extract.words.lexer import lex
    >>> str(span_between_times(lex("January to June 2019"), 0).resolve(TimeContext())[0])
    'Jan–Jun 2019'
    """
    if (years := _named_years(tokens, i)) is not None:
        return years
    opener = word_at(tokens, i)
    begin = i + (opener in {"from", "between", "since"})
    joiners = _JOINED | period_words(tokens.language).inclusive
    if begin > i and not any(word_at(tokens, k) in joiners for k in range(begin + 1, begin + _FURTHEST)):
        return None
    left = _end_at(tokens, begin, opened=begin > i) or _first_month(tokens, begin) or _from_today(tokens, begin)
    if left is None:
        return _old_years(tokens, begin, opener) if begin > i else None
    joiner, k = word_at(tokens, left.end), _past_joiner(tokens, left.end)
    if k is None and not (joiner == "and" and opener == "between"):
        return None
    k = left.end + 1 if k is None else k
    k += word_at(tokens, k) == "the" and word_at(tokens, k + 1) == "present"
    right = _end_at(tokens, k, opened=begin > i) or _now(tokens, k)
    return None if right is None else TimePhrase(begin, right.end, "from-to", _between(tokens, left, right))


def _past_joiner(tokens: Tokens, i: int) -> int | None:
    """Find the index behind a joiner and the words that include its end: "up to and including", "bis einschließlich".

    So does "заклучно со". Words that stress the way may lead it: "right through", "сè до".
    """
    inclusive, stress = period_words(tokens.language).inclusive, period_words(tokens.language).all_the_way
    k = _past(tokens, i, stress)
    if word_at(tokens, k) not in JOINERS and word_at(tokens, k) not in inclusive:
        return None
    k = _past(tokens, k + 1, stress)
    k += word_at(tokens, k) == "to"
    k += word_at(tokens, k) == "and" and word_at(tokens, k + 1) in inclusive
    k += word_at(tokens, k) in inclusive
    return k + (word_at(tokens, k) == "with" and word_at(tokens, k - 1) in inclusive)


def _past(tokens: Tokens, i: int, words: frozenset[str]) -> int:
    """Find the index behind some of these words."""
    while word_at(tokens, i) in words:
        i += 1
    return i


def _named_years(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the years 2014 to 2018", whatever follows: "over the five years 2014 to 2018 foreigners invested"."""
    if (
        word_at(tokens, i + 1) not in JOINERS
        or period_words(tokens.language).spans.get(word_at(tokens, i - 1)) != "year"
    ):
        return None
    first, last = word_at(tokens, i), word_at(tokens, i + 2)
    plain = all(len(low) == 4 and low.isascii() and low.isdigit() for low in (first, last))
    if not plain or not 1000 <= int(first) < int(last) < 2200:
        return None
    return TimePhrase(i, i + 3, "from-to", fixed(span(date(int(first), 1, 1), date(int(last) + 1, 1, 1))))


def _old_years(tokens: Tokens, i: int, opener: str) -> TimePhrase | None:
    """Read years before the last century ("between 1850 and 1880"), unless they count something or are values."""
    i += word_at(tokens, i) == "ad"
    first, joiner, last = (word_at(tokens, k) for k in (i, i + 1, i + 2))
    plain = all(len(low) == 4 and low.isascii() and low.isdigit() for low in (first, last))
    if not plain or not 1000 <= int(first) < int(last) < 2200 or joiner != ("and" if opener == "between" else "to"):
        return None
    if is_plural(word_at(tokens, i + 3), tokens.language) or named_unit(tokens, i + 3) is not None:
        return None
    if any(is_change_word(word_at(tokens, k), tokens.language) for k in range(max(0, i - 6), i)):
        return None
    return TimePhrase(i, i + 3, "from-to", fixed(span(date(int(first), 1, 1), date(int(last) + 1, 1, 1))))


def _end_at(tokens: Tokens, i: int, *, opened: bool) -> TimePhrase | None:
    """Read a calendar name; behind "from" and "between" also any other time, and a date in short figures."""
    j = i + (word_at(tokens, i) == "the")
    found = calendar_at(tokens, j)
    if found is not None or not (opened or word_at(tokens, j) in period_words(tokens.language).edges):
        return found
    return (None if word_at(tokens, j) in _NOW else anchor_at(tokens, j)) or short_date(tokens, j)


def _first_month(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read an ambiguous month ("May", "Mar") before another month."""
    found = month_at(tokens, i)
    if found is None or word_at(tokens, found[1]) not in JOINERS | {"and"} or month_at(tokens, found[1] + 1) is None:
        return None
    return TimePhrase(i, found[1], "month", bare_month(found[0]))


def _from_today(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "today" as the beginning of a span."""
    named = word_at(tokens, i) in {"today", "now"}
    return TimePhrase(i, i + 1, "today", shifted_day(0)) if named else None


def _now(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "now" and "today" as the end of a span, which then ends where that day begins."""
    shift = _NOW.get(word_at(tokens, i))
    return None if shift is None else TimePhrase(i, i + 1, "today", shifted_day(shift))


def _between(tokens: Tokens, left: TimePhrase, right: TimePhrase) -> Resolve:
    """Resolve each end with its beginning, with and without the last period; for edges also the instants."""
    exact = _points(tokens, left, right)

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found: list[Period] = []
        for n, end in enumerate(_ends(left, right, around)[:_MOST_READINGS]):
            start = _start(left, end, n, around)
            if start is not None:
                found += [span(start, end.end), span(start, end.start)]
        return (*found, *exact(around))

    return resolve


def _ends(left: TimePhrase, right: TimePhrase, around: TimeContext) -> tuple[Period, ...]:
    """Resolve the end; a weekday is the first one behind the beginning."""
    begins = left.resolve(around) if right.rule == "weekday" else ()
    if not begins:
        return right.resolve(around)
    behind = right.resolve(replace(around, said=begins[0].end))
    return tuple(p for p in behind if p.start >= begins[0].end)


def _start(left: TimePhrase, end: Period, n: int, around: TimeContext) -> date | None:
    """Choose the beginning for an end: in the same order of day and month, else the first before the end."""
    seen_from_end = left.resolve(replace(around, said=end.start))
    begins = (*left.resolve(around), *seen_from_end) if _is_counted(left) else seen_from_end
    alike = begins[max(n - 1, 0) : n + 1][::-1]
    return next((p.start for p in (*alike, *begins) if p.start < end.start), None)


def _is_counted(phrase: TimePhrase) -> bool:
    """Check whether a time is counted from the day of the speech, and not from the end of the span."""
    return phrase.rule in {"weekday", "relative-year", "today", "ago"} or phrase.rule.startswith(
        ("last-", "next-", "this-")
    )


def _points(tokens: Tokens, left: TimePhrase, right: TimePhrase) -> Resolve:
    """Resolve "from the middle of 2007 to the end of 2008" from instant to instant."""
    words = period_words(tokens.language).edges
    edged = [phrase.rule.startswith("edge") and word_at(tokens, phrase.first) in words for phrase in (left, right)]
    if not any(edged):
        return fixed()
    begins, ends = (point(tokens, p) if e else p.resolve for p, e in zip((left, right), edged, strict=True))

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        first, last = begins(around)[:1], ends(around)[:1]
        if not first or not last:
            return ()
        end = last[0].start if edged[1] else last[0].end
        return (span(first[0].start, end),) if first[0].start < end else ()

    return resolve
