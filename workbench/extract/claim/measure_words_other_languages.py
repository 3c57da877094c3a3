"""Find the measure's words in languages other than English: the noun after the figure, or the clause's nouns.

English needs many rules to find where a noun phrase ends. For another language three are enough to begin with. The
phrase continues through words that hold phrases together ("Versuche illegaler Migration", "обиди за илегална
миграција"). It ends at a word of the stop list. The measure of a sum or percentage is the content words of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.change_words import all_change_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import Token, TokenKind, Tokens, is_capital, lex, word_at
from workbench.extract.words.word_files import tables
from workbench.extract.words.word_patterns import numbered_pattern
from workbench.extract.words.word_tables import noun_words, number_words, period_words

_MOST = 12
_FARTHEST = 700
_NEAR = 160
_LITTLE = frozenset({"by", "from", "to", "of", "in", "on", "since", "per", "and", "or"})
"""Roles of words next to a figure that name nothing."""
_MEAN = "average"
_RELATIONS = ("rank", "in_a_row", "each", _MEAN, "first_time", "ever")
_COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN, Dimension.RATE})


def words_elsewhere(reading: SentenceReading, room: Span) -> str:
    """Collect the content words of a stretch; empty where there are none.

    >>> from workbench.core.document import Sentence
    >>> said = "Die Preise sind gestiegen."
    >>> whole = Span(0, len(said))
    >>> words_elsewhere(SentenceReading(said, Sentence(whole, 0), language="de"), whole)
    'Preise'

    Args:
        reading: The sentence.
        room: The stretch in which the words may stand.
    """
    return " ".join(list(_content(reading, room))[:_MOST])


def noun_end_elsewhere(reading: SentenceReading, amount: Mention[Amount]) -> int:
    """Find the end of the noun that an amount counts; the amount's own end where it counts none.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Wir haben 450 neue Lehrer eingestellt."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said, "de")), language="de")
    >>> said[: noun_end_elsewhere(reading, reading.amounts[0])]
    'Wir haben 450 neue Lehrer'
    """
    nouns = _noun_phrase(reading, amount) if amount.value.unit.dimension in _COUNTED else []
    return max(amount.span.end, amount.span.start + nouns[-1].end) if nouns else amount.span.end


def _noun_phrase(reading: SentenceReading, amount: Mention[Amount]) -> list[Token]:
    """Find the words of the counted thing and what belongs to it, with offsets from the start of the amount."""
    start, end = amount.span.start, reading.spoken(amount.span).end
    tokens = lex(reading.text[start : min(end, amount.span.end + _NEAR)], reading.language)
    walls = {at.start - start for at in (*(m.span for m in reading.periods), *(m.span for m in reading.places))}
    inside = amount.span.end - start
    i = next((k for k, token in enumerate(tokens) if not _is_figure(token, reading.language)), len(tokens))
    if i == len(tokens) or tokens[i].start >= inside:
        return []
    kept: list[Token] = []
    while i < len(tokens) and len(kept) < _MOST and tokens[i].start not in walls:
        if tokens[i].kind is not TokenKind.WORD or tokens[i].low == "per":
            break
        if tokens[i].start >= inside and not _runs_on(tokens, i):
            break
        kept.append(tokens[i])
        i += 1
    while kept and kept[-1].low in _connectors(reading.language) | _LITTLE:
        kept.pop()
    return kept


def _is_figure(token: Token, language: str) -> bool:
    words = number_words(language)
    joins = token.low in words.tens_join or token.low == "of"
    return token.kind is not TokenKind.WORD or joins or token.low in words.starts or token.low in words.short_scales


def _runs_on(tokens: Tokens, i: int) -> bool:
    """Check whether a word still belongs to the noun before it: a connector, or a word after one."""
    language, low = tokens.language, tokens[i].low
    if tokens[i].kind is not TokenKind.WORD:
        return False
    if low in _connectors(language):
        return i + 1 < len(tokens) and _is_name(tokens, i + 1)
    if not _is_name(tokens, i):
        return False
    if grammar(language).noun == "capital":
        return is_capital(tokens, i) or is_capital(tokens, i + 1)
    return any(word_at(tokens, k) in _connectors(language) for k in (i - 1, i - 2))


def _is_name(tokens: Tokens, i: int) -> bool:
    """Check whether a word may name something: it is no stop word and no word of change."""
    token, language = tokens[i], tokens.language
    dull = token.low in noun_words(language).stops or token.low in all_change_words(language)
    return token.kind is TokenKind.WORD and not dull


def _content(reading: SentenceReading, span: Span) -> Iterator[str]:
    """Yield the content words of a stretch, in order."""
    gone = _gone(reading)
    dull = _dull(reading.language)
    tokens = lex(reading.text[span.start : min(span.end, span.start + _FARTHEST)], reading.language)
    for token in tokens:
        at = span.start + token.start
        if token.kind is TokenKind.WORD and token.low not in dull and not any(g.start <= at < g.end for g in gone):
            yield token.raw


def _gone(reading: SentenceReading) -> Sequence[Span]:
    times, places, amounts = reading.periods, reading.places, reading.amounts
    said = (m.span for mentions in (times, places, amounts) for m in mentions)
    return [*said, *_relations(reading)]


def _relations(reading: SentenceReading) -> Iterator[Span]:
    """Yield the words of ranks, trends, means and first times, which do not name what is measured.

    A mean of one word stays, because it is part of the measure.
    """
    whole = reading.sentence.span
    for key in _RELATIONS:
        pattern = numbered_pattern("relations", key, reading.language)
        for found in () if pattern is None else pattern.finditer(reading.text, whole.start, whole.end):
            if key != _MEAN or " " in found[0]:
                yield Span(*found.span())


@cache
def _dull(language: str) -> frozenset[str]:
    """Collect the words that say nothing about what is measured."""
    words, hedged = noun_words(language), grammar(language).hedges
    fillers: list[str] = tables(language)["measures"]["fillers"]
    own = {*_LITTLE, *words.stops, *fillers, *all_change_words(language), *period_words(language).sides, *hedged}
    return frozenset(own | {grammar(language).roles.get(word, word) for word in own})


@cache
def _connectors(language: str) -> frozenset[str]:
    return frozenset(tables(language)["measures"]["connectors"])
