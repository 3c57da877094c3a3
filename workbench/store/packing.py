"""Nouns in little room: most of a noun's JSON stands in every other noun too, so it is deflated against what they have in common.

A packed noun is a byte that names the words in common, and a raw deflate stream (RFC 1951) of the JSON. It is kept in a SQLite file in
place of the text; PostgreSQL keeps the text, and packs long ones by itself. What a row is (its noun, its digest in the journal) is
the text either way, and rows that were kept as text before are read as they are.
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
"""Number of the words in common that nouns are packed with. Those of a number never change: nouns that were kept need them."""

_WINDOW = -15
"""As far back as deflate can look, and no header or checksum: the journal vouches for what is kept."""

_LEVEL = 6


def pack(noun: str) -> bytes:
    """Return a noun's JSON, which is ASCII, in about a fifth of its bytes."""
    packer = _packer().copy()
    return b"%c%b%b" % (NEWEST, packer.compress(noun.encode()), packer.flush())


def unpack(kept: Any) -> Any:
    """Return the JSON that was packed; what was never packed as it is, and what is damaged as something that is no JSON.

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
    """As Python writes bytes, which is never JSON: the bytes of a noun's text are none of what a noun is kept as."""
    return repr(damaged)


@cache
def in_common(number: int) -> bytes:
    """Return the words in common of a number. Raises FileNotFoundError where there are none."""
    return Path(__file__).with_name(f"nouns_{number}.txt").read_bytes()


@cache
def _packer() -> Any:
    """Return a compressor that has the words in common behind it; each noun is packed by a copy."""
    words = in_common(NEWEST)
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, zdict=words)


def packed(noun: Any) -> Any:
    """Return a noun as a SQLite file keeps it, whether it is packed yet or not."""
    return pack(noun) if isinstance(noun, str) else noun


class NounText(TypeDecorator[str]):
    """A column of nouns: text to whoever reads or writes it, packed in a SQLite file; it takes nouns that are packed already."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Return what is done to a value on its way in."""
        return packed if dialect.name == "sqlite" else unpack

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:  # noqa: ARG002  (SQLAlchemy's)
        """Return what is done to a value on its way out."""
        return unpack if dialect.name == "sqlite" else None
