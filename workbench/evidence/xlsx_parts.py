"""The parts of an Excel workbook (``.xlsx``): a zip of XML files, opened with care.

A figure must be read from the archived bytes with exactly the stored digits, while libraries give binary fractions. ECMA-376 (Office
Open XML) defines the layout: ``workbook.xml`` names the sheets, its relationships name their files, ``sharedStrings.xml`` contains
the texts.

A body is untrusted. The number of members, their unpacked sizes and the compression ratio are limited, by the real size of a member,
not the declared one. XML that declares a document type is refused. Nothing outside the body is ever opened.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from functools import cached_property
from typing import Protocol
from xml.parsers import expat

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 256_000_000
LARGEST_TOTAL = 400_000_000
LARGEST_RATIO = 300
SMALL = 4_000_000
"""Unpacked bytes below which a zip member is no zip bomb, at any compression ratio."""
DEEPEST = 60
MOST_TEXTS = 3_000_000
_WORKBOOK = ("xl/workbook.xml",)
Attributes = dict[str, str]


class BadXlsxError(ValueError):
    """A body that is no Excel workbook, or one that is refused; the text says why."""


class Watcher(Protocol):
    """Handler of the elements of a part, by their names without prefixes."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def text(self, piece: str) -> None:
        """Handle a piece of text."""


class XlsxParts:
    """The parts of a workbook, each unpacked on demand.

    Args:
        body: The bytes of the file.

    Raises:
        BadXlsxError: It is no zip, a zip bomb, or no workbook.
    """

    def __init__(self, body: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, OverflowError) as error:
            raise BadXlsxError("no whole zip file") from error
        if len(infos) > MOST_MEMBERS:
            raise BadXlsxError("a zip file with too many members")
        self._infos = {info.filename: info for info in infos}
        self._total = 0
        self._main = next((name for name in _WORKBOOK if name in self._infos), "") or self._found_main()

    def _found_main(self) -> str:
        """Find the workbook part if it is not in its usual place."""
        for kind, target in self._relations("").values():
            if kind.endswith("/officeDocument"):
                return target
        raise BadXlsxError("a zip file that is no Excel workbook")

    def names(self) -> frozenset[str]:
        """List the names of the members."""
        return frozenset(self._infos)

    def read(self, name: str) -> bytes:
        """Unpack one member.

        Raises:
            BadXlsxError: It is missing, too large, compressed too much, damaged, or protected by a password.
        """
        info = self._infos.get(name)
        if info is None:
            raise BadXlsxError(f"a workbook without {name[:60]}")
        limit = min(LARGEST_MEMBER, max(SMALL, info.compress_size * LARGEST_RATIO), LARGEST_TOTAL - self._total)
        try:
            with self._zip.open(info) as stream:
                body = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise BadXlsxError("a workbook that is damaged or behind a password") from error
        if len(body) > limit:
            raise BadXlsxError("a workbook that unpacks beyond all measure")
        self._total += len(body)
        return body

    def walk(self, name: str, watcher: Watcher) -> None:
        """Read one member as XML.

        Raises:
            BadXlsxError: As `read`; or it is no well-formed XML, declares a document type, or is nested too deep.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        depth = 0

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise BadXlsxError("XML nested beyond all measure")
            watcher.start(tag.rpartition("}")[2], attributes)

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            watcher.end(tag.rpartition("}")[2])

        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, watcher.text
        try:
            parser.Parse(self.read(name), True)
        except (expat.ExpatError, LookupError) as error:
            raise BadXlsxError("a workbook with a damaged part") from error

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The member of each worksheet by its name, in order; hidden ones too, charts not."""
        found = _Sheets()
        self.walk(self._main, found)
        relations = self._relations(self._main)
        self.since_1904 = found.since_1904
        pairs = ((name, relations.get(rel, ("", ""))) for name, rel in found.sheets)
        return {name: target for name, (kind, target) in pairs if kind.endswith("/worksheet") and target in self._infos}

    since_1904 = False
    """Whether days are counted from 1904, as in old Macintosh files; set once `sheets` has been read."""

    def part(self, kind: str) -> str:
        """Find the member that the workbook names for a kind of part ("sharedStrings"); empty where there is none."""
        relations = self._relations(self._main).values()
        return next((target for said, target in relations if said.endswith(f"/{kind}") and target in self._infos), "")

    @cached_property
    def texts(self) -> list[str]:
        """The shared texts, without the phonetic readings in Japanese files."""
        name = self.part("sharedStrings")
        if not name:
            return []
        found = _Texts()
        self.walk(name, found)
        return found.texts

    def _relations(self, of: str) -> dict[str, tuple[str, str]]:
        """Yield the kind and the target member of each relationship of a part; targets outside the body are left out."""
        folder, _, name = of.rpartition("/")
        path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if path not in self._infos:
            return {}
        found = _Relations(folder)
        self.walk(path, found)
        return found.relations


def _refuse(*_: object) -> None:
    raise BadXlsxError("XML that declares a document type")


class ElementHandler:
    """Base class of handlers, which ignores everything."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Ignore the start of an element."""

    def end(self, name: str) -> None:
        """Ignore the end of an element."""

    def text(self, piece: str) -> None:
        """Ignore text."""


class _Relations(ElementHandler):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.relations: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
            self.relations[attributes.get("Id", "")] = (attributes.get("Type", ""), posixpath.normpath(path))


class _Sheets(ElementHandler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            rel = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            self.sheets.append((attributes.get("name", ""), rel))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in {"1", "true"}


class _Texts(ElementHandler):
    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._take: Callable[[str], None] | None = None
        self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        del attributes
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self._take = self._pieces.append

    def end(self, name: str) -> None:
        if name == "t":
            self._take = None
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            if len(self.texts) >= MOST_TEXTS:
                raise BadXlsxError("a workbook with too many texts")
            self.texts.append("".join(self._pieces))

    def text(self, piece: str) -> None:
        if self._take:
            self._take(piece)
