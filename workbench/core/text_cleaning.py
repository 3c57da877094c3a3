"""Cleans a document's text: removes characters that control a terminal or are invisible to a reader.

Foreign text is cleaned once, before offsets are counted, so that all later code may print it safely. Escape
sequences, control characters and direction overrides are taken out; every kind of line end becomes one line feed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workbench.core.errors import Problem

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # OSC, DCS, SOS, PM, APC: titles, clipboards, links
    r"|\x1b[ -/]*[0-~]?"  # the two-character ones, and an escape left alone
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SILENT = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_NOT_CHARACTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SUSPECT = re.compile("[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u1fff\u2010-\u2027\u202f-\u205e\u2070-\ud7ff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that is safe to store and print, with the number of characters that were removed or replaced."""

    text: str
    removed: int = 0
    replaced: int = 0

    def problems(self, where: str) -> tuple[Problem, ...]:
        """Report what the cleaning removed or replaced; empty where it did nothing."""
        found: list[Problem] = []
        if self.removed:
            message = f"{self.removed} control or escape {_characters(self.removed)} were taken out of the text."
            found.append(Problem(where, message, "Compare with the original if it looks odd.", "control-characters"))
        if self.replaced:
            message = f"{self.replaced} {_characters(self.replaced)} that mean nothing were replaced by \ufffd."
            found.append(
                Problem(where, message, "Look for \ufffd in the text and in the original.", "broken-characters")
            )
        return tuple(found)


def clean_text(text: str) -> Cleaned:
    r"""Clean a text: single line feeds, composed letters, no control characters, escape sequences or direction overrides.

    >>> clean_text("16,000\x1b[31m attempts\r\n").text
    '16,000 attempts\n'
    """
    if not _SUSPECT.search(text):
        return Cleaned(text)
    text = _LINE_ENDS.sub("\n", text)
    text, escapes = _ESCAPES.subn("", text)
    text, controls = _CONTROLS.subn("", text)
    text, replaced = _NOT_CHARACTERS.subn("\ufffd", _SILENT.sub("", text))
    return Cleaned(unicodedata.normalize("NFC", text), escapes + controls, replaced)


def _characters(count: int) -> str:
    return "character" if count == 1 else "characters"
