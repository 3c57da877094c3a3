"""A column of a chart of Our World in Data as a series: its unit, its producer, its licence.

Our World in Data republishes the figures of others. Its own work is CC BY 4.0; the producer is named too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import quote

from sources._cube.cube import Axis, Member
from sources._cube.member_choice import choose
from sources._cube.table_key import TableKey
from sources._owid.chart_metadata import TITLE, OwidChart, OwidColumn
from sources._owid.csv_reader import OwidSheet
from sources._text.additivity_in_titles import adds_of
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem, UnknownNameError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension
from workbench.core.series import Series, SeriesRef
from workbench.ports import Ask

NAME = "owid"
LICENCE = (
    "CC BY 4.0 (Our World in Data); the original producer is to be named too, and its own terms hold for its figures"
)
PAGE = "https://ourworldindata.org/grapher/"


@dataclass(frozen=True, slots=True)
class ChosenColumn:
    """The chosen column: its number, its metadata, and what was chosen by rule."""

    at: int
    column: OwidColumn
    problems: tuple[Problem, ...] = ()


def choose_column(chart: OwidChart, sheet: OwidSheet, key: TableKey, ask: Ask) -> ChosenColumn:
    """Choose the column that a key names, or the best one for the claim where it names none.

    Raises:
        UnknownNameError: The key names a column that the chart does not have.
        WrongAnswerError: The answer has none of the columns in the metadata.
    """
    known = {name: _described(chart, sheet, name) for name in sheet.columns}
    figures = {name: one for name, one in known.items() if one.numeric}
    if not figures:
        raise WrongAnswerError(TITLE, "a chart with figures", "one with words alone")
    named = key.fixed.get("column", "")
    if named:
        found = next((name for name, one in figures.items() if _is_called(name, one, named)), None)
        if found is None:
            raise UnknownNameError(f"column of {key.table}", named, [one.name for one in figures.values()])
        return ChosenColumn(sheet.columns[found], figures[found])
    axis = Axis("column", "Column", tuple(Member(name, one.title, one.unit) for name, one in figures.items()))
    choice = choose(TITLE, (axis,), TableKey(key.table), ask)
    found = choice.fixed["column"]
    return ChosenColumn(sheet.columns[found], figures[found], choice.problems)


def _is_called(name: str, column: OwidColumn, wanted: str) -> bool:
    return wanted.lower() in {name.lower(), column.name.lower(), column.title.lower()}


def _described(chart: OwidChart, sheet: OwidSheet, name: str) -> OwidColumn:
    """Find the metadata of a column of the CSV; a single column gets the metadata of the single one described."""
    found = chart.column(name)
    if found is None and len(sheet.columns) == len(chart.columns):
        found = chart.columns[list(sheet.columns).index(name)]
    return found or OwidColumn(name=name, title=name)


def unit_of(column: OwidColumn) -> ReadUnit:
    """Return the unit of a column, from its unit's words or else its title's.

    >>> unit_of(OwidColumn(name="gdp", title="GDP", unit="international-$ in 2017 prices")).unit.dimension.value
    'money'
    """
    read = read_unit(column.unit.replace("international-$", "international $")) if column.unit else None
    if read and read.unit.dimension is not Dimension.UNKNOWN:
        return read
    by_title = unit_of_title(column.title)
    return by_title if by_title.unit.dimension is not Dimension.UNKNOWN else read or by_title


def described(ref: SeriesRef, chart: OwidChart, column: OwidColumn, *, daily: bool) -> Series:
    """Return a column as a checker sees it."""
    unit = unit_of(column).unit
    several = len([one for one in chart.columns if one.numeric]) > 1
    titles = (
        (chart.title, column.title)
        if several and column.title.lower() not in chart.title.lower()
        else (chart.title or column.title,)
    )
    first, last = _years(column.timespan)
    return Series(
        ref=ref,
        title=": ".join(filter(None, titles)),
        unit=unit,
        frequency=Frequency.DAY if daily else Frequency.YEAR,
        description=column.description or chart.subtitle,
        first=first,
        last=last,
        adds=adds_of(column.title, unit),
        url=PAGE + quote(TableKey.parse(ref.key).table, safe=""),
        publisher=column.citation or TITLE,
        licence=LICENCE,
        updated=column.updated,
        notes=tuple(filter(None, (chart.note, column.full_citation and f"Cite: {column.full_citation}"))),
    )


def _years(span: str) -> tuple[int | None, int | None]:
    """Return the years of a span; None for what is no year of our era.

    >>> _years("1950-2023"), _years("-10000-2100")
    ((1950, 2023), (None, 2100))
    """
    first, _, last = span.strip().rpartition("-")
    return _year(first), _year(last)


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else None


def scaled(series: Series, scale: Decimal) -> Series:
    """Return the series with a note where the unit's words multiplied its figures."""
    if scale == 1:
        return series
    return replace(series, notes=(*series.notes, f"Figures come in units of {scale:,}, which is applied here."))
