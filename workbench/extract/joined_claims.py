"""Joins two claims to one."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.claim import Claim, ClaimKind, claim_id
from workbench.core.document import Span


def join_claims(first: Claim, second: Claim, text: str) -> Claim:
    """Join two claims. The first one's slots are kept; what it leaves empty is filled from the second.

    >>> from workbench.extract import read_text
    >>> text = "Unemployment fell, to 16.6 percent in 2020."
    >>> one, *others = read_text(text, document="d").claims
    >>> join_claims(one, one, text).quote == one.quote
    True

    Args:
        first: The claim whose reading stands.
        second: The other.
        text: The text of the document of both.
    """
    span = _over(first.span, second.span)
    sentence = _over(first.sentence, second.sentence)
    quote = span.cut(text)
    change = first.change or second.change
    return replace(
        first,
        id=claim_id(first.document, span, quote),
        span=span,
        quote=quote,
        sentence=sentence,
        context=sentence.cut(text),
        kind=ClaimKind.CHANGE if change is not None and first.kind is ClaimKind.LEVEL else first.kind,
        measure=first.measure or second.measure,
        amount=first.amount or second.amount,
        change=change,
        period=first.period or second.period,
        place=first.place or second.place,
        attribution=first.attribution or second.attribution,
        amounts=tuple(dict.fromkeys((*first.amounts, *second.amounts))),
        periods=tuple(dict.fromkeys((*first.periods, *second.periods))),
        places=tuple(dict.fromkeys((*first.places, *second.places))),
        changes=tuple(dict.fromkeys((*first.changes, *second.changes))),
        qualifiers=tuple(dict.fromkeys((*first.qualifiers, *second.qualifiers))),
        unread=tuple(dict.fromkeys((*first.unread, *second.unread))),
    )


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
