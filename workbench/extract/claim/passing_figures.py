"""Recognize figures that claim nothing: "three reasons", "the two nations", "for six years", "Two Systems".

A length of time only says how long something went on, unless it is what is measured: "patients wait for 27 weeks". No
statistics hold a small number that structures the speech or counts what everybody knows, nor the size of a group from
which one member is mentioned: "one of 700 Germans".
"""

from __future__ import annotations

import re

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.phrases.headline_indicators import headline_in
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_patterns import holds_phrase, may_hold_phrase

_SMALL = 12
_BACK, _CLAUSE, _NEXT = 48, 160, 12
_COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN})
_COUNT = frozenset({"count"})
_WORD_OR_MARK = re.compile(r"[^\W\d_]+|[^\w\s]")
_FIGURE_HERE = "¦"
"""What stands in the patterns of the word files right before the figure."""

_VERB_AND_MORE = 3
"""Most words from a verb to its figure: "came | in at", "lag | bei"."""

_LONG_CLAUSE = 14
"""Most words from a verb to the figure that ends its clause: "betrugen | die Todesfälle durch Terror in Schweden"."""

_STOPS = frozenset(".;!?")
_PAUSE = re.compile(r"[,;](?=\s)")
_BEHIND_LEVEL = frozenset({"in", "im", "во", "and", "und", "и"})
_LABELS = ([":"], ["–"])
_NAMED = re.compile(r"[^\W\d_]+[\s-][^\W\d_]")
"""A number word and the noun after it."""


def is_passing(text: str, sentence: Span, amount: Mention[Amount], language: str) -> bool:
    """Check whether a figure claims nothing by itself.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> def passes(said):
    ...     return [is_passing(said, Span(0, len(said)), m, "en") for m in find_amounts(said)]
    >>> passes("For three reasons 450 teachers left."), passes("She served for six years."), passes("They wait for 27 weeks.")
    ([True, False], [True], [False])

    Args:
        text: The whole text.
        sentence: The sentence in it.
        amount: A figure of the sentence.
        language: The language whose word file it is read by.
    """
    unit, value = amount.value.unit, amount.value
    if unit.dimension is Dimension.DURATION:
        passes = _gives_length(text, sentence, amount.span, language) or _is_private(
            text, sentence, amount.span, language
        )
        return not unit.per and passes
    if unit.dimension in _COUNTED and may_hold_phrase(sentence.cut(text), "kinds", "one_of", language):
        before = text[max(sentence.start, amount.span.start - _BACK) : amount.span.start]
        if holds_phrase(before, "kinds", "one_of", language):
            return True
    named = holds_phrase(unit.name, "kinds", "discourse", language)
    if named and _structures_talk(sentence.cut(text), unit.dimension, language):
        return True
    if not 0 <= value.low <= _SMALL or value.step < 1 or unit.dimension not in _COUNTED or value.high is not None:
        return False
    if not unit.name:
        return not _is_level(text, sentence, amount.span, language)
    if named or _is_private(text, sentence, amount.span, language):
        return True
    in_words = text[amount.span.start].isalpha()
    where = text, sentence, amount.span
    return in_words and (_is_known(*where, language) or _is_event(*where, language) or _is_name(*where))


def _structures_talk(said: str, counted: Dimension, language: str) -> bool:
    """Check whether points or items are those of an agenda, or what a speaker will say: "34 items | on the agenda"."""
    if holds_phrase(said, "kinds", "agenda", language):
        return True
    return counted is Dimension.INDEX and holds_phrase(said, "kinds", "speaks", language)


def _is_level(text: str, sentence: Span, span: Span, language: str) -> bool:
    """Check whether a bare number is how many there were of what statistics count: "Measles cases stood at 3"."""
    before = text[max(sentence.start, span.start - _CLAUSE) : span.start]
    behind = _WORD_OR_MARK.match(text, span.end + (text[span.end : span.end + 1] == " "), sentence.end)
    last = behind is None or behind[0] in _STOPS  # the whole clause may stand between the verb and its figure
    words = _WORD_OR_MARK.findall(_PAUSE.split(before)[-1] if last else before)[
        -(_LONG_CLAUSE if last else _VERB_AND_MORE) :
    ]
    label = words[-1:] in _LABELS or (
        ":" in before
        and not phrase_words(language, "leads_to_value").isdisjoint(words[-1:])
        and tense_of(text[sentence.start : span.start], language) is None
    )
    verb = label or not phrase_words(language, "levels").isdisjoint(map(str.lower, words))
    ends = behind is None or not behind[0].isalpha() or behind[0].lower() in _BEHIND_LEVEL or behind[0][0].isupper()
    return verb and ends and bool(headline_in(before, _COUNT, language))


def _gives_length(text: str, sentence: Span, span: Span, language: str) -> bool:
    """Check whether a length of time follows "for" or "in", and the words before it do not measure time."""
    if holds_phrase(text[span.end : span.end + _NEXT], "kinds", "longer", language):
        return False
    before = text[max(sentence.start, span.start - _BACK) : span.start]
    clause = text[max(sentence.start, span.start - _CLAUSE) : span.start]
    return holds_phrase(before, "kinds", "how_long", language) and not holds_phrase(
        clause, "kinds", "lasting", language
    )


def _is_private(text: str, sentence: Span, span: Span, language: str) -> bool:
    """Check whether a figure is of the speaker's own life or of the time to speak: "I have | three children", "you have | thirty seconds"."""
    before, behind = (
        text[max(sentence.start, span.start - _CLAUSE) : span.start],
        text[span.start : min(sentence.end, span.end + _CLAUSE)],
    )
    return holds_phrase(f"{before}{_FIGURE_HERE}{behind}", "kinds", "private", language)


def _is_known(text: str, sentence: Span, span: Span, language: str) -> bool:
    """Check whether a figure counts what is known already: "the two nations", "these three"."""
    return holds_phrase(text[max(sentence.start, span.start - _BACK) : span.start], "kinds", "known", language)


def _is_event(text: str, sentence: Span, span: Span, language: str) -> bool:
    """Check whether a figure only tells of a single event, and what it did is counted: "| one | flood killed 88 people"."""
    return holds_phrase(text[span.start : min(sentence.end, span.start + _CLAUSE)], "kinds", "one_event", language)


def _is_name(text: str, sentence: Span, span: Span) -> bool:
    """Check whether number and noun are capitalized inside a sentence: "One Country, Two Systems"."""
    said = text[span.start : span.end]
    found = _NAMED.match(said)
    inside = span.start > sentence.start and text[span.start - 1] == " "
    return inside and found is not None and said[0].isupper() and said[found.end() - 1].isupper()
