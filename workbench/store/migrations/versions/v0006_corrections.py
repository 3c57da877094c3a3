"""Corrections of readings by the reviewers, kept with the claim that each puts right."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("claim", sa.String, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("slot", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=True),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_corrections_claim"), "corrections", ["claim"])
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
