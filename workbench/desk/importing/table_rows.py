"""A row of a user's table: converted to a document, or refused with a reason and what to do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.core.claim import Claim, ClaimKind, claim_id
from workbench.core.dates.written_days import DayOrder, read_day
from workbench.core.document import Attribution, Document, How, Span, Speaker
from workbench.core.errors import NotTextError, Problem, printable
from workbench.core.place import country_of_city, find_place
from workbench.core.score import ScorePart
from workbench.core.text_cleaning import clean_text
from workbench.extract.place.written_places import place_written
from workbench.extract.words.language_guess import guess_language
from workbench.ports import Rejected

LONGEST_TEXT = 100_000
"""Most characters of text in one row."""

LONGEST_RECORD = 2_000_000
"""Most characters of one record, line ends inside quotes included."""

_TITLE = 90
_BINARY = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]|\\A(?:%PDF-|\udc89PNG)")
_DECLARED = ScorePart("declared", 0.2, 1.0, "It was imported as a claim; no figure or comparison was found in it.")
_NOTE = Problem("claim", "No figure, change, comparison or promise was found in it.", "Read it yourself.", "no-slots")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One record of a table, its fields by the names of `columns.NAMES`.

    Attributes:
        origin: The file as shown.
        line: The line in the file where the record starts, from 1.
        fields: Its fields; one may be missing or empty.
    """

    origin: str
    line: int
    fields: Mapping[str, str]


def row_document(row: TableRow, order: DayOrder) -> Document | Rejected:
    """Make the document of a row: its text, with the day, place and speaker from the row.

    The id comes from the row's content and not its position, so that sorting a table makes no new documents.
    """
    fields = {name: clean_text(value).text.strip() for name, value in row.fields.items()}
    text = fields.get("text", "")
    if not text:
        return _refuse(row, "There is no text.", "Fill the column in, or say which one it is with --map text=….")
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text):,} characters, more than the {LONGEST_TEXT:,} that a row may have."
        return _refuse(row, message, "Import it as a document of its own.")
    try:
        published = read_day(fields["date"], order) if fields.get("date") else None
    except ValueError as error:
        message = f"“{printable(fields['date'], 40)}” was not taken as the date: {error}."
        return _refuse(row, message, "Write it as 2021-12-02; for 03/04/2021 say --map dates=dmy or dates=mdy.")
    return _document(row, fields, published)


def too_long(origin: str, line: int) -> Rejected:
    """Make the refusal of a record that is longer than any row may be."""
    message = f"The row has more than {LONGEST_RECORD:,} characters."
    return Rejected(origin, line, message, "Look for a quote or a line end that is missing before it.")


def refuse_binary(origin: str, line: str) -> None:
    """Check the first line of a table for binary data.

    Raises:
        NotTextError: It has characters that no text has.
    """
    if _BINARY.search(line):
        raise NotTextError(origin)


def declared(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Get the claims of a row: those that were found, or else the whole row, since its author listed it as a claim."""
    return claims or (_whole(document),)


def _whole(document: Document) -> Claim:
    span = Span(0, len(document.text))
    speaker = document.speakers[0] if document.speakers else None
    return Claim(
        id=claim_id(document.id, span, document.text),
        document=document.id,
        span=span,
        quote=document.text,
        sentence=span,
        context=document.text,
        kind=ClaimKind.STATEMENT,
        place=document.place,
        attribution=Attribution((span,), speaker, None, None, How.BYLINE) if speaker else None,
        said=document.published,
        language=document.language,
        worth=(_DECLARED,),
        notes=(_NOTE,),
    )


def _document(row: TableRow, fields: Mapping[str, str], published: date | None) -> Document:
    place = _country(fields.get("place", ""), _by_code_or_city)
    speakers = _speakers(fields)
    title = _line(fields.get("title", ""))
    who = [part for each in speakers for part in (each.name, each.role, each.organisation)]
    said = (fields.get("id"), fields["text"], published, place or fields.get("place"), *who, title, fields.get("url"))
    return Document(
        id=_identity(said),
        title=title or _beginning(fields["text"]),
        text=fields["text"],
        origin=f"{row.origin}:{row.line}",
        language=_language(fields.get("language", "")) or guess_language(fields["text"]),
        published=published,
        place=place or _country(fields.get("place", ""), place_written),
        place_name=_line(fields.get("place", "")),
        speakers=speakers,
        source_note=f"id: {_line(fields['id'])}" if fields.get("id") else "",
        url=_line(fields.get("url", "")),
    )


def _identity(said: tuple[object, ...]) -> str:
    """Hash the content of a row to sixteen hex digits, independent of column names and position."""
    return hashlib.sha256(b"row\x1f" + "\x1f".join(str(each or "") for each in said).encode()).hexdigest()[:16]


def _beginning(text: str) -> str:
    """Take the first words of a text as a title."""
    line = _line(text[: 2 * _TITLE])
    return line if len(line) <= _TITLE else line[:_TITLE].rpartition(" ")[0] + "…"


def _language(written: str) -> str:
    """Read the two letters of ``en`` or ``en-GB``; empty where none are given."""
    code = re.split("[-_]", written.lower())[0]
    return code if re.fullmatch("[a-z]{2}", code) else ""


@lru_cache(1_000)
def _country(written: str, known: Callable[[str], str | None]) -> str | None:
    """Find the country of ``North Macedonia`` or ``Skopje, North Macedonia`` among those that a table knows; None for no such."""
    return next((code for part in (written, *reversed(written.split(","))) if (code := known(part.strip()))), None)


def _by_code_or_city(part: str) -> str | None:
    """Find a country by its code, its English name or a city of it.

    A row's identity keeps any other name as it is written: rows that were imported before more names were known are not added again.
    """
    return find_place(part) or country_of_city(part)


def _speakers(fields: Mapping[str, str]) -> tuple[Speaker, ...]:
    """Read the speaker, whose office may be in a column of its own or after a comma."""
    name, _, office = _line(fields.get("speaker", "")).partition(",")
    role = _line(fields.get("role", "")) or office.strip()
    return (Speaker(name.strip(), role, _line(fields.get("organisation", ""))),) if name.strip() else ()


def _line(written: str) -> str:
    return " ".join(written.split())


def _refuse(row: TableRow, message: str, hint: str) -> Rejected:
    fields = {name: value for name, value in row.fields.items() if value and len(value) <= LONGEST_RECORD}
    return Rejected(row.origin, row.line, message, hint, fields)
