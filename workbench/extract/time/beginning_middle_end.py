"""Edges of a period: "the end of 2021", "mid-2019", "the late 1990s", "early last month", "year-end 2020".

Plans are for "the end of the year" and stocks for "year-end". The whole period is the first reading, since most figures
are for it; the others are its third, its half and its first or last month or day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from workbench.core.claim import EDGE_OF_YEAR
from workbench.core.period import Period, add_months, day, span
from workbench.extract.time.dates import calendar_at
from workbench.extract.time.decades import century, named_decade
from workbench.extract.time.parts_of_year import ordinal_part, year_of
from workbench.extract.time.period_resolution import calendar_unit, relative_year
from workbench.extract.time.relative_to_speech import relative
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.lexer import Tokens, glued, past_hyphen, word_at
from workbench.extract.words.time_phrases import Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import period_words

_DAY = timedelta(days=1)
_PARTS = frozenset({"part", "parts", "months", "weeks", "days", "stages", "years"})
_BEFORE_END = frozenset({"at", "by", "to", "since", "until", "till", "from", "of", "-", "for", "and", "between"})
_UNITS = frozenset({"week", "month", "quarter", "year", "decade", "century", "half"})
_BY_MONTHS: dict[int, dict[str, tuple[tuple[int, int], ...]]] = {
    # for a period of so many months: (months from its start, length in months), most likely first
    3: {"begin": ((0, 1),), "middle": ((1, 1),), "end": ((2, 1),)},
    6: {"begin": ((0, 2), (0, 1), (0, 3)), "middle": ((2, 2),), "end": ((4, 2), (5, 1), (3, 3))},
    12: {"begin": ((0, 4), (0, 6), (0, 1)), "middle": ((4, 4), (5, 2)), "end": ((8, 4), (6, 6), (11, 1))},
    120: {
        "begin": ((0, 60), (0, 48), (0, 36), (0, 12)),
        "middle": ((36, 48), (48, 36), (48, 24)),
        "end": ((60, 60), (72, 48), (84, 36), (108, 12)),
    },
    1200: {
        "begin": ((0, 360), (0, 600), (0, 120)),
        "middle": ((360, 480), (480, 240)),
        "end": ((720, 480), (840, 360), (600, 600), (1080, 120)),
    },
}
_BY_DAYS = {"begin": ((0, 3), (0, 2)), "middle": ((2, 3), (2, 1)), "end": ((3, 4), (4, 3), (5, 2))}
_DECADE = 120


def edge_of(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read an edge of a period.

    Examples: "the end of 2021", "the beginning of last month", "mid-2021", "the late 1990s", "end-2019", "early in the
    week".

    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in edge_of(lex("end of 2021"), 0).resolve(TimeContext())[:2]]
    ['2021', 'Sep–Dec 2021']
    >>> str(edge_of(lex("late 1990s"), 0).resolve(TimeContext())[0])
    '1995–1999'
    """
    words = period_words(tokens.language)
    low = word_at(tokens, i)
    which = words.edges.get(low)
    if which is None:
        return None
    j = i + 1
    j += word_at(tokens, j) in _PARTS and word_at(tokens, j + 1) == "of"
    j = past_hyphen(tokens, j)
    linked = word_at(tokens, j) == "of" or (low == "halfway" and word_at(tokens, j) == "through")
    if not linked and not _needs_no_of(tokens, i, j):
        return None
    j += linked or word_at(tokens, j) == "in"
    owner = owner_of(tokens, j)
    return None if owner is None else TimePhrase(i, owner.end, owner.rule, edge(owner.resolve, which))


def _needs_no_of(tokens: Tokens, i: int, j: int) -> bool:
    """Check whether an edge may stand right before its period, without "of": "mid-2021", "end-March", "by end 2019"."""
    words = period_words(tokens.language)
    if word_at(tokens, i) in words.bare_edges:
        return True
    tied = j == i + 2 and glued(tokens, j)
    named = year_at(tokens, j) is not None or word_at(tokens, j) in words.months
    return named and (tied or word_at(tokens, i - 1) in _BEFORE_END) and words.edges[word_at(tokens, i)] != "whole"


_OWNERS: tuple[Callable[[Tokens, int], TimePhrase | None], ...] = (
    calendar_at,
    ordinal_part,
    century,
    named_decade,
    relative,
)


def owner_of(tokens: Tokens, j: int) -> TimePhrase | None:
    """Read the period of an edge or a part: a year, a month, a quarter, a decade, "last month", "the week".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(owner_of(lex("the 1990s"), 0).resolve(TimeContext())[0])
    '1990–1999'
    """
    whole = year_of(tokens, j)
    if whole is not None:
        return TimePhrase(j, whole[1], EDGE_OF_YEAR, whole[0])
    k = j + (word_at(tokens, j) == "the")
    found = next((phrase for rule in _OWNERS if (phrase := rule(tokens, k)) is not None), None)
    if found is not None:
        return TimePhrase(k, found.end, "edge-of-period", found.resolve)
    unit = period_words(tokens.language).spans.get(word_at(tokens, k), "")
    if unit not in _UNITS or (k == j and word_at(tokens, j - 1) != "of") or word_at(tokens, k + 1) in {"to", "before"}:
        return None
    return TimePhrase(k, k + 1, "edge-of-period", calendar_unit("this", unit))


def unit_end(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "year-end 2019", "by year end", "the month's end": the end of the named unit or of that of the speech.

    >>> from workbench.extract.words.lexer import lex
    >>> [str(p) for p in unit_end(lex("year-end 2019"), 0).resolve(TimeContext())][:2]
    ['2019', 'Sep–Dec 2019']
    """
    unit = period_words(tokens.language).spans.get(word_at(tokens, i), "")
    j = past_hyphen(tokens, i + 1)
    if unit not in {"year", "month", "quarter"} or word_at(tokens, j) != "end":
        return None
    if word_at(tokens, i) == unit and j == i + 1 and word_at(tokens, i - 1) not in {"by", "at", "the", "to", "since"}:
        return None
    owner = year_of(tokens, j + 1) if unit == "year" else None
    if owner is not None:
        return TimePhrase(i, owner[1], EDGE_OF_YEAR, edge(owner[0], "end"))
    here = relative_year(0) if unit == "year" else calendar_unit("this", unit)
    return TimePhrase(i, j + 1, "edge-of-period", edge(here, "end"))


def edge(owner: Resolve, which: str) -> Resolve:
    """Resolve the beginning, middle or end of a period.

    The whole period comes first, then its third, its half, its outer month and day.

    For a decade or century the part comes first, since hardly any figure is for the whole of it.

    >>> from workbench.core.period import year
    >>> [str(period) for period in edge(lambda _: (year(2021),), "end")(TimeContext())]
    ['2021', 'Sep–Dec 2021', 'Jul–Dec 2021', 'Dec 2021', '31 Dec 2021']
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        found = owner(around)
        if which == "whole" or not found:
            return found[:1]
        if found[0].months == 1:
            return (*found, *(part for p in found for part in _parts_of_month(p, which)))
        first = found[0]
        parts = _parts(first, which)
        return (*parts, first) if (first.months or 0) >= _DECADE else (first, *parts)

    return resolve


def _parts(whole: Period, which: str) -> tuple[Period, ...]:
    lengths = _BY_MONTHS.get(whole.months or 0)
    if lengths is not None:
        parts = (span(add_months(whole.start, a), add_months(whole.start, a + n)) for a, n in lengths[which])
        return (*parts, *_outer_day(whole, which)) if (whole.months or 0) < _DECADE else tuple(parts)
    if (whole.end - whole.start).days == 7:
        return tuple(
            span(whole.start + timedelta(days=a), whole.start + timedelta(days=a + n)) for a, n in _BY_DAYS[which]
        )
    return ()


def _outer_day(whole: Period, which: str) -> tuple[Period, ...]:
    """Give the first or last day, on which stocks are counted."""
    return {"begin": (day(whole.start),), "end": (day(whole.end - _DAY),)}.get(which, ())


def _parts_of_month(whole: Period, which: str) -> tuple[Period, ...]:
    """Give the first, middle or last ten days of a month, its halves, and its first or last day."""
    bounds = {"begin": ((1, 11), (1, 16)), "middle": ((10, 21),), "end": ((20, 0), (16, 0))}[which]
    return (*(_days(whole, first, last) for first, last in bounds), *_outer_day(whole, which))


def _days(whole: Period, first: int, last: int) -> Period:
    start: date = whole.start
    return span(start.replace(day=first), start.replace(day=last) if last else whole.end)


def point(tokens: Tokens, phrase: TimePhrase) -> Resolve:
    """Give the instants that an edge may mean as the end of a span: "from the end of 2019" begins with 2020.

    >>> from workbench.extract.words.lexer import lex
    >>> words = lex("end of 2019"); point(words, edge_of(words, 0))(TimeContext())[0].start
    datetime.date(2020, 1, 1)
    """
    which = period_words(tokens.language).edges[word_at(tokens, phrase.first)]

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        return tuple(day(_instant(p, which)) for p in phrase.resolve(around)[:1])

    return resolve


def _instant(whole: Period, which: str) -> date:
    return {"begin": whole.start, "end": whole.end}.get(which, whole.start + (whole.end - whole.start) / 2)
