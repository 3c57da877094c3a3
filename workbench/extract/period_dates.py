"""Days of the calendar: 2 December 2021, December 2, 2021-12-02, 02/12/2021; and stretches between two calendar names.

Why this room exists: a dateline, a law or a count is of a day, and the day is written in a dozen ways.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.core.period import Period, day, span
from workbench.extract.counted import is_plural
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, is_kind, word_at
from workbench.extract.lexicon import number_words, period_words
from workbench.extract.period_calendar import (
    NAMED_PARTS,
    iso_month,
    month_at,
    month_year,
    part_year,
    year_at,
    year_behind,
    years,
)
from workbench.extract.period_readings import bare_month, nearest, shifted_day
from workbench.extract.phrases import NOWHERE, Around, Phrase, Resolve, fixed

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_JOINERS = frozenset({"to", "through", "until", "till", *HYPHENS})


def day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month ("2", "2nd", "second") and the index behind it.

    >>> from workbench.extract.lexer import lex
    >>> day_number(lex("2nd"), 0), day_number(lex("32"), 0)
    ((2, 2), None)
    """
    low = word_at(tokens, i)
    if is_kind(tokens, i, Kind.NUMBER) and len(low) <= 2 and low.isdigit() and 1 <= int(low) <= 31:  # noqa: PLR2004
        suffix = word_at(tokens, i + 1) in _SUFFIXES and glued(tokens, i + 1)
        return int(low), i + 1 + suffix
    ordinal = number_words().ordinals.get(low)
    return (ordinal, i + 1) if ordinal is not None else None


def safe_day(y: int, m: int, d: int) -> Period | None:
    """A day of the calendar; None where there is no such day.

    >>> safe_day(2021, 2, 30) is None
    True
    """
    try:
        return day(date(y, m, d))
    except ValueError:
        return None


def iso_date(tokens: Tokens, i: int) -> Phrase | None:
    """2021-12-02, 2021/12/02.

    >>> from workbench.extract.lexer import lex
    >>> str(iso_date(lex("2021-12-02"), 0).resolve(Around())[0])
    '2 Dec 2021'
    """
    y, mark = year_at(tokens, i), word_at(tokens, i + 1)
    m, d = word_at(tokens, i + 2), word_at(tokens, i + 4)
    if y is None or mark not in HYPHENS | {"/"} or word_at(tokens, i + 3) != mark or not glued(tokens, i + 4):
        return None
    if not (_is_short(m) and _is_short(d)):
        return None
    found = safe_day(y, int(m), int(d))
    return Phrase(i, i + 5, "iso-date", fixed(found)) if found else None


def _is_short(low: str) -> bool:
    return low.isdigit() and len(low) <= 2  # noqa: PLR2004


def slashed_date(tokens: Tokens, i: int) -> Phrase | None:
    """02/12/2021, 2-12-2021: day first, month first as the other reading.

    >>> from workbench.extract.lexer import lex
    >>> [str(p) for p in slashed_date(lex("02/12/2021"), 0).resolve(Around())]
    ['2 Dec 2021', '12 Feb 2021']
    """
    mark, y = word_at(tokens, i + 1), year_at(tokens, i + 4)
    first, second = word_at(tokens, i), word_at(tokens, i + 2)
    if y is None or mark not in {"/", "-"} or word_at(tokens, i + 3) != mark or not glued(tokens, i + 4):
        return None
    if not (_is_short(first) and _is_short(second)):
        return None
    pairs = ((int(second), int(first)), (int(first), int(second)))
    readings = dict.fromkeys(p for m, d in pairs if (p := safe_day(y, m, d)))
    return Phrase(i, i + 5, "date", fixed(*readings)) if readings else None


def dotted_date(tokens: Tokens, i: int) -> Phrase | None:
    """2.12.2021, as the lexer cuts it: "2.12", a full stop, "2021".

    >>> from workbench.extract.lexer import lex
    >>> str(dotted_date(lex("2.12.2021"), 0).resolve(Around())[0])
    '2 Dec 2021'
    """
    head, dot, tail = word_at(tokens, i).partition(".")
    y = year_at(tokens, i + 2)
    if not dot or y is None or word_at(tokens, i + 1) != "." or not (glued(tokens, i + 1) and glued(tokens, i + 2)):
        return None
    found = safe_day(y, int(tail), int(head)) if _is_short(head) and _is_short(tail) else None
    return Phrase(i, i + 3, "date", fixed(found)) if found else None


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
    j += word_at(tokens, j) in HYPHENS
    found = month_at(tokens, j)
    if found is None or not (tokens[i].kind is Kind.NUMBER or word_at(tokens, j - 1) == "of"):
        return None
    y, end = year_behind(tokens, found[1])
    return Phrase(i, end, "date", _days(y, found[0], d, last))


def month_day(tokens: Tokens, i: int) -> Phrase | None:
    """December 2, 2021; December the 2nd; December 2–5.

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
    if first is None or (is_kind(tokens, first[1], Kind.WORD) and _counts(tokens, first[1])):
        return None
    d, j = first
    last = d
    if (
        word_at(tokens, j) in HYPHENS | {"to"}
        and (other := day_number(tokens, j + 1))
        and month_at(tokens, other[1]) is None
    ):
        last, j = other
    y, end = year_behind(tokens, j)
    return Phrase(i, end, "date", _days(y, m, d, last))


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether a figure behind a month counts what follows: "in March 12 people"."""
    return is_plural(word_at(tokens, i)) or word_at(tokens, i) in {"percent", "per", "million", "billion", "thousand"}


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
        this = around.said.year
        return nearest([build(this), build(this - 1), build(this + 1)], around.said)

    return resolve


def calendar_at(tokens: Tokens, i: int) -> Phrase | None:
    """Any period that carries its own name in the calendar, at a token."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        return _numeric(tokens, i)
    if token.kind is not Kind.WORD:
        return None
    if token.low in period_words().months:
        return month_day(tokens, i) or month_year(tokens, i)
    if token.low in NAMED_PARTS:
        return part_year(tokens, i)
    return day_month(tokens, i) if token.low in number_words().ordinals else None


def _numeric(tokens: Tokens, i: int) -> Phrase | None:
    length = len(tokens[i].low)
    if length > 5:  # noqa: PLR2004
        return None
    if year_at(tokens, i) is not None:
        return iso_date(tokens, i) or iso_month(tokens, i) or part_year(tokens, i) or years(tokens, i)
    return slashed_date(tokens, i) or dotted_date(tokens, i) or day_month(tokens, i)


def stretch(tokens: Tokens, i: int) -> Phrase | None:
    """From one calendar period to another: "January to June 2019", "between 2015 and 2020", "from May 2019 to now".

    >>> from workbench.extract.lexer import lex
    >>> str(stretch(lex("January to June 2019"), 0).resolve(Around())[0])
    'Jan–Jun 2019'
    """
    opener = word_at(tokens, i)
    begin = i + (opener in {"from", "between"})
    left = calendar_at(tokens, begin) or _first_month(tokens, begin)
    if left is None:
        return None
    joiner = word_at(tokens, left.end)
    if joiner not in _JOINERS and not (joiner == "and" and opener == "between"):
        return None
    k = left.end + 1 + (word_at(tokens, left.end + 1) in {"the", "to"})
    right = calendar_at(tokens, k) or _now(tokens, k)
    return None if right is None else Phrase(begin, right.end, "from-to", _between(left, right))


def _first_month(tokens: Tokens, i: int) -> Phrase | None:
    """A doubtful month ("May", "Mar") that another month follows."""
    found = month_at(tokens, i)
    if found is None or word_at(tokens, found[1]) not in _JOINERS | {"and"} or month_at(tokens, found[1] + 1) is None:
        return None
    return Phrase(i, found[1], "month", bare_month(found[0]))


def _now(tokens: Tokens, i: int) -> Phrase | None:
    """Now and today as the end of a stretch, which then ends where that day begins."""
    shift = {"now": -1, "today": -1, "yesterday": -2}.get(word_at(tokens, i))
    return None if shift is None else Phrase(i, i + 1, "today", shifted_day(shift))


def _between(left: Phrase, right: Phrase) -> Resolve:
    def resolve(around: Around) -> tuple[Period, ...]:
        found: list[Period] = []
        for end in right.resolve(around)[:2]:
            begins = left.resolve(replace(around, said=end.start))
            start = next((p.start for p in begins if p.start < end.start), None)
            if start is not None:
                found += [span(start, end.end), span(start, end.start)]
        return tuple(found)

    return resolve
