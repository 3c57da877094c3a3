"""All findings of a claim on one series, the one that the outcome rests on first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.compare.align import table
from workbench.compare.asked import questions, unmeasurable
from workbench.compare.judge import ORDER
from workbench.compare.measuring import Case, finding, undecided
from workbench.core.claim import Claim
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.series import Observation, Series

_CONTRADICTS = {Agreement.APART, Agreement.OPPOSITE}


def check(claim: Claim, series: Series, observations: Sequence[Observation], *, today: date) -> tuple[Finding, ...]:
    """What one series says of a claim.

    Of several readings of the same words the best comes first (one of them may hold); of several parts of a claim (a level
    and a change, both ends of "from … to …") the worst that could be decided comes first (all of them must hold).

    Args:
        claim: The claim.
        series: The series that may measure it.
        observations: Its figures, in any order; those of other places are left out.
        today: What "latest" means where the claim has no day.

    Returns:
        At least one finding; UNDECIDED with a caveat that says why where nothing could be measured.
    """
    case = Case(claim, table(claim, series, observations), observations, today)
    reason = unmeasurable(claim)
    asked = () if reason else questions(claim, series)
    if not asked:
        reason = reason or Caveat("nothing-to-measure", "The claim gives no figure that a series could measure.")
        return (undecided(case, None, reason),)
    parts: dict[str, list[Finding]] = {}
    for number, question in enumerate(asked):
        part = question.part if question.part != "level" else f"level {number}"
        parts.setdefault(part, []).append(finding(case, question))
    return _ordered([sorted(readings, key=_place) for readings in parts.values()])


def _place(found: Finding) -> int:
    return ORDER.index(found.agreement)


def _ordered(parts: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
    """Parts that contradict first (the worst leading), then those that hold, then the undecided ones."""
    ranked = sorted(parts, key=lambda readings: _weight(readings[0]))
    return tuple(found for readings in ranked for found in readings)


def _weight(best: Finding) -> int:
    if best.agreement in _CONTRADICTS:
        return -_place(best)
    return len(ORDER) if best.agreement is Agreement.UNDECIDED else 0
