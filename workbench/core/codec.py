"""Nouns to JSON-able values and back, exactly: what the database keeps.

Decimals travel as strings with all their digits, dates in ISO form, spans as pairs. Reading back gives an equal noun. The
shapes that scripts see are in `workbench.core.records`; they are a contract and change with a version, these do not matter
to anyone but the store.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from workbench.core.errors import StoreError
from workbench.core.number import exact

T = TypeVar("T")


def dump(noun: object) -> Any:
    """Gives a noun as dicts, lists and strings."""
    if noun is None or isinstance(noun, bool | int | float):
        return noun
    if isinstance(noun, Enum):
        return noun.value
    if isinstance(noun, str):
        return str(noun)
    if isinstance(noun, Decimal):
        return exact(noun) if noun.as_tuple().exponent in range(-400, 1) else str(noun)
    if isinstance(noun, date | datetime):
        return noun.isoformat()
    if isinstance(noun, frozenset):
        return sorted(dump(item) for item in noun)
    if isinstance(noun, tuple | list):
        return [dump(item) for item in noun]
    if isinstance(noun, dict):
        return {str(key): dump(value) for key, value in noun.items()}
    if is_dataclass(noun):
        return {f.name: dump(getattr(noun, f.name)) for f in fields(noun) if getattr(noun, f.name) != f.default}
    raise TypeError(f"no way to keep a {type(noun).__name__}")


def load(kind: type[T], data: Any) -> T:
    """Reads a noun of the given kind back.

    Raises:
        StoreError: The data is not what `dump` gave for that kind.
    """
    try:
        result: T = _load(kind, data)
    except (TypeError, ValueError, KeyError, ArithmeticError) as error:
        raise StoreError(f"A stored {kind.__name__} cannot be read: {error}.", "Run workbench doctor.") from error
    return result


def _load(kind: Any, data: Any) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        if data is None:
            return None
        return _load(next(a for a in args if a is not type(None)), data)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:  # noqa: PLR2004
            return tuple(_load(args[0], item) for item in data)
        return tuple(_load(a, item) for a, item in zip(args, data, strict=True))
    if origin is frozenset:
        return frozenset(_load(args[0], item) for item in data)
    if origin is dict:
        return {key: _load(args[1], value) for key, value in data.items()}
    if origin is not None and is_dataclass(origin):
        return _load_noun(origin, args[0], data)
    return _load_plain(kind, data)


def _load_plain(kind: Any, data: Any) -> Any:
    if kind is Decimal:
        return Decimal(data)
    if kind is datetime:
        return datetime.fromisoformat(data)
    if kind is date:
        return date.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if is_dataclass(kind):
        return _load_noun(kind, None, data)
    return kind(data) if kind in {str, int, float, bool} else data


def _load_noun(kind: Any, parameter: Any, data: Any) -> Any:
    given = {}
    for name, hint in _hints(kind).items():
        if name in data:
            given[name] = _load(_bind(hint, parameter), data[name])
    return kind(**given)


def _bind(hint: Any, parameter: Any) -> Any:
    """Puts the parameter of a generic noun (`Mention[Amount]`) where its type variable stands."""
    if parameter is None:
        return hint
    if isinstance(hint, TypeVar):
        return parameter
    if get_origin(hint) is tuple and any(isinstance(a, TypeVar) for a in get_args(hint)):
        return tuple[parameter, ...]
    return hint


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}
