"""Amendments of documents by the reviewers: claims added, joined and split, data put right, documents hidden."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "amendments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_amendments_document"), "amendments", ["document"])
    for table, column in _NEW:
        op.add_column(table, column)
    amended = sa.text("amended IS NOT NULL")
    op.create_index("ix_documents_amended", "documents", ["amended"], sqlite_where=amended, postgresql_where=amended)
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)


_NEW = (
    ("documents", sa.Column("amended", sa.String, nullable=True)),
    ("documents", sa.Column("shown", sa.Integer, nullable=True)),
    ("documents", sa.Column("title_now", sa.String, nullable=True)),
    ("documents", sa.Column("published_now", sa.String, nullable=True)),
    ("documents", sa.Column("place_now", sa.String, nullable=True)),
    ("documents", sa.Column("words_now", sa.String, nullable=True)),
    ("corrections", sa.Column("said", sa.String, nullable=True)),
)
