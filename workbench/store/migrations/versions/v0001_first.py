"""Documents, claims, reviews, research and findings; the words to search them by; the triggers that keep them."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _claims()
    _reviews()
    _research()
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("published", sa.String, nullable=False),
        sa.Column("place", sa.String),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("open", sa.Integer, nullable=False),
        sa.Column("worth", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_documents_newest", "documents", [sa.text("published DESC"), sa.text("number DESC")])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("worth", sa.Integer, nullable=False),
        sa.Column("said", sa.String, nullable=False),
        sa.Column("place", sa.String),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("rating", sa.String),
        sa.Column("deferred", sa.Boolean, nullable=False),
        sa.Column("quote", sa.String, nullable=False),
        sa.Column("context", sa.String, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    best, judged = sa.text("worth DESC"), sa.text("stage <> 'open'")
    op.create_index("ix_claims_list", "claims", [best, "id", "stage", "kind", "place"])
    op.create_index("ix_claims_judged", "claims", ["stage", best, "id"], sqlite_where=judged, postgresql_where=judged)
    op.create_index("ix_claims_text", "claims", ["document", "start", "id"])


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("claim", sa.String, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("rating", sa.String),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reviews_claim"), "reviews", ["claim"])


def _research() -> None:
    op.create_table(
        "research",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("claim", sa.String, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_research_claim"), "research", ["claim"])
    op.create_table(
        "findings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("research", sa.Integer, sa.ForeignKey("research.number"), nullable=False),
        sa.Column("claim", sa.String, nullable=False),
        sa.Column("series", sa.String),
        sa.Column("agreement", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_findings_id"), "findings", ["id"])
    op.create_index(op.f("ix_findings_research"), "findings", ["research"])
