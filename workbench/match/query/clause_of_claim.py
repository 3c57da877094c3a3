"""The part of a sentence that contains a claim, between colons and semicolons: the other parts may be a greeting or an aside."""

from __future__ import annotations

from workbench.core.claim import Claim

_MARKS = (": ", "; ")


def between_marks(claim: Claim) -> str:
    """Cut out the words of a claim's sentence between the colons and semicolons around it.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "Dear donor: 87,000 babies did not turn one; help."
    >>> claim = Claim(id="c", document="d", span=Span(12, 25), quote="", sentence=Span(0, 49), context=said, kind=ClaimKind.LEVEL)
    >>> between_marks(claim).strip()
    '87,000 babies did not turn one'
    """
    start, end = (max(0, at - claim.sentence.start) for at in (claim.span.start, claim.span.end))
    before, after = claim.context[:start], claim.context[end:]
    first = max(before.rfind(mark) + 1 for mark in _MARKS)
    ends = [at for mark in _MARKS if (at := after.find(mark)) >= 0]
    return claim.context[first : end + min(ends, default=len(after))]
