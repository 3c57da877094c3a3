"""Read the user's own files, for `file:` addresses.

A file on disk is a source like any other, archived under its hash, so that a verdict based on it can be recomputed
after the file has changed.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workbench.core.errors import EmptyFileError, MissingFileError, TooLargeError

LARGEST = 64_000_000


def path_of(url: str) -> Path:
    """Return the path of a ``file:`` address.

    Raises:
        MissingFileError: It names another machine, or nothing.
    """
    parsed = urlsplit(url)
    if parsed.netloc not in {"", "localhost"} or not parsed.path:
        raise MissingFileError(url, "It does not name a file of this machine")
    path = unquote(parsed.path)
    return Path(path.lstrip("/") if os.name == "nt" else path)  # file:///C:/x means C:/x


def read_file(path: Path, limit: int = LARGEST) -> bytes:
    """Read the bytes of a regular file.

    Raises:
        MissingFileError: It does not exist, or may not be read.
        EmptyFileError: It is empty.
        TooLargeError: It exceeds the limit, and was not read.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise MissingFileError(path, "It is no regular file")
        if facts.st_size > limit:
            raise TooLargeError(path, facts.st_size, limit)
        with path.open("rb") as stream:
            body = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except (OSError, ValueError) as error:
        raise MissingFileError(path, f"It cannot be read ({_why(error)})") from error
    if len(body) > limit:
        raise TooLargeError(path, len(body), limit)
    if not body:
        raise EmptyFileError(path)
    return body


def _why(error: Exception) -> str:
    return error.strerror or "unknown reason" if isinstance(error, OSError) else "its name is no path"
