"""Addresses of databases: paths of SQLite files and SQLAlchemy URLs, and their names without passwords."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, quote_plus

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from workbench.core.errors import NoHomeError, UsageError
from workbench.core.failures.database_errors import need_address
from workbench.core.hiding.passwords import is_secret

JOBS = "workbench_jobs"
"""The server's schema that holds the jobs of workers."""

MEMORY = ":memory:"
"""Address of a database in memory, which is discarded when it is closed."""


def name_of(place: str) -> str:
    """Return a path or a URL without its password; libpq finds the password by itself."""
    file = file_of(place)
    if file is None:
        return bare_name(url_of(place))
    return str(file if "://" in place else file.absolute())


def file_of(place: str) -> Path | None:
    """Return the SQLite file of a path or a URL; None for a server or in memory.

    Raises UsageError for an invalid address.
    """
    url = url_of(place)
    if url.get_backend_name() != "sqlite" or url.database in {None, "", MEMORY}:
        return None
    try:
        return Path(str(url.database)).expanduser()
    except RuntimeError as error:
        raise NoHomeError(url.database) from error


def bare_name(url: URL) -> str:
    """Return an address without its password."""
    open_ = {name: value for name, value in url.query.items() if not is_secret(name)}
    return url._replace(password=None, query=URL.create("x", query=open_).query).render_as_string(hide_password=False)


def secrets_of(url: URL, place: str) -> tuple[str, ...]:
    """Return the passwords of an address in every spelling (quoted and plain), the longest first."""
    plain = [url.password, *(value for name, value in url.query.items() if is_secret(name))]
    said = [str(each) for each in plain if each]
    said += re.findall(r"(?:password=|://[^/@:]*:)([^&@]+)", place)
    every = {form for each in said for form in (each, quote(each), quote(each, safe=""), quote_plus(each))}
    return tuple(sorted(every, key=len, reverse=True))


_WRITE = "Give a path, or a URL such as postgresql://host/name."


def url_of(place: str) -> URL:
    """Convert a path or a URL to a URL. Raises UsageError for an invalid address."""
    if "://" not in place:
        need_address(place)
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"{place.partition('://')[0]}://… is no address of a database.", _WRITE) from error
    if url.get_backend_name() == "sqlite" and url.query:
        message = "The address of the database asks for something that is not done for SQLite."
        raise UsageError(message, "Leave out what follows the ?.")
    if url.get_backend_name() == "sqlite" and (url.host or url.username):
        raise UsageError("The address of the database names a host, and SQLite has none.", "Write sqlite:////the/path.")
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url


def is_file(place: str) -> bool:
    """Check that a path or a URL names an existing SQLite file."""
    file = file_of(place)
    try:
        return file is not None and file.is_file()
    except OSError:  # too long a name, or a loop of links
        return False


def server_address(place: str) -> str | None:
    """Return the address of a PostgreSQL server's database as libpq reads it, with its password; None for a file."""
    url = url_of(place)
    if url.get_backend_name() != "postgresql":
        return None
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
