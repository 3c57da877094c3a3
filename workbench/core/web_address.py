"""Web addresses that may be published."""

from __future__ import annotations

from urllib.parse import urlsplit

_NEVER = frozenset(" <>\"'`\\")


def is_web_address(text: str) -> bool:
    """Check whether a text is a web address that may be printed: with a host, and without user name or password.

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
