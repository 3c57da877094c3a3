"""Build the text of a speech from many short pieces, turn by turn, with speakers and times.

A turn begins with its speaker's name and a colon, as in printed transcripts, so that claims are read by the same rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.core.document import Speaker

_TURN = re.compile(r"([^\W\d_][\w.'’ -]{0,40})(?:\s\([^()]{1,40}\))?:\s")

MOST_SPEAKERS = 200
"""Most speakers kept of one document: those who say most."""


def opens_turn(line: str) -> bool:
    """Check whether a line begins a turn of a transcript, with a name in capitals.

    >>> opens_turn("HORVAT (Osijek): It fell."), opens_turn("Note: it fell.")
    (True, False)
    """
    head = _TURN.match(line)
    return head is not None and head[1].isupper()


@dataclass(frozen=True, slots=True)
class SpokenPiece:
    """Some consecutive words, without line ends.

    Attributes:
        words: The words.
        speaker: The speaker; None where unknown.
        at: When they are heard, as a time code; may be empty.
        begins_new: Whether a paragraph begins here.
    """

    words: str
    speaker: Speaker | None = None
    at: str = ""
    begins_new: bool = False


@dataclass(frozen=True, slots=True)
class SpokenText:
    """A text built from pieces.

    Attributes:
        text: Paragraphs; each turn begins one.
        marks: Offsets and time codes, in the form of a document.
        speakers: The speakers, the one who says most first.
    """

    text: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    speakers: tuple[Speaker, ...] = ()


@dataclass(slots=True)
class _Script:
    """A text that is being built."""

    parts: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def mark(self, at: str) -> None:
        if at and (not self.marks or self.marks[-1][1] != at):
            self.marks.append((self.length, at))


def put_together(pieces: Iterable[SpokenPiece]) -> SpokenText:
    """Build the text of pieces in order.

    A speaker's name begins each turn; if only one person speaks, it begins every paragraph, since a transcript with a
    single name in it would be read line by line.
    """
    pieces = [piece for piece in pieces if piece.words]
    said: Counter[Speaker] = Counter()
    for piece in pieces:
        if piece.speaker:
            said[piece.speaker] += len(piece.words)
    alone = len({speaker.name for speaker in said}) == 1
    script, last = _Script(), None
    for number, piece in enumerate(pieces):
        turn = number == 0 or piece.speaker != last
        begins = turn or piece.begins_new
        if number:
            script.add("\n\n" if begins else " ")
        script.mark(piece.at)
        if piece.speaker and (turn or (alone and begins)):
            script.add(f"{piece.speaker.name}: ")
        script.add(piece.words)
        last = piece.speaker
    main = tuple(speaker for speaker, _ in said.most_common(MOST_SPEAKERS))
    return SpokenText("".join(script.parts), tuple(script.marks), main)
