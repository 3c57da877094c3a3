"""Find what those who are counted are not, or only say: "46 percent of the people | were not | poor", "… | said | they were".

Who is not poor, or thinks to be, is counted by no series of the poor. A denial that the official name holds is read there:
"4 percent could not find work".
"""

from __future__ import annotations

import re

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import NOT_SAID_SO, Claim
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.quantity import Dimension
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.headline_indicators import spans_of
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.tenses import tense_of

_DENIED, _HELD = "denied_behind", "held_behind"
_COUNTED = frozenset({Dimension.SHARE, Dimension.COUNT})
_NOTE = Problem(
    "amount",
    "The words say what those who are counted are not, or only what they say or think.",
    "Look whether the series counts them.",
    NOT_SAID_SO,
)
_PAUSE = re.compile(r"[,;:–—.!?()](?:\D|\Z)")


def with_denied_or_held(reading: SentenceReading, claim: Claim) -> Claim:
    """Note a claim whose counted people are not so, or only say so; it is then left open.

    >>> from workbench.extract import read_text
    >>> said = "In 2014, 46 percent of all Mexicans were not poor.", "In 2014, 46 percent of all Mexicans were poor."
    >>> [[note.kind for note in read_text(each).claims[0].notes] for each in said]
    [['not-said-so'], []]

    Args:
        reading: Its sentence.
        claim: The claim with all its slots.
    """
    qualified = reading.qualified
    if _DENIED not in qualified and _HELD not in qualified:
        return claim
    figure = claim.figure
    if figure is None or claim.changes or figure.value.unit.dimension not in _COUNTED:
        return claim
    start, end = figure.span.end, reading.sentence.span.end
    if tense_of(reading.text[reading.clause(claim.span).start : figure.span.start], reading.language) is not None:
        return claim  # "it was 5 percent" is no predicate of those counted
    pause = _PAUSE.search(reading.text, start, end)
    until = pause.start() if pause else end
    spans = [
        Span(*each.span())
        for key in (_HELD, _DENIED)
        for each in qualified.get(key, ())
        if start <= each.start() < until
    ]
    relatives = phrase_words(reading.language, "relatives")  # "of the children | whose parents were not married"
    own = [each for each in spans if relatives.isdisjoint(reading.text[start : each.start].lower().split())]
    held = {each.span() for each in qualified.get(_HELD, ())}
    left = any((each.start, each.end) in held or not _is_named(reading, claim, each) for each in own)
    return changed_copy(claim, notes=(*claim.notes, _NOTE)) if left else claim


def _is_named(reading: SentenceReading, claim: Claim, span: Span) -> bool:
    """Check whether some words are part of what is measured: a name that holds them is not read without them."""
    if not set(span.cut(reading.text).lower().split()).isdisjoint(claim.measure.lower().split()):
        return True  # "4 percent | could not find work"
    start = span.start - reading.sentence.span.start
    without = f"{reading.words[:start]}{' ' * len(span)}{reading.words[start + len(span) :]}"
    named, left = (set(spans_of(claim.measure, each, language=reading.language)) for each in (reading.words, without))
    return any(each.start <= start < each.end for each in named - left)
