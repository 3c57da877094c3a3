"""The period and base period of a question, with the assumptions where the claim names none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.compare.alignment.align import adds_up
from workbench.compare.alignment.series_table import SeriesTable, latest
from workbench.compare.caveats import longer_than_step, no_figure
from workbench.compare.figure_limits import moved_period
from workbench.compare.questions.question import Question
from workbench.core.claim import TODAY, ChangeMode, Claim
from workbench.core.finding import Caveat
from workbench.core.period import Period, day, year

YEARS_TO = "year-to"
"""Rule of the reader of "the five years to 2022"."""

_MONTHS = 12
_ONE_YEAR = 366
"""Days of the longest period over which a change is one on the year before."""


@dataclass(frozen=True, slots=True)
class QuestionPeriods:
    """The period measured and, for a change, its base period."""

    period: Period
    alternatives: tuple[Period, ...] = ()
    base: Period | None = None
    caveats: tuple[Caveat, ...] = ()


def question_periods(claim: Claim, question: Question, where: SeriesTable, today: date) -> QuestionPeriods | Caveat:
    """Find the period and base of a question, or the reason why there is none.

    The two ends of "from … to …" are for the start and end of the change between them.
    """
    if question.part not in {"from", "to"}:
        return _moments(claim, question, where, today)
    found = _moments(claim, replace(question, mode=ChangeMode.ABSOLUTE), where, today)
    if isinstance(found, Caveat):
        return found
    if question.part == "to":
        return replace(found, base=None)
    return QuestionPeriods(found.base or found.period, caveats=found.caveats)


def _moments(claim: Claim, question: Question, where: SeriesTable, today: date) -> QuestionPeriods | Caveat:
    named = _named(claim, question)
    if named is not None and _is_of_today(claim, named):
        named = _around_today(named.period, where)
    if named is None:
        return _assumed_latest(claim, question, where, today)
    if question.mode is None:
        return named
    if named.base is None:
        return (
            _over_years(claim, named)
            or _in_a_year_to(claim, named, where)
            or _rolled(named, where)
            or _over_step(claim, named)
            or _assumed_base(named)
        )
    if named.period != named.base and named.period.contains(named.base):
        return _to_the_end(named, named.base, where)
    return named


def _is_of_today(claim: Claim, named: QuestionPeriods) -> bool:
    """Check whether the named period is the day of the speech, and no base is named."""
    said_now = claim.period is not None and claim.period.rule == TODAY and named.period.start == claim.said
    return said_now and named.base is None


def _around_today(day: Period, where: SeriesTable) -> QuestionPeriods | None:
    """Take the figure of the year or month around the day of the speech, as "today" means it; None where there is none.

    What is counted over a year is not over by then: its last complete figure is meant.
    """
    around = [row.period for row in where.rows if row.period.contains(day) and row.value is not None]
    if not around:
        return None if not any(row.period.overlaps(day) for row in where.rows) else QuestionPeriods(day)
    period = min(around, key=lambda each: each.end - each.start)
    if period == day or adds_up(where.series):
        return QuestionPeriods(day) if period == day else None
    text = f"“Today” is taken as {period.label}, the figure around that day."
    return QuestionPeriods(period, caveats=(Caveat("no-period", text),))


def _named(claim: Claim, question: Question) -> QuestionPeriods | None:
    """Find the periods named in the claim. Of two without a base, the earlier is the base."""
    if not question.period:
        return (
            None
            if question.mode is None or (years := _years(question.base)) is None
            else QuestionPeriods(years[1], (), years[0])
        )
    period, *others = question.period
    if question.mode is None or question.base is not None:
        return QuestionPeriods(period, tuple(others), question.base)
    named = sorted({period, *(m.value for m in claim.periods)})
    if len(named) == 2 and not named[0].overlaps(named[1]):
        return QuestionPeriods(named[1], (), named[0])
    return QuestionPeriods(period, tuple(others))


def _assumed_latest(claim: Claim, question: Question, where: SeriesTable, today: date) -> QuestionPeriods | Caveat:
    before = claim.said or today
    row = latest(where, before)
    if row is None:
        return no_figure(where.series, where.place, None, where.rows)
    on = f"{before.day} {before:%b %Y}"
    message = f"The claim names no period; the latest figure that was complete on {on} was taken ({row.period.label})."
    caveat = Caveat("no-period", message)
    if question.mode is None:
        return QuestionPeriods(row.period, caveats=(caveat,))
    if claim.step is not None:
        over = claim.step.before(row.period)
        return (
            longer_than_step(claim.step, where.series)
            if over is None
            else QuestionPeriods(row.period, (), over, (caveat,))
        )
    base = question.base or moved_period(row.period, -12)
    assumed = () if question.base else (_base_caveat(base),)
    around = None if question.base is None or claim.said is None else _around_today(day(claim.said), where)
    if around is not None and around.period.months == base.months:  # "nine more than two years ago" is up to now
        return replace(around, base=base)
    return QuestionPeriods(row.period, base=base, caveats=(caveat, *assumed))


def _over_step(claim: Claim, named: QuestionPeriods) -> QuestionPeriods | None:
    """Measure a change "on the month" from the month before the named one; None for a claim without such a step."""
    base = None if claim.step is None else claim.step.before(named.period)
    return None if base is None else replace(named, base=base)


def _over_years(claim: Claim, named: QuestionPeriods) -> QuestionPeriods | None:
    """Measure a change "in the two decades to 2020" from the year before them; None where no such span is named."""
    stretch = claim.period.rule == YEARS_TO if claim.period else False
    years = _years(named.period) if stretch else None
    return None if years is None else QuestionPeriods(years[1], base=moved_period(years[0], -12))


def _in_a_year_to(claim: Claim, named: QuestionPeriods, where: SeriesTable) -> QuestionPeriods | None:
    """Measure a change "in the year to June" from the same month a year before; None if figures add up."""
    if claim.period is None or claim.period.rule != YEARS_TO or named.period.months != _MONTHS or adds_up(where.series):
        return None
    last = [
        row.period for row in where.rows if row.period.end == named.period.end and named.period.contains(row.period)
    ]
    if not last or named.period in last:
        return None
    shortest = min(last, key=lambda period: period.end - period.start)
    return QuestionPeriods(shortest, base=moved_period(shortest, -_MONTHS))


def _rolled(named: QuestionPeriods, where: SeriesTable) -> QuestionPeriods | Caveat | None:
    """Measure a change "over the past decade" up to its last figure, from as many years before; None for whole calendar years.

    A series that ends more than the length of one figure before the end of the span does not reach it.
    """
    stretch, days = named.period, (named.period.end - named.period.start).days
    if days <= _ONE_YEAR or _years(stretch) is not None:
        return None
    row = latest(where, stretch.end)
    if row is None or row.period.end + (row.period.end - row.period.start) < stretch.end:
        return no_figure(where.series, where.place, stretch, where.rows)
    base = moved_period(row.period, -12 * max(1, round(days / 365.25)))
    message = f"“{stretch.label}” is taken as {base.label} to {row.period.label}, the last figure of that stretch."
    return QuestionPeriods(row.period, base=base, caveats=(Caveat("assumed-period", message),))


def _assumed_base(named: QuestionPeriods) -> QuestionPeriods:
    """Assume a base: the same period a year before; over several whole years, the first of them."""
    if (years := _years(named.period)) is not None:
        return QuestionPeriods(years[1], base=years[0], caveats=(_base_caveat(years[0]),))
    base = moved_period(named.period, -12)
    return QuestionPeriods(named.period, named.alternatives, base, (_base_caveat(base),))


def _years(period: Period | None) -> tuple[Period, Period] | None:
    """Find the first and the last of several whole calendar years."""
    months = period.months if period is not None else None
    if period is None or months is None or months <= 12 or months % 12 or period.start.month != 1:
        return None
    return year(period.start.year), year(period.end.year - 1)


def _base_caveat(base: Period) -> Caveat:
    return Caveat("assumed-base", f"The claim does not say since when; the change is measured from {base.label}.")


def _to_the_end(named: QuestionPeriods, base: Period, where: SeriesTable) -> QuestionPeriods:
    """Measure a change "since 2010" from 2010 to the last figure of the span."""
    row = latest(where, named.period.end)
    if row is None or row.period.start <= base.start:
        return named
    caveat = Caveat(
        "assumed-period", f"The change is measured to {row.period.label}, the last figure of {named.period.label}."
    )
    return QuestionPeriods(row.period, base=base, caveats=(caveat,))
