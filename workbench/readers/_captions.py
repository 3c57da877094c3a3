"""Convert captions to running text: remove markup, join cues to sentences, keep speakers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from workbench.core.document import Speaker
from workbench.core.errors import Problem
from workbench.core.text_cleaning import clean_text
from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._caption_cues import Cue, Cues, read_cues, time_code
from workbench.readers._caption_noises import SOUND_ALONE, without_noises
from workbench.readers._decoding import decode
from workbench.readers._header_note import Note, read_note, split_note
from workbench.readers._page_metadata import Page
from workbench.readers._reading_errors import MissingWordsError
from workbench.readers._speech_turns import SpokenPiece, opens_turn, put_together

PAUSE, SILENCE, LONG = 2.0, 8.0, 700
"""A paragraph ends after a sentence before a pause of so many seconds or after so many characters.

Before silence anyway.
"""

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>\n]{1,120})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|<\d[\d:.]*>|</?>|\{\\[^{}\n]*\}")
_DASH = re.compile(r"\s*(?:[-–—]\s?|>{2,}\s*)(?=[^\s\d-])")

_LABEL = re.compile(
    r"\A(?P<before>(?:\s|[-–]\s|<[^<>\n]*>)*)\[(?P<name>[^\W\d_a-z][^\]<>\n\d]{1,40})\]:?(?:\s|<[^<>\n]*>)+(?=[^\s<\[])"
)
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w.'’-]+\s){0,4}[^\W\d_a-z][\w.'’-]+:\s+[\"“‘'(]?[^\W\d_a-z]")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LANGUAGE = re.compile(r"language\s*:\s*([a-z]{2,3})(?![a-z])", re.IGNORECASE)


@dataclass(slots=True)
class CaptionReader:
    """Reads captions of one kind.

    Attributes:
        name: The reader's name.
        suffixes: The endings of its files.
        in_process: Whether it may read in the program's own process.
    """

    name: str
    suffixes: tuple[str, ...]
    in_process: bool = True

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document, its sentences whole, its speakers and time codes kept.

        Raises:
            NotTextError: Binary data.
            MissingWordsError: There is no cue with words.
        """
        decoded = decode(raw)
        note, words = split_note(decoded.text)
        found = read_cues(words)
        if not found.cues:
            raise MissingWordsError(raw.origin, "no caption", "Captions are words under times such as 00:12:31.000.")
        spoken = put_together(_pieces(found.cues))
        if not spoken.text:
            raise MissingWordsError(raw.origin, "no word", "These captions tell of sounds alone.")
        problems = (*decoded.problems, *_doubts(raw, found))
        about, page = note if note.keys else _head_note(found.head), Page(language=_language(found.head))
        return assemble(raw, self.name, spoken.text, note=about, page=page, problems=problems, spoken=spoken)


def _doubts(raw: Raw, found: Cues) -> tuple[Problem, ...]:
    if not found.untimed:
        return ()
    many = "1 caption has" if found.untimed == 1 else f"{found.untimed} captions have"
    message = f"{many} a damaged time or none; the words were kept under the time before."
    return (Problem(raw.origin, message, "Look a little later in the recording for them.", "damaged-time"),)


def _head_note(head: Sequence[str]) -> Note:
    """Return the comments with keys of a note (``NOTE date: 2021-12-02``), including their other words.

    Comments without a key are ignored.
    """
    words, keys = list[str](), dict[str, str]()
    for block in "\n".join(head).split("\n\n"):
        found = read_note(re.sub(r"^(?:NOTE\b\s*|#+\s*)", "", block, flags=re.MULTILINE))
        keyed = {key: keyed for key, keyed in found.keys.items() if key != "date" or _ISO_DAY.fullmatch(keyed)}
        words += [found.words] if keyed and block.lstrip().startswith("NOTE") else []
        keys = {**keyed, **keys}
    return Note("\n".join(words), keys)


def _language(head: Sequence[str]) -> str:
    found = next((tag for line in head if (tag := _LANGUAGE.match(line))), None)
    return found[1][:2].lower() if found and len(found[1]) == 2 else ""


def _pieces(cues: Sequence[Cue]) -> Iterator[SpokenPiece]:
    speaker: Speaker | None = None
    before, length, ended = cues[0], 0, True
    for cue, lines in _shown(cues):
        gap = cue.start - before.end
        for number, (voice, words, dashed) in enumerate(_turns(lines, ended=ended)):
            speaker = Speaker(voice) if voice else (None if dashed or ended else speaker)
            rest = number == 0 and ((ended and (gap >= PAUSE or length > LONG)) or gap >= SILENCE)
            begins = dashed or bool(rest)
            yield SpokenPiece(words, speaker, time_code(cue.start), begins)
            length = len(words) + (0 if begins else length)
            ended = bool(_SENTENCE.search(words))
        before = cue


def _shown(cues: Sequence[Cue]) -> Iterator[tuple[Cue, list[str]]]:
    """Yield each cue with its lines; in rolling captions, without lines that the previous cue has shown already."""
    plain = [[_words(line) for line in cue.lines] for cue in cues]
    plain = [[line for line in lines if line] for lines in plain]
    rolls = _rolls(plain)
    for number, cue in enumerate(cues):
        seen = plain[number - 1] if rolls and number else []
        yield cue, [line for line in cue.lines if (words := _words(line)) and words not in seen]


def _rolls(plain: Sequence[list[str]]) -> bool:
    """Check whether at least every second cue begins with the last line of the one before."""
    pairs = [(a, b) for a, b in pairwise(plain) if a and b]
    return len(pairs) > 1 and 2 * sum(a[-1] == b[0] for a, b in pairs) >= len(pairs)


def _words(line: str) -> str:
    """Return a line without markup."""
    return " ".join(clean_text(unescape(_TAG.sub("", line))).text.split())


def _turns(lines: Sequence[str], *, ended: bool) -> Iterator[tuple[str, str, bool]]:
    """Split a cue into turns: the named speaker, the words, and whether a mark or a name shows a new speaker.

    A dash or a name at the beginning of a line is such a mark only if the sentence before it has ended. Captions for
    the deaf give the name of an unseen speaker in brackets.
    """
    voice, words, marked = "", list[str](), False
    for shown in lines:
        line = _LABEL.sub(r"\g<before><v \g<name>>", without_noises(shown))
        if SOUND_ALONE.match(_words(line)):
            continue
        mark = _DASH.match(_words(line))
        over = bool(_SENTENCE.search(words[-1])) if words else ended
        named = opens_turn(_words(line)) or (over and _NAMED.match(_words(line)) is not None)
        opens = named or (mark is not None and (over or ">" in mark[0]))
        for number, part in enumerate(_VOICE.split(line)):
            name = number % 2 == 1
            if name or (number == 0 and opens):
                if words:
                    yield voice, " ".join(words), marked
                voice, words, marked = (_words(part) if name else ""), [], opens
            said = _words(part)
            if not name and (said := _DASH.sub("", said, count=1) if opens else said):
                words.append(said)
    if words:
        yield voice, " ".join(words), marked
