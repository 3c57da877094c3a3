"""Whole lists are pulled beside other work: by a catalogue of their own over the same file, stopped from any thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from workbench.bootstrap.open_desk import open_desk
from workbench.config import settings
from workbench.core.series import Series, SeriesRef, SourceInfo
from workbench.desk import Desk
from workbench.ports import CataloguePage, Fetch, Progress, silent


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("WORKBENCH_CONFIG", raising=False)
    with open_desk(settings(db=str(tmp_path / "desk.db"))) as opened:
        yield opened


def listed(name: str, count: int) -> tuple[Series, ...]:
    return tuple(Series(ref=SeriesRef(name, f"K{n}"), title=f"Zebrawood planks, part {n}") for n in range(count))


@dataclass
class Service:
    """A service whose list comes in two pages, the second when it is let."""

    name: str
    begun: threading.Event = field(default_factory=threading.Event)
    let: threading.Event = field(default_factory=threading.Event)

    @property
    def info(self) -> SourceInfo:
        return SourceInfo(name=self.name, title=self.name, publisher="", licence="free", url="https://a.example")

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage(listed(self.name, 3), 3, 6)
        self.begun.set()
        while not self.let.is_set():  # noqa: ASYNC110  (it is let from another thread)
            await asyncio.sleep(0.005)
        yield CataloguePage(listed(self.name, 6)[3:], 6, 6)


def with_services(desk: Desk, *services: Service) -> Desk:
    """Return the desk over these services, and over them apart too."""
    sources = {service.name: service for service in services}
    opened = desk.ports.second_set

    class Apart:
        def __enter__(self):
            self.way = opened()
            return replace(self.way.__enter__(), sources=sources)

        def __exit__(self, *error):
            return self.way.__exit__(*error)

    return Desk(replace(desk.ports, sources=sources, second_set=Apart))


def test_a_list_put_in_apart_is_searched_at_once(desk: Desk):
    """A thread of its own opens the same file; what it puts in, the desk finds."""
    assert desk.catalogue.only_starter_lists

    def put() -> int:
        with desk.ports.second_set() as ports:
            return ports.catalogue.replace("wood", listed("wood", 5), date(2026, 1, 1))

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(put).result() == 5
    assert not desk.catalogue.only_starter_lists
    assert desk.catalogue.search("zebrawood planks")[0].ref.source == "wood"


def test_what_came_whole_stays_and_the_rest_keeps_its_old_list_when_it_is_stopped(desk: Desk):
    whole, half = Service("whole"), Service("half")
    mine = with_services(desk, whole, half)
    whole.let.set()
    pull = mine.catalogue.pull()
    here = threading.Event()

    def hear(progress: Progress) -> None:
        if (progress.what, progress.state) == ("whole", "done"):
            here.set()

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(pull.run, hear)
        assert half.begun.wait(10)
        assert here.wait(10)
        pull.stop()
        assert running.result(10) == ()
    assert pull.stopped
    counts = desk.ports.catalogue.counts()
    assert counts["whole"][0] == 6
    assert "half" not in counts


def test_one_stopped_before_it_began_does_nothing(desk: Desk):
    service = Service("late")
    pull = with_services(desk, service).catalogue.pull()
    pull.stop()
    assert pull.run(silent) == ()
    assert not service.begun.is_set()


def test_stopping_one_that_is_done_is_no_error(desk: Desk):
    service = Service("soon")
    service.let.set()
    pull = with_services(desk, service).catalogue.pull()
    assert pull.run(silent) == []
    pull.stop()
    assert desk.ports.catalogue.counts()["soon"][0] == 6
