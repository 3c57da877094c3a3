"""Check that a blind project still withholds on a server what it should: rights, views and functions of `db grants`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, text

from workbench.core.errors import Problem
from workbench.store.every_table import METADATA
from workbench.store.grants import GROUPS, statements
from workbench.store.roles import VIEWS
from workbench.store.roles.blind_views import SHADOWED
from workbench.store.roles.people import SCHEMA

_AGAIN = "Run workbench db grants ROLE LOGIN --apply, with the project's configuration, which sets it up again."
_FUNCTION = re.compile(rf"CREATE OR REPLACE FUNCTION {SCHEMA}\.(\w+)\(.*?\$\$(.*)\$\$")
_READS = "SELECT has_any_column_privilege(CAST(:group AS name), CAST(:table AS text), 'SELECT')"
_COLUMNS = """SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = :views AND c.relname = :view AND c.relkind = 'v' AND a.attnum > 0 ORDER BY a.attnum"""
_BODIES = (
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = :schema)"
)


def faults(connection: Connection, name: str) -> Iterator[Problem]:
    """Yield a problem for each right, view and function that was changed; none where the project is not blind."""
    if not connection.execute(text("SELECT 1 FROM pg_namespace WHERE nspname = :views"), {"views": VIEWS}).scalar():
        return
    for table in SHADOWED:
        for group in (GROUPS["reader"], GROUPS["reviewer"]):
            if connection.execute(text(_READS), {"group": group, "table": f"public.{table}"}).scalar():
                yield Problem(name, f"{group} reads {table} past what is withheld.", _AGAIN, "changed-rights")
        columns = connection.execute(text(_COLUMNS), {"views": VIEWS, "view": table}).scalars().all()
        if columns != [each.name for each in METADATA.tables[table].columns]:
            yield Problem(name, f"The view {VIEWS}.{table} is another than was set up.", _AGAIN, "changed-view")
    bodies = {key: " ".join(said.split()) for key, said in connection.execute(text(_BODIES), {"schema": SCHEMA})}
    for key, said in _functions().items():
        if bodies.get(key) != said:
            yield Problem(name, f"The function {SCHEMA}.{key} is another than was set up.", _AGAIN, "changed-function")


def _functions() -> Mapping[str, str]:
    """Return the body of each function, by its name."""
    made = (_FUNCTION.match(each) for each in statements("reviewer", "anybody", blind=True))
    return {found[1]: found[2].strip() for found in made if found}
