"""Arithmetic that keeps every line: each figure that a finding shows is the last line of a sheet.

A sheet is filled from above: figures are read (with their evidence) or given (from the claim), then combined with the
operations of `core.trace`. Each result has a slack: how far it could be from the truth because the published figures
were rounded. Counts in ones are not rounded and have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal

from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.derived_figures import NO_PARTS, Divisor, PeriodParts
from workbench.core.claim import ChangeMode
from workbench.core.number import EXACT, exactly, plain, shown
from workbench.core.place import place_name
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation
from workbench.core.trace import Operand, Step, Trace, apply_operation

ZERO, ONE = Decimal(0), Decimal(1)
_DECIMALS, _MOST_DECIMALS = 2, 30
OPERATION = {
    ChangeMode.RELATIVE: "relative_change",
    ChangeMode.POINTS: "points_change",
    ChangeMode.ABSOLUTE: "difference",
    ChangeMode.MULTIPLE: "multiple",
}
_SIGN = {"relative_change": "({} − {}) / |{}| × 100", "points_change": "{} − {}", "difference": "{} − {}", "multiple": "{} / {}"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A number on a sheet: its line, and how far rounding may have moved it."""

    line: int
    value: Decimal
    slack: Decimal = ZERO


@dataclass(slots=True)
class Sheet:
    """The lines of one calculation, in order."""

    steps: list[Step] = field(default_factory=list)

    def trace(self) -> Trace:
        """Build the trace of the lines, which can be replayed."""
        return Trace(tuple(self.steps))

    def read(self, observation: Observation, value: Decimal, unit: Unit, where: str) -> SheetFigure:
        """Add a published figure; without an archived body it is written down as given."""
        op = "given" if observation.evidence is None else "read"
        label = observation.period.label
        message = f"{where}, {label}: {shown(value)}" if where else f"{label}: {shown(value)}"
        self.steps.append(Step(op, (), value, str(unit), message, observation.evidence))
        return SheetFigure(len(self.steps) - 1, value, _slack(observation, unit))

    def given(self, value: Decimal, unit: str, wording: str) -> SheetFigure:
        """Add a number from the claim itself."""
        self.steps.append(Step("given", (), value, unit, wording))
        return SheetFigure(len(self.steps) - 1, value)

    def do(
        self, op: str, operands: Sequence[SheetFigure | Decimal], unit: str, wording: str, slack: Decimal = ZERO
    ) -> SheetFigure:
        """Apply one operation to lines above or constants.

        Args:
            op: A key of `core.trace_operations.OPERATIONS`.
            operands: Earlier lines, or constants.
            unit: The result's unit, in words.
            wording: The line for readers, with ``{}`` for the result.
            slack: How far rounding may have moved the result.

        Raises:
            ComparisonError: The operation is undefined for these numbers.
        """
        values = [o.value if isinstance(o, SheetFigure) else o for o in operands]
        result = apply_operation(op, *values)
        lines = tuple(Operand(o.value, o.line) if isinstance(o, SheetFigure) else Operand(o) for o in operands)
        self.steps.append(Step(op, lines, result, unit, wording.replace("{}", short(result))))
        return SheetFigure(len(self.steps) - 1, result, slack)


def short(value: Decimal) -> str:
    """Shorten a figure for the lines of a sheet: two decimals where it has many.

    >>> short(Decimal(1) / 3), short(Decimal("1234.5"))
    ('0.33', '1,234.5')
    """
    return shown(value, _places(value))


def _places(value: Decimal) -> int | None:
    """Choose the decimals: two for long results, three digits of small ones.

    Whole numbers and short decimals as they are.

    >>> _places(Decimal("36.512")), _places(Decimal("0.0000440658")), _places(Decimal("0.5"))
    (2, 7, None)
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -_DECIMALS:
        return None
    return min(_DECIMALS - value.adjusted(), _MOST_DECIMALS) if value and value.adjusted() < -1 else _DECIMALS


def _slack(observation: Observation, unit: Unit) -> Decimal:
    """Compute half of the last published digit; 0 for counts in ones, which are exact."""
    if unit.dimension is Dimension.COUNT and observation.step == 1:
        return ZERO
    return abs(observation.step) / 2


_SHORTER = Context(prec=EXACT.prec - 5)
_BRIEF = Context(prec=9)
"""Digits of a factor shown to readers."""


@exactly
def level(
    sheet: Sheet,
    aligned: Aligned,
    *,
    unit: Unit,
    target: str,
    factor: Decimal,
    where: str,
    parts: PeriodParts = NO_PARTS,
) -> SheetFigure:
    """Compute the figure for a period in the claim's unit: read or made from its parts, and scaled where units differ.

    Args:
        sheet: The sheet to which the lines are added.
        aligned: The observations.
        unit: The series' unit.
        target: The claim's unit, in words.
        factor: The factor from the series' unit to the claim's.
        where: The place's name, for the lines.
        parts: The parts of rows that the series itself does not have.
    """
    read = [_row(sheet, row, unit, where, parts) for row in aligned.used if row.value is not None]
    result = read[-1]
    if len(read) > 1:
        result = _whole(sheet, read, aligned, str(unit))
    return scaled(sheet, result, factor, target)


@exactly
def scaled(sheet: Sheet, figure: SheetFigure, factor: Decimal, unit: str) -> SheetFigure:
    """Convert a figure to another unit: multiply by a factor, or divide where only the division is exact.

    >>> sheet = Sheet()
    >>> minutes = sheet.given(Decimal(180), "minute", "")
    >>> scaled(sheet, minutes, EXACT.divide(ONE, Decimal(60)), "hour").value
    Decimal('3')
    """
    if factor == 1:
        return figure
    op, number = scaling(factor)
    sign, written = ("/", shown(number)) if op == "ratio" else ("×", shown(_BRIEF.plus(number)))
    return sheet.do(op, (figure, number), unit, f"{sign} {written} = {{}} {unit}", figure.slack * abs(factor))


def scaling(factor: Decimal) -> tuple[str, Decimal]:
    """Choose the operation and number of a conversion: a factor with endless digits becomes a short divisor.

    >>> scaling(Decimal(1000)), scaling(EXACT.divide(ONE, Decimal(60)))
    (('scale', Decimal('1000')), ('ratio', Decimal('60')))
    """
    if len(factor.as_tuple().digits) < EXACT.prec:
        return "scale", factor
    under = Decimal(plain(_SHORTER.divide(ONE, factor)))
    return ("ratio", under) if EXACT.divide(ONE, under) == factor else ("scale", factor)


def _row(sheet: Sheet, row: Observation, unit: Unit, where: str, parts: PeriodParts) -> SheetFigure:
    """Add one observation, or its parts: a group's members, or the months of a year."""
    if row.value is not None and row.period not in parts.of:
        return sheet.read(row, row.value, unit, where)
    there = parts.of.get(row.period, ())
    if parts.over is not None:
        return _quotient(sheet, there, unit, where, parts.over)
    read = [sheet.read(one, one.value, unit, place_name(one.place)) for one in there if one.value is not None]
    op = "mean" if parts.add is Additivity.MEAN else "sum"
    slack = sum((figure.slack for figure in read), ZERO) / (len(read) if op == "mean" else 1)
    return sheet.do(op, read, str(unit), f"{where}, {row.period.label}, {op} of {len(read)} figures: {{}}", slack)


def _quotient(sheet: Sheet, there: Sequence[Observation], unit: Unit, where: str, over: Divisor) -> SheetFigure:
    """Divide a figure by another: a total by the population."""
    (above, above_unit), (below, below_unit) = (there[0], replace(unit, per="")), (there[1], over.unit)
    top = sheet.read(above, above.value or ZERO, above_unit, where)
    bottom = sheet.read(below, below.value or ONE, below_unit, f"{where}, {over.title}")
    slack = (top.slack + bottom.slack * abs(top.value / bottom.value)) / abs(bottom.value)
    line = f"{short(top.value)} / {short(bottom.value)} = {{}}"
    return sheet.do("ratio", (top, bottom), str(unit), line, slack)


def _whole(sheet: Sheet, read: Sequence[SheetFigure], aligned: Aligned, unit: str) -> SheetFigure:
    slack = sum((figure.slack for figure in read), ZERO)
    label = aligned.period.label
    if aligned.adds is Additivity.MEAN:
        return sheet.do("mean", read, unit, f"mean of {len(read)} figures, {label}: {{}}", slack / len(read))
    return sheet.do("sum", read, unit, f"sum of {len(read)} figures, {label}: {{}}", slack)


@exactly
def change(sheet: Sheet, mode: ChangeMode, new: SheetFigure, old: SheetFigure, unit: str) -> SheetFigure:
    """Compute the signed change from an old figure to a new one; as a multiple, new divided by old.

    Raises:
        ComparisonError: The base is zero.
    """
    op = OPERATION[mode]
    left, right = short(new.value), short(old.value)
    wording = f"{_SIGN[op].format(left, right, right)} = {{}} {unit}".rstrip()
    return sheet.do(op, (new, old), unit, wording, _change_slack(op, new, old))


def _change_slack(op: str, new: SheetFigure, old: SheetFigure) -> Decimal:
    """Compute how far rounding of both ends may move a change: the farthest corner of the rectangle that they span."""
    if not (new.slack or old.slack):
        return ZERO
    if op in {"difference", "points_change"}:
        return new.slack + old.slack
    low = old.value - old.slack
    if low <= 0 or old.value <= 0:
        return ZERO
    times = Decimal(100) if op == "relative_change" else ONE
    middle = new.value / old.value
    corners = ((new.value + new.slack) / low, (new.value - new.slack) / (old.value + old.slack))
    return max(abs(corner - middle) for corner in corners) * times


@exactly
def share_slack(part: SheetFigure, whole: SheetFigure) -> Decimal:
    """Compute how far rounding of both may move a share in percent: as for a multiple, times one hundred."""
    return _change_slack("multiple", part, whole) * 100
