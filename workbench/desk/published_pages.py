"""Pages as readers got them: at each publication, correction, update and withdrawal the claim's HTML page is kept, byte for byte.

They lie in the archive under their hash, so `archive verify` and `doctor` look at them, and `archive prune` leaves them alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.core.errors import StoreError
from workbench.core.evidence import Snapshot
from workbench.core.published import Release, releases
from workbench.desk import publish, verdicts
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.replaying import Replayed
from workbench.ports import ClaimFilter

SOURCE = "published"
"""Name of the source of kept pages in the archive's log."""

FORM = "html"

MOST = 10_000
"""Pages of one claim at most."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page that readers got.

    Attributes:
        release: What gave it to them.
        snapshot: The kept bytes; None for one from before pages were kept.
    """

    release: Release
    snapshot: Snapshot | None

    @property
    def what(self) -> str:
        """What happened: published, or the kind of the change."""
        kind = self.release.kind
        return kind.value if kind is not None else "published"


def keep(ports: DeskPorts, claim: str) -> None:
    """Keeps the page of a claim as readers have it since the newest release; nothing where it is kept already."""
    found = releases(verdicts.verdict(ports, claim))
    if not found or FORM not in ports.exporters:
        return
    address = _address(claim, found[-1])
    if ports.archive.latest(address, samples=False) is not None:
        return
    body = publish.hand_out(ports, publish.report(ports, ClaimFilter(ids=(claim,)), ""), FORM).body
    snapshot = Snapshot(
        id=hashlib.sha256(body).hexdigest(),
        url=address,
        fetched=ports.clock(),
        media_type="text/html; charset=utf-8",
        size=len(body),
        source=SOURCE,
    )
    ports.archive.keep(snapshot, body)


def pages(ports: DeskPorts, claim: str) -> list[PublishedPage]:
    """Every page that readers got of a claim, oldest first."""
    key = ports.store.claim(claim).id
    found = releases(verdicts.verdict(ports, key))
    if not found:
        return []
    kept = {held.snapshot.url: held.snapshot for held in ports.archive.holdings(f"{SOURCE}:{key}/", 0, MOST)}
    return [PublishedPage(each, kept.get(_address(key, each))) for each in found]


def faults(ports: DeskPorts, claim: str) -> Iterator[Replayed]:
    """The kept pages of a claim that are gone or changed."""
    for page in pages(ports, claim):
        try:
            if page.snapshot is not None:
                ports.archive.read(page.snapshot.id)
        except StoreError as error:
            yield Replayed(claim, None, f"the page of {page.release.review.at:%Y-%m-%d}: {error.message}")


def is_kept_page(ports: DeskPorts, key: str) -> bool:
    """Whether an archived body is a page that readers got."""
    return any(fetch.source == SOURCE for fetch in ports.archive.fetches(key))


def _address(claim: str, release: Release) -> str:
    return f"{SOURCE}:{claim}/{release.review.id}"
