"""The registry of units: the names of each, the kind of thing it measures, and its exact factor to the kind's base unit.

One table, `units.toml`, is used to read, distinguish and convert units (litres and cubic metres). A unit without a factor
converts only to itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workbench.core.number import EXACT
from workbench.core.quantity import Dimension, Unit

_DURATIONS = frozenset({"time", "months"})
_WRITTEN_SMALL = frozenset({"ms"})
"""Units of time that are read as physical quantities."""

_LINKS = (" per ", " an ", " of ")
_CARBON = re.compile(r"\bcarbon[ -]dioxide\b")
_EQUIVALENT = re.compile(r"[ -]*(?:equivalents?|eq\b\.?)")


@dataclass(frozen=True, slots=True)
class UnitMeasure:
    """A unit of the registry.

    Attributes:
        code: Its code, in small letters ("kwh").
        kind: What it measures ("energy"); a unit without a factor is a kind of its own.
        factor: Its exact value in the kind's base unit.
        names: Its English name and other spellings, in the singular.
        unsure: The assumption made where its name can mean two units; else empty.
    """

    code: str
    kind: str
    factor: Fraction
    names: tuple[str, ...]
    unsure: str = ""

    @property
    def dimension(self) -> Dimension:
        """Whether it is a length of time or another physical quantity."""
        timed = self.kind in _DURATIONS and self.code not in _WRITTEN_SMALL
        return Dimension.DURATION if timed else Dimension.PHYSICAL


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit of the registry, and the substance it is about.

    Attributes:
        measure: The unit of the registry.
        of: The substance that is weighed or measured ("co2"), where the unit's name says it; else empty.
    """

    measure: UnitMeasure
    of: str = ""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.core").joinpath("units.toml").read_text(encoding="utf-8"))


@cache
def measures() -> Mapping[str, UnitMeasure]:
    """Return every unit of the registry by its code.

    >>> measures()["ac"].kind, measures()["ac"].factor == Fraction("4046.8564224"), measures()["toe"].kind
    ('area', True, 'energy')
    """
    table = _table()
    found = {
        code: UnitMeasure(code, kind, _ratio(row[0]), tuple(row[1:]), table["unsure"].get(code, ""))
        for kind, units in table["kinds"].items()
        for code, row in units.items()
    }
    return found | {code: UnitMeasure(code, code, Fraction(1), tuple(names)) for code, names in table["alone"].items()}


def _ratio(written: str) -> Fraction:
    over, _, under = written.partition("/")
    return Fraction(over) / Fraction(under or "1")


def plurals(name: str) -> tuple[str, ...]:
    """List the forms of a unit's name, the singular first.

    >>> plurals("square foot"), plurals("mile per hour"), plurals("penny")
    (('square foot', 'square feet'), ('mile per hour', 'miles per hour'), ('penny', 'pennies'))
    """
    for link in _LINKS:
        head, per, tail = name.partition(link)
        if per:
            return name, f"{head}s{per}{tail}"
    if name.endswith("foot"):
        return name, name.replace("foot", "feet")
    if name.endswith("inch"):
        return name, name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name, name[:-1] + "ies"
    return name, name + "s"


@cache
def _by_name() -> Mapping[str, UnitMeasure]:
    known = measures()
    found = {form: one for one in known.values() for name in one.names for form in plurals(name.lower())}
    return found | {name.lower(): known[code] for name, code in _table()["ages"].items()}


def measured_in(unit: Unit) -> Measured | None:
    """Find the registry's unit for a unit, and the substance; None where the registry lacks it.

    The name counts before the code: a tonne of oil equivalent is energy, whatever its code.

    >>> measured_in(Unit(Dimension.PHYSICAL, "tonne of CO2", "t")).of
    'co2'
    >>> measured_in(Unit(Dimension.PHYSICAL, "tonne of oil equivalent", "t")).measure.kind
    'energy'
    >>> measured_in(Unit(Dimension.COUNT, "person")) is None
    True
    """
    return _measured_in(unit.name, unit.code)


@lru_cache(maxsize=4096)
def _measured_in(name: str, code: str) -> Measured | None:
    found = measure_of_words(name)
    known = found[0] if found else measures().get((code or name).lower())
    return Measured(known, _stuff(found[1]) if found else "") if known else None


def measure_of_words(words: str) -> tuple[UnitMeasure, str] | None:
    """Find the unit that some words begin with, by its longest name, and the words after it.

    >>> measure_of_words("cubic metres of water")[0].code, measure_of_words("cubic metres of water")[1]
    ('m3', 'of water')
    """
    parts = words.lower().replace("-hour", " hour").split()
    for end in range(min(len(parts), 6), 0, -1):
        name = " ".join(parts[:end]).rstrip(",;:")
        if (known := _by_name().get(name)) is not None:
            return known, " ".join(parts[end:])
    return None


def _stuff(behind: str) -> str:
    """Normalise the name of the substance after a unit; empty where the words name none."""
    found = re.match(r"of (.+)", re.split(r" \(|,|;| per ", behind, maxsplit=1)[0])
    if found is None:
        return ""
    return " ".join(_EQUIVALENT.sub(" equivalent", _CARBON.sub("co2", found[1].replace("₂", "2"))).split())


def ratio(one: UnitMeasure, other: UnitMeasure) -> Decimal | None:
    """Compute the factor from one unit to another; None where they measure different kinds of things.

    >>> known = measures()
    >>> str(ratio(known["m3"], known["l"])), str(ratio(known["ac"], known["ha"])), ratio(known["mo"], known["day"])
    ('1000', '0.40468564224', None)
    """
    if one.kind != other.kind:
        return None
    exact = one.factor / other.factor
    return EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))


@dataclass(frozen=True, slots=True)
class Coin:
    """A name of money that several currencies share, or a part of a currency ("penny").

    Attributes:
        of: The currencies that it may belong to; empty for any.
        part: How much of one unit of the currency it is.
    """

    of: frozenset[str]
    part: Decimal


@cache
def _coins() -> Mapping[str, Coin]:
    return {name: Coin(frozenset(row["of"]), Decimal(row["is"])) for name, row in _table()["money"].items()}


def coin(unit: Unit) -> Coin:
    """Find the possible currencies of a unit of money, and which part of a currency unit it is.

    >>> coin(Unit(Dimension.MONEY, "euro", "EUR")).of == {"EUR"}, str(coin(Unit(Dimension.MONEY, "penny")).part)
    (True, '0.01')
    """
    if unit.code:
        return Coin(frozenset({unit.code}), Decimal(1))
    return _coins().get(unit.name, Coin(frozenset(), Decimal(1)))


@cache
def shared_money() -> Mapping[str, tuple[str, ...]]:
    """Map names of money that several countries use to their currencies, the usual one first.

    >>> shared_money()["pound"][:2], "euro" in shared_money(), "penny" in shared_money()
    (('GBP', 'EGP'), False, False)
    """
    rows = _table()["money"].items()
    return {name: tuple(row["of"]) for name, row in rows if row["is"] == "1" and len(row["of"]) > 1}


@cache
def _counted() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(word.lower() for word in words) for name, words in _table()["counted"].items()}


def counts(thing: str) -> str:
    """Classify a counted thing.

    The classes are ``people``, ``some`` of them, ``parents``, ``things`` that happen to them, ``events``, ``bodies`` (households, firms, vehicles:
    not people) and ``anything``; empty where unknown.

    >>> counts("inhabitants"), counts("live birth"), counts("women aged 15 to 19"), counts("wolf")
    ('people', 'things', 'some', '')
    """
    head = re.split(r" (?:of|per|aged|at|under|over|in) ", thing.lower(), maxsplit=1)[0].strip()
    last = head.rpartition(" ")[2]
    wanted = [form for word in (head, last) for form in _singulars(word)]
    for sort, words in _counted().items():
        if any(word in words for word in wanted):
            return "some" if sort == "people" and last != head else sort
    return ""


@cache
def _newborn() -> frozenset[str]:
    words: list[str] = _table()["newborn"]["words"]
    return frozenset(word.lower() for word in words)


def are_newborn(thing: str) -> bool:
    """Check whether the denominator of a rate is births or newborn children: "live births", "babies".

    >>> are_newborn("live births"), are_newborn("children"), are_newborn("women")
    (True, True, False)
    """
    low = thing.lower().strip()
    return any(form in _newborn() for word in (low, low.rpartition(" ")[2]) for form in _singulars(word))


def _singulars(word: str) -> Iterator[str]:
    yield word
    irregular = {"women": "woman", "men": "man", "children": "child", "people": "people"}
    yield irregular.get(word, word.removesuffix("s"))
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("sses"):
        yield word[:-2]


_OF_EACH = frozenset({"%", "per", "percentage"})


def is_of_each(written: str) -> bool:
    """Check whether a unit in words is that of a rate or a share, which do not add up over parts.

    >>> is_of_each("deaths per 1,000 live births"), is_of_each("%"), is_of_each("car")
    (True, True, False)
    """
    return not _OF_EACH.isdisjoint(written.split())
