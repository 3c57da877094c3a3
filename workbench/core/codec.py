"""Nouns to JSON and back, exactly: what the database keeps.

Decimals travel as strings with all their digits, dates in ISO form, spans as the pair of their ends. Reading back gives an
equal noun, down to the last written zero. The shapes that scripts see are in `workbench.report.records`; they are a contract
and change with a version, these do not matter to anyone but the store.

What a type needs is worked out once and kept: a page of claims is read in milliseconds, and a bulk import is not held up.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from workbench.core.errors import StoreError

T = TypeVar("T")
Read = Callable[[Any], Any]


# --- out -----------------------------------------------------------------------------------------------


def encode(noun: object) -> str:
    """Gives a noun as a line of JSON, in ASCII, so that no text can break the place where it is kept."""
    return _ENCODER.encode(noun)


def dump(noun: object) -> Any:
    """Gives a noun as dicts, lists and strings."""
    return json.loads(encode(noun))


def _plain(noun: Any) -> Any:
    """One step of what JSON does not know; the encoder comes back for what is inside."""
    kind: Any = type(noun)
    return _writer(kind)(noun)


_ENCODER = json.JSONEncoder(default=_plain, separators=(",", ":"), check_circular=False)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """The function that takes one step out of a type, put together once."""
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
    """Writes a noun whose every field is required as a row, and any other by name, without the fields left at their default.

    A value that is merely equal to its default is written: Decimal("1.0") is not the Decimal("1") that it equals.
    """
    names = tuple(f.name for f in fields(kind))
    get: Callable[[Any], Any] = attrgetter(*names)
    values = get if len(names) > 1 else lambda noun: (get(noun),)
    if names == _required(kind):
        return values
    defaults = tuple(f.default for f in fields(kind))
    return lambda noun: {n: v for n, d, v in zip(names, defaults, values(noun), strict=True) if v is not d}


def _required(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)


# --- back ----------------------------------------------------------------------------------------------


def decode(kind: type[T], text: str) -> T:
    """Reads back what `encode` gave for a noun of that kind.

    Raises:
        StoreError: The text is not that.
    """
    try:
        data = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableRecordError(kind, error) from error
    return load(kind, data)


def load(kind: type[T], data: Any) -> T:
    """Reads back what `dump` gave for a noun of that kind.

    Raises:
        StoreError: The data is not that.
    """
    try:
        of_kind: Any = kind
        result: T = _reader(of_kind)(data)
    except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as error:
        raise UnreadableRecordError(kind, error) from error
    return result


class UnreadableRecordError(StoreError):
    """A row holds what no noun of its kind can be."""

    def __init__(self, kind: type, error: Exception) -> None:
        super().__init__(f"A stored {kind.__name__} cannot be read: {error}.", "Run workbench doctor.")


@cache
def _reader(kind: Any) -> Read:
    """The function that reads one type, put together once."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return _optional(_reader(next(a for a in args if a is not type(None))))
    if origin is tuple:
        return _row(args)
    if origin is frozenset:
        return _members(_reader(args[0]))
    if origin is dict:
        return _mapping(_reader(args[1]))
    if origin is not None and is_dataclass(origin):
        return _noun(origin, args[0])
    return _single(kind)


def _optional(read: Read) -> Read:
    return lambda data: None if data is None else read(data)


def _row(args: tuple[Any, ...]) -> Read:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _reader(args[0])
        return lambda data: tuple([each(item) for item in data])
    readers = [_reader(a) for a in args]
    return lambda data: tuple(read(item) for read, item in zip(readers, data, strict=True))


def _members(read: Read) -> Read:
    return lambda data: frozenset(read(item) for item in data)


def _mapping(read: Read) -> Read:
    return lambda data: {key: read(value) for key, value in data.items()}


def _single(kind: Any) -> Read:
    if kind is datetime or kind is date:
        from_iso: Read = kind.fromisoformat
        return from_iso
    if is_dataclass(kind):
        return _noun(kind, None)
    if kind is Decimal or kind in {str, int, float, bool} or (isinstance(kind, type) and issubclass(kind, Enum)):
        of_kind: Read = kind
        return of_kind
    return lambda data: data


def _noun(kind: Any, parameter: Any) -> Read:
    """Reads rows and named fields alike, so that a noun may get its first optional field and old rows stay readable."""
    hints = get_type_hints(kind)
    readers = {f.name: _reader(_bind(hints[f.name], parameter)) for f in fields(kind)}
    row = [(name, readers[name]) for name in _required(kind)]
    needed = frozenset(_required(kind))

    def read(data: Any) -> Any:
        if isinstance(data, list):
            return kind(**{name: each(value) for (name, each), value in zip(row, data, strict=True)})
        if not needed <= data.keys():
            raise KeyError(", ".join(sorted(needed - data.keys())))
        return kind(**{name: readers[name](value) for name, value in data.items() if name in readers})

    return read


def _bind(hint: Any, parameter: Any) -> Any:
    """Puts the parameter of a generic noun (`Mention[Amount]`) where its type variable stands."""
    if parameter is None:
        return hint
    if isinstance(hint, TypeVar):
        return parameter
    if get_origin(hint) is tuple and any(isinstance(a, TypeVar) for a in get_args(hint)):
        return tuple[parameter, ...]
    return hint
