"""Read units by the codes that SDMX services share, for code lists without labels or with unclear ones.

Labels are read like any other words (see `sources._text.unit_parser`), but ``PS`` alone is not the plural of P, and
the ECB calls a share of GDP "domestic currency; ratio to annual GDP".
Codes: SDMX CL_UNIT_MEASURE, and the OECD's, ECB's, IMF's and ILO's own lists.
"""

from __future__ import annotations

import re

from sources._cube.cube import Member
from sources._text.unit_parser import ReadUnit, read_unit
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Dimension, Unit

_SHARE_OF_GDP = re.compile(r".*_R_(?:B1G|POP|B6G)\w*\Z", re.ASCII)
_PERCENT = re.compile(r"(?:PC|PT|PCT|PERCENT|PCPA|PCCH|PA|PC_PA|P100)(?:_\w+)?\Z", re.ASCII)
_BY_CODE = {
    "PD": POINTS,
    "PPT": POINTS,
    "IX": Unit(Dimension.INDEX, "index point"),
    "INDEX": Unit(Dimension.INDEX, "index point"),
    "PS": Unit(Dimension.COUNT, "person"),
    "PERS": Unit(Dimension.COUNT, "person"),
    "PERSONS": Unit(Dimension.COUNT, "person"),
    "10P3HB": Unit(Dimension.RATE, "case", per="1,000 inhabitants"),
    "10P5HB": Unit(Dimension.RATE, "case", per="100,000 inhabitants"),
    "XDC": Unit(Dimension.MONEY, "national currency unit"),
    "NCU": Unit(Dimension.MONEY, "national currency unit"),
    "USD_PPP": Unit(Dimension.MONEY, "international dollar"),
    "USD_PPP_PS": Unit(Dimension.MONEY, "international dollar", per="person"),
    "POURCENT": PERCENT,
    "INDIVIDUS": Unit(Dimension.COUNT, "person"),
    "Y": Unit(Dimension.DURATION, "year"),
    "YR": Unit(Dimension.DURATION, "year"),
    "H": Unit(Dimension.DURATION, "hour"),
    "HR": Unit(Dimension.DURATION, "hour"),
}
_IS_CODE = re.compile(r"[A-Za-z0-9_]*\Z", re.ASCII)
"""What is no code are words: the Bundesbank writes "Annual percentage change" into its attribute."""
_CURRENCY = re.compile(r"[A-Z]{3}\Z", re.ASCII)


def unit_of(member: Member) -> ReadUnit:
    """Return the unit of a code in a unit list, by its label where that is understood, else by the code.

    >>> str(unit_of(Member("PT_LF_SUB", "PT_LF_SUB")).unit), str(unit_of(Member("PS", "Persons")).unit)
    ('percentage', 'person')
    >>> str(unit_of(Member("% p.a.", "% p.a.")).unit)
    'percentage'
    >>> unit_of(Member("XDC_R_B1GQ", "Domestic currency; ratio to annual GDP")).unit.code
    '%'
    """
    code = member.code.upper()
    if _SHARE_OF_GDP.match(code):
        return ReadUnit(PERCENT)
    named_in_words = member.label and (member.label.upper() != code or not _IS_CODE.match(member.label))
    named = read_unit(member.label) if named_in_words else ReadUnit(UNKNOWN_UNIT)
    if named.unit.dimension not in {Dimension.UNKNOWN, Dimension.COUNT}:
        return named
    if code in _BY_CODE:
        return ReadUnit(_BY_CODE[code], named.scale)
    if _PERCENT.match(code):
        return ReadUnit(PERCENT, named.scale)
    if named_in_words:
        return named
    return read_unit(code) if _CURRENCY.match(code) and read_unit(code).unit.code == code else named
