"""Leaves a refuted level open where the claim names no time and the series had such figures of late.

"Unemployment is at 3.8 percent", said in June, is not refuted by the 4.4 of the whole year before: the rate may have moved
so far by now, or another year is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from workbench.compare.caveats import STALE_AFTER, months_between
from workbench.compare.judging.answer_question import ComparisonCase
from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.outcome import CONTRADICTED, WORDS
from workbench.compare.questions.question import Question
from workbench.core.claim import TODAY
from workbench.core.finding import Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.number import EXACT
from workbench.core.period import Period
from workbench.core.series import Observation

_LATE_YEARS = 5
"""How far back a figure counts as one of late: five years."""
_OLD_MONTHS = 24
"""Months after which a year's figure tells nothing of today: another year has ended since, and its figure is missing."""


def without_a_time(
    case: ComparisonCase, asked: Sequence[tuple[Question, Finding]], found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Leave open the levels without a time that the latest figure would refute; their figures and slips stay.

    Args:
        case: The claim, the series and its figures.
        asked: Each question with its finding.
        found: The same findings, with their possible explanations.
    """
    return tuple(
        found_one if (why := _reason(case, question, found_one)) is None else left_open(found_one, why)
        for (question, _), found_one in zip(asked, found, strict=True)
    )


def _reason(case: ComparisonCase, question: Question, found: Finding) -> Caveat | None:
    """Give the reason why the latest figure refutes no level; None where the claim names a time.

    The figures of the last five years count, and as much above and below them as the series moved in a step at most. None
    also where the claimed figure lies outside of all that, unless the latest figure is so old that it tells nothing of the day
    of the claim.
    """
    period = found.period
    timed = any(each.rule != TODAY for each in case.claim.periods)
    if period is None or question.mode is not None or timed or WORDS[found.agreement] != CONTRADICTED:
        return None
    if not any(each.kind == "no-period" for each in found.caveats):
        return None
    late, factor = _of_late(case.where.rows, period), question.fit.factor or Decimal(1)
    values = [EXACT.multiply(value, factor) for _, value in late]
    step = max((abs(EXACT.subtract(new, old)) for old, new in pairwise(values)), default=None)
    near = step is not None and Interval(min(values) - step, max(values) + step, high_in=True)
    if near and question.claimed.range.meets(near):
        text = f"The claim names no time, and since {late[0][0].label} the series was near such a figure: it may be of another time."
        return Caveat("assumed-time", text)
    day = case.claim.said or case.today
    if months_between(period.end, day) <= min(_OLD_MONTHS, STALE_AFTER.get(period.frequency, _OLD_MONTHS)):
        return None
    text = f"The claim names no time, and the latest figure is of {period.label}, long before {day.day} {day:%B %Y}."
    return Caveat("assumed-time", text)


def _of_late(rows: Sequence[Observation], latest: Period) -> list[tuple[Period, Decimal]]:
    """List the figures of the last five years up to the latest one, in order."""
    since = latest.moved(-12 * _LATE_YEARS).start if latest.start.year > _LATE_YEARS else date.min
    inside = (row for row in rows if row.period.start >= since and row.period.end <= latest.end)
    return sorted((row.period, row.value) for row in inside if row.value is not None)
