"""The journal: what every row was when it came in, each entry sealed with the one before; begun over what the database holds."""

import sqlalchemy as sa
from alembic import op

from workbench.store import journal
from workbench.store.migrations.guards import statements

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("claim", sa.String, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("rows", sa.Text, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index(op.f("ix_journal_claim"), "journal", ["claim"])
    op.create_index("ix_journal_rows", "journal", ["kind", "last"])
    head = op.create_table(
        "journal_head",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.bulk_insert(head, [{"number": 1, "entries": 0, "hash": journal.BEGINNING}])
    connection = op.get_bind()
    journal.note_all(connection, ("documents", "claims", "reviews", "research", "findings", "choices", "formulas"))
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
