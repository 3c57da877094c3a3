"""Codes of units in the UN SDG database.

The service writes PER_100000_POP where readers want "per 100,000 population". Codes are those of its code lists
(https://unstats.un.org/sdgs/indicators/database, "Units of measurement").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from sources._text.unit_parser import ReadUnit, named, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.quantity import Dimension

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "PERCENT": "percent",
        "NUMBER": "number",
        "NUM_TH": "thousands",
        "NUM_M": "millions",
        "CON_USD": "constant US dollars",
        "CON_USD_M": "constant US dollars, millions",
        "CU_USD": "current US dollars",
        "CU_USD_M": "current US dollars, millions",
        "CU_USD_B": "current US dollars, billions",
        "USD": "US dollars",
        "USD_M3": "US dollars per cubic metre",
        "CUR_LCU": "current local currency units",
        "MJ_PER_GDP_CON_PPP_USD": "megajoules per international dollar",
        "KG_PER_CON_USD": "kilograms per constant US dollar",
        "PER_MARW_20T24Y": "per 100 women",
        "KMSQ": "square kilometres",
        "T_PER_HA": "tonnes per hectare",
        "METONS": "tonnes",
        "T_KM": "t-km",
        "TEU": "twenty-foot equivalent units",
        "HA_TH": "thousand hectares",
        "KG": "kilograms",
        "TONNES": "tonnes",
        "INDEX": "index",
        "SCORE": "index",
    }
)
_PER = re.compile(r"PER_(?P<many>\d+)_(?P<of>\w+)\Z", re.ASCII)
_OF = {
    "POP": "population",
    "LIVE_BIRTHS": "live births",
    "UNINFECTED_POP": "uninfected population",
    "EMPLOYEES": "employees",
}


def words_of(code: str) -> str:
    """Return a unit's code in words.

    >>> words_of("PER_100000_POP"), words_of("PERCENT"), words_of("RATIO")
    ('per 100,000 population', 'percent', 'ratio')
    """
    upper = code.upper()
    if found := _PER.match(upper):
        return f"per {int(found['many']):,} {_OF.get(found['of'], found['of'].replace('_', ' ').lower())}"
    return _WORDS.get(upper, upper.replace("_", " ").lower())


def unit_of(code: str, title: str) -> ReadUnit:
    """Return the unit of a series and its multiplier; what is counted is looked for in the title.

    >>> str(unit_of("NUM_TH", "Population living in slums (number)").scale)
    '1000'
    >>> unit_of("PER_100000_POP", "Victims of intentional homicide per 100,000 population").unit.per
    '100,000 population'
    """
    read, by_title = read_unit(words_of(code)), unit_of_title(title)
    if read.unit.dimension is Dimension.UNKNOWN and read.scale != 1:
        read = ReadUnit(read_unit("number").unit, read.scale)
    if by_title.unit.dimension is not read.unit.dimension:
        return read
    unit = read.unit
    if unit.dimension is Dimension.RATE and unit.name == "case":
        unit = replace(unit, name=by_title.unit.name)
    return ReadUnit(named(unit, by_title.unit.name if unit.dimension is Dimension.COUNT else ""), read.scale)
