"""A noun with some fields changed: `dataclasses.replace` in a third of the time, for nouns that are folded by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def changed(noun: T, **changes: Any) -> T:
    """The noun, a dataclass with several fields, each of which its constructor takes, with some of them changed."""
    kind: Any = type(noun)
    names, values = _fields(kind)
    kept = dict(zip(names, values(noun), strict=True))
    kept.update(changes)
    new: T = kind(**kept)
    return new


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(each.name for each in fields(kind))
    return names, attrgetter(*names)
