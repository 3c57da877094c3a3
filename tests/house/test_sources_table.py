"""The manual's table of sources is what the sources say of themselves: an adapter that lands is added by one command."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path

import pytest

from workbench.core.series import SourceInfo

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "workbench" / "manual" / "sources.md"
BEGIN, END = "<!-- sources: this table is written by tests/house/test_sources_table.py -->\n", "<!-- /sources -->\n"
HEAD = "| source | covers | key | licence printed | last recorded |\n|---|---|---|---|---|\n"
OWN = "| your own files | CSV, Excel, JSON-stat, SDMX-CSV, PC-Axis, named with `--data` or in the configuration | none | what the file's publisher says | — |\n"
COMMAND = "WORKBENCH_GOLDEN=write .venv/bin/pytest tests/house/test_sources_table.py"
RECORDED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def infos() -> list[SourceInfo]:
    """Return what the sources in the tree say of themselves, by name."""
    names = sorted(path.stem for path in (ROOT / "sources").glob("*.py") if not path.stem.startswith("_"))
    modules = [import_module(f"sources.{name}") for name in names]
    return [module.SOURCE.info for module in modules if hasattr(module, "SOURCE")]


def table() -> str:
    """Return the table as it should stand in the manual."""
    return HEAD + "".join(row(info) for info in infos()) + OWN


def row(info: SourceInfo) -> str:
    cells = (
        f"`{info.name}`",
        info.covers,
        "needed" if info.needs_key else "none",
        info.licence,
        info.recorded or "never: by documentation",
    )
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


def test_the_manuals_table_is_what_the_sources_say():
    text = PAGE.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    old, end, after = rest.partition(END)
    assert begin, "The manual has lost the comment that begins the table of sources."
    assert end, "The manual has lost the comment that ends the table of sources."
    if os.environ.get("WORKBENCH_GOLDEN") == "write":
        PAGE.write_text(before + begin + table() + end + after, encoding="utf-8")
        return
    assert old == table(), f"A source says something else of itself than the manual's table. Run: {COMMAND}"


@pytest.mark.parametrize("info", infos(), ids=lambda info: info.name)
def test_each_source_says_what_the_table_needs(info: SourceInfo):
    """One line each, short enough for a table; the day as ISO writes it, or its month or year where no more is known."""
    for text in (info.covers, info.licence, info.publisher, info.title):
        assert text
        assert text.isprintable()
    assert not info.recorded or RECORDED.fullmatch(info.recorded)
