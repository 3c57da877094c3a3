"""Summary of a title for the first pass, computed once: its stems, its parts and its statistic.

A claim meets some hundreds of titles, and reading each of them anew took most of the time of ranking.
A catalogue keeps the briefs beside its titles, and works them out anew where the rules of this room have changed.
"""

from __future__ import annotations

import msgspec

from workbench.match.fit.fit_path import PathParts, parts_of
from workbench.match.titles.texts import Text
from workbench.match.titles.title_path import path_of
from workbench.match.words.keys import is_frame
from workbench.match.words.statistic_words import StatisticMarks, marks_of


class TitleSummary(msgspec.Struct, frozen=True, array_like=True):
    """What a first look at a title needs.

    Attributes:
        named: The stems of what it measures that name something, with a space between.
        frames: Those that only frame it ("total", "rate").
        parts: Its head and the members that it is of; None where it names no dimension.
        marks: What statistic it gives.
        headline: Whether it is a headline series of its source.
    """

    named: str
    frames: tuple[str, ...]
    parts: PathParts | None
    marks: StatisticMarks
    headline: bool = False

    def words(self, said: frozenset[str]) -> str:
        """Words compared with the claim letter by letter. Frame words count where the claim has them."""
        return " ".join((self.named, *filter(said.__contains__, self.frames)))


def brief_of(title: str, text: Text, *, headline: bool = False) -> TitleSummary:
    """The brief of a title, whose words are known.

    >>> from workbench.match.titles.texts import text_from
    >>> brief = brief_of("Total employment. Sex: Female", text_from("Total employment", "", "", ""))
    >>> brief.named, brief.frames, brief.parts.members, unpack(pack(brief)) == brief
    ('employ', ('total',), (frozenset({'femal'}),), True)
    """
    parts = parts_of(path_of(title))
    named = " ".join(key for key in text.title if not is_frame(key))
    frames = tuple(filter(is_frame, text.title))
    return TitleSummary(named, frames, None if parts.whole else parts, marks_of(title), headline)


def pack(brief: TitleSummary) -> bytes:
    """A brief as bytes."""
    return msgspec.msgpack.encode(brief)


_DECODER = msgspec.msgpack.Decoder(TitleSummary)


def unpack(packed: bytes | memoryview) -> TitleSummary:
    """The brief that some bytes hold.

    Raises:
        msgspec.DecodeError: They are no brief.
    """
    return _DECODER.decode(packed)
