"""The migrations, in order, and what opening has to know of them without loading alembic.

A new migration is one file in ``versions``, its name added at the end of `REVISIONS`, and ``fresh_sqlite.sql`` written again
by ``tests/store/fresh_script.py``. Tests compare all three, and the tables that the migrations make with those of
`workbench.store.tables`.
"""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013")
"""Every revision that this program knows, oldest first."""

HEAD = REVISIONS[-1]

VERSION_TABLE = "workbench_version"
"""Table that holds the database's revision, under a name that no other program uses."""
