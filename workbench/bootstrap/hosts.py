"""The hosts that each source may contact, read when a source is first used, so that one source loads no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.ports import StatSource


class HostsOfSources(Mapping[str, Sequence[str]]):
    """The hosts of sources by name, and of the `others` that send requests too."""

    def __init__(self, sources: Mapping[str, StatSource], others: Mapping[str, Sequence[str]]) -> None:
        self._sources, self._others = sources, others

    def __getitem__(self, name: str) -> Sequence[str]:
        """Return the hosts that a source may contact. Raises KeyError where it declares none."""
        return self._others[name] if name in self._others else self._sources[name].info.hosts

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._sources, *self._others)))

    def __len__(self) -> int:
        return len({*self._sources, *self._others})
