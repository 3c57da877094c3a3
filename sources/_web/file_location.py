"""Parse the location of a user's file in the configuration or a command: a path or a URL."""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from workbench.core.errors import UsageError, printable


class NoLocationError(UsageError):
    """The text is neither a path nor an address."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"{printable(written)} is no address and no path.",
            "Write it as https://host/path or as the path of a file; look under data and checks in the configuration.",
        )


@dataclass(frozen=True, slots=True)
class Location:
    """The location of a file.

    Attributes:
        url: Its address; for a path, the ``file:`` address.
        name: The last part of the path, for readers.
        host: The host of a web address; empty for a file of this machine.
    """

    url: str
    name: str
    host: str = ""


def located(written: str) -> Location:
    """Parse a path or an address.

    Raises:
        NoLocationError: It is neither.

    >>> located("https://example.org/figures/police%20figures.csv")
    Location(url='https://example.org/figures/police%20figures.csv', name='police figures.csv', host='example.org')
    """
    web = written.startswith(("https://", "http://"))
    try:
        url = written if web or written.startswith("file:") else _file_url(written)
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as error:
        raise NoLocationError(written) from error
    if web and not host:
        raise NoLocationError(written)
    return Location(url, unquote(PurePath(parts.path).name) or written, host if web else "")


def _file_url(path: str) -> str:
    return PurePath(os.path.abspath(os.path.expanduser(path))).as_uri()  # noqa: PTH100, PTH111  (spelling only, no IO)
