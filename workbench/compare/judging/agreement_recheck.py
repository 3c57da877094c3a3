"""Checks again, before anything is published, that a finding's agreement follows from its own figures.

The figure is read again from the archive, but a wrong agreement beside it would be published all the same. The code
that made the finding may have changed since. So today's rules are not applied, only what every version of them keeps
to: a finding that agrees has a figure in the claimed range or half way at its end, and one that disagrees has a figure outside it.
"""

from __future__ import annotations

from workbench.core.finding import Agreement, Finding
from workbench.core.interval import Interval
from workbench.core.number import EXACT, exact

_AGAINST = (Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE)


def contradiction(finding: Finding) -> str:
    """Say why the agreement cannot follow from the figures, as the middle of a sentence; empty where it can.

    >>> contradiction(Finding(claim="c", series=None, title="", agreement=Agreement.EXACT))
    'it is called exact, and there is no figure'
    """
    word = finding.agreement
    if word is Agreement.UNDECIDED:
        return ""
    if finding.measured is None:
        return f"it is called {word.value}, and there is no figure"
    if (finding.claimed is not None and finding.difference is not None
            and exact(EXACT.subtract(finding.measured, finding.claimed)) != exact(finding.difference)):  # fmt: skip
        return "the difference is not that of its figures"
    if finding.claimed_range is None:
        return ""
    return _against_range(finding, finding.claimed_range)


def _against_range(finding: Finding, said: Interval) -> str:
    word, measured = finding.agreement, finding.measured
    inside = measured is not None and measured in said
    if word is Agreement.EXACT and finding.claimed != measured:
        return "it is called exact, and its figures differ"
    if word is Agreement.ROUNDS_TO and not inside and measured != said.high:
        return "it is said to round to what was claimed, and does not"
    if word in _AGAINST and inside:
        return f"it is called {word.value}, and its figure is what was claimed"
    return ""
