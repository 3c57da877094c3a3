"""Vintages: the figures as published when the claim was made.

A speaker who quoted the figure published that morning was right, whatever was revised later. Where a source has
vintages, the figure of that day is a reading beside today's, and either may support the claim.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.alignment.series_table import table
from workbench.compare.judging.answer_question import ComparisonCase
from workbench.core.finding import Caveat, Finding
from workbench.core.series import Observation

AS_PUBLISHED = "as published when it was said"
"""Name of the reading with a figure that was published on the day and has been revised since."""


def as_known(case: ComparisonCase) -> ComparisonCase | None:
    """Build the case with the vintage of the day; None where it is today's, or unknown."""
    said = case.claim.said
    if said is None or all(row.vintage is None for row in case.fetched):
        return None
    then = [row for row in case.fetched if row.vintage is not None and row.vintage <= said]
    known = table(case.claim, case.where.series, then)
    if not known.rows or _figures(known.rows) == _figures(case.where.rows):
        return None
    return replace(case, where=replace(known, place=case.where.place), fetched=then)


def _figures(rows: tuple[Observation, ...]) -> list[tuple[object, object]]:
    return [(row.period, row.value) for row in rows]


def published_then(then: Finding, now: Finding) -> Finding | None:
    """Give the finding on the figures of the day, where it differs: a revised figure, or another latest period."""
    same = (then.measured, then.period) == (now.measured, now.period)
    if then.measured is None or same or (then.period != now.period and now.measured is not None and not _latest(now)):
        return None
    reading = ", ".join(part for part in (then.reading, AS_PUBLISHED) if part)
    return replace(then, reading=reading, caveats=(Caveat("as-published", _then_and_now(then, now)), *then.caveats))


def _latest(found: Finding) -> bool:
    """Check whether a finding uses the latest figure, since the claim names no period."""
    return any(caveat.kind == "no-period" for caveat in found.caveats)


def _then_and_now(then: Finding, now: Finding) -> str:
    vintages = sorted({row.vintage for row in then.observations if row.vintage and row.period == then.period})
    when = f" ({vintages[-1].isoformat()})" if vintages else ""
    if then.period != now.period:
        return f"This is the latest figure that had been published{when} when the words were said."
    return f"This is the figure as it had been published{when} when the words were said; it has been revised since."
