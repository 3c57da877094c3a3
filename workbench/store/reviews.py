"""Reviews: added one by one, never changed. A claim's verdict is copied to its row in the same transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, insert, select, update
from sqlmodel import col

from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.verdict import Review, Stage, Verdict, WithheldReview, fold_reviews
from workbench.store.append_only_rows import common_values, is_new
from workbench.store.id_parameters import listed
from workbench.store.journal import Noted, line, write
from workbench.store.row_conversion import held_kept, tags_kept
from workbench.store.tables import ClaimTable, DocumentTable, ReviewTable
from workbench.store.unreadable_rows import readable
from workbench.store.withheld import review_of


def add(connection: Connection, given: Sequence[Review]) -> dict[str, Verdict]:
    """Add reviews to existing claims, without those added before, and return each claim's new verdict."""
    keys = list(dict.fromkeys(review.claim for review in given))
    there, history = _claims(connection, keys), histories(connection, keys)
    new: list[Review] = []
    for review in given:
        if review.claim not in there:
            raise NoSuchRecordError("claim", review.claim)
        before = history.setdefault(review.claim, [])
        if is_new(review, before):
            before.append(review)
            new.append(review)
    last = {review.claim: review.scale for review in given}
    noted = _inserted(connection, new) if new else ()
    if new and any(isinstance(each, WithheldReview) for given_ in history.values() for each in given_):
        history = histories(connection, keys)  # after one's own rating, the server shows more
    verdicts = {key: fold_reviews(key, scale, history[key]) for key, scale in last.items()}
    if new:
        _repeat(connection, [verdicts[key] for key in dict.fromkeys(review.claim for review in new)], there)
        write(connection, noted)  # last, since on a server nobody who waits for a document may hold the journal's lock
    return verdicts


def _claims(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Lock some claims on a server, and return the document and the stage of each."""
    query = select(col(ClaimTable.id), col(ClaimTable.document), col(ClaimTable.stage)).order_by(col(ClaimTable.id))
    rows = connection.execute(query.where(col(ClaimTable.id).in_(keys)).with_for_update())
    return {row.id: (row.document, row.stage) for row in rows}


def _inserted(connection: Connection, new: Sequence[Review]) -> Sequence[Noted]:
    """Insert reviews, and return what the journal notes of each, with its claim."""
    rows = [_values(review) for review in new]
    statement = insert(ReviewTable).returning(col(ReviewTable.number), sort_by_parameter_order=True)
    numbers: Any = connection.execute(statement, rows).scalars().all()
    lines = [line("reviews", number, row) for number, row in zip(numbers, rows, strict=True)]
    return [Noted("reviews", row["claim"], (each,)) for row, each in zip(rows, lines, strict=True)]


def _values(review: Review) -> dict[str, Any]:
    own = {"claim": review.claim, "action": review.action.value, "rating": review.rating}
    return {**common_values(review), **own, "batch": review.batch or None}


def _repeat(connection: Connection, verdicts: Sequence[Verdict], there: Mapping[str, tuple[str, str]]) -> None:
    """Copy verdicts to the rows of their claims, and update the counts of open claims of their documents."""
    repeated = [_repeated(each) | {"tags": tags_kept(each.tags)} | held_kept(each) for each in verdicts]
    connection.execute(_REPEATED, repeated)
    changes: Counter[str] = Counter()
    for verdict in verdicts:
        document, stage = there[verdict.claim]
        if stage != Stage.ASIDE.value:
            changes[document] += (verdict.stage is Stage.OPEN) - (stage == Stage.OPEN.value)
    moved = [{"key": key, "change": change} for key, change in changes.items() if change]
    if moved:
        connection.execute(_COUNTED, moved)


def repeat_anew(connection: Connection) -> None:
    """Copy the verdict again to each claim that several people reviewed.

    Claims with unreadable reviews are not changed.
    """
    several = select(col(ReviewTable.claim)).group_by(col(ReviewTable.claim))
    query = several.having(func.count(col(ReviewTable.reviewer).distinct()) > 1)
    for claim in connection.execute(query).scalars().all():
        try:
            connection.execute(_OF_ITS_RATINGS, _repeated(fold_reviews(claim, "", of_claim(connection, claim))))
        except StoreError:  # doctor reports it
            continue


def repeat_holders(connection: Connection) -> None:
    """Copy the holder again to each claim that is taken; claims with unreadable reviews are not changed."""
    query = select(col(ClaimTable.id)).where(col(ClaimTable.stage) == Stage.TAKEN.value)
    for claim in connection.execute(query).scalars().all():
        with suppress(StoreError):  # doctor reports it
            held = held_kept(fold_reviews(claim, "", of_claim(connection, claim)))
            connection.execute(update(ClaimTable).where(col(ClaimTable.id) == claim).values(**held))


def _repeated(verdict: Verdict) -> dict[str, Any]:
    """Return the values that a claim's row copies from its verdict."""
    return {"key": verdict.claim, "now": verdict.stage.value, "rating": verdict.rating, "deferred": verdict.deferred}


_ASIDE = col(ClaimTable.stage) == Stage.ASIDE.value
_OF_ITS_RATINGS = (
    update(ClaimTable)
    .where(col(ClaimTable.id) == bindparam("key"))
    .values(
        stage=case((_ASIDE, Stage.ASIDE.value), else_=bindparam("now")),  # a claim that is set aside stays so
        rating=bindparam("rating"),
        deferred=bindparam("deferred"),
    )
)
_REPEATED = _OF_ITS_RATINGS.values(tags=bindparam("tags"), until=bindparam("until"), holder=bindparam("holder"))
_COUNTED = (
    update(DocumentTable)
    .where(col(DocumentTable.id) == bindparam("key"))
    .values(open=col(DocumentTable.open) + bindparam("change"))
)


_OF_CLAIM = (
    select(col(ReviewTable.noun)).where(col(ReviewTable.claim) == bindparam("key")).order_by(col(ReviewTable.number))
)


def of_claim(connection: Connection, claim: str) -> Sequence[Review]:
    """Read the reviews of a claim, oldest first."""
    return [review_of(text) for text in connection.execute(_OF_CLAIM, {"key": claim}).scalars()]


def histories(connection: Connection, claims: Sequence[str]) -> dict[str, list[Review]]:
    """Read the reviews of some claims, by claim, oldest first; a claim without any is left out."""
    of_them = col(ReviewTable.claim).in_(listed(connection, claims))
    query = select(col(ReviewTable.claim), col(ReviewTable.noun)).where(of_them)
    found: dict[str, list[Review]] = {}
    for claim, text in connection.execute(query.order_by(col(ReviewTable.number))).all():
        found.setdefault(claim, []).append(review_of(text))
    return found


def of_batch(connection: Connection, batch: str) -> Sequence[Review]:
    """Read the reviews of one batch, oldest first, without those that cannot be read."""
    query = select(col(ReviewTable.noun)).where(col(ReviewTable.batch) == batch).order_by(col(ReviewTable.number))
    return readable(connection.execute(query).scalars(), review_of)


def last(connection: Connection, limit: int) -> Sequence[Review]:
    """Read the reviews that were added last, newest first, without those that cannot be read."""
    query = select(col(ReviewTable.noun)).order_by(col(ReviewTable.number).desc()).limit(limit)
    return readable(connection.execute(query).scalars(), review_of)
