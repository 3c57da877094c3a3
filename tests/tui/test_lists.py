"""A machine that has only starter lists is offered the whole ones; they are pulled beside the work and can be stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from workbench.core.errors import UnreachableError
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.desk import Desk
from workbench.match import Query, hits_among
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import CataloguePage, Fetch
from workbench.tui.app import WorkbenchApp

OFFER = "Only starter lists were searched. U pulls the services' whole lists."
ASYLUM = Series(
    ref=SeriesRef("unhcr", "asylum"), title="Asylum applications", unit=Unit(Dimension.COUNT, "application")
)


class Titles:
    """A catalogue of starter lists that takes whole ones in."""

    problems = ()

    def __init__(self) -> None:
        self.lists: dict[str, tuple[int, date | None]] = {"unhcr": (1, None), "worldbank": (2, None)}

    def search(self, query: str, limit: int = 200, sources=(), meaning=""):
        return (ASYLUM,)

    encoder = meanings()
    model = None

    def find(self, query: Query, limit: int = 12, sources=()):
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef):
        return ASYLUM if ref == ASYLUM.ref else None

    def counts(self):
        return dict(self.lists)

    def replace(self, source: str, series, as_of: date) -> int:
        self.lists[source] = (len(list(series)), as_of)
        return self.lists[source][0]


@dataclass
class Lister:
    """A service that has a list of 600 pages, and holds the second back until it is let, or for good."""

    office: object
    fails: bool = False
    let: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def info(self):
        return self.office.info

    async def observations(self, fetch, ask):
        return await self.office.observations(fetch, ask)

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        if self.fails:
            raise UnreachableError("api.example.org", "timed out")
        try:
            name = self.info.name
            yield CataloguePage((replace(ASYLUM, ref=SeriesRef(name, "a")),), 1, 600)
            while not self.let.is_set():  # noqa: ASYNC110  (it is let from another thread)
                await asyncio.sleep(0.005)
            yield CataloguePage((replace(ASYLUM, ref=SeriesRef(name, "b")),), 600, 600)
        finally:
            self.left.set()


@dataclass
class Lists:
    app: WorkbenchApp
    titles: Titles
    unhcr: Lister
    bank: Lister


@pytest.fixture
def lists(world) -> Callable[..., Lists]:
    def build(**changes: object) -> Lists:
        world.unhcr.gate.set()
        world.worldbank.gate.set()
        titles, unhcr, bank = Titles(), Lister(world.unhcr), Lister(world.worldbank)
        sources = {"unhcr": unhcr, "worldbank": bank}
        desk = Desk(replace(world.desk.ports, catalogue=titles, sources=sources, **changes))
        return Lists(WorkbenchApp(desk), titles, unhcr, bank)

    return build


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_first_research_offers_the_whole_lists_once(lists, until, see, eventually, size) -> None:
    made = lists()
    async with made.app.run_test(size=size) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("enter")
        await until(pilot, "Not researched yet" if size[0] > 100 else "CHANGE")
        await pilot.press("r")
        await until(pilot, OFFER)
        await pilot.press("k")
        await until(pilot, OFFER, gone=True)
        await pilot.press("r")
        await eventually(pilot, lambda: made.app.screen.researched is not None, "the second claim was not researched")
        assert OFFER not in see(made.app)


async def test_whole_lists_are_pulled_beside_the_work_with_progress(lists, until) -> None:
    made = lists()
    async with made.app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("U")
        await until(pilot, "0 of 2 U stops it")
        await until(pilot, "1 of 600")
        await pilot.press("v")
        await until(pilot, "Filter: status:open")
        made.unhcr.let.set()
        await until(pilot, "1 of 2")
        made.bank.let.set()
        await until(pilot, "The whole lists are here: 4 titles.")
    assert all(day is not None for _, day in made.titles.lists.values())


async def test_the_same_key_stops_the_pull_and_the_old_lists_stay(lists, until) -> None:
    made = lists()
    made.unhcr.let.set()
    async with made.app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("U")
        await until(pilot, "1 of 2")
        await pilot.press("U")
        await until(pilot, "Stopped. Lists that came whole are here; of the others the old ones stay.")
        assert made.titles.lists["unhcr"][1] is not None
        assert made.titles.lists["worldbank"] == (2, None)
        made.bank.let.set()
        await pilot.press("U")
        await until(pilot, "The whole lists are here")


async def test_a_service_that_fails_is_said_and_the_others_lists_come(lists, until) -> None:
    made = lists()
    made.unhcr.let.set()
    made.bank.fails = True
    async with made.app.run_test(size=(160, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("U")
        await until(pilot, "1 list could not be pulled, the old ones stay. First of 1 thing to know: World Bank:")
    assert made.titles.lists == {"unhcr": (2, made.titles.lists["unhcr"][1]), "worldbank": (2, None)}


async def test_leaving_the_workbench_stops_the_pull(lists, until) -> None:
    made = lists()
    async with made.app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("U")
        await until(pilot, "1 of 600")
    assert made.unhcr.left.wait(5)
    assert made.titles.lists == {"unhcr": (1, None), "worldbank": (2, None)}


@pytest.mark.parametrize("standing", ["offline", "samples"])
async def test_nothing_is_pulled_where_nothing_live_may_be_asked(lists, until, standing) -> None:
    made = lists(**{standing: True})
    async with made.app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("U")
        await until(pilot, "Whole lists come from the live services only")
    assert not made.unhcr.left.is_set()
