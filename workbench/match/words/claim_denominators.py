"""Words of a claim that name the denominator of its figure or the people it counts, not the measure."""

from __future__ import annotations

from workbench.core.claim import Claim, Sort
from workbench.core.units import counts
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import words
from workbench.match.words.translation import english_of


def base_of(claim: Claim, language: str) -> frozenset[str]:
    """Find the stems of what a claim's figure is a share of, in English: "GDP" in "4 percent of GDP"."""
    said = [each.value.what for each in claim.qualifiers if each.value.sort is Sort.SHARE_OF]
    return frozenset(stem(word) for word in words(english_of(" ".join(said), language)))


def people_against(claim: Claim, language: str) -> frozenset[str]:
    """Find the stems of the words for people in the denominator of a claim's figure: "per inhabitant", "for every 1,000 people".

    A series of totals measures it too: it is divided by the population. The stems are English, whatever the `language`.
    """
    compared = [
        each.span for each in claim.qualifiers if each.value.sort is Sort.PER and counts(each.value.what) == "people"
    ]
    spans = [
        span.shift(-claim.sentence.start) for span in compared if not any(span.overlaps(m.span) for m in claim.amounts)
    ]
    said = [claim.context[max(0, span.start) : max(0, span.end)] for span in spans]
    said += [amount.value.unit.per for amount in claim.amounts if counts(_thing(amount.value.unit.per)) == "people"]
    return frozenset(stem(word) for word in words(english_of(" ".join(said), language)))


def _thing(per: str) -> str:
    return per.lstrip("0123456789., ")
