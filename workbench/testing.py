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
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import count, pairwise
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from workbench.core.errors import Problem, UnreachableError, WorkbenchError
from workbench.core.number import exact
from workbench.core.series import Observation, Series, SeriesRef, Status
from workbench.evidence.reading import read_figure
from workbench.ports import Answer, Archive, Ask, Fetch, Found, Request, StatSource
from workbench.testing_canned import CannedFetch, MemoryArchive, utc_now
from workbench.testing_screens import ScreenContract

__all__ = ["CannedFetch", "MemoryArchive", "ScreenContract", "SourceContract", "utc_now"]

T = TypeVar("T")


class SourceContract:
    """What every source must do. A subclass gives the attributes; an ask that is None skips nothing but itself.

    Attributes:
        source: The source.
        asks: A question that has figures.
        unknown_place: A place that the source has no figures for.
        unknown_key: A key of no series.
        lists: Whether the source has a list of series.
        figures: What the service's own page shows for the question: the figure, scale spelt out, for each place and period
            ("MKD", "2020-Q1"); None where the page has a gap. A wrong multiplier, month or place is seen by these alone.
        unit: The name of the unit that the page shows, singular ("death", "percentage").
        wrong_bodies: Bodies that are not what the service sends; each must end in a WorkbenchError.
    """

    source: ClassVar[StatSource]
    asks: ClassVar[Ask]
    unknown_place: ClassVar[str] = "ATA"
    unknown_key: ClassVar[str] = "NO.SUCH.SERIES"
    lists: ClassVar[bool] = True
    figures: ClassVar[Mapping[tuple[str, str], str | None]] = {}
    unit: ClassVar[str] = ""
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

    def test_it_gives_the_figures_of_the_services_own_page(self) -> None:
        """Each figure at its place and period, gaps told as missing, in the unit that the page names."""
        found = self._found(self.asks)
        mine = {(o.place, o.period.label): o for o in found.observations}
        for (place, label), written in self.figures.items():
            there = ", ".join(f"{p} {t}" for p, t in mine) or "nothing"
            assert (place, label) in mine, (
                f"the page has {written or 'a gap'} for {place} in {label}, and the source gives {there}: "
                "a gap is an Observation with no value and Status.MISSING, and a period is named by its real length"
            )
            value = mine[place, label].value
            got = None if value is None else exact(value)
            want = None if written is None else exact(Decimal(written))
            assert got == want, f"for {place} in {label} the page has {want}, and the source gives {got}"
        unit = found.series.unit.name
        assert not self.unit or unit == self.unit, f"the page counts in “{self.unit}”, the series says “{unit}”"

    def test_a_series_says_how_long_its_periods_are(self) -> None:
        """A quarter under the name of a year is compared with years."""
        found = self._found(self.asks)
        for o in found.observations:
            assert found.series.frequency in {None, o.period.frequency}, (
                f"the series says {found.series.frequency}, and {o.period.label} is a {o.period.frequency}"
            )

    def test_it_asks_its_own_hosts_alone(self) -> None:
        """A host that is not declared is refused at a user's desk, and never by a canned answer."""
        for url in self._asked_urls():
            host = urlsplit(url).hostname or ""
            declared = {each.partition(":")[0] for each in self.source.info.hosts}
            assert host in declared, f"it asks {host}, and its info declares {', '.join(sorted(declared)) or 'no host'}"

    def test_a_failure_of_any_of_its_questions_is_told(self) -> None:
        """Where the second of two questions fails, an error or a Problem says so, or nothing is missing."""
        whole = self._found(self.asks)
        for failing in range(1, len(self._asked_urls()) + 1):
            try:
                found = _run(self.source.observations(self._broken_at(failing), self.asks))
            except WorkbenchError:
                continue
            same = _values(found) == _values(whole)
            assert same or set(found.problems) - set(whole.problems), (
                f"question {failing} failed, figures are missing, and no Problem says so: an error must not be swallowed"
            )

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

    def _asked_urls(self) -> list[str]:
        fetch, urls = self.fetch(MemoryArchive()), list[str]()

        async def noting(request: Request, *, fresh: bool = False) -> Answer:
            urls.append(request.url)
            return await fetch(request, fresh=fresh)

        _run(self.source.observations(noting, self.asks))
        return [url for url in urls if not url.startswith("file:")]

    def _broken_at(self, number: int) -> Fetch:
        fetch, asked = self.fetch(MemoryArchive()), count(1)

        async def breaking(request: Request, *, fresh: bool = False) -> Answer:
            if next(asked) == number:
                raise UnreachableError(urlsplit(request.url).hostname or "", "the line was cut")
            return await fetch(request, fresh=fresh)

        return breaking

    def _found(self, ask: Ask, archive: Archive | None = None) -> Found:
        return _run(self.source.observations(self.fetch(MemoryArchive() if archive is None else archive), ask))

    async def _catalogue(self) -> list[Series]:
        pages = [page async for page in self.source.catalogue(self.fetch(MemoryArchive()))]
        for before, page in pairwise(pages):
            assert before.done < page.done
        return [series for page in pages for series in page.series]


def _values(found: Found) -> dict[tuple[str, str], object]:
    return {(o.place, o.period.label): o.value for o in found.observations}


def _figures(found: Found) -> list[Observation]:
    return [o for o in found.observations if o.value is not None]


def _run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)
