"""Claims that are deferred until a day, and who has a claim: taken, or given to somebody."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations.guards import statements
from workbench.store.reviews import repeat_holders

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claims", sa.Column("until", sa.String, nullable=True))
    op.add_column("claims", sa.Column("holder", sa.String, nullable=True))
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        connection.exec_driver_sql(statement)
    repeat_holders(connection)
