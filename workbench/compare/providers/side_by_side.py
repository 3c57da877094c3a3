"""The same measure from two or three sources: what each says, and how they differ by their metadata.

A single source is only a claim about the world too. Where a second one gives a figure for the same thing, place and
time, both are shown in one table; where none does, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.compare.finding_words import publisher, with_unit
from workbench.compare.series_words.metadata_differences import differences, same_measure
from workbench.core.finding import Caveat, Finding
from workbench.core.number import EXACT, plain, shown
from workbench.core.series import Series

DISAGREE, ALONE = "sources-disagree", "one-source"
_HUNDRED = Decimal(100)
_PLACES = 2


def figure_words(finding: Finding) -> str:
    """Word a measured figure with its unit: ``91 applications``, ``15.43 %``; empty where there is none."""
    value = finding.measured
    if value is None:
        return ""
    written = shown(value) if value == value.to_integral_value() else shown(value, _PLACES)
    return with_unit(written, value, finding.unit)


@dataclass(frozen=True, slots=True)
class Side:
    """The finding of one source.

    Attributes:
        finding: Its finding.
        differs: How its metadata differ from those of the first source; empty for the first.
    """

    finding: Finding
    differs: tuple[str, ...] = ()

    @property
    def series(self) -> Series:
        """The series; a finding without one is never a side."""
        if self.finding.series is None:
            raise ValueError("a claim's own arithmetic is no source")
        return self.finding.series

    @property
    def who(self) -> str:
        """The source and the producer: ``worldbank``, ``eurostat (Eurostat)``."""
        source, producer = self.series.ref.source, self.series.publisher
        return f"{source} ({producer})" if producer else source

    @property
    def figure(self) -> str:
        """Its figure for readers, with the unit."""
        return figure_words(self.finding)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One measure in several sources: a side for each, with the best candidate first.

    Attributes:
        sides: Two or more.
        agree: Whether the figures are equal up to the rounding in which they are published.
    """

    sides: tuple[Side, ...]
    agree: bool

    @property
    def says(self) -> str:
        """A sentence with each source's figure, and whether they are the same."""
        figures = [f"{publisher(side.series)} gives {side.figure}" for side in self.sides]
        listed = f"{', '.join(figures[:-1])} and {figures[-1]}"
        if self.agree:
            return f"{listed}: the same but for rounding."
        why = next((phrase for side in self.sides for phrase in side.differs), "")
        return f"{listed}: the sources disagree by {self.spread}{f' ({why})' if why else ''}."

    @property
    def spread(self) -> str:
        """The largest difference between two figures, as a share of the larger: ``1.1 %``."""
        values = [side.finding.measured or Decimal(0) for side in self.sides]
        largest = max(abs(value) for value in values)
        if largest == 0:
            return "0 %"
        spread_percent = EXACT.multiply(EXACT.divide(EXACT.subtract(max(values), min(values)), largest), _HUNDRED)
        return f"{shown(spread_percent, 1)} %" if spread_percent >= Decimal("0.1") else "less than 0.1 %"


def side_by_side(findings: Sequence[Finding]) -> tuple[SideBySide, ...]:
    """Group the findings that two or more sources give for the same measure, place, period and part of a claim."""
    left, tables = [f for f in findings if f.series and f.measured is not None and not f.formula], []
    while left:
        first = left[0]
        together = list(_same(first, left))
        left = [f for f in left if f is not first and not any(f is each for each in together)]
        if len(together) > 1:
            tables.append(_table(together))
    return tuple(tables)


def _same(first: Finding, others: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the first finding and those of other sources that measure the same, one per source."""
    seen: set[str] = set()
    for each in others:
        source = each.series.ref.source if each.series else ""
        if source not in seen and (each is first or _alike(first, each)):
            seen.add(source)
            yield each


def _alike(one: Finding, other: Finding) -> bool:
    slots = [(f.claim, f.part, f.reading, f.unit, f.place, _span(f)) for f in (one, other)]
    if slots[0] != slots[1] or one.series is None or other.series is None:
        return False
    return same_measure(one.series, other.series)


def _span(finding: Finding) -> tuple[object, ...]:
    return tuple((p.start, p.end) if p else None for p in (finding.period, finding.base))


def _table(together: Sequence[Finding]) -> SideBySide:
    first = together[0].series
    sides = tuple(
        Side(each, () if n == 0 or first is None or each.series is None else differences(first, each.series))
        for n, each in enumerate(together)
    )
    return SideBySide(sides, all(_meet(together[0], each) for each in together[1:]))


def _meet(one: Finding, other: Finding) -> bool:
    """Check whether two figures may be the same one, rounded."""
    difference = abs((one.measured or Decimal(0)) - (other.measured or Decimal(0)))
    return difference <= one.slack + other.slack


def disagreement(table: SideBySide) -> Caveat:
    """Warn on every finding of a table whose figures differ."""
    return Caveat(DISAGREE, table.says)


def no_second_source(finding: Finding) -> Caveat:
    """Warn that no second source was found for a figure."""
    who = publisher(finding.series) if finding.series else ""
    return Caveat(ALONE, f"No second source was compared: the figure is that of {who} alone.")


def table_record(table: SideBySide) -> dict[str, Any]:
    """Convert the table to JSON-able values, for scripts and reports."""
    return {
        "agree": table.agree,
        "says": table.says,
        "sides": [
            {
                "finding": side.finding.id,
                "series": str(side.series.ref),
                "publisher": side.series.publisher or None,
                "measured": None if side.finding.measured is None else plain(side.finding.measured),
                "unit": side.finding.unit,
                "agreement": side.finding.agreement.value,
                "differs": list(side.differs),
            }
            for side in table.sides
        ],
    }
