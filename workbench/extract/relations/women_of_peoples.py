"""Reads that a people's name means its women alone: "die Erwerbslosenquote der Spanierinnen", "стапката кај Шпанките".

So does a word for those who live somewhere: "5 Millionen Einwohnerinnen".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import NARROWED, Mention, Qualifier, Sort
from workbench.core.document import Span

_THERE = "women_there"
"""The group of a phrase for the women of a place that it does not name: "Einwohnerinnen"."""
_WOMEN = "women"
"""The group, in the English of titles."""


def women_of(said: Sequence[re.Match[str]], places: Sequence[Mention[str]]) -> Iterator[Mention[Qualifier]]:
    """Yield the qualifier of a figure that is of the women of a people, once.

    Args:
        said: The words of the sentence that may name women by an ending, or do.
        places: The places of the sentence, the names of peoples among them.

    >>> from workbench.extract.place.places import find_places
    >>> text = "Die Quote der Spanierinnen sank."
    >>> found = [re.search("Spanierinnen", text)]
    >>> [each.value.what for each in women_of(found, [Mention(Span(14, 26), "ESP", "demonym")])]
    ['women']
    """
    spans, of_peoples = {Span(*each.span()): each for each in said}, {place.span for place in places}
    named = next((one for one, each in spans.items() if one in of_peoples or each.groupdict().get(_THERE)), None)
    if named is not None:
        yield Mention(named, Qualifier(sort=Sort.AMONG, what=_WOMEN), NARROWED)
