"""The part of a claim that a formula answers, and the conversion of its result to the claim's unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.compare.claim_questions import questions, unmeasurable
from workbench.compare.questions.question import TIMES, Question
from workbench.compare.unit_conversion import fit
from workbench.core.claim import ChangeMode, Claim
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.formula.evaluation.operators import COMPARISON
from workbench.formula.evaluation.rank import RANK
from workbench.formula.evaluation.values import FormulaValue
from workbench.formula.measures.measure import HUNDRED, ONE, Measure

_KINDS = {
    Dimension.SHARE: ChangeMode.RELATIVE,
    Dimension.POINTS: ChangeMode.POINTS,
}
"""Mode of a change, by the dimension of its unit."""

_OF_ANYTHING = {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}
"""Changes that do not depend on the unit. The evaluation itself warns where a percentage changed in percent."""

_COUNTED = Unit(Dimension.COUNT, "")


@dataclass(frozen=True, slots=True)
class FormulaAnswer:
    """A part of the claim that a result answers.

    Attributes:
        question: The part.
        factor: The factor from the result's unit to the claim's.
        caveats: What had to be assumed of the units.
    """

    question: Question
    factor: Decimal = ONE
    caveats: tuple[Caveat, ...] = ()


def answered(claim: Claim, value: FormulaValue) -> FormulaAnswer | Caveat:
    """Find the likeliest part of a claim that a result answers, or the reason why it answers none.

    A change answers a change of the same mode, a rank a rank, a comparison of two places the same comparison, and a level a level
    in a comparable unit. A change that the reviewer writes out, as ``(a - b) / b * 100``, also answers a claimed change in
    percent; and a change may be claimed as a level ("growth was 3 per cent").
    """
    if (reason := unmeasurable(claim)) is not None:
        return reason
    levels = questions(claim, _standing_for(value.measure.unit))
    changes = questions(claim, _standing_for(_COUNTED)) if value.mode in _OF_ANYTHING else levels
    found = next(_answers(claim, levels, changes, value), None)
    return found or _none(levels, value.measure)


def _standing_for(unit: Unit) -> Series:
    """Make a series with the result's unit, so that the claim's questions are generated for that unit."""
    return Series(ref=SeriesRef("formula", "result"), title="", unit=unit)


def _answers(
    claim: Claim, asked: Sequence[Question], of_changes: Sequence[Question], value: FormulaValue
) -> Iterator[FormulaAnswer]:
    measure, mode = value.measure, value.mode
    if measure == RANK:
        yield from (FormulaAnswer(each) for each in asked if each.rank is not None)
        return
    if value.answers == COMPARISON:
        same = claim.place is not None and value.origin.place == claim.place
        of_places = [
            each
            for each in of_changes
            if same and each.compared_place and each.compared_place == value.origin.compared_place
        ]
        yield from _of_mode(of_places, measure, mode) if mode else ()
        return
    yield from _of_stretch([each for each in (*of_changes, *asked) if each.part == value.answers], measure)
    changes = [each for each in of_changes if each.plain and each.mode is not None]
    levels = [each for each in asked if each.plain and each.mode is None]
    if mode is not None:
        yield from _of_mode(changes, measure, mode)
    if mode is None or claim.of_change:  # a change answers only a level that is itself a change
        yield from _levels(levels, measure)
    if mode is None:
        yield from _of_mode(changes, measure, _by_hand(measure))


def _of_stretch(asked: Sequence[Question], measure: Measure) -> Iterator[FormulaAnswer]:
    """Yield the question about a mean or a growth a year, where exactly that is claimed."""
    for each in asked:
        fitted = fit(each.unit, measure.unit)
        if each.trend is not None and each.blocked is None and fitted.factor is not None:
            yield FormulaAnswer(each, fitted.factor, fitted.caveats)


def _of_mode(changes: Sequence[Question], measure: Measure, mode: ChangeMode) -> Iterator[FormulaAnswer]:
    for each in changes:
        if each.mode is not mode or each.blocked is not None:
            continue
        if mode is ChangeMode.MULTIPLE:
            yield FormulaAnswer(each, EXACT.divide(_times(each.unit), _times(measure.unit)))
        elif mode is not ChangeMode.ABSOLUTE:
            yield FormulaAnswer(each)
        elif (fitted := fit(each.unit, measure.unit)).factor is not None:
            yield FormulaAnswer(each, fitted.factor, fitted.caveats)


def _times(unit: Unit) -> Decimal:
    """Give the factor from a multiple to the claim's unit: 100 for a percentage ("60 % of that in Germany")."""
    return HUNDRED if unit.dimension is Dimension.SHARE else ONE


def _levels(levels: Sequence[Question], measure: Measure) -> Iterator[FormulaAnswer]:
    for each in levels:
        one_kind = Dimension.POINTS not in {each.unit.dimension, measure.unit.dimension} or each.unit == measure.unit
        if one_kind and each.fit.factor is not None and each.blocked is None:
            yield FormulaAnswer(each, each.fit.factor, each.fit.caveats)


def _by_hand(measure: Measure) -> ChangeMode:
    unit = measure.unit
    return ChangeMode.MULTIPLE if unit == TIMES else _KINDS.get(unit.dimension, ChangeMode.ABSOLUTE)


def _none(asked: Sequence[Question], measure: Measure) -> Caveat:
    claimed = next((each.unit for each in asked), None)
    if claimed is None:
        return Caveat("nothing-to-measure", "The claim gives no figure that a formula's result could be compared with.")
    if Measure(claimed).words == measure.words:
        return Caveat(
            "formula-other", f"The formula works out another thing in {measure.words} than what the claim says."
        )
    words = Measure(claimed).many or Measure(claimed).words
    ours = "a place in a row" if measure == RANK else measure.many or measure.words
    message = f"The claim speaks in {words}, the formula gives {ours}: one does not measure the other."
    return Caveat("formula-unit", message)
