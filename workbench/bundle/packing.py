"""Pack a bundle: claims with all decisions, a readable page, and the archived bodies behind every figure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.bundle import crate, zip_file
from workbench.bundle.signing import signed
from workbench.bundle.zip_file import CLAIMS, MANIFEST, METADATA, REPORT, SIGNATURE
from workbench.core.evidence import Snapshot
from workbench.core.failures.bundle_errors import NothingToPackError
from workbench.core.report import Report
from workbench.desk import Desk
from workbench.ports import ClaimFilter


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle that is ready to be written.

    Attributes:
        id: Its id, the hash of its manifest.
        claims: Number of claims in it.
        bodies: Number of archived bodies in it.
    """

    id: str
    claims: int
    bodies: int
    _manifest: bytes
    _files: dict[str, bytes]
    _names: tuple[str, ...]
    _desk: Desk
    _signature: bytes

    def parts(self) -> Iterator[bytes]:
        """Return its bytes, one member at a time. Raises StoreError where an archived body is missing or damaged."""
        return zip_file.parts(self._members())

    def _members(self) -> Iterator[tuple[str, bytes]]:
        for name in self._names:
            yield (
                name,
                self._files[name] if name in self._files else self._desk.archive.read(name.removeprefix("bodies/")),
            )
        yield MANIFEST, self._manifest
        if self._signature:
            yield SIGNATURE, self._signature


def pack(desk: Desk, wanted: ClaimFilter, title: str = "", key: Path | None = None) -> Packed:
    """Build a bundle of claims; drafts are included, and marked as such.

    Args:
        desk: The desk with the claims.
        wanted: The claims to pack.
        title: The bundle's title.
        key: A private key that signs it.

    Raises:
        NothingToPackError: No claim matches.
        PublishError: A published figure can no longer be recomputed.
        SigningKeyError: The key cannot sign.
    """
    report = desk.report(wanted, title)
    if not report.entries:
        raise NothingToPackError
    bodies = _bodies(report)
    files = {
        CLAIMS: b"".join(desk.export_report(report, "json").parts()),
        REPORT: b"".join(desk.export_report(report, "html", drafts=True).parts()),
    }
    hashes = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    hashes |= {f"bodies/{body.id}": body.id for body in bodies}
    sizes = {name: len(body) for name, body in files.items()} | {f"bodies/{body.id}": body.size for body in bodies}
    files[METADATA] = crate.metadata(report, sizes, hashes, bodies)
    whole = {METADATA: hashlib.sha256(files[METADATA]).hexdigest(), **hashes}
    manifest = zip_file.manifest_of(whole)
    return Packed(
        hashlib.sha256(manifest).hexdigest(), len(report.entries), len(bodies), manifest, files, tuple(whole), desk,
        signed(manifest, key) if key else b"",
    )  # fmt: skip


def _bodies(report: Report) -> tuple[Snapshot, ...]:
    """Return the bodies behind figures and attachments, each once, by their hash."""
    attached = (each.body for entry in report.entries for each in entry.attached if each.body is not None)
    return tuple({body.id: body for body in (*report.bodies, *attached)}.values())
