"""Detect the format of a file by its first bytes, not its name: workbook, text table, JSON-stat, SDMX-CSV, PC-Axis.

A web page may be saved as ``.xls``, a workbook may have a password, a link may lead to a log-in page. Whatever cannot
be read ends in an error that says what to do.
"""

from __future__ import annotations

from enum import StrEnum

from sources._formats.delimited_text import UTF_16
from sources._formats.px.reader import is_px
from workbench.core.errors import EmptyFileError, ReadingError, printable

_SPACE = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"
_CSV = "Open it in a spreadsheet program, save the sheet as .xlsx or CSV, and give that."
_LINK = "Open the address in a browser, and give the address of the file itself or the saved file."


class FileKind(StrEnum):
    """The reader of a file."""

    WORKBOOK = "an Excel workbook"
    JSON = "JSON-stat"
    PX = "PC-Axis"
    SDMX = "SDMX-CSV"
    TIDY = "a tidy table"
    TEXT = "a table"


class NotATableFileError(ReadingError):
    """The file is of a kind that is not read as figures; the hint says what to do instead."""

    def __init__(self, origin: str, what: str, hint: str) -> None:
        super().__init__(f"{printable(origin, 160)}: {what}.", hint)


_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"%pdf", "this is a PDF", "Look for the same table as CSV or Excel on the publisher's page."),
    (b"\x1f\x8b", "this is a file packed with gzip", "Unpack it first."),
    (b"pk\x05\x06", "this is a zip file that holds nothing", "Get the file again."),
    (b"{\\rtf", "this is a text document", "Look for the same table as CSV or Excel."),
    (b"7z\xbc\xaf", "this is a packed file", "Unpack it first."),
    (b"sqlite format 3", "this is a database", "Export the table as CSV."),
    (b"par1", "this is a Parquet file", "Save the table as CSV."),
)
_TIDY = frozenset({"series", "place", "time", "value"})
_SDMX_VALUE, _SDMX_TIME = {"OBS_VALUE"}, {"DATAFLOW", "STRUCTURE", "KEY"}


def kind_of(body: bytes, origin: str) -> FileKind:
    """Detect the kind of a body.

    Args:
        body: The bytes of a file.
        origin: The file's name for readers.

    Raises:
        ReadingError: It is empty, or of an unsupported kind.

    >>> kind_of(b"Country,2020,2021", "a.csv").value, kind_of(b'{"class": "dataset"}', "a.json").value
    ('a table', 'JSON-stat')
    """
    if not body.strip(_SPACE + _BOM):
        raise EmptyFileError(origin)
    start = _beginning(body)
    if body.startswith(_OLE):
        raise _old_workbook(body, origin)
    if body.startswith(_ZIP):
        return _packed(body, origin)
    low = start[:400].lower()
    for magic, what, hint in _REFUSED:
        if low.startswith(magic):
            raise NotATableFileError(origin, what, hint)
    if low.startswith(b"<"):
        raise _markup(low, origin)
    if start[:1] in {b"{", b"["}:
        return FileKind.JSON
    if is_px(body):
        return FileKind.PX
    return _by_head(start)


def _beginning(body: bytes) -> bytes:
    """Return the first bytes of a body in UTF-8, without a byte-order mark."""
    if body.startswith(UTF_16):
        return body[:8_000].decode("utf-16", "ignore").encode().lstrip(_SPACE)
    return body[:4_000].removeprefix(_BOM).lstrip(_SPACE)


def _old_workbook(body: bytes, origin: str) -> NotATableFileError:
    if "EncryptedPackage".encode("utf-16-le") in body:
        return NotATableFileError(
            origin, "this workbook is behind a password", "Save a copy without the password, and give that."
        )
    if any(name.encode("utf-16-le") in body for name in ("Workbook", "Book")):
        return NotATableFileError(origin, "this is a workbook in the binary format of before 2007 (.xls)", _CSV)
    return NotATableFileError(origin, "this is an old Office file that is no workbook", _CSV)


def _packed(body: bytes, origin: str) -> FileKind:
    """Treat a zip file as a workbook unless it declares another type; the workbook's reader checks its parts."""
    names = body[:4_000] + body[-20_000:]
    if b"opendocument" in body[:200]:
        raise NotATableFileError(origin, "this is an OpenDocument file", _CSV)
    if b"xl/workbook.bin" in names:
        raise NotATableFileError(origin, "this is a workbook in Excel's binary format (.xlsb)", _CSV)
    if b"word/document.xml" in names or b"ppt/presentation.xml" in names:
        raise NotATableFileError(
            origin, "this is a document, no workbook", "Copy its table into a spreadsheet, and save it as CSV."
        )
    return FileKind.WORKBOOK


def _markup(low: bytes, origin: str) -> NotATableFileError:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in low:
        return NotATableFileError(origin, "this is a workbook in the XML format of 2003", _CSV)
    html = any(word in low for word in (b"<html", b"<!doctype html", b"<table", b"<head", b"<body", b"<meta", b"<div"))
    if html and origin.lower().partition("?")[0].endswith((".xls", ".xlsx", ".csv")):
        return NotATableFileError(origin, "this is a web page under the name of a table", _CSV)
    if html:
        return NotATableFileError(origin, "this is a web page, not a table", _LINK)
    return NotATableFileError(
        origin, "this is XML, which is not read as a table", "Look for the same table as CSV, Excel or JSON-stat."
    )


def _by_head(start: bytes) -> FileKind:
    line = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\r")
    sep = max(",;\t", key=line.count)
    heads = {head.strip().strip('"') for head in line.split(sep)}
    codes = {head.partition(":")[0].upper() for head in heads}
    if {head.lower() for head in heads} >= _TIDY:
        return FileKind.TIDY
    sdmx = sep == "," and codes & _SDMX_VALUE and codes & _SDMX_TIME
    return FileKind.SDMX if sdmx else FileKind.TEXT
