"""Find the measure of a claim in its clause, in the subject before a pause, or in the claim before it.

"Rising from 21 to 62 million" has its measure in the clause before, "(29 % of employees)" in the words around the
bracket, and "which is a 5 % rise" in the claim before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import MEDIAN_AGE, Claim
from workbench.core.document import Span
from workbench.core.quantity import Dimension
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.measure_words import around_counted, subject_of, words_of
from workbench.extract.claim.measures.continued_claims import asked_before, measure_going_on, share_going_on
from workbench.extract.claim.measures.kinds_of_figures import OF_THINGS, counted_figure, counts_things, kinds_of
from workbench.extract.claim.measures.measures_from_earlier_sentences import (
    NOTHING_BEFORE,
    MeasureRead,
    Prior,
    assumed,
    from_before,
    of_those_named,
    topic_of,
)
from workbench.extract.claim.measures.measures_referred_to import acting, referred_to
from workbench.extract.claim.measures.wholes_named import whole_named
from workbench.extract.claim.measures.words_without_teller import words_without_teller
from workbench.extract.claim.measures_without_figure import (
    measured_without_figure,
    names_its_measure,
    without_verbs,
)
from workbench.extract.claim.periods_of_claims import Reach
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.weak_measures import is_weak, names_nothing, only_compares, says_enough
from workbench.extract.phrases.frames_of_verbs import acts
from workbench.extract.phrases.headline_indicators import (
    headline_in,
    is_named,
    official_name,
    own_words,
    speaks_of_statistics,
)
from workbench.extract.phrases.measured_noun_phrase import counted, measured
from workbench.extract.phrases.population_counts import blanked, persons, resident_population
from workbench.extract.phrases.purposes_of_money import money_for
from workbench.extract.phrases.subjects_and_objects import MeasuredWords, PhrasedSentence, to_left
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH, raw_tables

_LISTED = re.compile(r"[\s();,:/|–—-]*")
"""What may stand between the figures of a list, apart from their times."""


def measure_for(
    reading: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim], prior: Prior = NOTHING_BEFORE
) -> MeasureRead:
    """Find the words for what a claim measures; "which is a 5 % rise" takes those of the claim before it.

    A group named at the figure replaces one named before: "29 % of women; for men it was 25".

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.claim.periods_of_claims import reach_of
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "We hired 450 new teachers."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> draft = Draft(Span(9, 25), reading.amounts[0])
    >>> measure_for(reading, draft, reach_of(reading, draft, [draft]), []).words
    'new teachers hired'

    Args:
        reading: The sentence.
        draft: The claim.
        reach: The stretches in which its words may stand.
        before: The claims before it in the sentence.
        prior: What was said before the sentence.
    """
    read = _measure(reading, draft, reach, before, prior)
    return read._replace(words=of_those_named(read.words, reach.room.cut(reading.text), reading.language))


def _measure(
    reading: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim], prior: Prior
) -> MeasureRead:
    """Find the words for what a claim measures that stand nearest to it."""
    if draft.amount is None and draft.change is None:
        placed = next((claim for claim in reversed(before) if claim.span.end <= draft.span.start), None)
        if placed is not None and placed.measure and not names_its_measure(reading, draft.span):
            return MeasureRead(placed.measure)
        said = measured_without_figure(reading, draft.span)
        if says_enough(without_verbs(said, reading.language) or said, draft.span.cut(reading.text), reading.language):
            return MeasureRead(said)
        return from_before(said, reading.words, kinds_of(draft), reading.language, prior, refers=True)
    if draft.amount is not None and draft.amount.rule == MEDIAN_AGE:
        return MeasureRead(*raw_tables(reading.language)["ages"]["median_age"])
    if listed := _listed(reading, draft, before):
        return MeasureRead(listed)
    read = _noun_phrase(reading, draft, reach, before, prior)
    if read.words:
        return read
    if going_on := measure_going_on(draft, (*reversed(before), *prior.claims)):
        return assumed(going_on)
    earlier = next((claim.measure for claim in reversed(before) if claim.measure), "")
    if not earlier and _by_role(reading, draft).pronoun:
        return read  # "it was 24 percent": other words of its sentence name another thing
    skip = () if draft.change is None else (draft.change.span,)
    said = earlier or words_of(reading, reading.spoken(draft.span), skip)
    return MeasureRead(said or words_of(reading, draft.span) or subject_of(reading, draft.span))


def _listed(reading: SentenceReading, draft: Draft, before: Sequence[Claim]) -> str:
    """Give a bare figure of a list the measure before it: "38.6 (2000); | 18.2 | (2010)"; empty if in no list."""
    last = before[-1] if before else None
    if last is None or draft.amount is None or draft.change is not None or last.span.end >= draft.span.start:
        return ""
    if draft.amount.value.unit.dimension is not Dimension.UNKNOWN and draft.amount.value.unit.name:
        return ""
    between = Span(last.span.end, draft.span.start)
    times = [each.span for each in reading.periods if between.covers(each.span)]
    words = "".join(sign for at, sign in enumerate(between.cut(reading.text), between.start) if not _in(times, at))
    return last.measure if times and _LISTED.fullmatch(words) else ""


def _in(spans: Sequence[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _noun_phrase(
    reading: SentenceReading, draft: Draft, reach: Reach, before: Sequence[Claim], prior: Prior
) -> MeasureRead:
    """Find the noun phrase that is measured, by its official name; if it says too little, try the words around it."""
    kinds, language = kinds_of(draft), reading.language
    if not before and (asked := asked_before(reading, draft.span.start, kinds, prior)):
        return assumed(asked)
    found = _by_role(reading, draft)
    words = " ".join(found.words)
    if (named := referred_to(reading, draft, found, before, prior)) is not None:
        return named
    deed_alone = found.deed and len(found.words) == 1  # "zahlen"
    if (found.far or not words or deed_alone) and (paid := _paid_for(reading, draft)):
        return MeasureRead(paid)
    weak = not words or is_weak(words, language)
    own = acting(reading, draft, found) if (weak or found.far) and not before and draft.change is None else ()
    far = found.far and not own and not speaks_of_statistics(words, language)
    nearest = (*reversed(before), *prior.claims) if far else ()
    if going_on := measure_going_on(draft, nearest) or share_going_on(draft, words, before):
        return assumed(going_on)
    if not weak and not deed_alone:
        return _by_official_name(found, reading, draft, reach, (before, prior))
    if earlier := next((claim.measure for claim in reversed(before) if _goes_on(found, claim)), ""):
        return MeasureRead(earlier)
    if _is_one_word(words, language) and (living := _population(reading, draft)):
        return MeasureRead(living)
    wider = () if before else (reading.spoken(draft.span),)
    if spoken := _spoken(reading, draft, (reach.room, reach.clause, *wider)):
        return MeasureRead(spoken, said=own_words(words, kinds, language) if words else "")
    if own:
        return MeasureRead(" ".join(own))  # "wages fell. The party got | 40 percent"
    in_sentence = topic_of(phrased(reading), draft.span.start) if found.pronoun else ""
    silent = not any(one.kind in "nv" for one in phrased(reading).phrases)  # "Now, in 2014: 42!"
    refers = found.pronoun or silent or (bool(words) and names_nothing(words, language))
    return from_before(words, reading.words, kinds, language, prior, refers=refers, in_sentence=in_sentence)


def _by_official_name(
    found: MeasuredWords, reading: SentenceReading, draft: Draft, reach: Reach, earlier: tuple[Sequence[Claim], Prior]
) -> MeasureRead:
    """Name what a noun phrase says as offices do, where it or the words around it mean a headline measure."""
    before, prior = earlier
    words, kinds, language = " ".join(found.words), kinds_of(draft), reading.language
    spoken = reading.spoken(draft.span)
    around = words_without_teller(reading, reach.room if before else spoken)
    name = words if _is_of_whole(words, whole_named(reading, draft)) else official_name(words, around, kinds, language)
    told = (*reversed(before), *prior.claims)
    if told and name == words != told[0].measure:
        bare = _of_earlier(words, told) if Dimension.UNKNOWN.value in kinds else ""
        name = bare or (_of_its_sentence(words, reading.words_in(spoken), kinds, before) if before else words)
    if name == words and (found.deed or not speaks_of_statistics(words, language)):
        rooms = (reach.room, *(() if before or counts_things(draft) else (spoken,)))
        name, own = _spoken(reading, draft, rooms) or name, words
    else:
        own = words if name == words else own_words(words, kinds, language)
    said_by_name = set(own.lower().split()) <= set(name.lower().split())  # "unemployment" by "unemployment rate"
    return MeasureRead(name, said="" if said_by_name else own)


def _paid_for(reading: SentenceReading, draft: Draft) -> str:
    """Name a sum of money by what it is for; empty for any other figure, and where no purpose is named."""
    sum_ = draft.amount
    if sum_ is None or draft.change is not None or sum_.value.unit.dimension is not Dimension.MONEY:
        return ""
    sentence = phrased(reading)
    return " ".join(money_for(sentence, sentence.word_at(sum_.span.start), sentence.word_at(sum_.span.end)))


def _of_earlier(words: str, told: Sequence[Claim]) -> str:
    """Name words as the claim before that has the same ones: a bare "20.7" of "the rate" is no other rate; empty for none."""
    low = words.casefold()
    return next(
        (each.measure for each in told if each.own_words.casefold() == low and each.measure_said == each.own_words), ""
    )


def _of_its_sentence(words: str, around: str, kinds: frozenset[str], before: Sequence[Claim]) -> str:
    """Name a noun phrase as an earlier claim of its sentence does: "global investment flows fell to 5 | from 7"."""
    name = official_name(words, around, kinds, before[0].language)
    return name if any(claim.measure == name for claim in before) else words


def _is_one_word(words: str, language: str) -> bool:
    """Check whether a noun phrase is one word, but for a verb: "people", "people | lived"; not "unemployed people"."""
    return len((without_verbs(words, language) or words).split()) <= 1


def _population(reading: SentenceReading, draft: Draft) -> str:
    """Return the population as the measure, where a figure counts the people of a place and nothing more is said."""
    figure, language = counted_figure(draft), reading.language
    if figure is None or figure.value.unit.name not in persons(language):
        return ""
    text, start, end = reading.text, reading.clause(draft.span).start, reading.sentence.span.end
    named = [each.span for each in reading.places], [each.span for each in reading.periods]
    before = blanked(text, start, max(start, figure.span.start), *named)
    behind = blanked(text, figure.span.end, max(end, figure.span.end), *named)
    return resident_population(before, behind, language, moved=draft.change is not None)


def _goes_on(found: MeasuredWords, claim: Claim) -> bool:
    """Check whether a phrase has an earlier claim's measure: "it", or "526,000 fewer" of the people out of work."""
    if found.pronoun or only_compares(found.words, claim.language):
        return bool(claim.measure)
    return len(found.words) == 1 and claim.measure.startswith(f"{found.words[0]} ")


def _spoken(reading: SentenceReading, draft: Draft, spans: Sequence[Span]) -> str:
    """Find the headline measure in the words around a claim, with the ages that are counted."""
    kinds, whole = kinds_of(draft), whole_named(reading, draft)
    for stretch in spans:
        if spoken := headline_in(words_without_teller(reading, stretch), kinds, reading.language, whole):
            return f"{spoken} {_aged(reading, stretch, spoken)}".rstrip()
    return ""


def _aged(reading: SentenceReading, stretch: Span, spoken: str) -> str:
    """Collect the figures that say who is counted, in the English of series: "aged 25 to 54"."""
    said = (one.cut(reading.text) for one in reading.describing if stretch.covers(one) and reading.language == ENGLISH)
    return " ".join(words for words in said if words not in spoken)


def _is_of_whole(measure: str, whole: str) -> bool:
    """Check whether a measure begins with the whole of a share: "unemployed men" for 60 % "of the unemployed"."""
    return bool(whole) and measure.split(maxsplit=1)[0] in whole.split()


def _by_role(reading: SentenceReading, draft: Draft) -> MeasuredWords:
    sentence = phrased(reading)
    figure = counted_figure(draft)
    bare = figure is not None and figure.value.unit.dimension is Dimension.RATE and not figure.value.unit.name
    if figure is not None and figure.value.unit.dimension in OF_THINGS and not (bare and reading.language != ENGLISH):
        found = counted(sentence, figure.span)
        if bare and " ".join(found.words).lower() == figure.value.unit.per:
            found = MeasuredWords()  # "averaged 2,750 a | month"
        if is_named(" ".join(found.thing), kinds_of(draft), reading.language):
            found = changed_copy(found, words=found.thing)  # "murders" | "committed"
        if draft.change is not None and _counts_anybody(found, reading.language):
            moved = measured(sentence, draft.span, figure.span, share=False, moved=True)
            found = found if moved.far or not moved.words else moved  # "cases" | "fell from 561 to 263 people"
        if found.words and figure.value.unit.dimension is Dimension.RATE:
            return _of_rate(sentence, draft, found)
        if found.words and reading.language == ENGLISH:
            lead, behind = around_counted(reading, figure, found.words)
            return MeasuredWords((*lead, *found.words, *behind), deed=found.deed)
        if found.words:
            return found
    own = draft.amount or (draft.change.value.target if draft.change else None)
    span = draft.span if own is None else own.span
    share = draft.change is None and own is not None and own.value.unit.dimension is Dimension.SHARE
    money = own is not None and own.value.unit.dimension is Dimension.MONEY
    return measured(sentence, draft.span, span, share=share, moved=draft.change is not None, money=money)


def _counts_anybody(found: MeasuredWords, language: str) -> bool:
    """Check whether the thing counted is just people: "263 people"."""
    return len(found.words) == 1 and found.words[0].lower() in phrase_words(language, "anybody")


def _of_rate(sentence: PhrasedSentence, draft: Draft, counted_: MeasuredWords) -> MeasuredWords:
    """Put a rate's separate subject before it: "infant mortality" | "is 3 deaths per 1,000 births"."""
    begin = sentence.word_at(draft.span.start)
    if acts(sentence, begin):
        return counted_  # "the army | is launching | 15 attacks a day"
    left = to_left(sentence, begin)
    hedges = grammar(sentence.words.language).hedges  # "barely" of "barely | 3 marriages per 1,000" is no subject
    words_before = tuple(word for word in left.words if word.lower() not in hedges)
    return MeasuredWords((*words_before, *counted_.words)) if words_before else counted_
