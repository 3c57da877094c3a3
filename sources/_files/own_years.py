"""Years that a file labels "2021/22": the twelve months that the row's own country counts so.

A head is read before anybody knows of which country its figures are. It stands for April to March then, as most
print it, and is moved where the country's fiscal year begins in another month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.core.dates.fiscal import FISCAL_BEGINS, labelled_year
from workbench.core.series import Observation


def in_own_years(observations: Iterable[Observation]) -> list[Observation]:
    """Observations whose years from April to March are those of their own country."""
    return [_own(row) if row.place in FISCAL_BEGINS else row for row in observations]


def _own(row: Observation) -> Observation:
    first = row.period.start.year
    read = labelled_year(first)
    same = (row.period.start, row.period.end) == (read.start, read.end)
    return replace(row, period=labelled_year(first, row.place)) if same else row
