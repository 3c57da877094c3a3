"""A claim with one slot corrected, and everything that depends on the slot.

A typed slot has the rule ``reviewer`` and no other readings. Notes about what was assumed for it are dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Mention
from workbench.core.corrections.correction import TOLD, Slot
from workbench.core.document import Attribution, How, Speaker
from workbench.core.errors import UsageError
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.extract.change.modes import MODES
from workbench.extract.corrections import typed_report_words as words_in
from workbench.extract.corrections import typed_values as typed_in
from workbench.extract.relations.shares_and_rates import speaks_of_rate

T = TypeVar("T")

REVIEWER = "reviewer"
"""The rule of what a reviewer typed."""

_LEVELS = frozenset({ClaimKind.LEVEL, ClaimKind.SHARE})
"""Kinds of claims that state a level and not a change."""

NOTHING = "-"
"""The sign that empties a slot which may be empty: period, base, place, speaker, and each of the report's own words."""


class NoSuchSlotError(UsageError):
    """The slot to correct is one that this claim does not have."""

    def __init__(self, slot: Slot, needs: str) -> None:
        super().__init__(
            f"This claim has no {needs}, so its {slot.value} cannot be put right.", f"Put its {needs} in first."
        )


def corrected(claim: Claim, slot: Slot, typed: str) -> Claim:
    """Correct one slot of a claim to what was typed.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> claim = Claim(id="c", document="d", span=Span(0, 4), quote="", sentence=Span(0, 4), context="", kind=ClaimKind.LEVEL)
    >>> right = corrected(claim, Slot.AMOUNT, "about 3.4 percent")
    >>> str(right.amount.value), right.amount.rule, corrected(right, Slot.PLACE, "Kosovo").place
    ('about 3.4 percentage', 'reviewer', 'XKX')

    Raises:
        UnreadValueError: What was typed cannot be read as a value of the slot.
        NoSuchSlotError: The claim has no figure whose unit or hedge could be corrected, no change that could have a
        base,     or no direction.
    """
    right = _WAYS[slot](claim, typed.strip())
    about = TOLD.get(slot, slot.value)
    return replace(right, notes=tuple(note for note in right.notes if note.where != about))


def _amount(claim: Claim, typed: str) -> Claim:
    amount = typed_in.amount_typed(typed, claim.language)
    before = claim.figure
    if before is not None and amount.unit.dimension is Dimension.UNKNOWN:
        amount = amount.in_unit(before.value.unit)
    return _with_amount(claim, amount)


def _unit(claim: Claim, typed: str) -> Claim:
    unit = typed_in.unit_typed(typed, claim.language)
    return _with_amount(claim, _figure(claim, Slot.UNIT).value.in_unit(unit))


def _hedge(claim: Claim, typed: str) -> Claim:
    relation = typed_in.hedge_typed(typed, claim.language)
    amount = _figure(claim, Slot.HEDGE).value
    return _with_amount(claim, replace(amount, relation=relation, high=None))


def _direction(claim: Claim, typed: str) -> Claim:
    direction = typed_in.direction_typed(typed)
    if claim.change is not None:
        return _with_change(claim, replace(claim.change.value, direction=direction, denied=None))
    amount = _figure(claim, Slot.DIRECTION)
    kind = ClaimKind.CHANGE if claim.kind in _LEVELS else claim.kind
    return _with_change(replace(claim, kind=kind), Change(direction, _mode(amount.value.unit), amount))


def _period(claim: Claim, typed: str) -> Claim:
    if typed == NOTHING:
        return replace(claim, period=None, periods=())
    period = typed_in.period_typed(typed, Slot.PERIOD, claim.said, claim.language, claim.place)
    before = claim.period
    mention = Mention(before.span if before else claim.span, period, REVIEWER)
    others = tuple(each for each in claim.periods if before is None or each.span != before.span)
    return replace(claim, period=mention, periods=(mention, *others))


def _base(claim: Claim, typed: str) -> Claim:
    if claim.change is None:
        raise NoSuchSlotError(Slot.BASE, "change")
    if typed == NOTHING:
        return _with_change(claim, replace(claim.change.value, base=None))
    base = typed_in.period_typed(typed, Slot.BASE, claim.said, claim.language, claim.place)
    return _with_change(claim, replace(claim.change.value, base=base))


def _place(claim: Claim, typed: str) -> Claim:
    if typed == NOTHING:
        return replace(claim, place=None, places=())
    code = typed_in.place_typed(typed)
    there = tuple(each for each in claim.places if each.value == code)
    return replace(claim, place=code, places=there or (Mention(claim.span, code, REVIEWER),))


def _speaker(claim: Claim, typed: str) -> Claim:
    speaker: Speaker | None = None if typed == NOTHING else typed_in.speaker_typed(typed)
    before = claim.attribution
    content = before.content if before else (claim.span,)
    source, cue = (before.source, before.cue) if before else (None, None)
    return replace(claim, attribution=Attribution(content, speaker, source, cue, How.REVIEWER))


def _measure(claim: Claim, typed: str) -> Claim:
    put = replace(claim, measure=typed_in.measure_typed(typed), own_words="", own_words_for="")
    return replace(put, of_rate=speaks_of_rate(put))


def _kind(claim: Claim, typed: str) -> Claim:
    kind = typed_in.kind_typed(typed)
    if kind is ClaimKind.CHANGE and claim.change is None:
        raise NoSuchSlotError(Slot.KIND, "direction")
    if kind in _LEVELS and claim.change is not None:
        level = claim.amount or claim.change.value.target or _figure(claim, Slot.KIND)
        amounts = claim.amounts if level in claim.amounts else (level, *claim.amounts)
        return replace(claim, kind=kind, amount=level, amounts=amounts, change=None, changes=())
    return replace(claim, kind=kind)


def _role(claim: Claim, typed: str) -> Claim:
    said = claim.attribution
    if said is None or said.speaker is None:
        raise NoSuchSlotError(Slot.ROLE, "speaker")
    role = "" if typed == NOTHING else words_in.line_typed(Slot.ROLE, typed)
    return replace(claim, attribution=replace(said, speaker=replace(said.speaker, role=role)))


def _for_readers(slot: Slot, read: Callable[[str], object], empty: object = "") -> Callable[[Claim, str], Claim]:
    """Build the function that corrects one of the report's own words."""

    def worded(claim: Claim, typed: str) -> Claim:
        value: Any = empty if typed == NOTHING else read(typed)
        return replace(claim, report_words=replace(claim.report_words, **{slot.value: value}))

    return worded


_WAYS: dict[Slot, Callable[[Claim, str], Claim]] = {
    Slot.AMOUNT: _amount,
    Slot.UNIT: _unit,
    Slot.HEDGE: _hedge,
    Slot.DIRECTION: _direction,
    Slot.PERIOD: _period,
    Slot.BASE: _base,
    Slot.PLACE: _place,
    Slot.SPEAKER: _speaker,
    Slot.MEASURE: _measure,
    Slot.KIND: _kind,
    Slot.HEADLINE: _for_readers(Slot.HEADLINE, partial(words_in.line_typed, Slot.HEADLINE)),
    Slot.SUMMARY: _for_readers(Slot.SUMMARY, partial(words_in.line_typed, Slot.SUMMARY)),
    Slot.CONTEXT: _for_readers(Slot.CONTEXT, partial(words_in.line_typed, Slot.CONTEXT)),
    Slot.TAGS: _for_readers(Slot.TAGS, words_in.tags_typed, ()),
    Slot.ADDRESS: _for_readers(Slot.ADDRESS, words_in.address_typed),
    Slot.ROLE: _role,
}


def _figure(claim: Claim, slot: Slot) -> Mention[Amount]:
    found = claim.figure
    if found is None:
        raise NoSuchSlotError(slot, "amount")
    return found


def _with_amount(claim: Claim, amount: Amount) -> Claim:
    """Replace the figure of a claim, and the size of its change where it has one."""
    before = claim.figure
    mention = Mention(before.span if before else claim.span, amount, REVIEWER)
    amounts = _in_place_of(claim.amounts, before, mention)
    right = replace(claim, amount=mention if claim.amount in {None, before} else claim.amount, amounts=amounts)
    if claim.change is not None and claim.change.value.amount is not None:
        mode = _mode(amount.unit) if claim.change.value.mode is not ChangeMode.MULTIPLE else ChangeMode.MULTIPLE
        return _with_change(right, replace(claim.change.value, amount=mention, mode=mode))
    return right


def _with_change(claim: Claim, change: Change) -> Claim:
    mention = Mention(claim.change.span if claim.change else claim.span, change, REVIEWER)
    return replace(claim, change=mention, changes=_in_place_of(claim.changes, claim.change, mention))


def _in_place_of(
    mentions: tuple[Mention[T], ...], before: Mention[T] | None, now: Mention[T]
) -> tuple[Mention[T], ...]:
    """Replace one mention by another; put it first where there is none to replace."""
    if before is None or before not in mentions:
        return (now, *mentions)
    return tuple(now if each == before else each for each in mentions)


def _mode(unit: Unit) -> ChangeMode:
    return MODES.get(unit.dimension, ChangeMode.ABSOLUTE)
