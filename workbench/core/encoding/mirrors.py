"""The structs that stand for nouns where msgspec reads and writes: a noun is a frozen dataclass, and only a struct can be a row.

Whoever keeps a type that holds nouns gets one in which each is its struct (`mirror`); the fields are the noun's own, under the names
that they are kept by.
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
    """Return whether a noun is kept as a row: every field is required, or it was so once and says ``kept_as_row``."""
    required = all(f.default is MISSING and f.default_factory is MISSING for f in fields(kind))
    return required or getattr(kind, "kept_as_row", False)


def kept_names(kind: Any) -> dict[str, str]:
    """Return the names under which fields are kept that were called otherwise when the first databases were written."""
    names: dict[str, str] = getattr(kind, "kept_names", {})
    return names


class IsoMoment:
    """A moment in ISO form, of no kind that msgspec knows: it writes one in UTC otherwise than `workbench.core.encoding.codec` does."""

    __slots__ = ("written",)

    def __init__(self, moment: datetime) -> None:
        self.written = moment.isoformat()


_AS_WRITTEN: dict[Any, Any] = {datetime: IsoMoment, float: int | float}
"""Types that msgspec writes otherwise than `workbench.core.encoding.codec` does: moments, and whole numbers, which stay whole. A set is to
fit nothing."""


_BUILDING = RLock()
"""Held while msgspec makes its notes on a type. It shows them to other threads half made, and a thread that reads such a note ends the
process; research goes on beside the screens in threads of its own."""


def decoder_of(kind: Any) -> msgspec.json.Decoder[Any]:
    """Return a decoder of a type; once it is there, any thread may read, write and convert what is of the type."""
    with _BUILDING:
        return msgspec.json.Decoder(kind)


@cache
def mirror_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Return the decoder of a noun's mirror; the noun itself may be converted from then on too."""
    with _BUILDING:
        if is_dataclass(kind):
            decoder_of(kind)
        return decoder_of(mirror(kind))


@cache
def mirror(kind: Any) -> Any:
    """Return a type as msgspec reads it from a text: nouns become structs, which may be rows, as no dataclass may."""
    return _mirror(kind, mirror)


@cache
def written_mirror(kind: Any) -> Any:
    """Return a type as msgspec writes it: a noun that is no row leaves out its `own_defaults`, and what is at its default, the very same object."""
    return _mirror(kind, written_mirror, _Written.WITHOUT)


@cache
def whole_mirror(kind: Any) -> Any:
    """Return the same, in which each noun of `own_defaults` is written."""
    return _mirror(kind, whole_mirror, _Written.WHOLE)


class _Written(Enum):
    """How a type is written that has nouns for defaults: those are left out, or written; msgspec tells neither from the other."""

    WITHOUT = auto()
    WHOLE = auto()


def own_defaults(kind: Any) -> dict[str, Any]:
    """Return the fields of a noun whose default is a noun itself, with that default."""
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
    """Return the struct of a noun; `bound` says what stands for the type variable of a generic noun (`Mention[Amount]`)."""
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
