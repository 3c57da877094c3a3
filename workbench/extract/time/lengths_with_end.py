"""Spans given by their length and one end.

Examples: "the year to March 2021", "four weeks to 12 May", "the week beginning 5 April".

Statistical offices publish for years, quarters and weeks with ends of their own.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Period, add_months, span
from workbench.extract.time.anchors import anchor_at
from workbench.extract.time.lengths import Length, length_at
from workbench.extract.time.period_resolution import DAYS_OF, MONTHS_OF, reachable
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import period_words

_ENDS = frozenset({"to", "ending", "ended", "through", "until"})
_BEGINS = frozenset({"starting", "beginning", "commencing"})
_LAST_OF = frozenset({"end", "close"})
_LONGEST_MONTHS, _LONGEST_DAYS = 1200, 800
_CALENDAR = frozenset({"month", "last-month", "date", "iso-date", "quarter", "iso-month", "nth-quarter", "nth-month"})
_YEARS = frozenset({"year", "decade", "century"})
_ALONE = _YEARS | {"quarter", "month"}
_DAYS = frozenset({"date", "iso-date", "today", "weekday", "holiday"})


def year_to(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a length up to an end.

    Examples: "the year to March 2021", "twelve months to the end of June 2021", "four quarters to Q3 2021", "28 days to
    3 June 2021".

    >>> from workbench.extract.words.lexer import lex
    >>> texts = ("year to March 2021", "four quarters to Q3 2021", "28 days to 3 June 2021", "year to the end of June 2020")
    >>> [str(year_to(lex(text), 0).resolve(TimeContext())[0]) for text in texts]
    ['Apr 2020–Mar 2021', 'Oct 2020–Sep 2021', '7 May 2021–3 Jun 2021', 'Jul 2019–Jun 2020']
    >>> str(year_to(lex("the three years to 2021"), 1).resolve(TimeContext())[0]), year_to(lex("three years to 2030"), 0)
    ('2019–2021', None)
    >>> str(year_to(lex("the two decades up to 2020"), 1).resolve(TimeContext())[0])
    '2001–2020'
    """
    length = _length(tokens, i)
    if length is None:
        return None
    j = length.end + (word_at(tokens, length.end) == "up")
    if word_at(tokens, j) not in _ENDS:
        return None
    j += 1 + (word_at(tokens, j + 1) in {"in", "on", "with"})
    j += word_at(tokens, j) == "the"
    if word_at(tokens, j) in _LAST_OF:
        j += 1 + (word_at(tokens, j + 1) in {"of", "-"})
    last = anchor_at(tokens, j)
    if last is None or not (last.rule in _CALENDAR or (last.rule == "year" and _are_the_years(tokens, i, length))):
        return None
    return TimePhrase(i, last.end, "year-to", _ending(last.resolve, length))


def _are_the_years(tokens: Tokens, i: int, length: Length) -> bool:
    """Check whether years are counted up to an end.

    Examples: "the three years to 2021", but not "we have three years to 2030".
    """
    several = length.unit in _YEARS and (length.count > 1 or length.unit != "year")
    return several and word_at(tokens, i - 1) == "the"


def _length(tokens: Tokens, i: int) -> Length | None:
    """Read a counted length, or one year, quarter or month alone; None where no office reports so long a span."""
    word = word_at(tokens, i)
    found = Length(1, word, i + 1) if word in _ALONE else length_at(tokens, i)
    if found is None or found.unit == "half":
        return None
    if found.unit in DAYS_OF:
        return found if found.count * DAYS_OF[found.unit] <= _LONGEST_DAYS else None
    return found if found.count * MONTHS_OF[found.unit] <= _LONGEST_MONTHS else None


def _ending(last: Resolve, length: Length) -> Resolve:
    return lambda around: tuple(span(_moved(p.end, length, -1), p.end) for p in last(around) if _fits(p.end, length))


def _moved(start: date, length: Length, sign: int) -> date:
    if length.unit in DAYS_OF:
        return start + timedelta(days=sign * length.count * DAYS_OF[length.unit])
    return add_months(start, sign * length.count * MONTHS_OF[length.unit])


def _fits(start: date, length: Length) -> bool:
    return reachable(start, length.count * MONTHS_OF.get(length.unit, 1))


def starting(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a length with its start: "a week starting tomorrow", "the six months beginning in April 2020".

    So is "the two weeks from 3 May".

    >>> from workbench.extract.words.lexer import lex
    >>> str(starting(lex("six months beginning in April 2020"), 0).resolve(TimeContext())[0])
    'Apr–Sep 2020'
    """
    length = _length(tokens, i)
    link = "" if length is None else word_at(tokens, length.end)
    stretch = link in _BEGINS or (link == "from" and word_at(tokens, i - 1) == "the")
    if length is None or not stretch:
        return None
    j = length.end + 1 + (word_at(tokens, length.end + 1) in {"in", "on", "with"})
    first = anchor_at(tokens, j)
    if first is None or first.rule not in _CALENDAR | _DAYS:
        return None

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(span(p.start, _moved(p.start, length, 1)) for p in first.resolve(around) if _fits(p.start, length))

    return TimePhrase(i, first.end, "starting", resolve)


def week_mark(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "w/c 4 February" and "w/e 8 May": the seven days that begin or end with a day.

    >>> from workbench.extract.words.lexer import lex
    >>> [str(week_mark(lex(t), 0).resolve(TimeContext())[0]) for t in ("w/c 4 February 2019", "w/e 8 May 2020")]
    ['4 Feb 2019–10 Feb 2019', '2 May 2020–8 May 2020']
    """
    mark = word_at(tokens, i + 2)
    if (word_at(tokens, i), word_at(tokens, i + 1)) != ("w", "/") or mark not in {"c", "b", "e"}:
        return None
    inner = anchor_at(tokens, i + 3)
    if inner is None or inner.rule not in _DAYS:
        return None
    back, on = (timedelta(days=6), timedelta()) if mark == "e" else (timedelta(), timedelta(days=6))

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(Period(p.start - back, p.end + on) for p in inner.resolve(around))

    return TimePhrase(i, inner.end, "week", resolve)


def begins_with_unit(language: str) -> tuple[str, ...]:
    """List the units that begin a span without a count: year, quarter, month, decade.

    >>> begins_with_unit("en")
    ('century', 'decade', 'month', 'quarter', 'year')
    """
    spans = period_words(language).spans
    return tuple(sorted(word for word in _ALONE if word in spans))
