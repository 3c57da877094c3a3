"""Add to the entries of a report where else the same words were said, for formats that name those places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.report import Entry
from workbench.core.sighting import Sighting
from workbench.desk.desk_ports import DeskPorts
from workbench.report.recording_links import web_link


class WithSightings:
    """Adds sightings to entries.

    The same words are looked up once, and documents are cached without their texts: thousands of claims may say a few
    hundred things in a few hundred speeches.
    """

    def __init__(self, ports: DeskPorts) -> None:
        self._store = ports.store
        self._said: dict[tuple[str, str], Sequence[Sighting]] = {}
        self._documents: dict[str, Document] = {}

    def __call__(self, entry: Entry) -> Entry:
        """Return an entry with the other places of its claim's words, each with its address on the web."""
        claim = entry.claim
        others = tuple(each for each in self._alike(claim) if each.claim != claim.id)
        return changed_copy(entry, sightings=others) if others else entry

    def _alike(self, claim: Claim) -> Sequence[Sighting]:
        words = (claim.quote, claim.context)
        if words not in self._said:
            found = self._store.sightings(claim.id)
            self._said[words] = tuple(self._addressed(found)) if len(found) > 1 else ()
        return self._said[words]

    def _addressed(self, found: Iterable[Sighting]) -> Iterator[Sighting]:
        for each in found:
            with suppress(UnreadableRecordError, NoSuchRecordError):
                yield replace(each, address=web_link(self._document(each.document), each.start))

    def _document(self, key: str) -> Document:
        if key not in self._documents:
            self._documents[key] = replace(self._store.document(key), text="")
        return self._documents[key]
