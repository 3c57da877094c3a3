"""Read Markdown: the words of the rendered page, without marks."""

from __future__ import annotations

from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import Page, assemble
from workbench.readers._decoding import decode
from workbench.readers._header_note import KEYS, NO_NOTE, Note, split_note
from workbench.readers._markdown_marks import plain_words
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
        note, words = _note(decoded.text)
        plain = plain_words(raised_in(words))
        return assemble(raw, self.name, plain.text, note=note, page=Page(title=plain.title), problems=decoded.problems)


def _note(text: str) -> tuple[Note, str]:
    """Return the note at the top, as ``#`` lines with known keys or as front matter; mere headings are no note."""
    text = text.lstrip("\n")
    if text.startswith("---\n") and (end := text.find("\n---", 3)) > 0:
        keys = (line.partition(":") for line in text[4:end].split("\n"))
        front_matter = {key.strip().lower(): value.strip().strip("\"'") for key, colon, value in keys if colon}
        return Note("", {key: front_matter[key] for key in KEYS if front_matter.get(key)}), text[end + 4 :].lstrip("-")
    note, words = split_note(text)
    return (note, words) if note.keys else (NO_NOTE, text)


READER = MarkdownReader()
