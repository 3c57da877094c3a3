"""Open a bundle: verify it byte by byte, import what is new, and replay its figures without the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.bundle.signing import signer
from workbench.bundle.zip_file import CLAIMS, Container, opened
from workbench.core.errors import printable
from workbench.core.failures.bundle_errors import TouchedBundleError
from workbench.desk import Desk
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.importing import workbench_exports
from workbench.desk.importing.import_progress import Counts
from workbench.ports import Imported, Rejected


@dataclass(frozen=True, slots=True)
class Verified:
    """A bundle that is whole.

    Attributes:
        id: Its id.
        files: Number of files, without the manifest.
        signed_by: The public key that signed it; empty for an unsigned one.
    """

    id: str
    files: int
    signed_by: str


@dataclass(frozen=True, slots=True)
class ImportedBundle:
    """The result of importing a bundle.

    Attributes:
        verified: The bundle.
        imported: The number of what was added.
        rejected: Claims that cannot be read.
        replayed: Its figures, recomputed from the bodies in it.
    """

    verified: Verified
    imported: Imported
    rejected: tuple[Rejected, ...]
    replayed: tuple[Replayed, ...]


def verify(path: Path, trusted: Path | None = None) -> Verified:
    """Check every byte of a bundle, and its signature.

    Args:
        path: The file.
        trusted: The public key that must have signed it; None accepts any signature, or none.

    Raises:
        ReadingError: It is no bundle, was changed (the part is named), or lacks that signature.
    """
    with opened(path) as bundle:
        return _verified(path, bundle, trusted)


def open_bundle(
    opens: Callable[[], AbstractContextManager[Desk]], path: Path, trusted: Path | None = None
) -> ImportedBundle:
    """Verify a bundle and import it; existing records are not changed.

    Args:
        opens: Opens the desk, which may create its database; called only after the bundle was verified.
        path: The file.
        trusted: As for `verify`.

    Raises:
        ReadingError: The bundle is invalid; see `verify`.
        NewerExportError: A newer program wrote its claims.
        StoreError: The desk cannot be opened or written.
    """
    with opened(path) as bundle:
        verified = _verified(path, bundle, trusted)
        report = workbench_exports.read_report(bundle.read(CLAIMS), printable(path))
        if report is None:
            raise TouchedBundleError(path, CLAIMS, "it is no export of a workbench")
        with opens() as desk:
            return _taken_in(desk, bundle, report, verified)


def _taken_in(desk: Desk, bundle: Container, report: Mapping[str, Any], verified: Verified) -> ImportedBundle:
    counts = Counts()
    for source in report["sources"]:
        _keep(desk, bundle, source, counts)
    workbench_exports.add_exported(desk.ports, CLAIMS, enumerate(report["claims"], start=1), counts, dry=False)
    keys = [str(each["claim"]["id"]) for each in report["claims"]]
    there = desk.ports.store.which_claims(keys)
    replayed = tuple(each for key in keys if key in there for each in desk.replay(key))
    return ImportedBundle(verified, counts.imported(), tuple(counts.rejected), replayed)


def _verified(path: Path, bundle: Container, trusted: Path | None) -> Verified:
    bundle.verify()
    return Verified(bundle.id, len(bundle.names), signer(path, bundle.manifest, bundle.signature, trusted))


def _keep(desk: Desk, bundle: Container, source: Mapping[str, Any], counts: Counts) -> None:
    name = f"bodies/{source['sha256']}"
    if name in bundle.names:
        workbench_exports.keep_body(desk.ports, source, bundle.read(name), name, counts)
