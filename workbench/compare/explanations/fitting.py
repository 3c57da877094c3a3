"""One way of slipping, tried: which figure it gives, and how to write it out where it fits.

Many ways are tried and few fit. A try holds a figure and a recipe; lines of arithmetic and sentences are
written only for those whose figure the claim stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.explanations.chance import MOST, MOST_NEAR
from workbench.compare.judging.judge import agreement
from workbench.compare.judging.measuring import ComparisonCase
from workbench.compare.questions.question import Question
from workbench.core.finding import Agreement, Finding
from workbench.core.slip import Slip

HOLDS = {Agreement.EXACT, Agreement.ROUNDS_TO}


@dataclass(frozen=True, slots=True)
class Missed:
    """A finding that does not bear its claim out, with all that was put to it."""

    case: ComparisonCase
    question: Question
    found: Finding

    @property
    def most(self) -> Decimal:
        """Number of the figures tried that are expected to fit by chance."""
        return MOST_NEAR if self.found.agreement is Agreement.NEAR else MOST


@dataclass(frozen=True, slots=True)
class Try:
    """A figure that the claim may have meant, and what writes it out."""

    figure: Decimal
    write: Callable[[], Slip]


def fitting(missed: Missed, tries: Iterable[Try], chance: Decimal) -> list[Slip]:
    """Return the tries that the claim's words stand for, written out; none where luck alone would explain them."""
    if chance > missed.most:
        return []
    return [replace(each.write(), chance=chance) for each in tries if fits(missed.question, each.figure)]


def fits(question: Question, figure: Decimal) -> bool:
    """Return whether the claim would hold with that figure: EXACT or ROUNDS TO, nothing less."""
    return agreement(question.claimed, figure) in HOLDS
