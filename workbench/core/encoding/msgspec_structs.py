"""Mirrors: msgspec structs that replace nouns in reading and writing.

A noun is a frozen dataclass, and msgspec reads and writes only structs as rows (JSON lists without field names).

`mirror` turns a type that contains nouns into one in which each noun is its struct. The struct has the noun's fields, under the names
by which they are stored.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from enum import Enum, auto
from functools import cache, reduce
from operator import or_
from threading import RLock
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec


def is_row(kind: Any) -> bool:
    """Check whether a noun is stored as a row: every field is required, or was once, and the class says ``kept_as_row``."""
    required = all(f.default is MISSING and f.default_factory is MISSING for f in fields(kind))
    return required or getattr(kind, "kept_as_row", False)


def kept_names(kind: Any) -> dict[str, str]:
    """Map fields that were renamed since the first databases to the names under which they are stored."""
    names: dict[str, str] = getattr(kind, "kept_names", {})
    return names


class IsoMoment:
    """A moment in ISO form. It has a class of its own because msgspec writes a datetime in UTC differently from `workbench.core.encoding.codec`."""

    __slots__ = ("written",)

    def __init__(self, moment: datetime) -> None:
        self.written = moment.isoformat()


_AS_WRITTEN: dict[Any, Any] = {datetime: IsoMoment, float: int | float}
"""Replacements for types that msgspec writes differently from `workbench.core.encoding.codec`: moments, and floats, which may be whole
numbers and stay so. A set is left to the slow codec (`_mirror` gives it a type that fits no set)."""


_BUILDING = RLock()
"""Lock held while msgspec builds its data about a type. Other threads can see that data half built, and using it then crashes the
process. Research runs in threads besides the screens."""


def decoder_of(kind: Any) -> msgspec.json.Decoder[Any]:
    """Make a decoder of a type. After that, any thread may read, write and convert values of the type."""
    with _BUILDING:
        return msgspec.json.Decoder(kind)


@cache
def mirror_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Make the decoder of a noun's mirror. After that, the noun itself may be converted too."""
    with _BUILDING:
        if is_dataclass(kind):
            decoder_of(kind)
        return decoder_of(mirror(kind))


@cache
def mirror(kind: Any) -> Any:
    """Make the type that msgspec reads for a given one: nouns become structs, which may be rows."""
    return _mirror(kind, mirror)


@cache
def written_mirror(kind: Any) -> Any:
    """Make the type that msgspec writes for a given one.

    A noun that is no row omits its `own_defaults`, and every field whose value is its default, the same object.
    """
    return _mirror(kind, written_mirror, _Written.WITHOUT)


@cache
def whole_mirror(kind: Any) -> Any:
    """Make the same type, but with every noun of `own_defaults` written."""
    return _mirror(kind, whole_mirror, _Written.WHOLE)


class _Written(Enum):
    """How fields whose default is a noun are written: all omitted, or all written. msgspec cannot tell a noun from its default."""

    WITHOUT = auto()
    WHOLE = auto()


def own_defaults(kind: Any) -> dict[str, Any]:
    """Find the fields of a noun whose default is itself a noun, with that default."""
    return {f.name: f.default for f in fields(kind) if is_dataclass(f.default)}


def _mirror(kind: Any, inside: Any, written: _Written | None = None) -> Any:
    origin, args = get_origin(kind) or kind, get_args(kind)
    if written and origin is frozenset:
        return types.NoneType
    if is_dataclass(origin):
        bound = dict(zip(getattr(origin, "__parameters__", ()), args, strict=True))
        return _struct(origin, bound, inside, written)
    if not args:
        return _AS_WRITTEN.get(kind, kind) if written else kind
    inner = tuple(arg if arg is Ellipsis else inside(arg) for arg in args)
    return reduce(or_, inner) if origin in {Union, types.UnionType} else origin[inner]


def _struct(kind: Any, bound: dict[Any, Any], inside: Any, written: _Written | None) -> Any:
    """Make the struct of a noun; `bound` gives the types for the type variables of a generic noun (`Mention[Amount]`)."""
    hints = get_type_hints(kind)
    own = own_defaults(kind) if written else {}
    found = [
        (f.name, inside(_bind(hints[f.name], bound)), *(() if f.name in own else _default(f)))
        for f in fields(kind)
        if written is not _Written.WITHOUT or f.name not in own
    ]
    return msgspec.defstruct(
        kind.__name__, found, rename=kept_names(kind), array_like=is_row(kind), omit_defaults=written is not None,
        frozen=True, kw_only=True, gc=False,
    )  # fmt: skip


def _default(field: Field[Any]) -> tuple[Any, ...]:
    if field.default_factory is not MISSING:
        return (msgspec.field(default_factory=field.default_factory),)
    return () if field.default is MISSING else (field.default,)


def _bind(hint: Any, bound: dict[Any, Any]) -> Any:
    open_: tuple[Any, ...] = getattr(hint, "__parameters__", ())
    return bound.get(hint, hint[tuple(bound[each] for each in open_)] if open_ else hint)
