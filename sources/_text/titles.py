"""What a World Bank title says beside its words: the unit in brackets, the thing counted.

Why this file exists: the service leaves its `unit` field empty; "(current US$)" in the title is all there is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sources._text.macedonian import in_english
from sources._text.units import ReadUnit, read_unit, singular
from workbench.core.quantity import PERCENT, Dimension, Unit

_BRACKETS = re.compile(r"\(([^()]*)\)")
_ASIDES = re.compile(r"estimate|^bop$|^sitc|^isic|^wdi|^net$|^hs ", re.IGNORECASE)
_SHARE_WORDS = re.compile(
    r"%|\bpercent\b|\bshare\b.*\b(?:held|of)\b|\bpercentage\b|\bproportion of\b|(?<!exchange )(?<!mortality )(?<!birth )(?<!death )(?<!fertility )\brate\b",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\b(?:average|mean|median|ratio|scores?|premium|gap|years of|p-value|performance|polic(?:y|ies)|saber|pisa|timss|pirls|egra)\b",
    re.IGNORECASE,
)
_IN_SCALE = re.compile(r"\bin (thousand|million|billion)s\b", re.IGNORECASE)
_INDEX_WORDS = re.compile(r"\bindex\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:population|refugees?|migrants?|migration|labor force|personnel|displaced persons|people|persons|workers|researchers|deaths|births|passengers)\b",
    re.IGNORECASE,
)
_COUNT_END = re.compile(r",\s*(?:total|number|residents|nonresidents)\s*$|^number of\b|\bnumber of\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumber of ([\w-]+(?: [\w-]+)?)", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:applications|arrivals|departures|deaths|births|marriages|divorces|articles|subscriptions|companies|cases|businesses)\b",
    re.IGNORECASE,
)


def unit_of_title(title: str) -> ReadUnit:
    """The unit that a title names, with its multiplier.

    >>> str(unit_of_title("Domestic credit to private sector (% of GDP)").unit), unit_of_title("Population, total").unit.name
    ('percentage', 'person')
    """
    title = in_english(title)
    for phrase in reversed(_BRACKETS.findall(title)):
        found = _in_brackets(title, phrase)
        if found is not None:
            return found
    return _bare(title)


def _bare(title: str) -> ReadUnit:
    """The unit of a title by its words outside of brackets: what stands behind a comma, or what is counted."""
    bare = _BRACKETS.sub(" ", title)
    listed = read_unit(bare.partition(", ")[2])
    if listed.unit.dimension is Dimension.MONEY or (listed.unit.dimension is Dimension.SHARE and "%" in bare):
        return replace(listed, unit=_per_person(title, listed.unit))
    scale = read_unit(found[0]).scale if (found := _IN_SCALE.search(bare)) else listed.scale
    return ReadUnit(_by_words(bare), scale)


def _in_brackets(title: str, phrase: str) -> ReadUnit | None:
    """The unit that a bracket names; None where it names none. A bare "(millions)" multiplies what the other words name."""
    phrase = ", ".join(part for part in phrase.split(", ") if not _ASIDES.search(part.strip()))
    found = read_unit(phrase)
    unit = found.unit
    if unit.dimension is Dimension.UNKNOWN and found.scale == 1:
        return None
    if unit.dimension is Dimension.UNKNOWN or (unit.dimension is Dimension.COUNT and not unit.name):
        return ReadUnit(_bare(title).unit, found.scale)
    if unit.dimension is Dimension.RATE and unit.name == "case":
        unit = replace(unit, name=_thing(title.partition("(")[0]) or "case")
    return replace(found, unit=_per_person(title, unit))


def _per_person(title: str, unit: Unit) -> Unit:
    apart = unit.dimension in {Dimension.MONEY, Dimension.PHYSICAL} and not unit.per
    return replace(unit, per="person") if apart and re.search(r"\bper capita\b", title, re.IGNORECASE) else unit


def _by_words(title: str) -> Unit:
    if _INDEX_WORDS.search(title):
        return Unit(Dimension.INDEX, "index point")
    if _SHARE_WORDS.search(title):
        return PERCENT
    if _NO_COUNT.search(title):
        return Unit(Dimension.UNKNOWN, "")
    if found := _NUMBER_OF.search(title):
        return Unit(Dimension.COUNT, singular(found[1].lower()))
    if _PEOPLE.search(title):
        return Unit(Dimension.COUNT, "person")
    if _COUNT_END.search(title) or _COUNTS.search(title):
        return Unit(Dimension.COUNT, _thing(title))
    return Unit(Dimension.UNKNOWN, "")


def _thing(head: str) -> str:
    """The thing counted: the first words of the title in the singular, where they are few."""
    words = re.sub(r"^number of\s+", "", head.partition(",")[0].strip(), flags=re.IGNORECASE).lower()
    return singular(words) if 0 < len(words.split()) <= 3 else ""
