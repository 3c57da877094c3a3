"""Nouns to JSON and back, exactly: what the database keeps.

Decimals travel as strings with all their digits, dates in ISO form, spans as the pair of their ends. Reading back gives an
equal noun, down to the last written zero; msgspec reads. The shapes that scripts see are in `workbench.report.records`; they are a contract
and change with a version, these do not matter to anyone but the store.

What a type needs is worked out once and kept: a page of claims is read in milliseconds, and a bulk import is not held up.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter, methodcaller
from typing import Any, TypeVar

import msgspec

from workbench.core.encoding.mirrors import is_row, kept_names, mirror, mirror_decoder
from workbench.core.encoding.quick_codec import as_struct, write_quickly, write_structs
from workbench.core.errors import StoreError

T = TypeVar("T")


# --- out -----------------------------------------------------------------------------------------------


def encode(noun: object) -> str:
    """Return a noun as a line of JSON, in ASCII, so that no text can break the place where it is kept."""
    return write_quickly(noun) or _ENCODER.encode(noun)


def dump(noun: object) -> Any:
    """Return a noun as dicts, lists and strings."""
    struct = as_struct(noun) if is_dataclass(noun) else None
    written = "" if struct is None else write_structs(struct)
    return msgspec.json.decode(written) if written else json.loads(encode(noun))


def plain_step(noun: Any) -> Any:
    """Return one step of what JSON does not know, for an encoder's ``default``; it comes back for what is inside."""
    kind: Any = type(noun)
    return _writer(kind)(noun)


_ENCODER = json.JSONEncoder(default=plain_step, separators=(",", ":"), check_circular=False)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Return the function that takes one step out of a type, put together once."""
    if is_dataclass(kind):
        return _noun_writer(kind)
    if kind is Decimal:
        return str
    if kind is datetime or kind is date:
        return methodcaller("isoformat")
    if kind is frozenset:
        return sorted
    raise TypeError(f"no way to keep a {kind.__name__}")


def _noun_writer(kind: Any) -> Callable[[Any], Any]:
    """Write a noun that is a row as one, and any other by name, without the fields left at their default.

    A value that is merely equal to its default is written: Decimal("1.0") is not the Decimal("1") that it equals. A noun that stands
    in many others, word for word, says ``kept_often``, and is put in plain form once.
    """
    get: Callable[[Any], Any] = attrgetter(*(f.name for f in fields(kind)))
    names = tuple(kept_names(kind).get(f.name, f.name) for f in fields(kind))
    values = get if len(names) > 1 else lambda noun: (get(noun),)
    if getattr(kind, "kept_often", False):
        return lru_cache(maxsize=64)(lambda noun: json.loads(_ENCODER.encode(_step(kind, names, values)(noun))))
    return _step(kind, names, values)


def _step(kind: Any, names: tuple[str, ...], values: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if is_row(kind):
        return values
    defaults = tuple(f.default for f in fields(kind))
    return lambda noun: {n: v for n, d, v in zip(names, defaults, values(noun), strict=True) if v is not d}


# --- back ----------------------------------------------------------------------------------------------


def decode(kind: type[T], text: str) -> T:
    """Read back what `encode` gave for a noun of that kind.

    Raises:
        StoreError: The text is not that.
    """
    of_kind: Any = kind
    try:
        return _noun(kind, mirror_decoder(of_kind).decode(text))
    except (msgspec.MsgspecError, *_UNREADABLE):
        return load(kind, _loaded(kind, text))  # half a character in it, or a sentence that says what is wrong


def load(kind: type[T], data: Any) -> T:
    """Read back what `dump` gave for a noun of that kind.

    Raises:
        StoreError: The data is not that.
    """
    of_kind: Any = kind
    mirror_decoder(of_kind)  # before any thread converts
    try:
        return _noun(kind, msgspec.convert(data, mirror(of_kind)))
    except (msgspec.MsgspecError, *_UNREADABLE) as error:
        raise UnreadableRecordError(kind, error) from error


_UNREADABLE = (TypeError, ValueError, ArithmeticError, RecursionError)


class UnreadableRecordError(StoreError):
    """A row holds what no noun of its kind can be."""

    def __init__(self, kind: type, error: Exception) -> None:
        super().__init__(f"A stored {kind.__name__} cannot be read: {error}.", "Run workbench doctor.")


def _loaded(kind: type, text: str) -> Any:
    try:
        return json.loads(text)
    except _UNREADABLE as error:
        raise UnreadableRecordError(kind, error) from error


def _noun(kind: type[T], mirrored: object) -> T:
    return msgspec.convert(mirrored, kind, from_attributes=True)
