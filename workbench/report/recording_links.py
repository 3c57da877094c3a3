"""Links to the moment of a recording at which words are heard.

A claim from captions can be heard, and a reader of its check should get there by one click. Only players whose links are known to
support a start time get one; any other address is used unchanged. Not to be confused with `core.dates.period_codes`, which reads the time
codes of statistics.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from workbench.core.document import Document

_AT = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)\Z", re.ASCII)
_YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"})
_VIMEO = frozenset({"vimeo.com", "player.vimeo.com"})
_STARTS = frozenset({"t", "start", "time_continue"})
_FILE = re.compile(r"\.(?:mp4|m4v|webm|mov|ogv|mp3|m4a|aac|ogg|oga|opus|wav|flac)\Z", re.IGNORECASE)


def heard_link(document: Document, offset: int) -> str:
    """Make the address at which a player starts with the words at an offset; empty where there is none.

    >>> heard_link(Document(id="d", title="", text="Yes.", origin="https://youtu.be/x", marks=((0, "00:12:31"),)), 0)
    'https://youtu.be/x?t=751s'
    """
    at = document.heard_at(offset)
    return next((link for address in (document.url, document.origin) if (link := link_at(address, at))), "")


def web_link(document: Document, offset: int) -> str:
    """Make the address at which readers find the words at an offset, heard from there in a recording; empty where there is none.

    >>> web_link(Document(id="d", title="", text="Yes.", origin="/home/ana/yes.txt", url="https://gov.example/1"), 0)
    'https://gov.example/1'
    """
    address = heard_link(document, offset) or document.url
    return address if address.startswith(("http://", "https://")) else ""


def heard_words(document: Document, offset: int) -> str:
    """Say at which time in the recording the words at an offset are heard; empty without a recording.

    >>> heard_words(Document(id="d", title="", text="Yes.", origin="talk.srt", marks=((0, "00:12:31"),)), 0)
    'heard at 00:12:31'
    """
    at, link = document.heard_at(offset), heard_link(document, offset)
    return f"heard at {at}{f' {link}' if link else ''}" if at else ""


def link_at(address: str, at: str) -> str:
    """Make the address of a recording start at a time code.

    Args:
        address: Where the recording is.
        at: Hours, minutes and seconds ("00:12:31").

    Returns:
        The link; empty where the address is no known player's and no media file's. YouTube takes ``t`` (embedded: ``start``),
        Vimeo a fragment in minutes and seconds, and a media file the temporal fragment of W3C's "Media Fragments URI 1.0",
        which browsers follow.

    >>> link_at("https://www.youtube.com/watch?v=x&t=5", "00:12:31")
    'https://www.youtube.com/watch?v=x&t=751s'
    >>> link_at("https://media.example.org/talk.mp4", "00:12:31"), link_at("https://news.example.org/talk", "00:12:31")
    ('https://media.example.org/talk.mp4#t=751', '')
    """
    seconds, parts = seconds_of(at), _parts(address)
    if seconds is None or parts is None:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if host in _YOUTUBE:
        return _youtube(parts, seconds)
    if host in _VIMEO:
        return parts._replace(fragment=f"t={seconds // 60}m{seconds % 60}s").geturl()
    return parts._replace(fragment=f"t={seconds}").geturl() if _FILE.search(parts.path) else ""


def seconds_of(at: str) -> int | None:
    """Convert a time code to seconds; None where it is none.

    >>> seconds_of("00:12:31"), seconds_of("soon")
    (751, None)
    """
    found = _AT.match(at)
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None


def _parts(address: str) -> SplitResult | None:
    """Split a web address into its parts; None for paths and other texts."""
    if not address.startswith(("http://", "https://")) or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that never closes
        return None
    return parts if parts.hostname else None


def _youtube(parts: SplitResult, seconds: int) -> str:
    key, value = ("start", f"{seconds}") if parts.path.startswith("/embed/") else ("t", f"{seconds}s")
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in _STARTS]
    return parts._replace(query=urlencode([*kept, (key, value)]), fragment="").geturl()
