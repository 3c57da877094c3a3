"""Assemble claims: one for each figure or change that a sentence claims, or one for a promise, rank or comparison.

One sentence of a minister may hold four checkable statements, each with its own figure, measure, period and place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, ClaimKind, Mention, Sort, claim_id
from workbench.core.document import Attribution, How, Span, Speaker
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.core.score import ScorePart
from workbench.extract.change.only_one_way import ONE_WAY
from workbench.extract.claim.change_bases_from_earlier_sentences import with_base
from workbench.extract.claim.change_compared_with import compares_with_another
from workbench.extract.claim.changes_between_figures import with_figures_compared
from workbench.extract.claim.check_worthiness import WEIGHTS, worth_parts
from workbench.extract.claim.claim_kinds import is_promise, kind_of
from workbench.extract.claim.denied_or_held_by_counted import with_denied_or_held
from workbench.extract.claim.drafts import Draft, find_drafts, kind_without_figure
from workbench.extract.claim.marks_of_notes import marked
from workbench.extract.claim.measures.continued_claims import with_figures_period, with_unit_before
from workbench.extract.claim.measures.measures_from_earlier_sentences import NOTHING_BEFORE, MeasureRead, Prior
from workbench.extract.claim.measures.measures_of_claims import measure_for
from workbench.extract.claim.measures.measures_per_head import per_head
from workbench.extract.claim.measures.units_from_measures import with_counted
from workbench.extract.claim.not_stated_as_fact import not_said_so
from workbench.extract.claim.periods_at_ends_of_change import with_ends
from workbench.extract.claim.periods_from_earlier_sentences import CarriedPeriod, takes
from workbench.extract.claim.periods_of_claims import Reach, figure_doubts, other_period, period_for, reach_of
from workbench.extract.claim.places_from_earlier_sentences import time_of_another_place
from workbench.extract.claim.places_named_before import in_named_row, place_read, with_place_of_measure
from workbench.extract.claim.places_of_claims import places_of
from workbench.extract.claim.qualifiers import qualifiers_for
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.times_of_statements import said_at
from workbench.extract.claim.unread_statements import said_too, with_unread_statements
from workbench.extract.claim.unread_times import unread_times
from workbench.extract.claim.unread_words import with_unread_words
from workbench.extract.claim.years_side_by_side import names_years, taken_together
from workbench.extract.relations.contrary_verbs import contrary_word
from workbench.extract.relations.places_together import with_places_together
from workbench.extract.relations.relations_of_claim import with_relations
from workbench.extract.words.fillers import HELPERS
from workbench.extract.words.tenses import Tense, tense_of
from workbench.extract.words.word_files import ENGLISH

_TOLD = frozenset({Tense.PAST, Tense.PERFECT})  # of no time to come, whatever year is read in the clause
_PIECES = re.compile(r"[,;:–—]\s")
Worth = Callable[[ClaimKind, bool], tuple[ScorePart, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a text beyond the sentence.

    Attributes:
        document: The document's id.
        language: Two letters.
        place: The place that "our country" means.
        speaker: Who speaks, where the text does not say.
        carried: The period carried over from the previous sentences of the paragraph.
        earlier: The previous sentences of the paragraph, as many as are searched for a place.
        weights: The weight of each part of the worth.
        prior: What was said before the sentence.
    """

    document: str = ""
    language: str = "en"
    place: str | None = None
    speaker: Speaker | None = None
    carried: CarriedPeriod | None = None
    earlier: Sequence[SentenceReading] = ()
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    prior: Prior = NOTHING_BEFORE


def make_claims(reading: SentenceReading, setting: Setting) -> list[Claim]:
    """Build the claims of a sentence, in order of the text.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "We hired 450 teachers, while 20 schools were closed."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> [(claim.quote, claim.measure) for claim in make_claims(reading, Setting())]
    [('450 teachers', 'teachers hired'), ('20 schools', 'schools closed')]
    """
    drafts = find_drafts(reading)
    worth = _worth_of(reading, setting)
    claims: list[Claim] = []
    for draft in drafts:
        reach = reach_of(reading, draft, drafts)
        measure = measure_for(reading, draft, reach, claims, setting.prior)
        earlier = (*reversed(claims), *setting.prior.claims)
        read = _claim(reading, setting, draft, reach, measure, worth=worth, earlier=earlier)
        read = with_place_of_measure(read, reading, setting.prior)
        claims.append(with_figures_period(with_base(read, reading, claims, setting.prior), claims, setting.prior))
    return with_unread_statements(with_figures_compared(claims, reading, setting.prior, setting.place), reading.places)


def claim_of(reading: SentenceReading, setting: Setting, draft: Draft, drafts: Sequence[Draft]) -> Claim:
    """Build the claim of one draft of a sentence.

    >>> from workbench.core.document import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "For three reasons we stayed."
    >>> [three] = find_amounts(said)
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), (three,))
    >>> draft = Draft(Span(4, 17), three)
    >>> claim_of(reading, Setting(), draft, [draft]).quote
    'three reasons'

    Args:
        reading: The sentence.
        setting: What is known of the text beyond it.
        draft: The draft of the claim.
        drafts: All drafts of the sentence, including this one.
    """
    reach = reach_of(reading, draft, drafts)
    measure = measure_for(reading, draft, reach, [], setting.prior)
    earlier, worth = setting.prior.claims, _worth_of(reading, setting)
    return _claim(reading, setting, draft, reach, measure, worth=worth, earlier=earlier)


def _worth_of(reading: SentenceReading, setting: Setting) -> Worth:
    """Rate the worth of a sentence once for all its claims of one kind."""
    known: dict[tuple[ClaimKind, bool], tuple[ScorePart, ...]] = {}

    def worth(kind: ClaimKind, official: bool) -> tuple[ScorePart, ...]:
        if (kind, official) not in known:
            known[kind, official] = worth_parts(reading, kind, official=official, weights=setting.weights)
        return known[kind, official]

    return worth


def _claim(
    reading: SentenceReading,
    setting: Setting,
    draft: Draft,
    reach: Reach,
    measure: MeasureRead,
    *,
    worth: Worth,
    earlier: Sequence[Claim],
) -> Claim:
    quote = draft.span.cut(reading.text)
    carried = setting.carried
    inherited = carried.mention if carried is not None and takes(reading, draft.span, carried) else None
    period, doubts = period_for(reading, draft, reach, inherited)
    kind = _kind(reading, draft, reach.clause, period)
    qualifiers = qualifiers_for(reading, draft, reach, measure.words)
    if any(mention.value.sort is Sort.IN_ALL for mention in qualifiers) or names_years(reading, period):
        period = taken_together(reading, period)
    places = places_of(reading, draft, reach)
    place, assumed = place_read(reading, draft, places, setting.place, setting.earlier)
    assumed += time_of_another_place(reading, place, (*doubts, *assumed), inherited, setting.earlier)
    attribution = _attribution(reading, draft, setting)
    official = attribution is not None and attribution.speaker is not None and bool(attribution.speaker.role)
    claim = Claim(
        id=claim_id(setting.document, draft.span, quote),
        document=setting.document,
        span=draft.span,
        quote=quote,
        sentence=reading.sentence.span,
        context=reading.words,
        kind=kind,
        measure=(name := per_head(measure.words, qualifiers, reading.language)),
        own_words=measure.said and per_head(measure.said, qualifiers, reading.language),
        own_words_for=name if measure.said else "",
        amount=draft.amount,
        change=draft.change,
        period=period,
        place=place,
        attribution=attribution,
        amounts=tuple(_amounts(reading, draft)),
        periods=_periods(reading, draft, period),
        places=places,
        changes=() if draft.change is None else (draft.change,),
        said=said_at(reading, draft.span) if reading.stated else reading.said,
        language=setting.language,
        worth=worth(kind, official),
        notes=(*doubts, *assumed, *measure.doubts, *_unnamed(draft, measure), *_doubts(reading, draft, period)),
        qualifiers=qualifiers,
    )
    return _completed(claim, reading, earlier, setting.earlier[-1] if setting.earlier else None)


def _completed(
    claim: Claim, reading: SentenceReading, earlier: Sequence[Claim], before: SentenceReading | None
) -> Claim:
    """Complete a claim with relations, rows, several places, ends of a change, earlier units and contrary words."""
    claim = with_relations(claim)
    if claim.rank or claim.comparison or claim.kind is ClaimKind.RANK or (claim.change and len(reading.periods) > 1):
        claim = in_named_row(claim, reading, before)
    claim = with_places_together(claim, reading.text, reading.amounts, reading.places)
    claim = with_counted(with_unit_before(with_ends(claim), earlier, reading))
    claim = with_denied_or_held(reading, with_unread_words(reading, claim, before))
    contrary = contrary_word(claim, reading.changes)
    return changed_copy(claim, notes=(*claim.notes, *contrary)) if contrary else claim


def _unnamed(draft: Draft, measure: MeasureRead) -> tuple[Problem, ...]:
    """Note that nothing says what a figure measures: "They are 40,000"."""
    if measure.words or (draft.amount is None and draft.change is None):
        return ()
    message = "The words do not say what is measured, and nothing before them does."
    return (Problem("measure", message, "Find out what the speaker speaks of, and edit the claim.", "unnamed-measure"),)


def _doubts(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    return (
        *other_period(reading, draft, period),
        *unread_times(reading, draft, period),
        *not_said_so(reading, draft),
        *said_too(reading, draft, period),
        *figure_doubts(reading, draft),
        *marked(reading, draft),
    )


def _kind(reading: SentenceReading, draft: Draft, clause: Span, period: Mention[Period] | None) -> ClaimKind:
    text, language, hints = reading.text, reading.language, reading.hints
    if draft.amount is None and draft.change is None:
        return kind_without_figure(reading, draft)
    words, said = clause.cut(text), "" if draft.amount is None else draft.amount.span.cut(text)
    if hints.promise and not _has_verb(words, language) and is_promise(_governing(reading, draft), language):
        return ClaimKind.PROMISE
    later = period is not None and reading.said is not None and period.value.start > reading.said
    if _is_vowed(reading, draft) or (later and tense_of(words, language) not in _TOLD):
        return ClaimKind.PROMISE
    if compares_with_another(reading, draft):
        return ClaimKind.COMPARISON
    return kind_of(words, draft.amount, said, change=draft.change is not None, language=language, hints=hints)


def _is_vowed(reading: SentenceReading, draft: Draft) -> bool:
    """Check whether the verb before the words makes a promise of them: she "promised" | "to build 20 schools"."""
    said = reading.attribution(draft.span)
    if said is None or said.cue is None:
        return False
    content = next(c for c in said.content if c.covers(draft.span))
    lead = reading.text[said.cue.start : content.start + len("to ")] if said.cue < content else ""
    return lead.endswith("to ") and is_promise(lead, reading.language)


@lru_cache(maxsize=32)  # cached: the claims of one clause ask about the same words
def _has_verb(words: str, language: str) -> bool:
    if tense_of(words, language) is not None:
        return True
    return language == ENGLISH and any(word in HELPERS or word.endswith("ed") for word in words.casefold().split())


def _governing(reading: SentenceReading, draft: Draft) -> str:
    """Find the clause whose verb also holds for a clause without one: the nearest before it, else all up to a semicolon."""
    spoken = reading.spoken(draft.span)
    ends = reading.text.find(";", draft.span.end, spoken.end)
    pieces = _PIECES.split(reading.text[spoken.start : draft.span.start])
    near = (piece for piece in reversed(pieces) if _has_verb(piece, reading.language))
    return next(near, reading.text[spoken.start : ends if ends > 0 else spoken.end])


def _periods(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Mention[Period], ...]:
    base = None if draft.change is None else draft.change.value.base
    began = "since" if draft.amount is None and reading.hints.rank else ""  # where the row of a record begins
    own = [m for m in reading.periods if m.value == base or m is period or m.rule == began]
    return tuple(own) if own or period is None else (period,)


def _amounts(reading: SentenceReading, draft: Draft) -> Iterator[Mention[Amount]]:
    first = bisect_left(reading.amounts, draft.span.start, key=lambda mention: mention.span.start)
    near = takewhile(lambda mention: mention.span.start < draft.span.end, islice(reading.amounts, first, None))
    found = [m for m in near if draft.span.covers(m.span)]
    if draft.change is None or draft.change.rule == ONE_WAY:
        found = [m for m in found if m is draft.amount]
    elif draft.amount is not None and draft.amount.span not in {m.span for m in found}:
        found = [draft.amount, *found]
    yield from found


def _attribution(reading: SentenceReading, draft: Draft, setting: Setting) -> Attribution | None:
    """Find the speaker of the claim: the one whom the text names, else its author; none where figures "show" it."""
    around = [one for one in reading.attributions if any(content.covers(draft.span) for content in one.content)]
    named = next((one for one in around if one.speaker is not None), None)
    return named or _fallback(reading, setting) or next(iter(around), None)


def _fallback(reading: SentenceReading, setting: Setting) -> Attribution | None:
    if setting.speaker is None:
        return None
    return Attribution((reading.sentence.span,), setting.speaker, None, None, How.BYLINE)
