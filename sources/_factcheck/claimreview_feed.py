"""Read feeds of fact checks in ClaimReview mark-up.

A newsroom's own archive and public feeds need no key. A line is a JSON object, alone or in a ``<script>`` as on a page;
a whole file may be a JSON list or a DataFeed. Whatever is no review is counted.
Mark-up: https://schema.org/ClaimReview; feeds: https://www.datacommons.org/factcheck/download.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sources._factcheck.google_answer_reader import page_of, said
from sources._text.time_stamps import read_day
from workbench.core.errors import ReadingError, printable
from workbench.core.prior_checks import PriorCheck

LARGEST = 400_000_000
"""Most bytes read of an unpacked feed."""
_MOST = 500_000
_LONGEST_LINE = 1_000_000
_SCRIPT = re.compile(r"^\s*<script\b[^>]{0,200}>(?P<tree>.*?)</script>\s*,?\s*$", re.DOTALL | re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_WHOLE = 64_000_000
_DEEPEST = 6


class NoFeedError(ReadingError):
    """The file has no review."""

    def __init__(self, origin: str, refused: int) -> None:
        super().__init__(
            f"{printable(origin, 160)}: none of its {refused:,} lines is a fact check.",
            'A line is a ClaimReview in JSON, or {"text": "…", "publisher": "…", "rating": "…", "url": "…"}.',
        )


@dataclass(frozen=True, slots=True)
class Feed:
    """The reviews of a feed, the number of other lines, and whether it was cut off."""

    checks: tuple[PriorCheck, ...]
    refused: int
    cut: bool = False


def read_feed(body: bytes, origin: str) -> Feed:
    """Read a feed, compressed or not.

    >>> line = b'{"@type":"ClaimReview","claimReviewed":"x","author":{"name":"AFP"},"reviewRating":{"alternateName":"False"}}'
    >>> [(check.publisher, check.rating) for check in read_feed(line, "feed").checks]
    [('AFP', 'False')]

    Raises:
        ReadingError: There is no review in it.
    """
    checks: dict[PriorCheck, None] = {}
    refused, cut = 0, False
    for tree in _trees(body):
        found = list(_reviews(tree, origin))
        refused += not found
        checks.update(dict.fromkeys(found))
        if len(checks) >= _MOST:
            cut = True
            break
    if not checks:
        raise NoFeedError(origin, refused)
    return Feed(tuple(checks), refused, cut)


def _trees(body: bytes) -> Iterator[Any]:
    """Yield the JSON value of each line, None for invalid JSON; or the value of a file that is one JSON document."""
    pieces = _pieces(body.removeprefix(_BOM))
    head, size = list[bytes](), 0
    for piece in pieces:
        head.append(piece)
        size += len(piece)
        if size > _WHOLE:
            break
    start = b"".join(head).removeprefix(_BOM)
    whole = _json(start.decode("utf-8", "replace")) if size <= _WHOLE and start.lstrip()[:1] in {b"[", b"{"} else None
    if whole is not None:
        yield whole
        return
    for line in _lines(chain([start], pieces)):
        text = line.decode("utf-8", "replace").strip().rstrip(",")
        if text:
            script = _SCRIPT.match(text)
            yield _json(script["tree"] if script else text)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of a body that comes in pieces; extremely long lines are cut."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) > _LONGEST_LINE:
            yield rest[:_LONGEST_LINE]
            rest = b""
    yield rest


def _pieces(body: bytes) -> Iterator[bytes]:
    if not body.startswith(_GZIP):
        yield from (body[at : at + _LONGEST_LINE] for at in range(0, min(len(body), LARGEST), _LONGEST_LINE))
        return
    unpack, done, left = zlib.decompressobj(wbits=31), 0, body
    try:
        while left and done < LARGEST and not unpack.eof:
            piece = unpack.decompress(left, _LONGEST_LINE)
            done, left = done + len(piece), unpack.unconsumed_tail
            yield piece
    except zlib.error:
        return  # the part before the damage was read; the rest is lost


def _reviews(tree: Any, origin: str, depth: int = 0) -> Iterator[PriorCheck]:
    """Yield the reviews in a JSON value: itself, a list, the items of a DataFeed or of a ``@graph``."""
    if isinstance(tree, list) and depth < _DEEPEST:
        for one in tree:
            yield from _reviews(one, origin, depth + 1)
    elif isinstance(tree, dict) and depth < _DEEPEST:
        inside = next((tree[key] for key in ("dataFeedElement", "@graph", "item", "claims") if key in tree), None)
        if inside is not None:
            yield from _reviews(inside, origin, depth + 1)
        elif check := _review(tree, origin) or _plain(tree, origin):
            yield check


def _review(tree: dict[str, Any], origin: str) -> PriorCheck | None:
    text = said(tree, "claimReviewed", 500)
    author = _first(tree.get("author")) or _first(tree.get("publisher"))
    publisher = said(author, "name", 120)
    if not text or not publisher:
        return None
    item, rating = _first(tree.get("itemReviewed")), _first(tree.get("reviewRating"))
    return PriorCheck(
        text=text,
        publisher=publisher,
        rating=said(rating, "alternateName", 200) or said(rating, "name", 200),
        url=page_of(tree.get("url")),
        title=said(tree, "headline", 300) or said(tree, "name", 300),
        claimant=said(_first(item.get("author")), "name", 120),
        said=read_day(item.get("datePublished")),
        reviewed=read_day(tree.get("datePublished")),
        language=said(tree, "inLanguage", 12).lower(),
        found_by=origin,
    )


def _plain(tree: dict[str, Any], origin: str) -> PriorCheck | None:
    """Convert a line of the archive format of `known --against` to a review."""
    text = said(tree, "text", 500)
    if not text:
        return None
    return PriorCheck(
        text=text,
        publisher=said(tree, "publisher", 120) or origin,
        rating=said(tree, "rating", 200),
        url=page_of(tree.get("url")),
        title=said(tree, "title", 300),
        claimant=said(tree, "speaker", 120),
        said=read_day(tree.get("said") or tree.get("date")),
        reviewed=read_day(tree.get("reviewed")),
        language=said(tree, "language", 12).lower(),
        found_by=origin,
    )


def _first(tree: Any) -> dict[str, Any]:
    """Return an object, or the first object of a list."""
    one = tree[0] if isinstance(tree, list) and tree else tree
    return one if isinstance(one, dict) else {}
