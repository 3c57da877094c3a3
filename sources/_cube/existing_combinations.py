"""Choose among the combinations of members that exist, where an answer lists them.

The total of one dimension may not exist with the first member of another. So each dimension is decided in turn, among
the combinations that the earlier decisions leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sources._cube.cube import Axis, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.table_key import TableKey
from workbench.ports import Ask

_NAMED_BY_CLAIM = frozenset({Role.TIME, Role.PLACE})


def choose_there(
    title: str, axes: Sequence[Axis], key: TableKey, ask: Ask, there: Iterable[Mapping[str, str]]
) -> MemberChoice:
    """Choose a member of every axis except place and time, among existing combinations.

    Args:
        title: The source's name for readers.
        axes: The table's dimensions.
        key: The members that the series' key fixes.
        ask: The request, with the claim's words, unit and frequency.
        there: For each existing figure, the codes of its members by the codes of the axes.

    Raises:
        UnknownNameError: The key names an axis or a member that the table does not have.

    >>> from sources._cube.cube import Member
    >>> from workbench.core.series import SeriesRef
    >>> sex = Axis("sex", "Sex", (Member("T", "Total"), Member("F", "Women")))
    >>> age = Axis("age", "Age", (Member("T", "Total"), Member("Y", "15-24")))
    >>> ask = Ask(SeriesRef("x", "t"), (), 2020, 2020)
    >>> dict(choose_there("x", (sex, age), TableKey("t"), ask, [{"sex": "T", "age": "Y"}, {"sex": "F", "age": "T"}]).fixed)
    {'sex': 'T', 'age': 'Y'}
    """
    whole = choose(title, axes, key, ask)  # the key's members must exist in the table
    named = {name.lower() for name in key.fixed}
    rows = _with(list(there), {axis: code for axis, code in whole.fixed.items() if axis.lower() in named})
    narrowed = []
    for axis in axes:
        open_ = axis.role not in _NAMED_BY_CLAIM and axis.code.lower() not in named
        if open_ and rows:
            axis = _left(axis, rows)  # noqa: PLW2901  (the same axis with fewer members)
            rows = _with(rows, choose(title, [axis], TableKey(key.table), ask).fixed)
        narrowed.append(axis)
    return choose(title, narrowed, key, ask) if rows else whole


def _with(rows: list[Mapping[str, str]], fixed: Mapping[str, str]) -> list[Mapping[str, str]]:
    return [row for row in rows if all(row.get(axis) == code for axis, code in fixed.items())]


def _left(axis: Axis, rows: Iterable[Mapping[str, str]]) -> Axis:
    codes = {row.get(axis.code) for row in rows}
    return replace(axis, members=tuple(member for member in axis.members if member.code in codes))
