"""Checks of the database for `doctor`: integrity, tables and triggers, and columns that copy other rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlmodel import col

from workbench.core.errors import Problem, StoreError, printable
from workbench.core.failures.database_errors import DamagedDatabaseError
from workbench.core.verdict import Stage, fold_reviews
from workbench.store import amendments, reviews
from workbench.store.advice import BY_HAND, COPY
from workbench.store.checking import integrity, row_decoding_check
from workbench.store.databases.failures import sqlite_failure
from workbench.store.lists import sightings
from workbench.store.row_conversion import held_kept, tags_kept
from workbench.store.tables import ClaimTable, DocumentTable, FindingTable, ReviewTable
from workbench.store.withheld import review_of

_REPEATED = "Nothing is lost: the reviews are whole, and the claim's next review puts it right."


def check(connection: Connection, name: str) -> Sequence[Problem]:
    """Run every check and return the problems, the gravest first.

    A check that fails does not stop the others. Raises where the connection to the server is lost.
    """
    found: list[Problem] = []
    if connection.dialect.name == "sqlite":
        found += _integrity(connection, name)
        if any(problem.kind == "damaged-database" for problem in found):
            return found
    for part in _parts(connection, name):
        try:
            # after an error, a server refuses every other statement of the same transaction
            with connection.begin_nested():
                found.extend(part)
        except (StoreError, SQLAlchemyError, ValueError, TypeError, LookupError, ArithmeticError) as error:
            if connection.invalidated:  # the connection was lost, which says nothing about the database
                raise
            why = printable(getattr(error, "orig", None) or error)
            found.append(Problem(name, f"A part of it cannot be looked over: {why}.", COPY, "unreadable-part"))
    return list({str(problem): problem for problem in found}.values())


def _parts(connection: Connection, name: str) -> Iterator[Iterable[Problem]]:
    from workbench.store.schema.differing import differences  # noqa: PLC0415  (it knows every index, and loads PostgreSQL's SQL for them)

    yield differences(connection, name)
    if connection.dialect.name == "sqlite":
        yield integrity.sequences(connection)
    else:
        from workbench.store.schema.blind_project_check import faults as of_rights  # noqa: PLC0415  (likewise)

        yield of_rights(connection, name)
    yield integrity.chain(connection)
    yield integrity.rows(connection)
    yield row_decoding_check.unlike(connection)
    yield _lost_findings(connection)
    yield _repeated(connection)
    yield _counts(connection)
    yield _listed_documents(connection)
    yield _sightings(connection)


def faults(connection: Connection, claim: str) -> Sequence[Problem]:
    """Find faults that make a claim's verdict unreliable, or lists that show another verdict.

    Without a claim, journal faults.
    """
    if not claim:
        return list(integrity.chain(connection))
    listed = (problem for problem, _ in listed_otherwise(connection, col(ClaimTable.id) == claim))
    return [*integrity.of_claim(connection, claim), *listed]


def _integrity(connection: Connection, name: str) -> Iterator[Problem]:
    """Check the pages of the file and its indexes, and find references to missing rows."""
    try:
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Problem(name, f"The file is damaged: {said}.", COPY, "damaged-database")
        for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
            yield Problem(name, f"A row of {table} points to a row of {parent} that is not there.", COPY, "lost-row")
    except DatabaseError as error:
        yield Problem(name, f"The file is damaged: {error.orig}.", COPY, "damaged-database")


def search_index(connection: Connection, name: str) -> Iterator[Problem]:
    """Check that the full-text indexes of a SQLite file hold exactly the words of its rows.

    SQLite has a command for this, which needs a connection that may write, though it writes nothing; a read-only file
    is not checked.
    """
    for table in ("documents", "claims"):
        try:
            connection.exec_driver_sql(f"INSERT INTO {table}_words({table}_words, rank) VALUES ('integrity-check', 1)")  # noqa: S608  (constants)
        except DatabaseError as error:
            if not isinstance(sqlite_failure(error.orig or error, name), DamagedDatabaseError):
                return  # the medium is read-only, which says nothing about the words
            yield Problem(name, f"Not all {table} can be found by their words.", BY_HAND, "search-index")


def _lost_findings(connection: Connection) -> Iterator[Problem]:
    """Find reviews that cite findings which do not exist."""
    findings = set(connection.execute(select(col(FindingTable.id))).scalars())
    for row in connection.execute(select(col(ReviewTable.id), col(ReviewTable.noun)).order_by(col(ReviewTable.number))):
        with suppress(StoreError):  # reported by the check that reads every noun
            for key in review_of(row.noun).findings:
                if key not in findings:
                    message = f"It rests on finding {key}, which is not there."
                    yield Problem(f"review {row.id}", message, COPY, "lost-finding")


def _repeated(connection: Connection) -> Iterator[Problem]:
    """Find claims whose rows differ from what their reviews say."""
    reviewed = select(col(ReviewTable.claim))
    bare = (col(ClaimTable.stage) == "open") & col(ClaimTable.rating).is_(None) & col(ClaimTable.deferred).is_(False)
    bare &= col(ClaimTable.tags).is_(None) & col(ClaimTable.until).is_(None) & col(ClaimTable.holder).is_(None)
    for problem, _ in listed_otherwise(connection, ~bare | col(ClaimTable.id).in_(reviewed)):
        yield problem


def listed_otherwise(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[tuple[Problem, Stage]]:
    """Yield a problem for each claim whose row differs from its reviews, with the stage that the reviews give it."""
    names = ("id", "document", "stage", "rating", "deferred", "tags", "until", "holder")
    claims = connection.execute(select(*(col(getattr(ClaimTable, name)) for name in names)).where(wanted)).all()
    gone, hidden = amendments.aside(connection) if claims else (set(), set())
    for claim in claims:
        try:
            verdict = fold_reviews(claim.id, "", reviews.of_claim(connection, claim.id))
        except StoreError:  # reported by the check that reads every noun
            continue
        if claim.id in gone or claim.document in hidden:
            verdict = replace(verdict, stage=Stage.ASIDE)
        there = (claim.stage, claim.rating, bool(claim.deferred), claim.tags, claim.until, claim.holder)
        held = held_kept(verdict).values()
        folded = (verdict.stage.value, verdict.rating, verdict.deferred, tags_kept(verdict.tags), *held)
        if folded != there:
            said = _differing(names[2:], there, folded)
            yield Problem(f"claim {claim.id}", said, _REPEATED, "stale-stage"), verdict.stage


def _differing(names: Sequence[str], there: Sequence[object], folded: Sequence[object]) -> str:
    """Describe the first column of a claim's row that differs from its reviews."""
    name, listed, right = next(each for each in zip(names, there, folded, strict=True) if each[1] != each[2])
    return f"Its {name} is listed as {listed or 'none'}, and its reviews come to {right or 'none'}."


def _counts(connection: Connection) -> Iterator[Problem]:
    """Find documents whose numbers of claims are wrong."""
    is_open: Any = col(ClaimTable.stage) == "open"
    there: Any = col(ClaimTable.stage) != "aside"
    counts = (func.count().filter(there).label("claims"), func.count().filter(is_open).label("open"))
    of_it = select(col(ClaimTable.document), *counts).group_by(col(ClaimTable.document)).subquery()
    claims, still_open = func.coalesce(of_it.c.claims, 0), func.coalesce(of_it.c.open, 0)
    shown = func.coalesce(col(DocumentTable.shown), col(DocumentTable.claims))
    query = select(col(DocumentTable.id)).outerjoin(of_it, of_it.c.document == col(DocumentTable.id))
    wrong = (shown != claims) | (col(DocumentTable.open) != still_open)
    for key in connection.execute(query.where(wrong).limit(20)).scalars():
        said = "Its numbers of claims and open claims are not those of its claims."
        yield Problem(f"document {key}", said, _REPEATED, "stale-count")


def _sightings(connection: Connection) -> Iterator[Problem]:
    """Find claims whose columns about earlier claims with the same words are wrong."""
    for key in islice(sightings.noted_otherwise(connection), 20):
        message = "It is not noted whose words it says again."
        yield Problem(f"claim {key}", message, "Nothing is lost; restore it from a copy.", "stale-sighting")


def _listed_documents(connection: Connection) -> Iterator[Problem]:
    """Find documents whose rows differ from what their amendments say."""
    for key in amendments.listed_otherwise(connection):
        yield Problem(f"document {key}", "It is not listed as its amendments say.", _REPEATED, "stale-document")
