"""Find the part of a table that answers a claim: existing combinations of members, and parts that the claim omits.

A user's file lists a series for each combination of its groups, and the ranking of titles selects one. Where the claim
does not name that part, and it is no total, its figure is only that of a part and cannot answer for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sources._cube.cube import Axis, Member, Role
from sources._cube.member_choice import is_mixed, open_group, part_problems
from sources._cube.member_synonyms import ALSO
from sources._cube.totals import is_total
from sources._files.grid.grid_to_cube import MEASURE
from sources._text.printable_text import clean
from workbench.core.errors import Problem

if TYPE_CHECKING:
    from sources._files.file_tables import FileTable
    from workbench.ports import Ask

_MEASURE_WORDS = (
    r"indicators?|series|measures?|variables?|items?|subject|concepts?|contents?|contentscode|metrics?|statistics?"
    r"|показател"
)
MEASURES = re.compile(rf"\A{MEASURE}\Z|\b(?:{_MEASURE_WORDS})\b", re.IGNORECASE)
"""Names of axes whose members are measures, not parts of a whole."""

_WORD = re.compile(r"\w+")
_NAMED_BY_CLAIM = frozenset({Role.TIME, Role.PLACE})

Members = Mapping[str, str]


def existing_members(table: FileTable, ask: Ask) -> list[Members]:
    """Return the combinations of members that have a figure in the requested places and years.

    Args:
        table: The table.
        ask: The request's places and years; no place means all.
    """
    axes = table.cube.axes
    place, times = table.places(), set(_times(table, ask))
    wanted = {one.code for axis in axes if axis.role is Role.PLACE for one in axis.members if place(one) in ask.places}
    only = {axis.code: wanted for axis in axes if axis.role is Role.PLACE and wanted}
    only |= {axis.code: times for axis in axes if axis.role is Role.TIME and times}
    open_ = [(n, axis.code) for n, axis in enumerate(axes) if axis.role not in _NAMED_BY_CLAIM]
    found = {tuple(cell.codes[n] for n, _ in open_) for cell in table.cube.cells(only) if cell.text}
    return [dict(zip((code for _, code in open_), codes, strict=True)) for codes in sorted(found)]


def _times(table: FileTable, ask: Ask) -> Iterator[str]:
    axis = table.cube.of_role(Role.TIME)
    for member in axis.members if axis else ():
        try:
            period = table.time(member)
        except (ValueError, OverflowError):
            continue
        if ask.first <= period.start.year <= ask.last:
            yield member.code


def unnamed(title: str, table: FileTable, fixed: Members, ask: Ask, rows: Sequence[Members]) -> tuple[Problem, ...]:
    """Return a Problem where a series is one part of several, and the claim's words do not name it.

    Args:
        title: The file's name for readers.
        table: The table.
        fixed: The member of each axis that makes the series.
        ask: The claim's words.
        rows: The existing combinations of members at the claim's places and years, from `existing_members`.
    """
    groups = []
    for axis in table.cube.axes:
        member = axis.member(fixed.get(axis.code, ""))
        if member is None or axis.role is not Role.OTHER or MEASURES.search(axis.label) or is_mixed(axis):
            continue
        narrowed = _with_members_there(axis, fixed, rows)
        if len(narrowed.members) > 1 and not is_total(axis, member) and not _is_said(member, ask):
            groups.append(open_group(narrowed, member))
    problems = part_problems(title, clean(ask.ref.key.partition("?")[0], 60), groups)
    return tuple(replace(one, kind="part-unnamed") for one in problems)


def _with_members_there(axis: Axis, fixed: Members, rows: Sequence[Members]) -> Axis:
    """Restrict an axis to the members that exist together with the fixed members of all other axes."""
    others = {code: member for code, member in fixed.items() if code != axis.code}
    codes = {row[axis.code] for row in rows if all(row.get(code) == member for code, member in others.items())}
    return replace(axis, members=tuple(one for one in axis.members if one.code in codes))


def _is_said(member: Member, ask: Ask) -> bool:
    """Check whether any word of a member's name is in the claim."""
    words = ask.words.union(*(ALSO.get(word, ()) for word in ask.words))
    return bool(words & {word for word in _WORD.findall(member.label.lower()) if len(word) > 1 or not word.isdigit()})
