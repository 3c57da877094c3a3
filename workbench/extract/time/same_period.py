"""Periods named as the same as another: "the same quarter last year", "in the same month", "that year".

Half of all comparisons are with the same part of another year, and the sentence's own period gives the part.
"""

from __future__ import annotations

from datetime import timedelta

from workbench.core.period import Frequency, Period
from workbench.extract.time.parts_of_year import count_at, year_of
from workbench.extract.time.period_resolution import (
    DAYS_OF,
    MONTHS_OF,
    calendar_unit,
    calendar_unit_near,
    relative_year,
)
from workbench.extract.time.relative_to_period import same_as_main
from workbench.extract.words.lexer import HYPHENS, Tokens, word_at
from workbench.extract.words.time_phrases import NOWHERE, Resolve, TimeContext, TimePhrase
from workbench.extract.words.word_tables import period_words

_SHORT = frozenset({"week", "month", "quarter", "half"})
_POINTING = frozenset({"those", "these"})
_ITSELF = frozenset({"period", "stretch", "timeframe", "time"})


def those_units(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "in those nine months", "over these two years": a period of that length in this sentence or the one before.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> nine = Period(date(2021, 1, 1), date(2021, 10, 1))
    >>> str(those_units(lex("those nine months"), 0).resolve(TimeContext(None, nine))[0])
    'Jan–Sep 2021'
    >>> those_units(lex("those two years"), 0).resolve(TimeContext(None, nine)), those_units(lex("those nine towns"), 0)
    ((), None)
    """
    counted = count_at(tokens, i + 1) if word_at(tokens, i) in _POINTING else None
    unit = "" if counted is None else period_words(tokens.language).spans.get(word_at(tokens, counted[1]), "")
    if counted is None or not unit:
        return None
    return TimePhrase(i, counted[1] + 1, "that-period", _if_as_long(counted[0], unit), dependent=True)


def _if_as_long(count: int, unit: str) -> Resolve:
    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if main is None:
            return NOWHERE
        long = main.months == count * MONTHS_OF.get(unit, 0) or (main.end - main.start).days == count * DAYS_OF.get(
            unit, 0
        )
        return (main,) if long else NOWHERE

    return resolve


def same_period(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a period that is the same as the sentence's own, in this or another year.

    Examples: "the same period in 2020", "the same quarter last year", "the corresponding months of the previous year",
    "the same month".

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> nine = Period(date(2021, 1, 1), date(2021, 10, 1))
    >>> str(same_period(lex("same period in 2020"), 0).resolve(TimeContext(None, nine))[0])
    'Jan–Sep 2020'
    """
    if word_at(tokens, i) not in period_words(tokens.language).same:
        return None
    counted = count_at(tokens, i + 1)
    j = counted[1] if counted else i + 1
    if word_at(tokens, j) not in period_words(tokens.language).same_spans:
        return None
    unit = "" if counted else period_words(tokens.language).spans.get(word_at(tokens, j), "")
    owner = year_of(tokens, j + 1)
    if owner is not None:
        of_speech = "this" in {word_at(tokens, j + 1), word_at(tokens, j + 2)}  # "the same quarter of this year"
        moved = _moved(owner[0], unit, fixed_year=owner[2] or of_speech)
        return TimePhrase(i, owner[1], "same-period", moved, dependent=True)
    back = _year_back(tokens, j + 1)
    if back is not None:
        return TimePhrase(i, back, "same-period", _moved(relative_year(1), unit, fixed_year=False), dependent=True)
    return _alone(tokens, i, j, unit)


def _year_back(tokens: Tokens, j: int) -> int | None:
    """Read "a year ago", "a year earlier", "one year before"."""
    j += word_at(tokens, j) in {"of", "in", ",", "the"}
    found = count_at(tokens, j)
    if found is None or found[0] != 1 or word_at(tokens, found[1]) != "year":
        return None
    return found[1] + 2 if word_at(tokens, found[1] + 1) in period_words(tokens.language).ago else None


def _alone(tokens: Tokens, i: int, j: int, unit: str) -> TimePhrase | None:
    """Read "in the same month", "over the same period": the period that the sentence named."""
    word = word_at(tokens, j)
    if (
        word_at(tokens, i) != "same"
        or word_at(tokens, i - 1) != "the"
        or word_at(tokens, j + 1) in {"as", "that", "when"}
    ):
        return None
    if word == unit or (word in _ITSELF - {"time"}):
        return TimePhrase(i, j + 1, "that-period", holding_main(unit), dependent=True)
    return None


def that_unit(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read "that year", "that month": the unit around the sentence's own period.

    >>> from datetime import date
    >>> from workbench.extract.words.lexer import lex
    >>> may = Period(date(2019, 5, 1), date(2019, 6, 1))
    >>> str(that_unit(lex("that year"), 0).resolve(TimeContext(None, may))[0])
    '2019'
    """
    unit = word_at(tokens, i + 1)
    fits = word_at(tokens, i) == "that" and unit in {"year", "month", "week", "quarter", "decade", "century"}
    if not fits or word_at(tokens, i + 2) in HYPHENS:
        return None
    return TimePhrase(i, i + 2, "that-period", holding_main(unit), dependent=True)


def holding_main(unit: str) -> Resolve:
    """Resolve the week, month, quarter or year around the start of the sentence's period; without a unit that period.

    >>> from workbench.core.period import day
    >>> from datetime import date
    >>> main = day(date(2021, 5, 12))
    >>> str(holding_main("quarter")(TimeContext(main=main))[0]), holding_main("quarter")(TimeContext())
    ('2021-Q2', ())
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if main is None:
            return NOWHERE
        if not unit or unit == "day":
            return (main,) if not unit or main.frequency is Frequency.DAY else NOWHERE
        return (_holding(main, unit),) if _is_within(main, unit) else NOWHERE

    return resolve


def _is_within(main: Period, unit: str) -> bool:
    days = DAYS_OF.get(unit) or MONTHS_OF[unit] * 31
    return (main.end - main.start).days <= days + 6 * (unit == "century")


def _holding(main: Period, unit: str) -> Period:
    if unit in DAYS_OF:
        monday = main.start - timedelta(days=main.start.weekday())
        return Period(monday, monday + timedelta(days=DAYS_OF[unit]))
    return calendar_unit_near(main.start, 0, MONTHS_OF[unit])


def _moved(owner: Resolve, unit: str, *, fixed_year: bool) -> Resolve:
    """Resolve the sentence's period, or a month or quarter of it, in another year; else that of the speech."""
    plain = same_as_main(owner, fixed_year=fixed_year)

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        main = around.main
        if unit not in _SHORT or unit not in MONTHS_OF:
            return plain(around)
        if main is not None:
            held = calendar_unit_near(main.start, 0, MONTHS_OF[unit]) if _is_within(main, unit) else main
            return same_as_main(owner, fixed_year=fixed_year)(TimeContext(around.said, held, place=around.place))
        return _of_said(owner, unit, around)

    return resolve


def _of_said(owner: Resolve, unit: str, around: TimeContext) -> tuple[Period, ...]:
    """Give the month or quarter of the speech in another year, then the last one that was over."""
    years, said = owner(around)[:1], around.said
    if said is None or not years:
        return NOWHERE
    months = 12 * (years[0].start.year - said.year)
    return tuple(p.moved(months) for side in ("this", "last") for p in calendar_unit(side, unit)(around))
