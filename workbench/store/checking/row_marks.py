"""What the checks of some claims are made of, as one hash each: over the digests of their rows, as the journal notes them.

Thousands are looked over in a handful of statements, and nothing is read of them but what the digests are made of. Where a hash is the
same as before, so is every row that a report reads of the claim; whether the rows are what they were when they came in is told beside it.
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
from workbench.store.journal import JournalLine
from workbench.store.listed import listed, listing
from workbench.store.skipping import UNREADABLE
from workbench.store.tables import AmendmentTable, AttachmentTable, ResearchTable

_KNOWN = '"known":'
"""How what was said before stands in a research; one without has no such word."""


class _RowDigests:
    """The digests of the rows of some claims and of documents."""

    def __init__(self) -> None:
        self.of: dict[str, list[str]] = defaultdict(list)
        self.documents: dict[str, str] = {}

    def __call__(self, kind: str, rows: Mapping[int, JournalLine]) -> None:
        """Take rows in."""
        if kind == "documents":
            self.documents.update((line.id, line.digest) for line in rows.values())
        else:
            for line in rows.values():
                self.of[line.of].append(f"{kind} {line.number} {line.digest}")


def row_marks(connection: Connection, claims: Sequence[str]) -> RowMarks:
    """Return the marks of claims that are there."""
    rows = _RowDigests()
    doubtful = frozenset(integrity.doubtful(connection, claims, rows))
    if doubtful:  # not all of them were seen
        claims = [key for key in claims if key not in doubtful]
    documents, amended = integrity.documents_of(connection, claims), _amended(connection)
    known = _known(connection, claims)
    said = _reviews(connection, sorted({other for others in known.values() for other in others}))
    marks = {
        key: _hashed(
            (
                *rows.of[key],
                rows.documents.get(document, ""),
                *amended[document],
                *(said[each] for each in known.get(key, ())),
            )
        )
        for key, document in documents.items()
    }
    return RowMarks(marks, doubtful, _attached(connection, claims))


def _amended(connection: Connection) -> Mapping[str, list[str]]:
    """Return the digests of the amendments of each document."""
    digests: dict[str, list[str]] = defaultdict(list)
    lines = integrity.lines(connection, "amendments", "true")
    for number, document in connection.execute(select(col(AmendmentTable.number), col(AmendmentTable.document))):
        digests[document].append(f"{number} {lines[number or 0].digest}")
    return digests


def _known(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Return the claims that said the same before, as any research of each claim has them: what is told of them rests on their reviews."""
    query = select(col(ResearchTable.claim), col(ResearchTable.noun)).where(
        col(ResearchTable.claim).in_(listed(connection, claims)), col(ResearchTable.noun).contains(_KNOWN)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for claim, noun in connection.execute(query.order_by(col(ResearchTable.number))):
        with suppress(*UNREADABLE):  # whoever reads the research is told
            found[claim] += [each.id for each in decode(Researched, noun).known]
    return found


def _reviews(connection: Connection, claims: Sequence[str]) -> Mapping[str, str]:
    """Return the digests of the reviews of some claims, together."""
    found: dict[str, list[str]] = defaultdict(list)
    wanted = f"claim IN ({listing(connection)})"
    for line in integrity.lines(connection, "reviews", wanted, keys=json.dumps(claims)).values():
        found[line.of].append(line.digest)
    return defaultdict(str, {claim: _hashed(digests) for claim, digests in found.items()})


def _attached(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Return the archived bodies of what was attached to each claim, taken back or not."""
    query = select(col(AttachmentTable.claim), col(AttachmentTable.noun))
    found: dict[str, list[str]] = defaultdict(list)
    for claim, noun in connection.execute(query.where(col(AttachmentTable.claim).in_(listed(connection, claims)))):
        with suppress(*UNREADABLE):  # likewise
            if (body := decode(Attachment, noun).body) is not None:
                found[claim].append(body.id)
    return found


def _hashed(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()
