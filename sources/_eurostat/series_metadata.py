"""Read a Eurostat table: its cube, and its annotations.

Unit, adjustment, day of update, the last period of the whole table and the meaning of flags are in five different
places of an answer; here they become one series with notes for the fact-checker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sources._cube.cube import FREQUENCIES, Axis, Cell, Cube, Member, Only, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import period_of
from sources._cube.totals import TOTAL_CODES
from sources._eurostat.additivity import adds_of_table
from sources._eurostat.countries_of_origin import ORIGINS
from sources._eurostat.default_members import usual_of
from sources._eurostat.error_answers import TITLE
from sources._eurostat.status_flags import flag_words
from sources._eurostat.units import unit_of_choice
from sources._formats.jsonstat.reader import Dataset
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from sources._text.unit_parser import ReadUnit
from workbench.core.dates.period_codes import read_time
from workbench.core.period import Period
from workbench.core.quantity import UNKNOWN_UNIT
from workbench.core.series import Series, SeriesRef

LICENCE = "Free reuse with the source named: Eurostat (Commission Decision 2011/833/EU)"
_PAGE = "https://ec.europa.eu/eurostat/databrowser/view/{table}/default/table?lang=en"
_METHOD = re.compile(r"https://ec\.europa\.eu/[\w./?=&-]{1,200}\Z")
_MEASURED = re.compile(r"indic|na_item|statinfo|wstatus|stk_flow|nrg_bal|bop_item")
"""Axes whose members each measure something of their own."""

_UNADJUSTED = re.compile(r"^unadjusted|neither seasonally", re.IGNORECASE)


def page_of(table: str) -> str:
    """Return the address of a table's page for readers.

    >>> page_of("une_rt_a")
    'https://ec.europa.eu/eurostat/databrowser/view/une_rt_a/default/table?lang=en'
    """
    return _PAGE.format(table=clean(table, 80))


@dataclass(frozen=True, slots=True)
class EurostatTable:
    """A table's cube and metadata.

    Attributes:
        cube: Its cells; the note of a flagged one has the flag's meaning.
        latest: The newest period of the whole table, not only of the answer.
        method: The address of its metadata.
        institutions: The producers of the figures.
    """

    cube: Cube
    latest: Period | None = None
    method: str = ""
    institutions: tuple[str, ...] = ()

    def origin(self) -> Axis | None:
        """Return the axis of the country from which people come or to which they go, where the table has one."""
        return next((axis for name in ORIGINS if (axis := self.cube.axis(name))), None)

    def placed_by(self, code: str) -> EurostatTable:
        """Return the table with another axis as its place; the reporting country becomes an ordinary dimension."""
        roles = {Role.PLACE: Role.OTHER}
        axes = tuple(
            replace(axis, role=Role.PLACE if axis.code == code else roles.get(axis.role, axis.role))
            for axis in self.cube.axes
        )
        return replace(self, cube=replace(self.cube, axes=axes))


def table_of(dataset: Dataset) -> EurostatTable:
    """Read an answer's cube and metadata."""
    said = _annotations(dataset.extension)
    labels = _labels(dataset.extension)
    axes = tuple(replace(axis, usual=usual_of(axis)) for axis in dataset.cube.axes)
    scan = dataset.cube.scan

    def noted(only: Only) -> Iterator[Cell]:
        return (cell._replace(note=flag_words(cell.flag, labels)) if cell.flag else cell for cell in scan(only))

    updated = read_day(said.get("UPDATE_DATA")) or dataset.cube.updated
    method = str(said.get("ESMS_HTML", ""))
    return EurostatTable(
        replace(dataset.cube, axes=axes, scan=noted, updated=updated),
        _period(str(said.get("OBS_PERIOD_OVERALL_LATEST", ""))),
        method if _METHOD.match(method) else "",
        tuple(clean(name, 80) for name in str(said.get("SOURCE_INSTITUTIONS", "")).split(";") if name.strip()),
    )


def _annotations(extension: Mapping[str, Any]) -> dict[str, str]:
    rows = extension.get("annotation")
    found = {}
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("type"), str):
            keys = ("href", "date", "title", "text")
            found[row["type"]] = next((row[key] for key in keys if isinstance(row.get(key), str)), "")
    return found


def _labels(extension: Mapping[str, Any]) -> dict[str, str]:
    status = extension.get("status")
    labels = status.get("label") if isinstance(status, dict) else None
    pairs = labels.items() if isinstance(labels, dict) else ()
    return {str(flag): clean(words, 120) for flag, words in pairs}


def _period(code: str) -> Period | None:
    try:
        return read_time(code)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class DescribedDataset:
    """The series of a choice of members, with the multiplier of its figures."""

    series: Series
    unit: ReadUnit = field(default_factory=lambda: ReadUnit(UNKNOWN_UNIT))


def describe(ref: SeriesRef, table: str, read: EurostatTable, choice: MemberChoice) -> DescribedDataset:
    """Describe what the chosen members of a table measure."""
    cube = read.cube
    chosen = {axis.code: member for axis in cube.axes if (member := axis.member(choice.fixed.get(axis.code, "")))}
    unit = unit_of_choice(table, chosen, cube.title)
    adjusted = chosen["s_adj"].label if "s_adj" in chosen else ""
    frequency = FREQUENCIES.get(chosen["freq"].code.upper()) if "freq" in chosen else None
    years = [period.start.year for axis in cube.axes if axis.role is Role.TIME for period in _periods(axis)]
    series = Series(
        ref=ref,
        title=_titled(
            cube.title or clean(table, 80),
            [chosen[axis.code] for axis in cube.axes if axis.code in chosen and _tells(axis)],
        ),
        unit=unit.unit,
        frequency=frequency,
        description="; ".join(f"{axis.label}: {chosen[axis.code].label}" for axis in cube.axes if axis.code in chosen),
        first=min(years, default=None),
        last=max(years, default=None),
        adds=adds_of_table(
            table, cube.title, unit.unit, [m.label for axis, m in chosen.items() if _MEASURED.match(axis)]
        ),
        adjusted="" if _UNADJUSTED.match(adjusted) else adjusted,
        url=page_of(table),
        publisher=", ".join(read.institutions) or TITLE,
        licence=f"{LICENCE}, {clean(table, 80)}",
        updated=cube.updated,
        notes=cube.notes,
        method=read.method,
    )
    return DescribedDataset(series, unit)


def _tells(axis: Axis) -> bool:
    """Check whether an axis says what is measured; unit, frequency and adjustment are stored separately."""
    return axis.role is Role.OTHER and axis.code != "s_adj"


def _titled(title: str, chosen: Sequence[Member]) -> str:
    """Return the table's title with the members that were chosen in it, totals left out.

    >>> _titled("Recorded offences", [Member("ICCS0101", "Intentional homicide"), Member("T", "Total")])
    'Recorded offences: Intentional homicide'
    """
    parts = [one.label for one in chosen if one.code not in TOTAL_CODES and not one.label.lower().startswith("total")]
    return clean(f"{title}: {'; '.join(parts)}" if parts else title)


def _periods(axis: Axis) -> Iterator[Period]:
    for member in axis.members:
        try:
            yield period_of(member)
        except ValueError:
            continue
