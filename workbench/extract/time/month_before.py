"""Parts of the year named as the one before: "the April before", "im April davor", "the quarter before".

The month or season is the last one that was over when the period named before it began: beside April 2020 "the April
before" is April 2019. A week, month or quarter "before" is the one right before it.
"""

from __future__ import annotations

from datetime import date

from workbench.core.period import Period, add_months, span
from workbench.extract.time.period_resolution import bare_month
from workbench.extract.time.relative_to_period import before_main
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import period_words

_SEASON = 3
_UNITS = frozenset({"week", "month", "quarter"})
_BEFORE = frozenset({"before", "earlier", "prior"})
_PREVIOUS = frozenset({"previous", "preceding", "prior"})
_GO_ON = frozenset({"and", "but", "or", "while", "when", "to", "was", "were", "had"})
"""Words that may follow "the April before"; others name an event, such as "before the war"."""


def month_before(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the April before", "im Herbst davor", "април годината претходно".

    >>> from workbench.core.period import month
    >>> from workbench.extract.words.lexer import lex
    >>> said = (("the April before.", "en"), ("im April davor", "de"), ("во април претходно", "mk"))
    >>> [str(month_before(lex(*each), 1).resolve(TimeContext(None, month(2020, 4)))[0]) for each in said]
    ['Apr 2019', 'Apr 2019', 'Apr 2019']
    >>> month_before(lex("the April before the war"), 1)
    """
    found = _part(tokens, i)
    year = tokens.language != ENGLISH and word_at(tokens, i + 1) in period_words(tokens.language).year_nouns
    end = None if found is None else _end(tokens, i, i + 1 + year)
    return None if found is None or end is None else TimePhrase(i, end, "earlier", _last(*found), dependent=True)


def previous_month(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the previous April", "претходниот април".

    >>> from workbench.core.period import month
    >>> from workbench.extract.words.lexer import lex
    >>> said = (("previous April", "en"), ("претходниот април", "mk"))
    >>> [str(previous_month(lex(*each), 0).resolve(TimeContext(None, month(2020, 4)))[0]) for each in said]
    ['Apr 2019', 'Apr 2019']
    """
    found = _part(tokens, i + 1) if word_at(tokens, i) in _PREVIOUS else None
    return None if found is None else TimePhrase(i, i + 2, "earlier", _last(*found), dependent=True)


def unit_before(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "the quarter before", "im Monat davor": the unit right before the period named before.

    >>> from workbench.core.period import month
    >>> from workbench.extract.words.lexer import lex
    >>> said = (("the month before.", "en"), ("im Monat davor", "de"))
    >>> [str(unit_before(lex(*each), 1).resolve(TimeContext(None, month(2020, 4)))[0]) for each in said]
    ['Mar 2020', 'Mar 2020']
    >>> unit_before(lex("the month before the vote"), 1)
    """
    unit = period_words(tokens.language).spans.get(word_at(tokens, i), "")
    end = _end(tokens, i, i + 1) if unit in _UNITS else None
    return None if end is None else TimePhrase(i, end, "earlier", _right_before(unit), dependent=True)


def _part(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read the first month of a month or season, and how many months it has."""
    words, low = period_words(tokens.language), word_at(tokens, i)
    if low in words.months:
        return words.months[low], 1
    return (words.seasons[low], _SEASON) if low in words.seasons else None


def _end(tokens: Tokens, first: int, j: int) -> int | None:
    """Find the index behind "before", which stands behind "the" and a noun; None where it names an event."""
    led = word_at(tokens, first - 1) in ({"the"} if tokens.language == ENGLISH else {"the", "in"})
    if not led or word_at(tokens, j) not in _BEFORE:
        return None
    over = not is_kind(tokens, j + 1, TokenKind.WORD) or word_at(tokens, j + 1) in _GO_ON
    return j + 1 if over else None


def _last(first: int, months: int) -> Resolve:
    """Resolve the last such months that were over when the sentence's period began.

    Where they are not the same months as that period, those of the year before are possible too.
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if main is None:
            return bare_month(first)(around) if months == 1 else NOWHERE
        start = date(main.start.year, first, 1)
        found = span(start, add_months(start, months))
        while found.end > main.start:
            found = found.year_ago()
        other_months = main.start.month != first and (main.months or _SEASON) <= _SEASON
        return (found, found.year_ago()) if other_months and found.start.year == main.start.year else (found,)

    return resolve


def _right_before(unit: str) -> Resolve:
    """Resolve the unit before that of the sentence's period; no reading without a period of that length."""
    resolve = before_main(unit)
    return lambda around: NOWHERE if around.main is None or around.main.frequency != unit else resolve(around)[:1]
