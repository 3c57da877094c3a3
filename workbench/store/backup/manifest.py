"""A backup's manifest: which database it holds, when it was made, and the hash of each file in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.core.failures.backup_errors import NewerBackupError, NoBackupError

NAME = "backup.json"
"""The manifest's name among the files of a backup."""

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
DATABASE = {SQLITE: "database.sqlite", POSTGRESQL: "database.dump"}
"""The database's name among the files, by its kind."""

FORM = 1
"""The form of backups that this program writes."""

LARGEST = 200_000_000
"""Most bytes of a manifest."""

_PROGRAM = "claim-workbench backup"
_MEMBER = re.compile(r"database\.(?:sqlite|dump)|archive/(?:fetches\.db|[0-9a-f]{2}/[0-9a-f]{62}(?:\.gz)?)")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BackupMember:
    """A file of a backup: its size in bytes, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a backup that is stored in it.

    Attributes:
        made: When, in UTC.
        kind: The kind of database.
        database: The database's path, or its URL without a password.
        program: The version of the program that wrote it.
        members: Its files, by name.
    """

    made: datetime
    kind: str
    database: str
    program: str
    members: Mapping[str, BackupMember]

    @property
    def bodies(self) -> int:
        """Number of archived bodies."""
        return sum(name.count("/") == 2 for name in self.members)

    @property
    def size(self) -> int:
        """Size in bytes when restored."""
        return sum(each.size for each in self.members.values())


def written(manifest: Manifest) -> bytes:
    """Encode a manifest as JSON bytes."""
    members = {name: [each.size, each.sha256] for name, each in manifest.members.items()}
    record = {
        "what": _PROGRAM, "form": FORM, "made": manifest.made.isoformat(), "kind": manifest.kind,
        "database": manifest.database, "program": manifest.program, "members": members,
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def read(path: object, body: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        NoBackupError: Another program wrote it, or it names a file that no backup holds.
        NewerBackupError: A newer program wrote it.
    """
    try:
        record: Any = json.loads(body)
        if record["what"] != _PROGRAM:
            raise NoBackupError(path, "it is another program's")
        if record["form"] != FORM:
            raise NewerBackupError(path, record["form"])
        members = {
            str(name): BackupMember(int(size), str(sha256)) for name, (size, sha256) in record["members"].items()
        }
        made = datetime.fromisoformat(record["made"]).astimezone(UTC)
        found = Manifest(made, record["kind"], str(record["database"]), str(record["program"]), members)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoBackupError(path, f"its {NAME} cannot be read") from error
    if DATABASE.get(found.kind) not in members:
        raise NoBackupError(path, "there is no database in it")
    for name, member in members.items():
        need_ours(path, name)
        if member.size < 0 or not _HASH.fullmatch(member.sha256):
            raise NoBackupError(path, f"its {NAME} says of {name} what cannot be")
    return found


def need_ours(path: object, name: str) -> None:
    """Raise NoBackupError for a name that no file of a backup has, such as a path out of its folder."""
    if not _MEMBER.fullmatch(name):
        outside = name.startswith(("/", "\\")) or ".." in name or ":" in name
        why = f"{name} leads out of its folder" if outside else f"{name} is no file of one"
        raise NoBackupError(path, why)
