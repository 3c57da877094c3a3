"""Pages that readers got, by the hash of their bytes; saved views are noted in the journal, as all rows are."""

import sqlalchemy as sa
from alembic import op

from workbench.store import journal
from workbench.store.migrations.guards import statements

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "published_pages",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("claim", sa.String, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_published_pages_claim"), "published_pages", ["claim"])
    connection = op.get_bind()
    journal.note_all(connection, ("saved_views",))
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
