"""Days of the calendar: 2 December 2021, December 2, 2021-12-02, 02/12/2021.

Why this room exists: a dateline, a law or a count is of a day, and the day is written in a dozen ways.
"""

from __future__ import annotations

from datetime import date, timedelta

from workbench.core.period import Period, day, month, span
from workbench.extract.counted import is_plural
from workbench.extract.lexer import HYPHENS, Kind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.lexicon import number_words, period_words
from workbench.extract.period_calendar import (
    NAMED_PARTS,
    iso_month,
    month_at,
    month_year,
    year_at,
    year_behind,
    years,
)
from workbench.extract.period_decades import decade
from workbench.extract.period_readings import nearest
from workbench.extract.period_years import KIND_WORDS, fiscal, part_year, short_year
from workbench.extract.phrases import NOWHERE, Around, Phrase, Resolve, fixed
from workbench.extract.word_files import ENGLISH

_DAY = timedelta(days=1)
JOINERS = frozenset({"to", "through", "until", "till", *HYPHENS})


def day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month ("2", "2nd", "second") and the index behind it.

    >>> from workbench.extract.lexer import lex
    >>> day_number(lex("2nd"), 0), day_number(lex("32"), 0)
    ((2, 2), None)
    """
    low = word_at(tokens, i)
    if is_kind(tokens, i, Kind.NUMBER) and len(low) <= 2 and low.isdigit() and 1 <= int(low) <= 31:
        suffix = word_at(tokens, i + 1) in number_words(tokens.language).ordinal_suffixes and glued(tokens, i + 1)
        return int(low), i + 1 + suffix
    words = number_words(tokens.language)
    ordinal = words.ordinals.get(low)
    if ordinal is None and low in {"twenty", "thirty"}:
        j = past_hyphen(tokens, i + 1)
        unit = words.ordinals.get(word_at(tokens, j), 99)
        return (words.tens[low] + unit, j + 1) if words.tens[low] + unit <= 31 else None
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
    return low.isdigit() and len(low) <= 2


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
    if word_at(tokens, j) in JOINERS | {"and"} and (
        other := day_number(tokens, j + 1 + (word_at(tokens, j + 1) == "the"))
    ):
        last, j = other
    j += word_at(tokens, j) == "of"
    j += word_at(tokens, j) in HYPHENS | {"/"}
    found = month_at(tokens, j)
    plain = tokens[i].kind is Kind.NUMBER or tokens.language != ENGLISH  # "am dritten März"
    if found is None or not (plain or word_at(tokens, j - 1) == "of"):
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
    j += word_at(tokens, j) in {"the", "/"}
    first = day_number(tokens, j)
    if first is None or (is_kind(tokens, first[1], Kind.WORD) and _counts(tokens, first[1])):
        return None
    d, j = first
    last = d
    if word_at(tokens, j) in JOINERS and (other := day_number(tokens, j + 1)) and month_at(tokens, other[1]) is None:
        last, j = other
    y, end = year_behind(tokens, j)
    return Phrase(i, end, "date", _days(y, m, d, last))


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether a figure behind a month counts what follows: "in March 12 people"."""
    return is_plural(word_at(tokens, i), tokens.language) or word_at(tokens, i) in {
        "percent",
        "per",
        "million",
        "billion",
        "thousand",
    }


def _days(y: int | None, m: int, first: int, last: int) -> Resolve:
    def build(which: int) -> Period | None:
        begin, end = safe_day(which, m, first), safe_day(which, m, last)
        return span(begin.start, end.end) if begin and end and begin.start < end.end else None

    def resolve(around: Around) -> tuple[Period, ...]:
        if y is not None:
            found = build(y)
            return _with_and_without_end((found,)) if found else NOWHERE
        if around.said is None:
            return NOWHERE
        this = around.said.year
        return _with_and_without_end(nearest([build(this), build(this - 1), build(this + 1)], around.said))

    return resolve


def _with_and_without_end(found: tuple[Period, ...]) -> tuple[Period, ...]:
    """Several days, and as the other reading up to the last of them."""
    shorter = (span(p.start, p.end - _DAY) for p in found if p.end - p.start > _DAY)
    return (*found, *shorter)


def calendar_at(tokens: Tokens, i: int) -> Phrase | None:
    """Any period that carries its own name in the calendar, at a token."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        return _numeric(tokens, i)
    if token.kind is not Kind.WORD:
        return None
    if token.low in period_words(tokens.language).months:
        return month_day(tokens, i) or month_year(tokens, i)
    if token.low in NAMED_PARTS:
        return part_year(tokens, i)
    if token.low in KIND_WORDS or token.low[-1].isdigit():
        return fiscal(tokens, i)
    return (
        day_month(tokens, i)
        if token.low in number_words(tokens.language).ordinals or token.low in {"twenty", "thirty"}
        else None
    )


def _numeric(tokens: Tokens, i: int) -> Phrase | None:
    length = len(tokens[i].low)
    if length > 5:
        return None
    if length == 1 and glued(tokens, i + 1) and (found := part_year(tokens, i)) is not None:
        return found
    if length == 2 and (found := short_year(tokens, i)) is not None:
        return found
    if word_at(tokens, i)[-1] == "0" and (found := decade(tokens, i)) is not None:
        return found
    if year_at(tokens, i) is not None:
        return iso_date(tokens, i) or iso_month(tokens, i) or part_year(tokens, i) or years(tokens, i)
    return slashed_date(tokens, i) or dotted_date(tokens, i) or day_month(tokens, i) or month_figure_year(tokens, i)


def month_figure_year(tokens: Tokens, i: int) -> Phrase | None:
    """12/2015, 12-2015: a month in figures before its year.

    >>> from workbench.extract.lexer import lex
    >>> str(month_figure_year(lex("12/2015"), 0).resolve(Around())[0])
    'Dec 2015'
    """
    if word_at(tokens, i + 1) not in {"/", "-"}:
        return None
    low, y = word_at(tokens, i), year_at(tokens, i + 2)
    tied = glued(tokens, i + 1) and glued(tokens, i + 2)
    alone = word_at(tokens, i - 1) not in HYPHENS | {"/"} and word_at(tokens, i + 3) not in HYPHENS | {"/"}
    if y is None or not (tied and alone and _is_short(low)) or not 1 <= int(low) <= 12:
        return None
    return Phrase(i, i + 3, "month", fixed(month(y, int(low))))


def short_date(tokens: Tokens, i: int) -> Phrase | None:
    """On 22/04, from 10/1: a day and a month in figures, in either order, behind a word that days stand behind.

    >>> from workbench.extract.lexer import lex
    >>> [str(p) for p in short_date(lex("on 22/04"), 1).resolve(Around(date(2016, 11, 7)))]
    ['22 Apr 2016', '22 Apr 2017']
    """
    first, second = word_at(tokens, i), word_at(tokens, i + 2)
    tied = word_at(tokens, i + 1) == "/" and glued(tokens, i + 1) and glued(tokens, i + 2)
    if not (tied and _is_short(first) and _is_short(second)) or (first, second) in {("9", "11"), ("24", "7")}:
        return None
    y, end = year_behind(tokens, i + 3) if word_at(tokens, i + 3) == "," else (None, i + 3)
    if word_at(tokens, end) == "/" or not any(1 <= int(m) <= 12 for m in (first, second)):
        return None
    day_first, month_first = (
        _days(y, int(second), int(first), int(first)),
        _days(y, int(first), int(second), int(second)),
    )
    return Phrase(i, end, "date", lambda around: (*day_first(around), *month_first(around)))
