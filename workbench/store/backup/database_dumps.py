"""Copy databases while others write to them: with SQLite's backup function, and with PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, inspect, make_url

from workbench.core.failures.backup_errors import (
    NoGroupsError,
    NothingToBackUpError,
    PlaceNotEmptyError,
    ServerToolError,
)
from workbench.core.failures.database_errors import DamagedDatabaseError, NotAllowedError, UnwritableError
from workbench.store.databases.engine import Database
from workbench.store.databases.failures import sqlite_failure
from workbench.store.databases.reading_only import address
from workbench.store.grants import GROUPS, made_groups
from workbench.store.opening import revision


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite file as it is at one moment, even while others write to it, and check the copy.

    Raises:
        NothingToBackUpError: It is not there.
        DamagedDatabaseError: It is damaged.
    """
    if not source.is_file():
        raise NothingToBackUpError(source)
    try:
        with (
            closing(sqlite3.connect(address(source), uri=True, timeout=30)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
    except sqlite3.Error as error:
        raise sqlite_failure(error, source) from error
    need_integrity(target, source)


def need_integrity(copy: Path, name: object) -> None:
    """Raise DamagedDatabaseError where a SQLite file is damaged. Nobody may be writing to it."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(copy.absolute()))}?immutable=1", uri=True)) as connection:
            said = connection.execute("PRAGMA integrity_check(1)").fetchone()
            loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        raise sqlite_failure(error, name) from error
    if said != ("ok",) or loose is not None:
        raise DamagedDatabaseError(name, "a part of it is damaged" if loose is None else "a row points to nothing")


def need_ours(place: str) -> None:
    """Raise DamagedDatabaseError for another program's database, NothingToBackUpError for one with nothing in it."""
    database = Database(place, patience=10, why_not=UnwritableError(place, "it is read alone"))
    try:
        with database.reading() as connection:
            if revision(connection, database.name) is None:
                raise NothingToBackUpError(database.name)
    finally:
        database.close()


# --- PostgreSQL -------------------------------------------------------------------------------------------


def dump(place: str, target: Path) -> None:
    """Dump a server's database to a file, as it is at one moment, and read the table of contents back.

    Raises:
        ServerToolError: PostgreSQL's own program is missing or failed.
    """
    _run("pg_dump", place, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    _run("pg_restore", "", "--list", str(target))


def load(place: str, dumped: Path) -> None:
    """Load a dump into an empty database of a server, all of it or nothing.

    The row policies in it need the groups of the newsroom's roles, which are created where the server has none.

    Raises:
        ServerToolError: PostgreSQL's own program is not there, or refused.
        NoGroupsError: The server has no such groups, and this login may make none.
    """
    if " POLICY " in _run("pg_restore", "", "--list", str(dumped)):
        _make_groups(place)
    options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    _run("pg_restore", place, *options, str(dumped))


def _make_groups(place: str) -> None:
    database = Database(place, patience=10)
    try:
        with database.writing() as connection:
            for statement in made_groups():
                connection.exec_driver_sql(statement)
    except NotAllowedError as error:
        raise NoGroupsError(database.name, sorted(GROUPS.values())) from error
    finally:
        database.close()


def need_empty(place: str) -> None:
    """Raise NotEmptyError where a server's database has tables."""
    database = Database(place, patience=10)
    try:
        with database.reading() as connection:
            if inspect(connection).get_table_names():
                raise PlaceNotEmptyError(database.name)
    finally:
        database.close()


def _run(tool: str, place: str, *arguments: str) -> str:
    """Run one of PostgreSQL's programs and return its output.

    The password is passed in its environment, where no list of processes shows it.
    """
    found = shutil.which(tool)
    if found is None:
        raise ServerToolError(tool)
    url = make_url(place) if place else None
    to = (f"--dbname={_bare(url)}",) if url is not None else ()
    secret = {"PGPASSWORD": url.password} if url is not None and url.password else {}
    return _checked([found, *to, *arguments], tool, secret)


def _checked(command: Sequence[str], tool: str, secret: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603  (a program of PostgreSQL's, with arguments that no shell reads)
        command, capture_output=True, text=True, errors="replace", check=False, env={**os.environ, **secret}
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "error:" in line or "detail:" in line]
        said = " ".join(line.partition("error:")[2].strip() or line for line in lines[:2])
        raise ServerToolError(tool, said or f"it ended with {done.returncode}")
    return done.stdout


def _bare(url: URL) -> str:
    return url.set(drivername="postgresql")._replace(password=None).render_as_string(hide_password=False)
