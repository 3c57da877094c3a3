"""Lists of places with one figure: "Norway and Sweden together gave 10 billion dollars".

Where the words add the places up, the claim is about their sum. Where they do not, the figure may be that of each or of
all, and the official figure of one of them proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.place import joined_code
from workbench.core.quantity import Amount
from workbench.extract.relations.lists_of_named_places import lists_of_countries
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import phrases_in, word_pattern


def with_places_together(
    claim: Claim, text: str, amounts: Sequence[Mention[Amount]], named: Sequence[Mention[str]]
) -> Claim:
    """Give a claim whose place is in a list the sum of that list as its place, or a note that it is one of several.

    Args:
        claim: The claim.
        text: The whole text.
        amounts: All figures of the claim's sentence; two with one unit are each of one place.
        named: All places of that sentence; a comma in a list does not end it.
    """
    if len(claim.places) < _SEVERAL or claim.comparison is not None or claim.rank is not None:
        return claim
    listed = _list_of(claim, text, named)
    if len(listed) < _SEVERAL:
        return claim
    if figures := _figures_of_each(claim, amounts):
        return _of_its_own(claim, listed, figures, text)
    span = Span(listed[0].span.start, listed[-1].span.end)
    at = (claim.sentence.start, claim.sentence.end)
    if phrases_in(text, at, "relations", "together", file_for(claim.language)):
        return changed_copy(claim, place=joined_code([mention.value for mention in listed]))
    each_or_all = Qualifier(sort=Sort.EACH_OR_ALL, what=span.cut(text))
    return changed_copy(claim, qualifiers=(*claim.qualifiers, Mention(span, each_or_all, "each-or-all")))


_SEVERAL = 2
"""Least number of places in a list."""


def _list_of(claim: Claim, text: str, named: Sequence[Mention[str]]) -> Sequence[Mention[str]]:
    """Find the list of countries with the claim's own place; empty without a list, or where it is a comparator."""
    beside = [each.span for each in claim.qualifiers if each.value.sort is Sort.BESIDE]
    own = [mention for mention in named if not any(span.covers(mention.span) for span in beside)]
    lists = lists_of_countries(text, own, claim.language)
    return next((each for each in lists if claim.place in {mention.value for mention in each}), ())


def _figures_of_each(claim: Claim, amounts: Sequence[Mention[Amount]]) -> Sequence[Mention[Amount]]:
    """Select the sentence's figures in the claim's unit; empty where there is only one."""
    change = claim.change.value if claim.change is not None else None
    figure = claim.amount or (change.amount or change.target if change is not None else None)
    if figure is None:
        return ()
    alike = [each for each in amounts if each.value.unit.dimension is figure.value.unit.dimension]
    return alike if len(alike) > 1 else ()


def _of_its_own(claim: Claim, listed: Sequence[Mention[str]], figures: Sequence[Mention[Amount]], text: str) -> Claim:
    """Give a claim the place of its own figure in lists of equal length: "Norway and Sweden gave 4.3 and 6 billion"."""
    joined = word_pattern("relations", "row_joined", file_for(claim.language))
    ordered = sorted(figures, key=lambda each: each.span)
    between = [text[one.span.end : other.span.start] for one, other in pairwise(ordered)]
    in_a_row = joined is not None and all(joined.fullmatch(each) for each in between)
    if not in_a_row or len(ordered) != len(listed) or claim.amount is None or claim.change is not None:
        return claim
    k = next((k for k, each in enumerate(ordered) if each.span == claim.amount.span), None)
    return claim if k is None else changed_copy(claim, place=listed[k].value)
