"""Moves offsets in a sentence to offsets in the whole text."""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Change, Mention
from workbench.core.quantity import Amount


def moved_to_text(mention: Mention[Amount], by: int) -> Mention[Amount]:
    """Move an amount from the offsets of its sentence to those of the text.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> moved_to_text(find_amounts("5 percent")[0], 20).span
    Span(start=20, end=29)
    """
    if not by:  # the first sentence of a text, often its only one, needs no moving
        return mention
    return Mention(mention.span.shift(by), mention.value, mention.rule, mention.alternatives)


def moved_change(mention: Mention[Change], by: int) -> Mention[Change]:
    """Move a change in the same way, with the amounts inside it.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.change.changes import find_changes
    >>> (change,) = find_changes("fell by 5 percent", find_amounts("fell by 5 percent"), [], None)
    >>> moved_change(change, 20).value.amount.span
    Span(start=28, end=37)
    """
    if not by:
        return mention
    change = mention.value
    inner = changed_copy(
        change,
        amount=change.amount and moved_to_text(change.amount, by),
        origin=change.origin and moved_to_text(change.origin, by),
        target=change.target and moved_to_text(change.target, by),
    )
    return Mention(mention.span.shift(by), inner, mention.rule, mention.alternatives)
