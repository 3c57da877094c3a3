"""Add documents with their claims, and list the documents of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, insert, or_, select, text
from sqlmodel import col

from workbench.core.document import Document
from workbench.core.encoding.codec import decode
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.ports import DocumentRow, EncodedDocument, Kept
from workbench.store.compression import packed
from workbench.store.journal import JournalLine, Noted, digest, write
from workbench.store.lists import sightings
from workbench.store.lists.search import begins, count_worded, indexed, worded
from workbench.store.row_conversion import damaged_document, document_row, keepable
from workbench.store.search_normalisation import fold
from workbench.store.tables import HIDDEN, ClaimTable, DocumentTable
from workbench.store.unreadable_rows import UNREADABLE, SkippedRows

_ADDING = 0x446F63756D  # key of the lock: any number that all workbenches on one server share

CHUNK = 1_000
"""Rows inserted or looked up in one statement."""

_IS_SET = col(DocumentTable.title_now).is_not(None)
_PUBLISHED = func.coalesce(col(DocumentTable.published_now), col(DocumentTable.published))
_SHOWN = (
    col(DocumentTable.id),
    func.coalesce(col(DocumentTable.title_now), col(DocumentTable.title)).label("title"),
    _PUBLISHED.label("published"),
    case((_IS_SET, col(DocumentTable.place_now)), else_=col(DocumentTable.place)).label("place"),
    col(DocumentTable.origin),
    func.coalesce(col(DocumentTable.shown), col(DocumentTable.claims)).label("claims"),
    col(DocumentTable.open),
    col(DocumentTable.worth),
)


class Batch:
    """Documents with their claims as rows, each document once; built before the write lock is taken."""

    def __init__(self, forms: Iterable[EncodedDocument]) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.claims: dict[str, list[dict[str, Any]]] = {}
        self.digests: dict[tuple[str, str], str] = {}
        self.given = 0
        for each in forms:
            self.given += 1
            if each.id not in self.documents:
                self.documents[each.id], claims, (of_document, *of_claims) = each.kept
                self.claims[each.id] = claims
                self.digests["documents", each.id] = of_document
                self.digests.update(zip((("claims", claim["id"]) for claim in claims), of_claims, strict=True))


def add(connection: Connection, batch: Batch) -> Kept:
    """Insert the documents and claims that are new.

    On a server, only one process inserts at a time, as in a SQLite file.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADDING}
        )  # reviewers may not lock a table
    there = _present(connection, DocumentTable, batch.documents)
    new = [row for key, row in batch.documents.items() if key not in there]
    claims = [claim for row in new for claim in batch.claims[row["id"]]]
    taken = _present(connection, ClaimTable, [claim["id"] for claim in claims])
    claims = [claim for claim in claims if claim["id"] not in taken] if taken else claims
    with _noted(connection, DocumentTable, batch), indexed(connection, DocumentTable):
        _insert(connection, DocumentTable, new)
    _insert_claims(connection, batch, claims)
    return Kept(len(new), len(claims), batch.given - len(new))


def add_claims(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Insert new claims of an existing document; existing claims are not changed."""
    rows = [{**row, "noun": packed(row["noun"])} for row in rows]
    there = _present(connection, ClaimTable, [row["id"] for row in rows])
    new = [row for row in rows if row["id"] not in there]
    if not new:
        return
    batch = Batch(())
    batch.digests = {("claims", row["id"]): digest("claims", row) for row in new}
    _insert_claims(connection, batch, new)


def _insert_claims(connection: Connection, batch: Batch, rows: Sequence[dict[str, Any]]) -> None:
    """Insert claims, add them to the full-text index, and record which of them repeat an earlier claim's words."""
    before = connection.execute(select(func.max(col(ClaimTable.number)))).scalar() or 0
    with _noted(connection, ClaimTable, batch), indexed(connection, ClaimTable):
        _insert(connection, ClaimTable, rows)
    sightings.note_repeats(connection, before)


def _insert(connection: Connection, table: type[DocumentTable | ClaimTable], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that have the same columns in the same order."""
    for at in range(0, len(rows), CHUNK):
        some = rows[at : at + CHUNK]
        if connection.dialect.name == "sqlite":  # by the driver directly, in a third of the time
            holes = ", ".join("?" * len(some[0]))
            into = f"INSERT INTO {table.__tablename__} ({', '.join(some[0])}) VALUES ({holes})"  # noqa: S608  (our own)
            connection.exec_driver_sql(into, [tuple(row.values()) for row in some])
        else:
            connection.execute(insert(table), some)


@contextmanager
def _noted(connection: Connection, table: type[DocumentTable | ClaimTable], batch: Batch) -> Iterator[None]:
    """Note the rows that the block inserts in the journal; nobody else may insert meanwhile."""
    before = connection.execute(select(func.max(col(table.number)))).scalar() or 0
    yield
    kind = str(table.__tablename__)
    query = select(col(table.number), col(table.id)).where(col(table.number) > before).order_by(col(table.number))
    for some in connection.execute(query).partitions(CHUNK):
        lines = tuple(JournalLine(row[0] or 0, row[1], batch.digests[kind, row[1]]) for row in some)
        write(connection, [Noted(kind, "", lines)])


def _present(connection: Connection, table: type[DocumentTable | ClaimTable], ids: Iterable[str]) -> set[str]:
    """Return those of some ids that are in a table."""
    keys, found = list(ids), set[str]()
    for at in range(0, len(keys), CHUNK):
        some = keys[at : at + CHUNK]
        if (
            connection.dialect.name == "sqlite"
        ):  # by the driver directly: SQLAlchemy takes longer to build the statement than to run it
            asked = f"SELECT id FROM {table.__tablename__} WHERE id IN ({', '.join('?' * len(some))})"  # noqa: S608  (our own)
            found.update(connection.exec_driver_sql(asked, tuple(some)).scalars())
        else:
            found.update(connection.execute(select(col(table.id)).where(col(table.id).in_(some))).scalars())
    return found


def has(connection: Connection, key: str) -> bool:
    """Check that a document exists."""
    return bool(_present(connection, DocumentTable, [key]))


def which(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Return those of some ids that are documents."""
    return frozenset(_present(connection, DocumentTable, map(keepable, keys)))


def which_claims(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Return those of some ids that are claims."""
    return frozenset(_present(connection, ClaimTable, map(keepable, keys)))


_FROM = select(col(DocumentTable.id), col(DocumentTable.noun)).where(col(DocumentTable.id) >= bindparam("key"))
_NOUNS = _FROM.order_by(col(DocumentTable.id)).limit(2)


def get(connection: Connection, key: str) -> Document:
    """Read a document as it was imported, by its id or an unambiguous beginning of it."""
    rows = [row for row in connection.execute(_NOUNS, {"key": key}) if row[0].startswith(key)]
    if not key or not rows:
        raise NoSuchRecordError("document", key)
    if len(rows) > 1 and rows[0][0] != key:
        raise AmbiguousRecordError("document", key, [row[0] for row in rows])
    return decode(Document, rows[0][1])


def page(
    connection: Connection, words: str, offset: int, limit: int, skipped: SkippedRows, *, hidden: bool
) -> Sequence[DocumentRow]:
    """Return one page of the library, newest first: of hidden documents, or of the others."""
    amended = _some_amended(connection)
    if hidden and not amended:
        return []
    day = _PUBLISHED if amended else col(DocumentTable.published)  # the plain column: its index gives the order
    query = select(*_SHOWN).where(*_conditions(connection, words, hidden=hidden, amended=amended))
    query = query.order_by(day.desc(), col(DocumentTable.number).desc())
    rows = connection.execute(query.offset(offset).limit(limit)).mappings()
    return [_row(dict(row), skipped) for row in rows]


def _row(row: dict[str, Any], skipped: SkippedRows) -> DocumentRow:
    try:
        return document_row(row)
    except UNREADABLE:
        skipped.add("document", row["id"])
        return damaged_document(str(row["id"]))


def count(connection: Connection, words: str, *, hidden: bool) -> int:
    """Count the hidden documents with some words, or the others."""
    amended = _some_amended(connection)
    if not amended and hidden:
        return 0
    found = None if amended else count_worded(connection, DocumentTable, words)
    if found is not None:
        return found
    conditions = _conditions(connection, words, hidden=hidden, amended=amended)
    return connection.execute(select(func.count()).select_from(DocumentTable).where(*conditions)).scalar_one()


def _some_amended(connection: Connection) -> bool:
    """Check whether any document was hidden or had its data corrected."""
    query = select(col(DocumentTable.number)).where(col(DocumentTable.amended).is_not(None))
    return connection.execute(query.limit(1)).scalar() is not None


def _conditions(connection: Connection, words: str, *, hidden: bool, amended: bool) -> list[ColumnElement[bool]]:
    conditions = worded(connection, DocumentTable, words)
    if not amended:
        return conditions
    if conditions:
        now = and_(*(begins(col(DocumentTable.words_now), word) for word in fold(words)))
        conditions = [or_(and_(~_IS_SET, *conditions), and_(_IS_SET, now))]
    is_hidden = col(DocumentTable.amended) == HIDDEN
    return [*conditions, is_hidden if hidden else func.coalesce(~is_hidden, True)]
