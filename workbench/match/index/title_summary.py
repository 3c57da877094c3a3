"""Summary of a title for the first pass, computed once: its stems, its parts and its statistic.

A claim is compared with some hundreds of titles, and parsing each again took most of the time of ranking. A catalogue stores the
summaries with its titles, and computes them again where the rules of this package have changed.
"""

from __future__ import annotations

import msgspec

from workbench.match.fit.fit_dimensions import PathParts, parts_of
from workbench.match.titles.title_dimensions import path_of
from workbench.match.titles.title_words import TitleWords
from workbench.match.words.normalisation import is_frame
from workbench.match.words.statistic_words import StatisticMarks, marks_of


class TitleSummary(msgspec.Struct, frozen=True, array_like=True):
    """What the first pass needs to know about a title.

    Attributes:
        named: The stems of its measure that name something, separated by spaces.
        frames: The stems that only frame it ("total", "rate").
        parts: Its head and its dimension members; None where it names no dimension.
        marks: The statistic that it gives.
        headline: Whether it is a headline series of its source.
    """

    named: str
    frames: tuple[str, ...]
    parts: PathParts | None
    marks: StatisticMarks
    headline: bool = False

    def words(self, said: frozenset[str]) -> str:
        """List the words that are compared with the claim by letters. Frame words count only where the claim has them."""
        return " ".join((self.named, *filter(said.__contains__, self.frames)))


def summary_of_title(title: str, text: TitleWords, *, headline: bool = False) -> TitleSummary:
    """Summarise a title, given its words.

    >>> from workbench.match.titles.title_words import title_words_from
    >>> summary = summary_of_title("Total employment. Sex: Female", title_words_from("Total employment", "", "", ""))
    >>> summary.named, summary.frames, summary.parts.members, unpack(pack(summary)) == summary
    ('employ', ('total',), (frozenset({'femal'}),), True)
    """
    parts = parts_of(path_of(title))
    named = " ".join(key for key in text.title if not is_frame(key))
    frames = tuple(filter(is_frame, text.title))
    return TitleSummary(named, frames, None if parts.whole else parts, marks_of(title), headline)


def pack(summary: TitleSummary) -> bytes:
    """Encode a summary as bytes."""
    return msgspec.msgpack.encode(summary)


_DECODER = msgspec.msgpack.Decoder(TitleSummary)


def unpack(packed: bytes | memoryview) -> TitleSummary:
    """Decode a summary from bytes.

    Raises:
        msgspec.DecodeError: The bytes are no summary.
    """
    return _DECODER.decode(packed)
