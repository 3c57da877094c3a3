"""Retells the passages of a text that a rule of its language knows; the other sentences stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from workbench.core.document import Sentence, Span
from workbench.extract.retelling.figures_taken_back import figures_taken_back
from workbench.extract.retelling.passages_stated import is_stated, is_unsaid
from workbench.extract.retelling.plain_terms import plain_terms
from workbench.extract.retelling.repetitions import repetitions
from workbench.extract.retelling.retold_text import Back, Passage, Piece, RetoldText
from workbench.extract.retelling.rules import Rule, possible_rules, small_words
from workbench.extract.retelling.turn_labels import turn_labels
from workbench.extract.retelling.unspoken import unspoken
from workbench.extract.text_size_limits import sentences_looked_at

_LONGEST_SENTENCE = 400
_LONGEST = 700
"""Most characters of a passage."""
_MOST_FIGURES = 14
"""Most figures of a passage, years and the parts of grouped figures counted."""
_TWICE = 2
_FIGURE = re.compile(r"\d+")


class Retold(NamedTuple):
    """A retold text, and the way back from its offsets."""

    text: str
    back: Back


def retold(text: str, language: str, place: str | None = None) -> Retold | None:
    """Retell a text; None where there is nothing to retell.

    >>> retold("Plus 5 percent from 2008 to 2012: exports of Spain. It is hot.", "en").text
    'From 2008 to 2012, exports of Spain rose by 5 percent. It is hot.'

    Args:
        text: Any text.
        language: One with a word file, or ``und``.
        place: What "our country" means; None where nothing tells.
    """
    told = Retold(text, lambda span: span)
    told = _told_again(told, _replaced(text, unspoken(text, language, place)))
    told = _told_again(told, _replaced(told.text, figures_taken_back(told.text, language)))
    told = _told_again(told, _replaced(told.text, repetitions(told.text)))
    told = _told_again(told, _replaced(told.text, plain_terms(told.text, language)))
    for _ in range(_TWICE):  # an answer that stands in its question may be a passage that another rule knows
        asked = _told_again(told, _replaced(told.text, turn_labels(told.text)))
        for each in (
            (told,) if asked is told else (asked, told)
        ):  # labels stay where no rule knows the question and its answer
            again = _replaced(each.text, _by_rules(each.text, language))
            if again is not None:
                told = _told_again(each, again)
                break
        else:
            break
    return None if told.text == text else told


def _told_again(told: Retold, again: RetoldText | None) -> Retold:
    """Join two ways back, the later one first."""
    return told if again is None else Retold(again.text, lambda span: told.back(again.back(span)))


def _replaced(text: str, passages: Iterable[Passage]) -> RetoldText | None:
    """Replace some passages of a text, in order; None where there are none."""
    pieces, at = list[Piece](), 0
    for start, end, told in passages:
        pieces += (Piece(text[at:start], at), *told)
        at = end
    return RetoldText([*pieces, Piece(text[at:], at)]) if pieces else None


def _by_rules(text: str, language: str) -> Iterator[Passage]:
    """Find the passages that a rule knows."""
    possible = possible_rules(text, language)
    if not possible:
        return
    sentences = sentences_looked_at(text, language)
    ends = {each.span.end: each.paragraph for each in sentences}
    at, before = 0, Span(0, 1)
    for _, group in groupby(sentences, key=lambda each: each.paragraph):
        paragraph = tuple(group)
        # a passage never goes beyond its paragraph
        told = text[paragraph[0].span.start : paragraph[-1].span.end]
        rules = [rule for rule in possible_rules(told, language) if rule in possible]
        for sentence in paragraph:
            if rules and sentence.span.start >= at:
                found = _first(rules, text, sentence, ends, language)
                if found is not None and not is_unsaid(before.cut(text), language):
                    at = found[1]
                    yield found
            before = sentence.span


def _first(rules: Sequence[Rule], text: str, sentence: Sentence, ends: dict[int, int], language: str) -> Passage | None:
    """Find the passage of the first rule that knows whole sentences from one on."""
    end = _end_of_search(text, sentence.span)
    if end is None:
        return None
    for rule in rules:
        found = rule.pattern.match(text, sentence.span.start, end)
        if found is not None and ends.get(found.end()) == sentence.paragraph and _may_tell(found, language):
            return found.start(), found.end(), tuple(rule.pieces(found, small_words(language)))
    return None


def _may_tell(found: re.Match[str], language: str) -> bool:
    """Check that a passage states something; a question stays with its answer, so that what was asked for is read with it."""
    return "answered" in found.groupdict() or is_stated(found, language)


def _end_of_search(text: str, sentence: Span) -> int | None:
    """Find where a passage that begins with a sentence must end; None for a long sentence, or for a table pasted as prose.

    Its blanks are tried in all their lengths, so that time must not grow with what stands there.
    """
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return None
    for end in (sentence.start + _LONGEST, sentence.end):
        if len(_FIGURE.findall(text, sentence.start, end)) <= _MOST_FIGURES:
            return end
    return None
