"""Contract tests that every statistics source and every screen of a plug-in must pass, and the memory archive they run on.

A source from outside is held to the same rules as those in the tree. Subclass `SourceContract` in a
test module, say which source, how it is fetched and what to ask, and let pytest run it::

    class TestMySource(SourceContract):
        source = my_package.SOURCE
        asks = Ask(SeriesRef("mine", "POP"), ("MKD",), 2019, 2021)

        def fetch(self, archive):
            return Fetcher(archive=archive, clock=utc_now, replay=self.base)

The tests are coroutines behind plain functions, so any runner that collects classes can run them.
"""

# ruff: noqa: S101, PT017  (these are tests, for any runner: they assert, and import no pytest)

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from workbench.core.errors import Problem, WorkbenchError
from workbench.core.evidence import Snapshot
from workbench.core.number import exact
from workbench.core.series import Observation, Series, SeriesRef, Status
from workbench.evidence.reading import read_figure
from workbench.ports import Answer, Archive, Ask, Fetch, Found, Request, StatSource
from workbench.store.snapshots import Snapshots

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.tui.plugged import PluggedScreen

__all__ = ["CannedFetch", "MemoryArchive", "ScreenContract", "SourceContract", "utc_now"]

T = TypeVar("T")


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class MemoryArchive(Snapshots):
    """An archive that lasts as long as a test holds it."""

    def __init__(self) -> None:
        super().__init__(None)

    def __len__(self) -> int:
        return len(list(self.aged(datetime.max.replace(tzinfo=UTC))))


class CannedFetch:
    """Answers every request with one body, archived like any other: for shapes that no server would send twice."""

    def __init__(self, archive: Archive, body: bytes, media_type: str = "application/json") -> None:
        self._archive, self._body, self._media_type = archive, body, media_type
        self.asked: list[Request] = []

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:  # noqa: ARG002  (always the same)
        """The one answer."""
        self.asked.append(request)
        key = hashlib.sha256(self._body).hexdigest()
        snapshot = Snapshot(
            id=key,
            url=request.url,
            fetched=utc_now(),
            media_type=self._media_type,
            size=len(self._body),
            source=request.source,
        )
        return Answer(self._archive.keep(snapshot, self._body), self._body)


class SourceContract:
    """What every source must do. A subclass gives the attributes; an ask that is None skips nothing but itself.

    Attributes:
        source: The source.
        asks: A question that has figures.
        unknown_place: A place that the source has no figures for.
        unknown_key: A key of no series.
        lists: Whether the source has a list of series.
        wrong_bodies: Bodies that are not what the service sends; each must end in a WorkbenchError.
    """

    source: ClassVar[StatSource]
    asks: ClassVar[Ask]
    unknown_place: ClassVar[str] = "ATA"
    unknown_key: ClassVar[str] = "NO.SUCH.SERIES"
    lists: ClassVar[bool] = True
    wrong_bodies: ClassVar[tuple[bytes, ...]] = (
        b"",
        b"{}",
        b"[]",
        b"null",
        b"<html></html>",
        b"\xff\xfe\x00",
        b"[" * 100_000,
    )

    def fetch(self, archive: Archive) -> Fetch:
        """The fetch that the source is handed, over this archive."""
        raise AssertionError(f"{type(self).__name__} must say how its source is fetched over {archive}")

    # --- what it says of itself

    def test_it_is_a_source(self) -> None:
        """It satisfies the protocol, and says who it is and under what licence its figures stand."""
        assert isinstance(self.source, StatSource)
        info = self.source.info
        assert info.name
        assert ":" not in info.name
        assert info.title
        assert info.licence
        assert info.url

    def test_its_catalogue_lists_series_of_its_own(self) -> None:
        """Each listed series is named after the source, once, and has a title on one printable line."""
        series = _run(self._catalogue())
        assert bool(series) == self.lists
        assert all(each.ref.source == self.source.info.name and each.ref.key for each in series)
        assert len({each.ref for each in series}) == len(series)
        assert all(each.title and each.title.isprintable() for each in series)

    # --- what it answers

    def test_it_gives_what_was_asked(self) -> None:
        """Figures of the series, places and years asked for, in order, and of nothing else."""
        found = self._found(self.asks)
        assert found.series.ref == self.asks.ref
        assert any(o.value is not None for o in found.observations)
        for o in found.observations:
            assert o.ref == self.asks.ref
            assert o.place in self.asks.places
            assert self.asks.first <= o.period.start.year <= self.asks.last
        keys = [(o.place, o.period) for o in found.observations]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)

    def test_every_figure_is_read_again_from_the_archive(self) -> None:
        """The archived bytes at each pointer give the same digits."""
        archive = MemoryArchive()
        found = self._found(self.asks, archive)
        kept = {snapshot.id for snapshot in found.snapshots}
        for o in found.observations:
            if o.value is not None:
                assert o.evidence is not None
                assert o.evidence.snapshot in kept
                assert exact(read_figure(o.evidence, archive.read(o.evidence.snapshot))) == exact(o.value)

    def test_a_missing_figure_is_never_zero(self) -> None:
        """No value, no evidence; a status that says so."""
        for o in self._found(self.asks).observations:
            if o.value is None:
                assert o.status in {Status.MISSING, Status.SUPPRESSED}
                assert o.evidence is None
            assert o.step > 0

    def test_a_place_without_figures_is_an_outcome(self) -> None:
        """No figures and a Problem that says so; no error."""
        found = self._found(replace(self.asks, places=(self.unknown_place,)))
        assert _figures(found) == []
        assert found.problems

    def test_years_without_figures_are_an_outcome(self) -> None:
        """No figures and a Problem; no error."""
        found = self._found(replace(self.asks, first=1801, last=1802))
        assert _figures(found) == []
        assert found.problems

    def test_an_unknown_series_is_told(self) -> None:
        """A sentence: an error of ours, or a Problem beside no figures."""
        try:
            found = self._found(replace(self.asks, ref=SeriesRef(self.source.info.name, self.unknown_key)))
        except WorkbenchError as error:
            assert error.message
        else:
            assert _figures(found) == []
            assert found.problems

    def test_it_passes_on_what_is_said_of_an_answer(self) -> None:
        """That a figure comes from an older answer, or from the archive offline, reaches the reader, and reaches him once."""
        told = Problem("the service", "answered from the archive, fetched 2021-12-02.", "", "from-archive")
        fetch = self.fetch(MemoryArchive())

        async def offline(request: Request, *, fresh: bool = False) -> Answer:
            return replace(await fetch(request, fresh=fresh), problem=told)

        assert _run(self.source.observations(offline, self.asks)).problems.count(told) == 1

    def test_a_wrong_answer_is_one_sentence(self) -> None:
        """Bytes that the service never sends end in an error of ours, never in another exception."""
        for body in self.wrong_bodies:
            try:
                found = _run(self.source.observations(CannedFetch(MemoryArchive(), body), self.asks))
            except WorkbenchError as error:
                assert error.message, body[:40]
                assert error.message.isprintable(), body[:40]
            else:
                raise AssertionError(f"{body[:40]!r} was read as {found}")

    # --- inside

    def _found(self, ask: Ask, archive: Archive | None = None) -> Found:
        return _run(self.source.observations(self.fetch(MemoryArchive() if archive is None else archive), ask))

    async def _catalogue(self) -> list[Series]:
        pages = [page async for page in self.source.catalogue(self.fetch(MemoryArchive()))]
        for before, page in pairwise(pages):
            assert before.done < page.done
        return [series for page in pages for series in page.series]


def _figures(found: Found) -> list[Observation]:
    return [o for o in found.observations if o.value is not None]


class ScreenContract:
    """What every screen of a plug-in must do. A subclass says which screen.

    Attributes:
        screen: The screen, as its module declares it.
        sizes: Columns and rows of the terminals that it opens on.
    """

    screen: ClassVar[PluggedScreen]
    sizes: ClassVar[tuple[tuple[int, int], ...]] = ((40, 12), (80, 24), (120, 40))

    def test_it_says_its_key_and_what_it_shows(self) -> None:
        """The footer, the palette and the help page have something to print."""
        assert self.screen.key
        assert self.screen.says
        assert self.screen.says.isprintable()
        assert self.screen.means.endswith(".")
        assert not self.screen.twin or self.screen.twin.startswith("workbench ")

    def test_its_key_opens_it_and_escape_closes_it(self) -> None:
        """On a wide terminal and on a narrow one, over a desk with nothing on it."""
        for size in self.sizes:
            _run(self._open_and_close(size))

    async def _open_and_close(self, size: tuple[int, int]) -> None:
        from workbench.tui.app import WorkbenchApp  # noqa: PLC0415  (sources are tested without the screens)

        with TemporaryDirectory() as folder, _empty_desk(Path(folder)) as desk:
            app = WorkbenchApp(desk, screens={"tested": self.screen})
            async with app.run_test(size=size) as pilot:
                first = app.screen
                await pilot.press(self.screen.key.partition(",")[0])
                await _until(pilot.pause, lambda: app.screen is not first)
                await pilot.press("escape")
                await _until(pilot.pause, lambda: app.screen is first)


def _empty_desk(folder: Path) -> AbstractContextManager[Desk]:
    """A desk with nothing on it that asks nobody."""
    from workbench.bootstrap import open_desk  # noqa: PLC0415  (likewise)
    from workbench.config import Settings  # noqa: PLC0415  (likewise)

    db, catalogue = str(folder / "desk.db"), folder / "catalogue.db"
    return open_desk(Settings(db=db, archive=folder / "archive", catalogue=catalogue, offline=True))


async def _until(wait: Callable[[float], Awaitable[None]], reached: Callable[[], bool]) -> None:
    """Waits for something on the screens, ten seconds at most."""
    for _ in range(200):
        if reached():
            return
        await wait(0.05)
    assert reached(), "The screen did not open or close."


def _run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)
