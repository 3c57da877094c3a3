"""Passwords are shown nowhere: not in messages, not in what a fault leaves behind, not in a name."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

_IN_ADDRESS = re.compile(r"(?P<before>\b[a-z][a-z0-9+.\-]*://[^\s/@:]*:)[^\s@]*(?:@[^\s@/]*)*(?=@)", re.IGNORECASE)
_SETTING = re.compile(r"(?<![\w%+.\-/])(?P<name>[\w%+.\-]+)=(?:'(?:[^'\\]|\\.)*'|[^\s&'\"]+)")
_SECRET = re.compile(r".*passw.*|(?:[a-z]+[_.\-])*(?:ssl|pg|db)?(?:pwd|secret)(?:[_.\-][a-z]+)*", re.IGNORECASE)
"""Names of secrets; the short ones as whole words: a key of a service that holds "secret=" is no setting, and is hidden whole by its reader."""


def without_passwords(text: str) -> str:
    """Return a text with stars in place of the passwords of addresses, whatever they are written with.

    >>> without_passwords("postgresql://ana:s%3Ac/r@t@host/desk?sslmode=require&password=x%20y")
    'postgresql://ana:***@host/desk?sslmode=require&password=***'
    """
    if "://" not in text and "=" not in text:
        return text
    return _SETTING.sub(_hidden, _IN_ADDRESS.sub(r"\g<before>***", text))


def is_secret(setting: str) -> bool:
    """Return whether a setting of an address is by its name a password, however the name is written.

    >>> is_secret("sslpassword"), is_secret("pass%77d"), is_secret("passfile")
    (True, True, False)
    """
    return _SECRET.fullmatch(unquote_plus(setting).strip()) is not None


def _hidden(setting: re.Match[str]) -> str:
    return f"{setting['name']}=***" if is_secret(setting["name"]) else setting[0]
