"""Roles of a newsroom as PostgreSQL's own rights, so that what is only added to stays so against SQL too.

Three groups: readers look; reviewers add and rate; editors also approve, publish, correct and withdraw. None of them changes or deletes a
row: the guards refuse it, and these rights do before them. Source: PostgreSQL's manual, *GRANT* and *Row Security Policies*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import text

from workbench.core.errors import UnknownNameError
from workbench.core.failures.database_errors import NoServerError, NotAllowedError, NotOwnerError, RoleNameError
from workbench.core.verdict import Action
from workbench.store.databases.addresses import JOBS
from workbench.store.databases.engine import Database
from workbench.store.every_table import METADATA
from workbench.store.journal import TABLES, moving_columns
from workbench.store.migrations import VERSION_TABLE
from workbench.store.opening import prepare

ROLES = ("reader", "reviewer", "editor")
"""What somebody may be."""

EDITORS = (Action.APPROVE, Action.REJECT, Action.PUBLISH, Action.CORRECT, Action.UPDATE, Action.WITHDRAW)
"""Reviews that editors alone may add."""

GROUPS = {role: f"workbench_{role}" for role in ROLES}
"""The group of the server that each role is."""


class Policy(NamedTuple):
    """Which reviews a group may see, or add.

    Attributes:
        name: Its name.
        does: ``SELECT`` or ``INSERT``.
        to: The group; ``public`` is everybody.
        rows: The condition on the reviews.
    """

    name: str
    does: str
    to: str
    rows: str


GUARDED = "reviews"
"""The table whose rows not everybody may add."""

_KEPT = ", ".join(f"'{action.value}'" for action in EDITORS)

POLICIES = (
    Policy("seen", "SELECT", "public", "true"),
    Policy("reviewed", "INSERT", GROUPS["reviewer"], f"action NOT IN ({_KEPT})"),
    Policy("edited", "INSERT", GROUPS["editor"], "true"),
)
"""Which reviews each group may see and add; the owner of the tables is bound by none."""

_NAME = re.compile(r"[a-z_][a-z0-9_-]{0,62}")
_PATIENCE = 10.0


def statements(role: str, person: str) -> Sequence[str]:
    """The SQL that makes the groups, gives them their rights, and puts a login of the server into one of them.

    Args:
        role: One of `ROLES`.
        person: The login, as PostgreSQL knows it.

    Raises:
        UnknownNameError: There is no such role.
        RoleNameError: The login's name is none that is written without quotes.
    """
    if role not in ROLES:
        raise UnknownNameError("role", role, ROLES)
    if not _NAME.fullmatch(person):
        raise RoleNameError(person)
    others = ", ".join(group for each, group in GROUPS.items() if each != role)
    return (
        *map(_made, GROUPS.values()),
        *_rights(),
        *_policies(),
        f'REVOKE {others} FROM "{person}"',
        f'GRANT {GROUPS[role]} TO "{person}"',
    )


def grant(place: str, role: str, person: str) -> None:
    """Gives a login its role in a database. Raises as `statements`, and NoServerError, StoreError."""
    given = statements(role, person)
    database = Database(place, patience=_PATIENCE)
    try:
        if database.sqlite:
            raise NoServerError(database.name)
        prepare(database)
        with database.writing() as connection:
            for each in given:
                connection.execute(text(each.replace(":", r"\:")))
    except NotAllowedError as error:
        raise NotOwnerError(database.name, "roles are given by the owner of its tables") from error
    finally:
        database.close()


def _made(group: str) -> str:
    found = f"SELECT 1 FROM pg_roles WHERE rolname = '{group}'"  # noqa: S608  (our own names)
    return f"DO $$ BEGIN IF NOT EXISTS ({found}) THEN CREATE ROLE {group} NOLOGIN; END IF; END $$"


def _rights() -> list[str]:
    everybody, writers = ", ".join(GROUPS.values()), f"{GROUPS['reviewer']}, {GROUPS['editor']}"
    there = ", ".join((*METADATA.tables, VERSION_TABLE))
    moving = [
        f"GRANT UPDATE ({', '.join(columns)}) ON {kind} TO {writers}" for kind, columns in moving_columns().items()
    ]
    return [
        f"GRANT USAGE ON SCHEMA public TO {everybody}",
        f"GRANT SELECT ON {there} TO {everybody}",
        f"GRANT INSERT ON {', '.join(TABLES)}, journal TO {writers}",
        f"GRANT UPDATE (entries, hash) ON journal_head TO {writers}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {writers}",
        *moving,
        *_of_jobs(writers),
    ]


def _of_jobs(writers: str) -> list[str]:
    """Who adds and does jobs: those that rate. The tables are made by the first who opens the queue, which is the owner's to do."""
    may = {"TABLES": "SELECT, INSERT, UPDATE, DELETE", "SEQUENCES": "USAGE"}
    return [
        f"CREATE SCHEMA IF NOT EXISTS {JOBS}",
        f"GRANT USAGE ON SCHEMA {JOBS} TO {writers}",
        *(f"GRANT {rights} ON ALL {kind} IN SCHEMA {JOBS} TO {writers}" for kind, rights in may.items()),
        *(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA {JOBS} GRANT {rights} ON {kind} TO {writers}"
            for kind, rights in may.items()
        ),
    ]


def _policies() -> list[str]:
    return [
        f"ALTER TABLE {GUARDED} ENABLE ROW LEVEL SECURITY",
        *(f"DROP POLICY IF EXISTS {each.name} ON {GUARDED}" for each in POLICIES),
        *(
            f"CREATE POLICY {each.name} ON {GUARDED} FOR {each.does} TO {each.to} {_HOLDS[each.does]} ({each.rows})"
            for each in POLICIES
        ),
    ]


_HOLDS = {"SELECT": "USING", "INSERT": "WITH CHECK"}
