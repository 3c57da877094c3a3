"""Parts of a year, and years named by their distance: "the first nine months of 2021", "the same period last year".

Speakers give figures for the part of the year that is over, and compare it with the same part of another year.
"""

from __future__ import annotations

from workbench.core.period import year
from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.abbreviated_years import KIND_WORDS, fiscal
from workbench.extract.time.decades import decade, ordinal_at
from workbench.extract.time.named_periods import month_at, spoken_year_at, years
from workbench.extract.time.one_word import named_owner
from workbench.extract.time.period_resolution import MONTHS_OF, part_of_year, relative_year, within
from workbench.extract.time.relative_to_period import after_main, year_before
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, past_hyphen, word_at
from workbench.extract.words.time_phrases import Resolve, TimePhrase, fixed
from workbench.extract.words.word_tables import number_words, period_words

_BACK = {"last": 1, "this": 0, "next": -1}
_LONGEST_COUNT = 1000
_OF_LIFE = frozenset({"his", "her", "their"})
"""Whose first month it is, which is no month of a year: "they died in | their | first month"."""


def count_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a small whole number in digits or words, or an article before a span of time, and the index behind it.

    >>> from workbench.extract.words.lexer import lex
    >>> count_at(lex("nine months"), 0), count_at(lex("a year"), 0)
    ((9, 1), (1, 1))
    """
    low, after = word_at(tokens, i), word_at(tokens, i + 1)
    if low in {"a", "an", "one"} and after in period_words(tokens.language).spans:
        return 1, i + 1
    if low in {"a", "an"}:
        if after == "couple":
            return count_at(tokens, i + 1)
        if after not in number_words(tokens.language).scales and after != "dozen":
            return None
    if is_kind(tokens, i, TokenKind.SIGN):
        return None
    if low == "couple":
        return 2, i + 1 + (word_at(tokens, i + 1) == "of")
    number = read_number(tokens, i)
    if number is None or not 0 < number.value < _LONGEST_COUNT or number.value != number.value.to_integral_value():
        return None
    return int(number.value), number.end


def year_of(tokens: Tokens, i: int) -> tuple[Resolve, int, bool] | None:
    """Read the year of a part: its readings, the index behind it, and whether it is written as a figure.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> readings, end, written = year_of(lex("of 2021"), 0)
    >>> [str(period) for period in readings(TimeContext())], end, written
    (['2021'], 2, True)
    >>> year_of(lex("of teachers"), 0)
    """
    j = i + (word_at(tokens, i) in {"of", "in", ",", "for", "-", "during"})
    k = (
        j
        + (word_at(tokens, j) == "the")
        + (word_at(tokens, j + 1) in {"year", "fiscal"} and word_at(tokens, j) == "the")
    )
    for at in (j, j + 1) if word_at(tokens, j) == "the" else (j,):
        if word_at(tokens, at) in KIND_WORDS or word_at(tokens, at)[:2] == "fy":
            own = fiscal(tokens, at)
            if own is not None:
                return own.resolve, own.end, True
    for at in (j, k):
        y = year_at(tokens, at)
        if y is not None and decade(tokens, at) is None:
            split = years(tokens, at)
            if split is not None and split.rule == "fiscal-year":
                return split.resolve, split.end, True
            return fixed(year(y)), at + 1 + (word_at(tokens, at + 1) in period_words(tokens.language).year_nouns), True
    said = spoken_year_at(tokens, j) if j > i else None
    if said is not None:
        return fixed(year(said[0])), said[1], True
    named = named_year(tokens, j)
    if named is not None:
        return named.resolve, named.end, False
    if word_at(tokens, j) == "the" and word_at(tokens, j + 1) == "year" and j > i:
        return relative_year(0), j + 2, False
    return None


def _names_no_time(tokens: Tokens, i: int) -> bool:
    """Check whether the words behind "the year before" name an event: "before the war", "before he came"."""
    owned = word_at(tokens, i) in {
        "the",
        "his",
        "her",
        "its",
        "our",
        "their",
        "this",
        "a",
        "he",
        "she",
        "they",
        "we",
        "i",
    }
    return owned and is_kind(tokens, i + 1, TokenKind.WORD) and word_at(tokens, i + 1) not in {"was", "were", "had"}


def named_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "this year", "last year", "the previous year", "the year before", "next year".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(named_year(lex("the year before"), 0).resolve(TimeContext(None, year(2020)))[0])
    '2019'
    """
    j = i + (word_at(tokens, i) in {"the", "of"})
    if (owner := named_owner(tokens, j)) is not None:
        return owner
    word, after = word_at(tokens, j), word_at(tokens, j + 1)
    after = "year" if after in {"year's", "year’s"} else after
    if (word, after, word_at(tokens, j + 2)) == ("year", "before", "last"):
        return None
    if after == "before" and _names_no_time(tokens, j + 2):  # no year of its own: "the year before the war"
        return None
    led = j > i or word_at(tokens, i - 1) in {"on", "in"}  # the word stands behind: "im Jahr zuvor"
    if word == "year" and led and after in {"before", "earlier", "prior"}:
        return TimePhrase(i, j + 2, "year-before", year_before, dependent=True)
    side = period_words(tokens.language).sides.get(word)
    if side is None or word == "past" or after != "year":
        return None
    # a longer length: "the last year and a half"
    if (word_at(tokens, j + 2), word_at(tokens, j + 4)) == ("and", "half"):
        return None
    if word in {"previous", "preceding", "prior"}:
        return TimePhrase(i, j + 2, "year-before", year_before, dependent=True)
    if word in period_words(tokens.language).following:
        return TimePhrase(i, j + 2, "following-unit", after_main("year"), dependent=True)
    return TimePhrase(i, j + 2, "relative-year", relative_year(_BACK[side]))


def month_of_year(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a month of a year named by its distance: "October of last year", "March last year".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> from datetime import date
    >>> str(month_of_year(lex("October of last year"), 0).resolve(TimeContext(date(2009, 11, 12)))[0])
    'Oct 2008'
    """
    found = month_at(tokens, i)
    owner = None if found is None else named_year(tokens, found[1])
    if found is None or owner is None:
        return None
    return TimePhrase(i, owner.end, "month", within(found[0] - 1, 1, owner.resolve), dependent=owner.dependent)


def ordinal_part(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the first nine months of 2021", "the third quarter of 2023", "the second half of last year".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(ordinal_part(lex("first 9 months of 2021"), 0).resolve(TimeContext())[0])
    'Jan–Sep 2021'
    """
    place, j = _place(tokens, i)
    if place == 0 or word_at(tokens, i - 1) in _OF_LIFE:
        return None
    count, j = (count_at(tokens, j) if place in {1, -1} else None) or (1, j)
    j = past_hyphen(tokens, j)
    unit = period_words(tokens.language).spans.get(word_at(tokens, j), "")
    length = MONTHS_OF.get(unit, 0)
    if not 0 < length <= 6 or length * count > 12:
        return None
    first = 12 - length * count if place < 0 else length * (place - 1)
    return _part(tokens, (i, j + 1), first, length * count, f"nth-{unit}" if count == 1 else "first-months")


def _place(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read which part it is (-1 for the last, 0 for none) and the index behind the word."""
    low = word_at(tokens, i)
    if low in {"last", "final", "closing"}:
        return -1, i + 1
    return (1, i + 1) if low == "opening" else ordinal_at(tokens, i)


def _part(tokens: Tokens, at: tuple[int, int], first: int, length: int, rule: str) -> TimePhrase | None:
    if first < 0 or first + length > 12:
        return None
    begin, end = at
    owner = year_of(tokens, end)
    if owner is not None:
        return TimePhrase(begin, owner[1], rule, within(first, length, owner[0]))
    ranked = word_at(tokens, begin) not in {"last", "final", "closing"}
    if not ranked or rule == "nth-month" or word_at(tokens, end) == "of":
        return None
    return TimePhrase(begin, end, rule, part_of_year(None, first + 1, length), yearless=True)


def season(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "summer 2021", "the winter of 2020": three months; winter goes on into the next year.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(season(lex("summer of 2021"), 0).resolve(TimeContext())[0])
    'Jun–Aug 2021'
    """
    first = period_words(tokens.language).seasons.get(word_at(tokens, i))
    if first is None:
        return None
    j = i + 1 + (word_at(tokens, i + 1) in {"of", "in"})
    y, end = year_at(tokens, j), j + 1
    if y is None and j > i + 1:
        y, end = spoken_year_at(tokens, j) or (None, j)
    if y is None:
        return None
    into = word_at(tokens, j + 1) in {"/", "-", "–"} and word_at(tokens, j + 2)[-2:] == f"{y + 1}"[-2:]
    return TimePhrase(i, end + 2 * into, "season", part_of_year(y, first, 3))
