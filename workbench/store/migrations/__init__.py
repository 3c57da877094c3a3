"""The migrations, in order, and what opening a database needs to know about them without loading alembic.

For a new migration, add a file to ``versions``, add its name at the end of `REVISIONS`, and write ``fresh_sqlite.sql`` again
with ``tests/store/fresh_script.py``. Tests compare all three, and the tables that the migrations make with those of
`workbench.store.tables`.
"""

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
)
"""Every revision that this program knows, oldest first."""

HEAD = REVISIONS[-1]

VERSION_TABLE = "workbench_version"
"""Table that holds the database's revision, under a name that no other program uses."""
