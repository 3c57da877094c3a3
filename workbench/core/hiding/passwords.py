"""Hides passwords: none appears in a message, in a crash report or in a name."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

_IN_ADDRESS = re.compile(r"(?P<before>\b[a-z][a-z0-9+.\-]*://[^\s/@:]*:)[^\s@]*(?:@[^\s@/]*)*(?=@)", re.IGNORECASE)
_SETTING = re.compile(r"(?<![\w%+.\-/])(?P<name>[\w%+.\-]+)=(?:'(?:[^'\\]|\\.)*'|[^\s&'\"]+)")
_SECRET = re.compile(r".*passw.*|(?:[a-z]+[_.\-])*(?:ssl|pg|db)?(?:pwd|secret)(?:[_.\-][a-z]+)*", re.IGNORECASE)
"""Names of secret settings. Short names must be whole words: a service's key that contains "secret=" is no setting, and the code that
reads such keys hides them whole."""


def without_passwords(text: str) -> str:
    """Replace the passwords of addresses in a text by stars, whatever characters they contain.

    >>> without_passwords("postgresql://ana:s%3Ac/r@t@host/desk?sslmode=require&password=x%20y")
    'postgresql://ana:***@host/desk?sslmode=require&password=***'
    """
    if "://" not in text and "=" not in text:
        return text
    return _SETTING.sub(_hidden, _IN_ADDRESS.sub(r"\g<before>***", text))


def is_secret(setting: str) -> bool:
    """Check whether a setting of an address is a password by its name, in capitals or percent-encoded too.

    >>> is_secret("sslpassword"), is_secret("pass%77d"), is_secret("passfile")
    (True, True, False)
    """
    return _SECRET.fullmatch(unquote_plus(setting).strip()) is not None


def _hidden(setting: re.Match[str]) -> str:
    return f"{setting['name']}=***" if is_secret(setting["name"]) else setting[0]
