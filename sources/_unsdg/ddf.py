"""Tables made of the UN SDG database in DDF, one CSV a series: the same rows under other heads.

Copies of the database are kept so (https://open-numbers.github.io/ddf.html). They are read like its own
pages, each figure with the row and column where it stands.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from sources._cube.cube import Cube
from sources._text.cleaning import clean
from sources._unsdg.rows import UNITS, Labels, UnsdgRow, axes_of, cube_of
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.evidence import csv_pointer

_APART = frozenset({"geo_area", "year", "nature", "observation_status", "units"})


def read_ddf(title: str, body: bytes) -> Cube:
    """Reads a table of datapoints: one column a dimension, the last one the figures.

    Raises:
        WrongAnswerError: It is no table of datapoints.
    """
    try:
        head, *records = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        raise WrongAnswerError(title, "a table of datapoints", "something that is none") from error
    if not {"geo_area", "year"} <= set(head[:-1]) or len(set(head)) < len(head):
        raise WrongAnswerError(title, "a table of datapoints", "a table without places and years")
    rows = [_row(n, head, record) for n, record in enumerate(records, start=2) if len(record) == len(head)]
    cube = cube_of(clean(head[-1].upper(), 80), rows, axes_of(rows, Labels()))
    short = len(records) - len(rows)
    message = f"{short} rows have another number of cells than the head."
    return replace(cube, problems=(Problem(title, message, "They were left out.", "bad-row"),)) if short else cube


def _row(n: int, head: Sequence[str], record: Sequence[str]) -> UnsdgRow:
    cells = dict(zip(head, (clean(cell, 80) for cell in record), strict=True))
    members = {name: code for name, code in list(cells.items())[:-1] if name not in _APART}
    return UnsdgRow(
        cells["geo_area"],
        cells["year"],
        record[-1],
        csv_pointer(n, head[-1]),
        {**members, UNITS: cells.get("units", "")},
        cells.get("nature", ""),
        cells.get("observation_status", ""),
    )
