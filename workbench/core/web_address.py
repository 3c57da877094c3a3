"""Addresses of the web that readers are given."""

from __future__ import annotations

from urllib.parse import urlsplit

_NEVER = frozenset(" <>\"'`\\")


def is_web_address(text: str) -> bool:
    """Return whether words are an address that may be printed: of the web, with a host, and with nobody's name or password in it.

    >>> [is_web_address(each) for each in ("https://checks.example.org/a", "http://[", "https://ana:secret@x.org", "ftp://x.org")]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # a bracket that never closes
        return False
    plain = text.isprintable() and not _NEVER & set(text)
    return parts.scheme in {"http", "https"} and bool(host) and "@" not in parts.netloc and plain
