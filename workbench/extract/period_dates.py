"""Periods that carry their own year: days, months, quarters, halves, years, decades, and stretches between two of them.

Why this room exists: most official figures are for a calendar period, and most speakers name it outright.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.core.period import Period, add_months, day, month, span, year
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, past_hyphen, word_at
from workbench.extract.lexicon import lexicon
from workbench.extract.phrases import NOWHERE, Around, Phrase, Resolve, fixed
from workbench.extract.units import is_plural

_YEARS = range(1900, 2101)
_NUMERALS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4}
_HALVES = {"h1": 1, "h2": 2}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def year_at(tokens: Tokens, i: int) -> int | None:
    """The calendar year written at a token; None where the figure is no year.

    >>> from workbench.extract.lexer import lex
    >>> year_at(lex("in 2021"), 1), year_at(lex("2,021"), 0)
    (2021, None)
    """
    if i >= len(tokens) or tokens[i].kind is not Kind.NUMBER:
        return None
    low = tokens[i].low
    if len(low) != 4 or not low.isdigit() or int(low) not in _YEARS:  # noqa: PLR2004
        return None
    return int(low)


def day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month ("2", "2nd", "second") and the index behind it."""
    if i >= len(tokens):
        return None
    low = tokens[i].low
    if tokens[i].kind is Kind.NUMBER and len(low) <= 2 and low.isdigit() and 1 <= int(low) <= 31:  # noqa: PLR2004
        suffix = word_at(tokens, i + 1) in _SUFFIXES and glued(tokens, i + 1)
        return int(low), i + 1 + suffix
    return None


def month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A month's number and the index behind its name (and the full stop of a short form)."""
    found = lexicon().months.get(word_at(tokens, i))
    if found is None:
        return None
    stop = len(tokens[i].low) <= 4 and word_at(tokens, i + 1) == "." and glued(tokens, i + 1)  # noqa: PLR2004
    return found, i + 1 + stop


def safe_day(y: int, m: int, d: int) -> Period | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return day(date(y, m, d))
    except ValueError:
        return None


def _year_behind(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A year behind a month or part of a year, with "of", "in" or a comma between."""
    j = i
    if word_at(tokens, j) in {",", "of", "in", "-", "–"}:
        j += 1
    j += word_at(tokens, j) in {"fiscal", "year", "fy"}
    found = year_at(tokens, j)
    return (found, j + 1) if found else (None, i)


def iso_date(tokens: Tokens, i: int) -> Phrase | None:
    """2021-12-02 and 2021-12.

    >>> from workbench.extract.lexer import lex
    >>> str(iso_date(lex("2021-12-02"), 0).resolve(Around())[0])
    '2 Dec 2021'
    """
    y = year_at(tokens, i)
    if y is None or word_at(tokens, i + 1) not in HYPHENS | {"/"} or not glued(tokens, i + 1):
        return None
    m = word_at(tokens, i + 2)
    if not (m.isdigit() and len(m) <= 2 and glued(tokens, i + 2) and 1 <= int(m) <= 12):  # noqa: PLR2004
        return None
    d = word_at(tokens, i + 4)
    if word_at(tokens, i + 3) == tokens[i + 1].low and d.isdigit() and len(d) <= 2 and glued(tokens, i + 4):  # noqa: PLR2004
        whole = safe_day(y, int(m), int(d))
        return Phrase(i, i + 5, "iso-date", fixed(whole)) if whole else None
    if int(m) == (y + 1) % 100 or tokens[i + 1].low != "-":
        return None
    return Phrase(i, i + 3, "iso-month", fixed(month(y, int(m))))


def slashed_date(tokens: Tokens, i: int) -> Phrase | None:
    """02/12/2021, 2.12.2021: day first, month first as the other reading.

    >>> from workbench.extract.lexer import lex
    >>> [str(p) for p in slashed_date(lex("02/12/2021"), 0).resolve(Around())]
    ['2 Dec 2021', '12 Feb 2021']
    """
    mark = word_at(tokens, i + 1)
    y = year_at(tokens, i + 4)
    first, second = word_at(tokens, i), word_at(tokens, i + 2)
    if y is None or mark not in {"/", ".", "-"} or word_at(tokens, i + 3) != mark:
        return None
    if not (first.isdigit() and second.isdigit() and len(first) <= 2 and len(second) <= 2):  # noqa: PLR2004
        return None
    readings = dict.fromkeys(p for p in (safe_day(y, int(second), int(first)), safe_day(y, int(first), int(second))) if p)
    return Phrase(i, i + 5, "date", fixed(*readings)) if readings else None


def day_month(tokens: Tokens, i: int) -> Phrase | None:
    """2 December 2021, 2nd of December, 2–5 December 2021.

    >>> from workbench.extract.lexer import lex
    >>> str(day_month(lex("2 December 2021"), 0).resolve(Around())[0])
    '2 Dec 2021'
    """
    first = day_number(tokens, i)
    if first is None:
        return None
    d, j = first
    last = d
    if word_at(tokens, j) in HYPHENS | {"to", "and"} and (other := day_number(tokens, j + 1)):
        last, j = other
    j += word_at(tokens, j) == "of"
    found = month_at(tokens, j)
    if found is None:
        return None
    m, j = found
    y, j = _year_behind(tokens, j)
    return Phrase(i, j, "date", _days(y, m, d, last))


def month_day(tokens: Tokens, i: int) -> Phrase | None:
    """December 2, 2021 and December 2.

    >>> from workbench.extract.lexer import lex
    >>> str(month_day(lex("December 2, 2021"), 0).resolve(Around())[0])
    '2 Dec 2021'
    """
    found = month_at(tokens, i)
    if found is None:
        return None
    m, j = found
    j += word_at(tokens, j) == "the"
    first = day_number(tokens, j)
    if first is None:
        return None
    d, j = first
    last = d
    if word_at(tokens, j) in HYPHENS and (other := day_number(tokens, j + 1)):
        last, j = other
    y, j = _year_behind(tokens, j)
    return Phrase(i, j, "date", _days(y, m, d, last))


def _days(y: int | None, m: int, first: int, last: int) -> Resolve:
    def build(which: int) -> Period | None:
        begin, end = safe_day(which, m, first), safe_day(which, m, last)
        return span(begin.start, end.end) if begin and end and begin.start < end.end else None

    def resolve(around: Around) -> tuple[Period, ...]:
        if y is not None:
            found = build(y)
            return (found,) if found else NOWHERE
        if around.said is None:
            return NOWHERE
        return nearest([build(around.said.year), build(around.said.year - 1), build(around.said.year + 1)], around.said)

    return resolve


def nearest(periods: list[Period | None], said: date) -> tuple[Period, ...]:
    """The readings of a date without a year: the last one that had begun, then the next."""
    there = sorted(p for p in periods if p is not None)
    past = [p for p in there if p.start <= said]
    future = [p for p in there if p.start > said]
    return (*past[-1:], *future[:1])


def month_year(tokens: Tokens, i: int) -> Phrase | None:
    """December 2021, Dec. 2021, December of 2021; December alone is the last one.

    >>> from workbench.extract.lexer import lex
    >>> str(month_year(lex("December 2021"), 0).resolve(Around())[0])
    'Dec 2021'
    """
    found = month_at(tokens, i)
    if found is None:
        return None
    m, j = found
    y, j = _year_behind(tokens, j)
    if y is not None:
        return Phrase(i, j, "month", fixed(month(y, m)))
    if not _surely_month(tokens, i):
        return None
    return Phrase(i, j, "month", _bare_month(m))


def _surely_month(tokens: Tokens, i: int) -> bool:
    lex_ = lexicon()
    word, before = tokens[i].low, word_at(tokens, i - 1)
    if word not in lex_.doubtful_months:
        return True
    return before in {"in", "since", "by", "until", "till", "during", "last", "this", "next", "from", "of", "early", "late", "mid"}


def _bare_month(m: int) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        if around.said is None:
            return NOWHERE
        y = around.said.year
        return nearest([month(y, m), month(y - 1, m), month(y + 1, m)], around.said)

    return resolve


def quarter_year(tokens: Tokens, i: int) -> Phrase | None:
    """Q3 2022, Q3 of 2022, H1 2021, 2022 Q3 and 2022-Q3.

    >>> from workbench.extract.lexer import lex
    >>> str(quarter_year(lex("Q3 2022"), 0).resolve(Around())[0])
    '2022-Q3'
    """
    y, j = year_at(tokens, i), i
    if y is not None:
        j = past_hyphen(tokens, i + 1)
        part = word_at(tokens, j)
        end = j + 1
    else:
        part = word_at(tokens, i)
        y, end = _year_behind(tokens, i + 1)
    if part in _NUMERALS:
        return Phrase(i, end, "quarter", part_of_year(y, _NUMERALS[part] * 3 - 2, 3))
    if part in _HALVES and y is not None:
        return Phrase(i, end, "half", part_of_year(y, _HALVES[part] * 6 - 5, 6))
    return None


def part_of_year(y: int | None, first: int, months: int) -> Resolve:
    """Some months of a year, from month `first`; without a year the last such part that had begun."""

    def build(which: int) -> Period:
        start = date(which, first, 1)
        return span(start, add_months(start, months))

    def resolve(around: Around) -> tuple[Period, ...]:
        if y is not None:
            return (build(y),)
        if around.said is None:
            return NOWHERE
        this = around.said.year
        return nearest([build(this), build(this - 1)], around.said)

    return resolve


def years(tokens: Tokens, i: int) -> Phrase | None:
    """A year, a stretch of years (2021–2025), a fiscal or school year (2021/22), a decade (1990s).

    >>> from workbench.extract.lexer import lex
    >>> [str(years(lex(t), 0).resolve(Around())[0]) for t in ("2021", "2021-2025", "1990s")]
    ['2021', '2021–2025', '1990–1999']
    """
    y = year_at(tokens, i)
    if y is None or not _is_year(tokens, i):
        return None
    if word_at(tokens, i + 1) == "s" and (glued(tokens, i + 1) or y % 10 == 0):
        return Phrase(i, i + 2, "decade", fixed(span(date(y, 1, 1), date(y + (100 if y % 100 == 0 else 10), 1, 1))))
    if word_at(tokens, i + 1) in HYPHENS | {"/"}:
        last, end = _second_year(tokens, i + 2, y)
        if last is not None:
            whole = span(date(y, 1, 1), date(last + 1, 1, 1))
            rolled = tuple(Period(date(y, m, 1), date(last, m, 1)) for m in (9, 7)) if last == y + 1 else ()
            return Phrase(i, end, "years", fixed(whole, *rolled))
    return Phrase(i, i + 1, "year", fixed(year(y)))


def _second_year(tokens: Tokens, i: int, first: int) -> tuple[int | None, int]:
    last = year_at(tokens, i)
    low = word_at(tokens, i)
    if last is None and len(low) == 2 and low.isdigit() and glued(tokens, i):  # noqa: PLR2004
        last = first // 100 * 100 + int(low)
    return (last, i + 1) if last is not None and last > first else (None, i)


def _is_year(tokens: Tokens, i: int) -> bool:
    """Whether a four-digit figure is a year and no count ("2000 workers")."""
    lex_ = lexicon()
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    if before in lex_.signs or before in lex_.codes or (before and glued(tokens, i) and before not in "(\"'“‘[-–/,"):
        return False
    if (after,) in lex_.units and after not in {"day"} or after in lex_.scales or after == "%":
        return False
    if before in lex_.inside and before != "of":
        return not (before in {"about", "around", "over", "than", "by"} and is_plural(after))
    return not is_plural(after) or tokens[i + 1].kind is not Kind.WORD


def calendar_at(tokens: Tokens, i: int) -> Phrase | None:
    """Any period that carries its own name in the calendar, at a token."""
    if i >= len(tokens):
        return None
    if tokens[i].kind is Kind.NUMBER:
        return (
            iso_date(tokens, i)
            or slashed_date(tokens, i)
            or day_month(tokens, i)
            or (quarter_year(tokens, i) if year_at(tokens, i) else None)
            or years(tokens, i)
        )
    low = tokens[i].low
    if low in lexicon().months:
        return month_day(tokens, i) or month_year(tokens, i)
    if low in _NUMERALS or low in _HALVES:
        return quarter_year(tokens, i)
    return None


def stretch(tokens: Tokens, i: int) -> Phrase | None:
    """From one calendar period to another: "January to June 2019", "between 2015 and 2020".

    >>> from workbench.extract.lexer import lex
    >>> str(stretch(lex("January to June 2019"), 0).resolve(Around())[0])
    'Jan–Jun 2019'
    """
    opener = word_at(tokens, i)
    begin = i + (opener in {"from", "between"})
    left = calendar_at(tokens, begin)
    if left is None:
        return None
    joiner = word_at(tokens, left.end)
    allowed = {"and"} if opener == "between" else {"to", "through", "until", "till", *HYPHENS}
    if joiner not in allowed:
        return None
    k = left.end + 1 + (word_at(tokens, left.end + 1) in {"the", "to"})
    right = calendar_at(tokens, k)
    if right is None:
        return None
    return Phrase(begin, right.end, "from-to", _between(left, right))


def _between(left: Phrase, right: Phrase) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        ends = right.resolve(around)
        if not ends:
            return NOWHERE
        end = ends[0]
        begins = left.resolve(replace(around, said=end.end))
        start = next((p.start for p in begins if p.start < end.end), None)
        if start is None:
            return NOWHERE
        return (span(start, end.end),)

    return resolve


