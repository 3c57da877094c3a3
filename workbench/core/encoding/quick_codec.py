"""The quick way from a noun to its JSON, by msgspec alone: for the nouns that come by the hundred thousand, which say ``kept_in_bulk``.

It writes what `workbench.core.encoding.codec.encode` writes, byte for byte, or nothing: a moment, a set or a number that the two would write
differently is left to the other way.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from json.encoder import encode_basestring_ascii
from typing import Any

import msgspec

from workbench.core.encoding.mirrors import decoder_of, own_defaults, written_mirror

_ENCODER = msgspec.json.Encoder()

_TINY = re.compile(r"0\.0000|[\[,:]-?[0-9.]+e-")
"""A number below 0.0001, for which Python's way of writing is another."""


def write_quickly(noun: object) -> str:
    """The JSON of a noun, in ASCII; empty for one that is to be written the other way."""
    kind: Any = type(noun)
    if not getattr(kind, "kept_in_bulk", False):
        return ""
    struct, defaults = _shape(kind)
    if any(getattr(noun, name) is not default for name, default in defaults):
        return ""
    try:
        written = _ENCODER.encode(msgspec.convert(noun, struct, from_attributes=True)).decode()
    except (msgspec.MsgspecError, TypeError, ValueError):  # half a character, or another type than its field's
        return ""
    tiny = ("e-" in written or "0.0000" in written) and _TINY.search(written)  # no float of theirs is large
    if tiny or "\x7f" in written:
        return ""
    return written if written.isascii() else written.encode("ascii", _ESCAPED).decode()


@cache
def _shape(kind: Any) -> tuple[Any, tuple[tuple[str, Any], ...]]:
    """The struct that a noun is written as, and the fields that it leaves out with the value at which they are left out."""
    struct = written_mirror(kind)
    decoder_of(struct)  # before any thread converts
    return struct, tuple(own_defaults(kind).items())


def _escape(beyond: UnicodeError) -> tuple[str, int]:
    """Some characters beyond ASCII as JSON escapes them, and where they end."""
    if not isinstance(beyond, UnicodeEncodeError):
        raise beyond
    return encode_basestring_ascii(beyond.object[beyond.start : beyond.end])[1:-1], beyond.end


_ESCAPED = "workbench.escaped"
codecs.register_error(_ESCAPED, _escape)
