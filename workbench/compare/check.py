"""All findings of a claim on one series, the one that the outcome rests on first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from workbench.compare.asked import questions, unmeasurable
from workbench.compare.judge import ORDER
from workbench.compare.measuring import Case, finding, undecided
from workbench.compare.table import table
from workbench.compare.unsaid import timed
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
        readings = timed(question, case.where, claim.said)
        parts.setdefault(part, []).extend(finding(case, reading) for reading in readings)
    return _ordered({part: sorted(readings, key=_place) for part, readings in parts.items()})


def _place(found: Finding) -> int:
    return ORDER.index(found.agreement)


def _ordered(parts: Mapping[str, Sequence[Finding]]) -> tuple[Finding, ...]:
    """Parts that contradict first (the worst leading), then those that hold, then the undecided ones.

    That the direction is right does not bear out a claim whose two ends could not be measured: then these lead.
    """
    ends = [parts[name][0] for name in ("from", "to") if name in parts]
    open_ends = any(end.agreement is Agreement.UNDECIDED for end in ends)

    def rank(name: str) -> int:
        best = parts[name][0]
        if best.agreement in _CONTRADICTS:
            return -_place(best)
        if best.agreement is Agreement.UNDECIDED:
            return 1 if open_ends and name in {"from", "to"} else 3
        return 2 if open_ends and best.claimed is None else 0

    found = [each for name in sorted(parts, key=rank) for each in parts[name]]
    return tuple({each.id: each for each in reversed(found)}.values())[::-1]
