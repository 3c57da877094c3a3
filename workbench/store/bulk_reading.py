"""Read everything stored about many claims in a handful of statements: some dozen for an export of thousands.

Each row is read once. A row that cannot be read is left out together with everything that belongs to it; reading it by
itself raises the error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select
from sqlmodel import col

from workbench.core.attachment import Attachment
from workbench.core.changed_copy import changed_copy
from workbench.core.corrections.amendment import fold_amendments
from workbench.core.corrections.correction import Correction
from workbench.core.document import Document
from workbench.core.encoding.codec import decode
from workbench.core.finding import Finding
from workbench.core.verdict import Review, WithheldReview
from workbench.ports import Researched
from workbench.ports.stored_claims import StoredClaims
from workbench.store import amendments
from workbench.store.id_parameters import rows_of
from workbench.store.row_conversion import claim_of, keepable
from workbench.store.tables import (
    AttachmentTable,
    ClaimTable,
    CorrectionTable,
    DocumentTable,
    FindingTable,
    ResearchTable,
    ReviewTable,
)
from workbench.store.unreadable_rows import UNREADABLE
from workbench.store.withheld import is_withheld

T = TypeVar("T")

AT_ONCE = 500
"""Most values in one statement."""


def ahead(connection: Connection, keys: Sequence[str]) -> StoredClaims:
    """Read everything stored about some claims, given by their whole ids."""
    wanted = [keepable(key) for key in keys]
    claims = dict(_nouns(connection, ClaimTable, claim_of, wanted))
    corrections = _of_claims(connection, CorrectionTable, Correction, claims)
    for key, given in corrections.items():
        claims[key] = given[-1].reading if given else claims[key]
    documents, changes = _documents(connection, {claim.document for claim in claims.values()})
    reviews = _of_claims(connection, ReviewTable, Review, claims)
    named = {key for given in reviews.values() for review in given for key in review.findings}
    findings = _Findings()
    research = _research(connection, list(claims), findings)
    return StoredClaims(
        claims={key: claim for key, claim in claims.items() if key in corrections},
        documents=documents,
        reviews=reviews,
        research=research,
        findings=_named(connection, sorted(named), findings),
        corrections=corrections,
        amendments=changes,
        attachments=_of_claims(connection, AttachmentTable, Attachment, claims),
    )


def grounds(connection: Connection, findings: Sequence[str], claims: Sequence[str]) -> StoredClaims:
    """Read some findings, and the attachments of some claims, all given by their whole ids."""
    attached = _of_claims(connection, AttachmentTable, Attachment, map(keepable, claims))
    return StoredClaims(
        findings=_named(connection, [keepable(key) for key in findings], _Findings()), attachments=attached
    )


def _some(keys: Iterable[str]) -> Iterator[list[str]]:
    every = list(keys)
    for at in range(0, len(every), AT_ONCE):
        yield every[at : at + AT_ONCE]


def _read(kind: type[T], text: str) -> T | None:
    try:
        return decode(kind, text)
    except UNREADABLE:
        return None


def _nouns(
    connection: Connection, table: Any, read: Callable[[str, str], T], keys: Iterable[str]
) -> Iterator[tuple[str, T]]:
    """Yield the nouns of rows by their ids, without those that cannot be read."""
    for some in _some(keys):
        for key, text in rows_of(connection, _by_id, table, some):
            with suppress(*UNREADABLE):
                yield key, read(key, text)


def _by_id(table: Any, ids: Select[Any]) -> Select[Any]:
    return select(col(table.id), col(table.noun)).where(col(table.id).in_(ids))


def _by_claim(table: Any, ids: Select[Any]) -> Select[Any]:
    return select(col(table.claim), col(table.noun)).where(col(table.claim).in_(ids)).order_by(col(table.number))


def _of_claims(connection: Connection, table: Any, kind: type[T], claims: Iterable[str]) -> dict[str, list[T]]:
    """Read one table's nouns for each of some claims, oldest first; a claim with an unreadable one is left out."""
    found: dict[str, list[T]] = {key: [] for key in claims}
    for some in _some(list(found)):
        for key, text in rows_of(connection, _by_claim, table, some):
            of: Any = WithheldReview if is_withheld(text) else kind
            noun: T | None = _read(of, text)
            if noun is None:
                found.pop(key, None)
            elif key in found:
                found[key].append(noun)
    return found


def _documents(connection: Connection, keys: set[str]) -> tuple[dict[str, Document], dict[str, Sequence[Any]]]:
    """Read documents with their present data, and the amendments of each."""
    found = dict(_nouns(connection, DocumentTable, lambda _, noun: decode(Document, noun), sorted(keys)))
    changes: dict[str, Sequence[Any]] = dict.fromkeys(found, ())
    for key in amendments.which_amended(connection, list(found)):
        given = amendments.of_document(connection, key)
        changes[key], data = given, fold_amendments(given).data
        if data is not None:
            found[key] = data.put_on(found[key])
    return found, changes


class _Findings:
    """Reads findings and caches them by their text, since research and reviews may name the same one."""

    def __init__(self) -> None:
        self._read: dict[str, Finding | None] = {}

    def read(self, text: str) -> Finding | None:
        """Read a finding; None where it cannot be read."""
        if text not in self._read:
            self._read[text] = _read(Finding, text)
        return self._read[text]


def _research(connection: Connection, keys: list[str], findings: _Findings) -> dict[str, Researched | None]:
    """Read the newest research of each claim."""
    found: dict[str, Researched | None] = {}
    for some in _some(keys):
        found.update((key, None) for key in some)
        lying = _lying(connection, some, findings)
        for number, claim, text in rows_of(connection, _newest, ResearchTable, some):
            noun, given = _read(Researched, text), lying.get(number, ())
            if noun is None or None in given:
                del found[claim]
            else:
                found[claim] = changed_copy(noun, findings=tuple(given))
    return found


def _last(table: Any, claims: Select[Any]) -> Select[Any]:
    return select(func.max(col(table.number))).where(col(table.claim).in_(claims)).group_by(col(table.claim))


def _newest(table: Any, claims: Select[Any]) -> Select[Any]:
    query = select(col(table.number), col(table.claim), col(table.noun))
    return query.where(col(table.number).in_(_last(table, claims)))


def _lying(connection: Connection, claims: Sequence[str], findings: _Findings) -> Mapping[Any, list[Finding | None]]:
    """Read the findings of the newest research of some claims, by its number."""
    found: dict[Any, list[Finding | None]] = defaultdict(list)
    for number, text in rows_of(connection, _of_newest, FindingTable, claims):
        found[number].append(findings.read(text))
    return found


def _of_newest(table: Any, claims: Select[Any]) -> Select[Any]:
    of_last = col(table.research).in_(_last(ResearchTable, claims))
    return select(col(table.research), col(table.noun)).where(of_last).order_by(col(table.number))


def _named(connection: Connection, keys: list[str], findings: _Findings) -> dict[str, Finding]:
    """Read findings by their ids, each as it was first stored."""
    found: dict[str, Finding] = {}
    unread: set[str] = set()
    for some in _some(keys):
        for key, text in rows_of(connection, _in_order, FindingTable, some):
            if key in found or key in unread:
                continue
            noun = findings.read(text)
            if noun is None:
                unread.add(key)
            else:
                found[key] = noun
    return found


def _in_order(table: Any, ids: Select[Any]) -> Select[Any]:
    return _by_id(table, ids).order_by(col(table.number))
