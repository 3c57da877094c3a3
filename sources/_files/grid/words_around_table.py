"""Read the text above and below a sheet's table: its title, unit, source and notes.

Such lines are the metadata of a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sources._files.grid.cells import Grid
from sources._files.grid.header_rows import Heads
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day

MOST_NOTES = 8
_EXTRACTED = r"data extracted|extracted|last updated?|updated|source|downloaded"
_TABLE_SETTINGS = r"time frequency|units? of measure|units?\s*:"
_NAVIGATION = r"contents|back to|this (?:worksheet|table|sheet)"
_ABOUT = re.compile(rf"(?:{_EXTRACTED}|{_TABLE_SETTINGS}|{_NAVIGATION})", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?:dataset|data source|table|title|indicator)\s*:|(?:table|sheet)\s+[\w.]+\s*[:.–-]|[a-z]{1,6}[_-]?\d[\w.]*\s*:)\s*",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:units? of measure(?:ment)?\s*:?|units?\s*:)\s+(?P<unit>\S.*)", re.IGNORECASE)


def words_around(grid: Grid, heads: Heads, footers: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the title above the table, and the other lines above and below it."""
    above = [" ".join(cell.strip() for cell in row if cell.strip()) for row in grid.rows[: min(heads.above, 20)]]
    lines = [clean(line) for line in above if line]
    title = next((line for line in lines if not _ABOUT.match(line)), "")
    rest = (line for line in (*lines, *footers) if line != title)
    return title[found.end() :] if (found := _NAMED.match(title)) else title, tuple(dict.fromkeys(rest))[:MOST_NOTES]


def unit_in(notes: Sequence[str]) -> str:
    """Find the unit of the whole table in a line of its own.

    >>> unit_in(["Unit of measure Percentage of population in the labour force"])
    'Percentage of population in the labour force'
    >>> unit_in(["Unit labour costs", "Units: thousands"])
    'thousands'
    """
    return next((found["unit"] for note in notes if (found := _UNIT.match(note))), "")


def day_in(note: str) -> date | None:
    """Find the first day in some lines.

    >>> day_in("Last Updated Date 2021-09-15").isoformat()
    '2021-09-15'
    """
    return next((day for word in note.split() if (day := read_day(word))), None)
