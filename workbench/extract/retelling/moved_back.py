"""Moves what was read in a retold text back to where it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, Reading, claim_id
from workbench.core.document import Span
from workbench.extract.retelling.retold_text import Back
from workbench.extract.text_size_limits import sentences_looked_at


def reading_moved_back(reading: Reading, text: str, back: Back, language: str) -> Reading | None:
    """Move a reading to the offsets of the text that was retold; None where two claims would be one there.

    A sentence that was made of several is all of them there, from its first word to its last sign.

    Args:
        reading: What was read.
        text: The text that was retold.
        back: Gives for a span of the retold text where its words were said.
        language: That of its rules.
    """
    moved: Reading = _moved(reading, back)
    spans = [each.span for each in sentences_looked_at(text, language)]
    whole = {one: _whole(one, spans) for one in {*moved.sentences, *(claim.sentence for claim in moved.claims)}}
    claims = tuple(_requoted(changed_copy(claim, sentence=whole[claim.sentence]), text) for claim in moved.claims)
    if len({claim.id for claim in claims}) != len(claims):
        return None
    return changed_copy(moved, claims=claims, sentences=tuple(dict.fromkeys(whole[one] for one in moved.sentences)))


def _whole(said: Span, sentences: Sequence[Span]) -> Span:
    """Widen a stretch to the sentences that it lies in."""
    inside = [each for each in sentences if each.overlaps(said)]
    return Span(min(each.start for each in inside), max(each.end for each in inside)) if inside else said


def _requoted(claim: Claim, text: str) -> Claim:
    """Give a claim the words that its spans cover in a text."""
    quote = claim.span.cut(text)
    return changed_copy(
        claim, quote=quote, context=claim.sentence.cut(text), id=claim_id(claim.document, claim.span, quote)
    )


def _moved(value: Any, back: Back) -> Any:
    """Move all spans inside a value."""
    if isinstance(value, Span):
        return back(value)
    if type(value) is tuple:
        return tuple(_moved(each, back) for each in value)
    if not is_dataclass(value):
        return value
    inside = {name: getattr(value, name) for name in _names(value.__class__)}
    changes = {name: new for name, old in inside.items() if (new := _moved(old, back)) is not old}
    return changed_copy(value, **changes) if changes else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
