"""Collect the titles of an installation's tables for the catalogue: folders breadth-first, or a list page by page.

Version 1 has no list of tables, only folders, each of which takes a request. Every answer is archived, so that an
interrupted walk is continued; a folder that fails is reported, and does not stop the others.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

from sources._pxweb.build_requests import folder_request, page_request
from sources._pxweb.error_answers import refused
from sources._pxweb.folder_lists import ListedTable, Listing, read_listing
from sources._pxweb.sites import NAME, PxSite
from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem, SourceError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.series import Series, SeriesRef
from workbench.ports import Answer, CataloguePage, Fetch, ServiceList

MOST_FOLDERS, DEEPEST, MOST_TABLES = 800, 8, 20_000
"""Limits of a walk through an installation's folders. What lies beyond is reported."""

_PAGE, _SOME = 500, 5
_MOST_NAMED = 5
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)(?!\d)")
_OFTEN = (
    (Frequency.MONTH, re.compile(r"\bmonth|месе[чц]|mujor|muaj|monat|måned|månad|kuukau", re.IGNORECASE)),
    (Frequency.QUARTER, re.compile(r"quarter|тримесеч|квартал|tremujor|kvartal|neljännes", re.IGNORECASE)),
    (Frequency.YEAR, re.compile(r"\bannual|\byear|годин|vjetor|vit\b|årlig|\bår\b|vuosi", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder, by its path and by the words of those that it lies in."""

    path: str = ""
    under: tuple[str, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class _FolderWalk:
    """One walk, with what it has found so far."""

    site: PxSite
    tables: int = 0
    folders: int = 0
    broken: list[str] = field(default_factory=list)
    cut: bool = False
    problems: list[Problem] = field(default_factory=list)

    def all_problems(self) -> tuple[Problem, ...]:
        """Return Problems about what the walk could not fetch."""
        found = list(self.problems)
        if self.broken:
            some = ", ".join(clean(path, 60) for path in self.broken[:_MOST_NAMED])
            message = f"{len(self.broken)} of its folders did not answer ({some})."
            found.append(
                Problem(
                    self.site.title, message, "Tables in them are not listed; update again later.", "folder-missing"
                )
            )
        if self.cut:
            message = f"the walk ended after {self.folders:,} folders and {self.tables:,} tables."
            found.append(Problem(self.site.title, message, "Tables beyond that are not listed.", "walk-cut"))
        return tuple(found)


async def pages(fetch: Fetch, sites: Sequence[PxSite]) -> AsyncIterator[CataloguePage]:
    """Yield the tables of some installations, one page per folder; the last page reports what is missing.

    Raises:
        SourceError: None of them answered.
    """
    done, failed, problems = 0, list[SourceError](), list[Problem]()
    held: CataloguePage | None = None
    for site in sites:
        walk = _FolderWalk(site)
        try:
            async for series in _listed(fetch, walk):
                if held:
                    yield held
                done += len(series)
                held = CataloguePage(series, done, None)
        except SourceError as error:
            failed.append(error)
            problems.append(error.as_problem(site.title, "list-missing"))
        problems.extend(walk.all_problems())
    if held:
        yield replace(held, problems=tuple(problems))
    elif failed:
        raise failed[0]


def _listed(fetch: Fetch, walk: _FolderWalk) -> AsyncIterator[tuple[Series, ...]]:
    return _folders(fetch, walk) if walk.site.version == 1 else _paged(fetch, walk)


async def _folders(fetch: Fetch, walk: _FolderWalk) -> AsyncIterator[tuple[Series, ...]]:
    """Yield the tables of each folder, the outer folders first.

    Raises:
        SourceError: The outermost folder did not answer.
    """
    queue, known = deque([_Folder()]), set[str]()
    while queue and not walk.cut:
        folder = queue.popleft()
        try:
            listing, _ = await _folder(fetch, walk.site, folder.path)
        except SourceError:
            if not folder.path:
                raise
            walk.broken.append(folder.path)
            continue
        walk.folders += 1
        walk.problems.extend(one for one in listing.problems if one not in walk.problems)
        inner = [_inside(folder, row) for row in listing.rows if not row.is_table]
        queue.extend(one for one in inner if one.depth <= DEEPEST and one.path not in known)
        known.update(one.path for one in inner)
        series = tuple(listed(walk.site, row, folder.path, folder.under) for row in listing.rows if row.is_table)
        walk.tables += len(series)
        walk.cut = bool(queue) and (walk.folders >= MOST_FOLDERS or walk.tables >= MOST_TABLES)
        if series:
            yield series


def _inside(folder: _Folder, row: ListedTable) -> _Folder:
    path = f"{folder.path}/{row.id}" if folder.path else row.id
    return _Folder(path, (*folder.under, row.title), folder.depth + 1)


async def beginning(fetch: Fetch, site: PxSite) -> ServiceList:
    """Return the beginning of an installation's list: its outermost folder, or some tables of version 2.

    Raises:
        SourceError: It refused, or sent something else or an empty list.
    """
    if site.version == 1:
        listing, answer = await _folder(fetch, site, "")
    else:
        answer = await fetch(page_request(site, 1, _SOME, site.languages[0]))
        if error := refused(site.title, "tables", answer):
            raise error
        listing = read_listing(site.title, answer.body)
    if not listing.rows:
        raise WrongAnswerError(site.title, "a list of tables", "an empty list")
    return ServiceList(tuple(row.id for row in listing.rows), answer.snapshot, listing.problems)


async def _folder(fetch: Fetch, site: PxSite, path: str) -> tuple[Listing, Answer]:
    """Return a folder in the first language that has it: MakStat has some in Macedonian alone.

    Raises:
        SourceError: None has it.
    """
    failed: SourceError | None = None
    for language in site.languages:
        try:
            answer = await fetch(folder_request(site, path, language))
            error = refused(site.title, path or site.name, answer)
            if error is None:
                return read_listing(site.title, answer.body), answer
        except SourceError as problem:
            error = None
            failed = failed or problem
        failed = failed or error
    raise failed or SourceError(f"{site.title} has no languages.")


async def _paged(fetch: Fetch, walk: _FolderWalk) -> AsyncIterator[tuple[Series, ...]]:
    """Yield the tables of version 2, page by page.

    Raises:
        SourceError: A page did not come.
    """
    number, last, site = 1, 1, walk.site
    while number <= last and walk.tables < MOST_TABLES:
        answer = await fetch(page_request(site, number, _PAGE, site.languages[0]))
        if error := refused(site.title, "tables", answer):
            raise error
        listing = read_listing(site.title, answer.body)
        series = tuple(listed(site, row, "", row.under) for row in listing.rows)
        walk.tables += len(series)
        if series:
            yield series
        number, last = number + 1, listing.pages
    walk.cut = number <= last


def listed(site: PxSite, row: ListedTable, folder: str, under: Sequence[str]) -> Series:
    """Return a table as the catalogue has it."""
    path = f"{folder}/{row.id}" if folder else row.id
    span = _YEARS.search(row.title)
    unit = unit_of_title(row.title).unit
    words = f"{row.title} {row.every} {path}"
    often = next((frequency for frequency, pattern in _OFTEN if pattern.search(words)), None)
    return Series(
        ref=SeriesRef(NAME, f"{site.name}/{path}"),
        title=row.title,
        unit=unit,
        frequency=often,
        description=" › ".join((site.title, *under)),
        places=frozenset({site.place}) if site.place else None,
        first=row.first or (int(span[1]) if span else None),
        last=row.last or (int(span[2]) if span else None),
        adds=adds_of(row.title, unit),
        url=site.page_of(path),
        publisher=row.source or site.publisher,
        licence=site.licence,
        notes=("No longer updated, as the office says.",) if row.ended else (),
    )
