"""Days of the calendar: 2 December 2021, December 2, 2021-12-02, 02/12/2021.

A dateline, a law or a count is for a day, and there are a dozen ways to write a day.
"""

from __future__ import annotations

from functools import cache

from workbench.extract.time.abbreviated_years import KIND_WORDS, fiscal, part_year, short_year
from workbench.extract.time.days_to_dates import days_in
from workbench.extract.time.decades import decade
from workbench.extract.time.named_periods import NAMED_PARTS, iso_month, month_at, month_year, year_behind, years
from workbench.extract.time.numeric_dates import dotted_date, dotted_day, iso_date, month_figure_year, slashed_date
from workbench.extract.time.parts_of_year import month_of_year
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.lexer import HYPHENS, TokenKind, Tokens, glued, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import TimePhrase
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import number_words, period_words

_APOSTROPHES = frozenset({"'", "’", "‘"})
_PRICES = frozenset({"$", "€", "£", "¥"})
JOINERS = frozenset({"to", "through", "until", "till", "~", *HYPHENS})


def day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a day of the month ("2", "2nd", "second") and the index behind it.

    >>> from workbench.extract.words.lexer import lex
    >>> day_number(lex("2nd"), 0), day_number(lex("32"), 0)
    ((2, 2), None)
    """
    low = word_at(tokens, i)
    if is_kind(tokens, i, TokenKind.NUMBER) and len(low) <= 2 and low.isdigit() and 1 <= int(low) <= 31:
        j = past_hyphen(tokens, i + 1)  # the ending of an ordinal: "3-ти март"
        suffix = word_at(tokens, j) in number_words(tokens.language).ordinal_suffixes and glued(tokens, i + 1)
        return int(low), j + 1 if suffix else i + 1
    words = number_words(tokens.language)
    ordinal = words.ordinals.get(low)
    if ordinal is None and low in {"twenty", "thirty"}:
        j = past_hyphen(tokens, i + 1)
        unit = words.ordinals.get(word_at(tokens, j), 99)
        return (words.tens[low] + unit, j + 1) if words.tens[low] + unit <= 31 else None
    return (ordinal, i + 1) if ordinal is not None else None


def day_month(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a day before its month: "2 December 2021", "2nd of December", "2–5 December 2021".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(day_month(lex("2 December 2021"), 0).resolve(TimeContext())[0])
    '2 Dec 2021'
    """
    first = day_number(tokens, i)
    if first is None:
        return None
    if _is_clock_or_price(tokens, i):
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
    # an ordinal without a figure: "am dritten März"
    plain = tokens[i].kind is TokenKind.NUMBER or tokens.language != ENGLISH
    if found is None or not (plain or word_at(tokens, j - 1) == "of"):
        return None
    y, end = year_behind(tokens, found[1])
    return TimePhrase(i, end, "date", days_in(y, found[0], d, last, ahead=False))


def _is_clock_or_price(tokens: Tokens, i: int) -> bool:
    """Check whether a figure before a month belongs to the words before it.

    Examples: "12:30 December 27th", "$12 December 27".
    """
    before = word_at(tokens, i - 1)
    return before in _PRICES or (before in {":", "."} and glued(tokens, i) and is_kind(tokens, i - 2, TokenKind.NUMBER))


def month_day(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a month before its day: "December 2, 2021", "December the 2nd", "December 2–5".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(month_day(lex("December 2, 2021"), 0).resolve(TimeContext())[0])
    '2 Dec 2021'
    """
    found = month_at(tokens, i)
    if found is None:
        return None
    m, j = found
    j += word_at(tokens, j) in {"the", "/"}
    first = day_number(tokens, j)
    if first is None or (is_kind(tokens, first[1], TokenKind.WORD) and _counts(tokens, first[1])):
        return None
    d, j = first
    last = d
    if word_at(tokens, j) in JOINERS or (word_at(tokens, j) == "and" and word_at(tokens, i - 1) == "between"):
        other = day_number(tokens, j + 1 + (word_at(tokens, j + 1) == "the"))
        if other is not None and month_at(tokens, other[1] + (word_at(tokens, other[1]) == "of")) is None:
            last, j = other
    y, end = year_behind(tokens, j)
    return TimePhrase(i, end, "date", days_in(y, m, d, last))


def _counts(tokens: Tokens, i: int) -> bool:
    """Check whether a figure behind a month counts the noun behind it: "in March 12 people"."""
    return is_plural(word_at(tokens, i), tokens.language) or word_at(tokens, i) in {
        "percent",
        "per",
        "million",
        "billion",
        "thousand",
    }


def calendar_at(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read any period with its own name in the calendar, at a token.

    >>> from workbench.extract.words.lexer import lex
    >>> calendar_at(lex("March 2021"), 0).rule, calendar_at(lex("2 December 2021"), 0).rule, calendar_at(lex("2,021 people"), 0)
    ('month', 'date', None)
    """
    if i not in tokens.calendar:  # asked again by every rule that may begin with a date
        tokens.calendar[i] = _calendar_at(tokens, i) if i < len(tokens) else None
    return tokens.calendar[i]


def _calendar_at(tokens: Tokens, i: int) -> TimePhrase | None:
    token = tokens[i]
    if token.kind is TokenKind.NUMBER:
        return _numeric(tokens, i)
    if token.kind is not TokenKind.WORD:
        return None
    if token.low in period_words(tokens.language).months:
        return month_day(tokens, i) or month_of_year(tokens, i) or month_year(tokens, i)
    if token.low in NAMED_PARTS:
        return part_year(tokens, i)
    if token.low in KIND_WORDS or token.low[-1].isdigit():
        return fiscal(tokens, i)
    return (
        day_month(tokens, i)
        if token.low in number_words(tokens.language).ordinals or token.low in {"twenty", "thirty"}
        else None
    )


@cache
def _behind_figures(language: str) -> frozenset[str]:
    """List what may stand behind the first figure of a day, a month or a decade."""
    named = {*period_words(language).months, *number_words(language).ordinal_suffixes}
    return frozenset({*JOINERS, *_APOSTROPHES, *named, "s", "/", ".", "of", "and"})


def may_be_calendar(tokens: Tokens, i: int) -> bool:
    """Check quickly whether a figure may begin a date, a year or a decade; most figures of a sentence count things.

    >>> from workbench.extract.words.lexer import lex
    >>> [may_be_calendar(lex(t), 0) for t in ("2021", "2 December", "90s", "16,000 attempts")]
    [True, True, True, False]
    """
    low = tokens[i].low
    year = len(low) == 4 and low.isdigit()
    marked = tokens.lows[i - 1] in _APOSTROPHES or tokens.lows[i + 1] in _behind_figures(tokens.language)
    return year or marked or (len(low) == 1 and glued(tokens, i + 1))


def _numeric(tokens: Tokens, i: int) -> TimePhrase | None:
    if not may_be_calendar(tokens, i):
        return None
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
    return (
        slashed_date(tokens, i)
        or dotted_date(tokens, i)
        or dotted_day(tokens, i)
        or day_month(tokens, i)
        or month_figure_year(tokens, i)
    )
