"""Read web pages: only the article, without menus, scripts, comments and side columns."""

from __future__ import annotations

from workbench.core.errors import NotTextError
from workbench.ports import Raw, ReadDocument
from workbench.readers._article import Article, read_article
from workbench.readers._assemble import assemble
from workbench.readers._decoding import decode
from workbench.readers._header_note import note_in_comment
from workbench.readers._page_metadata import Page
from workbench.readers._superscripts import raised_in
from workbench.readers._thinned_markup import thinned


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
        note = note_in_comment(decoded.text)
        return assemble(raw, self.name, article.text, note=note, page=_page(article), problems=decoded.problems)


def _page(article: Article) -> Page:
    return Page(title=article.title, day=article.day, url=article.url, author=article.author, site=article.site)


READER = HtmlReader()
