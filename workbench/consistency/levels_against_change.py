"""Compares the levels of two years in one sentence with the claimed change: counts that fall but are said to grow.

"131 cases in 2020 and 98 in 2021, an increase", "doubled from 40 to 60": the sentence has both figures and the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, change
from workbench.compare.claimed_figure import Claimed, claimed_change, claimed_direction
from workbench.compare.finding_words import said, unit_words
from workbench.compare.unit_conversion import side_by_side
from workbench.consistency import change_in_words, finding_without_series
from workbench.consistency.counted_nouns import head_noun
from workbench.consistency.levels_in_sentence import Level, SpokenLevels
from workbench.consistency.within_rounding_and_hedges import DISAGREE, change_within_hedges, compare_implied
from workbench.core.claim import Change, ChangeMode, Claim, Direction
from workbench.core.errors import ComparisonError
from workbench.core.finding import Finding
from workbench.core.number import EXACT
from workbench.core.quantity import POINTS, Dimension, Unit

_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:\w+\s+){0,4}?to\s+(?:\w+\s+)?$", re.IGNORECASE)


def over_time(claim: Claim, sentence: SpokenLevels) -> Iterator[Finding]:
    """Yield the change between two levels of the claim's sentence, where it contradicts the claimed one."""
    moves = [each for each in sentence.claims if each.change is not None]
    from_to = [each for each in moves if _both_ends(each) is not None]
    said_of = [each for each in moves if each not in from_to] or moves
    pair = _both_ends(from_to[0]) if len(from_to) == 1 else None if from_to else _two(sentence)
    if len(said_of) != 1 or pair is None or said_of[0].change is None:
        return
    moved = said_of[0].change.value
    if claim.id not in {said_of[0].id, *(level.owner.id for level in pair)} or moved.direction is Direction.FLAT:
        return
    if moved.origin is not None and moved.target is not None:
        return
    yield from _held(claim, moved, *pair)


def _both_ends(claim: Claim) -> tuple[Level, Level] | None:
    """Take both ends of a change without a size: "went from 131 cases to 98, an increase of 25 percent" is two claims."""
    moved = claim.change.value if claim.change is not None else None
    if moved is None or moved.amount is not None or moved.origin is None or moved.target is None:
        return None
    units = moved.origin.value.unit, moved.target.value.unit
    return (Level(moved.origin, claim), Level(moved.target, claim)) if side_by_side(*units) else None


def _two(sentence: SpokenLevels) -> tuple[Level, Level] | None:
    """Find the older and the newer of the sentence's only two levels: "from … to", or of two named years."""
    if len(sentence.levels) != 2:
        return None
    first, second = sentence.levels
    kinds = {first.dimension, second.dimension} - {Dimension.UNKNOWN}
    if len(kinds) > 1 or any(level.amount.unit.per for level in sentence.levels):
        return None
    if not side_by_side(first.amount.unit, second.amount.unit) or not _one_thing(first.amount.unit, second.amount.unit):
        return None
    if _FROM.search(sentence.before(first)) and _TO.match(sentence.between(first, second)):
        return first, second
    when = [level.owner.period.value if level.owner.period else None for level in (first, second)]
    if when[0] is None or when[1] is None or when[0].overlaps(when[1]):
        return None
    return (first, second) if when[0] < when[1] else (second, first)


def _one_thing(one: Unit, other: Unit) -> bool:
    """Check whether two figures count the same thing, or one does not say what it counts: 98 deaths are no fall from 131 cases."""
    names = {head_noun(unit.name) for unit in (one, other) if unit.name}
    return Dimension.COUNT not in {one.dimension, other.dimension} or len(names) < 2


def _held(claim: Claim, moved: Change, old: Level, new: Level) -> Iterator[Finding]:
    mode = _mode(moved, old)
    line = _line(moved, mode)
    if old.amount.low <= 0 or old.amount.high is not None or new.amount.high is not None:
        return
    sheet, unit = Sheet(), _unit(mode, old, new)
    ends = [_given(sheet, level) for level in (old, new)]
    after, before = (0, 1) if change_in_words.fell_by_factor(moved) else (1, 0)
    try:
        figure = change(sheet, mode, ends[after], ends[before], unit)
    except ComparisonError:
        return
    amounts = (old.amount, new.amount)
    made = change_within_hedges(amounts[after], amounts[before], mode)
    how = compare_implied(line, figure.value, made)
    if how not in DISAGREE:
        return
    why = f"From {_words(old)} to {_words(new)} is {change_in_words.change_in_words(figure.value, moved, mode, unit)}, where the claim says {change_in_words.said_change(moved)}."
    found = finding_without_series.bare(claim, "its figures do not fit one another", sheet, unit, why)
    difference = None if line.value is None else EXACT.subtract(figure.value, line.value)
    yield finding_without_series.against(found, line, how, difference)


def _mode(moved: Change, level: Level) -> ChangeMode:
    """Find the mode of the change: as said, or a difference where only a direction is said."""
    if moved.amount is None:
        return ChangeMode.ABSOLUTE
    share = level.dimension is Dimension.SHARE
    return ChangeMode.POINTS if share and moved.mode is ChangeMode.ABSOLUTE else moved.mode


def _line(moved: Change, mode: ChangeMode) -> Claimed:
    if moved.amount is None:
        return claimed_direction(moved.direction, Decimal(0))
    return claimed_change(moved.amount.value, moved.direction, mode)


def _unit(mode: ChangeMode, old: Level, new: Level) -> str:
    named: Unit = old.amount.unit if old.dimension is not Dimension.UNKNOWN else new.amount.unit
    return change_in_words.change_unit(mode, unit_words(POINTS if named.dimension is Dimension.SHARE else named))


def _given(sheet: Sheet, level: Level) -> SheetFigure:
    return sheet.given(level.amount.low, unit_words(level.amount.unit), f"claimed: {_words(level)}")


def _words(level: Level) -> str:
    return said(level.amount, level.amount.unit)
