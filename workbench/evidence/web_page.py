"""Archived web pages: the title, all words that a reader sees in order, and where each element's words are.

Unlike the reader of documents, which extracts only the article, this keeps tables and everything around: a quote may come from any
part. Nothing that a page refers to is run or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.core.text_cleaning import clean_text
from workbench.evidence.css_selectors import xpath_of
from workbench.evidence.login_pages import asks_who

LARGEST = 20_000_000
"""Maximum size of the markup in bytes."""


_SKIPPED = frozenset({"script", "style", "template", "noscript", "head", "svg", "iframe", "object"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
        "tr", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page's words.

    Attributes:
        title: Its title, on one line; may be empty.
        text: All text that a reader sees, each block on lines of its own.
        login: Whether it is a login page instead of the requested content.
    """

    title: str
    text: str
    login: bool
    _root: Any = field(repr=False, compare=False, default=None)
    _spans: dict[Any, tuple[int, int]] = field(repr=False, compare=False, default_factory=dict)

    def selected(self, selector: str) -> tuple[int, int] | None:
        """Find the range of the words of the first element that a CSS selector matches; None where none has words.

        Raises:
            BadSelectorError: It is no selector.
        """
        path = xpath_of(selector)
        found = self._root.xpath(path) if self._root is not None else ()
        spans = (self._spans.get(element) for element in found)
        return next((span for span in spans if span is not None and span[0] < span[1]), None)


def read_web_page(body: bytes, charset: str = "") -> WebPage:
    r"""Read a page; from broken markup less is read, but no error is raised.

    Args:
        body: The archived bytes.
        charset: The encoding that the server named; empty where it named none.

    >>> page = read_web_page(b"<title>Asylum</title><body><nav>Home</nav><p id='x'>Applications <b>fell</b>.</p>")
    >>> page.title, page.text, page.selected("#x")
    ('Asylum', 'Home\nApplications fell.', (5, 23))
    """
    from lxml import etree, html  # noqa: PLC0415  (a compiled library that only web pages need)

    markup = _decoded(body[:LARGEST], charset)
    try:
        root = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.LxmlError, ValueError):
        return WebPage("", "", login=False)
    words = _Words()
    words.walk(root)
    title = _line(root.findtext(".//title") or "")
    return WebPage(title, words.text, asks_who(root, title, words.text), root, words.spans)


class _Words:
    """The words of an element tree, with the range of each element's words."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self.spans: dict[Any, tuple[int, int]] = {}

    @property
    def text(self) -> str:
        """All of them."""
        return "".join(self._parts)

    def walk(self, root: Any) -> None:
        """Take the words of a tree in order; as deep as the markup is nested, without recursion."""
        starts: dict[Any, int] = {}
        for step, element in _steps(root):
            if step == "in":
                self._separate(element.tag)
                starts[element] = self._length + len(self._pending)
                self._say(element.text)
                continue
            if step == "out":
                self.spans[element] = (min(starts[element], self._length), self._length)
                self._separate(element.tag)
            if element is not root:
                self._say(element.tail)

    def _separate(self, tag: object) -> None:
        """Begin a new line, or a new cell."""
        if self._length and tag in _BLOCKS:
            self._pending = "\n"
        elif self._length and tag in _CELLS and not self._pending:
            self._pending = " "

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if not words.strip():
            self._pending = self._pending or (" " if self._length else "")
            return
        cleaned = clean_text(words).text
        said = " ".join(cleaned.split())
        if cleaned[:1].isspace() and self._length:
            self._pending = self._pending or " "
        self._put(self._pending + said)
        self._pending = " " if cleaned[-1:].isspace() else ""

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _steps(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield the start and the end of every visible element, in the order of the markup."""
    from lxml import etree  # noqa: PLC0415  (as above)

    skipped = None
    for step, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if skipped is not None:
            if step == "end" and element is skipped:
                skipped = None
                yield "tail", element
        elif step in {"comment", "pi"}:
            yield "tail", element
        elif step == "start" and (element.tag in _SKIPPED or element.get("hidden") is not None):
            skipped = element
        else:
            yield ("in" if step == "start" else "out"), element


def _decoded(body: bytes, charset: str) -> str:
    """Decode the markup: as UTF-8 where valid, else as the server or the page declares, else in the usual encoding of old pages."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    found = _CHARSET.search(body[:4_096])
    for name in (charset, found[1].decode("ascii") if found else "", "cp1252"):
        try:
            return body.decode(name, errors="replace")
        except LookupError:
            continue
    return body.decode("latin-1")


def _line(words: str) -> str:
    return " ".join(clean_text(words).text.split())[:300]
