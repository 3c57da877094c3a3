"""Measure of a formula's figure: a unit, or one unit per another, with a factor.

``un.asylum / wb.pop`` is applications counted against persons; times 100,000 it is a rate per 100,000 persons, times 100 a
percentage. Figures of two kinds are not added, and nothing is multiplied into a unit that nobody measures in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.phrases import plural, unit_words
from workbench.compare.questions.question import TIMES
from workbench.core.number import decimal, shown
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit

ONE, HUNDRED = Decimal(1), Decimal(100)
_PER = re.compile(r"(\d[\d,]*)\s+(.+)")
_NAMELESS = "unit"
"""Unit where the source names none."""

_PLURALS = {"people", "women", "men", "children"}
CONSTANT = "constant"
"""The prices of money that was divided by an index of prices."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures.

    Attributes:
        top: The unit; None for a pure number.
        bottom: What it is counted against; None where nothing.
        times: How many of those; 100,000 for a rate per 100,000.
        ratio: Whether a pure number is how many times one figure is of another of its kind.
        own: The unit as the publisher gives it, while nothing has been done with it.
    """

    top: Unit | None = None
    bottom: Unit | None = None
    times: Decimal = ONE
    ratio: bool = False
    own: Unit | None = None

    @property
    def unit(self) -> Unit:
        """The same as a unit that claims can be compared in."""
        if self.own is not None:
            return self.own
        if self.top is None:
            return self._pure()
        if self.bottom is None:
            return self.top
        if self.times == HUNDRED and self.top.dimension is Dimension.COUNT:
            return PERCENT
        return self._against(self.top, self.bottom)

    @property
    def words(self) -> str:
        """The unit as sentences name it."""
        return unit_words(self.unit) or "a number without a unit"

    @property
    def many(self) -> str:
        """The unit as lines name it behind a figure: "attempts", "%"; nothing behind a bare number."""
        words = unit_words(self.unit)
        return words if self.unit == TIMES or not words[-1:].isalpha() else plural(words)

    def _pure(self) -> Unit:
        if not self.ratio:
            return UNKNOWN_UNIT
        if self.times == ONE:
            return TIMES
        return PERCENT if self.times == HUNDRED else Unit(Dimension.RATE, "", per=shown(self.times))

    def _against(self, top: Unit, bottom: Unit) -> Unit:
        if bottom.dimension is Dimension.INDEX and top.dimension is Dimension.MONEY:
            return replace(top, prices=CONSTANT) if self.times == HUNDRED else replace(top, per="index point")
        thing, counted = top.name or _NAMELESS, bottom.name or _NAMELESS
        per = counted if self.times == ONE else f"{shown(self.times)} {_many(counted)}"
        return replace(top, per=per) if top.dimension is Dimension.MONEY else Unit(Dimension.RATE, thing, per=per)


NUMBER = Measure()
"""A number as it was written."""

SHARE = Measure(PERCENT)
"""Percent."""


def measure_of(unit: Unit) -> Measure:
    """Return what figures in some unit measure; a rate is taken apart.

    >>> found = measure_of(Unit(Dimension.RATE, "death", per="100,000 people"))
    >>> found.top.name, found.bottom.name, found.times, found.unit.per
    ('death', 'people', Decimal('100000'), '100,000 people')
    """
    if not unit.per:
        return Measure(unit)
    found = _PER.fullmatch(unit.per)
    times, thing = (decimal(found[1].replace(",", "")), found[2]) if found else (ONE, unit.per)
    kind = Dimension.COUNT if unit.dimension is Dimension.RATE else unit.dimension
    return Measure(replace(unit, dimension=kind, per=""), Unit(Dimension.COUNT, thing), times, own=unit)


def _many(name: str) -> str:
    return name if name in _PLURALS else plural(name)
