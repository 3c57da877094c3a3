"""Read pages of the UN SDG API: rows, with the labels of their codes.

Years are written 2015.0, values are texts, notes are in four fields; an unreadable row is counted, and does not stop
the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources._cube.unreadable_rows import bad_rows
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._unsdg.rows_to_cube import TITLE, UNITS, Labels, UnsdgRow
from workbench.core.errors import Problem, WrongAnswerError

_MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class UnsdgPage:
    """One page: the number of pages, the rows, the labels of codes, and Problems."""

    pages: int
    title: str
    rows: tuple[UnsdgRow, ...]
    labels: Labels
    problems: tuple[Problem, ...] = ()


def read_page(body: bytes) -> UnsdgPage:
    """Read a page of ``Series/Data``; no rows are an empty answer and no error.

    Raises:
        WrongAnswerError: The body has another form.
    """
    tree = read_json(TITLE, body)
    data = tree.get("data") if isinstance(tree, dict) else None
    if not isinstance(data, list):
        raise WrongAnswerError(TITLE, "a page of its data", "JSON of another shape")
    read = [_row(n, row) for n, row in enumerate(data)]
    bad = sum(row is None for row in read)
    title = next((clean(row.get("seriesDescription"), 300) for row in data if isinstance(row, dict)), "")
    return UnsdgPage(
        as_int(tree.get("totalPages")),
        title,
        tuple(row for row in read if row),
        Labels(dict(_labels(tree))),
        bad_rows(TITLE, bad),
    )


def _row(n: int, row: Any) -> UnsdgRow | None:
    if not isinstance(row, dict) or "value" not in row or isinstance(row["value"], dict | list | bool):
        return None
    place, year = row.get("geoAreaCode"), _year(row.get("timePeriodStart"))
    if not isinstance(place, str | int) or isinstance(place, bool) or not year:
        return None
    attributes, dimensions = _texts(row.get("attributes")), _texts(row.get("dimensions"))
    return UnsdgRow(
        clean(place, 20),
        year,
        "" if row["value"] is None else clean(row["value"], 80),
        f"/data/{n}/value",
        {**dimensions, UNITS: attributes.get("Units", "")},
        attributes.get("Nature", ""),
        attributes.get("Observation Status", ""),
        tuple(_notes(row, year)),
        clean(row["source"], 120) if isinstance(row.get("source"), str) else "",
    )


def _year(when: Any) -> str:
    """Return the year of a start that comes as 2015.0, 2015 or "2015"; empty for anything else."""
    if isinstance(when, Decimal):
        when = int(when) if abs(when) < 10_000 and when == int(when) else None
    text = str(when)
    return text if len(text) == 4 and text.isascii() and text.isdecimal() and not isinstance(when, bool) else ""


def _texts(tree: Any) -> dict[str, str]:
    if not isinstance(tree, dict):
        return {}
    return {clean(name, 60): clean(code, 60) for name, code in tree.items() if isinstance(code, str)}


def _notes(row: dict[str, Any], year: str) -> Iterator[str]:
    """Yield footnotes, and the period of a figure where it is not just its year."""
    detail = clean(row.get("time_detail"), 40)
    if detail and _year(detail.removesuffix(".0")) != year:
        yield f"Time: {detail}."
    footnotes = row.get("footnotes")
    for note in footnotes[:_MOST_NOTES] if isinstance(footnotes, list) else ():
        if isinstance(note, str) and clean(note, 200):
            yield clean(note, 200)


def _labels(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for kind in ("dimensions", "attributes"):
        axes = tree.get(kind)
        for axis in axes if isinstance(axes, list) else ():
            if isinstance(axis, dict) and isinstance(axis.get("codes"), list):
                codes = [code for code in axis["codes"] if isinstance(code, dict)]
                yield (
                    clean(axis.get("id"), 60),
                    {clean(code.get("code"), 60): clean(code.get("description"), 120) for code in codes},
                )
