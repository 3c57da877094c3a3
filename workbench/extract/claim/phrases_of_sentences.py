"""Split a sentence into words and phrases, marking the figures, periods and places read in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.amounts.rate_denominators import bases_in
from workbench.extract.claim.end_of_counted_noun import is_figure
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence
from workbench.extract.phrases.word_class_tagging import TOKEN, tagged
from workbench.extract.phrases.word_classes import PAUSE
from workbench.extract.relations.nearby import around
from workbench.extract.words.lexer import lex
from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.word_files import ENGLISH, file_for
from workbench.extract.words.word_patterns import group
from workbench.extract.words.word_tables import number_words

COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN, Dimension.RATE})
_LONGEST = 2000
_PARTS = frozenset({"of", "from", "every", "each"})
"""English words before a base that figures are part of: "of a thousand children", "eight jobs in every hundred"."""


def phrased(reading: SentenceReading) -> PhrasedSentence:
    """Split a sentence into words and phrases; the result is shared by all its claims.

    >>> from workbench.core.document import Sentence, Span
    >>> said = "The jobless rate fell."
    >>> phrased(SentenceReading(said, Sentence(Span(0, len(said)), 0))).words.tags
    'DNNVZ'
    """
    if not reading.phrases:
        span = reading.sentence.span
        near = span if len(span) <= _LONGEST else type(span)(span.start, span.start + _LONGEST)
        reading.phrases.append(PhrasedSentence(tagged(reading.text, near, tuple(_marks(reading)), reading.language)))
    return reading.phrases[0]


def _marks(reading: SentenceReading) -> Iterator[tuple[int, int, str]]:
    """Yield what was read in the sentence as separate marks, in order."""
    found = [(m.span.start, _figure_end(reading, m), "F") for m in reading.amounts if not reading.describes(m.span)]
    found += [(span.start, span.end, "B") for span in reading.standings]
    found += [(m.span.start, m.span.end, "T") for m in reading.periods]
    found += [(m.span.start, m.span.end, "L") for m in reading.places]
    found += [(one.start, one.end, "N") for one in reading.describing]
    found += [(one.start, one.end, "T") for one in (*_bases(reading), *_not_only(reading), *_each_time(reading))]
    by = reading.sentence.span.start
    found += [(by + one.start, by + one.end, PAUSE) for one in reading.addressed]
    found += [(*one.span(), PAUSE) for one in reading.qualifying("told_by") if one[0].startswith(",")]
    at = 0
    for mark in sorted(found, key=_order):
        if mark[0] >= at and mark[0] < mark[1]:
            yield mark
            at = mark[1]


def _bases(reading: SentenceReading) -> Iterator[Span]:
    """Yield the bases of rates, which are no part of the measure: "for every hundred thousand births"."""
    bases = {m.value.unit.per for m in reading.amounts}
    if bases <= {""} and reading.language == ENGLISH and _PARTS.isdisjoint(plain_words(reading.words).used):
        return
    tokens, by = lex(reading.words, reading.language), reading.sentence.span.start
    for base in bases_in(tokens):
        if base.part or base.per in bases:
            end = base.noun if base.part else base.end
            yield Span(tokens[base.first].start, tokens[end - 1].end).shift(by)


def _not_only(reading: SentenceReading) -> Iterator[Span]:
    """Find words told of as not the only ones, which no figure is of: "15 percent, and | not only the young |"."""
    return (Span(*found.span()) for found in reading.qualifying("not_only"))


def _each_time(reading: SentenceReading) -> Iterator[Span]:
    """Find words for the steps of a trend, which are times: "in every single year", "ohne Ausnahme", "two quarters in a row"."""
    said, language, by = reading.words, file_for(reading.language), reading.sentence.span.start
    each = (found for found in around(said, (0, len(said)), "each", language) if group(found, "no") is None)
    for found in (*each, *around(said, (0, len(said)), "in_a_row", language)):
        yield Span(*found.span()).shift(by)


def _order(mark: tuple[int, int, str]) -> tuple[int, int]:
    return mark[0], -mark[1]


def _figure_end(reading: SentenceReading, mention: Mention[Amount]) -> int:
    """Find the end of the figure itself, without the noun that it counts."""
    if mention.value.unit.dimension not in COUNTED:
        return mention.span.end
    end = mention.span.start
    for found in TOKEN.finditer(reading.text, mention.span.start, mention.span.end):
        if is_number_word(found[0], reading.language):
            end = found.end()
        elif not _joins(found[0], reading.language):  # "a million | and six hundred thousand | souls"
            break
    return end if end > mention.span.start else mention.span.end


@lru_cache(maxsize=4096)
def _joins(word: str, language: str) -> bool:
    return lex(word, language).lows[0] == "and"


@lru_cache(maxsize=4096)
def is_number_word(word: str, language: str) -> bool:
    """Check whether a word is part of a number.

    >>> is_number_word("thousand", "en"), is_number_word("tourists", "en")
    (True, False)
    """
    if language == ENGLISH and (is_figure(word) or word == "of"):
        return True
    low, numbers = lex(word, language).lows[0], number_words(language)
    return not word[0].isalpha() or low in numbers.starts or low in numbers.short_scales
