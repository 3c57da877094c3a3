"""The total said for the average, or the average for the total: the same figures, combined in the other way."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.explanations.accidental_fit import relative
from workbench.compare.explanations.slip_trial import Missed, Try, fitting
from workbench.core.number import shown
from workbench.core.series import Additivity
from workbench.core.slip import Slip

_OTHER = {"mean": "sum", "sum": "mean"}


def of_parts(missed: Missed) -> Iterator[Slip]:
    """Yield the slip of a total for an average, or the reverse, where the finding's figure is one of the two."""
    steps = missed.found.trace.steps
    if not steps or steps[-1].op not in _OTHER:
        return
    lines = [SheetFigure(o.step, o.value) for o in steps[-1].operands if o.step is not None]
    if len(lines) != len(steps[-1].operands) or len(lines) < 2:
        return
    if steps[-1].op == "mean" and missed.found.series is not None and missed.found.series.adds is not Additivity.SUM:
        return  # a stock has no total over time
    op, unit = _OTHER[steps[-1].op], finding_words.unit_words(missed.question.unit)
    sheet = Sheet(list(steps[:-1]))
    together = "their sum" if op == "sum" else "their mean"
    figure = sheet.do(op, lines, unit, f"{together}, {len(lines)} figures: {{}}")
    when = missed.found.period.label if missed.found.period else "that time"
    whole = figure.value == figure.value.to_integral_value()
    figure_words = finding_words.with_unit(shown(figure.value, None if whole else 1), figure.value, unit)
    of = (
        f"of all of {when} together and not on average" if op == "sum" else f"of {when} on average and not of all of it"
    )
    slip = Slip(
        kind="total-for-average" if op == "sum" else "average-for-total", says=f"It would hold {of}: {figure_words}.",
        trace=sheet.trace(), size=1, place=missed.found.place, period=missed.found.period,
    )  # fmt: skip
    yield from fitting(missed, [Try(figure.value, lambda: slip)], relative(missed.question.claimed.range))
