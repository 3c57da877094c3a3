"""An index of the claims that no earlier claim has the words of: they are the library's list, in its order."""

from alembic import op

from workbench.store.migrations.guards import statements

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
