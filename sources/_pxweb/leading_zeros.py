"""Find zeros before a PxWeb series begins, and read them as missing.

MakStat writes 0 for years before a series begins. A missing figure must never be read as zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, takewhile

from workbench.core.errors import Problem
from workbench.core.series import Observation, Status

ZEROS = frozenset({"MakStat"})
"""Installations that write 0 for years without data."""

_FAR = 100
_ENOUGH = 3


def without_leading_zeros(title: str, found: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
    """Mark zeros at the beginning of a place's series as missing, where all later figures are far from zero.

    Args:
        title: The installation's name for readers.
        found: The figures, in order of place and time.
    """
    kept: list[Observation] = []
    gone: list[Observation] = []
    for _, group in groupby(found, key=lambda one: one.place):
        mine = list(group)
        zeros = list(takewhile(lambda one: one.value is None or one.value == 0, mine))
        rest = [(one.value, one.step) for one in mine[len(zeros) :] if one.value is not None]
        if len(rest) >= _ENOUGH and all(abs(value) >= _FAR * step for value, step in rest):
            gone += [one for one in zeros if one.value is not None]
            mine = [*map(_missing, zeros), *mine[len(zeros) :]]
        kept += mine
    return kept, [_left_out(title, gone)] if gone else []


def _missing(one: Observation) -> Observation:
    if one.value is None:
        return one
    note = "coded 0 by the office before the series begins"
    return replace(one, value=None, step=Decimal(1), status=Status.MISSING, evidence=None, note=note)


def _left_out(title: str, gone: Sequence[Observation]) -> Problem:
    first, last = gone[0].period.label, gone[-1].period.label
    span = first if first == last else f"{first}–{last}"
    message = f"the figures of {span} are coded 0 and were taken as missing, since the series begins after them."
    return Problem(title, message, "Look at the office's own table if a zero is meant.", "zero-for-missing")
