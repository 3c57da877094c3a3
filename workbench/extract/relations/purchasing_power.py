"""Reads that money is converted at purchasing power: "535 dollars a head, adjusted for purchasing power", "PPP dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension

_INTERNATIONAL = "international dollar"
"""Name of the unit of money at purchasing power in `units.toml`."""


def at_purchasing_power(
    figure: Mention[Amount] | None, text: str, said: Sequence[re.Match[str]]
) -> Iterator[Mention[Qualifier]]:
    """Yield the qualifier of money at purchasing power, by its unit or by words of its sentence.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> text = "They earn 90 dollars, adjusted for purchasing power."
    >>> found = [re.search("adjusted.*power", text)]
    >>> [each.value.what for each in at_purchasing_power(find_amounts(text)[0], text, found)]
    ['adjusted for purchasing power']

    Args:
        figure: The claim's figure.
        text: The text.
        said: The words of its sentence that speak of purchasing power.
    """
    if figure is None or figure.value.unit.dimension is not Dimension.MONEY:
        return
    by_unit = figure.value.unit.name == _INTERNATIONAL
    span = figure.span if by_unit else next((Span(*found.span()) for found in said), None)
    if span is not None:
        yield Mention(span, Qualifier(sort=Sort.PURCHASING_POWER, what=span.cut(text)), "purchasing-power")
