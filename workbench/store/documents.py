"""Documents and their claims: how they come in, and the library that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, func, insert, select, text
from sqlmodel import col

from workbench.core.codec import decode
from workbench.core.errors import NoSuchRecordError
from workbench.core.text import Document
from workbench.ports import DocumentRow, EncodedDocument, Kept
from workbench.store.convert import damaged_document, document_row, keepable
from workbench.store.journal import JournalLine, Noted, digest, write
from workbench.store.search import count_worded, indexed, worded
from workbench.store.skipping import UNREADABLE, SkippedRows
from workbench.store.tables import ClaimTable, DocumentTable

CHUNK = 1_000
"""Rows inserted or looked up in one statement."""

_SHOWN = tuple(
    col(getattr(DocumentTable, name))
    for name in ("id", "title", "published", "place", "origin", "claims", "open", "worth")
)


class Batch:
    """Documents with their claims as rows, each document once; put together before the write lock is taken."""

    def __init__(self, forms: Iterable[EncodedDocument]) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.claims: dict[str, list[dict[str, Any]]] = {}
        self.digests: dict[tuple[str, str], str] = {}
        self.given = 0
        for each in forms:
            self.given += 1
            if each.id not in self.documents:
                self.documents[each.id], self.claims[each.id] = each.kept
                self._digest(each.id)

    def _digest(self, key: str) -> None:
        self.digests["documents", key] = digest("documents", self.documents[key])
        for claim in self.claims[key]:
            self.digests["claims", claim["id"]] = digest("claims", claim)


def add(connection: Connection, batch: Batch) -> Kept:
    """Inserts what is not there yet; on a server, one who adds waits for another, as everybody does for a file."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE documents IN SHARE ROW EXCLUSIVE MODE"))
    there = _present(connection, DocumentTable, batch.documents)
    new = [row for key, row in batch.documents.items() if key not in there]
    claims = [claim for row in new for claim in batch.claims[row["id"]]]
    taken = _present(connection, ClaimTable, [claim["id"] for claim in claims])
    claims = [claim for claim in claims if claim["id"] not in taken] if taken else claims
    with _noted(connection, DocumentTable, batch), indexed(connection, DocumentTable):
        _insert(connection, DocumentTable, new)
    with _noted(connection, ClaimTable, batch), indexed(connection, ClaimTable):
        _insert(connection, ClaimTable, claims)
    return Kept(len(new), len(claims), batch.given - len(new))


def _insert(connection: Connection, table: type[DocumentTable | ClaimTable], rows: Sequence[dict[str, Any]]) -> None:
    for at in range(0, len(rows), CHUNK):
        connection.execute(insert(table), rows[at : at + CHUNK])


@contextmanager
def _noted(connection: Connection, table: type[DocumentTable | ClaimTable], batch: Batch) -> Iterator[None]:
    """Notes the rows that are inserted inside the block; nobody else inserts meanwhile."""
    before = connection.execute(select(func.max(col(table.number)))).scalar() or 0
    yield
    kind = str(table.__tablename__)
    query = select(col(table.number), col(table.id)).where(col(table.number) > before).order_by(col(table.number))
    for some in connection.execute(query).partitions(CHUNK):
        lines = tuple(JournalLine(row[0] or 0, row[1], batch.digests[kind, row[1]]) for row in some)
        write(connection, [Noted(kind, "", lines)])


def _present(connection: Connection, table: type[DocumentTable | ClaimTable], ids: Iterable[str]) -> set[str]:
    """Which of the ids are in a table."""
    keys, found = list(ids), set[str]()
    for at in range(0, len(keys), CHUNK):
        query = select(col(table.id)).where(col(table.id).in_(keys[at : at + CHUNK]))
        found.update(connection.execute(query).scalars())
    return found


def has(connection: Connection, key: str) -> bool:
    """Whether a document is there."""
    return bool(_present(connection, DocumentTable, [key]))


def which(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Which of some documents are there."""
    return frozenset(_present(connection, DocumentTable, map(keepable, keys)))


def get(connection: Connection, key: str) -> Document:
    """A document by its id."""
    noun = connection.execute(select(col(DocumentTable.noun)).where(col(DocumentTable.id) == key)).scalar()
    if noun is None:
        raise NoSuchRecordError("document", key)
    return decode(Document, noun)


def page(connection: Connection, words: str, offset: int, limit: int, skipped: SkippedRows) -> Sequence[DocumentRow]:
    """Some lines of the library, newest first."""
    query = select(*_SHOWN).where(*worded(connection, DocumentTable, words))
    query = query.order_by(col(DocumentTable.published).desc(), col(DocumentTable.number).desc())
    rows = connection.execute(query.offset(offset).limit(limit)).mappings()
    return [_row(dict(row), skipped) for row in rows]


def _row(row: dict[str, Any], skipped: SkippedRows) -> DocumentRow:
    try:
        return document_row(row)
    except UNREADABLE:
        skipped.add("document", row["id"])
        return damaged_document(str(row["id"]))


def count(connection: Connection, words: str) -> int:
    """Number of documents."""
    found = count_worded(connection, DocumentTable, words)
    if found is not None:
        return found
    query = select(func.count()).select_from(DocumentTable).where(*worded(connection, DocumentTable, words))
    return connection.execute(query).scalar_one()
