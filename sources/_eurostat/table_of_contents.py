"""Read Eurostat's table of contents: every table with its theme, date of update and years.

Eurostat has no search interface for programs; its list of some eight thousand tables goes into the catalogue. The list
is a tree indented by four spaces per level, and a table occurs in it once per theme.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sources._eurostat.additivity import adds_of_table
from sources._eurostat.error_answers import TITLE
from sources._eurostat.replaced_tables import SUCCESSORS
from sources._eurostat.series_metadata import LICENCE, page_of
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef

_LEVEL = 4
_LEAST, _MOST_ROWS, _DEEPEST, _LONGEST = 7, 200_000, 30, 20_000
_PERCENT = re.compile(
    r"\(%\)|\(?(?:annual|monthly) rate of change\)|\bas (?:a )?(?:share|percentage|%) of\b|^share of\b|% of\b",
    re.IGNORECASE,
)
_INDEX = re.compile(r"\(index\)|\bindex \(\d{4} ?= ?100\)", re.IGNORECASE)
_NAMED = (
    ("monthly data", Frequency.MONTH),
    ("quarterly data", Frequency.QUARTER),
    ("bi-annual data", Frequency.HALF),
    ("annual data", Frequency.YEAR),
    ("annual aggregated data", Frequency.YEAR),
    ("weekly data", Frequency.WEEK),
    ("daily data", Frequency.DAY),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list: its depth, title, code, type, and three dates as written."""

    depth: int
    title: str
    code: str
    kind: str
    updated: str
    first: str
    last: str


def read_toc(body: bytes, source: str) -> list[Series]:
    """Return the tables of the list, each once, in its order.

    Args:
        body: The list as tab-separated text.
        source: The name of the source in the series' references.

    Raises:
        WrongAnswerError: The body is not the list.
    """
    text = body.decode("utf-8-sig", "replace")
    if not text.lstrip().lower().startswith('"title"\t"code"\t"type"'):
        raise WrongAnswerError(TITLE, "its table of contents", "something else")
    found: dict[str, Series] = {}
    path: list[str] = []
    for row in _rows(text):
        del path[row.depth :]
        if row.kind == "folder":
            path.append(row.title)
        elif row.code not in found:
            found[row.code] = _series(row, path, source)
    return list(found.values())


def _rows(text: str) -> Iterator[_Row]:
    """Yield the lines after the first.

    Each is parsed by itself, so that an open quote does not swallow the next ones.
    """
    for line in text.splitlines()[1:_MOST_ROWS]:
        cells = next(csv.reader([line], delimiter="\t"), []) if len(line) < _LONGEST else []
        if len(cells) >= _LEAST and (code := clean(cells[1], 80)):
            depth = min((len(cells[0]) - len(cells[0].lstrip(" "))) // _LEVEL, _DEEPEST)
            title, kind = clean(cells[0]), cells[2].strip()
            yield _Row(depth, title or code, code, kind, cells[3].strip(), cells[5].strip(), cells[6].strip())


def _series(row: _Row, path: list[str], source: str) -> Series:
    unit = _unit(row.title)
    successor = SUCCESSORS.get(row.code, "")
    return Series(
        ref=SeriesRef(source, row.code),
        title=row.title,
        unit=unit,
        frequency=_frequency(row),
        description=clean(" › ".join(path), 600),
        first=_year(row.first),
        last=_year(row.last),
        adds=adds_of_table(row.code, row.title, unit),
        url=page_of(row.code),
        publisher=TITLE,
        licence=LICENCE,
        updated=_day(row.updated),
        notes=(f"No longer updated; the figures go on in {source}:{successor}.",) if successor else (),
    )


def _unit(title: str) -> Unit:
    """Return the unit where the title allows only one: most tables have several, and a wrong one would exclude them."""
    if _PERCENT.search(title):
        return PERCENT
    return Unit(Dimension.INDEX, "index point") if _INDEX.search(title) else UNKNOWN_UNIT


def _frequency(row: _Row) -> Frequency | None:
    title = row.title.lower()
    named = next((frequency for words, frequency in _NAMED if words in title), None)
    try:
        dated = read_time(row.last or row.first).frequency
    except ValueError:
        return named
    return named if named and dated is Frequency.YEAR else dated


def _year(code: str) -> int | None:
    return int(code[:4]) if code[:4].isascii() and code[:4].isdecimal() and len(code) >= _LEVEL else None


def _day(stamp: str) -> date | None:
    return read_day(stamp) if stamp else None
