"""Reads the name of a unit: its denominator with the number, and the thing it names."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.core.number import EXACT
from workbench.core.quantity import Unit
from workbench.core.units import counts

_ONE = Decimal(1)
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\s*(\d[\d,. ]*)?(hundred thousand|thousand|million)?\s*(.*)", re.DOTALL)
_WORDS = {"hundred thousand": Decimal(100_000), "thousand": Decimal(1000), "million": Decimal(1_000_000)}


_AGE = re.compile(r"\b(?:age|life expectancy)\b", re.IGNORECASE)
"""What titles of ages and of years of life say."""


def tells_age(title: str) -> bool:
    """Check whether a title is one of ages or of years of life, which are told without their years.

    >>> tells_age("Mean age at first marriage"), tells_age("Average wage")
    (True, False)
    """
    return _AGE.search(title) is not None


def counts_deaths(unit: Unit) -> bool:
    """Check whether a unit counts deaths.

    >>> from workbench.core.quantity import Dimension
    >>> counts_deaths(Unit(Dimension.COUNT, name="death")), counts_deaths(Unit(Dimension.COUNT, name="birth"))
    (True, False)
    """
    return unit.name.lower() == "death"


def names_thing(thing: str, words: str) -> bool:
    """Check whether some words name a thing by their head noun, in the singular or the plural.

    >>> names_thing("application of asylum", "First applications"), names_thing("tonne", "euros")
    (True, False)
    """
    head = re.split(r" of ", thing.lower(), maxsplit=1)[0].rpartition(" ")[2]
    stem = head[:-1] if head.endswith(("y", "e", "s")) and len(head) > 3 else head
    return bool(stem) and re.search(rf"\b{re.escape(stem)}(?:|s|es|e|y|ies|en|n)\b", words.lower()) is not None


def counted_per(per: str) -> tuple[Decimal, str]:
    """Find the denominator of a rate: the number and the thing.

    >>> counted_per("100,000 people"), counted_per("hundred thousand inhabitants"), counted_per("year")
    ((Decimal('100000'), 'people'), (Decimal('100000'), 'inhabitants'), (Decimal('1'), 'year'))
    """
    found = _NUMBER.fullmatch(per.lower())
    if found is None:
        return _ONE, per.lower()
    digits = re.sub(r"[, .]", "", found[1] or "")
    times = EXACT.multiply(Decimal(digits or 1), _WORDS.get(found[2] or "", _ONE))
    return times or _ONE, re.split(r" per | an? ", found[3], maxsplit=1)[0].strip()


def same_name(one: str, other: str) -> bool:
    """Check whether two units have the same name, whatever their capitals.

    >>> same_name("Index", "index"), same_name("", "index")
    (True, False)
    """
    return bool(one) and one.lower() == other.lower()


def counted_kinds(title: str) -> frozenset[str]:
    """Find the classes of the things that a title names, as `counts` has them: people, or bodies.

    >>> sorted(counted_kinds("Employees of enterprises") - {""})
    ['bodies', 'some']
    """
    return frozenset(counts(word) for word in _WORD.findall(title))
