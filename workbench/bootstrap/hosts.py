"""Hosts that each source may ask. A source declares them at its first request, so that one office loads no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.ports import StatSource


class HostsOfSources(Mapping[str, Sequence[str]]):
    """The hosts of sources by name, and those of the `others` that ask too."""

    def __init__(self, sources: Mapping[str, StatSource], others: Mapping[str, Sequence[str]]) -> None:
        self._sources, self._others = sources, others

    def __getitem__(self, name: str) -> Sequence[str]:
        """Return the hosts that a source may ask. Raises KeyError: it says of none."""
        return self._others[name] if name in self._others else self._sources[name].info.hosts

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._sources, *self._others)))

    def __len__(self) -> int:
        return len({*self._sources, *self._others})
