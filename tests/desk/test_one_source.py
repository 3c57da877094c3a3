"""A question to one office loads no other: what a broken plug-in does is its own affair, and start is short."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from workbench.bootstrap.hosts import HostsOfSources
from workbench.bootstrap.open_desk import desk_without_database
from workbench.config import Settings
from workbench.core.errors import NoSuchRecordError
from workbench.core.series import SeriesRef
from workbench.desk.desk_view import DeskView
from workbench.desk.services.fetch_and_compare import source_of
from workbench.plugins import SOURCES, BrokenPluginError, Plugins


class Watched(Plugins):
    """The offices that are installed, and which of them were asked for."""

    def __init__(self) -> None:
        super().__init__(SOURCES)
        self.asked: list[str] = []

    def __getitem__(self, name: str):
        self.asked.append(name)
        return super().__getitem__(name)


@pytest.fixture
def desk(tmp_path):
    with desk_without_database(
        Settings(db="unused.db", archive=tmp_path / "a", catalogue=tmp_path / "c.db", offline=True)
    ) as desk:
        yield desk


@pytest.mark.parametrize("name", Plugins(SOURCES))
def test_the_source_of_a_series_is_the_only_one_asked_for(name, desk):
    watched = Watched()
    ports = replace(desk.ports, sources=watched, own=())
    assert source_of(ports, SeriesRef(name, "x")).info.name == name
    assert tuple(HostsOfSources(watched, {})[name]) == watched[name].info.hosts
    assert set(watched.asked) == {name}


@pytest.mark.parametrize("name", Plugins(SOURCES))
def test_the_title_of_a_source_loads_it_alone(name, desk):
    watched = Watched()
    view = DeskView(replace(desk.ports, sources=watched, own=()))
    assert view.source_title(name) == Plugins(SOURCES)[name].info.title != name
    assert set(watched.asked) == {name}


def test_a_source_without_a_title_goes_by_its_name(desk):
    class Broken(Watched):
        def _load(self, name: str):
            raise BrokenPluginError(name, "it is out of date")

    own = SimpleNamespace(info=SimpleNamespace(name="mine", title="Our own counts"))
    view = DeskView(replace(desk.ports, sources=Broken(), own=(own,)))
    assert [view.source_title(name) for name in ("nobody", "eurostat", "mine")] == [
        "nobody",
        "eurostat",
        "Our own counts",
    ]


def test_a_source_that_is_not_here_is_told(desk):
    with pytest.raises(NoSuchRecordError):
        source_of(replace(desk.ports, sources=Watched(), own=()), SeriesRef("nobody", "x"))
    hosts = HostsOfSources(Watched(), {"factcheck": ("a.example",)})
    assert (hosts.get("nobody", ()), hosts.get("factcheck")) == ((), ("a.example",))
    assert {"factcheck", *Plugins(SOURCES)} == set(hosts)
    assert len(hosts) == len(set(hosts))
