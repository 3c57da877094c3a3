"""Changes without a period: "applications are down 70 per cent" may be about the current year or the last whole one.

Neither is chosen silently: where the series has a figure for both, each is a reading with its own finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from workbench.compare.alignment.series_table import SeriesTable, latest
from workbench.compare.figure_limits import moved_period
from workbench.compare.questions.question import Question
from workbench.core.finding import Caveat
from workbench.core.period import Period


def with_candidate_periods(question: Question, where: SeriesTable, said: date | None) -> Iterator[Question]:
    """Yield the question unchanged, or one for each possible period of an undated change, the more likely first."""
    if question.mode is None or question.period or said is None or not question.plain:
        yield question
        return
    running, whole = _running(where, said), latest(where, said)
    if question.base is not None and (whole is None or whole.period.start <= question.base.start):
        yield _about(question, moved_period(question.base, 12), "the year after the one it is compared with")
    elif running is None or question.base is not None:
        yield question
    else:
        now = _about(question, running, "the year in which the words were said")
        then = [_about(question, whole.period, "the latest complete year")] if whole is not None else []
        far = (said - running.start) * 2 >= running.end - running.start
        yield from (now, *then) if far else (*then, now)


def _running(where: SeriesTable, said: date) -> Period | None:
    """Find the longest period with a figure that was not over on the day."""
    there = [row.period for row in where.rows if row.value is not None and row.period.start <= said < row.period.end]
    return max(there, key=lambda period: period.end - period.start, default=None)


def _about(question: Question, period: Period, which: str) -> Question:
    message = f"The claim names no period; {which} was taken ({period.label})."
    reading = ", ".join(part for part in (question.reading, f"of {period.label}") if part)
    return replace(
        question, period=(period,), reading=reading, caveats=(*question.caveats, Caveat("no-period", message))
    )
