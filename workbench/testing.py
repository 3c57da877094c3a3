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
from collections import Counter
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import count, pairwise
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from workbench.core.errors import Problem, UnreachableError, WorkbenchError
from workbench.core.number import exact
from workbench.core.series import Observation, Series, SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Archive, Ask, Fetch, Request, SourceAnswer, StatSource
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
        """Return the fetch that the source is handed, over this archive."""
        raise AssertionError(f"{type(self).__name__} must say how its source is fetched over {archive}")

    # --- what it says of itself

    def test_it_is_a_source(self) -> None:
        """It satisfies the protocol, and says who it is and under what licence its figures stand."""
        assert isinstance(self.source, StatSource), "a source has an `info`, a `catalogue` and `observations`"
        info = self.source.info
        assert info.name, "its info has no name"
        assert ":" not in info.name, f"the name “{info.name}” has a colon, which parts source and series"
        for what in ("title", "licence", "url"):
            assert getattr(info, what), f"its info has no {what}, which every citation prints"

    def test_its_catalogue_lists_series_of_its_own(self) -> None:
        """Each listed series is named after the source, once, and has a title on one printable line."""
        series = _run(self._catalogue())
        name = self.source.info.name
        assert bool(series) == self.lists, f"its catalogue lists {len(series)} series, and `lists` is {self.lists}"
        for each in series:
            assert each.ref.source == name, f"“{each.ref}” is listed by {name}: a series is named after its source"
            assert each.ref.key, f"“{each.title}” has no key"
            assert each.title.isprintable(), f"the title of “{each.ref}” is not on one printable line"
            assert each.title, f"“{each.ref}” has no title"
        twice = [ref for ref, times in Counter(each.ref for each in series).items() if times > 1]
        assert not twice, f"“{twice[0]}” is listed more than once"

    # --- what it answers

    def test_it_gives_what_was_asked(self) -> None:
        """Figures of the series, places and years asked for, in order, and of nothing else."""
        found = self._found(self.asks)
        asks, of = self.asks, {found.series.ref, *(o.ref for o in found.observations)}
        assert of == {asks.ref}, f"“{asks.ref}” is asked, and what comes is of {', '.join(map(str, of))}"
        assert _figures(found), f"it gives no figure for {', '.join(asks.places)} in {asks.first} to {asks.last}"
        for o in found.observations:
            at = f"it gives a figure of {o.place} in {o.period.label}"
            assert o.place in asks.places, f"{at}, and the places asked are {', '.join(asks.places)}"
            assert asks.first <= o.period.start.year <= asks.last, f"{at}, and {asks.first} to {asks.last} is asked"
        keys = [(o.place, o.period) for o in found.observations]
        assert keys == sorted(keys), "its figures are not in order of place and period"
        twice = [key for key, times in Counter(keys).items() if times > 1]
        assert not twice, f"it gives two figures of {twice[0][0]} in {twice[0][1].label}"

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
                at = f"the figure of {o.place} in {o.period.label}"
                assert o.evidence is not None, f"{at} has no evidence: it must say in which cell it stands"
                assert o.evidence.snapshot in kept, f"{at} stands in a body that is not among the snapshots"
                there = exact(read_figure(o.evidence, archive.read(o.evidence.snapshot)))
                assert there == exact(o.value), (
                    f"{at} is {exact(o.value)}, and its cell has {there}: Evidence takes the scale that a cell is multiplied by"
                )

    def test_a_missing_figure_is_never_zero(self) -> None:
        """No value, no evidence; a status that says so."""
        for o in self._found(self.asks).observations:
            at = f"{o.place} in {o.period.label}"
            if o.value is None:
                assert o.status in {Status.MISSING, Status.SUPPRESSED}, (
                    f"{at} has no value, and its status is {o.status}"
                )
                assert o.evidence is None, f"{at} has no value, and evidence for it"
            assert o.step > 0, f"{at} has a step of {o.step}: the size of the last written digit is above zero"

    def test_a_place_without_figures_is_an_outcome(self) -> None:
        """No figures and a Problem that says so; no error."""
        found = self._found(replace(self.asks, places=(self.unknown_place,)))
        assert _figures(found) == [], "it gives figures for a place that it does not have"
        assert found.problems, "it gives no figure for a place that it does not have, and no Problem says so"

    def test_years_without_figures_are_an_outcome(self) -> None:
        """No figures and a Problem; no error."""
        found = self._found(replace(self.asks, first=1801, last=1802))
        assert _figures(found) == [], "it gives figures for the years 1801 and 1802"
        assert found.problems, "it gives no figure for the years 1801 and 1802, and no Problem says so"

    def test_an_unknown_series_is_told(self) -> None:
        """A sentence: an error of ours, or a Problem beside no figures."""
        try:
            found = self._found(replace(self.asks, ref=SeriesRef(self.source.info.name, self.unknown_key)))
        except WorkbenchError as error:
            assert error.message, f"{type(error).__name__} says nothing of the series that is not there"
        else:
            assert _figures(found) == [], "it gives figures of a series that is not there"
            assert found.problems, "it gives nothing of a series that is not there, and no Problem says so"

    def test_it_passes_on_what_is_said_of_an_answer(self) -> None:
        """That a figure comes from an older answer, or from the archive offline, reaches the reader, and reaches him once."""
        told = Problem("the service", "answered from the archive, fetched 2021-12-02.", "", "from-archive")
        fetch = self.fetch(MemoryArchive())

        async def offline(request: Request, *, fresh: bool = False) -> Answer:
            return replace(await fetch(request, fresh=fresh), problem=told)

        times = _run(self.source.observations(offline, self.asks)).problems.count(told)
        assert times == 1, f"the Problem of an answer is passed on {times} times, and readers want it once"

    def test_a_wrong_answer_is_one_sentence(self) -> None:
        """Bytes that the service never sends end in an error of ours, never in another exception."""
        for body in self.wrong_bodies:
            try:
                found = _run(self.source.observations(CannedFetch(MemoryArchive(), body), self.asks))
            except WorkbenchError as error:
                assert error.message, f"{type(error).__name__} says nothing of the answer {body[:40]!r}"
                assert error.message.isprintable(), f"what is said of {body[:40]!r} cannot be printed on a line"
            except Exception as error:
                raise AssertionError(
                    f"{body[:40]!r} ends in {type(error).__name__}: raise WrongAnswerError from it"
                ) from error
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

    def _found(self, ask: Ask, archive: Archive | None = None) -> SourceAnswer:
        return _run(self.source.observations(self.fetch(MemoryArchive() if archive is None else archive), ask))

    async def _catalogue(self) -> list[Series]:
        pages = [page async for page in self.source.catalogue(self.fetch(MemoryArchive()))]
        for before, page in pairwise(pages):
            assert before.done < page.done, "a page of its catalogue is done no further than the one before"
        return [series for page in pages for series in page.series]


def _values(found: SourceAnswer) -> dict[tuple[str, str], object]:
    return {(o.place, o.period.label): o.value for o in found.observations}


def _figures(found: SourceAnswer) -> list[Observation]:
    return [o for o in found.observations if o.value is not None]


def _run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)
