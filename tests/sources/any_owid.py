"""A body of Our World in Data of any kind: a table, a description, a page of its list, the list of its older archive.

The sweep over recorded answers reads them all through one door, and so does whoever has a body without its
question. What is none of these ends in a sentence.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from sources._owid.catalogue_list import read_page
from sources._owid.chart_metadata import TITLE, OwidChart, OwidColumn, read_metadata
from sources._owid.csv_reader import OwidReading, read_column, read_sheet
from sources._owid.series_metadata import LICENCE, NAME, described, unit_of
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from workbench.core.errors import WrongAnswerError
from workbench.core.series import Series, SeriesRef

_MOST = 100_000


def read_owid(body: bytes, slug: str = "table") -> list[tuple[Series, OwidReading | None]]:
    """Read a body into series, with their figures where it has some.

    Args:
        body: The bytes.
        slug: What the chart or dataset is called.

    Raises:
        WrongAnswerError: It is none of the kinds that are read.
    """
    start = body[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in {b"{", b"["}:
        return _json(body, slug)
    if start.startswith(b"dataset_id,"):
        return [(one, None) for one in read_variables(body)]
    return _table(body, slug)


def _json(body: bytes, slug: str) -> list[tuple[Series, OwidReading | None]]:
    tree = read_json(TITLE, body)
    if isinstance(tree, dict) and ("results" in tree or "hits" in tree):
        return [(one, None) for one in read_page(body).series]
    chart = read_metadata(body)
    return [(described(_ref(slug, one), chart, one, daily=False), None) for one in chart.columns]


def _ref(slug: str, column: OwidColumn) -> SeriesRef:
    return SeriesRef(NAME, f"{slug}?column={column.name}")


def _table(body: bytes, slug: str) -> list[tuple[Series, OwidReading | None]]:
    sheet = read_sheet(body)
    found: list[tuple[Series, OwidReading | None]] = []
    for name, at in sheet.columns.items():
        column = OwidColumn(name=name, title=clean(name))
        chart = OwidChart(slug, "", "", (column,))
        read = read_column(sheet, at, _ref(slug, column), column, scale=Decimal(1), snapshot="0" * 64)
        found.append((described(_ref(slug, column), chart, column, daily=sheet.daily), read))
    return found


def read_variables(body: bytes) -> list[Series]:
    """Read a list of variables: dataset, variable, unit, description, producer.

    Raises:
        WrongAnswerError: It is no such list.
    """
    reader = csv.DictReader(io.StringIO(body.decode("utf-8-sig", errors="replace"), newline=""))
    if not {"dataset", "variable"} <= set(reader.fieldnames or ()):
        raise WrongAnswerError(TITLE, "a list of variables", "a table of another shape")
    try:
        return [_variable(row) for _, row in zip(range(_MOST), reader, strict=False) if row["variable"]]
    except csv.Error as error:
        raise WrongAnswerError(TITLE, "a list of variables", "a table that breaks off") from error


def _variable(row: dict[str, str]) -> Series:
    column = OwidColumn(
        name=clean(row["variable"]), title=clean(row["variable"]), unit=clean(row.get("unit") or row.get("shortUnit"))
    )
    unit = unit_of(column).unit
    return Series(
        ref=SeriesRef(NAME, f"{clean(row['dataset'])}?column={column.name}"),
        title=column.title,
        unit=unit,
        description=clean(row.get("description"), 1_000),
        adds=adds_of(column.title, unit),
        publisher=clean(row.get("source_publisher") or row.get("source_name")) or TITLE,
        licence=LICENCE,
    )
