"""Revisions: figures that an office has changed since a verdict was given on them.

A statistics office revises what it published: provisional figures become final, base years and definitions change. The
body of that day stays in the archive, and the verdict keeps its finding; a revision says what the figures are now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from workbench.core.finding import Finding
from workbench.core.period import Period
from workbench.core.series import Observation
from workbench.core.trace import Step


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """One official figure, then and now.

    Attributes:
        place: Its place; empty where the figure is not from the finding's own series.
        period: Its period; None in the same case.
        before: The figure that the verdict rests on.
        after: The figure that the office gives now; None where it no longer gives one.
    """

    place: str
    period: Period | None
    before: Decimal
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A finding whose figures were revised.

    Attributes:
        before: The finding that the verdict was given on.
        after: The same comparison with the current figures; None where they can no longer be compared.
        figures: What was revised, in the order in which the arithmetic reads it.
        since: When the new figures were first fetched, in UTC.
    """

    before: Finding
    after: Finding | None
    figures: tuple[RevisedFigure, ...]
    since: datetime

    @property
    def moves_word(self) -> bool:
        """Whether the agreement of claim and figure changed."""
        return self.after is None or self.after.agreement is not self.before.agreement


def same_comparison(one: Finding, other: Finding) -> bool:
    """Check whether two findings compare the same part of a claim, read the same way, with the same series."""
    return _compared(one) == _compared(other)


def revised_figures(before: Finding, after: Finding) -> tuple[RevisedFigure, ...]:
    """Find the figures in one finding's arithmetic that differ in a later finding; empty where all are the same.

    Where both have the same steps of arithmetic, they are compared step by step; otherwise by place and period.
    """
    one, other = before.trace.steps, after.trace.steps
    if [step.op for step in one] != [step.op for step in other]:
        return _by_period(before, after)
    return tuple(
        _revised(before, step, now.result)
        for step, now in zip(one, other, strict=True)
        if step.op == "read" and step.result != now.result
    )


def figures_gone(before: Finding) -> tuple[RevisedFigure, ...]:
    """List the figures of a finding as revised to nothing, for a series that no longer has any of them."""
    return tuple(_revised(before, step, None) for step in _read(before))


def _compared(finding: Finding) -> tuple[object, ...]:
    return (finding.series.ref if finding.series else None, finding.formula, finding.reading, finding.part)


def _by_period(before: Finding, after: Finding) -> tuple[RevisedFigure, ...]:
    now = {(row.place, row.period): row.value for row in after.observations}
    found = (_revised(before, step, None) for step in _read(before))
    with_new = ((each, now.get((each.place, each.period))) for each in found if each.period is not None)
    return tuple(
        RevisedFigure(each.place, each.period, each.before, value) for each, value in with_new if value != each.before
    )


def _read(finding: Finding) -> list[Step]:
    return [step for step in finding.trace.steps if step.op == "read"]


def _revised(finding: Finding, step: Step, after: Decimal | None) -> RevisedFigure:
    row = _observation(finding, step)
    return RevisedFigure(row.place if row else "", row.period if row else None, step.result, after)


def _observation(finding: Finding, step: Step) -> Observation | None:
    return next((row for row in finding.observations if row.evidence == step.evidence), None)
