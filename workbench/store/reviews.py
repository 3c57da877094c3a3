"""Reviews: added one by one, never changed; what a claim's reviews come to is repeated on the claim in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, case, func, insert, select, update
from sqlmodel import col

from workbench.core.codec import decode
from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.undoing import TakenBackError
from workbench.core.verdict import Review, Stage, Verdict, fold_reviews
from workbench.store.convert import review_values, tags_kept
from workbench.store.journal import note
from workbench.store.skipping import readable
from workbench.store.tables import ClaimTable, DocumentTable, ReviewTable


def add(connection: Connection, review: Review) -> None:
    """Adds a review to a claim that is there; the very same review, given twice, is one."""
    claim = connection.execute(
        select(col(ClaimTable.document), col(ClaimTable.stage))
        .where(col(ClaimTable.id) == review.claim)
        .with_for_update()  # on a server, one reviewer of a claim waits for another
    ).one_or_none()
    if claim is None:
        raise NoSuchRecordError("claim", review.claim)
    before = of_claim(connection, review.claim)
    if any(other.id == review.id for other in before):
        return
    if review.undoes and any(other.undoes == review.undoes for other in before):
        raise TakenBackError(review.undoes)
    values = review_values(review)
    number: Any = connection.execute(insert(ReviewTable).returning(col(ReviewTable.number)), values).scalar_one()
    verdict = fold_reviews(review.claim, review.scale, [*before, review])
    _repeat_on_claim(connection, verdict, tags=tags_kept(verdict.tags))
    if claim.stage != Stage.ASIDE.value:
        _repeat_on_document(connection, claim.document, Stage(claim.stage), verdict.stage)
    note(connection, "reviews", [(number, values)], review.claim)


def repeat_anew(connection: Connection) -> None:
    """Repeats on each claim that several people reviewed what its reviews come to; one that cannot be read stays as it is."""
    several = select(col(ReviewTable.claim)).group_by(col(ReviewTable.claim))
    query = several.having(func.count(col(ReviewTable.reviewer).distinct()) > 1)
    for claim in connection.execute(query).scalars().all():
        try:
            _repeat_on_claim(connection, fold_reviews(claim, "", of_claim(connection, claim)))
        except StoreError:  # doctor names it
            continue


def _repeat_on_claim(connection: Connection, verdict: Verdict, **more: str | None) -> None:
    """Repeats a verdict on its claim; one that is set aside stays so in lists."""
    aside = col(ClaimTable.stage) == Stage.ASIDE.value
    stage = case((aside, Stage.ASIDE.value), else_=verdict.stage.value)
    connection.execute(
        update(ClaimTable)
        .where(col(ClaimTable.id) == verdict.claim)
        .values(stage=stage, rating=verdict.rating, deferred=verdict.deferred, **more)
    )


def _repeat_on_document(connection: Connection, document: str, before: Stage, now: Stage) -> None:
    """Counts the document's open claims on or back."""
    change = (now is Stage.OPEN) - (before is Stage.OPEN)
    if change:
        table = update(DocumentTable).where(col(DocumentTable.id) == document)
        connection.execute(table.values(open=col(DocumentTable.open) + change))


def of_claim(connection: Connection, claim: str) -> Sequence[Review]:
    """The reviews of a claim, in the order in which they were added."""
    query = select(col(ReviewTable.noun)).where(col(ReviewTable.claim) == claim).order_by(col(ReviewTable.number))
    return [decode(Review, text) for text in connection.execute(query).scalars()]


def of_batch(connection: Connection, batch: str) -> Sequence[Review]:
    """The reviews that were given in one go, in the order in which they were added, without those that cannot be read."""
    query = select(col(ReviewTable.noun)).where(col(ReviewTable.batch) == batch).order_by(col(ReviewTable.number))
    return readable(connection.execute(query).scalars(), partial(decode, Review))


def last(connection: Connection, limit: int) -> Sequence[Review]:
    """The reviews that were added last, newest first, without those that cannot be read."""
    query = select(col(ReviewTable.noun)).order_by(col(ReviewTable.number).desc()).limit(limit)
    return readable(connection.execute(query).scalars(), partial(decode, Review))
