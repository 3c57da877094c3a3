"""From a formula and its figures to a finding: evaluates, compares with the claim, and collects the caveats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from workbench.compare import caveats as warn
from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import SheetFigure, scaled
from workbench.compare.figure_limits import DIGITS, OUT_OF_RANGE
from workbench.compare.judging import comparability
from workbench.compare.judging.agreement import agreement
from workbench.compare.judging.other_readings import over_readings
from workbench.compare.judging.source_notices import sorted_notices
from workbench.compare.questions.question import Question
from workbench.core.claim import ChangeMode, Claim
from workbench.core.errors import ComparisonError
from workbench.core.finding import Agreement, Caveat, Finding, Read
from workbench.core.number import EXACT, exactly, shown
from workbench.core.place import place_name
from workbench.core.quantity import Unit
from workbench.formula.evaluation.answered_part import FormulaAnswer, answered
from workbench.formula.evaluation.evaluate import work_out
from workbench.formula.evaluation.evaluation_context import EvaluationContext, Figures
from workbench.formula.evaluation.operators import COMPARISON
from workbench.formula.evaluation.rank import RANK
from workbench.formula.evaluation.values import FormulaValue, Origin
from workbench.formula.language.errors import FormulaError, NothingToDoError
from workbench.formula.language.nodes import Formula
from workbench.formula.language.printer import show
from workbench.formula.language.short_names import shortened
from workbench.formula.measures.measure import ONE

PART = "formula"
"""The part name under which a formula's finding is stored, next to the parts that a series answers."""


@exactly
def judge(formula: Formula, claim: Claim, figures: Mapping[str, Figures], today: date) -> Finding:
    """Evaluate a formula and compare the result with a claim.

    Args:
        formula: The formula.
        claim: The claim; it fills in the place and the periods that the formula leaves open.
        figures: What the sources answered, by the names of the series in the formula.
        today: What "latest" means where the claim has no day.

    Returns:
        A finding; UNDECIDED with the reason where the formula cannot be evaluated, or its result answers no part of the claim.
    """
    return over_readings(claim, lambda reading: (_one(formula, EvaluationContext(reading, today, figures)),))[0]


def _one(formula: Formula, ground: EvaluationContext) -> Finding:
    try:
        value = work_out(formula, ground)
        return _judged(formula, ground, value)
    except FormulaError as error:
        return _refused(formula, ground, error)
    except ComparisonError as error:  # raised by the comparison with the claim, not by the formula
        return _refused(formula, ground, NothingToDoError(error.message, error.hint))


def refused(
    formula: Formula, claim: Claim, figures: Mapping[str, Figures], today: date, error: FormulaError
) -> Finding:
    """Make the finding of a formula that is not evaluated at all: UNDECIDED, with the reason and the next step."""
    return _refused(formula, EvaluationContext(claim, today, figures), error)


def _refused(formula: Formula, ground: EvaluationContext, error: FormulaError) -> Finding:
    bare = _bare(formula, ground, None)
    caveats = (Caveat(error.kind, error.message), *bare.caveats)
    why = f"{error.message} {error.hint}".strip()
    return replace(bare, why=why, caveats=tuple(dict.fromkeys(caveats)))


def _judged(formula: Formula, ground: EvaluationContext, value: FormulaValue) -> Finding:
    bare = _bare(formula, ground, value)
    if not _real(value.value):
        return _open(bare, value, OUT_OF_RANGE)
    found = answered(ground.claim, value)
    if isinstance(found, Caveat):
        return _open(bare, value, found)
    figure = _in_the_claims_unit(ground, value, found)
    return _against(bare, ground, value, found, figure)


def _real(value: Decimal) -> bool:
    """Check whether a result has a plausible size."""
    return value == 0 or abs(value.adjusted()) <= DIGITS


def _in_the_claims_unit(ground: EvaluationContext, value: FormulaValue, found: FormulaAnswer) -> SheetFigure:
    """Convert the result to the claim's unit; inverted for "fell threefold"."""
    figure, unit = value.figure, finding_words.unit_words(found.question.unit)
    figure = scaled(ground.sheet, figure, found.factor, unit)
    if found.question.inverse and figure.value:
        figure = ground.sheet.do("ratio", (ONE, figure), unit, f"1 / {shown(figure.value, 2)} = {{}} {unit}")
    return figure


def _open(bare: Finding, value: FormulaValue, why: Caveat) -> Finding:
    """Make the finding of a result that answers no part of the claim."""
    unit = finding_words.unit_words(value.measure.unit)
    measured = value.value if _real(value.value) else None
    sentence = f"{_gives(value.measure.unit, value, None)}. {why.says}"
    return replace(bare, measured=measured, unit=unit, why=sentence, caveats=(why, *bare.caveats))


def _against(
    bare: Finding, ground: EvaluationContext, value: FormulaValue, found: FormulaAnswer, figure: SheetFigure
) -> Finding:
    question = found.question
    by_bearing = sorted_notices([problem for each in ground.figures.values() for problem in each.notices])
    reasons = (*ground.notes.doubts, *by_bearing.doubts, *((value.origin.part,) if value.origin.part else ()))
    how = Agreement.UNDECIDED if reasons else agreement(question.claimed, figure.value, figure.slack)
    judged = comparability.rounded(question, figure.value, how)
    caveats = (*reasons, *found.caveats, *question.caveats, *bare.caveats, *judged)
    claimed = question.claimed.value
    sentence = (
        f"{_gives(question.unit, replace(value, figure=figure), question)}, {finding_words.stands(question, how)}."
    )
    return replace(
        bare,
        agreement=how,
        claimed=claimed,
        claimed_range=question.claimed.range,
        measured=figure.value,
        difference=None if claimed is None else EXACT.subtract(figure.value, claimed),
        unit=finding_words.unit_words(question.unit),
        trace=ground.sheet.trace(),
        why=" ".join((sentence, *(reason.says for reason in reasons))),
        caveats=tuple(dict.fromkeys(caveats)),
        reading=question.reading,
    )


def _gives(unit: Unit, value: FormulaValue, question: Question | None) -> str:
    """Say the result: "The formula gives 7.3 applications per 100,000 persons in 2021", "a fall of 39.7 %"."""
    when = f" in {value.origin.period.label}" if value.origin.period else ""
    if question is not None and value.answers == COMPARISON:
        return f"The formula gives {_compared_places(value, question)}{when}"
    if question is not None and question.mode is not None and value.mode is not None:
        since = f" from {value.origin.base.label}" if value.origin.base else ""
        to = f" to {value.origin.period.label}" if value.origin.period else ""
        return f"The formula gives {finding_words.movement(value.value, question)}{since}{to}"
    if value.measure == RANK:
        return f"The formula gives place {shown(value.value)}{when}"
    places = finding_words.places_for(value.value, question.amount if question else None)
    return f"The formula gives {finding_words.counted(value.value, unit, places)}{when}"


def _compared_places(value: FormulaValue, question: Question) -> str:
    """Say a comparison of two places: "4.4 percentage points more than in Serbia"."""
    other, size = place_name(value.origin.compared_place), abs(value.value)
    figure = finding_words.counted(size, question.unit, finding_words.places_for(size, question.amount))
    if value.mode is ChangeMode.MULTIPLE:
        return f"{figure} what it is in {other}"
    return f"{figure} {'more' if value.value > 0 else 'less'} than in {other}" if size else f"the same as in {other}"


def _bare(formula: Formula, ground: EvaluationContext, value: FormulaValue | None) -> Finding:
    """Make the finding before the comparison: what is compared, with all caveats so far."""
    text, short = show(formula), show(shortened(formula))
    given = [ground.figures[name] for name in ground.figures]
    by_bearing = sorted_notices([problem for each in given for problem in each.notices])
    first = given[0].series if given else None
    origin = value.origin if value else Origin(place=ground.claim.place)
    return Finding(
        claim=ground.claim.id,
        series=first,
        title=_title(short, origin),
        agreement=Agreement.UNDECIDED,
        trace=ground.sheet.trace(),
        caveats=tuple(dict.fromkeys((*ground.notes.caveats, *by_bearing.caveats, *warn.assumed(ground.claim)))),
        place=origin.place,
        period=origin.period,
        base=origin.base,
        part=PART,
        notes=by_bearing.notes,
        formula=text,
        reads=tuple(_read(each, ground) for each in given),
    )


def _title(text: str, origin: Origin) -> str:
    """Make the title: the formula, the place and the period."""
    base, period = origin.base, origin.period
    when = f"{base.label} to {period.label}" if base and period else period.label if period else ""
    return ", ".join(part for part in (text, place_name(origin.place) if period else "", when) if part)


def _read(given: Figures, ground: EvaluationContext) -> Read:
    """List a series with the archived bodies of those of its figures that were read."""
    cells = {each.evidence for each in given.observations if each.evidence is not None}
    used = (cell for cell in ground.sheet.trace().evidence() if cell in cells)
    return Read(given.series, tuple(dict.fromkeys(cell.snapshot for cell in used)))
