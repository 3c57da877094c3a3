"""Parse the statements of a PC-Axis file before its ``DATA``: keyword, language, subject, value.

A ``.px`` file describes its axes in any order, in one or several languages and in any code page
(https://www.scb.se/px-web, "PX file format"). This module converts its bytes to a table of statements;
`sources._formats.px.reader` interprets them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sources._text.printable_text import clean

_HEAD = re.compile(r'\s*([A-Z][A-Z0-9-]*)(?:\[([A-Za-z-]{1,12})\])?\s*(?:\(((?:[^()"]|"[^"]*")*)\))?\s*=')
_STATEMENT = re.compile(r'((?:[^";]|"[^"]*")*+);')
_TEXTS = re.compile(r'"([^"]*)"')
_TLIST = re.compile(r"\s*TLIST\s*\(([^()]*)\)\s*,?")
_JOINED = re.compile(r'"[^\S\n]*\n\s*"')
_CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([\w-]{2,30})"', re.IGNORECASE)
_MOST = 100_000
_OLD = "cp850"
_ANSI = "cp1252"
Key = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Keywords:
    """The statements of a file.

    Attributes:
        said: The value of each statement, by keyword, language (empty for the file's own) and subject.
        language: The language to read.
    """

    said: Mapping[Key, str] = field(default_factory=dict)
    language: str = ""

    def texts(self, keyword: str, about: str = "", own: str = "") -> list[str]:
        """Return a list of texts: in the language to read, else in the file's own.

        Args:
            keyword: Such as ``VALUES``.
            about: The name of the variable in the language to read.
            own: Its name in the file's own language.
        """
        return listed(self._value(keyword, about, own))

    def text(self, keyword: str, about: str = "", own: str = "") -> str:
        """Return a text as one line; empty where it is missing."""
        return clean(" ".join(self.texts(keyword, about, own)).replace("#", " "), 1000)

    def plain(self, keyword: str, about: str = "", own: str = "") -> str:
        """Return a value as written, such as ``YES`` or ``TLIST(A1),"2021"``."""
        return self._value(keyword, about, own)

    def each(self, keyword: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the subject and text of all statements of a keyword, in the language to read or the file's own."""
        for (word, language, about), value in self.said.items():
            if word == keyword and language in {"", self.language}:
                yield about, clean(" ".join(listed(value)).replace("#", " "), 1000)

    def _value(self, keyword: str, about: str, own: str) -> str:
        ways = ((self.language, (about,) if about else ()), ("", (own or about,) if about else ()))
        return next((self.said[keyword, way, of] for way, of in ways if (keyword, way, of) in self.said), "")


def listed(value: str) -> list[str]:
    r"""Split a value into its texts; a text continued in the next line is joined.

    >>> listed('"North Mace"\n"donia","Albania"')
    ['North Macedonia', 'Albania']
    """
    return _TEXTS.findall(_JOINED.sub("", value))


def times(value: str) -> list[str]:
    """Return the time codes of a ``TIMEVAL``; empty where it gives only a range.

    >>> times('TLIST(A1),"2020","2021"'), times('TLIST(M1,"202001"-"202112")')
    (['2020', '2021'], [])
    """
    return listed(_TLIST.sub("", value, count=1))


def decoded(head: bytes) -> str:
    """Decode the statements: UTF-8 if valid, else the code page that they name, else the format's old default.

    >>> decoded(b'CODEPAGE="windows-1251";TITLE="' + "Население".encode("cp1251"))
    'CODEPAGE="windows-1251";TITLE="Население'
    """
    with_mark = head.removeprefix(codecs.BOM_UTF8)
    try:
        return with_mark.decode("utf-8")
    except UnicodeDecodeError:
        return with_mark.decode(_code_page(head), "replace")


def _code_page(head: bytes) -> str:
    found = _CODEPAGE.search(head)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        "".encode(name or "ascii")  # Python has codecs that are no code pages (hex, zip)
    except LookupError:
        name = ""
    return name or (_ANSI if b"ANSI" in head[:400].upper() else _OLD)


def read_keywords(head: bytes, wanted: Sequence[str] = ("en",)) -> Keywords:
    """Parse the statements.

    Args:
        head: The file up to its ``DATA``.
        wanted: Languages in order of preference; the file's own is used where it has none of them.

    >>> read_keywords(b'LANGUAGE="mk";LANGUAGES="mk","en";TITLE="A";TITLE[en]="Births";').text("TITLE")
    'Births'
    """
    said: dict[Key, str] = {}
    for found in _STATEMENT.finditer(decoded(head)):
        parts = _HEAD.match(found[1])
        if parts and len(said) < _MOST:
            about = tuple(listed(parts[3] or ""))
            said.setdefault((parts[1], (parts[2] or "").lower(), about), found[1][parts.end() :].strip())
    own = next(iter(listed(said.get(("LANGUAGE", "", ()), ""))), "").lower()
    has = [one.lower() for one in listed(said.get(("LANGUAGES", "", ()), ""))]
    language = next((one for one in wanted if one in has), "")
    return Keywords(said, "" if language == own else language)
