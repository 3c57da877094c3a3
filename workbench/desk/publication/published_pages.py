"""Pages as readers got them: at each publication, correction, update and withdrawal the claim's HTML page is kept, byte for byte.

They lie in the archive under their hash, and the database notes which page each release gave to readers. So `archive verify` and `doctor`
look at them, `archive prune` leaves them alone, and no other page can be put in the place of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.core.errors import Problem, StoreError
from workbench.core.evidence import Snapshot
from workbench.core.reviews.published import KeptPage, Release, releases
from workbench.core.verdict import Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.publication import publish
from workbench.desk.verdicts import verdicts
from workbench.ports import ClaimFilter

SOURCE = "published"
"""Name of the source of kept pages in the archive's log."""

FORMAT = "html"

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


def keep(ports: DeskPorts, verdict: Verdict) -> None:
    """Keep the page of a claim as readers have it since the newest release; nothing where it is kept already."""
    claim, found = verdict.claim, releases(verdict)
    if not found or FORMAT not in ports.exporters:
        return
    release = found[-1].review.id
    if any(page.release == release for page in ports.store.kept_pages(claim)):
        return
    address = _address(claim, release)
    made = ports.archive.latest(address, samples=False) or _made(ports, claim, address)
    ports.store.keep_page(KeptPage(release, claim, made.fetched, made.id, made.size))


def _made(ports: DeskPorts, claim: str, address: str) -> Snapshot:
    """Return the page of a claim as readers have it now, put into the archive."""
    body = publish.hand_out(ports, publish.report(ports, ClaimFilter(ids=(claim,)), ""), FORMAT).body
    page = KeptPage("", claim, ports.clock(), hashlib.sha256(body).hexdigest(), len(body))
    snapshot = _snapshot(page, address)
    ports.archive.keep(snapshot, body)
    return snapshot


def _snapshot(page: KeptPage, address: str) -> Snapshot:
    return Snapshot(
        id=page.body,
        url=address,
        fetched=page.at,
        media_type="text/html; charset=utf-8",
        size=page.size,
        source=SOURCE,
    )


def pages(ports: DeskPorts, claim: str) -> list[PublishedPage]:
    """Return every page that readers got of a claim, oldest first."""
    key = ports.store.claim_id(claim)
    found = releases(verdicts.verdict_of(ports, key))
    if not found:
        return []
    logged = {held.snapshot.url: held.snapshot for held in ports.archive.holdings(f"{SOURCE}:{key}/", 0, MOST)}
    noted = {page.release: page for page in ports.store.kept_pages(key)}
    return [PublishedPage(each, _kept(key, each.review.id, noted, logged)) for each in found]


def _kept(claim: str, release: str, noted: Mapping[str, KeptPage], logged: Mapping[str, Snapshot]) -> Snapshot | None:
    """Return the page of a release: as the database notes it, or, for one from before it did, as the archive's log has it."""
    address = _address(claim, release)
    return _snapshot(noted[release], address) if release in noted else logged.get(address)


def faults(ports: DeskPorts, claim: str) -> Iterator[Replayed]:
    """Yield the kept pages of a claim that are gone or changed."""
    for page in pages(ports, claim):
        try:
            if page.snapshot is not None:
                ports.archive.read(page.snapshot.id)
        except StoreError as error:
            yield Replayed(claim, None, f"the page of {page.release.review.at:%Y-%m-%d}: {error.message}")


def is_kept_page(ports: DeskPorts, key: str) -> bool:
    """Return whether an archived body is a page that readers got."""
    return any(fetch.source == SOURCE for fetch in ports.archive.fetches(key))


def all_faults(ports: DeskPorts) -> Iterator[Problem]:
    """Yield the kept pages of all claims that the archive's log has otherwise than the database, for doctor.

    Bodies that are gone or changed are told by the archive.
    """
    for page in ports.store.kept_pages():
        logged = ports.archive.latest(_address(page.claim, page.release), samples=False)
        if logged is not None and logged.id != page.body:
            message = "The archive's log has another page than the one that readers got."
            yield Problem(f"page {page.release}", message, "Bring fetches.db back from a copy.", "other-page")


def _address(claim: str, release: str) -> str:
    return f"{SOURCE}:{claim}/{release}"
