"""Parse XML bodies of services safely, or refuse them with an error.

XML can refer to files, expand one word into a billion, and nest endlessly. A body that declares a document type is
refused, which excludes all entities and everything outside the body; depth and number of elements are limited.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder  # only for the tree: parsing is done by defusedxml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from workbench.core.errors import WrongAnswerError

DEEPEST = 60
MOST = 1_500_000


class _Builder(TreeBuilder):
    """Builds a tree of bounded depth and size."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST:
            raise ParseError("beyond all measure")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)


def read_xml(title: str, body: bytes) -> Element:
    """Return the root of an XML body.

    Args:
        title: The service, as readers know it.
        body: The bytes, in whatever encoding they declare.

    Raises:
        WrongAnswerError: It is not well-formed XML, declares a document type, or is too deep or too large.

    >>> read_xml("ECB", b"<a><b c='1'/></a>")[0].get("c")
    '1'
    """
    parser = XMLParser(target=_Builder(), forbid_dtd=True)
    try:
        parser.feed(body)
        root = parser.close()
    except DefusedXmlException as error:
        raise WrongAnswerError(title, "plain XML", "XML that declares a document type") from error
    except (ParseError, LookupError, ValueError) as error:
        raise WrongAnswerError(title, "XML", "something that cannot be read as XML") from error
    if not isinstance(root, Element):
        raise WrongAnswerError(title, "XML", "nothing at all")
    return root


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace.

    >>> local("{urn:x}Series")
    'Series'
    """
    return name.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Return the children of some names, in whatever namespace."""
    return (child for child in element if isinstance(child.tag, str) and local(child.tag) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of the first child … by their names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def text_in(element: Element | None) -> str:
    """Return the text of an element; empty for none."""
    return (element.text or "").strip() if element is not None else ""


def in_english(elements: Iterator[Element]) -> str:
    """Return the English one of some names, else the first."""
    listed = list(elements)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    english = next((one for one in listed if (one.get(lang) or "").lower().startswith("en")), None)
    return text_in(english if english is not None else next(iter(listed), None))
