"""The tables of the database.

Every table has a row number, the noun's id, the columns by which lists are filtered and ordered, and the whole noun as
JSON, packed in tables with many rows. The columns serve to find a row; only the noun is authoritative. No column is a
floating-point number: a claim's worth is stored in whole ten-thousandths, days as ISO text (empty where unknown), and
amounts inside the noun with all their digits.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, MetaData, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from workbench.store.compression import NounText

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_registry = registry(metadata=MetaData(naming_convention=NAMING))


class StoredRow(SQLModel, registry=_registry):
    """A row of any table; they have metadata of their own, separate from other users of SQLModel in the process."""


METADATA = StoredRow.metadata


def _noun() -> Any:
    """Return a column for the noun as JSON.

    It comes last, so that reading the columns before it does not read its text.
    """
    return Field(sa_column=Column("noun", Text, nullable=False))


def _packed_noun() -> Any:
    """Return a column for packed nouns, for tables that imports fill."""
    return Field(sa_column=Column("noun", NounText, nullable=False))


HIDDEN, DATA = "hidden", "data"
"""How a document was amended: hidden, or its data put right."""


class DocumentTable(StoredRow, table=True):
    """Documents. `claims`, `open` and `worth` sum up the claims; `open` moves with their stages.

    The columns after the noun copy the result of its amendments: how it was amended (`HIDDEN`, `DATA`), the number of
    claims not set aside, and the corrected data; NULL where nothing was amended.
    """

    __tablename__ = "documents"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    title: str
    published: str
    place: str | None
    origin: str
    claims: int
    open: int
    worth: int
    words: str
    noun: str = _packed_noun()
    amended: str | None = None
    shown: int | None = None
    title_now: str | None = None
    published_now: str | None = None
    place_now: str | None = None
    words_now: str | None = None


class ClaimTable(StoredRow, table=True):
    """Claims. `stage`, `rating`, `deferred`, `tags`, `until` and `holder` copy the verdict, and change with each review.

    `words_hash` is the hash of the claim's words and their sentence; `repeats` is the row number of the first claim
    with the same words, NULL for the first itself.
    """

    __tablename__ = "claims"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    document: str = Field(foreign_key="documents.id")
    start: int
    kind: str
    worth: int
    said: str
    place: str | None
    speaker: str
    stage: str
    rating: str | None
    deferred: bool
    quote: str
    context: str
    words: str
    noun: str = _packed_noun()
    words_hash: int = Field(sa_column=Column("words_hash", BigInteger, nullable=False, server_default="0"))
    repeats: int | None = Field(sa_column=Column("repeats", BigInteger, nullable=True))
    tags: str | None = None
    until: str | None = None
    holder: str | None = None


class AddedRow(StoredRow):
    """A row for something that people did, never changed; dropping something or taking it back adds another row."""

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    at: str
    reviewer: str
    noun: str = Field(sa_type=Text)


class ReviewTable(AddedRow, table=True):
    """Reviews of claims; triggers of the first migration refuse changes."""

    __tablename__ = "reviews"

    claim: str = Field(foreign_key="claims.id", index=True)
    action: str
    rating: str | None
    batch: str | None = None


class ResearchTable(StoredRow, table=True):
    """Research of claims, without the findings."""

    __tablename__ = "research"

    number: int | None = Field(default=None, primary_key=True)
    claim: str = Field(foreign_key="claims.id", index=True)
    at: str
    noun: str = _noun()


class FindingTable(StoredRow, table=True):
    """Findings, in the order in which a research found them. Several researches may find the same one."""

    __tablename__ = "findings"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(index=True)
    research: int = Field(foreign_key="research.number", index=True)
    claim: str
    series: str | None = Field(index=True)
    agreement: str
    noun: str = _noun()


class ChoiceTable(StoredRow, table=True):
    """Choices of series, never changed. The columns hold the whole noun."""

    __tablename__ = "choices"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    at: str
    reviewer: str
    kind: str
    words: str
    dimension: str
    place: str | None
    series: str
    title: str
    claim: str = Field(index=True)
    through: str
    undoes: str | None


class FormulaTable(AddedRow, table=True):
    """Formulas of the reviewers."""

    __tablename__ = "formulas"

    claim: str = Field(foreign_key="claims.id", index=True)


class CorrectionTable(AddedRow, table=True):
    """Corrections of readings. `kind`, `place`, `speaker` and `said` are the claim's from then on."""

    __tablename__ = "corrections"

    claim: str = Field(foreign_key="claims.id", index=True)
    slot: str
    kind: str
    place: str | None
    speaker: str
    said: str | None = None


class AmendmentTable(AddedRow, table=True):
    """Amendments of documents."""

    __tablename__ = "amendments"

    document: str = Field(foreign_key="documents.id", index=True)
    kind: str


class AttachmentTable(AddedRow, table=True):
    """Evidence that reviewers attached."""

    __tablename__ = "attachments"

    claim: str = Field(foreign_key="claims.id", index=True)
    kind: str


class PageTable(StoredRow, table=True):
    """Published pages: `id` is that of the review that published each, `body` the hash of its bytes in the archive."""

    __tablename__ = "published_pages"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    claim: str = Field(foreign_key="claims.id", index=True)
    at: str
    body: str
    size: int


class JournalTable(StoredRow, table=True):
    """The journal: entries about added rows, each hashed with the one before (see `workbench.store.journal`)."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_rows", "kind", "last"),)

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    claim: str = Field(index=True)
    first: int
    last: int
    rows: str = Field(sa_column=Column("rows", Text, nullable=False))
    hash: str


class HeadTable(StoredRow, table=True):
    """One row with the number of journal entries and the hash of the last, updated with each entry."""

    __tablename__ = "journal_head"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    entries: int
    hash: str
