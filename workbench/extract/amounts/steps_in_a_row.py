"""Numbers of steps are no figures: "fell | three years in a row", "rose | two quarters in succession"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.words.word_patterns import prefiltered_numbered


def without_steps_in_a_row(
    words: str, amounts: Sequence[Mention[Amount]], language: str, *, times: bool = False
) -> list[Mention[Amount]]:
    """Drop the amounts that count for how many steps something goes on.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Exports rose 3 percent a year, two quarters in succession."
    >>> [each.span.cut(said) for each in without_steps_in_a_row(said, find_amounts(said), "en")]
    ['3 percent a year']

    Args:
        words: The sentence.
        amounts: Its amounts.
        language: One with a word file, or ``und``.
        times: Whether lengths of time stay ("won it three years in a row"); two quarters are never half of anything.
    """
    pattern = prefiltered_numbered("relations", "in_a_row", language) if amounts else None
    steps = [] if pattern is None else [Span(*found.span()) for found in pattern.finditer(words)]
    return [
        each
        for each in amounts
        if (times and each.value.unit.dimension is Dimension.DURATION)
        or not any(each.span.overlaps(step) for step in steps)
    ]
