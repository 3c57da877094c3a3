"""Reads that a people's name means its women alone: "die Erwerbslosenquote der Spanierinnen", "стапката кај Шпанките"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import NARROWED, Mention, Qualifier, Sort
from workbench.core.document import Span

_WOMEN = "women"
"""The group, in the English of titles."""


def women_of(said: Sequence[re.Match[str]], places: Sequence[Mention[str]]) -> Iterator[Mention[Qualifier]]:
    """Yield the qualifier of a figure that is of the women of a people, once.

    Args:
        said: The words of the sentence that may name women by an ending.
        places: The places of the sentence, the names of peoples among them.

    >>> from workbench.extract.place.places import find_places
    >>> text = "Die Quote der Spanierinnen sank."
    >>> found = [re.search("Spanierinnen", text)]
    >>> [each.value.what for each in women_of(found, [Mention(Span(14, 26), "ESP", "demonym")])]
    ['women']
    """
    spans = [Span(*each.span()) for each in said]
    named = next((place.span for place in places if place.span in spans), None)
    if named is not None:
        yield Mention(named, Qualifier(sort=Sort.AMONG, what=_WOMEN), NARROWED)
