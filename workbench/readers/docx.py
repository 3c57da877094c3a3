"""Read Word documents: paragraphs, and tables row by row. No link is fetched and no macro is run."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workbench.core.text_cleaning import clean_text
from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._file_properties import FROM_TEMPLATE, read_author, read_title
from workbench.readers._header_note import split_note
from workbench.readers._office_package import check_package
from workbench.readers._page_metadata import Page
from workbench.readers._reading_errors import DamagedFileError, WrongKindError
from workbench.readers._word_body import body_lines
from workbench.readers._word_notes import note_lines


class DocxReader:
    """Reads ``.docx`` and its template and macro variants; macros are ignored."""

    name = "docx"
    suffixes = ("docx", "docm", "dotx", "dotm")

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            WrongKindError: It is no Word document.
            LockedFileError: It needs a password.
            DamagedFileError: It is cut off or inconsistent.
            UnsafeFileError: It unpacks to more than any speech, or defines entities.
            EmptyFileError: It has no words.
        """
        names = check_package(raw, "Word document")
        if "word/document.xml" not in names and not any(name.endswith("document.xml") for name in names):
            raise WrongKindError(raw.origin, "a Word document", "an office document or archive of another kind")
        document = _opened(raw)
        text = clean_text("\n\n".join([*body_lines(document.element.body), *note_lines(document)]))
        note, words = split_note(text.text)
        return assemble(raw, self.name, words, note=note, page=_page(document), problems=text.problems(raw.origin))


def _opened(raw: Raw) -> Any:
    from io import BytesIO  # noqa: PLC0415  (loaded when a Word file is read)

    import docx  # noqa: PLC0415  (0.2 s that only Word documents need)

    try:
        document: Any = docx.Document(BytesIO(raw.body))
        document.element.body.tag  # noqa: B018  (a document without a body is found out here)
    except Exception as error:
        raise DamagedFileError(raw.origin, "Word document", "its parts do not fit together") from error
    return document


def _page(document: Any) -> Page:
    """Return metadata from its properties. A property that cannot be read is skipped."""
    properties = _or_none(lambda: document.core_properties)
    if properties is None:
        return Page()
    day = _or_none(lambda: properties.created)
    return Page(
        title=read_title(_or_none(lambda: properties.title)),
        day=day.date() if isinstance(day, datetime) and day.date() != FROM_TEMPLATE else None,
        author=read_author(_or_none(lambda: properties.author)),
    )


def _or_none(ask: Any) -> Any:
    try:
        return ask()
    except Exception:  # noqa: BLE001  (hostile properties break their readers in ways that nobody can list)
        return None


READER = DocxReader()
