"""Read PDF: the text of printed pages in reading order, joined to paragraphs, without running heads."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from workbench.core.errors import Problem
from workbench.core.text_cleaning import clean_text
from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._file_properties import read_author, read_pdf_day, read_title
from workbench.readers._header_note import split_note
from workbench.readers._page_metadata import Page
from workbench.readers._paragraphs import paragraphs
from workbench.readers._pdf_footnotes import without_footnotes
from workbench.readers._pdf_pages import PageSheet, Printed, read_pages
from workbench.readers._reading_errors import PicturesOnlyError
from workbench.readers._reading_order import in_reading_order
from workbench.readers._running_heads import without_running_lines


class PdfReader:
    """Reads ``.pdf`` files with text; scanned images need OCR first."""

    name = "pdf"
    suffixes = ("pdf",)

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            WrongKindError: It is no PDF.
            LockedFileError: It needs a password.
            DamagedFileError: It is cut off or inconsistent.
            PicturesOnlyError: Its pages have no text.
            TooLongError: It has more pages or characters than any speech.
        """
        printed = read_pages(raw)
        if not any(sheet.lines for sheet in printed.sheets):
            raise PicturesOnlyError(raw.origin, len(printed.sheets))
        sheets, notes = without_footnotes(without_running_lines(printed.sheets))
        body = paragraphs([in_reading_order(sheet.lines) for sheet in sheets])
        below = chain.from_iterable(paragraphs([in_reading_order(note)]) for note in notes)
        text = clean_text("\n\n".join([*body, *below]))
        note, words = split_note(text.text)
        problems = (*text.problems(raw.origin), *_pictures(raw, printed))
        made = assemble(raw, self.name, words, note=note, page=_page(printed), problems=problems)
        return replace(made, pages=tuple(map(_words, printed.sheets)))


def _words(sheet: PageSheet) -> str:
    """Return all words of a page, line by line."""
    return clean_text("\n".join(line.text for line in in_reading_order(sheet.lines))).text


def _pictures(raw: Raw, printed: Printed) -> tuple[Problem, ...]:
    """Return a Problem about pages without text among others."""
    empty = [number for number, sheet in enumerate(printed.sheets, start=1) if not sheet.lines]
    if not empty:
        return ()
    which = f"Page {empty[0]} has" if len(empty) == 1 else f"{len(empty)} pages (the first is {empty[0]}) have"
    message = f"{which} no text."
    return (Problem(raw.origin, message, "If they are scanned, run the file through OCR.", "pages-without-text"),)


def _page(printed: Printed) -> Page:
    metadata = printed.properties
    return Page(
        title=read_title(metadata.get("Title")),
        day=read_pdf_day(metadata.get("CreationDate")),
        author=read_author(metadata.get("Author")),
    )


READER = PdfReader()
