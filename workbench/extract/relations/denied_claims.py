"""Denials: "was not 7 percent", "war 2021 nicht bei 7 Prozent", "не беше 7 отсто".

Words that hedge or emphasise ("not only 7 percent", "no less than 7", "nicht weniger als 7") deny nothing. A denied
verb ("has not fallen") is part of the change itself.
"""

from __future__ import annotations

from workbench.core.claim import MEDIAN_AGE, Claim
from workbench.extract.relations.nearby import may_hold
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import word_pattern

_WORDS_BEFORE = 4
"""Number of words before a claim, in its clause, that may deny it: "was not" | "7 percent"."""


def is_denied(claim: Claim) -> bool:
    """Check whether a claim is denied in its words, right before them, or (in some languages) behind them.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "The rate was not 7 percent."
    >>> claim = Claim(id="c", document="d", span=Span(17, 26), quote="7 percent", sentence=Span(0, 27), context=said, kind=ClaimKind.LEVEL)
    >>> is_denied(claim)
    True
    """
    language = file_for(claim.language)
    if claim.amount is not None and claim.amount.rule == MEDIAN_AGE:
        return False  # "not yet forty" is a bound
    if not may_hold(claim.context, "denied", language):
        return False
    at, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    clause, behind = (word_pattern("relations", key, language) for key in ("denial_ends", "denied_behind"))
    before = claim.context[: max(0, at)]
    last = (before[[0, *(each.end() for each in clause.finditer(before))][-1] :] if clause else before).split()
    if _holds_denial(" ".join([*last[-_WORDS_BEFORE:], claim.quote]), language):
        return True
    return behind is not None and behind.match(claim.context, max(0, end)) is not None


def denies(text: str, language: str) -> bool:
    """Check whether some words deny anything.

    >>> denies("It was not 7 percent", "en"), denies("no less than 7 percent", "en"), denies("keine 7 Prozent", "de")
    (True, False, True)

    Args:
        text: The words of a clause, a sentence, or a whole short text.
        language: One with a word file, or ``und``.
    """
    return may_hold(text, "denied", language) and _holds_denial(text, language)


def _holds_denial(text: str, language: str) -> bool:
    denied, hedged = (word_pattern("relations", key, language) for key in ("denied", "denies_nothing"))
    left = hedged.sub("", text) if hedged else text
    return denied is not None and denied.search(left) is not None
