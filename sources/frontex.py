"""Frontex: monthly detections of illegal border crossings at the EU's external borders, total and by route, since 2009.

Speeches on borders quote these figures, and call them people: but somebody detected twice is counted twice. It needs no
API key, and states no licence. There is no API: the page of the migratory map links to one workbook, whose name has the
day of its release. It was never fetched live for this adapter; other clients saw a head row of ``Route | BorderLocation
| NationalityLong`` with days as serial numbers (2018), and of ``Route | Border type or inland | Nationality`` with
``JAN2009``, below an empty row of the sheet Detections_of_IBC (2022 to 2026); nine routes, one row per nationality,
blank where nothing was reported; HEAD requests, and programs that do not identify as browsers, are refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from html import unescape
from itertools import groupby
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

from sources._cube.requested_places import missing_places, unknown_places, wanted
from sources._files.grid.cells import Grid
from sources._files.grid.missing_marks import is_missing
from sources._files.grid.times import head_period
from sources._files.grid.xlsx import UnreadableWorkbookError, read_workbook
from sources._text.printable_text import clean
from workbench.core.errors import Problem, UnknownNameError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.core.number import decimal
from workbench.core.period import Frequency, Period, month
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo, Status, Trial
from workbench.evidence.xlsx_cell import xlsx_sum_pointer
from workbench.evidence.xlsx_dates import day_of
from workbench.ports import Ask, CataloguePage, Fetch, Request, SourceAnswer

NAME, TITLE, UNION, ALL = "frontex", "Frontex", "EU27", "all"
LICENCE = "No licence stated; source to be named: Frontex (https://www.frontex.europa.eu)"
PAGE = "https://www.frontex.europa.eu/what-we-do/monitoring-and-risk-analysis/migratory-map/"
DETECTIONS = Unit(Dimension.COUNT, "detection")
NOTES = (
    "Detections are counted and not persons: who is found at the border several times is counted each time.",
    "The figures are of the external borders of the Union and the Schengen countries together, by the members of the time.",
    "Months are revised in later releases.",
)
_PARTS = MappingProxyType(
    {
        "western-balkans": ("Western Balkan route", ("western balkan",)),
        "central-mediterranean": ("Central Mediterranean route", ("central mediterranean",)),
        "western-mediterranean": ("Western Mediterranean route", ("western mediterranean",)),
        "western-african": ("Western African route", ("western african",)),
        "eastern-mediterranean": ("Eastern Mediterranean route", ("eastern mediterranean",)),
        "eastern-borders": ("Eastern land borders", ("eastern borders", "eastern land border")),
        "black-sea": ("Black Sea route", ("black sea",)),
        "albania-greece": ("Circular route from Albania to Greece", ("circular route", "albania to greece")),
        "other": ("Other routes", ("other",)),
    }
)
"""The routes by their keys: the name in titles, and the beginning of its rows, whose rest varies by release."""

_HEAD = "Detections of illegal border crossings, monthly"
TITLES: Mapping[str, str] = MappingProxyType(
    {ALL: f"{_HEAD}. Route: Total"} | {key: f"{_HEAD}. Route: {name}" for key, (name, _) in _PARTS.items()}
)
_HREF = re.compile(r"""href\s*=\s*["']([^"'<>]{1,400})["']""", re.IGNORECASE)
_FILE = re.compile(r"/(?:Monthly_)?Detections_of_IBC_(\d{4})_?(\d{2})_?(\d{2})[^/]{0,20}\.xlsx\Z", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]{1,11}(?:\.0+)?")
_KINDS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/octet-stream",
    "application/zip",
    "binary/octet-stream",
)
_HIGHEST_HEAD, _MONTH_OF_RELEASE = 20, timedelta(days=31)


class Frontex:
    """Frontex' monthly workbook as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="European Border and Coast Guard Agency (Frontex)",
        licence=LICENCE,
        url=PAGE,
        hosts=("www.frontex.europa.eu",),
        covers="the Union's external borders: detections of illegal crossings, in all and by route; monthly since 2009",
        trials=(Trial(ALL, UNION, 2022, "detection", Decimal(5000), Decimal(60000)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (its series are few and known)
        """Yield the total and the routes."""
        yield CataloguePage.whole(series_of(key) for key in TITLES)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series from the newest workbook to which the page links.

        Raises:
            SourceError: The page or the workbook could not be fetched, or has an unknown form.
            UnknownNameError: There is no such series.
        """
        if ask.ref.key not in TITLES:
            raise UnknownNameError("series of Frontex", ask.ref.key, list(TITLES))
        page = await fetch(Request(PAGE, source=NAME, accept="text/html", expects=("text/html", "application/xhtml")))
        url, released = newest_file(page.body)
        file = await fetch(
            Request(url, source=NAME, accept=_KINDS[0], expects=_KINDS, max_age=_MONTH_OF_RELEASE)
        )  # a later release has another name
        table = _table(file.body)
        everything = list(table.observations(ask.ref, file.snapshot.id, released))
        years = [one.period.start.year for one in everything if one.value is not None]
        series = replace(series_of(ask.ref.key), updated=released, first=min(years, default=None), last=max(years, default=None))  # fmt: skip
        strangers = [place for place in ask.places if place != UNION]
        mine = everything if not ask.places or UNION in ask.places else []
        notices = (
            *(answer.problem for answer in (page, file) if answer.problem),
            *table.problems(ask.ref.key),
            *unknown_places(TITLE, strangers),
            *missing_places(TITLE, ask, mine, strangers),
        )
        return SourceAnswer(
            series, tuple(wanted(mine, ask)), (page.snapshot, file.snapshot), tuple(dict.fromkeys(notices))
        )


def series_of(key: str) -> Series:
    """Return a series as the catalogue lists it."""
    return Series(
        ref=SeriesRef(NAME, key),
        title=TITLES[key],
        unit=DETECTIONS,
        frequency=Frequency.MONTH,
        description=" ".join(NOTES),
        places=frozenset({UNION}),
        adds=Additivity.SUM,
        url=PAGE,
        publisher=Frontex.info.publisher,
        licence=LICENCE,
        notes=NOTES,
    )


def newest_file(page: bytes) -> tuple[str, date]:
    """Find the newest workbook to which the page links, on Frontex' own host: its address and its day.

    Raises:
        WrongAnswerError: The page links to none.

    >>> url, day = newest_file(b'<a href="/assets/Migratory_routes/2026/Monthly_detections_of_IBC_2026_09_02.xlsx">')
    >>> url.rpartition("/")[0], day.isoformat()
    ('https://www.frontex.europa.eu/assets/Migratory_routes/2026', '2026-09-02')
    """
    found = dict[str, date]()
    for href in _HREF.findall(page.decode("utf-8", errors="replace")):
        url = _own_address(unescape(href).strip())
        if (named := _FILE.search(url)) is not None:
            try:
                found[url] = date(*map(int, named.groups()))
            except ValueError:
                continue  # an impossible date is not a release
    if not found:
        raise WrongAnswerError(TITLE, "a page with a link to the workbook of detections", "a page without one")
    return max(found.items(), key=lambda each: (each[1], each[0]))


def _own_address(href: str) -> str:
    """Return the absolute address of a link, without query and fragment; empty for a link to another host."""
    try:
        parts = urlsplit(urljoin(PAGE, href))
    except ValueError:
        return ""
    plain = parts.path.isascii() and parts.path.isprintable() and " " not in parts.path
    return f"https://{parts.netloc}{parts.path}" if plain and parts.netloc == Frontex.info.hosts[0] else ""


@dataclass(frozen=True, slots=True)
class _DetectionsSheet:
    """The sheet of detections: the columns of months and the rows of each route, both from 0."""

    grid: Grid
    months: Mapping[int, Period]
    rows: Mapping[str, Sequence[int]]
    strange: Sequence[str]

    def observations(self, ref: SeriesRef, snapshot: str, released: date) -> Iterator[Observation]:
        """Yield the sum of a series' rows for each month.

        A month with an unreadable cell has none, since the sum would be partial.
        """
        rows = sorted(row for key, each in self.rows.items() if ref.key in {ALL, key} for row in each)
        for column, period in self.months.items() if rows else ():
            counted = [(row, cell) for row in rows if not is_missing(cell := self.grid.cell(row, column))]
            bad = [row for row, cell in counted if not _is_count(cell)]
            known = bool(counted) and not bad
            yield Observation(
                ref=ref,
                place=UNION,
                period=period,
                value=sum((decimal(cell) for _, cell in counted), Decimal(0)) if known else None,
                status=Status.FINAL if known else Status.MISSING,
                evidence=Evidence(snapshot, tuple(self._pointers(rows, [row for row, _ in counted], column))) if known else None,
                vintage=released,
                note=f"Row {bad[0] + 1} of the workbook cannot be read in this month." if bad else "",
            )  # fmt: skip

    def _pointers(self, rows: Sequence[int], counted: Sequence[int], column: int) -> Iterator[str]:
        """Yield one pointer for each range of consecutive rows with a figure."""
        filled = set(counted)
        for _, each in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            stretch = [row for _, row in each]
            if not filled.isdisjoint(stretch):
                yield xlsx_sum_pointer(self.grid.name, stretch[0] + 1, stretch[-1] + 1, column + 1)

    def problems(self, key: str) -> Iterator[Problem]:
        """Yield doubts about the sheet, and new routes, which may or may not be entries into the Union."""
        yield from self.grid.problems
        if self.strange and key == ALL:
            names = ", ".join(self.strange[:5])
            message = f"its workbook has a route that is not known here, and that was not counted: {names}."
            yield Problem(TITLE, message, "Compare the sum with Frontex' own.", "open-group")


@lru_cache(maxsize=1)
def _table(body: bytes) -> _DetectionsSheet:
    """Read the sheet of detections of a workbook; cached, since all series of a claim are in it.

    Raises:
        WrongAnswerError: It is no workbook, or has no such sheet.
    """
    try:
        grids = read_workbook(body, TITLE)
    except UnreadableWorkbookError as error:
        raise WrongAnswerError(TITLE, "an Excel workbook", "something else") from error
    for grid in grids:
        head = next((n for n in range(_HIGHEST_HEAD) if grid.cell(n, 0).casefold() == "route"), None)
        months = {} if head is None else _months(grid, head)
        if head is not None and months:
            rows, strange = _rows(grid, head + 1, min(months))
            if rows:
                return _DetectionsSheet(grid, months, rows, strange)
    raise WrongAnswerError(TITLE, "a sheet of routes by month", "a workbook without one")


def _months(grid: Grid, head: int) -> dict[int, Period]:
    """Return the months in heads of columns: by name, or as their first day, possibly as a serial number."""
    found = dict[int, Period]()
    for column in range(1, len(grid.rows[head])):
        text = grid.cell(head, column)
        day = day_of(int(text)) if text.isascii() and text.isdecimal() and len(text) == 5 else None
        named = None if day else head_period(text)
        if named is not None and named.frequency in {Frequency.DAY, Frequency.MONTH}:
            day = named.start
        if day is not None and (period := month(day.year, day.month)) not in found.values():
            found[column] = period
    return found


def _rows(grid: Grid, first: int, stubs: int) -> tuple[Mapping[str, Sequence[int]], Sequence[str]]:
    """Return the rows of known routes, and the names of unknown ones.

    A row without border or nationality is a note or a sum.
    """
    rows, strange = defaultdict[str, list[int]](list), dict[str, None]()
    for row in range(first, len(grid.rows)):
        named = [grid.cell(row, column) for column in range(stubs)]
        if not all(named):
            continue
        said = " ".join(named[0].casefold().split())
        key = next((key for key, (_, begins) in _PARTS.items() if said.startswith(begins)), None)
        if key is None:
            strange.setdefault(clean(named[0], 60))
        else:
            rows[key].append(row)
    return rows, list(strange)


def _is_count(cell: str) -> bool:
    """Check whether a cell is a plain whole number."""
    return _COUNT.fullmatch(cell) is not None


SOURCE = Frontex()
