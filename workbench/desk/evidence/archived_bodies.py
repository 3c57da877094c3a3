"""What is known of the archived bodies behind a report, asked of the archive once each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.core.evidence import Snapshot
from workbench.ports import Archive


class ArchivedBodies(Mapping[str, Snapshot]):
    """Cache of the records of archived bodies by id; the archive is asked once for each."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[str, Snapshot | None] = {}

    def __getitem__(self, key: str) -> Snapshot:
        if key not in self._known:
            self._known[key] = self._archive.snapshot(key)
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for key, body in self._known.items() if body is not None)

    def __len__(self) -> int:
        return sum(body is not None for body in self._known.values())
