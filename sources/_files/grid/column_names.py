"""Recognise columns by their names.

A table in long form has its own names of columns ("Entity", "coa_iso", "REF_AREA", "Држава"). The names here are from
statistical offices' files; a column with another name is judged by its cells.
"""

from __future__ import annotations

import re
from enum import StrEnum

from sources._formats.px.times import is_time_name
from sources._text.lookalikes import folded


class Use(StrEnum):
    """The use of a column."""

    PLACE = "place"
    CODE = "place code"
    TIME = "time"
    UNIT = "unit"
    FLAG = "flag"
    NOTE = "note"
    APART = "left out"
    GROUP = "group"
    VALUE = "value"


_NAMES: tuple[tuple[Use, str], ...] = (
    (
        Use.PLACE,
        (
            "country|country name|country or area|countries|country or territory|country/territory|entity|geo"
            "|geography|geographic area|area|area name|region"
            "|region name|territory|location|location name|place|economy|nation|ref area|reference area"
            "|reporting country|reporter|member state"
            "|geo area|geoarea|geo area name|geoareaname|geographical area|country or area name|nuts|nuts region"
            "|nuts name|nuts label|kreis|bundesland|staat|stadt"
            "|geopolitical entity|geopolitical entity reporting|coa name|country of asylum|country of asylum name"
            "|state|municipality|county"
            "|држава|земја|држави|општина|регион|land|länder|pays|país|paese|shteti|vendi|zemlja|država|geo label"
        ),
    ),
    (
        Use.CODE,
        (
            "code|country code|iso|iso2|iso3|iso 2|iso 3|iso code|iso3 code|iso3c|iso2c|iso alpha 3|alpha 3"
            "|alpha 2|alpha 3 code|coa iso|geo code|area code|countrycode|ref area code|location code|cca3|m49"
            "|m49 code|un m49|un code|geoareacode|geo area code|area code (m49)|country code (m49)"
            "|country or area code|nuts code|nuts id|nuts 2|nuts 3|nuts2|nuts3|state code"
        ),
    ),
    (
        Use.TIME,
        (
            "time period|timeperiod|obs time|fiscal year|calendar year|reporting period|reference period|ref date"
            "|day|week|time code|time frame|year month|periods"
        ),
    ),
    (
        Use.UNIT,
        (
            "unit|units|unit of measure|unit of measurement|unit measure|uom|measure unit|мерна единица|единица"
            "|einheit|njësia|jedinica"
        ),
    ),
    (Use.FLAG, "flag|flags|obs flag|obs status|observation status|status|symbol|flag codes"),
    (
        Use.NOTE,
        "note|notes|footnote|footnotes|footnote code|footnote codes|comment|comments|remark|remarks|note on estimates|забелешка",
    ),
    (
        Use.APART,
        (
            "source|sources|url|link|dataflow|structure|structure id|structure name|action|last update"
            "|last updated|id|rank|latitude|longitude|lat|lon|lng|row|index|no|no.|"
            "date of update|data source|base date|base period|base year|извор|conf status|decimals|coa|coo"
        ),
    ),
)
_BY_NAME = {name: use for use, names in _NAMES for name in names.split("|")}
_DIMENSION_NAME = r"(?:age|sex|gender|(?:\w+ ){1,5}code|code|isic|nace|coicop|возраст|пол)s?"
_DIMENSION_PART = r"(?: (?:group|code|class|band|range|in years))?s?"
_DIMENSION = re.compile(rf"{_DIMENSION_NAME}{_DIMENSION_PART}\Z", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[_\s./-]+")


def use_of(head: str) -> Use | None:
    """Return the use of a column by its name; None where the name does not show it.

    >>> use_of("Country Code").value, use_of("TIME_PERIOD").value, use_of("coa_iso").value, use_of("GDP")
    ('place code', 'time', 'place code', None)
    """
    if is_time_name(head):
        return Use.TIME
    name = folded(_PUNCTUATION.sub(" ", head.strip().strip('"')))
    return _BY_NAME.get(name) or _BY_FOLDED.get(name)


_BY_FOLDED = {folded(name): use for name, use in _BY_NAME.items()}


def groups_by_name(head: str) -> bool:
    """Check whether a column is a grouping even if its cells are numbers ("Age").

    >>> groups_by_name("Age group"), groups_by_name("data_type_code"), groups_by_name("Gender wage gap")
    (True, True, False)
    """
    return bool(_DIMENSION.match(_PUNCTUATION.sub(" ", head).strip()))
