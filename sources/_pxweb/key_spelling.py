"""Rewrite a key with the table's own codes: keys may have look-alike letters, or labels in place of codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sources._cube.cube import Axis, Member
from sources._cube.table_key import TableKey
from sources._pxweb.table_metadata import PxTable
from sources._text.lookalikes import folded

Named = TypeVar("Named", Axis, Member)


def spelt(key: TableKey, table: PxTable) -> TableKey:
    """Rewrite a key with the table's own codes: keys may use look-alike letters, or labels.

    >>> axis = Axis("Возраснa групa", "Age group", (Member("01", "Total"), Member("02", "0-14")))
    >>> str(spelt(TableKey.parse("x.px?age group=total"), PxTable(title="", axes=(axis,))).fixed["Возраснa групa"])
    '01'
    """
    return TableKey(key.table, dict(_spelt(key.fixed, table)))


def _spelt(fixed: Mapping[str, str], table: PxTable) -> Iterator[tuple[str, str]]:
    for name, code in fixed.items():
        axis = _alike(name, table.axes)
        if axis is None:
            yield name, code
            continue
        member = axis.member(code) or _alike(code, axis.members)
        yield axis.code, member.code if member else code


def _alike(name: str, among: Sequence[Named]) -> Named | None:
    wanted = folded(name)
    by_code = (one for one in among if folded(one.code) == wanted)
    by_label = (one for one in among if folded(one.label) == wanted)
    return next(by_code, None) or next(by_label, None)
