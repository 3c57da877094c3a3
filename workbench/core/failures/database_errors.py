"""Why a database cannot be used as it is, and what to do about it."""

from __future__ import annotations

import re
from typing import ClassVar

from workbench.core.errors import StoreError, UsageError, printable


class NewerDatabaseError(StoreError):
    """A database that a newer program has changed."""

    def __init__(self, path: object, revision: str) -> None:
        super().__init__(
            f"{path} was written by a newer workbench (revision {revision}).",
            "Upgrade with pip install -U claim-workbench; nothing was changed.",
        )


class BusyDatabaseError(StoreError):
    """Another process locks the database for longer than we wait."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is busy: another workbench is writing.", "Wait until it is done and try again.")


class DamagedDatabaseError(StoreError):
    """A file that is no database, or no longer one."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{path} cannot be read as a workbench database: {why}.", "Restore it from a copy, or give --db."
        )


class UnwritableError(StoreError):
    """A place where the database or the archive cannot be kept."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.", "Give another place with --db or WORKBENCH_DB.")


class NotEmptyError(StoreError):
    """A database that was to be copied into has something in it."""

    def __init__(self, name: object, kind: str) -> None:
        super().__init__(
            f"{name} is not empty: it has {kind}.", "Name a database that is not there yet, or an empty one."
        )


class CopyDiffersError(StoreError):
    """A copy of a database that differs from what its journal says."""

    def __init__(self, name: object, why: str) -> None:
        super().__init__(
            f"The copy in {name} is not what was noted of the original: {why}",
            "Nothing was kept; run workbench doctor on the original.",
        )


class NoServerError(StoreError):
    """Rights were to be granted in a database that is a file."""

    def __init__(self, name: object) -> None:
        super().__init__(
            f"{name} is a file, and rights are given on a server.", "Name a PostgreSQL database with --db."
        )


class ServerUnreachedError(StoreError):
    """A database server that does not answer, or lets nobody in."""

    def __init__(self, name: object, why: str) -> None:
        super().__init__(f"{name} cannot be reached: {why}.", "Check that it runs, or give another --db.")


class NoJobsInFileError(StoreError):
    """Jobs were requested from a database that is a file."""

    def __init__(self, name: object) -> None:
        super().__init__(
            f"{name} is a file, and jobs are kept on a server.",
            "Name a PostgreSQL database with --db; a file's claims are researched by `workbench ahead`.",
        )


class RoleNameError(UsageError):
    """A name that cannot be a login of a server."""

    def __init__(self, name: object) -> None:
        super().__init__(
            f"{printable(name, 80)} is no login's name as it stands.",
            "Small letters, digits, - and _ only, as in ana_k.",
        )


class ReviewerNameError(UsageError):
    """A name that cannot be a reviewer's."""

    def __init__(self, name: object) -> None:
        super().__init__(
            f"{printable(name, 80)} is no name that a reviewer has.", "Write it in one line; “another” means nobody."
        )


class NotAllowedError(StoreError):
    """Something that the database does not let this person do."""

    to_do: ClassVar[str] = "Ask whoever keeps it for the role that may: workbench db grants reviewer NAME, or editor."

    def __init__(self, name: object, why: str) -> None:
        super().__init__(f"{name} does not let you do that: {why}.", self.to_do)


class NotOwnerError(NotAllowedError):
    """Something that the database allows only the owner of its tables, whatever role others have."""

    to_do: ClassVar[str] = "No role may: whoever made the workbench's tables there does it, with that login."


class NotOwnNameError(NotAllowedError):
    """Something was to be stored under another name than the login's own."""

    to_do: ClassVar[str] = (
        "Have `reviewer` in the configuration say the login's name, or ask whoever keeps the database for: "
        "workbench db grants reviewer LOGIN --name NAME."
    )


class NoJobsYetError(NotAllowedError):
    """Jobs cannot be added yet, since their tables do not exist."""

    to_do: ClassVar[str] = (
        "Whoever made the workbench's tables there lists the jobs once, which makes them: workbench jobs."
    )

    def __init__(self, name: object) -> None:
        super().__init__(name, "the tables of jobs are not made yet")


_SCHEME = r"(?:postgres|mysql|maria|sqlite|oracle|mssql)\w*(?:\+\w+)?(?::|//)"
_USER_AND_PASSWORD, _SETTING = r"[^/\\]*:[^/\\]*@", r"[^/\\]*\b(?:host|password)\s*="
_MISTYPED = re.compile(
    rf"\s*(?:{_SCHEME}|{_USER_AND_PASSWORD}|{_SETTING})",
    re.IGNORECASE,
)
"""The beginning of a misspelt server address. Without this check a database file would be made whose name contains the password."""


def need_address(place: str) -> None:
    """Raise UsageError for a path that is a misspelt server address. The message does not repeat it, since it may contain a password."""
    if _MISTYPED.match(place):
        hint = "Give a path, or a URL such as postgresql://host/name."
        raise UsageError("The address of the database is not written as one.", hint)
