"""Read properties of office files, if they are credible."""

from __future__ import annotations

import re
from datetime import date

from workbench.core.text_cleaning import clean_text

FROM_TEMPLATE = date(2013, 12, 23)
"""Creation date of python-docx's template, which documents made with it keep."""

_DEFAULT_TITLE = r"(?:microsoft\ word|word|pdf|document|untitled|title|slide|powerpoint|layout|print|template)\b.{0,80}"
_FILE_NAME = r".*\.(?:docx?|pdf|rtf|odt|indd|qxd|txt|html?)\Z"
_NO_TITLE = re.compile(rf"{_DEFAULT_TITLE}|{_FILE_NAME}|[\W\d_]*", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"(?:python-docx|admin|administrator|user|owner|author|unknown|pc|windows)\Z|[\W\d_]*", re.IGNORECASE
)
_PDF_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)", re.ASCII)


def read_title(written: str | None) -> str:
    """Return a title given by a person; empty for one set by a program, such as a file's name."""
    line = _line(written)
    return "" if _NO_TITLE.fullmatch(line) else line


def read_author(written: str | None) -> str:
    """Return the author; empty for default names of machines."""
    line = _line(written)
    return "" if _NO_AUTHOR.fullmatch(line) else line


def read_pdf_day(written: str | None) -> date | None:
    """Return the day of a PDF's time stamp.

    >>> read_pdf_day("D:20211202101500+01'00'")
    datetime.date(2021, 12, 2)
    """
    found = _PDF_DAY.match(written or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _line(written: str | None) -> str:
    return " ".join(clean_text(written or "").text.split())[:300]
