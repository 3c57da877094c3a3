"""Published pages: at each publication, correction, update and withdrawal the claim's HTML page is stored, byte for byte.

They are in the archive under their hash, and the database records the page of each release. So `archive verify` and `doctor` check
them, `archive prune` keeps them, and no page can be replaced by another.
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
from workbench.desk.publication import report_making
from workbench.desk.verdicts import verdicts
from workbench.ports import ClaimFilter

SOURCE = "published"
"""Name of the source of kept pages in the archive's log."""

FORMAT = "html"

MOST = 10_000
"""Maximum number of pages of one claim."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A published page.

    Attributes:
        release: The release that published it.
        snapshot: The archived page; None for a release from before pages were stored.
    """

    release: Release
    snapshot: Snapshot | None

    @property
    def what(self) -> str:
        """What happened: published, or the kind of the change."""
        kind = self.release.kind
        return kind.value if kind is not None else "published"


def keep(ports: DeskPorts, verdict: Verdict) -> None:
    """Store the page of a claim for its newest release, unless it is stored already."""
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
    """Make the page of a claim's published state and archive it."""
    body = report_making.export_report(ports, report_making.report(ports, ClaimFilter(ids=(claim,)), ""), FORMAT).body
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
    """List the published pages of a claim, oldest first."""
    key = ports.store.claim_id(claim)
    found = releases(verdicts.verdict_of(ports, key))
    if not found:
        return []
    logged = {held.snapshot.url: held.snapshot for held in ports.archive.holdings(f"{SOURCE}:{key}/", 0, MOST)}
    noted = {page.release: page for page in ports.store.kept_pages(key)}
    return [PublishedPage(each, _kept(key, each.review.id, noted, logged)) for each in found]


def _kept(claim: str, release: str, noted: Mapping[str, KeptPage], logged: Mapping[str, Snapshot]) -> Snapshot | None:
    """Find the page of a release by the database's record, or, for an older one, by the archive's log."""
    address = _address(claim, release)
    return _snapshot(noted[release], address) if release in noted else logged.get(address)


def faults(ports: DeskPorts, claim: str) -> Iterator[Replayed]:
    """Yield the stored pages of a claim that are missing or changed."""
    for page in pages(ports, claim):
        try:
            if page.snapshot is not None:
                ports.archive.read(page.snapshot.id)
        except StoreError as error:
            yield Replayed(claim, None, f"the page of {page.release.review.at:%Y-%m-%d}: {error.message}")


def is_kept_page(ports: DeskPorts, key: str) -> bool:
    """Check whether an archived body is a published page."""
    return any(fetch.source == SOURCE for fetch in ports.archive.fetches(key))


def all_faults(ports: DeskPorts) -> Iterator[Problem]:
    """Yield, for `doctor`, the pages of all claims for which the archive's log and the database differ.

    Missing or changed bodies are reported by the archive.
    """
    for page in ports.store.kept_pages():
        logged = ports.archive.latest(_address(page.claim, page.release), samples=False)
        if logged is not None and logged.id != page.body:
            message = "The archive's log has another page than the one that readers got."
            yield Problem(f"page {page.release}", message, "Bring fetches.db back from a copy.", "other-page")


def _address(claim: str, release: str) -> str:
    return f"{SOURCE}:{claim}/{release}"
