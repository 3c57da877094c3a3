"""The shared store of a team's evidence bodies: the table ``[bodies]`` of a configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from workbench.core.errors import StoreError, UnknownNameError, UsageError, printable

_LINES = ("store", "endpoint")
_WRITE = 'Write store = "s3://BUCKET/FOLDER", or the whole path of a folder that every machine has.'
_KEYS = "Its keys are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from a profile, and never from here."


@dataclass(frozen=True, slots=True)
class BodyStore:
    """A store that several machines keep bodies in.

    Attributes:
        place: ``s3://bucket/folder``, or the absolute path of a shared folder.
        endpoint: The address of an S3-compatible service; empty to use that of the environment.
    """

    place: str
    endpoint: str = ""


class WrongBodyStoreError(UsageError):
    """A line of the table has a value that is not allowed."""

    def __init__(self, line: str, why: str, hint: str = _WRITE) -> None:
        super().__init__(f"The line {line} under [bodies] {why}.", hint)


class BodyStoreError(StoreError):
    """The store failed to do what was requested."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"The store of evidence {place} {why}.", f"See that it is up and that it may be read and written. {_KEYS}"
        )


def body_store(given: Mapping[str, Any]) -> BodyStore | None:
    """Read the store from a table of settings; None where it names none.

    Raises:
        UnknownNameError: There is an unknown line in the table.
        WrongBodyStoreError: A line is no address, or holds keys.

    >>> body_store({"store": "s3://evidence/desk/", "endpoint": "https://minio.example.org"})
    BodyStore(place='s3://evidence/desk', endpoint='https://minio.example.org')
    """
    for line in given:
        if line not in _LINES:
            raise UnknownNameError("bodies setting", line, _LINES)
    said = {line: _address(line, given.get(line, "")) for line in _LINES}
    if not said["store"]:
        if given:
            raise WrongBodyStoreError("store", "is missing")
        return None
    if "://" not in said["store"] and not said["store"].startswith("/"):
        raise WrongBodyStoreError("store", f"is no address and no whole path: {printable(said['store'], 80)}")
    if said["endpoint"] and not said["endpoint"].startswith(("https://", "http://")):
        raise WrongBodyStoreError("endpoint", "is no address", 'Write endpoint = "https://…".')
    return BodyStore(said["store"].rstrip("/"), said["endpoint"])


def _address(line: str, value: object) -> str:
    """Read an address, and refuse one with keys in it: a configuration is mailed and copied."""
    if not isinstance(value, str) or not value.isprintable():
        raise WrongBodyStoreError(line, "is no text")
    try:
        parts = urlsplit(value)
    except ValueError:
        raise WrongBodyStoreError(line, "is no address") from None
    if "@" in parts.netloc or parts.query:
        raise WrongBodyStoreError(line, "holds a name, a key or a setting", _KEYS)
    return value.strip()
