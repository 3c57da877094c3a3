"""Read DBnomics' answers: series as a cube, datasets as axes, and errors sent with a success status.

Each series has parallel lists of periods as the publisher wrote them, of the days on which these begin, and of values;
"NA" and null are gaps. An answer with status 200 may contain a list of errors.
Documentation: https://api.db.nomics.world/v22/apidocs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._dbnomics.dataset import NAME, TITLE, DbnomicsDataset, dataset_of, role_of
from sources._dbnomics.times import FREQUENCIES, time_of
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import Problem, ServiceError, WrongAnswerError
from workbench.core.period import Frequency

__all__ = [
    "NAME",
    "TITLE",
    "DbnomicsAnswer",
    "DbnomicsDataset",
    "Doc",
    "cube_of",
    "dataset_of",
    "errors_of",
    "read_series",
]

TIME = "@time"
_NO_VALUE = frozenset({"NA", "NaN", ""})
_MESSAGE_KEYS = ("message", "description", "error")


@dataclass(frozen=True, slots=True)
class Doc:
    """One series of an answer, with its figures where they were requested.

    Attributes:
        at: Its number in the answer.
        code: The series' code, in DBnomics.
        name: Its name, as composed by DBnomics.
        dimensions: The codes of its members, by dimension.
        frequency: Its frequency.
        indexed: The day of DBnomics' copy.
        cells: Periods, values, marks.
    """

    at: int
    code: str
    name: str
    dimensions: Mapping[str, str]
    frequency: Frequency | None
    indexed: date | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class DbnomicsAnswer:
    """The series of an answer, their total number, and the errors in it."""

    docs: tuple[Doc, ...]
    found: int
    dataset: DbnomicsDataset
    problems: tuple[Problem, ...]


def read_series(body: bytes) -> DbnomicsAnswer:
    """Read an answer of ``series``.

    Raises:
        ServiceError: It has errors and no series.
        WrongAnswerError: The body is not such an answer.
    """
    tree = read_json(TITLE, body)
    series = tree.get("series") if isinstance(tree, dict) else None
    said = errors_of(tree)
    docs = series.get("docs") if isinstance(series, dict) else None
    if said and not docs:
        raise ServiceError(TITLE, said)
    if not isinstance(docs, list) or not isinstance(series, dict):
        raise WrongAnswerError(TITLE, "series", "JSON of another shape")
    read = [_doc(n, doc) for n, doc in enumerate(docs)]
    bad = sum(one is None for one in read)
    problems = [Problem(TITLE, f"it says: {said}", "Check the series.", "service-said")] if said else []
    if bad:
        problems.append(Problem(TITLE, f"{bad} series of its answer cannot be read.", "They were left out.", "bad-row"))
    about = dataset_of(tree)
    return DbnomicsAnswer(tuple(doc for doc in read if doc), as_int(series.get("num_found")), about, tuple(problems))


def errors_of(tree: Any) -> str:
    """Return the errors of an answer in its own words; empty without any.

    >>> errors_of({"errors": [{"message": "Series not found", "series_code": "X"}]}), errors_of({"errors": None})
    ('Series not found', '')
    """
    if not isinstance(tree, dict):
        return ""
    rows = tree.get("errors")
    rows = rows if isinstance(rows, list) else [tree] if "message" in tree and "series" not in tree else []
    words = (
        next((row[key] for key in _MESSAGE_KEYS if row.get(key)), "") if isinstance(row, dict) else row for row in rows
    )
    return clean("; ".join(dict.fromkeys(clean(one, 200) for one in words if one)), 240)


def _doc(n: int, doc: Any) -> Doc | None:
    if not isinstance(doc, dict) or not isinstance(doc.get("series_code"), str):
        return None
    frequency = FREQUENCIES.get(clean(doc.get("@frequency"), 20).lower())
    lists = [doc.get(name) for name in ("period", "period_start_day", "value")]
    periods, starts, values = ([] if one is None else one for one in lists)
    if not all(isinstance(one, list) for one in (periods, starts, values)) or len(periods) != len(values):
        return None
    return Doc(
        n,
        clean(doc["series_code"], 200),
        clean(doc.get("series_name"), 300),
        _texts(doc.get("dimensions")),
        frequency,
        read_day(doc.get("indexed_at")),
        tuple(_cells(n, doc, frequency, starts)),
    )


def _cells(n: int, doc: Any, frequency: Frequency | None, starts: Sequence[Any]) -> Iterator[Cell]:
    periods, values = doc.get("period") or [], doc.get("value") or []
    marks = _marks(doc.get("observations_attributes"), len(values))
    for at, (written, value) in enumerate(zip(periods, values, strict=True)):
        start = starts[at] if at < len(starts) else None
        gap = value is None or (isinstance(value, str) and value.strip() in _NO_VALUE)
        plain = isinstance(value, str | int | Decimal) and not isinstance(value, bool)
        text = "" if gap else str(value) if plain else "?"
        yield Cell((time_of(written, start, frequency),), text, marks[at], f"/series/docs/{n}/value/{at}")


def _marks(tree: Any, length: int) -> list[str]:
    """Read the marks of each figure: one list per attribute, given as pairs or as an object."""
    pairs = tree.items() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for pair in pairs:
        if isinstance(pair, list | tuple) and len(pair) == 2 and str(pair[0]).upper() in {"OBS_STATUS", "OBS_FLAG"}:
            found = pair[1]
            if isinstance(found, list) and len(found) == length:
                return [clean(mark, 20) for mark in found]
    return [""] * length


def _texts(tree: Any) -> Mapping[str, str]:
    pairs = tree.items() if isinstance(tree, dict) else ()
    return {clean(key, 60): clean(code, 120) for key, code in pairs if isinstance(code, str)}


def cube_of(docs: Sequence[Doc], dataset: DbnomicsDataset) -> Cube:
    """Build a cube over dimensions and time from some series of one answer."""
    known = {axis.code: axis for axis in dataset.axes}
    names = list(dict.fromkeys([*(a.code for a in dataset.axes), *(name for doc in docs for name in doc.dimensions)]))
    names = [name for name in names if any(name in doc.dimensions for doc in docs)]
    axes = [_narrowed(name, known.get(name), docs) for name in names]
    times = dict.fromkeys(cell.codes[0] for doc in docs for cell in doc.cells)
    axes.append(Axis(TIME, "Time", tuple(Member(code, code) for code in times), Role.TIME))

    def scan(only: Only) -> Iterator[Cell]:
        wanted = row_filter(tuple(axes), only)
        for doc in docs:
            head = tuple(doc.dimensions.get(name, "") for name in names)
            yield from (cell._replace(codes=head + cell.codes) for cell in doc.cells if wanted(head + cell.codes))

    indexed = max((doc.indexed for doc in docs if doc.indexed), default=None)
    return Cube(title=dataset.name, axes=tuple(axes), scan=scan, updated=dataset.updated or indexed)


def _narrowed(name: str, axis: Axis | None, docs: Sequence[Doc]) -> Axis:
    codes = dict.fromkeys(doc.dimensions.get(name, "") for doc in docs)
    named = {member.code: member for member in axis.members} if axis else {}
    members = tuple(named.get(code) or Member(code, code) for code in codes)
    return Axis(name, axis.label if axis else name, members, role_of(name))
