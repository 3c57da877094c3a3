"""Set the base of a change: a period of the claims around it, or the period one step before its own.

A claim around it gives the other slots as well: its place, its period and its measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import MULTIPLES, Change, Claim, Mention
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.extract.claim.levels_around import LevelsAround, is_level, measures_alike

_TWO = 2
PLACED = frozenset({"inherited-place", "assumed-place"})
"""Kinds of notes on a place that the claim's own words do not name."""
_REPLACED = frozenset({"other-period", "unread-period", "inherited-period", *PLACED})


def measured_from(claim: Claim, change: Mention[Change], base: Period) -> Claim:
    """Set the base of a claim's change.

    >>> from workbench.core.period import year
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("In 2021 prices rose by 3 percent.").claims
    >>> str(measured_from(claim, claim.change, year(2015)).change.value.base)
    '2015'
    """
    based = changed_copy(change, value=changed_copy(change.value, base=base))
    return changed_copy(claim, change=based, changes=tuple(based if m is change else m for m in claim.changes))


def over_step(claim: Claim) -> Claim:
    """Give a claim of change that names its step ("on the month") the base one step before its period.

    Return the claim itself where it names another base. A named base is ignored where it does not lie before the
    claim's own period ("last month" was counted from the day of the speech), or where the base is the part of it that
    is meant: with "the year before", one month of that year.

    >>> from workbench.extract import read_text
    >>> said = "In May 2021 prices rose by 3 percent. Wages rose by 2 percent on the month."
    >>> str(read_text(said).claims[1].change.value.base)
    'Apr 2021'
    """
    change, period = claim.change, claim.period
    base = None if claim.step is None or period is None else claim.step.before(period.value)
    if change is None or period is None or base is None:
        return claim
    named = change.value.base
    if named is not None and (named == base or (named.end <= period.value.start and not named.contains(base))):
        return claim
    return measured_from(claim, change, base)


def with_slots_of(claim: Claim, own: Claim, change: Claim) -> Claim:
    """Give a change the place, the period and the measure of a figure, and the notes on what was assumed for them.

    Args:
        claim: The claim as read, whose notes are kept where they still hold.
        own: The figure.
        change: The claim with the change as it is now measured.
    """
    kept = [note for note in claim.notes if note.kind not in _REPLACED]
    assumed = [note for note in own.notes if note.kind in PLACED]
    periods = () if own.period is None else (own.period,)
    return changed_copy(
        change, measure=own.measure, place=own.place, period=own.period, periods=periods, notes=(*kept, *assumed)
    )


def restated_change(around: LevelsAround) -> Claim | None:
    """Read a size that states again the change right before it: "from 30,000 in 2000 to 51,000 in 2020, | 70 percent more".

    Return None where the claim does not.
    """
    claim, before = around.claim, next(iter(around.here), None)
    if claim.change is None or before is None or before.change is None or claim.change.rule in MULTIPLES:
        return None
    moved, size = before.change.value, claim.change.value
    if moved.origin is None or moved.target is None or moved.base is None or size.amount is None:
        return None
    same_way = size.direction is moved.direction and size.origin is None and size.target is None
    undated = size.base is None or (claim.period is not None and size.base == claim.period.value)
    if not same_way or not undated or claim.place != before.place or claim.comparison is not None:
        return None
    if not (claim.measure_from_before or measures_alike(before, claim)):
        return None
    return with_slots_of(claim, before, measured_from(claim, claim.change, moved.base))


def between_levels_ahead(around: LevelsAround, times: Sequence[Mention[Period]]) -> Claim | None:
    """Read a change without a size between the only two levels before it in its sentence, where it names no other time.

    Example: "12 euros in 2008, 14 euros in 2017: that is how far rents in Malta | have risen". Return None for any other.

    Args:
        around: The change with the levels around it.
        times: The periods that its sentence names.
    """
    claim, change = around.claim, around.claim.change
    plain = change is not None and not change.value.figures and change.value.base is None and not claim.trends
    if change is None or not plain or around.behind or len(around.here) != _TWO or claim.comparison is not None:
        return None
    dated = sorted((each.period.value, k) for k, each in enumerate(around.here) if each.period is not None)
    if len(dated) != _TWO or not all(is_level(each) and each.place in {None, claim.place} for each in around.here):
        return None
    (base, _), (_, last) = dated
    later = around.here[last]
    if later.period is None or {each.value for each in times} != {base, later.period.value}:
        return None
    if base.months != later.period.value.months or later.period.value.start < base.end:
        return None
    own = changed_copy(later, measure=claim.measure, place=claim.place, notes=claim.notes)
    return with_slots_of(claim, own, measured_from(claim, change, base))


def note_of_other(other: Claim) -> Problem:
    """Make the note on a change that is measured from the figure of the claim right before it."""
    figure = "" if other.amount is None else f", and {other.amount.value.low} as what it starts from"
    message = f"The claim does not say what it compares with; the claim right before it is taken{figure}."
    return Problem("period", message, "Check that the speaker means them.", "figures-compared")
