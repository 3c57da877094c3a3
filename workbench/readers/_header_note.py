"""Read the note about a file at its top: lines that begin with ``#`` and are not part of its text.

::

    # A paraphrase, in our own words, of a statement by MIA.
    # url: https://mia.mk/…
    # date: 2021-12-02
    # place: North Macedonia
    # speaker: Oliver Spasovski, interior minister
    # title: On security challenges

    Skopje, 2 December 2021 - …

Keys are optional and may come in any order; the other lines are kept as the document's `source_note`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
