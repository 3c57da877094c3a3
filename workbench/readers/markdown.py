"""Read Markdown: the words of the rendered page, without marks."""

from __future__ import annotations

from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._decoding import decode
from workbench.readers._header_note import note_in_markdown
from workbench.readers._markdown_marks import plain_words
from workbench.readers._page_metadata import Page
from workbench.readers._superscripts import raised_in


class MarkdownReader:
    """Reads ``.md``: CommonMark with tables, footnotes and front matter."""

    name = "markdown"
    suffixes = ("md", "markdown", "mdown", "mkd")
    in_process = True

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            NotTextError: The bytes are no text.
            EmptyFileError: No words but the title's.
        """
        decoded = decode(raw)
        note, words = note_in_markdown(decoded.text)
        plain = plain_words(raised_in(words))
        return assemble(raw, self.name, plain.text, note=note, page=Page(title=plain.title), problems=decoded.problems)


READER = MarkdownReader()
