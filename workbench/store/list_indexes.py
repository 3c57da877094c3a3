"""The indexes by which lists are filtered and sorted; only checks of a database load them.

They are not defined with the tables, since an index condition in PostgreSQL's SQL loads all of SQLAlchemy's PostgreSQL
dialect, which takes time.
"""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import col

from workbench.store.tables import ClaimTable, DocumentTable, FindingTable, ReviewTable

Index("ix_documents_newest", col(DocumentTable.published).desc(), col(DocumentTable.number).desc())

Index(
    "ix_documents_amended",
    col(DocumentTable.amended),
    sqlite_where=text("amended IS NOT NULL"),
    postgresql_where=text("amended IS NOT NULL"),
)

# covers the columns of filters, so that a filter is answered from the index alone
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
# the library's list, without claims whose words were said before; `repeats` is NULL in all of it, but SQLite reads it to be sure
Index(
    "ix_claims_first",
    col(ClaimTable.worth).desc(),
    col(ClaimTable.id),
    col(ClaimTable.stage),
    col(ClaimTable.repeats),
    sqlite_where=text("repeats IS NULL"),
    postgresql_where=text("repeats IS NULL"),
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
for _name in ("repeats", "tags", "holder"):
    _there = text(f"{_name} IS NOT NULL")
    Index(f"ix_claims_{_name}", col(getattr(ClaimTable, _name)), sqlite_where=_there, postgresql_where=_there)
Index("ix_claims_deferred", col(ClaimTable.until), sqlite_where=text("deferred"), postgresql_where=text("deferred"))
for _name in ("said", "speaker", "place", "kind"):  # orders of lists other than by worth
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
