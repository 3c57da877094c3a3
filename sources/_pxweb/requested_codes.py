"""Select the codes to request of each variable of a PxWeb table, after its members were chosen.

Time and place are still open then; they become the requested places, all times or those near the requested years,
months or the whole year. A variable that the installation sums is left out of the request.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from sources._cube.cube import Axis, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import place_of
from sources._formats.px.times import part_named, reader_of
from sources._pxweb.build_requests import SURE, Selection, fits
from sources._pxweb.totals_from_parts import ADDED
from sources._pxweb.variable_roles import SUMMED, Arranged
from workbench.core.period import Frequency, Period
from workbench.ports import Ask

_YEARS_AROUND = 2


def selection_of(about: Arranged, choice: MemberChoice, ask: Ask) -> Selection:
    """Return the codes that are wanted of each variable.

    Args:
        about: The table.
        choice: The member of each variable that was settled.
        ask: The places, years and frequency that are wanted.
    """
    selection: dict[str, Sequence[str]] = {}
    for axis in about.axes:
        code = choice.fixed.get(axis.code)
        if code is None:
            selection[axis.code] = _open(axis, about, choice, ask)
        elif is_added(axis, code):
            selection[axis.code] = [member.code for member in axis.members if member.code != ADDED]
        elif not is_summed(axis, code):
            selection[axis.code] = (code,)
    return selection if fits(selection, SURE) else _narrowed(selection, about, ask)


def is_summed(axis: Axis, code: str) -> bool:
    """Check whether a code means leaving the variable out."""
    return code == SUMMED and axis.total == SUMMED


def is_added(axis: Axis, code: str) -> bool:
    """Check whether a code means adding up all members of the variable."""
    return code == ADDED and axis.total == ADDED


def places_of(about: Arranged, places: Sequence[str]) -> Mapping[str, str]:
    """Return the table's code of each place that it knows, in the order asked for."""
    axis = about.of_role(Role.PLACE)
    codes: dict[str, str] = {}
    for member in axis.members if axis else ():
        codes.setdefault(place_of(member), member.code)
    return {place: codes[place] for place in places if place in codes}


def parts_of_year(about: Arranged, choice: MemberChoice, ask: Ask) -> Collection[str]:
    """Return the members of a second time variable: the whole year for a claim about a year, else its parts."""
    if len(about.times) < 2:
        return ()
    part = about.times[1]
    if part.code in choice.fixed:
        return (choice.fixed[part.code],)
    whole = [member.code for member in part.members if part_named(member) is None]
    parts = [member.code for member in part.members if part_named(member)]
    return whole[:1] if whole and ask.frequency is Frequency.YEAR else parts


def _open(axis: Axis, about: Arranged, choice: MemberChoice, ask: Ask) -> Sequence[str]:
    if axis.role is Role.PLACE and ask.places:
        return list(places_of(about, ask.places).values())
    if len(about.times) > 1 and axis.code == about.times[1].code:
        return list(parts_of_year(about, choice, ask))
    return [member.code for member in axis.members]


def _narrowed(selection: Selection, about: Arranged, ask: Ask) -> Selection:
    """Restrict the times to the requested years and the adjacent ones, where all years would be many figures."""
    axis = about.times[0] if about.times else None
    if axis is None or len(selection.get(axis.code, ())) < 2:
        return selection
    read = reader_of(axis)
    near = range(ask.first - _YEARS_AROUND, ask.last + _YEARS_AROUND + 1)
    codes = [member.code for member in axis.members if _year(read, member) in near]
    return {**selection, axis.code: codes} if codes else selection


def _year(read: Callable[[Member], Period], member: Member) -> int:
    try:
        return read(member).start.year
    except ValueError:
        return 0
