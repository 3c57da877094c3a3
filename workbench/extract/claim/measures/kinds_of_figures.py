"""Kinds of a claim's figures: shares, counts, money; and the figure whose noun is what is measured."""

from __future__ import annotations

from workbench.core.change import ChangeMode
from workbench.core.mention import Mention
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.drafts import Draft
from workbench.extract.units.unit_words import FOLD

_NOTHING = frozenset({"", FOLD.name})
"""Names of counted units that are no measure: none at all, and "times"."""
OF_THINGS = frozenset({Dimension.COUNT, Dimension.RATE})
"""Dimensions of figures that count things with a name."""
_CHANGED = {
    ChangeMode.RELATIVE: frozenset({"share"}),
    ChangeMode.POINTS: frozenset({"points"}),
    ChangeMode.MULTIPLE: frozenset({"multiple", "share"}),
}
_UNSIZED = frozenset({"share", "rate"})
"""Kinds assumed for a change without a size: "youth joblessness has gone up every year"."""

_MANY = 1000
"""From this size on, a figure without a unit is taken for a count: shares, rates and points hardly reach it."""


def kinds_of(draft: Draft) -> frozenset[str]:
    """Return the kinds of a claim's figures: the dimension, and for a change those of both ends and of its mode."""
    change = None if draft.change is None else draft.change.value
    ends = () if change is None else change.figures
    figures = [m.value for m in (draft.amount, *ends) if m is not None]
    kinds = {figure.unit.dimension.value for figure in figures}
    if [1 for figure in figures if figure.unit.dimension is Dimension.UNKNOWN and figure.low >= _MANY]:
        kinds.add(Dimension.COUNT.value)  # "unemployment stood at 195,000"
    if change is not None:
        kinds |= _CHANGED.get(change.mode, frozenset())
    return frozenset(kinds or _UNSIZED)


def counts_things(draft: Draft) -> bool:
    """Check whether the claim's figure counts named things."""
    return (figure := counted_figure(draft)) is not None and figure.value.unit.dimension is Dimension.COUNT


def counted_figure(draft: Draft) -> Mention[Amount] | None:
    """Find the figure whose noun is measured: the claim's own, or for a change the one it reaches or starts from."""
    if draft.change is None:
        return draft.amount
    change = draft.change.value
    found = (m for m in (change.amount, change.target, change.origin) if m is not None)
    return next((m for m in found if m.value.unit.dimension in OF_THINGS and m.value.unit.name not in _NOTHING), None)
