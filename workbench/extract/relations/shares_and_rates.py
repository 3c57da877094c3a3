"""Shares and rates in a sentence, and kinds of things as a whole: "of every hundred", "in all industries"."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.document import Span
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import holds_phrase, phrases_in


def speaks_of_rate(claim: Claim) -> bool:
    """Check whether a claim is about a share or a rate, whatever the unit of its figure.

    Example: "of every hundred, 56 had one".

    >>> from workbench.core.claim import ClaimKind
    >>> said = "Of every hundred children 56 had one."
    >>> claim = Claim(id="c", document="d", span=Span(26, 28), quote="56", sentence=Span(0, 37), context=said, kind=ClaimKind.LEVEL)
    >>> speaks_of_rate(claim)
    True
    """
    language = file_for(claim.language)
    return any(holds_phrase(words, "relations", "share_or_rate", language) for words in (claim.context, claim.measure))


def all_of(claim: Claim) -> tuple[Span, ...]:
    """Find where a claim's sentence means every kind of a thing: "all | industries"; the nouns stand right behind.

    >>> from workbench.core.claim import ClaimKind
    >>> said = "In all industries 40 small firms closed."
    >>> claim = Claim(id="c", document="d", span=Span(18, 39), quote="", sentence=Span(0, 40), context=said, kind=ClaimKind.LEVEL)
    >>> [span.cut(said) for span in all_of(claim)]
    ['all']
    """
    found = phrases_in(claim.context, (0, len(claim.context)), "relations", "all_of", file_for(claim.language))
    return tuple(Span(*each.span()).shift(claim.sentence.start) for each in found)
