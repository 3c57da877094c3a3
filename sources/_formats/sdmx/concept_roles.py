"""Rules common to all SDMX formats: which component is the place, the time, the status, the multiplier.

SDMX comes as CSV, JSON and XML, but its concepts have the same names (SDMX Content-Oriented Guidelines, cross-domain
concepts). Their rules are defined here; the readers of the formats only handle syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from sources._cube.cube import ONE, Axis, Cube, Member, Role
from workbench.core.errors import Problem

TIMES = ("TIME_PERIOD", "TIME", "OBS_TIME", "PERIOD", "YEAR")
PLACES = (
    "REF_AREA",
    "GEO",
    "COUNTRY",
    "LOCATION",
    "REFERENCE_AREA",
    "REPORTER",
    "REPORTING_COUNTRY",
    "AME_REF_AREA",
    "BORROWERS_CTY",
    "ISSUER_RES",
    "L_REP_CTY",
    "JURISDICTION",
    "COU",
    "AREA",
    "ECONOMY",
)
UNITS = ("UNIT_MEASURE", "UNIT", "UNITS", "AME_UNIT", "BBK_UNIT_ENG", "BBK_UNIT")
FREQUENCIES = ("FREQ", "FREQUENCY", "BBK_STD_FREQ")
VALUES = ("OBS_VALUE", "OBSVALUE", "VALUE")

MULTIPLIERS = ("UNIT_MULT", "UNIT_MULTIPLIER", "BBK_UNIT_MULT")
"""Attributes with the power of ten of a value's multiplier. The IMF's ``SCALE`` is not one: its values are given in
full, and it is only the scale in which the IMF's own tables print them (recorded: ``SCALE="9"`` with ``94669000000``)."""

STATUSES = ("OBS_STATUS", "OBS_FLAG")
SECRETS = ("CONF_STATUS", "OBS_CONF", "CONF_STATUS_OBS")
HORIZONS = ("LATEST_ACTUAL_ANNUAL_DATA",)
"""Attribute with the last year without projections, in the IMF's World Economic Outlook for each series."""
NOTES = ("OBS_COM", "OBS_COMMENT", "COMMENT_OBS", "OBS_FOOTNOTE", "OBS_NOTE")
ADJUSTED = ("ADJUSTMENT", "SEASONAL_ADJUST", "SEASONAL_ADJUSTMENT", "S_ADJ", "TSEST", "CORRECTION")
PRICES = ("PRICE_BASE", "PRICES")
BASES = ("BASE_PER", "BASE_YEAR", "REF_PERIOD_DETAIL", "REF_YEAR_PRICE", "BASE_PERIOD")
TITLES = ("TITLE_COMPL", "TITLE", "SERIES_NAME", "TITLE_EN", "TITLE_FR", "BBK_TITLE_ENG", "BBK_TITLE")
AREAS = ("REF_AREA",)
"""Attribute with the place, for tables without a dimension for it (INSEE)."""
DESCRIBING = (*UNITS, *MULTIPLIERS, *ADJUSTED, *PRICES, *BASES, *TITLES, *AREAS, "DECIMALS", "SOURCE", "DATA_SOURCE")
"""Attributes that describe what a series measures; their different values in a body are collected."""

_USUAL = (
    "AVAILABILITY",
    "BASE_PER",
    "BREAKS",
    "COLLECTION",
    "COLL_METHOD",
    "COMPILATION",
    "COUNTRY_UPDATE_DATE",
    "COVERAGE",
    "DATA_SOURCE",
    "DECIMALS",
    "DECIMALS_DISPLAYED",
    "METHODOLOGY",
    "OBS_PRE_BREAK",
    "OVERLAP",
    "SCALE",
    "SOURCE_AGENCY",
    "TIME_FORMAT",
    "UNIT_INDEX_BASE",
)
ATTRIBUTES = frozenset((*_USUAL, *MULTIPLIERS, *STATUSES, *SECRETS, *HORIZONS, *NOTES, *TITLES))
"""Components that are always attributes, for bodies whose structure is unknown."""


_LARGEST_POWER = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The contents of an SDMX data message.

    Attributes:
        cube: Its dimensions and cells.
        flow: The name of the dataflow or data structure, where the message has it.
        attributes: The different values of each describing attribute, by its id in capitals.
    """

    cube: Cube
    flow: str = ""
    attributes: Mapping[str, tuple[Member, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def with_problems(self, problems: tuple[Problem, ...]) -> Message:
        """Add Problems to the message."""
        return replace(self, cube=replace(self.cube, problems=(*self.cube.problems, *problems)))

    def only(self, names: Iterable[str]) -> Member | None:
        """Return the only value of the first of some attributes that has values; None where it has several."""
        found = next((values for name in names if (values := self.attributes.get(name))), ())
        return found[0] if len(found) == 1 else None


def roles_of(ids: Sequence[str], places: Sequence[str] = ()) -> dict[str, Role]:
    """Return the roles of some dimensions by their ids; each role is given at most once.

    Args:
        ids: The dimensions of a body, in any letter case.
        places: Ids of the place dimension to try before the usual ones.

    >>> {k: v.value for k, v in roles_of(["FREQ", "REF_AREA", "SEX", "TIME_PERIOD"]).items()}
    {'FREQ': 'frequency', 'REF_AREA': 'place', 'TIME_PERIOD': 'time'}
    """
    by_name = {each.upper(): each for each in reversed(ids)}
    wanted = (
        (Role.TIME, TIMES),
        (Role.PLACE, (*places, *PLACES)),
        (Role.UNIT, UNITS),
        (Role.FREQUENCY, FREQUENCIES),
    )
    found = {}
    for role, names in wanted:
        name = next((by_name[name] for name in names if name in by_name and by_name[name] not in found), None)
        if name is not None:
            found[name] = role
    return {each: found[each] for each in ids if each in found}


def axis_of(code: str, label: str, members: Iterable[Member], roles: Mapping[str, Role]) -> Axis:
    """Build an axis with its role and its total."""
    listed = tuple(members)
    total = next((one.code for one in listed if one.code.upper() in {"_T", "TOTAL"}), "")
    return Axis(code, label, listed, roles.get(code, Role.OTHER), total)


def scale_of(power: str) -> Decimal | None:
    """Return the multiplier of a value by ``UNIT_MULT``; None where it is unreadable.

    >>> scale_of("6"), scale_of(""), scale_of("millions")
    (Decimal('1000000'), Decimal('1'), None)
    """
    text = power.strip()
    if not text:
        return ONE
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 2 or int(digits) > _LARGEST_POWER:
        return None
    return Decimal(1).scaleb(int(text)) if text.startswith("-") else Decimal(10 ** int(text))
