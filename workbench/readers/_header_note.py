"""Read the note about a file at its top: lines that begin with ``#`` and are not part of its text.

::

    # A paraphrase, in our own words, of a statement by MIA.
    # url: https://mia.mk/…
    # date: 2021-12-02
    # place: North Macedonia
    # speaker: Oliver Spasovski, interior minister
    # title: On security challenges

    Skopje, 2 December 2021 - …

Keys are optional and may come in any order; the other lines are kept as the document's `source_note`. Markdown may have the
keys as front matter between two lines ``---``, and a web page the note in a comment at its top.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_COMMENT = re.compile(r"\s*<!--(?P<words>.*?)-->", re.DOTALL)

_NOTE_WITHIN = 4_000

KEYS = ("url", "date", "place", "speaker", "title", "language")
_KEYED = re.compile(rf"({'|'.join(KEYS)})\s*:\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a file: its text for readers, and its keys."""

    words: str = ""
    keys: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str:
        """Return the note's value of a key; empty without one."""
        return self.keys.get(key, "")


NO_NOTE = Note()
"""No metadata, as in most files."""


def split_note(text: str) -> tuple[Note, str]:
    """Split a text into the note at its top and the rest.

    A single line without a key is a heading, not a note, as in Markdown.
    """
    lines = text.lstrip("\n").split("\n")
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    note = read_note("\n".join(line.lstrip("#").strip() for line in lines[:count]))
    if not count or (count == 1 and not note.keys):
        return NO_NOTE, text
    return note, "\n".join(lines[count:])


def read_note(words: str) -> Note:
    """Parse a note from its lines, without their ``#``."""
    lines = [(line.strip(), _KEYED.fullmatch(line.strip())) for line in words.split("\n")]
    free_words = "\n".join(line for line, keyed in lines if not keyed).strip("\n")
    return Note(free_words, {keyed[1].lower(): keyed[2].strip() for _, keyed in reversed(lines) if keyed})


def note_in_markdown(text: str) -> tuple[Note, str]:
    """Return the note at the top, as ``#`` lines with known keys or as front matter; mere headings are no note."""
    text = text.lstrip("\n")
    if text.startswith("---\n") and (end := text.find("\n---", 3)) > 0:
        keys = (line.partition(":") for line in text[4:end].split("\n"))
        front_matter = {key.strip().lower(): value.strip().strip("\"'") for key, colon, value in keys if colon}
        return Note("", {key: front_matter[key] for key in KEYS if front_matter.get(key)}), text[end + 4 :].lstrip("-")
    note, words = split_note(text)
    return (note, words) if note.keys else (NO_NOTE, text)


def note_in_comment(markup: str) -> Note:
    """Return the note in a comment at the top of a page, each of its lines beginning with ``#`` as in a text file."""
    found = _COMMENT.match(markup[:_NOTE_WITHIN]) or _COMMENT.match(_after_doctype(markup))
    lines = [line.strip() for line in found["words"].strip().split("\n")] if found else []
    if not lines or not all(line.startswith("#") for line in lines if line):
        return NO_NOTE
    return read_note("\n".join(line.lstrip("#").strip() for line in lines))


def _after_doctype(markup: str) -> str:
    return re.sub(r"\A\s*<!doctype[^>]{0,300}>", "", markup[:_NOTE_WITHIN], flags=re.IGNORECASE)
