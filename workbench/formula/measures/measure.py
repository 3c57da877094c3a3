"""Measures of a formula's figures: a unit, or one unit per another, with a factor.

``un.asylum / wb.pop`` is applications per person; times 100,000 it is a rate per 100,000 persons, times 100 a
percentage. Figures of two kinds are not added, and no product may have a meaningless unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.finding_words import plural, unit_words
from workbench.compare.questions.question import TIMES
from workbench.core.number import decimal, shown
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit

ONE, HUNDRED = Decimal(1), Decimal(100)
_PER = re.compile(r"(\d[\d,]*)\s+(.+)")
_NAMELESS = "unit"
"""Unit where the source names none."""

_PLURALS = {"people", "women", "men", "children"}
CONSTANT = "constant"
"""The prices of an amount of money that was divided by a price index."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures.

    Attributes:
        top: The unit; None for a pure number.
        bottom: The denominator; None where there is none.
        times: The number of denominators: 100,000 for a rate per 100,000.
        ratio: Whether a pure number is the ratio of two figures of one kind.
        own: The publisher's unit, as long as the figure is unchanged.
    """

    top: Unit | None = None
    bottom: Unit | None = None
    times: Decimal = ONE
    ratio: bool = False
    own: Unit | None = None

    @property
    def unit(self) -> Unit:
        """The same as a unit that can be compared with claims."""
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
        """The unit as written after a figure in lines of arithmetic: "attempts", "%"; empty for a bare number."""
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
    """Make the measure of a unit; a rate is split into its parts.

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
