"""Cells of XML bodies: ``xml:/2/1/4@OBS_VALUE`` is the attribute of the fourth child of the first child of the root's second.

Some services answer only in SDMX-ML, and a figure from there must be readable again from the archived bytes like any other. Children
are counted from 1, elements only, so that neither prefixes nor white space matter.

A body is untrusted: one that declares a document type is refused before anything in it can be expanded or fetched, and so is one
that is nested too deep.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.parsers import expat

PREFIX = "xml:"
DEEPEST = 100


class BadXmlError(ValueError):
    """A body that is no well-formed XML, or XML of a refused kind."""


def xml_pointer(path: Sequence[int], attribute: str = "") -> str:
    """Write the pointer to an attribute of an element, or to its text where no attribute is named.

    >>> xml_pointer((2, 1, 4), "OBS_VALUE")
    'xml:/2/1/4@OBS_VALUE'
    """
    steps = "/".join(map(str, path))
    return f"{PREFIX}/{steps}@{attribute}" if attribute else f"{PREFIX}/{steps}"


def xml_cells(pointers: Iterable[str], body: bytes) -> dict[str, str]:
    """Read the values at some pointers, in one pass over the body. A pointer to nothing is left out.

    Raises:
        BadXmlError: The body is no XML, declares a document type, or is nested too deep.

    >>> xml_cells(["xml:/1@v", "xml:/2"], b"<r><o v='1.5'/><o>7</o></r>")
    {'xml:/1@v': '1.5', 'xml:/2': '7'}
    """
    finder = _Finder(pointers)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = finder.start, finder.end
    parser.CharacterDataHandler = finder.text
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError) as error:
        raise BadXmlError("no well-formed XML") from error
    return finder.found


def _refuse(*_: object) -> None:
    raise BadXmlError("XML that declares a document type")


def _parsed(pointer: str) -> tuple[tuple[int, ...], str]:
    path, _, attribute = pointer.removeprefix(PREFIX).partition("@")
    return tuple(int(step) for step in path.split("/")[1:]), attribute


class _Finder:
    """Parser handler that tracks the position of the current element by child numbers."""

    def __init__(self, pointers: Iterable[str]) -> None:
        self.found: dict[str, str] = {}
        self._wanted: dict[tuple[int, ...], list[tuple[str, str]]] = {}
        for pointer in pointers:
            path, attribute = _parsed(pointer)
            self._wanted.setdefault(path, []).append((pointer, attribute))
        self._path: list[int] = []
        self._children = [0]
        self._open: list[str] = []

    def start(self, _: str, attributes: dict[str, str]) -> None:
        """Store the requested attributes at the start of an element."""
        if len(self._children) > DEEPEST:
            raise BadXmlError("XML nested beyond all measure")
        self._children[-1] += 1
        self._path.append(self._children[-1])
        self._children.append(0)
        self._open = []
        for pointer, attribute in self._wanted.get(tuple(self._path[1:]), ()):
            if not attribute:
                self._open.append(pointer)
                self.found[pointer] = ""
            elif attribute in attributes:
                self.found[pointer] = attributes[attribute]

    def end(self, _: str) -> None:
        """Leave an element."""
        self._path.pop()
        self._children.pop()
        self._open = []

    def text(self, piece: str) -> None:
        """Store the text of a requested element, up to its first child."""
        for pointer in self._open:
            self.found[pointer] += piece
