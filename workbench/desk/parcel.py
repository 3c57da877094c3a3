"""Claims as they travel from the process that read them to the one that keeps them.

Pickle asks a frozen noun for its fields anew each time. A claim is some thirty nouns, and half of a bulk import would go into
asking; here the fields of each kind of noun are found out once. Parcels live for a second between processes of one import
and are never written down.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from workbench.core.claim import Claim

Claims = tuple[tuple[Claim, ...], ...]
"""The claims of some documents, in the order of the documents."""


def pack(claims: Sequence[Sequence[Claim]]) -> bytes:
    """Gives the claims of some documents as bytes."""
    parcel = io.BytesIO()
    _Packer(parcel, pickle.HIGHEST_PROTOCOL).dump(tuple(map(tuple, claims)))
    return parcel.getvalue()


def unpack(parcel: bytes) -> Claims:
    """Gives the claims that `pack` was given, equal down to the last digit."""
    claims: Claims = pickle.loads(parcel)  # noqa: S301  (packed a moment ago by a process of ours)
    return claims


class _Packer(pickle.Pickler):
    """Takes nouns apart into the values of their fields."""

    def reducer_override(self, noun: object) -> Any:
        """The noun's kind and values; what is no noun goes the ordinary way."""
        kind: Any = type(noun)
        values = _values(kind)
        return (_rebuilt, (kind, *values(noun))) if values else NotImplemented


@cache
def _values(kind: Any) -> Callable[[object], tuple[Any, ...]] | None:
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    get: Callable[[object], Any] = attrgetter(*names)
    return get if len(names) > 1 else lambda noun: (get(noun),)


def _rebuilt(kind: type, *values: Any) -> object:
    """A noun from its values, which were looked over when it was first made."""
    noun: object = object.__new__(kind)
    for put, value in zip(_slots(kind), values, strict=True):
        put(noun, value)
    return noun


@cache
def _slots(kind: Any) -> tuple[Callable[[object, Any], None], ...]:
    """What sets each field of a frozen noun."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
