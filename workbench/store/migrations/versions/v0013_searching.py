"""Claims and documents are found by their words in PostgreSQL's own full-text index; SQLite has had its own since the first migration."""

from alembic import op

from workbench.store.migrations.guards import statements

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
