"""Evidence that reviewers attach to claims, and indexes by which earlier verdicts on a series are found."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("claim", sa.String, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attachments_claim"), "attachments", ["claim"])
    op.create_index(op.f("ix_findings_series"), "findings", ["series"])
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
