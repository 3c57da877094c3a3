"""Find the unit of a file's series: of its column, of its table, else from its title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sources._cube.cube import Cube, Role
from sources._files.grid.grid_to_cube import MEASURE
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.quantity import UNKNOWN_UNIT, Dimension


def unit_of(cube: Cube, fixed: Mapping[str, str], words: str) -> ReadUnit:
    """Return the unit of a series: of its column, of its table, else from its title."""
    axis = cube.of_role(Role.UNIT)
    member = axis.member(fixed.get(axis.code, "")) if axis else None
    said = (member.unit or member.label) if member else cube.unit or _member_unit(cube, fixed)
    read = read_unit(said) if said else None
    if read and read.unit.dimension is not Dimension.UNKNOWN:
        return read
    by_title = _by_title(fixed.get(MEASURE, ""), words)
    if read and read.scale != 1 and by_title.scale == 1:  # only "thousands": the title says of what
        by_title = replace(by_title, scale=read.scale)
    return by_title if by_title.unit.dimension is not Dimension.UNKNOWN or not read else read


def _by_title(head: str, words: str) -> ReadUnit:
    """Return the unit in a column's head, else in the whole title; words of a file's name never give a unit."""
    by_head = unit_of_title(head) if head else ReadUnit(UNKNOWN_UNIT)
    return by_head if by_head.unit.dimension is not Dimension.UNKNOWN else unit_of_title(words)


def _member_unit(cube: Cube, fixed: Mapping[str, str]) -> str:
    members = (axis.member(fixed.get(axis.code, "")) for axis in cube.axes)
    return next((one.unit for one in members if one and one.unit), "")
