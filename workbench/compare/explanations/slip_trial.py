"""Tries one kind of slip: the figure it gives, and how to write it out where it fits.

Many slips are tried and few fit. A try has a figure and a function; lines of arithmetic and sentences are only written
for those whose figure the claim may mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.explanations.accidental_fit import MOST, MOST_NEAR
from workbench.compare.judging.agreement import agreement
from workbench.compare.judging.answer_question import ComparisonCase
from workbench.compare.questions.question import Question
from workbench.core.finding import Agreement, Finding
from workbench.core.slip import Slip

HOLDS = {Agreement.EXACT, Agreement.ROUNDS_TO}


@dataclass(frozen=True, slots=True)
class Missed:
    """A finding that does not support its claim, with its question and data."""

    case: ComparisonCase
    question: Question
    found: Finding

    @property
    def most(self) -> Decimal:
        """How many of the tried figures may be expected to fit by chance."""
        return MOST_NEAR if self.found.agreement is Agreement.NEAR else MOST


@dataclass(frozen=True, slots=True)
class Try:
    """A figure that the claim may have meant, and the function that writes it out."""

    figure: Decimal
    write: Callable[[], Slip]


def fitting(missed: Missed, tries: Iterable[Try], chance: Decimal) -> list[Slip]:
    """Write out the tries that the claim's words may mean; none where chance alone would explain them."""
    if chance > missed.most:
        return []
    return [replace(each.write(), chance=chance) for each in tries if fits(missed.question, each.figure)]


def fits(question: Question, figure: Decimal) -> bool:
    """Check whether the claim would agree with that figure as EXACT or ROUNDS TO, nothing less."""
    return agreement(question.claimed, figure) in HOLDS
