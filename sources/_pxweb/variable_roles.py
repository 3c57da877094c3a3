"""Find the roles of a PxWeb table's variables: time, place, or regions including the whole country.

Version 1 never says that a variable is a place, and seldom which is the time. In a national office's table, a variable
of countries is of partners or citizenships, not of the place of the figure; and a municipality is not the country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources._cube.cube import Axis, Member, Role
from sources._formats.px.times import is_period, is_time_name, part_named
from sources._pxweb.regions_and_whole_country import REGIONS, WHOLE_COUNTRY
from sources._pxweb.table_metadata import PxTable
from sources._pxweb.totals_from_parts import ADDED, counts_things, is_whole
from sources._text.units_in_titles import unit_of_title
from workbench.core.place import find_place
from workbench.core.quantity import Dimension

SUMMED = "sum"
"""The code that stands for leaving a variable out, which the installation then sums."""

_REPORTING = re.compile(
    r"(?:countr(?:y|ies)|reporting countr(?:y|ies)|geo|region|area|state|member state|држава|земја)\Z", re.IGNORECASE
)
_MEASURE = re.compile(
    r"contents?|measures?|indicators?|мерк[аи]|показател|индикатор|варијабл|variables?|стапка", re.IGNORECASE
)
_CODE_BEFORE = re.compile(r"^[\d.]+\s+(?=\S)")
_SOME, _FEW = 400, 40


@dataclass(frozen=True, slots=True)
class Arranged:
    """A table whose variables have their roles.

    Attributes:
        table: The table.
        times: The time variables, the year first where there are two.
        regions: The code of the variable that lists the country's parts; empty where there is none.
        home: The code of that variable's member for the whole country; empty where there is none.
    """

    table: PxTable
    times: tuple[Axis, ...]
    regions: str = ""
    home: str = ""

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The variables in order."""
        return self.table.axes

    def of_role(self, role: Role) -> Axis | None:
        """Return the first variable of a role."""
        return next((axis for axis in self.axes if axis.role is role), None)


def arranged(table: PxTable, place: str) -> Arranged:
    """Assign each variable its role.

    Args:
        table: The table as its installation describes it.
        place: The place of all tables of the installation; empty where they have several.
    """
    times = _times(table)
    timed = {axis.code for axis in times}
    others = [axis for axis in table.axes if axis.code not in timed]
    reporting = _reporting(others, table.mapped, place)
    regions, home = _regions([axis for axis in others if axis.code != reporting], table.mapped, place)
    axes = tuple(
        _with_role(axis, timed, reporting, home if axis.code == regions else "", axis.code in table.optional)
        for axis in table.axes
    )
    if counts_things(table.title) and not any(
        len(axis.members) > 1 and _MEASURE.search(_called(axis)) for axis in axes
    ):
        axes = tuple(_added(axis) if axis.role is Role.OTHER else axis for axis in axes)
    by_code = {axis.code: axis for axis in axes}
    return Arranged(replace(table, axes=axes), tuple(by_code[axis.code] for axis in times), regions, home)


def _with_role(axis: Axis, timed: set[str], reporting: str, home: str, optional: bool) -> Axis:
    if axis.code in timed:
        return replace(axis, role=Role.TIME)
    if axis.code == reporting:
        return replace(axis, role=Role.PLACE)
    role = axis.role if axis.role in {Role.UNIT, Role.FREQUENCY} else Role.OTHER
    axis = _with_units(axis)
    total = home or axis.total
    if (
        optional
        and not total
        and axis.member(SUMMED) is None
        and not any(WHOLE_COUNTRY.match(_name(m)) for m in axis.members)
    ):
        total = SUMMED
        return replace(axis, role=role, total=total, members=(*axis.members, Member(SUMMED, "all together")))
    return replace(axis, role=role, total=total)


def _added(axis: Axis) -> Axis:
    """Add the sum as a member to a variable without a total whose members certainly make up the whole."""
    if axis.total or axis.member(ADDED) or not is_whole(axis):
        return axis
    return replace(axis, total=ADDED, members=(*axis.members, Member(ADDED, "all together")))


def _called(axis: Axis) -> str:
    return f"{axis.code} {axis.label}"


def _with_units(axis: Axis) -> Axis:
    """Add to a variable of measures the unit in each label, where they differ in kind («мил. денари», "%")."""
    if not 1 < len(axis.members) <= _FEW or any(one.unit for one in axis.members):
        return axis
    kinds = [unit_of_title(one.label).unit.dimension for one in axis.members]
    plain = {Dimension.MONEY, Dimension.SHARE, Dimension.INDEX}
    if not set(kinds) <= plain or len(set(kinds)) == 1:
        return axis
    return replace(axis, members=tuple(replace(one, unit=one.label) for one in axis.members))


# --- times


def _times(table: PxTable) -> tuple[Axis, ...]:
    said = [axis for axis in table.axes if axis.code in table.timed]
    named = [axis for axis in table.axes if is_time_name(axis.code) or is_time_name(axis.label)]
    whole = next((axis for axis in (*said, *named, *table.axes) if _are_periods(axis)), None)
    if whole is None:
        return tuple(said[:1])
    part = next((axis for axis in (*said, *named) if axis.code != whole.code and _are_parts(axis)), None)
    return (whole, part) if part else (whole,)


def _are_periods(axis: Axis) -> bool:
    some = axis.members[:_SOME]
    return bool(some) and sum(is_period(one.label) for one in some) * 2 > len(some)


def _are_parts(axis: Axis) -> bool:
    return sum(part_named(one) is not None for one in axis.members[:_SOME]) * 2 > len(axis.members[:_SOME])


# --- places


def _name(member: Member) -> str:
    return _CODE_BEFORE.sub("", member.label)


def _countries(axis: Axis) -> list[str]:
    found = (find_place(_name(one)) for one in axis.members[:_SOME])
    return [place for place in found if place]


def _reporting(axes: Sequence[Axis], mapped: Sequence[str], place: str) -> str:
    """Find the variable of the figures' countries: in a national office's table, one that has its own country too."""
    for axis in sorted(axes, key=lambda one: one.code not in mapped):
        there = set(_countries(axis))
        enough = len(there) * 2 > min(len(axis.members), _SOME) if not place else len(there) > 3
        called = axis.code in mapped or any(_REPORTING.match(words) for words in (axis.code, axis.label))
        if enough and (not place or (called and place in there)):
            return axis.code
    return ""


def _regions(axes: Sequence[Axis], mapped: Sequence[str], place: str) -> tuple[str, str]:
    """Find the variable of the country's parts, and its member for the whole country."""
    if not place:
        return "", ""
    for axis in axes:
        home = next((one.code for one in axis.members[:_SOME] if find_place(_name(one)) == place), "")
        if home and len(set(_countries(axis))) == 1:
            return axis.code, home
    for axis in axes:
        if axis.code in mapped or REGIONS.search(f"{axis.code} {axis.label}"):
            whole = next((one.code for one in axis.members if WHOLE_COUNTRY.match(_name(one))), "")
            return axis.code, whole or axis.total
    return "", ""


# --- keys
