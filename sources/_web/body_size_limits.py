"""Size limits of an answer: bytes received and bytes unpacked.

A body of 64 kB can unpack to gigabytes. So bodies are streamed and unpacked in small pieces, and reading stops at the
limit.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from workbench.core.errors import TooBigAnswerError, UnreachableError, WrongAnswerError

_GZIP = 16 + zlib.MAX_WBITS
_BITE = 1 << 20


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """Limits of one answer in bytes: as sent, unpacked, and of an error page that is read for its message."""

    packed: int = 32_000_000
    unpacked: int = 64_000_000
    refusal: int = 64_000


LIMITS = BodyLimits()


class Intake:
    """Collects the pieces of one body, within limits.

    Args:
        host: The sender, for messages.
        encoding: The ``Content-Encoding``; only gzip and none are accepted, since no other was requested.
        limits: The limits.
    """

    def __init__(self, host: str, encoding: str, limits: BodyLimits) -> None:
        self._host, self._limits = host, limits
        self._packed, self._body = 0, bytearray()
        self._gzip = _is_gzip(host, encoding)
        self._unpack = zlib.decompressobj(_GZIP)

    def expect(self, length: str | None) -> None:
        """Refuse a body by its declared length, before any of it is read."""
        if length is not None and length.isdecimal() and int(length[:20]) > self._limits.packed:
            raise TooBigAnswerError(self._host, self._limits.packed)

    def take(self, piece: bytes) -> None:
        """Add a piece.

        Raises:
            TooBigAnswerError: The body, packed or unpacked, exceeds the limit.
            WrongAnswerError: It is declared as gzip but is not.
        """
        self._packed += len(piece)
        if self._packed > self._limits.packed:
            raise TooBigAnswerError(self._host, self._limits.packed)
        if self._gzip:
            self._inflate(piece)
        else:
            self._keep(piece)

    def whole(self) -> bytes:
        """Return the complete body.

        Raises:
            UnreachableError: The compressed stream ends early.
        """
        if self._gzip and self._packed and not self._unpack.eof:
            raise UnreachableError(self._host, "the line was cut")
        body = bytes(self._body)
        self._body.clear()  # so that a large body is in memory only once
        return body

    def _inflate(self, piece: bytes) -> None:
        rest = piece
        while rest:
            if self._unpack.eof:
                if not rest.strip(b"\0"):
                    return
                self._unpack = zlib.decompressobj(_GZIP)
            try:
                self._keep(self._unpack.decompress(rest, _BITE))
            except zlib.error as error:
                raise WrongAnswerError(self._host, "a gzip body", "bytes that cannot be unpacked") from error
            rest = self._unpack.unconsumed_tail or self._unpack.unused_data

    def _keep(self, piece: bytes) -> None:
        if len(self._body) + len(piece) > self._limits.unpacked:
            raise TooBigAnswerError(self._host, self._limits.unpacked)
        self._body += piece


def _is_gzip(host: str, encoding: str) -> bool:
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return False
    if name in {"gzip", "x-gzip"}:
        return True
    raise WrongAnswerError(host, "a plain or gzip body", f"a body packed as {name}")
