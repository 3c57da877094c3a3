"""What a first look at a title needs, worked out once: its stems, its parts and what statistic it gives.

Why this file exists: a claim meets some hundreds of titles, and reading each of them anew took most of the time of ranking.
A catalogue keeps the briefs beside its titles; whoever changes a rule that they rest on changes a file named in `RULES`,
and catalogues work them out anew.
"""

from __future__ import annotations

import msgspec

from workbench.core.series import Series
from workbench.match.fit_path import Parts, parts_of
from workbench.match.fit_statistic import Marks, marks_of
from workbench.match.path import path_of
from workbench.match.texts import Text, text_of

RULES = (
    "brief.py", "fit_path.py", "fit_statistic.py", "keys.py", "meaning.py", "path.py", "porter.py", "postings.py", "texts.py",
    "vectors/sizes.npy",
)  # fmt: skip
"""The files of this room that say what is kept of a title."""


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


def brief_of(series: Series, text: Text | None = None) -> Brief:
    """The brief of a series; `text` is its words, where they are known already.

    >>> from workbench.core.series import SeriesRef
    >>> brief = brief_of(Series(ref=SeriesRef("mine", "a"), title="Employment. Sex: Female"))
    >>> brief.parts, unpack(pack(brief)) == brief
    (Parts(head=frozenset({'employ'}), members=(frozenset({'femal'}),), whole=False), True)
    """
    path = path_of(series.title)
    return Brief((text or text_of(series)).title, parts_of(path), marks_of(series.title), series.headline)


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
