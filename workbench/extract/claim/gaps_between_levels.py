"""Read the distance between two levels: "43.4 in the Netherlands, 39.2 in Belgium. The gap is 4.2 points"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice, takewhile

from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention
from workbench.core.quantity import POINTS, Amount, Dimension
from workbench.extract.claim.levels_around import LevelsAround, is_level, measures_alike
from workbench.extract.words.word_patterns import holds_phrase, may_hold_phrase

_BACK, _ON = 60, 24
"""Characters before and after a figure in which words may call it a distance."""
_MEASURED = frozenset({ClaimKind.LEVEL, ClaimKind.SHARE})


def gap_between_levels(around: LevelsAround, language: str) -> tuple[Claim, Claim, Claim] | None:
    """Read a claim of a distance as a change; None where it is no distance.

    Return the change and the two levels that it lies between, first the one that the change is about: of two places the
    one with the larger figure, of two times the later.

    Args:
        around: The claim and the levels around it.
        language: The language whose word file the sentence is read by.
    """
    claim = around.claim
    if claim.amount is None or claim.kind not in _MEASURED or claim.rank is not None:
        return None
    at = claim.span.shift(-claim.sentence.start)
    if not may_hold_phrase(claim.context, "relations", "distance", language):
        return None
    if not holds_phrase(claim.context[max(0, at.start - _BACK) : at.end + _ON], "relations", "distance", language):
        return None
    levels = list(islice(takewhile(is_level, around.earlier), 2))
    if len(levels) != 2 or levels[0] not in (*around.here, *around.right_before):
        return None
    last, first = levels
    bare = not claim.amount.value.unit.name or holds_phrase(claim.quote, "relations", "points", language)
    figure = _in_unit_of(claim.amount, last, first, bare=bare)
    if figure is None or not measures_alike(last, first):
        return None
    mode = ChangeMode.POINTS if figure.value.unit == POINTS else ChangeMode.ABSOLUTE
    own, other = (first, last) if _low(first) > _low(last) and first.place != last.place else (last, first)
    way = Direction.UP if _low(own) >= _low(other) else Direction.DOWN
    change = Mention(claim.span, Change(way, mode, figure), "distance")
    moved = replace(claim, kind=ClaimKind.CHANGE, amount=figure, amounts=(figure,), change=change, changes=(change,))
    return moved, own, other


def _low(claim: Claim) -> Decimal:
    return claim.amount.value.low if claim.amount is not None else Decimal(0)


def _in_unit_of(figure: Mention[Amount], one: Claim, other: Claim, *, bare: bool) -> Mention[Amount] | None:
    """Give a distance the unit of the two levels, or percentage points between shares; None where it has another unit.

    `bare` says that the distance is given without a unit, or in points.
    """
    if one.amount is None or other.amount is None:
        return None
    units = [
        each.value.unit for each in (one.amount, other.amount) if each.value.unit.dimension is not Dimension.UNKNOWN
    ]
    if len(set(units)) > 1:
        return None
    unit = units[0] if units else one.amount.value.unit
    shares, said = unit.dimension is Dimension.SHARE, figure.value.unit
    if shares and (said == POINTS or bare):
        return replace(figure, value=replace(figure.value, unit=POINTS))
    if shares or not (said == unit or bare):
        return None
    return replace(figure, value=replace(figure.value, unit=unit))
