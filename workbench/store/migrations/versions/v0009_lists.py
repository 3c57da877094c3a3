"""Lists: claims of the same words as one row, tags, decisions that were taken in one go, saved views, and indexes to filter and sort by."""

import sqlalchemy as sa
from alembic import op

from workbench.store.lists.sightings import find_again
from workbench.store.migrations.guards import statements

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claims", sa.Column("words_hash", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("claims", sa.Column("repeats", sa.BigInteger, nullable=True))
    op.add_column("claims", sa.Column("tags", sa.String, nullable=True))
    op.add_column("reviews", sa.Column("batch", sa.String, nullable=True))
    op.create_table(
        "saved_views",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("query", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("dropped", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
    find_again(connection)
