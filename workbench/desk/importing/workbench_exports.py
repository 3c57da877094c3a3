"""Imports exports of a workbench: claims with their documents, reviews, findings, corrections and attachments.

Existing rows do not change. Reviews, findings and corrections keep their ids, so that importing an export twice adds nothing. A JSON
export with ``--evidence`` includes the archived bodies; each is stored only if its hash is right.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from workbench.core.attachment import Attachment
from workbench.core.candidate import SeenBefore
from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.encoding.codec import load
from workbench.core.errors import Problem, ReadingError, StoreError, WorkbenchError, printable
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.verdict import Review
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.importing.import_progress import Counts
from workbench.ports import Rejected, Researched
from workbench.report.sealing import is_changed

SCHEMA = 1
"""The newest version of exports that can be read."""

OWN_HEADS = ("claim", "quote", "sentence", "speaker", "role", "said")
"""The first columns of our CSV."""

OWN_COLUMNS = {
    "id": "claim", "text": "sentence", "date": "said", "place": "place", "speaker": "speaker", "role": "role",
    "url": "url", "title": "document",
}  # fmt: skip
"""The field of each column of our CSV."""


_NAMED_BY_ALL = {"schema", "title", "made", "publisher"}
"""Keys of every JSON export, by which one of a newer version is recognised."""

_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*\d')


class BrokenExportError(ReadingError):
    """A JSON export of ours that is incomplete."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} is an export of a workbench that is not whole: {why}.", "Copy or export it again.")


class NewerExportError(ReadingError):
    """An export of a newer workbench, in which something was renamed or left out."""

    def __init__(self, path: object, version: object) -> None:
        super().__init__(
            f"{path} is an export of a newer workbench: it is of version {printable(version, 20)}, and {SCHEMA} is the newest that is read here.",
            "Update the workbench.",
        )


class NotJsonError(ReadingError):
    """A line of an export that is not JSON."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the line is not JSON: {why}", "Copy or export the file again.")


def is_own(record: object) -> bool:
    """Check whether a JSON value is a claim in our export format."""
    return isinstance(record, dict) and isinstance(record.get("kept"), dict) and isinstance(record.get("claim"), dict)


def own_columns(head: str) -> Mapping[str, str] | None:
    """Read the columns of our CSV from its first line; None for any other CSV."""
    names = [name.strip().strip('"') for name in head.lstrip("\ufeff").replace(";", ",").replace("\t", ",").split(",")]
    return OWN_COLUMNS if tuple(names[: len(OWN_HEADS)]) == OWN_HEADS and "sha256" in names else None


def read_report(body: bytes, origin: str = "the file") -> Mapping[str, Any] | None:
    """Read a JSON export of ours; None for any other file.

    Raises:
        BrokenExportError: It is cut off.
        NewerExportError: A newer workbench wrote it.
    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        if _BEGINS.match(body):
            raise BrokenExportError(origin, printable(error, 80)) from error
        return None
    if not isinstance(found, dict):
        return None
    if found.keys() >= _NAMED_BY_ALL and _is_newer(found["schema"]):
        raise NewerExportError(origin, found["schema"])
    claims = found.get("claims")
    return found if isinstance(claims, list) and "sources" in found and all(map(is_own, claims)) else None


def _is_newer(schema: object) -> bool:
    return isinstance(schema, int) and schema > SCHEMA


def read_lines(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Any]]:
    """Yield the values of an export in JSON Lines with their line numbers; for an invalid or truncated line, its error."""
    for number, line in lines:
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, NotJsonError(printable(error, 80))


def add_exported(
    ports: DeskPorts, origin: str, records: Iterator[tuple[int, Any]], counts: Counts, *, dry: bool
) -> None:
    """Add exported claims; one that cannot be read is refused, and the others are added."""
    for line, record in records:
        counts.rows += 1
        try:
            if isinstance(record, NotJsonError):
                raise record
            _take(ports, record["kept"], counts, dry=dry)
            if is_changed(record):
                counts.problems.append(changed_since(origin, record["kept"]))
        except (WorkbenchError, KeyError, TypeError, ValueError) as error:
            why = error.message if isinstance(error, WorkbenchError) else printable(error, 120)
            hint = error.hint if isinstance(error, NewerExportError) else "Export it again with this version."
            counts.rejected.append(Rejected(origin, line, f"The claim cannot be read back: {why}", hint))


def changed_since(origin: str, kept: Mapping[str, Any]) -> Problem:
    """Report a claim that was changed since its export; it is imported as it is."""
    message = f"Claim {printable(kept['claim'].get('id'), 40)} was changed in the file since it was exported; it is taken in as it stands under “kept”."
    return Problem(
        origin,
        message,
        "Ask for a new export, or look at it: workbench show, workbench replay, workbench doctor.",
        "changed-claim",
    )


def keep_bodies(ports: DeskPorts, sources: list[Mapping[str, Any]], origin: str, counts: Counts) -> None:
    """Store the included bodies, each under its hash; one with another hash is refused."""
    for each in sources:
        if isinstance(each.get("body"), str):
            keep_body(ports, each, base64.b64decode(each["body"]), origin, counts)


def keep_body(ports: DeskPorts, source: Mapping[str, Any], body: bytes, origin: str, counts: Counts) -> None:
    """Store a body with its fetch from the export; one with another hash is refused."""
    if hashlib.sha256(body).hexdigest() != source["sha256"]:
        message = f"A body is not what its hash says: {printable(source['sha256'], 64)}."
        counts.problems.append(Problem(origin, message, "Ask for a new export.", "bad-body"))
        return
    given = Snapshot(
        id=source["sha256"], url=source["url"], fetched=datetime.fromisoformat(source["fetched"]), media_type=source["media_type"],
        size=len(body), sample=source.get("sample") or "", asked=source.get("asked") or "",
    )  # fmt: skip
    if not ports.archive.holds(given.id):
        ports.archive.keep(given, body)


def _take(ports: DeskPorts, kept: Mapping[str, Any], counts: Counts, *, dry: bool) -> None:
    if _is_newer(kept.get("schema")):
        raise NewerExportError("it", kept["schema"])
    document, claim = _document(ports, kept["document"]), load(Claim, kept["claim"])
    reviews = [load(Review, each) for each in kept.get("reviews", ())]
    there = ports.store.which_documents([document.id])
    if dry:
        counts.claims += 1
        counts.documents += document.id not in there
        return
    with ports.store.together():
        new = _add(ports, document, claim)
        counts.documents += document.id not in there
        counts.claims += new
        counts.already += not new
        if new:
            _add_research(ports, claim, kept, reviews)
        for correction in kept.get("corrections", ()):
            ports.store.correct(load(Correction, correction))
        for attached in kept.get("attached", ()):
            ports.store.attach(load(Attachment, attached))
        ports.store.review_all(reviews)


def _document(ports: DeskPorts, kept: Any) -> Document:
    """Load a document from the export where it is complete, else from the store by its id. Raises StoreError."""
    return ports.store.document(kept) if isinstance(kept, str) else load(Document, kept)


def _add(ports: DeskPorts, document: Document, claim: Claim) -> bool:
    """Add a claim, and its document where it is missing; return whether the claim is new."""
    with suppress(StoreError):
        return ports.store.claim_as_read(claim.id).id != claim.id
    if ports.store.has_document(document.id):
        ports.store.add_claims(document.id, [claim])
    else:
        ports.store.add([(document, [claim])])
    return True


def _add_research(ports: DeskPorts, claim: Claim, kept: Mapping[str, Any], reviews: list[Review]) -> None:
    """Store the findings of earlier ratings, and then the current research."""
    at = reviews[0].at if reviews else ports.clock()
    behind = tuple(load(Finding, each) for each in kept.get("behind", ()))
    if behind:
        ports.store.keep_research(Researched(claim.id, at, findings=behind))
    findings = tuple(load(Finding, each) for each in kept.get("findings", ()))
    lying = Researched(
        claim=claim.id,
        at=at,
        findings=findings,
        problems=tuple(load(Problem, each) for each in kept.get("problems", ())),
        searched=kept.get("searched", ""),
        known=tuple(load(SeenBefore, each) for each in kept.get("known", ())),
        elsewhere=tuple(load(CheckedElsewhere, each) for each in kept.get("elsewhere", ())),
    )
    if findings or lying != Researched(claim.id, at):
        ports.store.keep_research(lying)
