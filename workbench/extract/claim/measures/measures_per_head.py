"""Measures of figures that are given for each inhabitant."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Mention, Qualifier, Sort
from workbench.extract.claim.qualifiers import INHABITANT
from workbench.extract.phrases.word_classes import phrase_text
from workbench.extract.words.word_patterns import word_pattern


def per_head(measure: str, qualifiers: Sequence[Mention[Qualifier]], language: str) -> str:
    """Add "per head" to a measure whose figure is given for each inhabitant.

    >>> from workbench.core.document import Span
    >>> each = Mention(Span(0, 9), Qualifier(sort=Sort.PER, what=INHABITANT), "each")
    >>> per_head("coal", [each], "en"), per_head("coal", [], "en")
    ('coal per head', 'coal')

    Args:
        measure: What is measured, in words.
        qualifiers: What the claim says about its figure.
        language: That of the words.
    """
    said = word_pattern("qualifiers", "per_person", language)
    per_head = any(each.value.sort is Sort.PER and each.value.what == INHABITANT for each in qualifiers)
    if not measure or not per_head or said is None or said.search(measure):
        return measure
    return f"{measure} {phrase_text(language, 'per_head')}"
