"""Documents, sentences, and attributions of words to speakers.

All offsets are code points of `Document.text`, half-open, and that text is final once a document has been read.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of text, ``[start, end)`` in code points; never empty.

    >>> Span(3, 8).cut("In Skopje today")
    'Skopj'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)
        if not 0 <= start < end:
            self.__post_init__()

    def __post_init__(self) -> None:  # also called by codecs, which make a noun without its `__init__`
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0: [{self.start}, {self.end})")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def cut(self, text: str) -> str:
        """Return the words that the span covers in the text it was made for."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Shift the span for a text that begins ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Check whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Check whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


# spans are made and compared by the dozen for each claim: setting frozen fields directly is faster
_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, and which paragraph it stands in (from 0)."""

    span: Span
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who makes a claim. `role` and `organisation` are as written, or empty."""

    name: str
    role: str = ""
    organisation: str = ""


class How(StrEnum):
    """How the text attributes words to a speaker."""

    DIRECT = "direct"
    REPORTED = "reported"
    TURN = "turn"
    BYLINE = "byline"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The attribution of a stretch of text to a speaker.

    Attributes:
        content: What is said, one or more spans.
        speaker: The speaker, once resolved; None where the text does not say.
        source: The words that name the speaker here ("he", "the minister"); None where there are none.
        cue: The words that mark the statement ("pointed out", "according to").
        how: Direct quote, reported speech, a turn in a transcript, a byline, or a reviewer's word.
    """

    content: tuple[Span, ...]
    speaker: Speaker | None
    source: Span | None
    cue: Span | None
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as read, with what is known about it.

    Attributes:
        id: Hash of the bytes it was read from together with its reader, so the same file is the same document.
        title: One line; empty where there is none.
        text: The words, final; every span points into it.
        origin: Where it came from: a path, a URL, or ``"<stdin>"``.
        language: Two letters, lower case.
        published: The day that the words were said or published (a dateline wins over a printed page date).
        place: ISO 3166 alpha-3 of the country that "our country" means; None where unknown.
        place_name: The place as written in the dateline ("Skopje"); may be empty.
        speakers: Who speaks in it, the main one first.
        source_note: What the file says about itself (which text it paraphrases, a licence); may be empty.
        url: Where readers find the words; may be empty.
        marks: For a recording: offsets into the text in order, each with the time code at which the words from there on are heard
            ("00:12:31").
    """

    kept_in_bulk: ClassVar[bool] = True

    id: str
    title: str
    text: str
    origin: str
    language: str = "en"
    published: date | None = None
    place: str | None = None
    place_name: str = ""
    speakers: tuple[Speaker, ...] = ()
    source_note: str = ""
    url: str = ""
    marks: tuple[tuple[int, str], ...] = ()

    def heard_at(self, offset: int) -> str:
        """Find the time code at which the words at an offset are heard in the recording; empty where there is none.

        >>> Document(id="d", title="", text="Yes. No.", origin="-", marks=((0, "00:00:01"), (5, "00:00:04"))).heard_at(6)
        '00:00:04'
        """
        before = bisect_right(self.marks, offset, key=itemgetter(0))
        return self.marks[before - 1][1] if before else ""
