"""Find what a sentence claims: each figure and each change, else a promise, a rank or a comparison in words.

"A 36.5 % reduction" is one claim though it holds an amount and a change, and "three reasons" is none. This is decided
here, before any period or place is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.core.claim import MEDIAN_AGE, Change, ClaimKind, Mention
from workbench.core.document import How, Span
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.claim_kinds import (
    is_comparison,
    is_opinion,
    is_promise,
    is_question,
    is_rank,
    is_undertaking,
    kind_of,
    placed_after,
    relations_in,
)
from workbench.extract.claim.measure_words import noun_end
from workbench.extract.claim.measures_without_figure import names_its_measure
from workbench.extract.claim.passing_figures import is_passing
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.word_classes import AUXILIARY, SAYING, VERB
from workbench.extract.relations.lists_of_named_places import PlacesSaid, named_row
from workbench.extract.relations.ranks_by_comparison import ranks_one_of_several

MOST_CLAIMS = 40
"""Most claims read from a sentence. One with more is a table that lost its line breaks, which a problem reports."""

_APPROXIMATELY = (
    r"about|around|approximately|approx\.|some|nearly|almost|close\sto|roughly|barely|hardly|nowhere\snear|not\seven"
)
_OVER_OR_UNDER = r"(?:(?:just|well|slightly|a\slittle)\s)?(?:over|under|above|below)"
_MORE_THAN = r"(?:(?:no|not|never|much|far|slightly|a\slittle)\s)?(?:more|less|fewer|higher|lower)\sthan"
_AT_MOST = r"at\s(?:the\s(?:very\s)?)?(?:least|most)|up\sto|as\smany\sas|circa|ca\.|a\stotal\sof|only|just"
_HEDGE = re.compile(rf"(?<!\w)(?:{_APPROXIMATELY}|{_OVER_OR_UNDER}|{_MORE_THAN}|{_AT_MOST})\s+\Z", re.IGNORECASE)
_VERBS = frozenset({VERB, SAYING, AUXILIARY})
_AHEAD = re.compile(r"(?P<rank>[^:;]+?)(?::|\s[–—])\s", re.DOTALL)
"""A rank before a figure that is given after a colon or a dash."""

_OF_PLACES = re.compile(r"\b(?:country|nation|state|neighbour|Land|Staat|земја|држава)\Z")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its slots are filled."""

    span: Span
    amount: Mention[Amount] | None = None
    change: Mention[Change] | None = None


def find_drafts(reading: SentenceReading) -> list[Draft]:
    """Find what a sentence claims, in order of the text.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "For three reasons we hired 450 teachers."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> [draft.span.cut(said) for draft in find_drafts(reading)]
    ['450 teachers']
    """
    figures = list(_with_figure(reading))[:MOST_CLAIMS] if reading.amounts or reading.changes else []
    if not figures:
        return list(_without_figure(reading))
    ranks = list(_ranks(reading, figures))
    return sorted([*figures, *ranks, *_in_other_clauses(reading, [*figures, *ranks])], key=_order)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.span.start, draft.span.end


def _ranks(reading: SentenceReading, figures: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the rank claimed of the figure before it: "5%, the lowest since 1974"."""
    if not reading.hints.rank:
        return
    yield from _rank_ahead(reading, figures[0])
    for draft, following in zip(figures, [*figures[1:], None], strict=True):
        end = reading.sentence.span.end if following is None else following.span.start
        placed = placed_after(reading.text[draft.span.end : end], reading.language)
        if placed is None:
            continue
        span = Span(draft.span.end + placed[0], draft.span.end + placed[1])
        words = span.cut(reading.text)
        if is_rank(words, reading.language):
            yield Draft(Span(span.start, span.start + len(words.rstrip())))


def _rank_ahead(reading: SentenceReading, figure: Draft) -> Iterator[Draft]:
    """Yield the rank that a sentence gives before its first figure.

    Example: "There were more in 2016 than in any year since 2000 | : over 97,000".
    """
    ahead = _AHEAD.fullmatch(reading.text, reading.sentence.span.start, figure.span.start)
    if ahead is not None and is_rank(ahead["rank"], reading.language):
        yield Draft(_bare(reading.text, Span(*ahead.span("rank"))))


def _in_other_clauses(reading: SentenceReading, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the ranks and comparisons of clauses without a figure.

    Example: "Poland had more nurses than Germany, | so why do 20,000 leave".
    """
    words, language = _without_consequence(reading).cut(reading.text), reading.language
    if not (reading.hints.rank or reading.hints.comparison) or is_question(words):
        return
    taken = [draft.span for draft in found]
    for at in relations_in(words, language):
        clause = _bare(reading.text, reading.clause(at.shift(reading.sentence.span.start)))
        statement = clause.cut(reading.text)
        if (
            any(clause.overlaps(span) for span in taken)
            or is_promise(statement, language)
            or not _stands_alone(reading, clause)
            or _leads_on(reading, clause, taken)
        ):
            continue
        taken.append(clause)
        yield Draft(clause)


def _stands_alone(reading: SentenceReading, clause: Span) -> bool:
    """Check whether a clause says by itself what is measured and where: it has a verb and a place of its own."""
    return any(clause.covers(mention.span) for mention in reading.places) and names_its_measure(reading, clause)


def _leads_on(reading: SentenceReading, clause: Span, figures: Sequence[Span]) -> bool:
    """Check whether the figure after a clause belongs to the clause.

    Examples: "was among the lowest in Europe | : 3 percent", "| , with a value of 5.3".
    """
    behind = min((span for span in figures if span.start >= clause.end), default=None)
    if behind is None:
        return False
    words = phrased(reading).words
    between = range(*(bisect_left(words.spans, (at, 0)) for at in (clause.end, reading.clause(behind).end)))
    return not any(words.tags[k] in _VERBS and not words.raws[k].endswith("ing") for k in between)


def _with_figure(reading: SentenceReading) -> Iterator[Draft]:
    changes, amounts = reading.changes[:MOST_CLAIMS], reading.amounts[: 2 * MOST_CLAIMS]
    found: list[Draft] = []
    taken: set[Span] = set()
    for change in changes:
        inner = [m.span for m in (change.value.amount, change.value.origin, change.value.target) if m is not None]
        span = _union([change.span, *inner])
        found.append(Draft(span, change.value.amount, change))
        taken |= {*inner, *(m.span for m in amounts if span.covers(m.span))}
    free = [
        m
        for m in amounts
        if m.span not in taken
        and (m.rule == MEDIAN_AGE or not is_passing(reading.text, reading.sentence.span, m, reading.language))
        and not reading.describes(m.span)
        and not _counts_row(reading, m)
    ]
    found += [Draft(with_words(reading, m), m) for m in free[:MOST_CLAIMS]]
    yield from sorted({draft.span: draft for draft in found}.values(), key=_order)


def with_words(reading: SentenceReading, amount: Mention[Amount]) -> Span:
    """Extend a figure to its hedge and the words that it counts.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "We hired about 450 new teachers."
    >>> [amount] = find_amounts(said)
    >>> with_words(SentenceReading(said, Sentence(Span(0, len(said)), 0), (amount,)), amount).cut(said)
    'about 450 new teachers'
    """
    start = amount.span.start
    hedge = _HEDGE.search(reading.text, max(reading.sentence.span.start, start - 20), start)
    return Span(hedge.start() if hedge else start, noun_end(reading, amount))


def _counts_row(reading: SentenceReading, amount: Mention[Amount]) -> bool:
    """Check whether a count is that of the places compared: "of these four nations it had the highest rate"."""
    unit = amount.value.unit
    if unit.dimension is not Dimension.COUNT or not _OF_PLACES.search(unit.name) or not reading.hints.rank:
        return False
    named = named_row(reading.text, reading.sentence.span, reading.places, reading.language)
    return named is not None and is_rank(reading.words, reading.language)


def _without_figure(reading: SentenceReading) -> Iterator[Draft]:
    """Yield a promise, a rank or a comparison in words; opinions, questions and plain statements give none."""
    whole = _what_is_said(reading)
    words, language, hints = whole.cut(reading.text), reading.language, reading.hints
    if (hints.opinion and is_opinion(words, language)) or is_question(words):
        return
    if (
        (hints.promise and is_undertaking(words, language))
        or (hints.rank and is_rank(words, language))
        or (hints.comparison and is_comparison(words, language))
        or _is_placed(reading)
    ):
        yield Draft(whole)


def _is_placed(reading: SentenceReading) -> bool:
    """Check whether a sentence ranks one of several places that it names: "Malta led Italy and Spain in …"."""
    return ranks_one_of_several(PlacesSaid(reading.text, reading.sentence.span, reading.places, reading.language))


def kind_without_figure(reading: SentenceReading, draft: Draft) -> ClaimKind:
    """Decide the kind of a claim without a figure."""
    words, language = draft.span.cut(reading.text), reading.language
    kind = kind_of(words, None, "", change=False, language=language, hints=reading.hints)
    return ClaimKind.RANK if kind is ClaimKind.STATEMENT and _is_placed(reading) else kind


def _what_is_said(reading: SentenceReading) -> Span:
    """Return the sentence without the words that name who says it, such as the label of a turn ("HOLT: We will …")."""
    whole = _without_label(reading)
    for attribution in reading.attributions:
        for content in attribution.content:
            if content.overlaps(whole) and attribution.how is not How.TURN:
                part = Span(max(content.start, whole.start), min(content.end, whole.end))
                words, language = part.cut(reading.text), reading.language
                if is_promise(words, language) or is_rank(words, language) or is_comparison(words, language):
                    return _bare(reading.text, part)
    return whole


def _without_label(reading: SentenceReading) -> Span:
    whole = _without_consequence(reading)
    turns = (content for one in reading.attributions if one.how is How.TURN for content in one.content)
    begins = next((content.start for content in turns if whole.start < content.start < whole.end), whole.start)
    return Span(begins, whole.end)


def _without_consequence(reading: SentenceReading) -> Span:
    """Cut off the consequence (", which is why …") where a rank or a comparison stands before it."""
    whole, at = reading.sentence.span, reading.consequence
    if at is None or next(relations_in(reading.text[whole.start : at], reading.language), None) is None:
        return whole
    return Span(whole.start, at)


def _bare(text: str, span: Span) -> Span:
    """Strip the quotation marks and the "that" around a stretch."""
    lead = re.match(r"[\s“\"«]*(?:that\s)?", span.cut(text))
    start = span.start + (lead.end() if lead else 0)
    end = span.start + len(span.cut(text).rstrip(' \t\n,”"»'))
    return Span(start, end) if start < end else span


def _union(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
