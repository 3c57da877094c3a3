"""Run alembic's migrations on the connection that opens the database, inside its transaction."""

from alembic import context

from workbench.store.migrations import VERSION_TABLE
from workbench.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
