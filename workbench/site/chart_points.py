"""The points of a chart as a table in CSV, for readers to download."""

from __future__ import annotations

import csv
import io

from workbench.core.number import plain
from workbench.core.report import Entry
from workbench.export.csv import guarded
from workbench.report.chart_data import chart


def points(entry: Entry, number: int) -> bytes:
    """Return the points of a chart as CSV: period, value, unit, status; empty where there are none."""
    drawn = chart(entry.claim, entry.findings[number - 1])
    if not drawn.measured:
        return b""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["period", "value", "unit", "status"])
    for point in drawn.measured:
        writer.writerow([guarded(point.period.label), plain(point.value), guarded(drawn.unit), point.status.value])
    return out.getvalue().encode()
