"""Check the content type of a body before it is parsed.

Status 200 does not mean success. A page that says "we are down for maintenance" comes as 200 text/html, and sometimes
as 200 application/json; both must give a clear message, not a parse error.
"""

from __future__ import annotations

from workbench.core.errors import WrongAnswerError

_KINDS = (
    ("html", "an HTML page"),
    ("json", "JSON"),
    ("xml", "XML"),
    ("csv", "CSV"),
    ("tab-separated", "a table"),
    ("text/plain", "plain text"),
    ("image/", "an image"),
    ("pdf", "a PDF"),
    ("spreadsheet", "a spreadsheet"),
    ("zip", "an archive"),
)


def media_type(header: str) -> str:
    """Return the bare media type of a ``Content-Type`` header, in lower case.

    >>> media_type("Application/JSON; charset=utf-8")
    'application/json'
    """
    return header.partition(";")[0].strip().lower()


_NO_KIND = frozenset(
    {"application/octet-stream", "binary/octet-stream", "application/force-download", "application/download"}
)
_TABLES = ("text/csv", "application/csv", "text/tab-separated-values", "text/plain")


def believed(media: str, expects: tuple[str, ...]) -> str:
    """Return the media type of an answer; where it is declared as mere bytes, and a text table was wanted, that of the table.

    >>> believed("application/octet-stream", ("text/csv",)), believed("application/octet-stream", ("application/json",))
    ('text/csv', 'application/octet-stream')
    """
    wanted = next((each for each in expects if each in _TABLES), "")
    return wanted if wanted and media in _NO_KIND else media


def kind_of(media: str) -> str:
    """Return a media type's name for readers."""
    return next((words for key, words in _KINDS if key in media), media or "something that does not say what it is")


def check_type(host: str, media: str, expects: tuple[str, ...]) -> None:
    """Refuse a wrong declared media type.

    Raises:
        WrongAnswerError: It is not a type that the source reads.
    """
    if media and expects and not media.startswith(expects):
        raise WrongAnswerError(host, kind_of(expects[0]), kind_of(media))


def check_body(host: str, body: bytes, expects: tuple[str, ...]) -> None:
    """Refuse a body by its first bytes, whatever its declared type.

    Raises:
        WrongAnswerError: It is empty, an unexpected HTML page, or cannot be the expected JSON.
    """
    start = body[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not expects:
        return
    wanted = kind_of(expects[0])
    if not start:
        raise WrongAnswerError(host, wanted, "an empty body")
    if start.startswith((b"<!doctype html", b"<html")) and wanted != "an HTML page":
        raise WrongAnswerError(host, wanted, "an HTML page")
    if (
        wanted in {"CSV", "a table", "plain text"}
        and b"\x00" in body[:4000]
        and not body.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise WrongAnswerError(host, wanted, "bytes that are no text")
    if wanted == "JSON" and start[:1] not in b'[{"-0123456789tfn':
        raise WrongAnswerError(host, wanted, "an XML or HTML page" if start[:1] == b"<" else "other text")
