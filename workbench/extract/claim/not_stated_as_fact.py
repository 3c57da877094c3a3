"""Find what a sentence does not state as fact: what it denies, asks, imagines, supposes or aims at.

Examples: "it was not 5 percent", "was it 5 percent?", "the aim was 5 percent". A matching figure does not confirm such
a claim, and a different one does not refute it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.core.claim import MEDIAN_AGE, NOT_SAID_SO, ONLY_ASKED
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.embedded_statements import is_embedded_unstated, statement_leaders
from workbench.extract.relations.lists_of_named_places import PlacesSaid
from workbench.extract.relations.question_sentences import ASKED_OUTRIGHT, MARK, REACH, following_words, is_asked
from workbench.extract.relations.ranks_by_comparison import beside_each
from workbench.extract.relations.records_by_denial import denied_record
from workbench.extract.relations.rejected_statements import REJECTED, is_rejected, rejected_behind
from workbench.extract.words.word_patterns import possible_classes

_BACK, _LED, _OPENING = 40, 160, 48
_ALL = (
    *REJECTED,
    ASKED_OUTRIGHT,
    "imagined",
    "supposed",
    "aimed_at",
    "aimed_behind",
    "hardly",
    "denied_comparison",
    "not_so",
    "not_by",
    "unreal_frame",
    "too_much",
    "gone",
)
"""Classes of phrases, under the word file's tenses, that say a claim is not so, or not yet."""

_Patterns = Mapping[str, re.Pattern[str]]


def not_said_so(reading: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Note a claim that is denied, in its clause or from outside, or only asked, imagined, supposed or aimed at.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "The rate was not 5 percent."
    >>> (amount,) = find_amounts(said)
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), (amount,))
    >>> [note.kind for note in not_said_so(reading, Draft(amount.span, amount))]
    ['not-said-so']
    """
    sentence = reading.sentence.span
    may = {
        **_possible(reading.words, reading.language),
        **rejected_behind(reading.text, sentence, reading.language),
    }
    asks = ASKED_OUTRIGHT in may or reading.text.find(MARK, sentence.start, sentence.end + REACH) >= 0
    if not may and not asks:
        return _unstated(reading, draft)
    if is_rejected(reading.text, sentence, draft.span, may, reading.language) or _is_rejected_whole(
        reading, draft, may
    ):
        return (_note("The words around it deny what is said."),)
    if asks and _is_asked(reading, draft):
        return (_note("The sentence asks whether it was so, and does not say it.", ONLY_ASKED),)
    clause = reading.clause(draft.span)
    if _finds(may, "unreal_frame", reading.text[sentence.start : _own_span(draft).start][:_LED]):
        return (_note("The words before it imagine or suppose what is said."),)
    if _finds(may, "imagined", clause.cut(reading.text)):
        return (_note("The clause tells what would have been, and not what was."),)
    if _only_meant(reading, draft, clause, may):
        return (_note("The words suppose it, aim at it or foretell it, and do not say that it was so."),)
    if ("too_much" in may or "gone" in may) and (note := _not_of_those_there(_behind_number(reading, draft), may)):
        return (note,)
    if unstated := _unstated(reading, draft):
        return unstated
    return (_note("The words deny it."),) if _is_denied(reading, draft, clause, may) else ()


def _is_rejected_whole(reading: SentenceReading, draft: Draft, may: _Patterns) -> bool:
    """Check whether a claim that is its whole sentence begins with words that deny it: "It is not true that …"."""
    plain = draft.amount is None and draft.change is None and draft.span.start == reading.sentence.span.start
    return (
        plain and _finds(may, "rejected", draft.span.cut(reading.text)[:_OPENING]) and not _is_rank_by_denial(reading)
    )


def _is_asked(reading: SentenceReading, draft: Draft) -> bool:
    """Check whether a claim is asked about, in its sentence or right after it."""
    sentence = reading.sentence.span
    at, following = _own_span(draft).shift(-sentence.start), following_words(reading.text, sentence)
    return is_asked(reading.words_in(sentence), at, following, reading.language)


def _unstated(reading: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Note a claim that depends on words which do not state it: "we demand that", "I never said that"."""
    if not statement_leaders(reading.words, reading.language):
        return ()
    sentence = reading.sentence.span
    own = _own_span(draft).shift(-sentence.start)
    if not is_embedded_unstated(reading.words_in(sentence), own, reading.language):
        return ()
    return (_note("The words that it depends on do not show that the speaker states it."),)


@lru_cache(maxsize=32)  # asked again for each claim of a sentence
def _possible(words: str, language: str) -> _Patterns:
    return possible_classes(words, "tenses", _ALL, language)


def _own_span(draft: Draft) -> Span:
    """Return the span of a claim's figure, or of its words where it has none."""
    own = draft.amount if draft.change is None else draft.change.value.amount
    return draft.span if own is None else own.span


def _not_of_those_there(behind: str, may: _Patterns) -> Problem | None:
    """Note a figure of what there is too much of, or of those who went away: "500 teachers | too few", "| left the country"."""
    if _finds(may, "too_much", behind):
        return _note("The figure says by how much there is too much or too little, and not how much there is.")
    return (
        _note("The figure counts those who left, and not those who are there.") if _finds(may, "gone", behind) else None
    )


def _behind_number(reading: SentenceReading, draft: Draft) -> str:
    """Return the words behind the number of a claim: its unit, what it counts, and what follows."""
    span = draft.span if draft.amount is None else draft.amount.span
    _, _, behind = reading.text[span.start : reading.sentence.span.end].partition(" ")
    return f" {behind[:_BACK]}"


def _finds(may: _Patterns, key: str, words: str) -> bool:
    return key in may and may[key].search(words) is not None


def _only_meant(reading: SentenceReading, draft: Draft, clause: Span, may: _Patterns) -> bool:
    """Check whether a claim is supposed, aimed at or predicted in its clause.

    Examples: "if it had been 5 percent", "the aim was 5 percent".
    """
    span = _own_span(draft)
    before, behind = reading.text[clause.start : span.start], reading.text[span.end : reading.sentence.span.end]
    begin = reading.sentence.span.start
    led = reading.text[max(begin, span.start - _LED) : span.start]
    # a comparison in words is its whole sentence: "Should Spain have more than Italy, | then …"
    if span.start == begin:
        led = reading.clause(Span(begin, begin + 1)).cut(reading.text)
    return any(_finds(may, *each) for each in (("supposed", led), ("aimed_at", before), ("aimed_behind", behind)))


def _is_denied(reading: SentenceReading, draft: Draft, clause: Span, may: _Patterns) -> bool:
    """Check whether a statement is denied or nearly denied: "hardly fell", "was not higher than in Germany"."""
    own = draft.amount if draft.change is None else draft.change.value.amount
    if own is None:
        said = clause.cut(reading.text)
        denied = draft.amount is None and (_finds(may, "hardly", said) or _finds(may, "denied_comparison", said))
        return denied and not _is_rank_by_denial(reading)
    if own.rule == MEDIAN_AGE:
        return False  # in "half of us are not yet forty" the denial gives the bound
    start = own.span.start
    before = reading.text[max(reading.sentence.span.start, start - _BACK) : start]
    return _finds(may, "not_so" if draft.change is None else "not_by", before)


def _is_rank_by_denial(reading: SentenceReading) -> bool:
    """Check whether a denial ranks something: "not since 1998 was it as low as in 2009", "neither in Italy nor in Spain"."""
    said = PlacesSaid(reading.text, reading.sentence.span, reading.places, reading.language)
    return denied_record(reading.words, reading.language) is not None or beside_each(said) is not None


def _note(message: str, kind: str = NOT_SAID_SO) -> Problem:
    return Problem("amount", message, "Look what the speaker says instead.", kind)
