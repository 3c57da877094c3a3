"""Nouns to JSON and back, exactly: the form that the database stores.

Decimals become strings with all their digits, dates take ISO form, spans become the pair of their ends. Reading back gives an equal
noun, down to the last written zero; msgspec does the reading. The formats for scripts are in `workbench.report.json_records`: they are a
contract and have a version, while the form here matters only to the store.

The functions for each type are built once and cached, so that a page of claims is read in milliseconds and a bulk import is fast.
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

from workbench.core.encoding.msgspec_structs import is_row, kept_names, mirror, mirror_decoder
from workbench.core.encoding.quick_codec import as_struct, write_quickly, write_structs
from workbench.core.errors import StoreError

T = TypeVar("T")


# --- out -----------------------------------------------------------------------------------------------


def encode(noun: object) -> str:
    """Encode a noun as one line of ASCII JSON, so that no character in it can harm the file or database that stores it."""
    return write_quickly(noun) or _ENCODER.encode(noun)


def dump(noun: object) -> Any:
    """Convert a noun to dicts, lists and strings."""
    struct = as_struct(noun) if is_dataclass(noun) else None
    written = "" if struct is None else write_structs(struct)
    return msgspec.json.decode(written) if written else json.loads(encode(noun))


def plain_step(noun: Any) -> Any:
    """Convert the outermost level of a value that JSON does not know: the ``default`` of an encoder, which calls it again for inner values."""
    kind: Any = type(noun)
    return _writer(kind)(noun)


_ENCODER = json.JSONEncoder(default=plain_step, separators=(",", ":"), check_circular=False)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Build the function that converts the outermost level of a type."""
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
    """Write a row noun as a list of values, and any other as a dict without the fields left at their default.

    A value that is equal to its default but not the same object is written: Decimal("1.0") is not the Decimal("1") that it equals.
    A noun class whose equal values occur inside many others says ``kept_often``; its plain form is cached.
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
    """Read a noun of the given type from the text that `encode` wrote.

    Raises:
        StoreError: The text is not a noun of that type.
    """
    of_kind: Any = kind
    try:
        return _noun(kind, mirror_decoder(of_kind).decode(text))
    except (msgspec.MsgspecError, *_UNREADABLE):
        return load(kind, _loaded(kind, text))  # reads half a surrogate pair too, else says what is wrong


def load(kind: type[T], data: Any) -> T:
    """Read a noun of the given type from the data that `dump` made.

    Raises:
        StoreError: The data is not a noun of that type.
    """
    of_kind: Any = kind
    mirror_decoder(of_kind)  # before any thread converts
    try:
        return _noun(kind, msgspec.convert(data, mirror(of_kind)))
    except (msgspec.MsgspecError, *_UNREADABLE) as error:
        raise UnreadableRecordError(kind, error) from error


_UNREADABLE = (TypeError, ValueError, ArithmeticError, RecursionError)


class UnreadableRecordError(StoreError):
    """A stored row is not a valid noun of its type."""

    def __init__(self, kind: type, error: Exception) -> None:
        super().__init__(f"A stored {kind.__name__} cannot be read: {error}.", "Run workbench doctor.")


def _loaded(kind: type, text: str) -> Any:
    try:
        return json.loads(text)
    except _UNREADABLE as error:
        raise UnreadableRecordError(kind, error) from error


def _noun(kind: type[T], mirrored: object) -> T:
    return msgspec.convert(mirrored, kind, from_attributes=True)
