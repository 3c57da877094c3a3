"""Read figures of a PxWeb installation in any of its formats, and fit them to the table's description.

Older installations answer in PX-JSON or PC-Axis whatever format was requested, and return only codes. The answer is
compared with the request: a missing variable, or one with other members, is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role
from sources._formats.jsonstat.reader import read_cube
from sources._formats.px.json_reader import CONTENTS, is_pxjson, read_pxjson
from sources._formats.px.reader import is_px, read_px
from sources._formats.px.times import bare, part_named
from sources._pxweb.build_requests import Selection
from sources._pxweb.status_flags import FLAG_WORDS
from sources._pxweb.variable_roles import Arranged
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from workbench.core.errors import WrongAnswerError


def read_figures(title: str, body: bytes, languages: Sequence[str] = ("en",)) -> Cube:
    """Read an answer in any of the formats that PxWeb sends.

    Raises:
        WrongAnswerError: It is none of them.
    """
    if is_px(body):
        return read_px(title, body, languages)
    if b'"columns"' in body[:20_000] and is_pxjson(read_json(title, body)):
        return read_pxjson(title, body)
    return read_cube(title, body)


def fitted(title: str, cube: Cube, about: Arranged, selection: Selection) -> Cube:
    """Give the cube the names and roles of the table, and check that it is what was requested.

    Raises:
        WrongAnswerError: A variable is missing, has members that were not requested, or is additional.
    """
    axes = tuple(_fitted_axis(axis, about, cube, selection) for axis in cube.axes)
    codes = {axis.code for axis in axes}
    for code, wanted in selection.items():
        if code not in codes and len(about_axis(about, code).members) > 1:
            raise WrongAnswerError(title, f"figures by {_label(about, code)}", "figures without it")
        axis = next((one for one in axes if one.code == code), None)
        if axis and not {member.code for member in axis.members} <= set(wanted):
            raise WrongAnswerError(title, f"the chosen members of {_label(about, code)}", "others")
    for axis in axes:
        if axis.code not in selection and len(axis.members) > 1:
            raise WrongAnswerError(title, f"one figure for all of {clean(axis.label, 60)}", "one for each of them")
    renamed = _recoded(cube, axes)
    return _noted(renamed)


def about_axis(about: Arranged, code: str) -> Axis:
    """Return a variable of the table; one without members for an unknown code."""
    return about.table.axis(code) or Axis(code, code, ())


def _label(about: Arranged, code: str) -> str:
    axis = about_axis(about, code)
    return clean(axis.label or axis.code, 60)


def _fitted_axis(axis: Axis, about: Arranged, cube: Cube, selection: Selection) -> Axis:
    """Rename an answer's axis to the table's own codes, which may have spaces that reading has removed."""
    by_code = {clean(one.code, 200): one for one in about.axes}
    known = by_code.get(clean(axis.code, 200)) or (_contents(axis, about, cube) if axis.code == CONTENTS else None)
    if known is None:
        return replace(axis, role=Role.OTHER)
    own = {clean(member.code, 200): member for member in known.members}
    if axis.code == CONTENTS != known.code and len(axis.members) == 1 == len(selection.get(known.code, ())):
        code = selection[known.code][0]  # the value column of PX-JSON has the name of the one requested content
        return replace(known, members=(known.member(code) or Member(code, code),))
    members = tuple(_member(one, own.get(clean(one.code, 200))) for one in axis.members)
    return replace(known, members=members)


def _member(one: Member, known: Member | None) -> Member:
    return Member(known.code, known.label, one.unit or known.unit) if known else one


def _contents(axis: Axis, about: Arranged, cube: Cube) -> Axis | None:
    """Return the variable of contents, which PX-JSON has as its value columns."""
    there = {clean(one.code, 200) for one in cube.axes}
    left = [one for one in about.axes if clean(one.code, 200) not in there and one.role is Role.OTHER]
    codes = {member.code for member in axis.members}
    exact = (one for one in left if codes <= {member.code for member in one.members})
    return next(exact, None)


def _recoded(cube: Cube, axes: tuple[Axis, ...]) -> Cube:
    """Replace the cube's axes by others with the same order of members."""
    changed = [
        {old.code: new.code for old, new in zip(before.members, after.members, strict=True)}
        for before, after in zip(cube.axes, axes, strict=True)
    ]
    back = [{new: old for old, new in codes.items()} for codes in changed]
    scan = cube.scan

    def cells(only: Only) -> Iterator[Cell]:
        inner = {
            before.code: [back[n].get(code, code) for code in only[after.code]]
            for n, (before, after) in enumerate(zip(cube.axes, axes, strict=True))
            if after.code in only
        }
        for cell in scan(inner):
            yield cell._replace(codes=tuple(changed[n][code] for n, code in enumerate(cell.codes)))

    return replace(cube, axes=axes, scan=cells)


def _noted(cube: Cube) -> Cube:
    scan = cube.scan

    def cells(only: Only) -> Iterator[Cell]:
        for cell in scan(only):
            words = FLAG_WORDS.get(cell.flag, f"marked {cell.flag}") if cell.flag else ""
            yield cell._replace(note=words) if words and not cell.note else cell

    return replace(cube, scan=cells)


# --- two time axes


def joined(cube: Cube, times: Sequence[Axis], parts: Collection[str]) -> Cube:
    """Join the axes of years and of their parts to one time axis, where a table has both.

    Args:
        cube: The cube.
        times: The year's axis and that of its parts.
        parts: The codes of the parts that are wanted; others, such as the whole year, are left out.
    """
    if len(times) != 2 or any(cube.axis(axis.code) is None for axis in times):
        return cube
    years, part = (cube.axes.index(axis) for axis in cube.axes if axis.code in {one.code for one in times})
    if cube.axes[years].code != times[0].code:
        years, part = part, years
    return replace(cube, axes=_joined_axes(cube, years, part, parts), scan=_joined_scan(cube, years, part, parts))


def _joined_axes(cube: Cube, years: int, part: int, parts: Collection[str]) -> tuple[Axis, ...]:
    members = [
        Member(f"{y.code} {p.code}", _both(y.label, p))
        for y in cube.axes[years].members
        for p in cube.axes[part].members
        if p.code in parts
    ]
    time = replace(cube.axes[years], label=f"{cube.axes[years].label}, {cube.axes[part].label}", members=tuple(members))
    return tuple(time if n == years else axis for n, axis in enumerate(cube.axes) if n != part)


def _both(year: str, part: Member) -> str:
    letter, n = part_named(part) or ("", 0)
    return f"{bare(year)}{letter}{n}" if letter else bare(year)


def _joined_scan(cube: Cube, years: int, part: int, parts: Collection[str]) -> Callable[[Only], Iterator[Cell]]:
    time, scan = cube.axes[years].code, cube.scan

    def cells(only: Only) -> Iterator[Cell]:
        inner = {code: codes for code, codes in only.items() if code != time} | {cube.axes[part].code: parts}
        for cell in scan(inner):
            code = f"{cell.codes[years]} {cell.codes[part]}"
            if time not in only or code in only[time]:
                kept = tuple(code if n == years else one for n, one in enumerate(cell.codes) if n != part)
                yield cell._replace(codes=kept)

    return cells
