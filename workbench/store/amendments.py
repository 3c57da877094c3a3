"""Amendments of documents: added one by one, never changed.

Their result is copied to the rows of documents and claims in the same transaction. A claim that is set aside has the
stage ``aside`` in lists, whatever its reviews say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sqlalchemy import Connection, and_, bindparam, func, select, text, update
from sqlmodel import col

from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amended, Amendment, DocumentData, fold_amendments
from workbench.core.encoding.codec import decode
from workbench.core.errors import NoSuchRecordError
from workbench.core.failures.review_errors import ChangedMeanwhileError
from workbench.core.verdict import Stage, fold_reviews
from workbench.store import reviews
from workbench.store.append_only_rows import common_values, insert_noted, is_new
from workbench.store.documents import add_claims
from workbench.store.id_parameters import listed
from workbench.store.row_conversion import claim_values, keepable
from workbench.store.search_normalisation import bag
from workbench.store.tables import DATA, HIDDEN, AmendmentTable, ClaimTable, DocumentTable, ReviewTable
from workbench.store.unreadable_rows import SkippedRows, readable


def add(connection: Connection, amendment: Amendment, claims: Sequence[Claim]) -> bool:
    """Add an amendment and its new claims, unless it was added before; return whether it is new.

    Raises:
        NoSuchRecordError: The document is not there.
        TakenBackError: It takes back what was taken back before.
        ChangedMeanwhileError: The document was amended after the amendment that this one follows.
    """
    if not _locked(connection, amendment.document, claims):
        raise NoSuchRecordError("document", amendment.document)
    before = of_document(connection, amendment.document)
    if not is_new(amendment, before):
        return False
    if before and before[-1].id != amendment.follows:
        raise ChangedMeanwhileError("document", amendment.document, before[-1].reviewer)
    add_claims(connection, [claim_values(claim) for claim in claims])
    _repeat(connection, amendment.document, fold_amendments(before), fold_amendments([*before, amendment]))
    values = {**common_values(amendment), "document": amendment.document, "kind": amendment.kind.value}
    insert_noted(connection, AmendmentTable, values)
    return True


def _locked(connection: Connection, document: str, claims: Sequence[Claim]) -> bool:
    """Lock a document and its claims until the transaction ends; return whether the document exists.

    On a server, claims are locked before their document and the journal last. Adding a review keeps the same order, so
    that there is no deadlock.
    """
    of_it = select(col(ClaimTable.number)).where(col(ClaimTable.document) == document).order_by(col(ClaimTable.id))
    connection.execute(of_it.with_for_update())
    if claims and connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE documents IN SHARE ROW EXCLUSIVE MODE"))  # as an import does
    found = select(col(DocumentTable.number)).where(col(DocumentTable.id) == document).with_for_update()
    return connection.execute(found).scalar() is not None


def of_document(connection: Connection, document: str) -> Sequence[Amendment]:
    """Return the amendments of a document, in the order in which they were added."""
    query = select(col(AmendmentTable.noun)).where(col(AmendmentTable.document) == document)
    return readable(
        connection.execute(query.order_by(col(AmendmentTable.number))).scalars(), partial(decode, Amendment)
    )


def which_amended(connection: Connection, documents: Sequence[str]) -> list[str]:
    """Return which of some documents were amended."""
    of_them = col(AmendmentTable.document).in_(listed(connection, documents))
    query = select(col(AmendmentTable.document)).where(of_them).distinct()
    return sorted(connection.execute(query).scalars())


def newest(connection: Connection, limit: int, skipped: SkippedRows) -> Sequence[Amendment]:
    """Return the amendments of all documents, newest first."""
    query = select(col(AmendmentTable.id), col(AmendmentTable.noun)).order_by(col(AmendmentTable.number).desc())
    return skipped.nouns("amendment", Amendment, connection.execute(query.limit(limit)))


_AMENDED = select(col(DocumentTable.amended)).where(col(DocumentTable.id) == bindparam("key"))


def data_now(connection: Connection, document: str) -> DocumentData | None:
    """Read a document's corrected data; None where they were never corrected."""
    if connection.execute(_AMENDED, {"key": document}).scalar() is None:
        return None
    return fold_amendments(of_document(connection, document)).data


def aside(connection: Connection) -> tuple[set[str], set[str]]:
    """Return the claims that are set aside one by one, and the documents that are hidden."""
    claims: set[str] = set()
    hidden: set[str] = set()
    for document in connection.execute(select(col(AmendmentTable.document)).distinct()).scalars().all():
        amended = fold_amendments(of_document(connection, document))
        claims |= amended.aside.keys()
        if amended.hidden is not None:
            hidden.add(document)
    return claims, hidden


# --- copies on the rows of documents and claims -----------------------------------------------------------------------


def _repeat(connection: Connection, document: str, before: Amended, now: Amended) -> None:
    changed = before.aside.keys() ^ now.aside.keys()
    if now.hidden is not None:
        _set_stage(connection, document, Stage.ASIDE, None)
    elif before.hidden is not None:
        _set_stage(connection, document, Stage.OPEN, None)
        _set_stage(connection, document, Stage.ASIDE, now.aside)
        _stage_anew(connection, document, set(now.aside))
    else:
        _set_stage(connection, document, Stage.OPEN, changed - now.aside.keys())
        _set_stage(connection, document, Stage.ASIDE, changed & now.aside.keys())
        _stage_anew(connection, document, set(now.aside), changed - now.aside.keys())
    _repeat_on_document(connection, document, now)


def _set_stage(connection: Connection, document: str, stage: Stage, claims: Iterable[str] | None) -> None:
    """Set the stage that lists show for some claims of a document, or for all of them."""
    statement = update(ClaimTable).where(col(ClaimTable.document) == document).values(stage=stage.value)
    if claims is None:
        connection.execute(statement)
        return
    keys = sorted(claims)
    for at in range(0, len(keys), 500):
        connection.execute(statement.where(col(ClaimTable.id).in_(keys[at : at + 500])))


def _stage_anew(connection: Connection, document: str, out: set[str], among: Iterable[str] | None = None) -> None:
    """Set the listed stage of each reviewed claim that is not set aside to what its reviews say."""
    query = select(col(ClaimTable.id)).where(col(ClaimTable.document) == document)
    reviewed = connection.execute(query.where(col(ClaimTable.id).in_(select(col(ReviewTable.claim))))).scalars().all()
    for key in {*reviewed} - out if among is None else {*reviewed} & {*among}:
        verdict = fold_reviews(key, "", reviews.of_claim(connection, key))
        _set_stage(connection, document, verdict.stage, [key])


def count_anew(connection: Connection, document: str) -> None:
    """Update the numbers of claims and open claims on a document's row, after claims were added."""
    _repeat_on_document(connection, document, fold_amendments(of_document(connection, document)))


def _repeat_on_document(connection: Connection, document: str, now: Amended) -> None:
    of_it = col(ClaimTable.document) == document
    stage = col(ClaimTable.stage)
    count = select(func.count()).select_from(ClaimTable)
    is_open = connection.execute(count.where(of_it, stage == Stage.OPEN.value)).scalar_one()
    shown = connection.execute(count.where(of_it, stage != Stage.ASIDE.value)).scalar_one()
    origin = connection.execute(select(col(DocumentTable.origin)).where(col(DocumentTable.id) == document)).scalar_one()
    values = {"open": is_open, "shown": shown, **_listed(origin, now)}
    connection.execute(update(DocumentTable).where(col(DocumentTable.id) == document).values(**values))


def listed_otherwise(connection: Connection) -> Iterator[str]:
    """Yield the ids of documents whose rows differ from what their amendments say."""
    names = ("id", "origin", *_LISTED)
    query = select(*(col(getattr(DocumentTable, name)) for name in names))
    bare = and_(*(col(getattr(DocumentTable, name)).is_(None) for name in _LISTED))
    amended = col(DocumentTable.id).in_(select(col(AmendmentTable.document)))
    for row in connection.execute(query.where(~bare | amended)).mappings().all():
        now = _listed(row["origin"], fold_amendments(of_document(connection, row["id"])))
        if any(row[name] != value for name, value in now.items()):
            yield str(row["id"])


_LISTED = ("amended", "title_now", "published_now", "place_now", "words_now")


def _listed(origin: str, now: Amended) -> dict[str, str | None]:
    """Return the columns that a document's row copies from its amendments, except for the numbers of claims."""
    mark = HIDDEN if now.hidden is not None else DATA if now.data is not None else None
    return {"amended": mark, **_data_values(origin, now.data)}


def _data_values(origin: str, data: DocumentData | None) -> Mapping[str, str | None]:
    """Return the columns by which a document with corrected data is listed, ordered and found."""
    if data is None:
        return dict.fromkeys(("title_now", "published_now", "place_now", "words_now"))
    speakers = keepable(" ".join(speaker.name for speaker in data.speakers))
    return {
        "title_now": keepable(data.title),
        "published_now": data.published.isoformat() if data.published else "",
        "place_now": data.place,
        "words_now": bag(keepable(data.title), keepable(data.place_name), speakers, origin),
    }
