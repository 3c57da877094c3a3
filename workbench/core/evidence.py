"""Provenance of a figure: an archived body, and a pointer to the cell in it (pointers: `workbench.evidence`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A body as it was fetched, kept under its hash.

    Attributes:
        id: sha256 of the body, hex.
        url: The address that was asked, at the service itself (never the replay server's).
        fetched: When, in UTC.
        media_type: What the service said it is.
        size: Bytes of the body.
        status: The HTTP status; 200 for files.
        sample: Empty for a live answer; otherwise what sample answer it is ("UNHCR figures as of 2025-06"), which every
            screen and report says beside the figure.
        source: The name of the source that asked.
        asked: The body that was posted with the request, as text; empty where the address holds the whole request.
        headers: Other response headers, by lower-case names: ``etag``, ``last-modified``, ``date``,
            ``content-type``, ``content-language``, ``content-location`` (the address after redirects) and ``license`` (the address of
            its licence).
        failed: Whether the body reports a failure, whatever the status says. It is archived, but never reused as the answer.
    """

    id: str
    url: str
    fetched: datetime
    media_type: str
    size: int
    status: int = 200
    sample: str = ""
    source: str = ""
    asked: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    failed: bool = False

    def header(self, name: str) -> str:
        """Look up a response header by its lower-case name; empty where it was not sent."""
        return dict(self.headers).get(name, "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cells of one archived body that give a figure: their sum, times the scale.

    Attributes:
        snapshot: The id of the body.
        pointers: One or more cells; a figure that a service gives in parts is their sum.
        scale: What the cells are multiplied by (1000 where the service counts in thousands).
    """

    snapshot: str
    pointers: tuple[str, ...]
    scale: Decimal = field(default=Decimal(1))

    def __post_init__(self) -> None:
        if not self.pointers:
            raise ValueError("evidence points at a cell at least")


def csv_pointer(row: int, column: str, sep: str = ",", dec: str = ".", tho: str | None = None, *, enc: str = "") -> str:
    """Write the pointer to a cell of a CSV body; the header is row 1.

    Args:
        row: The record, from 1.
        column: Its name, or ``#3`` for the third.
        sep: The delimiter.
        dec: The decimal mark.
        tho: The thousands separator ("" for none) where cells are written for people; None where they are plain numbers.
        enc: The body's encoding where it is neither UTF-8 nor UTF-16.

    >>> csv_pointer(14, "value"), csv_pointer(5, "#3", ";", ",", ".")
    ('csv:row=14&col=value&sep=%2C&dec=.', 'csv:row=5&col=%233&sep=%3B&dec=%2C&tho=.')
    """
    marks = ("" if tho is None else f"&tho={quote(tho, safe='')}") + (f"&enc={quote(enc, safe='')}" if enc else "")
    return f"csv:row={row}&col={quote(column, safe='')}&sep={quote(sep, safe='')}&dec={quote(dec, safe='')}{marks}"
