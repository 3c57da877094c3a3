"""Claims put together: one for each figure or change that a sentence claims, or one for a promise, rank or comparison.

Why this file exists: one sentence of a minister holds four checkable things, each with its own figure, measure, period and
place. What a claim does not say itself it takes from its sentence, then from the one before, and says so in a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench.core.claim import Change, Claim, ClaimKind, Mention, claim_id
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.quantity import Amount, Dimension
from workbench.core.text import Attribution, How, Span, Speaker
from workbench.extract.fillers import HELPERS
from workbench.extract.kinds import (
    is_comparison,
    is_opinion,
    is_promise,
    is_question,
    is_rank,
    is_undertaking,
    kind_of,
    undertaken_from,
)
from workbench.extract.measures import measure_of, noun_end, words_of
from workbench.extract.passage import Passage
from workbench.extract.worth import worth_parts

T = TypeVar("T")

MOST_CLAIMS = 40
"""A sentence with more figures is a table that lost its lines; the first ones are claims, and a problem says so."""

_HEDGE = re.compile(
    r"(?:about|around|approximately|approx\.|some|nearly|almost|close\sto|roughly|over|more\sthan|less\sthan|fewer\sthan|under"
    r"|at\sleast|at\smost|up\sto|as\smany\sas|circa|ca\.|a\stotal\sof|only|just)\s+\Z",
    re.IGNORECASE,
)
_DISCOURSE = re.compile(
    r"(?:thing|way|reason|point|question|part|side|step|session|day|word|topic|issue|example|hand|moment|chapter|occasion|item)s?\Z"
)
_PAUSE = re.compile(r"[;:.—–]|,(?=\s)")
_SMALL = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a text beyond the sentence.

    Attributes:
        document: The document's id.
        language: Two letters.
        place: What "our country" means.
        speaker: Who speaks where the text does not tell.
        inherited: The period of the sentence before, within the paragraph.
    """

    document: str = ""
    language: str = "en"
    place: str | None = None
    speaker: Speaker | None = None
    inherited: Mention[Period] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its slots are filled."""

    span: Span
    amount: Mention[Amount] | None = None
    change: Mention[Change] | None = None


def make_claims(passage: Passage, setting: Setting) -> list[Claim]:
    """Gives the claims of a sentence, in order of the text."""
    drafts = list(_drafts(passage))[:MOST_CLAIMS]
    claims: list[Claim] = []
    for draft in drafts or list(_without_figure(passage)):
        claims.append(_claim(passage, setting, draft, claims))
    return claims


def _drafts(passage: Passage) -> Iterator[Draft]:
    changes, amounts = passage.changes[:MOST_CLAIMS], passage.amounts[: 2 * MOST_CLAIMS]
    found: list[Draft] = []
    taken: set[Span] = set()
    for change in changes:
        inner = [m.span for m in (change.noun.amount, change.noun.origin, change.noun.target) if m is not None]
        span = _union([change.span, *inner])
        found.append(Draft(span, change.noun.amount, change))
        taken |= {*inner, *(m.span for m in amounts if span.covers(m.span))}
    free = [m for m in amounts if m.span not in taken and not _in_passing(m)]
    found += [Draft(_with_noun(passage, m), m) for m in free[:MOST_CLAIMS]]
    yield from sorted({draft.span: draft for draft in found}.values(), key=lambda draft: draft.span)


def _with_noun(passage: Passage, amount: Mention[Amount]) -> Span:
    start = amount.span.start
    hedge = _HEDGE.search(passage.text, max(passage.sentence.span.start, start - 20), start)
    return Span(hedge.start() if hedge else start, noun_end(passage, amount))


def _in_passing(amount: Mention[Amount]) -> bool:
    """Whether a small count only orders the speech ("three reasons", "two sessions")."""
    unit = amount.noun.unit
    small = amount.noun.low <= _SMALL and unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN}
    return small and (not unit.name or bool(_DISCOURSE.search(unit.name)))


def _without_figure(passage: Passage) -> Iterator[Draft]:
    """A promise, a rank or a comparison in words; an opinion, a question or a plain statement gives nothing."""
    words = passage.words
    if is_opinion(words) or is_question(words):
        return
    if is_undertaking(words) or is_rank(words) or is_comparison(words):
        yield Draft(_what_is_said(passage))


def _what_is_said(passage: Passage) -> Span:
    """The sentence without who says it."""
    whole = passage.sentence.span
    for attribution in passage.attributions:
        for content in attribution.content:
            if content.overlaps(whole) and attribution.how is not How.TURN:
                part = Span(max(content.start, whole.start), min(content.end, whole.end))
                words = part.cut(passage.text)
                if is_promise(words) or is_rank(words) or is_comparison(words):
                    return _bare(passage.text, part)
    return whole


def _bare(text: str, span: Span) -> Span:
    """Without the quotation marks and the "that" around it."""
    lead = re.match(r"[\s“\"«]*(?:that\s)?", span.cut(text))
    start = span.start + (lead.end() if lead else 0)
    end = span.start + len(span.cut(text).rstrip(' \t\n,”"»'))
    return Span(start, end) if start < end else span


def _claim(passage: Passage, setting: Setting, draft: Draft, before: Sequence[Claim]) -> Claim:
    quote = draft.span.cut(passage.text)
    kind = _kind(passage, draft)
    period, period_notes = _period(passage, setting, draft)
    places = _near(passage, draft.span, passage.places)
    attribution = passage.attribution(draft.span) or _fallback(passage, setting)
    place_notes = () if places or setting.place is None else (_assumed(setting.place),)
    role = attribution.speaker.role if attribution is not None and attribution.speaker is not None else ""
    return Claim(
        id=claim_id(setting.document, draft.span, quote),
        document=setting.document,
        span=draft.span,
        quote=quote,
        sentence=passage.sentence.span,
        context=passage.words,
        kind=kind,
        measure=_measure(passage, draft, before),
        amount=draft.amount,
        change=draft.change,
        period=period,
        place=places[0].noun if places else setting.place,
        attribution=attribution,
        amounts=tuple(m for m in _amounts(passage, draft)),
        periods=_periods(passage, draft, period),
        places=places,
        changes=() if draft.change is None else (draft.change,),
        said=passage.said,
        language=setting.language,
        worth=worth_parts(passage, kind, official=bool(role)),
        notes=(*period_notes, *place_notes),
    )


def _kind(passage: Passage, draft: Draft) -> ClaimKind:
    words = passage.clause(draft.span).cut(passage.text)
    said = "" if draft.amount is None else draft.amount.span.cut(passage.text)
    if draft.amount is None and draft.change is None:
        return kind_of(draft.span.cut(passage.text), None, "", change=False)
    kind = kind_of(words, draft.amount, said, change=draft.change is not None)
    has_verb = any(word in HELPERS or word.endswith("ed") for word in words.casefold().split())
    if not has_verb and is_promise(passage.spoken(draft.span).cut(passage.text)):
        return ClaimKind.PROMISE
    return kind


def _measure(passage: Passage, draft: Draft, before: Sequence[Claim]) -> str:
    earlier = next((claim.measure for claim in reversed(before) if claim.measure), "")
    if draft.amount is None and draft.change is None:
        return words_of(passage, _promised(passage, draft.span))
    skip = () if draft.change is None else (draft.change.span,)
    if draft.amount is not None and (draft.change is None or draft.amount.noun.unit.dimension is Dimension.COUNT):
        own = measure_of(passage, draft.amount)
    else:
        own = words_of(passage, passage.clause(draft.span), skip)
    return own or earlier or words_of(passage, passage.spoken(draft.span), skip)


def _promised(passage: Passage, span: Span) -> Span:
    """What is promised, up to the next pause; the whole where nothing is."""
    start = span.start + undertaken_from(span.cut(passage.text))
    if start == span.start or start >= span.end:
        return span
    stop = _PAUSE.search(passage.text, start, span.end)
    return Span(start, stop.start() if stop is not None and stop.start() > start else span.end)


def _period(passage: Passage, setting: Setting, draft: Draft) -> tuple[Mention[Period] | None, tuple[Problem, ...]]:
    """The period of the clause, else of what is said, else of the sentence before, with what was assumed."""
    bases = {change.noun.base for change in passage.changes}
    usable = [m for m in passage.periods if m.noun not in bases]
    found = _nearest(_near(passage, draft.span, usable), draft.span)
    if found is not None:
        return found, _doubts(passage, found)
    if setting.inherited is not None and setting.inherited.noun not in bases:
        return setting.inherited, (_inherited(setting.inherited),)
    return None, ()


def _nearest(mentions: Sequence[Mention[Period]], span: Span) -> Mention[Period] | None:
    """One inside the words of the claim, else the last before them, else the first after."""
    inside = [m for m in mentions if m.span.overlaps(span)]
    before = [m for m in mentions if m.span.end <= span.start]
    after = [m for m in mentions if m.span.start >= span.end]
    return next(iter([*inside[-1:], *before[-1:], *after[:1]]), None)


def _near(passage: Passage, span: Span, mentions: Sequence[Mention[T]]) -> tuple[Mention[T], ...]:
    """Those in the clause of a stretch, else those in all that the speaker says in the sentence."""
    clause = passage.clause(span)
    own = tuple(m for m in mentions if clause.covers(m.span) or span.covers(m.span))
    spoken = passage.spoken(span)
    return own or tuple(m for m in mentions if spoken.covers(m.span))


def _periods(passage: Passage, draft: Draft, period: Mention[Period] | None) -> tuple[Mention[Period], ...]:
    base = None if draft.change is None else draft.change.noun.base
    own = [m for m in passage.periods if m.noun == base or m is period]
    return tuple(own) if own or period is None else (period,)


def _amounts(passage: Passage, draft: Draft) -> Iterator[Mention[Amount]]:
    found = [m for m in passage.amounts if draft.span.covers(m.span)]
    if draft.change is None:
        found = [m for m in found if m is draft.amount]
    elif draft.amount is not None and draft.amount.span not in {m.span for m in found}:
        found = [draft.amount, *found]
    yield from found


def _fallback(passage: Passage, setting: Setting) -> Attribution | None:
    if setting.speaker is None:
        return None
    return Attribution((passage.sentence.span,), setting.speaker, None, None, How.BYLINE)


def _inherited(period: Mention[Period]) -> Problem:
    return Problem(
        "period",
        f"The claim names no period; {period.noun.label} is that of the sentence before.",
        "Check that the speaker still speaks of it.",
        "inherited-period",
    )


def _doubts(passage: Passage, period: Mention[Period]) -> tuple[Problem, ...]:
    if not period.alternatives:
        return ()
    others = ", ".join(other.label for other in period.alternatives[:3])
    said = period.span.cut(passage.text)
    message = f"“{said}” is read as {period.noun.label}; it may also mean {others}."
    return (Problem("period", message, "Compare with each where it matters.", "ambiguous-period"),)


def _assumed(place: str) -> Problem:
    return Problem(
        "place",
        f"The claim names no place; {place_name(place)}, the document's own, is assumed.",
        "Check that the speaker means it.",
        "assumed-place",
    )


def _union(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
