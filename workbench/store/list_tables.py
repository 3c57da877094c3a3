"""What lists are filtered and sorted by: the indexes that hold it, and the views that reviewers saved."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field, col

from workbench.store.tables import ClaimTable, FindingTable, ReviewTable, StoredRow

# holds all that lists are filtered by, so that a filter is answered without reading the claims themselves
Index(
    "ix_claims_list",
    col(ClaimTable.worth).desc(),
    col(ClaimTable.id),
    col(ClaimTable.stage),
    col(ClaimTable.kind),
    col(ClaimTable.place),
    col(ClaimTable.said),
    col(ClaimTable.speaker),
    col(ClaimTable.repeats),
)
Index(
    "ix_claims_judged",
    col(ClaimTable.stage),
    col(ClaimTable.worth).desc(),
    col(ClaimTable.id),
    sqlite_where=text("stage <> 'open'"),
    postgresql_where=text("stage <> 'open'"),
)
Index("ix_claims_words", col(ClaimTable.words_hash), col(ClaimTable.number))
for _name in ("repeats", "tags"):
    _there = text(f"{_name} IS NOT NULL")
    Index(f"ix_claims_{_name}", col(getattr(ClaimTable, _name)), sqlite_where=_there, postgresql_where=_there)
for _name in ("said", "speaker", "place", "kind"):  # what lists are sorted by, beside the worth
    _by = col(getattr(ClaimTable, _name))
    Index(
        f"ix_claims_{_name}",
        _by.desc() if _name == "said" else _by,
        col(ClaimTable.worth).desc(),
        col(ClaimTable.id),
        col(ClaimTable.stage),
        col(ClaimTable.repeats),
    )
Index(
    "ix_claims_text",
    col(ClaimTable.document),
    col(ClaimTable.start),
    col(ClaimTable.id),
    col(ClaimTable.stage),
    col(ClaimTable.repeats),
)

Index("ix_reviews_reviewer", col(ReviewTable.reviewer), col(ReviewTable.claim))
Index(
    "ix_reviews_batch",
    col(ReviewTable.batch),
    sqlite_where=text("batch IS NOT NULL"),
    postgresql_where=text("batch IS NOT NULL"),
)

Index("ix_findings_agreement", col(FindingTable.agreement), col(FindingTable.claim))


class ViewTable(StoredRow, table=True):
    """Saved views, only ever added: the last row of a name is the view; `dropped` says that it is none any more."""

    __tablename__ = "saved_views"

    number: int | None = Field(default=None, primary_key=True)
    at: str
    reviewer: str
    name: str
    query: str
    key: str
    dropped: bool
