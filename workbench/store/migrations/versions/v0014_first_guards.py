"""Four triggers of the very first SQLite files are made as they are today; only those of that exact wording are touched.

The first migration was changed once after files had been made by it: two guards compared the number of a new row that had
none yet, and two triggers filled the full-text indexes, which is done in bulk since. A trigger of any other wording was
changed by hand: it stays, and ``db check`` names it.
"""

from alembic import op
from sqlalchemy import Connection

from workbench.store.migrations.guards import statements

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_GUARDS = ("documents_replace", "claims_replace")
_TODAY, _FIRST = "OR NEW.number > 0 AND EXISTS", "OR EXISTS"
_INDEXED = ("documents", "claims")


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _renew_guards(connection)
        _drop_fillers(connection)


def _renew_guards(connection: Connection) -> None:
    for guard in _GUARDS:
        (today,) = (each for each in statements("0001", "sqlite") if each.startswith(f"CREATE TRIGGER {guard} "))
        if _sql_of(connection, guard) == today.replace(_TODAY, _FIRST):
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
            connection.exec_driver_sql(today)


def _drop_fillers(connection: Connection) -> None:
    """Drop the triggers that fill a full-text index, and fill it anew: rows were added to it twice since."""
    for table in _INDEXED:
        filler = f"{table}_words_insert"
        first = (
            f"CREATE TRIGGER {filler} AFTER INSERT ON {table}\n"  # noqa: S608  (names of our own)
            f"BEGIN INSERT INTO {table}_words(rowid, words) VALUES (NEW.number, NEW.words); END"
        )
        if _sql_of(connection, filler) == first:
            connection.exec_driver_sql(f"DROP TRIGGER {filler}")
            connection.exec_driver_sql(f"INSERT INTO {table}_words({table}_words) VALUES ('rebuild')")  # noqa: S608


def _sql_of(connection: Connection, trigger: str) -> str | None:
    asked = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"
    return connection.exec_driver_sql(asked, (trigger,)).scalar()
