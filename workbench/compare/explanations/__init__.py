"""Possible explanations of a wrong claim: the nearest period, unit, place or wording with which its figure is right.

A checker who finds a figure wrong asks at once where it came from. The year before, points for per cent, thousands for
millions, the neighbour's figure: each is tried, and what fits is offered as an explanation of the slip. It never
changes the finding's agreement, its outcome or its rank. Nothing is offered where the claimed amount is so vague that a
fit may be chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.compare.explanations.slip_trial import HOLDS, Missed, fits
from workbench.compare.explanations.total_for_average import of_parts
from workbench.compare.explanations.wrong_period import of_periods
from workbench.compare.explanations.wrong_place import of_places, of_vintages
from workbench.compare.explanations.wrong_rank import of_rows
from workbench.compare.explanations.wrong_size_or_sign import of_sizes
from workbench.compare.explanations.wrong_wording import of_wordings
from workbench.compare.judging.answer_question import ComparisonCase
from workbench.compare.questions.question import Question
from workbench.core.finding import Agreement, Finding
from workbench.core.slip import Slip

MISSED = {Agreement.APART, Agreement.OPPOSITE, Agreement.NEAR}
"""Agreements for which explanations are looked for."""

MOST = 3
"""Most explanations shown with one finding."""

MOST_OF_A_KIND = 2

_WAYS = (of_periods, of_wordings, of_sizes, of_parts, of_vintages, of_places)


def with_explanations(case: ComparisonCase, asked: Sequence[tuple[Question, Finding]]) -> tuple[Finding, ...]:
    """Add possible explanations to those findings of a claim on one series that do not fit.

    Args:
        case: The claim, the series and its figures.
        asked: Each question with its finding. A part of the claim with a reading that holds needs no explanation.
    """
    held = {found.part for _, found in asked if found.agreement in HOLDS}
    return tuple(
        replace(found, slips=slips(Missed(case, question, found))) if _wants(question, found, held) else found
        for question, found in asked
    )


def _wants(question: Question, found: Finding, held: set[str]) -> bool:
    return (
        found.agreement in MISSED
        and (question.plain or question.rank is not None or question.part == "mean")
        and found.part not in held
        and question.claimed.value is not None
        and found.measured is not None
    )


def slips(missed: Missed) -> tuple[Slip, ...]:
    """List possible explanations, the smallest slips first: a few at most, and none that chance alone would give."""
    return ranked(slip for way in _ways(missed.question) for slip in way(missed) if _true(missed, slip))


def _ways(question: Question) -> tuple[Callable[[Missed], Iterator[Slip]], ...]:
    """Choose the kinds of slip for a question: ranks and means have others than levels and changes."""
    if question.plain:
        return _WAYS
    return (of_rows,) if question.rank is not None else (of_parts,)


def _true(missed: Missed, slip: Slip) -> bool:
    """Check whether the lines as shown end in a figure that fits, so that readers see what was tried."""
    return slip.measured is not None and fits(missed.question, slip.measured)


def ranked(found: Iterable[Slip]) -> tuple[Slip, ...]:
    """Choose the slips to show: by size, then by how little chance explains them; two of a kind at most."""
    order = sorted(found, key=lambda slip: (slip.size, slip.chance, slip.kind))
    return tuple(_few(order))[:MOST]


def _few(order: Sequence[Slip]) -> Iterator[Slip]:
    seen: Counter[str] = Counter()
    for slip in order:
        seen[slip.kind] += 1
        if seen[slip.kind] <= MOST_OF_A_KIND:
            yield slip
