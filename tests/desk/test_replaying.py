"""A finding's figures are read again with one parse of a body, and what is no longer there is told as if each were read alone."""

from __future__ import annotations

import io
from decimal import Decimal
from types import SimpleNamespace

import openpyxl
import pytest

from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence
from workbench.desk.evidence.replaying import ArchivedFigures
from workbench.evidence import figure_by_pointer
from workbench.evidence.xlsx_cell import xlsx_cells, xlsx_pointer


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a line for each time that a workbook is opened."""
    found: list[str] = []
    monkeypatch.setattr(
        figure_by_pointer, "xlsx_cells", lambda pointers, body: found.append("x") or xlsx_cells(pointers, body)
    )
    return found


@pytest.fixture
def figures() -> ArchivedFigures:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "T"
    for row in ([3, 4], ["gone", 5]):
        book.active.append(row)
    book.save(out)
    archive = SimpleNamespace(read=lambda _: out.getvalue())
    return ArchivedFigures(SimpleNamespace(archive=archive))


def cell(row: int, column: int) -> Evidence:
    return Evidence("0" * 64, (xlsx_pointer("T", row, column),))


def finding(*evidence: Evidence) -> SimpleNamespace:
    return SimpleNamespace(traces=[SimpleNamespace(evidence=lambda: evidence)])


def test_all_figures_of_a_finding_are_read_with_one_parse(figures, opened):
    wanted = [cell(1, 1), cell(1, 2), cell(2, 2)]
    figures.read_ahead(finding(*wanted))
    assert [figures(one) for one in wanted] == [Decimal(3), Decimal(4), Decimal(5)]
    assert opened == ["x"]


def test_a_figure_that_is_gone_is_told_and_the_others_are_read(figures, opened):
    figures.read_ahead(finding(cell(1, 1), cell(2, 1)))
    assert figures(cell(1, 1)) == 3
    with pytest.raises(ComparisonError, match="no number"):
        figures(cell(2, 1))
    assert len(opened) == 3
