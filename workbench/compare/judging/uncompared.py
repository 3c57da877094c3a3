"""Leaves a claim open that sets its figure beside another, where that other was not compared: "76 points, ahead of Italy and Spain"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.outcome import SUPPORTED, WORDS
from workbench.core.claim import Claim, Sort
from workbench.core.finding import Caveat, Finding

_COMPARED = frozenset({"comparison", "change", "rank", "trend"})
"""Parts of findings in which the other figure was compared, or stands for another time."""


def of_both_compared(claim: Claim, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Leave open findings that fit, where the claim names another place or group beside its own and no finding compares the two.

    A comparator with a time of its own is another figure of the same place, which the claim of a change measures.
    """
    beside = claim.qualified(Sort.BESIDE)
    if beside is None or beside.value.period is not None or any(each.part in _COMPARED for each in found):
        return tuple(found)
    text = f"The claim sets its figure beside “{beside.value.what}”, and the two were not compared."
    why = Caveat("comparator", text)
    return tuple(left_open(each, why) if WORDS[each.agreement] == SUPPORTED else each for each in found)
