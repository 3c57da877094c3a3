"""What reviewers chose: series picked and barred as measures of some words, and choices forgotten."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "choices",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("dimension", sa.String, nullable=False),
        sa.Column("place", sa.String),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("claim", sa.String, nullable=False),
        sa.Column("through", sa.String, nullable=False),
        sa.Column("undoes", sa.String),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_choices_claim"), "choices", ["claim"])
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
