"""Keys that a user's own address carries: hidden wherever the address is kept, printed or passed on.

A file at an address is a source like any other, and some are opened by a token in their query
(``…/table.csv?token=…``). The address goes out as it is; what is archived, recorded, reported and said has a mark in the
token's place. The mark is made from the token, so that two tokens remain two addresses.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import unquote_plus

_NAMES = frozenset(
    {
        "access_token", "api-key", "api_key", "apikey", "auth", "auth_token", "client_secret", "password", "passwd", "pwd",
        "registrationkey", "secret", "sig", "signature", "subscription-key", "token", "x-amz-credential", "x-amz-signature",
    }
)  # fmt: skip
_LONG = re.compile(r"[A-Za-z0-9_-]{24,}\Z")
_MARK = re.compile(r"hidden-[0-9a-f]{8}\Z")


def without_keys(url: str) -> str:
    """Return the address with a mark where its query has a key; all else is spelt as it was.

    >>> without_keys("https://x.example/a.csv?year=2021&token=s3cret")
    'https://x.example/a.csv?year=2021&token=hidden-1ec1c26b'
    """
    bare, hash_mark, fragment = url.partition("#")
    path, question_mark, query = bare.partition("?")
    shown = "&".join(_hidden(part) for part in query.split("&"))
    return path + question_mark + shown + hash_mark + fragment


def hide_params(params: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the same for a query that is taken apart."""
    return tuple((name, _mark(value) if _is_key(name, value) else value) for name, value in params)


def _hidden(part: str) -> str:
    name, equals, value = part.partition("=")
    plain = unquote_plus(value)
    return f"{name}={_mark(plain)}" if equals and _is_key(unquote_plus(name), plain) else part


def _is_key(name: str, value: str) -> bool:
    """Return whether a value is a key by its name; what is called ``key`` may choose data, and is one only where it looks like one."""
    if not value or _MARK.match(value):
        return False
    return name.lower() in _NAMES or (name.lower() == "key" and bool(_LONG.match(value)))


def _mark(value: str) -> str:
    return f"hidden-{hashlib.sha256(value.encode('utf-8', errors='replace')).hexdigest()[:8]}"
