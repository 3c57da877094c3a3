"""Plug-ins: sources, readers, exporters and screens, found in the workbench's packages and by entry points.

Names are listed without importing anything, a plug-in is imported when it is used, and a broken one never stops the
desk. In the workbench's packages, each module without a leading underscore is the plug-in of that name, and declares it
in one constant.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any, Generic, TypeVar, cast

from workbench.core.errors import Problem, UnknownNameError, WorkbenchError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PluginGroup:
    """A kind of plug-in.

    Attributes:
        name: Its entry-point group.
        package: The package of the built-in ones.
        constant: The name of each module's constant.
        not_plugins: Modules that are no plug-ins: bootstrap creates their objects from the user's configuration.
    """

    name: str
    package: str
    constant: str
    not_plugins: tuple[str, ...] = ()


SOURCES = PluginGroup("workbench.sources", "sources", "SOURCE", not_plugins=("factcheck",))
EXPORTERS = PluginGroup("workbench.exporters", "workbench.export", "EXPORTER")
READERS = PluginGroup("workbench.readers", "workbench.readers", "READER")
SCREENS = PluginGroup("workbench.screens", "workbench.tui.pages", "SCREEN")


class BrokenPluginError(WorkbenchError):
    """A plug-in that cannot be loaded."""

    def __init__(self, name: str, why: object) -> None:
        super().__init__(
            f"The plug-in {name} cannot be loaded: {why}.", "Update or uninstall the package that brings it."
        )


class Plugins(Mapping[str, T], Generic[T]):
    """The plug-ins of a group by name; each is imported when it is first asked for."""

    def __init__(self, group: PluginGroup) -> None:
        self.group = group
        self._loaded: dict[str, T] = {}

    @cached_property
    def _inside(self) -> tuple[str, ...]:
        spec = find_spec(self.group.package)
        folders = spec.submodule_search_locations if spec else None
        return tuple(
            m.name for m in iter_modules(folders) if not m.name.startswith("_") and m.name not in self.group.not_plugins
        )

    @cached_property
    def _outside(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in _installed(tuple(sys.path)).select(group=self.group.name)}

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._inside, *self._outside)))

    def __len__(self) -> int:
        return len(dict.fromkeys((*self._inside, *self._outside)))

    def __contains__(self, name: object) -> bool:
        return name in self._inside or name in self._outside

    def __getitem__(self, name: str) -> T:
        """Return the plug-in of that name.

        Raises:
            KeyError: There is none.
            BrokenPluginError: It cannot be imported, or lacks its constant.
        """
        if name not in self:
            raise KeyError(name)
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> T:
        try:
            if name in self._inside:
                return cast("T", getattr(import_module(f"{self.group.package}.{name}"), self.group.constant))
            loaded: Any = self._outside[name].load()
            return cast("T", getattr(loaded, self.group.constant, loaded))
        except Exception as error:  # a foreign module may raise anything while it is imported
            raise BrokenPluginError(name, error) from error

    def choose(self, name: str, what: str) -> T:
        """Return the plug-in of a name. Raises UnknownNameError, which names the nearest one."""
        if name not in self:
            raise UnknownNameError(what, name, list(self))
        return self[name]

    def broken(self) -> list[Problem]:
        """Return the plug-ins that cannot be loaded, for doctor."""
        problems = []
        for name in self:
            try:
                self[name]
            except WorkbenchError as error:
                problems.append(error.as_problem(f"plug-in {name}", "broken-plug-in"))
        return problems


@lru_cache(maxsize=1)
def _installed(_: tuple[str, ...]) -> EntryPoints:
    """Return the entry points of all packages on a path; cached, since reading them opens a file of every package."""
    return cast("EntryPoints", entry_points())  # before 3.12 it is another class with the same methods
