"""Read web pages: only the article, without menus, scripts, comments and side columns."""

from __future__ import annotations

import re

from workbench.core.errors import NotTextError
from workbench.ports import Raw, ReadDocument
from workbench.readers._article import Article, read_article
from workbench.readers._assemble import Page, assemble
from workbench.readers._decoding import decode
from workbench.readers._header_note import NO_NOTE, Note, read_note
from workbench.readers._superscripts import raised_in
from workbench.readers._thinned_markup import thinned

_COMMENT = re.compile(r"\s*<!--(?P<words>.*?)-->", re.DOTALL)
_NOTE_WITHIN = 4_000


class HtmlReader:
    """Reads ``.html`` and ``.htm``, never running or fetching anything that a page names."""

    name = "html"
    suffixes = ("html", "htm", "xhtml")

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            NotTextError: It is binary data, or has no article.
            EmptyFileError: It has only page furniture.
        """
        decoded = decode(raw, markup=True)
        article = read_article(thinned(raised_in(decoded.text)))
        if not article.text.strip():
            raise NotTextError(raw.origin, "a page without an article")
        note = _note(decoded.text)
        return assemble(raw, self.name, article.text, note=note, page=_page(article), problems=decoded.problems)


def _note(markup: str) -> Note:
    """Return the note in a comment at the top of a page, each of its lines beginning with ``#`` as in a text file."""
    found = _COMMENT.match(markup[:_NOTE_WITHIN]) or _COMMENT.match(_after_doctype(markup))
    lines = [line.strip() for line in found["words"].strip().split("\n")] if found else []
    if not lines or not all(line.startswith("#") for line in lines if line):
        return NO_NOTE
    return read_note("\n".join(line.lstrip("#").strip() for line in lines))


def _after_doctype(markup: str) -> str:
    return re.sub(r"\A\s*<!doctype[^>]{0,300}>", "", markup[:_NOTE_WITHIN], flags=re.IGNORECASE)


def _page(article: Article) -> Page:
    return Page(title=article.title, day=article.day, url=article.url, author=article.author, site=article.site)


READER = HtmlReader()
