"""The metadata of an SDMX series for a fact-checker: unit, adjustment, prices, scale, and chosen members.

What a figure measures is spread over dimensions, attributes and code lists; here it is combined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import quote

from sources._cube.cube import FREQUENCIES, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.totals import TOTAL_CODES
from sources._formats.sdmx.concept_roles import ADJUSTED, BASES, MULTIPLIERS, PRICES, TITLES, UNITS, Message, scale_of
from sources._formats.sdmx.table_structure import Structure
from sources._sdmx.providers import Provider
from sources._sdmx.units import unit_of
from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Observation, Series, SeriesRef, Status

_FREQUENCIES = {**FREQUENCIES, "H": Frequency.HALF, "B": Frequency.DAY, "T": Frequency.QUARTER}
_UNADJUSTED = frozenset({"N", "NSA", "_Z", "_X", "_T", "NA", "", "10", "BRUT", "SO"})
_ADJUSTED = {
    "S": "Seasonally adjusted",
    "SA": "Seasonally adjusted",
    "Y": "Calendar and seasonally adjusted",
    "SCA": "Calendar and seasonally adjusted",
    "W": "Calendar adjusted",
    "CA": "Calendar adjusted",
    "20": "Seasonally adjusted",
    "30": "Trend",
    "CVS": "Seasonally adjusted",
    "CVS-CJO": "Calendar and seasonally adjusted",
}
_CURRENT, _CONSTANT = frozenset({"V"}), frozenset({"L", "LR", "Q", "QR", "KP"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AHEAD = re.compile(r"\b(?:projections?|forecasts?)\b", re.IGNORECASE)
_MEASURES = ("INDICATOR", "SERIES", "MEASURE", "SUBJECT", "DATA_TYPE", "INDICATEUR")
_MOST_LABELS = 4


@dataclass(frozen=True, slots=True)
class DescribedDataflow:
    """A series, the multiplier of its figures besides their own ones, and Problems."""

    series: Series
    scale: Decimal
    problems: tuple[Problem, ...]


def described(
    provider: Provider, ref: SeriesRef, structure: Structure, choice: MemberChoice, message: Message | None
) -> DescribedDataflow:
    """Describe a series.

    Args:
        provider: The service.
        ref: The series' name.
        structure: Its table.
        choice: The member of each dimension that was settled.
        message: What the service sent; None where it sent no figures.
    """
    about = _About(structure, choice, message)
    title = about.title()
    read = about.unit(title)
    powers = about.powers()
    scale = read.scale if not any(powers) else Decimal(1)
    made = Series(
        ref=ref,
        title=title,
        unit=about.priced(read.unit),
        frequency=about.frequency(),
        description=structure.description,
        adds=adds_of(title, read.unit),
        adjusted=about.adjusted(),
        url=page_of(provider, structure.agency, structure.flow),
        publisher=provider.publisher,
        licence=provider.licence,
        updated=message.cube.updated if message else None,
        notes=(*choice.shown(structure.axes), *about.notes()),
    )
    problems = [*_doubts(provider, read.scale, powers), *([_mixed(provider)] if about.mixed() else [])]
    return DescribedDataflow(made, scale, tuple(problems))


def page_of(provider: Provider, agency: str, flow: str) -> str:
    """Return the page where a reader finds a table."""
    return provider.page.format(agency=quote(agency, safe="."), flow=quote(flow, safe="@"))


def ahead(provider: Provider, structure: Structure, observations: Sequence[Observation]) -> list[Problem]:
    """Return a Problem where a table has projections that its answer does not mark."""
    tells = any(one.status is Status.FORECAST for one in observations)
    if tells or not observations or not _AHEAD.search(f"{structure.title} {structure.description}"):
        return []
    message = "this table holds projections beside figures, and its answer does not say which is which."
    return [
        Problem(provider.title, message, "Look up which year is the last that is no projection.", "may-be-forecast")
    ]


def _doubts(provider: Provider, worded: Decimal, powers: Sequence[int]) -> Iterator[Problem]:
    """Yield a Problem where both the unit's text and the multiplier multiply."""
    if any(powers) and worded != 1 and worded != Decimal(10) ** powers[0]:
        message = f"its unit's words say times {worded:,}, its multiplier says times 10^{powers[0]}; the multiplier was taken."
        yield Problem(provider.title, message, "Compare the figure's size with the publisher's page.", "two-scales")


def _mixed(provider: Provider) -> Problem:
    message = "its figures come in several units, and which figure is in which is not told here."
    return Problem(provider.title, message, "Ask for one place at a time.", "several-units")


@dataclass(frozen=True, slots=True)
class _About:
    """Description of a series from its fixed members and the attributes of the answer."""

    structure: Structure
    choice: MemberChoice
    message: Message | None

    def settled(self, names: Sequence[str]) -> Member | None:
        """Return the member of the first of some dimensions, else the one value of an attribute."""
        for axis in self.structure.axes:
            if axis.code.upper() in names and axis.code in self.choice.fixed:
                code = self.choice.fixed[axis.code]
                return axis.member(code) or Member(code, code)
        return self.message.only(names) if self.message else None

    def title(self) -> str:
        """Return the series' own title, else the table's with the chosen members."""
        own = self.message.only(TITLES) if self.message else None
        if own and len(own.label) > len(self.structure.flow):
            return clean(own.label)
        labels = []
        for axis in self.structure.axes:
            member = axis.member(self.choice.fixed.get(axis.code, ""))
            splits_series = axis.role is not Role.OTHER or axis.code.upper() in {*ADJUSTED, *PRICES}
            if member and not splits_series and len(axis.members) > 1 and not _total(member):
                labels.append(member.label)
        return clean(": ".join(filter(None, (self.structure.title, ", ".join(labels[:_MOST_LABELS])))))

    def unit(self, title: str) -> ReadUnit:
        """Return the unit, from the dimension or attribute for it, else from the words of the measure."""
        if self.mixed():
            return ReadUnit(Unit(Dimension.UNKNOWN, ""))
        pair = self.settled(("CURRENCY_DENOM",)) and self.settled(("CURRENCY",))
        own = self.settled(UNITS) or pair
        read = unit_of(own) if own else None
        if read and read.unit.dimension is not Dimension.UNKNOWN:
            return self._exchange(read)
        measure = self.settled(_MEASURES)
        by_words = [unit_of_title(words) for words in ((measure.label if measure else ""), title) if words]
        known = next((one for one in by_words if one.unit.dimension is not Dimension.UNKNOWN), None)
        return known or read or ReadUnit(Unit(Dimension.UNKNOWN, ""))

    def mixed(self) -> bool:
        """Return whether figures come in several units, such as each country's own currency."""
        by_dimension = any(axis.role is Role.UNIT for axis in self.structure.axes)
        values = (
            next((found for one in UNITS if (found := self.message.attributes.get(one))), ()) if self.message else ()
        )
        return not by_dimension and len(values) > 1

    def _exchange(self, read: ReadUnit) -> ReadUnit:
        """Return the unit of an exchange rate: one currency per unit of another."""
        other = self.settled(("CURRENCY_DENOM",))
        if other is None or read.unit.dimension is not Dimension.MONEY:
            return read
        return replace(read, unit=replace(read.unit, per=read_unit(other.label).unit.name or other.label.lower()))

    def priced(self, unit: Unit) -> Unit:
        """Add the kind of prices to a money unit."""
        base = self.settled(PRICES)
        if unit.dimension is not Dimension.MONEY or unit.prices or base is None:
            return unit
        if base.code in _CURRENT:
            return replace(unit, prices="current")
        year = self._base_year()
        return replace(unit, prices=f"constant {year}".strip()) if base.code in _CONSTANT else unit

    def _base_year(self) -> str:
        said = self.settled(BASES)
        found = _YEAR.search(said.label) or _YEAR.search(said.code) if said else None
        return found[0] if found else ""

    def powers(self) -> tuple[int, ...]:
        """Return the powers of ten that figures are multiplied by."""
        values = (
            next((self.message.attributes[one] for one in MULTIPLIERS if one in self.message.attributes), ())
            if self.message
            else ()
        )
        return tuple(int(one.code) for one in values if scale_of(one.code) is not None)

    def frequency(self) -> Frequency | None:
        """Return how long an observation lasts."""
        code = next(
            (self.choice.fixed.get(one.code, "") for one in self.structure.axes if one.role is Role.FREQUENCY), ""
        )
        return _FREQUENCIES.get(code.upper())

    def adjusted(self) -> str:
        """Return the adjustment in words; empty for none."""
        member = self.settled(ADJUSTED)
        if member is None or member.code.upper() in _UNADJUSTED:
            return ""
        return member.label if member.label != member.code else _ADJUSTED.get(member.code.upper(), member.label)

    def notes(self) -> Iterator[str]:
        """Further notes: the multiplier that was applied, the base of an index."""
        for power in dict.fromkeys(self.powers()):
            if power:
                yield f"Figures come with the multiplier 10^{power}, which is applied here."
        base = self.message.only(BASES) if self.message else None
        if base:
            yield f"Base: {base.label}."


def _total(member: Member) -> bool:
    return member.code.upper() in TOTAL_CODES or member.label.lower().startswith("total")
