"""Why a backup cannot be written, accepted as complete, or restored."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import StoreError


class NothingToBackUpError(StoreError):
    """There is no database where one was to be backed up."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: there is no database to back up.", "Name the one that you mean with --db.")


class UnwrittenBackupError(StoreError):
    """A backup that could not be written."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"No backup was written to {path}: {why}.", "Give a folder that can be written and has room.")


class NoBackupError(StoreError):
    """A file that is no backup of ours."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{path} is no backup of a workbench: {why}.", "Give a file that `workbench backup FOLDER` wrote."
        )


class DamagedBackupError(StoreError):
    """A backup that is damaged or incomplete."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} is not whole: {why}.", "Nothing was restored; take another backup.")


class NewerBackupError(StoreError):
    """A backup that a newer program wrote."""

    def __init__(self, path: object, version: object) -> None:
        super().__init__(
            f"{path} was written by a newer workbench (form {version}).",
            "Upgrade with pip install -U claim-workbench; nothing was restored.",
        )


class PlaceNotEmptyError(StoreError):
    """A place where something is already, so that nothing is restored there."""

    def __init__(self, place: object) -> None:
        super().__init__(
            f"{place} is there already, and a backup is restored into an empty place alone.",
            "Name a database that is not there yet: --db FOLDER/workbench.db, or another `archive` in the configuration.",
        )


class UnrestoredError(StoreError):
    """A backup could not be written to the place where it was to be restored."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"Nothing was restored to {place}: {why}.", "Give a place that can be written and has room.")


class OtherKindError(StoreError):
    """A backup of a file was to be restored to a server, or the other way round."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(f"{path} is a backup of a {kind} database.", f"Name a {kind} database with --db.")


class NoGroupsError(StoreError):
    """A backup has row policies of groups that the server does not have, and that this login may not make."""

    def __init__(self, name: object, groups: Sequence[str]) -> None:
        super().__init__(
            f"{name} has not all the groups whose rights the backup holds ({', '.join(groups)}), and this login may make none.",
            f"Have whoever keeps the server run: {' '.join(f'CREATE ROLE {each} NOLOGIN;' for each in groups)}",
        )


class ServerToolError(StoreError):
    """PostgreSQL's own tool is not installed, or failed."""

    def __init__(self, tool: str, why: str = "") -> None:
        if why:
            message = f"{tool} refused: {why.rstrip('.')}."
            hint = f"Where versions differ, put the folder of the server's own {tool} first in PATH."
        else:
            message = f"{tool} is not installed, and a PostgreSQL database is backed up and restored with it."
            hint = "Install PostgreSQL's client programs (Debian: apt-get install postgresql-client)."
        super().__init__(message, hint)
