"""The journal: a digest of every added row, in entries that are chained by hashes.

Triggers (guards) keep rows from being changed by mistake, but whoever drops them can change anything. The journal notes
each row's digest when it is added, each entry holds the hash of the one before, and the head counts the entries. So a
row that was changed, removed or inserted with a database shell is found and named, even the last one.

How entries are computed must never change, or old databases would look damaged: see `digest` and `seal`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, or_, select, text, update
from sqlmodel import col

from workbench.store.compression import unpack
from workbench.store.tables import HeadTable, JournalTable

TABLES = (
    "documents", "claims", "reviews", "research", "findings", "choices", "formulas", "corrections", "amendments", "attachments",
    "saved_views", "published_pages",
)  # fmt: skip
"""Tables whose rows are recorded in the journal."""

_MOVING = {
    "claims": {"number", "stage", "rating", "deferred", "tags", "until", "holder", "words_hash", "repeats"},
    "documents": {"number", "open", "amended", "shown", "title_now", "published_now", "place_now", "words_now"},
}
"""Columns left out of a row's digest: those that each review changes, those worked out of others, and the row number, which the entry holds already."""

_IN_BULK = {"documents", "claims", "choices", "saved_views"}
"""Tables recorded some thousand rows at a time. The others are recorded with their claim."""

CHANNEL = "workbench"
"""PostgreSQL channel on which the ids of changed claims are sent."""

_LONGEST = 7_000
"""Longest message in characters, all ASCII; the server accepts 8,000 bytes."""

BEGINNING = "0" * 64
"""Previous hash of the first entry."""


def moving_columns() -> Mapping[str, Sequence[str]]:
    """Return the columns that may change after a row was added, by table; the other columns never do."""
    return {kind: sorted(columns - {"number", "words_hash", "repeats"}) for kind, columns in _MOVING.items()}


class JournalLine(NamedTuple):
    """A row in the journal: its number in its table, its id, and the digest of its columns.

    `of` is its claim, where known.
    """

    number: int
    id: str
    digest: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """Rows of one table that were added together.

    Attributes:
        kind: The table.
        claim: The claim that all of them belong to; empty where there are several.
        lines: The rows.
    """

    kind: str
    claim: str
    lines: tuple[JournalLine, ...]


def digest(kind: str, row: Mapping[str, Any]) -> str:
    """Hash the unchanging, non-empty columns of a row to sixteen hex digits.

    >>> digest("reviews", {"number": 1, "id": "a", "rating": None}) == digest("reviews", {"number": 2, "id": "a"})
    True
    """
    return digester(kind, tuple(row))(tuple(row.values()))


@cache
def digester(kind: str, names: tuple[str, ...]) -> Callable[[Sequence[Any]], str]:
    """Return a function that computes digests of rows with these columns, fast enough for 100,000 rows."""
    moving = _MOVING.get(kind, {"number"})
    columns = [
        (f"[{_string(name)},", at, _noun if name == "noun" else _written)
        for name, at in sorted(zip(names, range(len(names)), strict=True))
        if name not in moving
    ]
    begins = f"[{_string(kind)},["

    def of(row: Sequence[Any]) -> str:
        said = ",".join(
            [
                f"{name}{_string(value) if type(value) is str else written(value)}]"
                for name, at, written in columns
                if (value := row[at]) is not None
            ]
        )
        return hashlib.sha256(f"{begins}{said}]]".encode()).hexdigest()[:16]

    return of


_string = json.encoder.encode_basestring_ascii


def _noun(value: Any) -> str:
    """Return a noun, packed or not, as a JSON string."""
    return _written(unpack(value))


def _written(value: Any) -> str:
    """Encode a value as JSON in the same way for every database: booleans as 0 and 1, as SQLite returns them.

    Bytes by `repr`.
    """
    if type(value) is int:
        return str(value)
    if type(value) is str:
        return _string(value)
    plain = int(value) if isinstance(value, bool) else value
    return json.dumps(plain, separators=(",", ":"), default=repr)


def line(kind: str, number: int, row: Mapping[str, Any]) -> JournalLine:
    """Return the journal line of a row."""
    return JournalLine(number, name_of(row), digest(kind, row))


def name_of(row: Mapping[str, Any]) -> str:
    """Return a row's id; for research its claim, and for saved views their name, since they have no id.

    >>> name_of({"number": 1, "claim": "c"}), name_of({"number": 1, "name": "mine"})
    ('c', 'mine')
    """
    return str(row[id_column(row)])


def id_column(names: Container[str]) -> str:
    """Return the column among some that identifies a row."""
    return next(name for name in ("id", "claim", "name") if name in names)


def note(connection: Connection, kind: str, rows: Iterable[tuple[int, Mapping[str, Any]]], claim: str = "") -> None:
    """Note rows in the transaction that added them."""
    lines = tuple(line(kind, number, row) for number, row in rows)
    if lines:
        write(connection, [Noted(kind, claim, lines)])


def wait(connection: Connection) -> None:
    """Lock the journal on a server until the transaction ends, so that nobody else writes.

    A file has one writer anyhow.
    """
    connection.execute(select(col(HeadTable.entries)).with_for_update())


def write(connection: Connection, noted: Sequence[Noted]) -> None:
    """Add entries; on a server, writers wait here for each other, so that there is one chain."""
    head = connection.execute(select(col(HeadTable.entries), col(HeadTable.hash)).with_for_update()).one()
    number, before = head.entries, head.hash
    rows = []
    for each in noted:
        number += 1
        row = _values(number, before, each)
        before = row["hash"]
        rows.append(row)
    connection.execute(insert(JournalTable), rows)
    connection.execute(update(HeadTable), {"entries": number, "hash": before})
    if connection.dialect.name == "postgresql":
        claims = [each.claim for each in noted]
        payload = " ".join(dict.fromkeys(claims)) if all(claims) else ""
        payload = payload if len(payload) <= _LONGEST else ""
        connection.execute(text("SELECT pg_notify(:channel, :told)"), {"channel": CHANNEL, "told": payload})


def _values(number: int, before: str, noted: Noted) -> dict[str, Any]:
    numbers = [each.number for each in noted.lines]
    rows = "\n".join(f"{each.number} {each.digest} {each.id}" for each in noted.lines)
    values = {"number": number, "kind": noted.kind, "claim": noted.claim, "first": min(numbers), "last": max(numbers)}
    return {**values, "rows": rows, "hash": seal(before, {**values, "rows": rows})}


SEALED = ("number", "kind", "claim", "first", "last", "rows")
"""Columns that an entry's hash covers, in this order."""


def seal(before: str, entry: Mapping[str, Any]) -> str:
    """Compute the hash of an entry, over all of it and the hash of the one before."""
    return sealed(before, [entry[name] for name in SEALED])


def sealed(before: str, values: Iterable[Any]) -> str:
    """Compute the hash of an entry from its values, in the order of `SEALED`."""
    said = "\n".join((before, *map(str, values)))
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def last_of(connection: Connection, keys: Sequence[str]) -> str | None:
    """Return the id that was noted last among some reviews, choices, corrections, attachments and amendments."""
    named = or_(*(col(JournalTable.rows).contains(key, autoescape=True) for key in keys))
    query = select(col(JournalTable.rows)).where(
        col(JournalTable.kind).in_(("reviews", "choices", "corrections", "amendments", "attachments")), named
    )
    for rows in connection.execute(query.order_by(col(JournalTable.number).desc())).scalars():
        for each in reversed(list(lines_of(rows))):
            if each.id in keys:
                return each.id
    return None


def lines_of(rows: str, wanted: Container[int] | None = None) -> Iterator[JournalLine]:
    """Parse the lines of an entry, or those with wanted row numbers.

    Damaged lines are skipped: the entry's hash reveals them.
    """
    for written in rows.split("\n"):
        number, _, rest = written.partition(" ")
        if number.lstrip("-").isdigit() and (wanted is None or int(number) in wanted):
            digest_, _, key = rest.partition(" ")
            yield JournalLine(int(number), key, digest_)


def note_all(connection: Connection, kinds: Sequence[str]) -> None:
    """Begin the journal with the present rows of some tables: rows of claims' histories singly, the others in bulk."""
    for kind in kinds:
        rows = connection.execute(text(f"SELECT * FROM {kind} ORDER BY number")).mappings()  # noqa: S608  (our own tables)
        for chunk in rows.partitions(1_000):
            lines = [line(kind, row["number"], dict(row)) for row in chunk]
            if kind in _IN_BULK:
                write(connection, [Noted(kind, "", tuple(lines))])
            else:
                write(connection, [Noted(kind, row["claim"], (each,)) for row, each in zip(chunk, lines, strict=True)])
