"""Quick encoder of nouns to JSON, by msgspec alone: for imports, whose nouns say ``kept_in_bulk``, and for exports of thousands.

It writes the same bytes as `workbench.core.encoding.codec.encode`, or nothing: a set, or a number that the two would write
differently, is left to that slower codec.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import MISSING, is_dataclass
from datetime import datetime
from functools import cache
from json.encoder import encode_basestring_ascii
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from workbench.core.encoding.msgspec_structs import IsoMoment, decoder_of, own_defaults, whole_mirror, written_mirror


def _write_step(noun: Any) -> Any:
    """Convert a value of a type that msgspec does not know (its ``enc_hook``)."""
    if type(noun) is IsoMoment:
        return noun.written
    raise TypeError(f"no quick way to write a {type(noun).__name__}")


def _convert_step(kind: Any, value: Any) -> Any:
    if kind is IsoMoment and type(value) is datetime:
        return IsoMoment(value)
    raise TypeError(f"no quick way to a {kind.__name__}")


_ENCODER = msgspec.json.Encoder(enc_hook=_write_step)

_POWER = re.compile(r"e-(?<=[0-9.]e-)[0-9]")
"""The exponent of a number below 0.0001, which Python writes differently from msgspec. The pattern begins with its literal characters, so
that the search is fast."""


def write_quickly(noun: object) -> str:
    """Write a noun as ASCII JSON; empty for one that the slower codec must write."""
    struct = as_struct(noun) if getattr(type(noun), "kept_in_bulk", False) else None
    written = "" if struct is None else write_structs(struct)
    if "\x7f" in written:
        return ""
    return written if written.isascii() else written.encode("ascii", _ESCAPED).decode()


def as_struct(noun: object) -> Any:
    """Convert a noun to its struct, for `write_structs`; None for one that the slower codec must write."""
    kind: Any = type(noun)
    at_default = set(_own_at_default(noun))
    if len(at_default) > 1:
        return None
    whole = at_default == {False}
    try:
        return msgspec.convert(noun, _struct(kind, whole=whole), from_attributes=True, dec_hook=_convert_step)
    except (msgspec.MsgspecError, TypeError, ValueError):  # a value that is not of its field's type
        return None


def write_structs(value: object) -> str:
    """Write plain values that contain nouns `as_struct` as JSON, not limited to ASCII; empty where the slower codec must write them."""
    try:
        written = _ENCODER.encode(value).decode()
    except (msgspec.MsgspecError, TypeError, ValueError):  # half a surrogate pair, or a value that is not plain
        return ""
    tiny = "0.0000" in written or _POWER.search(written)  # large floats differ too, but no noun has any
    return "" if tiny else written


@cache
def _struct(kind: Any, *, whole: bool) -> Any:
    struct = whole_mirror(kind) if whole else written_mirror(kind)
    decoder_of(struct)  # before any thread converts
    return struct


def _own_at_default(noun: Any) -> Iterator[bool]:
    """Yield, for each field inside a noun whose default is a noun, whether its value is that default."""
    for name, default in _own_fields(noun.__class__):
        value = getattr(noun, name)
        if default is not MISSING:
            yield value is default
        elif type(value) is tuple:
            for each in value:
                yield from _own_at_default(each)
        elif value is not None:
            yield from _own_at_default(value)


@cache
def _own_fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """List the fields of a noun whose default is a noun, with that default, and the fields that contain nouns with such fields."""
    if not is_dataclass(kind):
        return ()
    own, hints = own_defaults(kind), get_type_hints(kind)
    leading = (name for name, hint in hints.items() if name not in own and any(map(_own_fields, _nouns_in(hint))))
    return (*own.items(), *((name, MISSING) for name in leading))


def _nouns_in(hint: Any) -> Iterator[Any]:
    """Yield the nouns that a type names."""
    of = get_origin(hint) or hint
    if is_dataclass(of):
        yield of
    for each in get_args(hint):
        yield from _nouns_in(each)


def _escape(beyond: UnicodeError) -> tuple[str, int]:
    """Escape characters beyond ASCII as JSON does: an error handler for `str.encode`, which returns them and the position after them."""
    if not isinstance(beyond, UnicodeEncodeError):
        raise beyond
    return encode_basestring_ascii(beyond.object[beyond.start : beyond.end])[1:-1], beyond.end


_ESCAPED = "workbench.escaped"
codecs.register_error(_ESCAPED, _escape)
