"""Hide keys in a user's own address wherever it is stored, printed or passed on.

Some of the user's files at an address need a token in the query (``…/table.csv?token=…``). Requests use the address
unchanged; archive, recordings, reports and messages have a mark in place of the token. The mark is derived from the
token, so that two tokens give two addresses.
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
    """Replace keys in an address's query by marks; everything else is unchanged.

    >>> without_keys("https://x.example/a.csv?year=2021&token=s3cret")
    'https://x.example/a.csv?year=2021&token=hidden-1ec1c26b'
    """
    bare, hash_mark, fragment = url.partition("#")
    path, question_mark, query = bare.partition("?")
    shown = "&".join(_hidden(part) for part in query.split("&"))
    return path + question_mark + shown + hash_mark + fragment


def hide_params(params: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Replace keys in a parsed query by marks."""
    return tuple((name, _mark(value) if _is_key(name, value) else value) for name, value in params)


def _hidden(part: str) -> str:
    name, equals, value = part.partition("=")
    plain = unquote_plus(value)
    return f"{name}={_mark(plain)}" if equals and _is_key(unquote_plus(name), plain) else part


def _is_key(name: str, value: str) -> bool:
    """Check whether a parameter is a secret by its name.

    One named ``key`` may select data, so its value must look like one.
    """
    if not value or _MARK.match(value):
        return False
    return name.lower() in _NAMES or (name.lower() == "key" and bool(_LONG.match(value)))


def _mark(value: str) -> str:
    return f"hidden-{hashlib.sha256(value.encode('utf-8', errors='replace')).hexdigest()[:8]}"
