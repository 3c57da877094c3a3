"""Removes local paths from text that is published: a reader sees the file's name, never its folder or the user's name in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

_WEB = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ROOTED = re.compile(r"/|~|[A-Za-z]:[\\/]|\\\\|(?!https?:|ftp:)[A-Za-z][\w+.-]+:/", re.IGNORECASE)
_UP = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|\Z)")
_STOPS = ".,;:!?)]}>”’»\"'"
_IN_WORDS = re.compile(
    r"""(?P<web>(?:https?|ftp)://\S+)
    | (?<![\w])[A-Za-z][\w+.-]*:/[^\s"'<>|]+                     # an address that is none of the web, or C:/
    | (?<![\w])[A-Za-z]:\\[^\s"'<>|]+ | (?<![\w\\])\\\\[^\s"'<>|]+  # Windows, and its servers
    | (?<![\w/.)\]}%*])(?:~[\w.-]*)?/(?![/\s])[^\s/"'<>|]+(?:/[^\s"'<>|/]*)+  # two folders deep at least: "/year" is none
    | (?<![\w/])~[\w.-]*/[^\s"'<>|]+""",
    re.VERBOSE | re.IGNORECASE,
)


def is_local(place: str) -> bool:
    r"""Check whether a text is a local path: from the root, a home folder or a drive, or upwards (``..``). A web address is not.

    >>> [is_local(each) for each in ("/home/ana/a.txt", "file:///a.csv", "C:\\a", "../a.txt", "a/b.txt", "https://a.org/b")]
    [True, True, True, True, False, False]
    """
    return not _WEB.match(place) and (bool(_ROOTED.match(place)) or bool(_UP.search(place)))


def file_name(place: str) -> str:
    """Take the file's name from a local path; leave any other text as it is.

    >>> file_name("file:///home/ana/My%20figures.xlsx"), file_name("speech.txt"), file_name("https://a.org/b/c")
    ('My figures.xlsx', 'speech.txt', 'https://a.org/b/c')
    """
    if not is_local(place):
        return place
    spelt = unquote(place) if re.match(r"[A-Za-z][\w+.-]+:/", place) else place
    return next((part for part in reversed(re.split(r"[\\/]", spelt)) if part not in {"", ".", "..", "~"}), "file")


def without_paths(words: str, known: Iterable[str] = ()) -> str:
    """Replace every local path in a text by its file's name.

    Args:
        words: The words.
        known: Local paths that may occur in the text, also with spaces, which no pattern finds in running text.

    >>> without_paths("/home/ana/a.csv: 3 rows left out (see /tmp/x/b.txt). GDP/capita, https://a.org/b/c")
    'a.csv: 3 rows left out (see b.txt). GDP/capita, https://a.org/b/c'
    """
    if "/" not in words and "\\" not in words:
        return words
    for place in sorted({each for one in known for each in _spellings(one)}, key=len, reverse=True):
        if place in words:
            words = re.sub(rf"(?<![\w/]){re.escape(place)}(?!\w)", lambda _, p=place: file_name(p), words)  # type: ignore[misc]
    return _IN_WORDS.sub(_named, words)


def _spellings(place: str) -> Iterable[str]:
    """Yield the spellings of a path in messages and addresses."""
    if not is_local(place) or len(place) < 2:
        return
    path = re.sub(r"^[A-Za-z][\w+.-]+:/+(?=/)", "", unquote(place)) if re.match(r"[A-Za-z][\w+.-]+:/", place) else place
    yield from (place, path, f"file://{quote(path)}", f"file://{path}")


def _named(found: re.Match[str]) -> str:
    if found["web"]:
        return found[0]
    place = found[0].rstrip(_STOPS)
    return file_name(place) + found[0][len(place) :]
