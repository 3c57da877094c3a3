"""Find units in titles of the World Bank: in brackets, or as the thing counted.

The service leaves its `unit` field empty; only the title has "(current US$)".
"""

from __future__ import annotations

import re
from dataclasses import replace

from sources._text.macedonian_units import in_english
from sources._text.singular import singular
from sources._text.unit_parser import ReadUnit, read_unit
from workbench.core.quantity import PERCENT, Dimension, Unit

_BRACKETS = re.compile(r"\(([^()]*)\)")
_COUNTED = frozenset(
    [
        "animal",
        "applicant",
        "application",
        "arrival",
        "article",
        "birth",
        "case",
        "child",
        "claim",
        "company",
        "crime",
        "death",
        "departure",
        "dwelling",
        "employee",
        "enterprise",
        "establishment",
        "event",
        "family",
        "farm",
        "firm",
        "flight",
        "head",
        "homicide",
        "household",
        "incident",
        "inhabitant",
        "job",
        "killing",
        "licence",
        "license",
        "man",
        "migrant",
        "night",
        "offence",
        "offense",
        "passenger",
        "patent",
        "patient",
        "people",
        "person",
        "pupil",
        "refugee",
        "resident",
        "seeker",
        "ship",
        "student",
        "subscriber",
        "subscription",
        "tourist",
        "unit",
        "user",
        "vacancy",
        "vehicle",
        "victim",
        "visit",
        "visitor",
        "woman",
        "worker",
    ]
)
"""Nouns that are units where they stand in brackets after a title.

Other plurals there are remarks ("(both genders)").
"""

_FUNCTION_WORDS = (
    r"all|and|any|both|by|except|excluding|excl|for|from|including|incl|less|net|not|only|or|other|than|that|those"
    r"|under|with|without"
)
_NO_UNIT_WORD = re.compile(rf"\b(?:{_FUNCTION_WORDS})\b", re.IGNORECASE)
_STARTS_WITH_NUMBER = re.compile(r"\s*[+-]?\d[\d.,]*\s+(?!=)")
_ASIDES = re.compile(r"estimate|^bop$|^sitc|^isic|^wdi|^net$|^hs ", re.IGNORECASE)
_RATE_OF_WHOLE = r"(?<!exchange )(?<!mortality )(?<!birth )(?<!death )(?<!fertility )\brate\b"
_SHARE_WORDS = re.compile(
    r"%|\bpercent\b|\bshare\b.*\b(?:held|of)\b|\bpercentage\b|\bproportion of\b"
    rf"|{_RATE_OF_WHOLE}",
    re.IGNORECASE,
)
_DERIVED_MEASURES = (
    r"growth|density|expectancy|distribution|structure|composition|census|survey|average|mean|median|ratio|scores?"
    r"|premium|gap|years of|p-value|performance|polic(?:y|ies)"
)
_SCHOOL_TESTS = r"saber|pisa|timss|pirls|egra"
_NO_COUNT = re.compile(rf"\b(?:{_DERIVED_MEASURES}|{_SCHOOL_TESTS})\b", re.IGNORECASE)
_ENDS_IN_SCALE = re.compile(r"(?<!\bper )(?<!\d )\b(?:thousand|million|billion|trillion)s\s*\Z", re.IGNORECASE)
"""A multiplier that ends a title, as files are called: "population millions"."""
_MANY = r"(?:thousand|million|billion|trillion)s?|tausend|millionen|milliarden|(?:mn|bn|mio|mrd|mill|tsd)\.?"
_COIN = r"(?:of\s)?(?:[a-z]+\s)?(?:[^\W\d]+|[€£$])"
_ENDS_IN_MONEY = re.compile(rf"(?<!\bper )\b(?:{_MANY})\s{_COIN}\s*\Z", re.IGNORECASE)
"""The same with what is counted in: "gdp billion euros", "Umsatz in Mio. €"."""
_OF_MONEY = re.compile(r"\bas an? (?:proportion|share|percentage) of\b|\bgrowth rate\b", re.IGNORECASE)
"""Words behind a bracket that names money which say that the figure is none."""
_IN_SCALE = re.compile(r"\bin (thousand|million|billion)s\b", re.IGNORECASE)
_INDEX_WORDS = re.compile(r"\bindex\b", re.IGNORECASE)
_PERSONS = (
    r"population|refugees?|migrants?|migration|labor force|personnel|displaced persons|people|persons|workers"
    r"|researchers|deaths|births|passengers"
)
_PEOPLE = re.compile(rf"\b(?:{_PERSONS})\b", re.IGNORECASE)
_COUNT_END = re.compile(r",\s*(?:total|number|residents|nonresidents)\s*$|^number of\b|\bnumber of\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumber of ([\w-]+(?: [\w-]+)?)", re.IGNORECASE)
_BEHIND_NOUN = re.compile(
    r"(?<=s|e|n) (?:who|that|which|with|without|in|by|due|among|from|of|and|or|under|per|on|at|to|for|living|\w{3,}ed)\Z",
    re.IGNORECASE,
)
"""Words after a plural noun that are no part of its name: "people who", "students enrolled"."""

_COUNTED_PER = re.compile(r"\bper\s+(?P<per>(?:\d[\d., ']*)?(?:[a-z][\w-]*(?:\s[a-z][\w-]*)?)?)", re.IGNORECASE)
_ROUND_NUMBER = r"(?:\d{1,3}(?:[ ,.']?000)+|(?:a |one |1 )?(?:hundred )?(?:thousand|million))"
_ONE_OR_TWO_WORDS = r"(?:\s[a-z][\w-]*(?:\s[a-z][\w-]*)?)?"
_PER_MANY = re.compile(rf"\bper\s+(?P<per>{_ROUND_NUMBER}{_ONE_OR_TWO_WORDS})", re.IGNORECASE)
"""What a rate of many is counted against: "per 100,000 inhabitants" is never per cent."""

_RATE_OF = re.compile(r"\s*\brates?\b\s*(?:of\b)?\s*", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(?:applications|arrivals|departures|deaths|births|marriages|divorces"
    r"|articles|subscriptions|companies|cases|businesses)\b",
    re.IGNORECASE,
)


def unit_of_title(title: str) -> ReadUnit:
    """Return the unit that a title names, with its multiplier.

    >>> str(unit_of_title("Domestic credit to private sector (% of GDP)").unit), unit_of_title("Population, total").unit.name
    ('percentage', 'person')
    """
    title = _without_asides(in_english(title))
    for phrase in reversed(_BRACKETS.findall(title)):
        found = _in_brackets(title, phrase)
        if found is not None:
            return found
    return _bare(title)


def _without_asides(title: str) -> str:
    """Remove nested brackets from a title, which name a source and an edition.

    >>> _without_asides("Life Expectancy (UN Population Division (2015))"), _without_asides("GDP (current US$)")
    ('Life Expectancy ', 'GDP (current US$)')
    """
    found, depth, nested, start = "", 0, False, 0
    for at, sign in enumerate(title):
        if sign == "(":
            depth, nested = depth + 1, nested or depth > 0
            start = at if depth == 1 else start
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                found += "" if nested else title[start : at + 1]
                nested = False
        elif not depth:
            found += sign
    return found if not depth else title


def _bare(title: str) -> ReadUnit:
    """Return the unit of a title by its words outside brackets: after a comma, or the thing counted."""
    bare = _BRACKETS.sub(" ", title)
    listed = read_unit(bare.partition(", ")[2])
    if listed.unit.dimension is Dimension.MONEY or (listed.unit.dimension is Dimension.SHARE and "%" in bare):
        return replace(listed, unit=_per_person(title, listed.unit))
    if (per := _PER_MANY.search(bare)) is not None:
        return ReadUnit(
            Unit(Dimension.RATE, _thing(_RATE_OF.sub("", bare[: per.start()])) or "case", per=per["per"].strip(" ,."))
        )
    ends = _ENDS_IN_MONEY.search(bare)
    if ends and (money := read_unit(ends[0])).unit.dimension is Dimension.MONEY:
        return money
    found = _IN_SCALE.search(bare) or _ENDS_IN_SCALE.search(bare)
    scale = read_unit(found[0]).scale if found else listed.scale
    unit = _by_words(bare)
    if unit.dimension is Dimension.COUNT and (per := _COUNTED_PER.search(bare)):
        name = singular(bare[: per.start()].strip(" ,").lower())  # "polio cases per 1 million people" counts no people
        return ReadUnit(Unit(Dimension.RATE, name, per=per["per"].strip(" ,.")))
    return ReadUnit(unit, scale)


def _in_brackets(title: str, phrase: str) -> ReadUnit | None:
    """Return the unit in a bracket; None without one. A bare "(millions)" multiplies the unit of the other words."""
    phrase = ", ".join(part for part in phrase.split(", ") if not _ASIDES.search(part.strip()))
    found = read_unit(phrase)
    unit = found.unit
    if unit.dimension is Dimension.UNKNOWN and found.scale == 1:
        return None
    if _is_aside(phrase, found) or (unit.dimension is Dimension.MONEY and _OF_MONEY.search(title.rpartition(")")[2])):
        return None
    if unit.dimension is Dimension.UNKNOWN or (unit.dimension is Dimension.COUNT and not unit.name):
        return ReadUnit(_bare(title).unit, found.scale)
    if unit.dimension is Dimension.RATE and unit.name == "case":
        unit = replace(unit, name=_thing(title.partition("(")[0]) or "case")
    return replace(found, unit=_per_person(title, unit))


def _is_aside(phrase: str, found: ReadUnit) -> bool:
    """Check whether a bracket only seems to have a unit: an uncountable plural, or a size ("3.785 liters").

    >>> [_is_aside(words, read_unit(words)) for words in ("both genders", "persons", "3.785 liters", "1,000 tonnes", "JOLTS")]
    [True, False, True, False, True]
    """
    sized = found.unit.dimension in {Dimension.COUNT, Dimension.PHYSICAL, Dimension.DURATION} and found.scale == 1
    if sized and _STARTS_WITH_NUMBER.match(phrase):
        return True
    if found.unit.dimension is not Dimension.COUNT or not found.unit.name:
        return False
    counted = found.unit.name.rpartition(" ")[2] in _COUNTED
    return not counted or bool(_NO_UNIT_WORD.search(phrase)) or phrase.isupper()


def _per_person(title: str, unit: Unit) -> Unit:
    is_per_person = unit.dimension in {Dimension.MONEY, Dimension.PHYSICAL} and not unit.per
    return replace(unit, per="person") if is_per_person and re.search(r"\bper capita\b", title, re.IGNORECASE) else unit


def _by_words(title: str) -> Unit:
    if _INDEX_WORDS.search(title):
        return Unit(Dimension.INDEX, "index point")
    if _SHARE_WORDS.search(title):
        return PERCENT
    if _NO_COUNT.search(title):
        return Unit(Dimension.UNKNOWN, "")
    if found := _NUMBER_OF.search(title):
        return Unit(Dimension.COUNT, singular(_BEHIND_NOUN.sub("", found[1]).lower()))
    if _PEOPLE.search(title):
        return Unit(Dimension.COUNT, "person")
    if _COUNT_END.search(title) or _COUNTS.search(title):
        return Unit(Dimension.COUNT, _thing(title))
    return Unit(Dimension.UNKNOWN, "")


def _thing(head: str) -> str:
    """Return the thing counted: the first words of the title in the singular, where they are few."""
    words = re.sub(r"^number of\s+", "", head.partition(",")[0].strip(), flags=re.IGNORECASE).lower()
    return singular(words) if 0 < len(words.split()) <= 3 else ""
