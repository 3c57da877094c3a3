"""Years and parts of years by their short names: "FY2019/20", "fiscal 2021", "3Q21", "H1 2020", "Q3'21", "'08".

Ministries and companies abbreviate the periods of their figures in these ways.
"""

from __future__ import annotations

import re

from workbench.core.period import year
from workbench.extract.time.fiscal_years import KINDS, fiscal_year, split_year
from workbench.extract.time.named_periods import year_behind
from workbench.extract.time.period_resolution import part_of_year, relative_year, within
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import Resolve, TimePhrase, fixed
from workbench.extract.words.word_tables import number_words, period_words

_MARKS = frozenset({"'", "’", "‘"})
KIND_WORDS = frozenset(KINDS)
_ALONE = frozenset({"fiscal", "fy", "cy", "sy", "ay"})
_TIED = re.compile(r"(fy|cy|sy|ay)(\d{4}|\d{2})\Z", re.ASCII)
_PART = re.compile(r"(?:(q)([1-4])|(h)([12]))\Z", re.ASCII)
_TURNED = re.compile(r"([qh])(\d{4}|\d{2})?\Z", re.ASCII)
_BEFORE_SHORT = frozenset(
    {"in", "since", "of", "by", "until", "till", "from", "to", "before", "after", "and", "summer", "winter"}
)
_PIVOT = 50


def full_year(low: str) -> int | None:
    """Expand a year of two or four digits; two digits up to 49 are in this century.

    >>> full_year("21"), full_year("87"), full_year("2019"), full_year("x")
    (2021, 1987, 2019, None)
    """
    if not (low.isascii() and low.isdigit()) or len(low) not in {2, 4}:
        return None
    y = int(low)
    return y if len(low) == 4 else y + (2000 if y < _PIVOT else 1900)


def fiscal(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "fiscal 2021", "FY2019/20", "FY20", "the financial year 2019-20", "academic year 2020/21".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> gb = TimeContext(place="GBR")
    >>> [str(fiscal(lex(t), 0).resolve(gb)[0]) for t in ("FY2019/20", "fiscal 2021", "financial year 2019-20", "FY20")]
    ['Apr 2019–Mar 2020', 'Apr 2020–Mar 2021', 'Apr 2019–Mar 2020', 'Apr 2019–Mar 2020']
    """
    low = word_at(tokens, i)
    tied = _TIED.match(low)
    if tied is not None:
        return _fiscal(tokens, i, i + 1, (full_year(tied[2]), KINDS[tied[1]]))
    kind = KINDS.get(low)
    j = i + 1 + (word_at(tokens, i + 1) == "year")
    if kind is None or (j == i + 1 and low not in _ALONE):
        return None
    j += word_at(tokens, j) in _MARKS | HYPHENS
    written = word_at(tokens, j)
    short = len(written) == 2 and (
        low in _ALONE - {"fiscal"} or word_at(tokens, j - 1) in _MARKS or _splits(tokens, j + 1)
    )
    found = full_year(written) if short else year_at(tokens, j)
    return _fiscal(tokens, i, j + 1, (found, kind))


def _splits(tokens: Tokens, i: int) -> bool:
    """Check whether a slash or hyphen and a second year stand right behind a year."""
    return word_at(tokens, i) in HYPHENS | {"/"} and is_kind(tokens, i + 1, TokenKind.NUMBER) and glued(tokens, i)


def _fiscal(tokens: Tokens, i: int, end: int, what: tuple[int | None, str]) -> TimePhrase | None:
    first, kind = what
    if first is None or not 1900 <= first < 2100:
        return None
    last = full_year(word_at(tokens, end + 1)) if _splits(tokens, end) else None
    if last == first + 1:
        return TimePhrase(i, end + 2, "fiscal-year", split_year(first, kind))
    return TimePhrase(i, end, "fiscal-year", fiscal_year(first, kind))


def part_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "Q3 2022", "Q3 of 2022", "H1 2021", "2022-Q3", "3Q21", "2H 2019", "Q3'21", "Q3 FY21".

    A quarter without its year is the last one.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(part_year(lex(t), 0).resolve(TimeContext())[0]) for t in ("Q3 2022", "2022-Q3", "3Q21", "Q3'21", "2H 2019")]
    ['2022-Q3', '2022-Q3', '2021-Q3', '2021-Q3', 'Jul–Dec 2019']
    """
    if year_at(tokens, i) is not None:
        j = past_hyphen(tokens, i + 1)
        part = _PART.match(word_at(tokens, j))
        return None if part is None else _part(i, j + 1, part.group().upper(), fixed(year(int(tokens[i].low))))
    part = _PART.match(word_at(tokens, i))
    if part is not None:
        return _with_year(tokens, i, i + 1, part.group().upper())
    turned = _TURNED.match(word_at(tokens, i + 1)) if glued(tokens, i + 1) else None
    if turned is None or not is_kind(tokens, i, TokenKind.NUMBER):
        return None
    name = f"{turned[1].upper()}{tokens[i].low}"
    if _PART.match(name.lower()) is None:
        return None
    y = full_year(turned[2] or "")
    return _with_year(tokens, i, i + 2, name) if y is None else _part(i, i + 2, name, fixed(year(y)))


def quarter_number(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "quarter 1 of 2019", "quarter three".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(quarter_number(lex("quarter 1 of 2019"), 0).resolve(TimeContext())[0])
    '2019-Q1'
    """
    low = word_at(tokens, i + 1)
    number = number_words(tokens.language).small.get(low, int(low) if low in {"1", "2", "3", "4"} else 0)
    if word_at(tokens, i) != "quarter" or not 1 <= number <= 4 or is_plural(word_at(tokens, i + 2), tokens.language):
        return None
    return _with_year(tokens, i, i + 2, f"Q{number}")


def _with_year(tokens: Tokens, i: int, j: int, name: str) -> TimePhrase | None:
    """Read the calendar or fiscal year behind a quarter or half; a half needs one."""
    k = j + (word_at(tokens, j) in {",", "of", "in", "/", *HYPHENS})
    own = fiscal(tokens, k) if word_at(tokens, k) in KIND_WORDS or _TIED.match(word_at(tokens, k)) else None
    if own is not None:
        return _part(i, own.end, name, own.resolve)
    side = period_words(tokens.language).sides.get(word_at(tokens, k))
    if side is not None and word_at(tokens, k + 1) == "year":
        return _part(i, k + 2, name, relative_year({"last": 1, "this": 0, "next": -1}[side]))
    y, end = year_behind(tokens, j)
    if y is None and word_at(tokens, j) in _MARKS | {"/"} and glued(tokens, j) and len(word_at(tokens, j + 1)) == 2:
        y, end = full_year(word_at(tokens, j + 1)), j + 2
    if y is not None:
        return _part(i, end, name, fixed(year(y)))
    if name[0] == "H":
        return None
    return TimePhrase(i, j, "quarter", part_of_year(None, int(name[1]) * 3 - 2, 3), yearless=True)


def _part(first: int, end: int, name: str, owner: Resolve) -> TimePhrase:
    length = 3 if name[0] == "Q" else 6
    return TimePhrase(
        first, end, "quarter" if length == 3 else "half", within(length * (int(name[1]) - 1), length, owner)
    )


def short_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year of two digits behind an apostrophe: "in '08", "the class of '87".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(short_year(lex("in '08"), 2).resolve(TimeContext())[0])
    '2008'
    """
    marked = word_at(tokens, i - 1) in _MARKS and glued(tokens, i) and word_at(tokens, i - 2) in _BEFORE_SHORT
    y = full_year(word_at(tokens, i)) if marked and len(word_at(tokens, i)) == 2 else None
    closed = word_at(tokens, i + 1) in _MARKS or (word_at(tokens, i + 1) == "s" and glued(tokens, i + 1))
    return None if y is None or closed else TimePhrase(i - 1, i + 1, "year", fixed(year(y)))
