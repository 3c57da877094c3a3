"""Build a cube from points, each with all of its attributes.

JSON and XML messages have attributes of the data set, the group, the series and the observation. Once these are
collected for each point, both formats are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._formats.sdmx.concept_roles import (
    DESCRIBING,
    HORIZONS,
    MULTIPLIERS,
    NOTES,
    SECRETS,
    STATUSES,
    TIMES,
    Message,
    axis_of,
    roles_of,
    scale_of,
)
from sources._formats.sdmx.status_codes import flag_of, note_of, text_of
from sources._formats.sdmx.table_structure import Structure, named
from sources._text.printable_text import clean
from workbench.core.errors import Problem


@dataclass(slots=True)
class SdmxPoint:
    """A figure of a message.

    Attributes:
        codes: The code of each dimension, by its id.
        text: The digits.
        pointer: Their position.
        said: The values of its attributes, by their ids.
    """

    codes: dict[str, str]
    text: str
    pointer: str
    said: Mapping[str, str]


class SaidValues:
    """Collects attributes of points.

    Points with equal attributes share one mapping, since most bodies have few different ones.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}

    def of(self, *levels: Mapping[str, str]) -> Mapping[str, str]:
        """Merge the attributes of several levels; later ones, which are closer to the point, take precedence.

        >>> said = SaidValues()
        >>> said.of({"UNIT_MULT": "3"}, {"OBS_STATUS": "A"}) is said.of({"UNIT_MULT": "3", "OBS_STATUS": "A"})
        True
        """
        together: dict[str, str] = {}
        for level in levels:
            together.update(level)
        return self._known.setdefault(tuple(together.items()), together)


def message_of(
    points: Sequence[SdmxPoint],
    order: Sequence[str],
    *,
    structure: Structure | None = None,
    flow: str = "",
    updated: date | None = None,
    places: Sequence[str] = (),
    labels: Mapping[str, Axis] = MappingProxyType({}),
) -> Message:
    """Build the message from points.

    Args:
        points: The points in the order of the body.
        order: The dimensions in order; a point that lacks one has an empty code for it.
        structure: Labels of codes, where known.
        flow: The name of the dataflow.
        updated: The publisher's date of update.
        places: Additional ids of the place dimension at this service.
        labels: Labels of dimensions, attributes and their codes in the body, by id.
    """
    ids = [one for one in order if any(one in point.codes or one in point.said for point in points)] or list(order)
    roles = roles_of(ids, places)
    axes = tuple(_axis(one, points, roles, structure, labels) for one in ids)
    cube = Cube(
        title=clean(structure.title) if structure else "",
        axes=axes,
        scan=_scan(points, axes),
        updated=updated,
        problems=_bad_multipliers(points, flow),
    )
    return Message(cube=cube, flow=flow, attributes=_attributes(points, structure, labels))


def _code(point: SdmxPoint, one: str) -> str:
    found = point.codes.get(one)
    return found if found is not None else point.said.get(one, "")


def _axis(
    one: str,
    points: Sequence[SdmxPoint],
    roles: Mapping[str, Role],
    structure: Structure | None,
    labels: Mapping[str, Axis],
) -> Axis:
    codes = dict.fromkeys(_code(point, one) for point in points)
    described = (
        labels.get(one) or next((axis for axis in structure.axes if axis.code == one), None)
        if structure
        else labels.get(one)
    )
    return axis_of(one, described.label if described else one, _members(one, codes, structure, labels), roles)


def _members(
    one: str, codes: Iterable[str], structure: Structure | None, labels: Mapping[str, Axis]
) -> Iterator[Member]:
    known = {each.code: each for each in labels[one].members} if one in labels else {}
    return (replace(each, label=clean(known.get(each.code, each).label)) for each in named(structure, one, codes))


def _attributes(
    points: Sequence[SdmxPoint], structure: Structure | None, labels: Mapping[str, Axis]
) -> Mapping[str, tuple[Member, ...]]:
    found = {}
    alike = list({id(point.said): point.said for point in points}.values())
    for name in DESCRIBING:
        values = dict.fromkeys(value for said in alike if (value := said.get(name)))
        if values:
            found[name] = tuple(_members(name, values, structure, labels))
    return MappingProxyType(found)


def _first(said: Mapping[str, str], names: Iterable[str]) -> str:
    return next((said[name] for name in names if said.get(name)), "")


def _bad_multipliers(points: Sequence[SdmxPoint], flow: str) -> tuple[Problem, ...]:
    powers = dict.fromkeys(_first(said, MULTIPLIERS) for said in {id(one.said): one.said for one in points}.values())
    bad = next((power for power in powers if scale_of(power) is None), "")
    if not bad:
        return ()
    message = f"the multiplier “{clean(bad, 30)}” of its answer cannot be read."
    return (Problem(flow or "SDMX", message, "The figures beside it were left out.", "bad-multiplier"),)


def _marks(said: Mapping[str, str], text: str, time: str) -> tuple[Decimal | None, str, str]:
    """Return the multiplier, the mark and the footnote of a value."""
    status, secret, horizon = _first(said, STATUSES), _first(said, SECRETS), _first(said, HORIZONS)
    flag = flag_of(text, status, secret, horizon, time)
    return scale_of(_first(said, MULTIPLIERS)), flag, note_of(flag, clean(_first(said, NOTES)), status)


def _scan(points: Sequence[SdmxPoint], axes: tuple[Axis, ...]) -> Callable[[Only], Iterator[Cell]]:
    """Return a scan over points in memory."""
    time = next((axis.code for axis in axes if axis.role is Role.TIME), TIMES[0])
    ids = [axis.code for axis in axes]

    def scan(only: Only) -> Iterator[Cell]:
        fits = row_filter(axes, only)
        known: dict[tuple[int, bool, str], tuple[Decimal | None, str, str]] = {}
        for point in points:
            codes = tuple(_code(point, one) for one in ids)
            if not fits(codes):
                continue
            text = text_of(point.text)
            when = _code(point, time)
            key = (id(point.said), not text, when[:4])
            if key not in known:
                known[key] = _marks(point.said, text, when)
            scale, flag, note = known[key]
            if scale is not None:
                yield Cell(codes, text, flag, point.pointer, scale, note)

    return scan
