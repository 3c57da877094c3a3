"""What doctor asks of the database: that it is whole, that its guards stand, and that what it repeats is what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import col

from workbench.core.codec import decode
from workbench.core.errors import Problem, StoreError
from workbench.core.verdict import Review, fold_reviews
from workbench.store import choices, formulas, reviews
from workbench.store.migrations.guards import guards
from workbench.store.tables import ClaimTable, DocumentTable, FindingTable, ReviewTable

_COPY = "Restore the file from a copy; do not write to it before."
_GUARD = "Somebody changed the database by hand; restore it from a copy."
_REPEATED = "Nothing is lost: the reviews are whole, and the claim's next review puts it right."


def check(connection: Connection, name: str) -> Sequence[Problem]:
    """Every problem that is found, the gravest first."""
    if connection.dialect.name == "sqlite":
        broken = list(_integrity(connection, name))
        if broken:
            return broken
    problems = [*_triggers(connection, name)]
    if connection.dialect.name == "sqlite":
        problems += _search_index(connection, name)
    problems += _reviews(connection)
    if all(problem.kind != "unreadable-review" for problem in problems):
        problems += _repeated(connection)
    return [*problems, *_counts(connection), *_choices(connection), *_formulas(connection)]


def _integrity(connection: Connection, name: str) -> Iterator[Problem]:
    """The pages of the file, its indexes, and rows that point to rows that are not there."""
    try:
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Problem(name, f"The file is damaged: {said}.", _COPY, "damaged-database")
        for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
            yield Problem(name, f"A row of {table} points to a row of {parent} that is not there.", _COPY, "lost-row")
    except DatabaseError as error:
        yield Problem(name, f"The file is damaged: {error.orig}.", _COPY, "damaged-database")


def _triggers(connection: Connection, name: str) -> Iterator[Problem]:
    sqlite = connection.dialect.name == "sqlite"
    catalogue = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if sqlite
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    there = set(connection.execute(text(catalogue)).scalars())
    for trigger in guards(connection.dialect.name):
        if trigger not in there:
            yield Problem(name, f"The guard {trigger} is gone.", _GUARD, "missing-trigger")


def _search_index(connection: Connection, name: str) -> Iterator[Problem]:
    for table in ("documents", "claims"):
        kept = connection.execute(text(f"SELECT count(*) FROM {table}_words_docsize")).scalar_one()  # noqa: S608  (constants)
        rows = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608  (the names are ours)
        if kept != rows:
            said = f"{rows - kept} of {rows} {table} cannot be found by their words."
            yield Problem(name, said, _GUARD, "search-index")


def _reviews(connection: Connection) -> Iterator[Problem]:
    """Each review is what its id was made of, and what it points to is there."""
    findings = set(connection.execute(select(col(FindingTable.id))).scalars())
    for row in connection.execute(select(ReviewTable.__table__).order_by(col(ReviewTable.number))).mappings():  # type: ignore[attr-defined]  # SQLModel's tables have it
        where = f"review {row['id']}"
        try:
            review = decode(Review, row["noun"])
        except StoreError as error:
            yield Problem(where, error.message, _COPY, "unreadable-review")
            continue
        if (review.id, review.claim) != (row["id"], row["claim"]):
            yield Problem(where, "Its words are not those that it was made of.", _GUARD, "changed-review")
        for key in review.findings:
            if key not in findings:
                yield Problem(where, f"It rests on finding {key}, which is not there.", _COPY, "lost-finding")


def _repeated(connection: Connection) -> Iterator[Problem]:
    """What claims repeat of their reviews is what the reviews come to."""
    reviewed = select(col(ReviewTable.claim))
    touched = (col(ClaimTable.stage) != "open") | col(ClaimTable.id).in_(reviewed)
    query = select(col(ClaimTable.id), col(ClaimTable.stage), col(ClaimTable.rating), col(ClaimTable.deferred))
    for claim in connection.execute(query.where(touched)).all():
        verdict = fold_reviews(claim.id, "", reviews.of_claim(connection, claim.id))
        if (verdict.stage.value, verdict.rating, verdict.deferred) != (claim.stage, claim.rating, bool(claim.deferred)):
            said = f"It is listed as {claim.stage}, and its reviews come to {verdict.stage}."
            yield Problem(f"claim {claim.id}", said, _REPEATED, "stale-stage")


def _counts(connection: Connection) -> Iterator[Problem]:
    """What documents repeat of their claims is what the claims are."""
    is_open: Any = col(ClaimTable.stage) == "open"
    of_it = (
        select(col(ClaimTable.document), func.count().label("claims"), func.count().filter(is_open).label("open"))
        .group_by(col(ClaimTable.document))
        .subquery()
    )
    claims, still_open = func.coalesce(of_it.c.claims, 0), func.coalesce(of_it.c.open, 0)
    query = select(col(DocumentTable.id)).outerjoin(of_it, of_it.c.document == col(DocumentTable.id))
    wrong = (col(DocumentTable.claims) != claims) | (col(DocumentTable.open) != still_open)
    for key in connection.execute(query.where(wrong).limit(20)).scalars():
        said = "Its numbers of claims and open claims are not those of its claims."
        yield Problem(f"document {key}", said, _REPEATED, "stale-count")


def _choices(connection: Connection) -> Iterator[Problem]:
    """Each choice is what its id was made of."""
    for key, readable in choices.changed(connection):
        where = f"choice {key}"
        if readable:
            yield Problem(where, "It is not what it was when it was made.", _GUARD, "changed-choice")
        else:
            yield Problem(where, "It cannot be read.", _COPY, "unreadable-choice")


def _formulas(connection: Connection) -> Iterator[Problem]:
    """Each formula is what its id was made of."""
    for key, readable in formulas.changed(connection):
        if readable:
            yield Problem(f"formula {key}", "Its words are not those that it was made of.", _GUARD, "changed-formula")
        else:
            yield Problem(f"formula {key}", "It cannot be read.", _COPY, "unreadable-formula")
