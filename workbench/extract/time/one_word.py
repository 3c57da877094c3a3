"""Times in one word, and counts behind "ago": "im Vorjahr", "лани", "vor zehn Jahren".

English says "last year" and "ten years ago". German and Macedonian have one word for the first, and put "ago" before
the count in the second. The word files have the words, each with its meaning.
"""

from __future__ import annotations

from workbench.extract.time.period_resolution import calendar_unit, relative_year, shifted_day, up_to_said
from workbench.extract.time.relative_to_period import after_main, back_from, before_main, same_as_main, year_before
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import Resolve, TimePhrase
from workbench.extract.words.word_tables import period_words

_YEARS = {"next-year": -1, "this-year": 0, "last-year": 1, "two-years-ago": 2}
_DAYS = {"day-before-yesterday": -2, "day-after-tomorrow": 2}
_UNITS = {"last-week": "week", "last-month": "month", "last-quarter": "quarter"}


def named_time(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a time in one word: "Vorjahr", "Vorquartal", "Vorjahreszeitraum", "лани", "vorgestern", "vorletztes" Jahr.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(named_time(lex(t, lang), 0).resolve(TimeContext(date(2021, 12, 2)))[0]) for t, lang in (("Vorjahr", "de"), ("лани", "mk"))]
    ['2020', '2020']
    """
    meaning = period_words(tokens.language).named.get(word_at(tokens, i), "")
    if meaning in _YEARS:
        return TimePhrase(i, i + 1, "relative-year", relative_year(_YEARS[meaning]))
    if meaning in _DAYS:
        return TimePhrase(i, i + 1, "today", shifted_day(_DAYS[meaning]))
    if meaning == "before-last":
        ahead = period_words(tokens.language).spans.get(word_at(tokens, i + 1))
        return TimePhrase(i, i + 2, "relative-year", relative_year(2)) if ahead == "year" else None
    if meaning == "so-far":
        return TimePhrase(i, i + 1, "so-far", up_to_said(calendar_unit("this", "year")))
    resolve = _relative_to_own_period(meaning)
    return None if resolve is None else TimePhrase(i, i + 1, meaning, resolve, dependent=True)


def _relative_to_own_period(meaning: str) -> Resolve | None:
    """Resolve a word that depends on the sentence's own period; None for any other word."""
    if meaning == "year-before":
        return year_before
    if meaning == "following-unit":
        return after_main("year")
    if meaning == "same-period":
        return same_as_main(relative_year(1), fixed_year=False)
    return before_main(_UNITS[meaning]) if meaning in _UNITS else None


def named_owner(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year in one word behind a part of it: "Zeitraum des Vorjahres", "истиот период лани".

    >>> from workbench.extract.words.lexer import lex
    >>> named_owner(lex("Vorjahres", "de"), 0).rule, named_owner(lex("vorgestern", "de"), 0)
    ('year-before', None)
    """
    found = named_time(tokens, i)
    return found if found is not None and found.rule in {"relative-year", "year-before"} else None


def ago_first(tokens: Tokens, i: int, count: tuple[int, int] | None) -> TimePhrase | None:
    """Read "ago" before its count, in languages with that order: "vor zehn Jahren", "пред десет години".

    Args:
        tokens: The sentence.
        i: The index of the word before the count.
        count: The count and the index behind it.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> str(ago_first(lex("vor zehn Jahren", "de"), 0, (10, 2)).resolve(TimeContext(date(2021, 12, 2)))[0])
    '2011'
    """
    if count is None or not grammar(tokens.language).ago_first or word_at(tokens, i) != "before":
        return None
    unit = period_words(tokens.language).spans.get(word_at(tokens, count[1]), "")
    if not unit or unit == "half":
        return None
    return TimePhrase(i, count[1] + 1, "ago", back_from(count[0], unit))
