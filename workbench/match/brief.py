"""What a first look at a title needs, worked out once: its stems, its parts and what statistic it gives.

Why this file exists: a claim meets some hundreds of titles, and reading each of them anew took most of the time of ranking.
A catalogue keeps the briefs beside its titles, and works them out anew where the rules of this room have changed.
"""

from __future__ import annotations

import msgspec

from workbench.match.fit_path import Parts, parts_of
from workbench.match.fit_statistic import Marks, marks_of
from workbench.match.path import path_of
from workbench.match.texts import Text


class Brief(msgspec.Struct, frozen=True, array_like=True):
    """What a first look at a title needs.

    Attributes:
        title: The stems of what it measures, in order.
        parts: Its head and the members that it is of.
        marks: What statistic it gives.
        headline: Whether it is a headline series of its source.
    """

    title: tuple[str, ...]
    parts: Parts
    marks: Marks
    headline: bool = False


def brief_of(title: str, text: Text, *, headline: bool = False) -> Brief:
    """The brief of a title, whose words are known.

    >>> from workbench.match.texts import text_from
    >>> brief = brief_of("Employment. Sex: Female", text_from("Employment. Sex: Female", "", "", ""))
    >>> brief.parts, unpack(pack(brief)) == brief
    (Parts(head=frozenset({'employ'}), members=(frozenset({'femal'}),), whole=False), True)
    """
    return Brief(text.title, parts_of(path_of(title)), marks_of(title), headline)


def pack(brief: Brief) -> bytes:
    """A brief as bytes."""
    return msgspec.msgpack.encode(brief)


_DECODER = msgspec.msgpack.Decoder(Brief)


def unpack(packed: bytes | memoryview) -> Brief:
    """The brief that some bytes hold.

    Raises:
        msgspec.DecodeError: They are no brief.
    """
    return _DECODER.decode(packed)
