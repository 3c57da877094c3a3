"""Arrays of titles for fast search and ranking: their words, their vectors and their summaries.

Titles are numbered source by source, the sources in the order of their names and each source's titles as they are listed:
the same lists give the same numbers, however they were pulled, and of equal titles the earlier comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.catalogue import title_clusters
from workbench.catalogue.memory_mapped_arrays import Array
from workbench.catalogue.title_clusters import Groups, groups_of
from workbench.match.index import postings
from workbench.match.index.postings import Postings, count
from workbench.match.index.title_summary import pack, summary_of_title
from workbench.match.titles.title_words import title_words_from
from workbench.ports.meaning_encoder import Encoder

Title = tuple[int, str, str, str, str, int]
"""A title as the rows have it: id, title, unit, what is counted, description, whether it is a headline."""


@dataclass(frozen=True, slots=True)
class TitleArrays:
    """The titles of some sources.

    Attributes:
        sources: The sources in the order of their titles, each with how many it has.
        ids: The number of each title's row.
        postings: Which titles hold a word.
        groups: Which titles are near one another in meaning.
        headlines: Which titles are headlines of their source, ascending.
        briefs: What a first look needs of each, one after another as bytes.
        starts: Where each title's summary begins, and, last, where they end.
    """

    sources: tuple[tuple[str, int], ...]
    ids: NDArray[np.int64]
    postings: Postings
    groups: Groups
    headlines: NDArray[np.int32]
    briefs: NDArray[np.uint8]
    starts: NDArray[np.int64]

    def ranges(self, sources: Sequence[str]) -> list[tuple[int, int]]:
        """From which title to before which those of some sources stand, ascending."""
        ends = np.cumsum([titles for _, titles in self.sources], dtype=np.int64).tolist()
        named = zip(self.sources, ends, strict=True)
        return [(end - titles, end) for (name, titles), end in named if name in sources]


def stock_of(source: str, titles: Iterable[Title], encoder: Encoder) -> TitleArrays:
    """Return the stock of a source's titles, in the order of its list, with their meanings from `encoder`."""
    ids, names, briefs, headlines = list[int](), list[str](), list[bytes](), list[int]()

    def fields() -> Iterable[postings.Fields]:
        for number, title, unit, counted, description, headline in titles:
            text = title_words_from(title, unit, counted, description)
            if headline:
                headlines.append(len(ids))
            ids.append(number)
            names.append(title)
            briefs.append(pack(summary_of_title(title, text, headline=bool(headline))))
            yield text.fields

    held = count(fields())
    return TitleArrays(
        ((source, len(ids)),),
        np.array(ids, dtype=np.int64),
        held,
        groups_of(encoder.packed(names)),
        np.array(headlines, dtype=np.int32),
        np.frombuffer(b"".join(briefs), dtype=np.uint8),
        np.cumsum([0, *map(len, briefs)], dtype=np.int64),
    )


def joined(parts: Sequence[TitleArrays]) -> TitleArrays:
    """Return one stock of several, which are given in the order of their sources."""
    ends = np.cumsum([0, *(part.starts[-1] for part in parts)])
    before = np.cumsum([0, *(len(part.ids) for part in parts[:-1])], dtype=np.int32)
    return TitleArrays(
        tuple(source for part in parts for source in part.sources),
        np.concatenate([part.ids for part in parts]),
        postings.joined([part.postings for part in parts]),
        title_clusters.joined([part.groups for part in parts]),
        np.concatenate([part.headlines + n for part, n in zip(parts, before, strict=True)]),
        np.concatenate([part.briefs for part in parts]),
        np.concatenate([[0], *(part.starts[1:] + end for part, end in zip(parts, ends[:-1], strict=True))]),
    )


def part_of(whole: TitleArrays, source: str) -> TitleArrays:
    """Return the stock of one source of several; what its words gain is left for `joined` to work out."""
    ((start, end),) = whole.ranges([source])
    first, last = int(whole.starts[start]), int(whole.starts[end])
    return TitleArrays(
        ((source, end - start),),
        whole.ids[start:end],
        postings.part_of(whole.postings, start, end),
        title_clusters.part_of(whole.groups, start, end),
        whole.headlines[(whole.headlines >= start) & (whole.headlines < end)] - np.int32(start),
        whole.briefs[first:last],
        whole.starts[start : end + 1] - first,
    )


_ROOMS = ("postings", "groups")


def to_arrays(stock: TitleArrays) -> dict[str, Array]:
    """Return the arrays of a stock by their names."""
    own: dict[str, Array] = {
        "ids": stock.ids,
        "headlines": stock.headlines,
        "briefs": stock.briefs,
        "starts": stock.starts,
    }
    held = {f"{room}.{name}": getattr(getattr(stock, room), name) for room in _ROOMS for name in _names(room)}
    return own | held


def from_arrays(arrays: Mapping[str, Array], sources: Iterable[tuple[str, int]]) -> TitleArrays:
    """Return the stock that some arrays make.

    Raises:
        KeyError: One of them is not there.
    """
    rooms: dict[str, Any] = {room: _kind(room)(*(arrays[f"{room}.{name}"] for name in _names(room))) for room in _ROOMS}
    named = tuple((str(name), int(titles)) for name, titles in sources)
    own = (arrays[name] for name in ("headlines", "briefs", "starts"))
    return TitleArrays(named, arrays["ids"], rooms["postings"], rooms["groups"], *own)


def _kind(room: str) -> type[Any]:
    return Postings if room == "postings" else Groups


def _names(room: str) -> tuple[str, ...]:
    names: tuple[str, ...] = _kind(room).__slots__
    return names
