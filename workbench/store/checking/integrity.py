"""Compare the journal with the tables, to find rows that changed after they were added.

There are three checks: is the journal itself whole (each entry's hash, the number of entries, the last one); is every
row in all tables as it was noted, with none added and none removed; and the same only for the rows behind the verdicts
of some claims.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, TextClause, bindparam, select, text
from sqlmodel import col

from workbench.core.errors import Problem
from workbench.store.advice import BY_HAND
from workbench.store.checking.row_problems import changed, put_in, taken_out
from workbench.store.id_parameters import listed, listing
from workbench.store.journal import BEGINNING, SEALED, TABLES, JournalLine, digester, id_column, lines_of, sealed
from workbench.store.tables import ClaimTable, HeadTable, JournalTable
from workbench.store.withheld import is_withheld

_WINDOW = 2_000
"""Journal entries looked up at once."""

_TOGETHER = 1_000
"""Claims whose rows are looked up at once."""

Lines: TypeAlias = Mapping[int, JournalLine]
"""Rows of a table as journal lines, by row number."""

Seen: TypeAlias = Callable[[str, Lines], None]
"""Called with a table's name and the rows that it now holds, as journal lines by row number."""


Known: TypeAlias = Mapping[str, Mapping[str, Sequence[JournalLine]]]
"""Rows that were read already, by table and by claim."""


def _nothing(_kind: str, _rows: Lines) -> None:
    """Ignore the rows: the default for `seen`."""


NOTHING: Known = {}

UNSEEN = "unseen"
"""Digest of a row that a server withholds from this login, which therefore cannot check it.

Those who see the row can.
"""

MOST = 20
"""Most faults reported of one table."""

_OF_CLAIM = ("reviews", "research", "findings", "formulas", "corrections", "attachments", "published_pages")
"""Tables whose rows are noted with the claim that they are of."""


# --- the journal itself ----------------------------------------------------------------------------------


def chain(connection: Connection) -> Iterator[Problem]:
    """Check that each entry holds the hash of the one before, and that the head holds that of the last."""
    head = connection.execute(select(col(HeadTable.number), col(HeadTable.entries), col(HeadTable.hash))).all()
    before, count = BEGINNING, 0
    entries: Any = connection.execute(select(*_SEALED).order_by(col(JournalTable.number))).cursor
    for *values, seal in entries:  # the driver's own rows, for speed: there may be some hundred thousand
        count += 1
        if values[0] != count or seal != sealed(before, values):
            yield _broken(f"Entry {count} does not follow from the one before")
            return
        before = seal
    if [tuple(row) for row in head] != [(1, count, before)]:
        yield _broken("Its last entries are not those that it counts")


_SEALED = [col(getattr(JournalTable, name)) for name in (*SEALED, "hash")]


def _broken(why: str) -> Problem:
    return Problem("journal", f"{why}: what came in since then cannot be vouched for.", BY_HAND, "broken-journal")


# --- all rows --------------------------------------------------------------------------------------------


def rows(connection: Connection) -> Iterator[Problem]:
    """Find rows that were changed, removed or inserted by another program: the first `MOST` of each table."""
    for kind in TABLES:
        for number, problem in enumerate(_of_table(connection, kind)):
            if number == MOST:
                yield Problem(kind, "There are more rows like these.", BY_HAND, "more-rows")
                break
            yield problem


def first_fault(connection: Connection, kind: str, there: Lines | None = None) -> Problem | None:
    """Return the first row of a table that another program changed, removed or inserted; None where there is none.

    `there` has all its rows, where they were read already.
    """
    return next(_of_table(connection, kind) if there is None else _among(connection, kind, dict(there)), None)


def _among(connection: Connection, kind: str, there: dict[int, JournalLine]) -> Iterator[Problem]:
    for window in _windows(connection, kind):
        yield from _compared(kind, window, there)
    yield from (put_in(kind, each) for each in there.values())


def _of_table(connection: Connection, kind: str) -> Iterator[Problem]:
    unaccounted: dict[int, JournalLine] = {}
    upto: int | None = None
    for window in _windows(connection, kind):
        last = max(each.number for each in window)
        if upto is None or last > upto:
            unaccounted.update(_between(connection, kind, upto, last))
            upto = last
        yield from _compared(kind, window, unaccounted)
    unaccounted.update(_between(connection, kind, upto, None))
    for each in unaccounted.values():
        yield put_in(kind, each)


_ROWS = (
    select(col(JournalTable.rows)).where(col(JournalTable.kind) == bindparam("kind")).order_by(col(JournalTable.number))
)
_BOUNDS = select(col(JournalTable.number), col(JournalTable.first), col(JournalTable.last)).where(
    col(JournalTable.kind) == bindparam("kind")
)


def _windows(connection: Connection, kind: str) -> Iterator[list[JournalLine]]:
    """Yield the journal lines of one table, oldest first, some thousand at a time."""
    window: list[JournalLine] = []
    entries: Any = connection.execute(_ROWS, {"kind": kind}).cursor  # the driver's own rows, as above
    for (written,) in entries:
        window += lines_of(str(written))
        if len(window) >= _WINDOW:
            yield window
            window = []
    if window:
        yield window


def _compared(kind: str, noted: Iterable[JournalLine], there: dict[int, JournalLine]) -> Iterator[Problem]:
    """Yield a problem for each noted line whose row is missing or changed; remove noted rows from `there`."""
    for line in noted:
        found = there.pop(line.number, None)
        if found is None:
            yield taken_out(kind, line)
        elif found.digest not in {line.digest, UNSEEN}:
            yield changed(kind, line)


def _between(connection: Connection, kind: str, after: int | None, upto: int | None) -> dict[int, JournalLine]:
    wanted = [f"number > {int(after)}"] if after is not None else []
    wanted += [f"number <= {int(upto)}"] if upto is not None else []
    return lines(connection, kind, " AND ".join(wanted) or "true")


@lru_cache(maxsize=64)
def _rows_of(kind: str, wanted: str) -> TextClause:
    return text(f"SELECT * FROM {kind} WHERE {wanted} ORDER BY number")  # noqa: S608  (our own tables and conditions)


def lines(connection: Connection, kind: str, wanted: str, **values: Any) -> dict[int, JournalLine]:
    """Read the rows that meet a condition in SQL as journal lines, by row number; `values` are its parameters."""
    result = connection.execute(_rows_of(kind, wanted), values)
    names = tuple(result.keys())
    digest, at, key = digester(kind, names), names.index("number"), names.index(id_column(names))
    of = names.index("claim") if "claim" in names else key
    cursor: Any = result.cursor  # the driver's own rows, for speed: there are thousands, and none is kept
    if kind == "reviews":
        noun, plain = names.index("noun"), digest
        digest = lambda row: UNSEEN if is_withheld(row[noun]) else plain(row)  # noqa: E731  (one of two)
    return {row[at]: JournalLine(row[at], str(row[key]), digest(row), row[of]) for row in cursor}


# --- the rows of some claims -----------------------------------------------------------------------------


def of_claim(connection: Connection, claim: str) -> Iterator[Problem]:
    """Find rows behind a claim's verdict that were changed, removed or inserted by another program."""
    for document in documents_of(connection, [claim]).values():
        yield from _amendments(connection, document)
    yield from _but_amendments(connection, [claim])


def doubtful(
    connection: Connection, claims: Sequence[str], seen: Seen = _nothing, known: Known = NOTHING
) -> Iterator[str]:
    """Yield those of some claims for which `of_claim` must be called; for the others it finds nothing.

    Many claims are checked at once: where one of them has a fault, all of them are yielded. `seen` is called with the
    rows that are read on the way: those of the claims and of their documents, table by table; `known` has rows that need
    not be read again.
    """
    if first_fault(connection, "amendments"):
        yield from claims
        return
    for at in range(0, len(claims), _TOGETHER):
        some = list(claims[at : at + _TOGETHER])
        if next(_but_amendments(connection, some, seen, known), None):
            yield from some


def documents_of(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    """Return the document of each of some claims that exist."""
    query = select(col(ClaimTable.id), col(ClaimTable.document)).where(
        col(ClaimTable.id).in_(listed(connection, claims))
    )
    return {key: document for key, document in connection.execute(query).all() if document is not None}


def _but_amendments(
    connection: Connection, claims: Sequence[str], seen: Seen = _nothing, known: Known = NOTHING
) -> Iterator[Problem]:
    """Find faulty rows of some claims and their documents, without amendments; call `seen` with all rows."""
    yield from _by_id(connection, "claims", claims, seen)
    yield from _by_id(connection, "documents", sorted(set(documents_of(connection, claims).values())), seen)
    noted = _noted_of(connection, claims)
    for kind in _OF_CLAIM:
        if kind in known:
            there = {each.number: each for claim in claims for each in known[kind].get(claim, ())}
        else:
            there = lines(connection, kind, f"claim IN ({listing(connection)})", keys=json.dumps(claims))
        seen(kind, there)
        yield from _compared(kind, noted[kind], there)
        yield from (put_in(kind, each) for each in there.values())


def _noted_of(connection: Connection, claims: Sequence[str]) -> Mapping[str, list[JournalLine]]:
    """Return the journal lines that were noted with some claims, by table."""
    entries = select(col(JournalTable.kind), col(JournalTable.rows)).where(
        col(JournalTable.claim).in_(listed(connection, claims))
    )
    found: dict[str, list[JournalLine]] = defaultdict(list)
    for kind, written in connection.execute(entries.order_by(col(JournalTable.number))).all():
        found[kind] += lines_of(str(written))
    return found


def _amendments(connection: Connection, document: str) -> Iterator[Problem]:
    """Find faulty amendments of a document; a lost one is reported for every document: whose it was is unknown."""
    of_it = "(document = :document OR noun LIKE :named)"  # both, so that changing only one of the two does not hide it
    there = lines(connection, "amendments", of_it, document=document, named=f"%{document}%")
    others = set(connection.execute(text("SELECT number FROM amendments")).scalars()) - there.keys()
    noted = (line for window in _windows(connection, "amendments") for line in window if line.number not in others)
    yield from _compared("amendments", noted, there)
    yield from (put_in("amendments", each) for each in there.values())


def _by_id(connection: Connection, kind: str, keys: Sequence[str], seen: Seen) -> Iterator[Problem]:
    """Find faulty rows by their ids, in tables whose rows are noted in bulk."""
    there = lines(connection, kind, f"id IN ({listing(connection)})", keys=json.dumps(keys))
    seen(kind, there)
    noted = _noted(connection, kind, sorted(there))
    for number, line in there.items():
        if number not in noted:
            yield put_in(kind, line)
        elif (noted[number].id, noted[number].digest) != (line.id, line.digest):
            yield changed(kind, noted[number])


def _noted(connection: Connection, kind: str, numbers: Sequence[int]) -> dict[int, JournalLine]:
    """Return the journal lines of rows by ascending numbers; only entries that may hold one are read."""
    entries = [
        entry
        for entry, first, last in connection.execute(_BOUNDS, {"kind": kind}).all()
        if (at := bisect_left(numbers, first)) < len(numbers) and numbers[at] <= last
    ]
    found: dict[int, JournalLine] = {}
    wanted = frozenset(numbers)
    for at in range(0, len(entries), _TOGETHER):
        query = select(col(JournalTable.rows)).where(col(JournalTable.number).in_(entries[at : at + _TOGETHER]))
        for written in connection.execute(query.order_by(col(JournalTable.number))).scalars():
            for each in lines_of(str(written), wanted):
                found.setdefault(each.number, each)
    return found


def sequences(connection: Connection) -> Iterator[Problem]:
    """Check SQLite's row counters, which keep a number from being used twice."""
    said: Sequence[Any] = connection.execute(text("SELECT name, seq FROM sqlite_sequence")).all()
    counted = dict(iter(map(tuple, said)))
    for kind in TABLES:
        last = connection.execute(text(f"SELECT max(number) FROM {kind}")).scalar()  # noqa: S608  (our own tables' names)
        if last is not None and counted.get(kind) != last:
            message = f"The database counts {kind} on from {counted.get(kind)}, and the last is number {last}."
            yield Problem(kind, message, BY_HAND, "wrong-sequence")
    if len(said) != len(counted) or not set(counted) <= set(TABLES):
        yield Problem("sqlite_sequence", "It holds rows that are not the workbench's.", BY_HAND, "wrong-sequence")
