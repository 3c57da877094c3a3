"""The series of the UN SDG database, from its list and from their figures.

The list names a series and the indicators it belongs to; the unit is known for certain only from figures.
"""

from __future__ import annotations

from typing import Any

from sources._text.additivity_by_unit import adds_by_unit
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.unit_parser import ReadUnit
from sources._text.units_in_titles import unit_of_title
from sources._unsdg.rows_to_cube import NAME, TITLE
from sources._unsdg.unit_codes import unit_of
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef

PUBLISHER = "United Nations Statistics Division, with the agency in charge of the indicator"
LICENCE = "UN Global SDG Database, free reuse with the source named (https://unstats.un.org/sdgs)"
PAGE = "https://unstats.un.org/sdgs/dataportal"
METHOD = "https://unstats.un.org/sdgs/metadata"


def read_list(body: bytes) -> tuple[list[Series], list[Problem]]:
    """Read ``Series/List``: each series once, and Problems.

    Raises:
        WrongAnswerError: The body is no list of series.
    """
    tree = read_json(TITLE, body)
    if not isinstance(tree, list):
        raise WrongAnswerError(TITLE, "its list of series", "JSON of another shape")
    read = [_listed(row) for row in tree]
    found = {one.ref: one for one in reversed(read) if one}
    bad = sum(one is None for one in read)
    message = f"{bad} rows of its list cannot be read."
    problems = [Problem(TITLE, message, "They were left out.", "bad-row")] if bad else []
    return list(reversed(found.values())), problems


def _listed(row: Any) -> Series | None:
    if not isinstance(row, dict) or not isinstance(row.get("code"), str) or not isinstance(row.get("description"), str):
        return None
    code, title = clean(row["code"], 60), clean(row["description"], 300)
    return (
        series_of(code, title, unit_of_title(title).unit, _indicators(row.get("indicator"))) if code and title else None
    )


def _indicators(tree: Any) -> tuple[str, ...]:
    return tuple(clean(one, 12) for one in tree if isinstance(one, str)) if isinstance(tree, list) else ()


def series_of(code: str, title: str, unit: Unit, indicators: tuple[str, ...] = ()) -> Series:
    """Return a series by its code, title and unit."""
    return Series(
        ref=SeriesRef(NAME, code),
        title=title,
        unit=unit,
        frequency=Frequency.YEAR,
        description=f"SDG indicator {', '.join(indicators)}." if indicators else "",
        adds=_adds(title, unit),
        url=PAGE,
        publisher=PUBLISHER,
        licence=LICENCE,
        method=METHOD,
    )


def _adds(title: str, unit: Unit) -> Additivity:
    by_unit = adds_by_unit(unit)
    return by_unit if by_unit is not Additivity.UNKNOWN else adds_of(title, unit)


def read_unit_of(code: str, title: str) -> ReadUnit:
    """Return the unit of figures, by its code; from the title where no figure has one."""
    if code:
        return unit_of(code, title)
    by_title = unit_of_title(title)
    return by_title if by_title.unit.dimension is not Dimension.UNKNOWN else ReadUnit(by_title.unit)
