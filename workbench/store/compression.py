"""Compress nouns with a preset dictionary: most of a noun's JSON occurs in every other noun too.

A packed noun is one byte with the number of the dictionary, then a raw deflate stream (RFC 1951) of the JSON. A SQLite
file stores it in place of the text; PostgreSQL stores the text and compresses long ones by itself. Digests in the
journal are computed from the text in both cases, and rows that were stored as text before are read unchanged.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

NEWEST = 1
"""Number of the dictionary for new nouns. A dictionary never changes, since stored nouns need it."""

_WINDOW = -15
"""Deflate's largest window, 2**15; negative for no header and no checksum, since the journal has digests."""

_LEVEL = 6


def pack(noun: str) -> bytes:
    """Compress a noun's JSON, which is ASCII, to about a fifth of its bytes."""
    packer = _packer().copy()
    return b"%c%b%b" % (NEWEST, packer.compress(noun.encode()), packer.flush())


def unpack(kept: Any) -> Any:
    """Decompress a noun's JSON; return text unchanged, and damaged bytes as a text that is not JSON.

    >>> unpack(pack('{"id":"a"}')), unpack('{"id":"a"}'), unpack(b"damaged")
    ('{"id":"a"}', '{"id":"a"}', "b'damaged'")
    """
    if not isinstance(kept, bytes):
        return kept
    try:
        unpacker = zlib.decompressobj(_WINDOW, in_common(kept[0]))
        noun = unpacker.decompress(kept[1:])
        return noun.decode() if unpacker.eof and not unpacker.unused_data else _shown(kept)
    except (zlib.error, OSError, LookupError, UnicodeDecodeError):
        return _shown(kept)


def _shown(damaged: bytes) -> str:
    """Return damaged bytes as Python's literal for them, which is never JSON."""
    return repr(damaged)


@cache
def in_common(number: int) -> bytes:
    """Read the dictionary with a number. Raises FileNotFoundError for an unknown number."""
    return Path(__file__).with_name(f"compression_dictionary_{number}.txt").read_bytes()


@cache
def _packer() -> Any:
    """Return a compressor that has loaded the dictionary; each noun uses a copy of it."""
    words = in_common(NEWEST)
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, zdict=words)


def packed(noun: Any) -> Any:
    """Compress a noun unless it is compressed already."""
    return pack(noun) if isinstance(noun, str) else noun


class NounText(TypeDecorator[str]):
    """A column type for nouns: text to its users, packed in a SQLite file; it accepts packed nouns too."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Return the function that converts values to be written."""
        return packed if dialect.name == "sqlite" else unpack

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:  # noqa: ARG002  (SQLAlchemy's)
        """Return the function that converts values that are read."""
        return unpack if dialect.name == "sqlite" else None
