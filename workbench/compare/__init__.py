"""Compares claims with official figures: which observations answer, exact arithmetic with its lines kept, and how they agree.

Pure: values in, values out. The machine's half of a check ends here with an agreement and its caveats; it never rates.
"""

from __future__ import annotations

from workbench.compare.check import check
from workbench.compare.cross_checking import together
from workbench.compare.outcome import SUPPORTED, UNDECIDED, outcome, rests_on
from workbench.compare.own import beside, own_arithmetic
from workbench.compare.planning import plan
from workbench.compare.unsure import alike, differs, unsure

__all__ = [
    "SUPPORTED",
    "UNDECIDED",
    "alike",
    "beside",
    "check",
    "differs",
    "outcome",
    "own_arithmetic",
    "plan",
    "rests_on",
    "together",
    "unsure",
]
