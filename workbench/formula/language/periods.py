"""Periods in a formula: their syntax, and the days that they mean for a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from workbench.compare.figure_limits import moved_period
from workbench.core.claim import Claim
from workbench.core.dates.period_codes import read_time, write_time
from workbench.core.period import Period
from workbench.formula.language.errors import At, FormulaError, UnreadableFormulaError
from workbench.formula.language.formula_size_limits import MOST_YEARS
from workbench.formula.language.nodes import PeriodNode, Stretch
from workbench.formula.language.scanner import Scanner

ANCHORS = ("said", "base", "latest")
"""Periods that depend on the claim."""

_CODE = re.compile(r"\d{4}(?:-?[QKSBHMW]\d{1,2}|-\d{2}(?:-\d{2})?)?(?!\w|\.\d)", re.ASCII | re.IGNORECASE)
_ANCHOR = re.compile(r"(said|base|latest)\b(?!\s*=)(?:\s*([+−-])\s*(\d{1,3})\b)?", re.IGNORECASE)
_BACK = re.compile(r"([+−-])\s*(\d{1,3})\b(?!\s*\()")
_AFTER = re.compile(r"\s*(?:\.\.|,|\)|\])")


def moment(scanner: Scanner, *, alone: bool = False) -> PeriodNode | None:
    """Parse the next period; None where there is none.

    Args:
        scanner: The text.
        alone: Take it only where nothing but ``..``, a comma or a bracket follows: ``1990 * x`` is no year.

    Raises:
        UnreadableFormulaError: It looks like a period and is not one of the calendar.
    """
    start = scanner.at
    for pattern in (_ANCHOR, _BACK, _CODE):
        found = scanner.peek(pattern)
        if found is None or (alone and not _AFTER.match(scanner.text, found.end())):
            continue
        scanner.take(pattern)
        return _read(pattern, found, scanner.since(start))
    return None


def _read(pattern: re.Pattern[str], found: re.Match[str], at: At) -> PeriodNode:
    if pattern is _CODE:
        return PeriodNode(_code(found[0], at), at=at)
    if pattern is _BACK:
        return PeriodNode("said", _years(found[1], found[2], at), at)
    return PeriodNode(found[1].lower(), _years(found[2], found[3], at) if found[3] else 0, at)


def _code(written: str, at: At) -> str:
    try:
        return write_time(read_time(written.upper())) if "W" not in written.upper() else written.upper()
    except ValueError as error:
        message = f"{written} is no period of the calendar."
        raise UnreadableFormulaError(message, "Write 2021, 2021-Q3, 2021-09 or 2021-09-30.", at) from error


def _years(sign: str, digits: str, at: At) -> int:
    years = int(digits)
    if years > MOST_YEARS:
        raise UnreadableFormulaError(
            f"{years} years are too far off.", f"Move a period by {MOST_YEARS} years at most.", at
        )
    return years if sign == "+" else -years


def when(scanner: Scanner, *, alone: bool = False) -> PeriodNode | Stretch | None:
    """Parse the next period or stretch; None where there is none."""
    first = moment(scanner, alone=alone)
    if first is None or not scanner.sign(".."):
        return first
    last = moment(scanner)
    if last is None:
        raise scanner.wrong("No period stands after “..”", "Write the stretch as 2021-01..2021-09.")
    return Stretch(first, last)


@dataclass(frozen=True, slots=True)
class TimeSlots:
    """What a formula fills in from its claim.

    Attributes:
        place: The claim's place; None where it names none.
        period: The claim's period; None where it names none.
        base: What its change is measured from; the year before its period where it does not say.
        said: The day the words were said, or today.
    """

    place: str | None
    period: Period | None
    base: Period | None
    said: date


def slots(claim: Claim, today: date) -> TimeSlots:
    """Take the values that a claim fills in."""
    period = claim.period.value if claim.period else None
    named = claim.change.value.base if claim.change else None
    return TimeSlots(claim.place, period, named or (moved_period(period, -12) if period else None), claim.said or today)


def period_of(asked: PeriodNode, filled: TimeSlots) -> Period | None:
    """Resolve a moment to a period for a claim; None for ``latest``, which depends on the figures.

    Raises:
        FormulaError: The claim names none, or it is outside the calendar.
    """
    if asked.anchor == "latest":
        return None
    if asked.anchor not in ANCHORS:
        return read_time(asked.anchor)
    period = filled.period if asked.anchor == "said" else filled.base
    if period is None:
        hint = "Write the period itself, such as 2021, or latest."
        raise FormulaError(f"“{asked.anchor}” is no period here: the claim names none.", hint, asked.at)
    return moved_period(period, 12 * asked.years) if asked.years else period
