"""Passwords are shown nowhere: not in messages, not in what a fault leaves behind, not in a name."""

from __future__ import annotations

import re

_IN_ADDRESS = re.compile(r"(?P<before>\b[a-z][a-z0-9+.\-]*://[^\s/@:]*:)[^\s@]*(?:@[^\s@/]*)*(?=@)", re.IGNORECASE)
_AS_SETTING = re.compile(r"(?P<before>\b(?:ssl)?password=)(?:'(?:[^'\\]|\\.)*'|[^\s&'\"]+)", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """A text with stars in place of the passwords of addresses, whatever they are written with.

    >>> without_passwords("postgresql://ana:s%3Ac/r@t@host/desk?sslmode=require&password=x%20y")
    'postgresql://ana:***@host/desk?sslmode=require&password=***'
    """
    if "://" not in text and "password=" not in text.casefold():
        return text
    return _AS_SETTING.sub(r"\g<before>***", _IN_ADDRESS.sub(r"\g<before>***", text))
