"""Compute one hash for each of some claims, over the digests of all rows that a report reads of the claim.

Where a hash is the same as before, so is every one of those rows. Whether the rows are still as the journal noted them
is returned too. Thousands of claims take a handful of statements, which read only what the digests need.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.attachment import Attachment
from workbench.core.encoding.codec import decode
from workbench.ports import Researched, RowMarks
from workbench.store.checking import integrity
from workbench.store.checking.lost_published_claims import taken_away
from workbench.store.id_parameters import listed, listing
from workbench.store.journal import JournalLine
from workbench.store.lists import sightings
from workbench.store.tables import AmendmentTable, AttachmentTable, ResearchTable
from workbench.store.unreadable_rows import UNREADABLE

_KNOWN = '"known":'
"""Text by which a research that names earlier claims is found: its JSON has this key, others do not."""


class _RowDigests:
    """Collects the digests of the rows of some claims and of documents."""

    def __init__(self) -> None:
        self.of: dict[str, list[str]] = defaultdict(list)
        self.documents: dict[str, str] = {}

    def __call__(self, kind: str, rows: Mapping[int, JournalLine]) -> None:
        """Add the digests of rows of a table."""
        if kind == "documents":
            self.documents.update((line.id, line.digest) for line in rows.values())
        else:
            for line in rows.values():
                self.of[line.of].append(f"{kind} {line.number} {line.digest}")


def row_marks(connection: Connection, claims: Sequence[str], among: Sequence[str] = ()) -> RowMarks:
    """Compute the hashes of those claims that exist, and find what is lost among some claims or all; the reviews are read once for both."""
    there = integrity.lines(connection, "reviews", "true")
    lost = tuple(taken_away(connection, among, there))
    reviews: dict[str, list[JournalLine]] = defaultdict(list)
    for line in there.values():
        reviews[line.of].append(line)
    rows = _RowDigests()
    doubtful = frozenset(integrity.doubtful(connection, claims, rows, {"reviews": reviews}))
    if doubtful:  # not all of their rows were seen
        claims = [key for key in claims if key not in doubtful]
    documents, amended = integrity.documents_of(connection, claims), _amended(connection)
    known = _known(connection, claims)
    said = _reviews(connection, sorted({other for others in known.values() for other in others}))
    again = _said_again(connection, claims, amended)
    marks = {
        key: _hashed(
            (
                *rows.of[key],
                rows.documents.get(document, ""),
                *amended[document],
                *(said[each] for each in known.get(key, ())),
                again.get(key, ""),
            )
        )
        for key, document in documents.items()
    }
    return RowMarks(marks, doubtful, _attached(connection, claims), lost)


def _amended(connection: Connection) -> Mapping[str, list[str]]:
    """Return the digests of the amendments of each document."""
    digests: dict[str, list[str]] = defaultdict(list)
    lines = integrity.lines(connection, "amendments", "true")
    for number, document in connection.execute(select(col(AmendmentTable.number), col(AmendmentTable.document))):
        digests[document].append(f"{number} {lines[number or 0].digest}")
    return digests


def _known(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Return, for each claim, the earlier claims with the same statement that any research of it names.

    What a report says about those depends on their reviews.
    """
    query = select(col(ResearchTable.claim), col(ResearchTable.noun)).where(
        col(ResearchTable.claim).in_(listed(connection, claims)), col(ResearchTable.noun).contains(_KNOWN)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for claim, noun in connection.execute(query.order_by(col(ResearchTable.number))):
        with suppress(*UNREADABLE):  # reported when the research itself is read
            found[claim] += [each.id for each in decode(Researched, noun).known]
    return found


def _reviews(connection: Connection, claims: Sequence[str]) -> Mapping[str, str]:
    """Return one hash over the reviews of each of some claims."""
    found: dict[str, list[str]] = defaultdict(list)
    wanted = f"claim IN ({listing(connection)})"
    for line in integrity.lines(connection, "reviews", wanted, keys=json.dumps(claims)).values():
        found[line.of].append(line.digest)
    return defaultdict(str, {claim: _hashed(digests) for claim, digests in found.items()})


def _said_again(
    connection: Connection, claims: Sequence[str], amended: Mapping[str, Sequence[str]]
) -> Mapping[str, str]:
    """Return one hash over the places of all claims with the same words, by claim; those that were said once are left out."""
    groups = list(sightings.groups(connection, claims))
    keys = sorted({each.document for group in groups for each in group})
    there = integrity.lines(connection, "documents", f"id IN ({listing(connection)})", keys=json.dumps(keys))
    digests = {line.id: line.digest for line in there.values()}
    found = {}
    for group in groups:
        parts = (
            f"{each.claim} {each.start} {each.said} {digests.get(each.document)} {amended.get(each.document, ())}"
            for each in group
        )
        found.update(dict.fromkeys((each.claim for each in group), _hashed(parts)))
    return found


def _attached(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Return the archived bodies of each claim's attachments, including those that were taken back."""
    query = select(col(AttachmentTable.claim), col(AttachmentTable.noun))
    found: dict[str, list[str]] = defaultdict(list)
    for claim, noun in connection.execute(query.where(col(AttachmentTable.claim).in_(listed(connection, claims)))):
        with suppress(*UNREADABLE):  # reported when the attachment itself is read
            if (body := decode(Attachment, noun).body) is not None:
                found[claim].append(body.id)
    return found


def _hashed(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()
