"""The period of a rank that stands behind a figure: that of the figure, and not the time since which the row goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Claim


def with_figures_period(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Gives a rank without a figure of its own the period of the figure before it; its own stays among its periods.

    >>> from workbench.extract import read_text
    >>> said = "In 2015 unemployment was 4.2 percent, the lowest since 1990."
    >>> [str(claim.period.value) for claim in read_text(said).claims]
    ['2015', '2015']

    Args:
        claim: The claim.
        before: The claims before it in its sentence.
    """
    if claim.rank is None or claim.amounts or claim.change is not None:
        return claim
    figure = next((each for each in reversed(before) if each.amounts and each.period is not None), None)
    if (
        figure is None
        or figure.period is None
        or (claim.period is not None and not claim.span.covers(claim.period.span))
    ):
        return claim
    return replace(claim, period=figure.period, periods=(figure.period, *claim.periods))
