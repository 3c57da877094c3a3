"""Decode bytes: by a byte order mark, as strict UTF-8, and only then by a guess, which is reported."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.core.errors import NotTextError, Problem
from workbench.core.text_cleaning import clean_text
from workbench.ports import Raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x1a\x45\xdf\xa3", "a video file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_GUESSED_FROM = 200_000
_META_FROM = 4_096
_DENSE = 0.1
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Cleaned text, with Problems about its decoding."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(raw: Raw, *, markup: bool = False) -> Decoded:
    """Decode bytes, and remove control and escape characters.

    Args:
        raw: The bytes.
        markup: Whether to accept an encoding declared in HTML or XML.

    Raises:
        NotTextError: The bytes are not text; the message says what they look like.
    """
    text, problems = _characters(raw, markup=markup)
    cleaned = clean_text(text)
    return Decoded(cleaned.text, (*problems, *cleaned.problems(raw.origin)))


def _characters(raw: Raw, *, markup: bool) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _MARKS:
        if raw.body.startswith(mark):
            return _forced(raw, raw.body[len(mark) :], encoding)
    _refuse_binary(raw)
    try:
        return raw.body.decode("utf-8"), ()
    except UnicodeDecodeError:
        named = _named(raw.body) if markup else None
        return _forced(raw, raw.body, named) if named else _guess(raw)


def looks_like(body: bytes) -> str:
    """Return the format of some bytes, by their beginning; empty where unknown."""
    return next((what for magic, what in _KINDS if body.startswith(magic)), "")


def _refuse_binary(raw: Raw) -> None:
    if what := looks_like(raw.body):
        raise NotTextError(raw.origin, what)
    head = raw.body[:8192]
    if b"\x00" in raw.body or len(_CONTROLS.findall(head)) > _DENSE * len(head):
        raise NotTextError(raw.origin)


def _named(body: bytes) -> str | None:
    """Return the encoding declared in a page, if Python knows it and it is not UTF-8, which has just failed."""
    found = _CHARSET.search(body[:_META_FROM])
    if not found:
        return None
    try:
        info = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    return info.name if info._is_text_encoding and info.name != "utf-8" else None  # noqa: SLF001  (no public way)


def _forced(raw: Raw, body: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode with a known encoding; replace and count broken characters."""
    text = body.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    return text, (_broken(raw, broken, encoding),) if broken else ()


def _guess(raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    """Decode as UTF-8 with a few broken bytes, or else with the most likely encoding."""
    text = raw.body.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    if whole > broken:
        return text, (_broken(raw, broken, "UTF-8"),)
    encoding = _looks_like(raw.body)
    text = raw.body.decode(encoding, errors="replace")
    message = f"The file is not UTF-8; it was read as {encoding}, which is a guess."
    return text, (
        Problem(raw.origin, message, "Look at accented letters, or save the file as UTF-8.", "guessed-encoding"),
    )


def _looks_like(body: bytes) -> str:
    import chardet  # noqa: PLC0415  (0.1 s that only files in old encodings need)

    guess = chardet.detect(body[:_GUESSED_FROM])["encoding"] or "cp1252"
    try:
        codecs.lookup(guess)
    except LookupError:
        return "cp1252"
    return "cp1252" if guess.lower() in {"ascii", "iso-8859-1", "latin-1"} else guess


def _broken(raw: Raw, count: int, encoding: str) -> Problem:
    message = f"{count} broken {'character' if count == 1 else 'characters'} of {encoding} were replaced by \ufffd."
    return Problem(raw.origin, message, "Look for \ufffd in the text and in the original.", "broken-characters")
