"""Parquet: one row per finding with its claim, in typed columns, for data tools.

A file has only one table, so a claim is repeated for each of its findings. Each figure has two columns: a text with all
its digits, and ``…_rounded``, a number.
"""

from __future__ import annotations

import io
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib.abc import MetaPathFinder
from typing import Any

from workbench.core.errors import MissingPackageError
from workbench.core.number import plain
from workbench.core.report import Entry, Report
from workbench.report.flat_tables import CLAIMS, FINDINGS, SOURCES, Holds, Row, Table, Value, rows

BATCH = 1_000
"""Rows of a row group."""

ASKED = ("query", "fetched", "sha256", "sample")
"""Columns on the sources of a finding, one behind the other in a text."""

_OF_FINDING = {**FINDINGS.columns, **dict.fromkeys(ASKED, Holds.TEXT)}
ROWS = Table(
    "findings",
    {**CLAIMS.columns, **{f"finding_{name}": holds for name, holds in _OF_FINDING.items() if name != "claim"}},
)
"""The columns: those of a claim, then those of a finding."""


class ParquetExporter:
    """A columnar file."""

    name = "parquet"
    suffix = "parquet"
    title = "Parquet"
    for_readers = False
    binary = True

    def export(self, report: Report) -> bytes:
        """Return the file. Raises MissingPackageError where pyarrow is not installed."""
        os.environ.setdefault(
            "ARROW_DEFAULT_MEMORY_POOL", "system"
        )  # pyarrow's own memory pool would hold ten unused megabytes
        try:
            import pyarrow as pa  # noqa: PLC0415  (an extra)
            from pyarrow.parquet import ParquetWriter  # noqa: PLC0415
        except ImportError as error:
            raise MissingPackageError("Parquet", "pyarrow", "parquet") from error
        _leave_pandas_out(pa)
        out, schema = io.BytesIO(), _schema(pa)
        with ParquetWriter(out, schema, compression="zstd") as writer:
            for columns in _batches(report):
                writer.write_table(pa.table(dict(columns), schema=schema))
        return out.getvalue()


class _NoPandas(MetaPathFinder):
    """Finds no pandas, even where it is installed."""

    def find_spec(self, fullname: str, *_where: object) -> None:
        """Raise ImportError for pandas."""
        if fullname == "pandas":
            raise ModuleNotFoundError(name=fullname)


def _leave_pandas_out(pa: Any) -> None:
    """Make a first array without pandas: pyarrow would load it to look for its types, which takes 50 MB.

    pyarrow looks once, and loads pandas later where somebody asks for a data frame.
    """
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.array([""])
    finally:
        sys.meta_path.remove(finder)


def _schema(pa: Any) -> Any:
    types = {Holds.DAY: pa.date32(), Holds.TIME: pa.timestamp("s", tz="UTC"), Holds.COUNT: pa.int64()}
    fields = []
    for name, holds in ROWS.columns.items():
        fields.append((name, types.get(holds, pa.string())))
        if holds is Holds.FIGURE:
            fields.append((f"{name}_rounded", pa.float64()))
    return pa.schema(fields)


def _batches(report: Report) -> Iterator[dict[str, list[Any]]]:
    """Yield columns of some hundred rows each."""
    columns: dict[str, list[Any]] = defaultdict(list)
    for row in (row for entry in report.entries for row in _joined(entry, report)):
        for (name, holds), value in zip(ROWS.columns.items(), row, strict=True):
            columns[name].append(plain(value) if isinstance(value, Decimal) else value)
            if holds is Holds.FIGURE:
                columns[f"{name}_rounded"].append(None if value is None else float(value))  # type: ignore[arg-type]
        if len(columns["claim"]) >= BATCH:
            yield columns
            columns = defaultdict(list)
    if columns or not report.entries:
        yield columns or {name: [] for name in _names()}


def _names() -> Iterator[str]:
    for name, holds in ROWS.columns.items():
        yield name
        if holds is Holds.FIGURE:
            yield f"{name}_rounded"


def _joined(entry: Entry, report: Report) -> Iterator[Row]:
    """Yield the findings of a claim, each behind the claim's own columns; the claim alone where it has none."""
    found = list(rows(entry, report))
    claim = next(row for table, row in found if table is CLAIMS)
    findings = [row for table, row in found if table is FINDINGS]
    asked = [dict(zip(SOURCES.columns, row, strict=True)) for table, row in found if table is SOURCES]
    for row in findings or [(None,) * len(FINDINGS.columns)]:
        of_it = [one for one in asked if one["finding"] == row[1]]
        yield (*claim, *row[1:], *(_together(one[name] for one in of_it) for name in ASKED))


def _together(values: Iterable[Value]) -> str:
    return " ".join(str(value) for value in values if value is not None and value != "")


EXPORTER = ParquetExporter()
