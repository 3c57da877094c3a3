"""Slips of size and sign of one figure: thousands for millions, a lost digit, the rest for the part, change for level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, change
from workbench.compare.explanations.accidental_fit import relative
from workbench.compare.explanations.recomputed_figure import ruler
from workbench.compare.explanations.slip_trial import Missed, Try, fitting
from workbench.compare.figure_limits import moved_period
from workbench.core.claim import ChangeMode
from workbench.core.number import EXACT, shown
from workbench.core.period import Period
from workbench.core.quantity import POINTS, Dimension
from workbench.core.slip import Slip
from workbench.core.trace import apply_operation

_SCALES = {1000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"}
_ALL = Decimal(100)
_SIZED = {ChangeMode.ABSOLUTE, None}


def of_sizes(missed: Missed) -> Iterator[Slip]:
    """Yield every slip of size or sign that explains the claimed figure."""
    if missed.question.mode in _SIZED:
        yield from _scaled(missed, _SCALES, "scale", 1)
        yield from _scaled(missed, {10: "ten"}, "digit", 2)
    if missed.question.mode is None:
        yield from _other_sign(missed)
        yield from _rest(missed)
        yield from _change(missed)


def _last(missed: Missed) -> tuple[Sheet, SheetFigure] | None:
    steps = missed.found.trace.steps
    return (Sheet(list(steps)), SheetFigure(len(steps) - 1, steps[-1].result)) if steps else None


@dataclass(frozen=True, slots=True)
class _Factor:
    """A factor by which a figure may be off: its direction, its name, and how large a slip it is."""

    by: Decimal
    name: str
    op: str
    kind: str
    size: int


def _scaled(missed: Missed, factors: dict[int, str], kind: str, size: int) -> Iterator[Slip]:
    """Yield the figure times or divided by thousands; for a share also by one hundred."""
    value = missed.found.measured
    if value is None or value == 0:
        return
    share = {100: "hundred"} if kind == "scale" and missed.question.unit.dimension is Dimension.SHARE else {}
    names = {**factors, **share}.items()
    tried = [_Factor(Decimal(n), name, op, kind, size) for n, name in names for op in ("scale", "ratio")]
    tries = [Try(apply_operation(each.op, value, each.by), partial(_scale_slip, missed, each)) for each in tried]
    yield from fitting(missed, tries, relative(missed.question.claimed.range, len(factors)))


def _scale_slip(missed: Missed, by: _Factor) -> Slip:
    sheet = Sheet(list(missed.found.trace.steps))
    last = SheetFigure(len(sheet.steps) - 1, sheet.steps[-1].result)
    sign, large = ("×", "large") if by.op == "scale" else ("/", "small")
    line = f"{shown(last.value)} {sign} {shown(by.by)} = {{}}"
    figure = sheet.do(by.op, (last, by.by), finding_words.unit_words(missed.question.unit), line)
    figure_words = finding_words.counted(
        figure.value, missed.question.unit, finding_words.places_for(figure.value, missed.question.amount)
    )
    hint = "a digit too many or too few" if by.kind == "digit" else f"a {by.name} too many or too few"
    words = f"It would hold for a figure {shown(by.by)} times as {large} ({figure_words}): {hint}."
    return _of(missed, by.kind, by.size, sheet, words)


def _of(missed: Missed, kind: str, size: int, sheet: Sheet, words: str) -> Slip:
    found = missed.found
    return Slip(
        kind=kind, says=words, trace=sheet.trace(), size=size, place=found.place, period=found.period, base=found.base
    )


def _other_sign(missed: Missed) -> Iterator[Slip]:
    """Yield a deficit given for a surplus."""
    last = _last(missed)
    if last is None or last[1].value == 0:
        return
    sheet, figure = last
    turned = sheet.do("negate", (figure,), finding_words.unit_words(missed.question.unit), "with the other sign: {}")
    slip = _of(
        missed, "direction", 1, sheet, f"It would hold with the other sign: the figure is {shown(figure.value)}."
    )
    yield from fitting(missed, [Try(turned.value, lambda: slip)], relative(missed.question.claimed.range))


def _rest(missed: Missed) -> Iterator[Slip]:
    """Yield the share of the rest: 39 per cent women given for the men."""
    last = _last(missed)
    if last is None or missed.question.unit.dimension is not Dimension.SHARE or not 0 <= last[1].value <= _ALL:
        return
    sheet, figure = last
    whole = sheet.given(_ALL, "%", "the whole: 100 %")
    rest = sheet.do("difference", (whole, figure), "%", f"100 − {shown(figure.value)} = {{}} %")
    figure_words = shown(rest.value, finding_words.places_for(rest.value, missed.question.amount))
    slip = _of(
        missed, "complement", 2, sheet, f"It would hold of the rest: 100 − {shown(figure.value)} = {figure_words} %."
    )
    yield from fitting(missed, [Try(rest.value, lambda: slip)], relative(missed.question.claimed.range))


def _change(missed: Missed) -> Iterator[Slip]:
    """Yield the change on the year before given as the level; for a fall its size."""
    period = missed.found.period
    if period is None or missed.question.part in {"from", "to"}:
        return
    rule, base = ruler(missed), moved_period(period, -12)
    before, after = rule.quick(base), rule.quick(period)
    if before is None or after is None or base == period:
        return
    size = abs(EXACT.subtract(after, before))
    write = partial(_change_slip, missed, base, period)
    yield from fitting(missed, [Try(size, write)], relative(missed.question.claimed.range))


def _change_slip(missed: Missed, base: Period, period: Period) -> Slip:
    rule, sheet = ruler(missed), Sheet()
    found = [rule.aligned(when) for when in (base, period)]
    old, new = (rule.level(sheet, each) for each in found if each is not None)
    unit = POINTS if missed.question.unit.dimension is Dimension.SHARE else missed.question.unit
    ends = (new, old) if new.value > old.value else (old, new)
    more = change(sheet, ChangeMode.ABSOLUTE, *ends, finding_words.unit_words(unit))
    way = "rise" if new.value > old.value else "fall"
    figure_words = finding_words.counted(more.value, unit, finding_words.places_for(more.value, missed.question.amount))
    words = f"It would hold of the {way} since {base.label} and not of the level: {figure_words}."
    return replace(_of(missed, "change-for-level", 2, sheet, words), base=base)
