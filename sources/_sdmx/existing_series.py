"""Finds the series of a table that exist, by requesting the newest figure of each.

Code lists show which codes exist, constraints which of them have figures; neither shows which combinations exist. If
the chosen series turns out to be empty, one request finds the series that exist for the places and fixed members, and
the choice is made again among these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sources._cube.cube import Axis, Cube, Member, Role
from sources._cube.member_choice import MemberChoice, choose
from sources._cube.table_key import TableKey
from sources._cube.totals import TOTAL_CODES
from sources._formats.sdmx.table_structure import Structure
from workbench.core.errors import Problem
from workbench.ports import Ask

_NAMED_BY_CLAIM = frozenset({Role.TIME, Role.PLACE})
_MOST_NAMED = 6
_EDITIONS, _EDITION = "EDITION", re.compile(r"(\d{4})M(\d{1,2})G(\d{1,2})", re.ASCII)


def chosen_among(title: str, structure: Structure, key: TableKey, ask: Ask, cube: Cube) -> MemberChoice | None:
    """Choose among existing series; None where none has the key's members.

    Each dimension is decided in turn, among the series that the earlier decisions leave.

    Args:
        title: The service's name for readers.
        structure: The table's structure.
        key: The members that the series' key fixes.
        ask: The request, with the claim's words.
        cube: The newest figure of each series.
    """
    ids = [axis.code for axis in cube.axes]
    series = [dict(zip(ids, cell.codes, strict=True)) for cell in cube.cells()]
    fixed = {name.lower(): code.lower() for name, code in key.fixed.items()}
    narrowed: list[Axis] = []
    for axis in structure.axes:
        wanted = fixed.get(axis.code.lower())
        if wanted is not None:
            series = [one for one in series if one.get(axis.code, "").lower() == wanted]
        if axis.role in _NAMED_BY_CLAIM or axis.code not in ids or wanted is not None:
            narrowed.append(axis)
            continue
        if not series:
            return None
        left = _left(axis, series)
        narrowed.append(left)
        picked = choose(title, [left], TableKey(key.table), ask).fixed[axis.code]
        series = [one for one in series if one[axis.code] == picked]
    return choose(title, narrowed, key, ask) if series else None


def with_alone(title: str, structure: Structure, key: TableKey, choice: MemberChoice) -> MemberChoice:
    """Add a Problem for members that are read only because no others have figures, and that are no totals."""
    named = {name.lower() for name in key.fixed}
    said = " ".join(problem.message for problem in choice.problems)
    alone = []
    for axis in structure.axes:
        member = axis.member(choice.fixed.get(axis.code, ""))
        if member is None or axis.role is not Role.OTHER or axis.code.lower() in named or len(axis.members) == 1:
            continue
        shown = f"{axis.label or axis.code}: {member.label}"
        if member.code.upper() not in TOTAL_CODES and shown not in said:
            alone.append(shown)
    if not alone:
        return choice
    message = f"it has figures for {'; '.join(alone[:_MOST_NAMED])} alone."
    alone_problem = Problem(title, message, "Check that the claim counts the same.", "member-alone")
    return MemberChoice(choice.fixed, (*choice.problems, alone_problem))


def newest_meant(axis: Axis) -> Axis:
    """Make the newest edition the default in a dimension of editions of the same figures (Istat).

    >>> axis = Axis("EDITION", "Edition", (Member("2023M12G4", "Dec-2023"), Member("2024M2G29", "Feb-2024"), Member("G_2011", "")))
    >>> newest_meant(axis).usual
    '2024M2G29'
    """
    dated = [(tuple(map(int, found.groups())), one.code) for one in axis.members if (found := _EDITION.match(one.code))]
    return replace(axis, usual=max(dated)[1]) if axis.code == _EDITIONS and dated else axis


def _left(axis: Axis, series: Sequence[dict[str, str]]) -> Axis:
    """Restrict the dimension to the codes of some series, in the order of its code list."""
    codes = dict.fromkeys(one[axis.code] for one in series)
    known = [member for member in axis.members if member.code in codes]
    strange = [Member(code, code) for code in codes if axis.member(code) is None]
    return newest_meant(replace(axis, members=(*known, *strange)))
