"""Add up a total of which a table has only the parts: men and women, ages year by year.

Where an office prints no total, the first row would be read as the whole, and the newborn as the population. Parts are
only added where they certainly cover the whole without overlap, and where the table counts things; the evidence of such
a figure is all of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sources._cube.cube import Axis
from sources._text.additivity_in_titles import adds_of
from sources._text.lookalikes import folded
from sources._text.macedonian_units import in_english
from sources._text.units_in_titles import unit_of_title
from workbench.core.evidence import Evidence
from workbench.core.number import EXACT
from workbench.core.period import Period
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, Observation, Status

ADDED = "added"
"""Pseudo-code of a member that is the sum of all members of its variable."""

_SEXES = ({"men", "women"}, {"male", "female"}, {"males", "females"}, {"мажи", "жени"}, {"машки", "женски"})
_SEX_NAMES = [{folded(word) for word in pair} for pair in _SEXES]
_AGE = re.compile(r"(\d{1,3})(?: (?:years?|год\.?|години))?\Z")
_OLDEST = re.compile(r"(\d{1,3}) ?(?:\+|(?:years )?and (?:over|more|older)|и повеќе)(?: (?:years|години))?\Z")
_NO_SUM = re.compile(
    r"\b(?:per|rates?|average|mean|median|index|indices|share|ratio|percent(?:age)?|expectancy|gap)\b|%|стапк|индекс|просе",
    re.IGNORECASE,
)
_FEWEST_AGES = 50


def is_whole(axis: Axis) -> bool:
    """Check whether the members of a variable cover the whole without overlap.

    >>> from sources._cube.cube import Member
    >>> is_whole(Axis("s", "Sex", (Member("1", "Men"), Member("2", "Women"))))
    True
    >>> is_whole(Axis("a", "Age", (Member("1", "0-14"), Member("2", "15-64"))))
    False
    """
    if {folded(member.label) for member in axis.members} in _SEX_NAMES:
        return True
    return _are_years_of_age([member.label.strip().lower() for member in axis.members])


def _are_years_of_age(labels: Sequence[str]) -> bool:
    """Check for ages from 0 on without a gap, the last one open-ended."""
    if len(labels) < _FEWEST_AGES or not (last := _OLDEST.match(labels[-1])):
        return False
    ages = [int(found[1]) for label in labels[:-1] if (found := _AGE.match(label))]
    return [*ages, int(last[1])] == list(range(len(labels)))


def counts_things(title: str) -> bool:
    """Check whether a table's figures may be added over its parts: counts, not rates or averages.

    >>> counts_things("Population on 31 December by sex and age"), counts_things("Deaths per 1,000 inhabitants by sex")
    (True, False)
    """
    english = in_english(title)
    unit = unit_of_title(english).unit
    addable = unit.dimension is Dimension.COUNT and adds_of(english, unit) in {Additivity.SUM, Additivity.LAST}
    return addable and not _NO_SUM.search(english)


def added(parts: Sequence[Sequence[Observation]]) -> list[Observation]:
    """Add the figures of all parts for each place and time; the sum is missing where a part is.

    Args:
        parts: The figures of each part, all from one body.
    """
    found: dict[tuple[str, Period], list[Observation]] = {}
    for part in parts:
        for one in part:
            found.setdefault((one.place, one.period), []).append(one)
    return [_sum(ones, len(parts)) for ones in found.values()]


def _sum(ones: Sequence[Observation], count: int) -> Observation:
    first = ones[0]
    values = [one.value for one in ones if one.value is not None]
    evidence = [one.evidence for one in ones if one.evidence is not None]
    scales = {one.scale for one in evidence}
    if len(values) != count or len(evidence) != count or len(scales) != 1:
        note = "a part of the whole is missing"
        return replace(first, value=None, step=Decimal(1), status=Status.MISSING, evidence=None, note=note)
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    pointers = tuple(pointer for one in evidence for pointer in one.pointers)
    marked = next((one.status for one in ones if one.status is not Status.FINAL), Status.FINAL)
    return replace(
        first,
        value=total,
        step=max(one.step for one in ones),
        status=marked,
        evidence=Evidence(evidence[0].snapshot, pointers, evidence[0].scale),
        note=f"added up from {count} figures",
    )
