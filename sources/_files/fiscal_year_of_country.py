"""Convert years that a file labels "2021/22" to the fiscal year of the row's country.

A head is read before the country of its figures is known. So it is first read as April to March, the most frequent
meaning, and then shifted where the country's fiscal year begins in another month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.core.dates.fiscal_year_starts import FISCAL_BEGINS, labelled_year
from workbench.core.series import Observation


def in_own_years(observations: Iterable[Observation]) -> list[Observation]:
    """Replace years from April to March by the fiscal years of each observation's country."""
    return [_own(row) if row.place in FISCAL_BEGINS else row for row in observations]


def _own(row: Observation) -> Observation:
    first = row.period.start.year
    read = labelled_year(first)
    same = (row.period.start, row.period.end) == (read.start, read.end)
    return replace(row, period=labelled_year(first, row.place)) if same else row
