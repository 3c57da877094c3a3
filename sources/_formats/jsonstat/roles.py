"""Find the roles of the dimensions of a JSON-stat body.

``role`` may be missing, and many services give only that of time. Missing roles are derived from the name of the
dimension or, for time, from its members.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sources._cube.cube import Axis, Role
from workbench.core.dates.period_codes import read_time

_BY_NAME = (
    (Role.FREQUENCY, re.compile(r"freq(?:uency)?\Z", re.IGNORECASE)),
    (Role.UNIT, re.compile(r"units?(?: of measure)?\Z|unit_measure\Z", re.IGNORECASE)),
    (
        Role.TIME,
        re.compile(r"time(?:_?period)?\Z|tid\Z|years?\Z|period\Z|godina\Z|година\Z|viti\Z|leto\Z", re.IGNORECASE),
    ),
    (Role.PLACE, re.compile(r"geo(?:graphy|\\time)?\Z|area\Z|ref_area\Z|countr(?:y|ies)\Z", re.IGNORECASE)),
)
_SAID = {"time": Role.TIME, "geo": Role.PLACE}
_LOOKED_AT = 50


def roles_of(axes: Sequence[Axis], said: object) -> list[Role]:
    """Return the role of each axis: from the body, else from its name, else from its members. Time and place occur once.

    >>> from sources._cube.cube import Member
    >>> [role.value for role in roles_of([Axis("x", "x", (Member("2021Q1", "2021Q1"),)), Axis("geo", "Place", ())], None)]
    ['time', 'place']
    """
    named_roles = {names[0]: role for key, role in _SAID.items() if (names := _names(said, key, axes))}
    found = [named_roles.get(axis.code) or _by_name(axis) for axis in axes]
    for role in (Role.TIME, Role.PLACE):
        found = _one(found, role, next((n for n, axis in enumerate(axes) if named_roles.get(axis.code) is role), -1))
    if Role.TIME not in found:
        at = next((n for n, axis in enumerate(axes) if found[n] is Role.OTHER and _is_time(axis)), -1)
        found = [Role.TIME if n == at else role for n, role in enumerate(found)]
    return found


def _names(said: object, key: str, axes: Sequence[Axis]) -> list[str]:
    listed = said.get(key) if isinstance(said, dict) else None
    known = {axis.code for axis in axes}
    return [name for name in listed if isinstance(name, str) and name in known] if isinstance(listed, list) else []


def _one(found: Sequence[Role], role: Role, at: int) -> list[Role]:
    """Keep a role for at most one axis.

    Others become ordinary ones, such as the country of birth next to that of residence.
    """
    first = at if at >= 0 else next((n for n, one in enumerate(found) if one is role), -1)
    return [one if one is not role or n == first else Role.OTHER for n, one in enumerate(found)]


def _by_name(axis: Axis) -> Role:
    fitting = (role for role, name in _BY_NAME if name.match(axis.code) or name.match(axis.label))
    return next(fitting, Role.OTHER)


def _is_time(axis: Axis) -> bool:
    some = axis.members[:_LOOKED_AT]
    return bool(some) and all(_reads(one.code) or _reads(one.label) for one in some)


def _reads(code: str) -> bool:
    try:
        return 1700 <= read_time(code).start.year <= 2200
    except ValueError:
        return False
