"""Eurostat's units: the code decides what the label leaves open.

"Annual rate of change" is a percentage, "Per hundred thousand inhabitants" multiplies nothing, and a
chain-linked volume is money at the prices of a year. Codes are those of its code list UNIT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sources._cube.cube import Member
from sources._text.unit_parser import ReadUnit, named, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Dimension, Unit

_CHANGE = re.compile(r"(?:^|_)(?:RCH|PCH)(?:_|$)")
_POINTS = re.compile(r"^PP(?:_|$)|(?:^|_)PPCH")
_INDEX = re.compile(r"^(?:CLV_)?I\d{2}(?:_|$)|^INX")
_VOLUME = re.compile(r"^CLV(\d{2})_")
_PER = re.compile(r"^(.*?)\s*\bper (hundred thousand|ten thousand|thousand|million) ([a-z ]+)$", re.IGNORECASE)
_SHARE = re.compile(r"^PC(?:_|$)")
_NUMBERS = {"hundred thousand": "100,000", "ten thousand": "10,000", "thousand": "1,000", "million": "1,000,000"}
_PPS = Unit(Dimension.MONEY, "purchasing power standard", "PPS")
_HOURS = re.compile(r"\b(?:(giga|mega|kilo)watt)[- ]?hours?\b", re.IGNORECASE)
_WATTS = {"giga": ("gigawatt-hour", "GWh"), "mega": ("megawatt-hour", "MWh"), "kilo": ("kilowatt-hour", "kWh")}
_CENTURY_TURN = 70


_THINGS = (("crim_", "offence"), ("demo_pjan", "person"), ("demo_r_d", "person"), ("migr_", "person"))
_INDICATORS = {
    "TOTFERRT": Unit(Dimension.RATE, "child", per="woman"),
    "INFMORRT": Unit(Dimension.RATE, "death", per="1,000 live births"),
    "LBIRTH": Unit(Dimension.COUNT, "birth"),
    "DEATH": Unit(Dimension.COUNT, "death"),
}
"""Indicators of tables without a unit axis whose labels leave the unit open (code list INDIC_DE)."""


def unit_of_choice(table: str, chosen: Mapping[str, Member], title: str) -> ReadUnit:
    """Return the unit of the chosen members: from the unit axis, the currency axis, an indicator, or the title.

    >>> price = {"unit": Member("KWH", "Kilowatt-hour"), "currency": Member("EUR", "Euro")}
    >>> str(unit_of_choice("nrg_pc_204", price, "Electricity prices").unit)
    'euro per kilowatt-hour'
    """
    thing = next((thing for prefix, thing in _THINGS if table.lower().startswith(prefix)), "case")
    unit = unit_of(chosen["unit"], thing) if "unit" in chosen else None
    if "currency" in chosen and (unit is None or unit.unit.dimension is not Dimension.MONEY):
        money = unit_of(chosen["currency"])
        return replace(money, unit=replace(money.unit, per=unit.unit.name)) if unit else money
    if unit:
        return unit
    indicators = [member for axis, member in chosen.items() if axis.startswith(("indic", "na_item", "statinfo"))]
    return next(_named(indicators, title), ReadUnit(UNKNOWN_UNIT))


def _named(indicators: Sequence[Member], title: str) -> Iterator[ReadUnit]:
    """Yield the units that indicators, and then the title, name; unknown ones are left out."""
    for one in indicators:
        if one.code in _INDICATORS:
            yield ReadUnit(_INDICATORS[one.code])
    ways = (read for one in indicators for read in (unit_of(one), unit_of_title(one.label)))
    yield from (read for read in (*ways, unit_of_title(title)) if read.unit.dimension is not Dimension.UNKNOWN)


def unit_of(member: Member, thing: str = "case") -> ReadUnit:
    """Return the unit of a member of the unit axis, and its multiplier.

    Args:
        member: The member.
        thing: What is counted, where the label names only the denominator of a rate.

    >>> str(unit_of(Member("P_HTHAB", "Per hundred thousand inhabitants"), "offence").unit)
    'offence per 100,000 inhabitants'
    >>> unit_of(Member("RCH_A", "Annual rate of change")).unit.code, str(unit_of(Member("THS_PER", "Thousand persons")).scale)
    ('%', '1000')
    >>> unit_of(Member("CLV15_MEUR", "Chain linked volumes (2015), million euro")).unit.prices
    'constant 2015'
    """
    code, label = member.code.upper(), member.label
    if _POINTS.search(code) or "percentage point" in label.lower():
        return ReadUnit(POINTS)
    if _CHANGE.search(code) or _SHARE.search(code):
        return ReadUnit(PERCENT)
    if _INDEX.search(code):
        return ReadUnit(Unit(Dimension.INDEX, "index point"))
    if found := _PER.match(label):
        return ReadUnit(_rate(found[1], found[2], found[3], thing))
    read = _worded(code, label)
    return (
        replace(read, unit=named(read.unit, thing))
        if read.unit.dimension is Dimension.COUNT and thing != "case"
        else read
    )


def _rate(counted: str, number: str, whom: str, thing: str) -> Unit:
    return Unit(
        Dimension.RATE, counted.strip(" -–,").lower() or thing, per=f"{_NUMBERS[number.lower()]} {whom.strip().lower()}"
    )


def _worded(code: str, label: str) -> ReadUnit:
    read = read_unit(label)
    if "PPS" in code.split("_"):
        person = "person" if re.search(r"per (?:capita|inhabitant)", label, re.IGNORECASE) or "HAB" in code else ""
        return ReadUnit(replace(_PPS, per=person), read.scale)
    if found := _HOURS.search(label):
        name, short = _WATTS[found[1].lower()]
        if read.unit.dimension is not Dimension.MONEY:
            return ReadUnit(Unit(Dimension.PHYSICAL, name, short), read.scale)
    if volume := _VOLUME.match(code):
        year = int(volume[1])
        return replace(
            read, unit=replace(read.unit, prices=f"constant {year + (1900 if year > _CENTURY_TURN else 2000)}")
        )
    return read
