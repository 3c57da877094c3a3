"""Roles of a newsroom as rights in PostgreSQL, so that no login can change or delete rows with plain SQL either.

There are three groups: readers look; reviewers add and rate; editors also approve, publish, correct and withdraw. None
of them changes or deletes a row: these rights refuse it, and after them the triggers. Each login writes under one
reviewer's name, and in a blind project reads only those ratings and notes of others that it may. Source: PostgreSQL's
manual, *GRANT* and *Row Security Policies*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.core.errors import UnknownNameError
from workbench.core.failures.database_errors import NoServerError, NotAllowedError, NotOwnerError, RoleNameError
from workbench.core.verdict import Action
from workbench.store.databases.addresses import JOBS
from workbench.store.databases.engine import Database
from workbench.store.every_table import METADATA
from workbench.store.journal import TABLES, moving_columns
from workbench.store.migrations import VERSION_TABLE
from workbench.store.opening import prepare
from workbench.store.roles import blind_views, people

ROLES = ("reader", "reviewer", "editor")
"""The roles that a login can have."""

EDITORS = (Action.APPROVE, Action.REJECT, Action.PUBLISH, Action.CORRECT, Action.UPDATE, Action.WITHDRAW)
"""Reviews that editors alone may add."""

GROUPS = {role: f"workbench_{role}" for role in ROLES}
"""The server's group for each role."""


class RowPolicy(NamedTuple):
    """A policy: which rows of a table some groups may see or add.

    Attributes:
        table: The table.
        name: Its name.
        does: What it permits: ``SELECT`` or ``INSERT``.
        to: The groups; ``public`` is everybody.
        rows: The condition on the rows.
    """

    table: str
    name: str
    does: str
    to: tuple[str, ...]
    rows: str


GUARDED = tuple(kind for kind in TABLES if "reviewer" in METADATA.tables[kind].columns)
"""Tables with a column for the reviewer: no row may be added under another's name."""

_KEPT = ", ".join(f"'{action.value}'" for action in EDITORS)
_WRITERS = (GROUPS["reviewer"], GROUPS["editor"])
_SAID = f"{people.SCHEMA}.own(reviewer, noun) AND {people.SCHEMA}.as_said(claim, action, rating, noun)"


def _own(kind: str) -> str:
    return f"{people.SCHEMA}.own(reviewer, {'noun' if 'noun' in METADATA.tables[kind].columns else 'NULL'})"


POLICIES = (
    *(RowPolicy(kind, "seen", "SELECT", ("public",), "true") for kind in GUARDED),
    *(RowPolicy(kind, "own", "INSERT", _WRITERS, _own(kind)) for kind in GUARDED if kind != "reviews"),
    RowPolicy("reviews", "reviewed", "INSERT", _WRITERS[:1], f"action NOT IN ({_KEPT}) AND {_SAID}"),
    RowPolicy("reviews", "edited", "INSERT", _WRITERS[1:], _SAID),
)
"""Which rows each group may see and add; no policy binds the owner of the tables."""

_NAME = re.compile(r"[a-z_][a-z0-9_-]{0,62}")
_PATIENCE = 10.0


def statements(role: str, person: str, name: str = "", *, blind: bool = False) -> Sequence[str]:
    """Return the SQL that creates the groups, gives them their rights, and adds a login to one of them.

    Args:
        role: One of `ROLES`.
        person: The login, as PostgreSQL knows it.
        name: The reviewer's name that it writes under; empty keeps the present one, or takes the login's name.
        blind: Whether others' reviews of a claim are withheld until one has rated it; this holds for every login.

    Raises:
        UnknownNameError: There is no such role.
        RoleNameError: The login's name would need quotes in SQL.
        ReviewerNameError: The reviewer's name is not allowed.
    """
    if role not in ROLES:
        raise UnknownNameError("role", role, ROLES)
    if not _NAME.fullmatch(person):
        raise RoleNameError(person)
    everybody, editors = ", ".join(GROUPS.values()), GROUPS["editor"]
    others = ", ".join(group for each, group in GROUPS.items() if each != role)
    withholding = (
        blind_views.views(_moving()["claims"], GROUPS["reader"], GROUPS["reviewer"])
        if blind
        else blind_views.no_views()
    )
    given = (
        *made_groups(),
        *people.functions(),
        *people.opened(everybody),
        *_rights(),
        *_policies(),
        *withholding,
        f'REVOKE {others} FROM "{person}"',
        *people.named(person, name, GROUPS.values()),
        f'GRANT {GROUPS[role]} TO "{person}"',
        blind_views.on_the_path(GROUPS.values(), editors, blind=blind),
    )
    return [" ".join(each.split()) for each in given]  # one statement per line


def grant(place: str, role: str, person: str, name: str = "", *, blind: bool = False) -> None:
    """Give a login its role in a database. Raises what `statements` raises, NoServerError and StoreError."""
    given = statements(role, person, name, blind=blind)
    database = Database(place, patience=_PATIENCE)
    try:
        if database.sqlite:
            raise NoServerError(database.name)
        prepare(database)
        with database.writing() as connection:
            for each in given:
                connection.exec_driver_sql(each.replace("%", "%%"))
    except NotAllowedError as error:
        raise NotOwnerError(database.name, "roles are given by the owner of its tables") from error
    finally:
        database.close()


def made_groups() -> Sequence[str]:
    """Return the SQL that creates the missing groups."""
    return [_made(group) for group in GROUPS.values()]


def _made(group: str) -> str:
    found = f"SELECT 1 FROM pg_roles WHERE rolname = '{group}'"  # noqa: S608  (our own names)
    return f"DO $$ BEGIN IF NOT EXISTS ({found}) THEN CREATE ROLE {group} NOLOGIN; END IF; END $$"


def _rights() -> list[str]:
    everybody, writers = ", ".join(GROUPS.values()), f"{GROUPS['reviewer']}, {GROUPS['editor']}"
    there = ", ".join((*METADATA.tables, VERSION_TABLE))
    moving = [f"GRANT UPDATE ({', '.join(columns)}) ON {kind} TO {writers}" for kind, columns in _moving().items()]
    return [
        f"GRANT USAGE ON SCHEMA public TO {everybody}",
        f"GRANT SELECT ON {there} TO {everybody}",
        f"GRANT INSERT ON {', '.join(TABLES)}, journal TO {writers}",
        f"GRANT UPDATE (entries, hash) ON journal_head TO {writers}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {writers}",
        *moving,
        *_of_jobs(writers),
    ]


def _moving() -> Mapping[str, Sequence[str]]:
    """Return the columns of existing rows that reviewers and editors may write, by table."""
    return {**moving_columns(), "claims": (*moving_columns()["claims"], "repeats")}


def _of_jobs(writers: str) -> list[str]:
    """Return the SQL that lets those who rate add and run jobs.

    The tables of jobs are created when the queue is first opened, which the owner must do.
    """
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
        *(f"ALTER TABLE {kind} ENABLE ROW LEVEL SECURITY" for kind in GUARDED),
        *(f"DROP POLICY IF EXISTS {each.name} ON {each.table}" for each in POLICIES),
        *(
            f"CREATE POLICY {each.name} ON {each.table} FOR {each.does} TO {', '.join(each.to)} {_HOLDS[each.does]} ({each.rows})"
            for each in POLICIES
        ),
    ]


_HOLDS = {"SELECT": "USING", "INSERT": "WITH CHECK"}
