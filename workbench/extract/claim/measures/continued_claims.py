"""Read claims that continue the one before: "18.5 million tonnes in 2011, and by 2014 it was 8.6 million".

Another example: "in 2017? 7.8 percent". A figure without a noun of its own takes the measure and the unit of the last
one, with a note for each. A rank after a figure ("…, the lowest since 1990") takes the figure's period, and not the
time since which the ranking runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.core.claim import UNIT_FROM_BEFORE, Change, ChangeMode, Claim, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.quantity import POINTS, Amount, Dimension, Unit
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.measures.measures_from_earlier_sentences import (
    NOTHING_BEFORE,
    Prior,
    of_those_named,
    says_more,
)
from workbench.extract.claim.measures.plurals_named import NAMING
from workbench.extract.claim.measures.units_from_measures import in_unit
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.headline_indicators import headline_in, speaks_of_statistics
from workbench.extract.phrases.subjects_and_objects import PhrasedSentence, names_no_measure, without_move
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.tenses import is_of_now

_RATIO = Decimal(200)
"""Largest ratio, either way, of a figure to the one it continues; beyond it they hardly have the same unit."""
_WHOLE = Decimal(100)
_OUTCRY = 2
"""Most words of an exclamation between a question and its answer: "Horrible!"."""
_DIFFERENCES = frozenset({ChangeMode.RELATIVE, ChangeMode.POINTS, ChangeMode.MULTIPLE})
_LOOSE = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.INDEX})


def measure_going_on(draft: Draft, earlier: Sequence[Claim]) -> str:
    """Return the measure of the last figure that a draft's own figure may continue; empty where none fits.

    Args:
        draft: The draft, whose own words name no measure.
        earlier: The claims before it, the last first.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("They dug 18 million tonnes of coal in 2011.").claims
    >>> measure_going_on(Draft(claim.span, claim.amount), [claim])
    'coal'
    """
    figures = tuple(_figures(draft))
    changed = draft.change is not None and draft.change.value.mode in _DIFFERENCES
    for other in earlier:
        level = _level_of(other)
        if changed and other.measure and other.amount is not None and other.change is None:
            # a bare figure has a measure too: "marriages per 1,000: Turkey 7.1 … twice as often"
            return other.measure
        if level is None or not other.measure:
            continue
        return other.measure if changed or (figures and all(_fits(one, level) for one in figures)) else ""
    return ""


def share_going_on(draft: Draft, words: str, before: Sequence[Claim]) -> str:
    """Return the measure of the share right before a change in points, where it has its words; empty where it has not.

    >>> from workbench.extract import read_text
    >>> said = "Manufacturing was 27.6 percent of employment in 2018, up 0.3 percentage points from 2017."
    >>> {claim.measure for claim in read_text(said).claims}
    {'share of manufacturing in employment'}

    Args:
        draft: The change.
        words: Its own words for its measure.
        before: The claims before it in its sentence, in their order.
    """
    last = before[-1] if before else None
    if last is None or draft.change is None or draft.change.value.mode is not ChangeMode.POINTS:
        return ""
    share = last.amount is not None and last.change is None and last.amount.value.unit.dimension is Dimension.SHARE
    return last.measure if share and words and says_more(last.measure.lower().split(), words.lower().split()) else ""


def _figures(draft: Draft) -> Iterator[Amount]:
    ends = () if draft.change is None else draft.change.value.figures
    yield from (m.value for m in (draft.amount, *ends) if m is not None)


def _level_of(claim: Claim) -> Amount | None:
    """Return the level that a claim gives; None where it gives a difference or a figure without a unit."""
    change = None if claim.change is None else claim.change.value
    level = claim.amount if change is None else change.target
    return None if level is None or not _is_level_unit(level.value.unit) else level.value


def _is_level_unit(unit: Unit) -> bool:
    return _is_named(unit) and unit.dimension is not Dimension.POINTS


def _is_named(unit: Unit) -> bool:
    return bool(unit.name or unit.per)


def _fits(one: Amount, level: Amount) -> bool:
    """Check whether a figure may have the unit of a level: it has the same or none, and is of a similar size."""
    if _is_level_unit(one.unit) or one.unit.dimension is Dimension.POINTS:
        return one.unit == level.unit or (one.unit.dimension in _LOOSE and level.unit.dimension in _LOOSE)
    if level.unit.dimension is Dimension.SHARE:
        return abs(one.low) <= _WHOLE
    if not one.low or not level.low:
        return False
    return 1 / _RATIO <= abs(one.low / level.low) <= _RATIO


def with_unit_before(claim: Claim, earlier: Sequence[Claim], reading: SentenceReading | None = None) -> Claim:
    """Give a bare figure the unit of the last figure of the same measure, with a note that says so.

    >>> from workbench.extract import read_text
    >>> said = "They dug 18.5 million tonnes of coal in 2011, and by 2014 it was 8.6 million."
    >>> [str(claim.amount.value) for claim in read_text(said).claims]
    ['18500000 tonne', '8600000 tonne']

    Args:
        claim: The claim.
        earlier: The claims before it, the last first.
        reading: Its sentence; a figure with a noun of its own there continues no other.
    """
    change = claim.change.value if claim.change else None
    if reading is not None and claim.amount is not None and has_own_noun(reading, claim.amount.span):
        return claim
    if (pointed := _in_points(claim, earlier)) is not None:
        return pointed
    ends = () if change is None else change.figures
    bare = [m for m in (claim.amount, *ends) if m is not None and not _is_named(m.value.unit)]
    if not bare or not claim.measure or _is_multiple(change):
        return claim
    same = ((_of_the_same(other.measure, claim), _level_of(other)) for other in earlier)
    measure, level = next(((name, level) for name, level in same if name and level is not None), ("", None))
    if level is None or not all(_fits(m.value, level) for m in bare):
        return claim
    notes = (*claim.notes, _assumed(bare[0], level.unit))
    return replace(in_unit(claim, bare, level.unit), measure=measure, notes=notes)


def has_own_noun(reading: SentenceReading, figure: Span) -> bool:
    """Check whether a preposition ties a bare figure to a noun right before it: "pensions | at 69", "Rente | mit 69".

    >>> from workbench.core.document import Sentence
    >>> said = "You talk of pensions at 69. It stood at 69."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> has_own_noun(reading, Span(24, 26)), has_own_noun(reading, Span(40, 42))
    (True, False)
    """
    sentence = phrased(reading)
    at = sentence.word_at(figure.start) - 1
    return sentence.tag(at) in {"I", "J"} and sentence.tag(at - 1) == "N"


def _in_points(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """Read a change by "points" of a share as one by percentage points: "76 %. That is a drop of 53 points"."""
    size = claim.change.value.amount if claim.change else None
    if claim.change is None or size is None or size.value.unit.dimension is not Dimension.INDEX or not claim.measure:
        return None
    levels = (_level_of(other) for other in earlier if _of_the_same(other.measure, claim))
    if (level := next(filter(None, levels), None)) is None or level.unit.dimension is not Dimension.SHARE:
        return None
    moved = in_unit(claim, [m for m in (claim.amount, size) if m is not None], POINTS)
    if moved.change is None:
        return None
    change = replace(moved.change, value=replace(moved.change.value, mode=ChangeMode.POINTS))
    return replace(moved, change=change, changes=tuple(change if m is moved.change else m for m in moved.changes))


def _of_the_same(measure: str, claim: Claim) -> str:
    """Return the measure of an earlier claim, where the claim continues it; empty where it does not.

    It may be about the other of two groups, or use fewer words or other endings: a bare figure reads "unemployment" or
    "the rate" where the one before it said "unemployment rate".
    """
    here = of_those_named(measure, claim.measure, claim.language)
    if here.casefold().startswith(claim.measure.casefold()):
        return here
    said = claim.measure.casefold().split()
    generic = bool(said) and all(word in phrase_words(claim.language, "generic") for word in said)
    return here if generic or says_more(here.casefold().split(), said) else ""


def with_figures_period(claim: Claim, before: Sequence[Claim], prior: Prior = NOTHING_BEFORE) -> Claim:
    """Give a rank without a figure the period of the figure before it; its own stays among its periods.

    A rank without a measure of its own ("that was the lowest since 1990") takes that of the sentence before.

    >>> from workbench.extract import read_text
    >>> said = "In 2015 unemployment was 4.2 percent, the lowest since 1990."
    >>> [str(claim.period.value) for claim in read_text(said).claims]
    ['2015', '2015']

    Args:
        claim: The claim.
        before: The claims before it in its sentence, in their order.
        prior: What was said before the sentence.
    """
    if claim.rank is None or claim.amounts or claim.change is not None:
        return claim
    if (figure := _figure_ranked(claim, prior)) is not None:
        assumed = {"inherited-period", *(["inherited-place"] if figure.place == claim.place else [])}
        kept = (note for note in claim.notes if note.kind not in assumed)
        return replace(claim, period=figure.period, periods=figure.periods, notes=tuple(kept))
    dated_outside = claim.period is not None and not claim.span.covers(claim.period.span)
    if dated_outside:
        return claim
    period = next((each.period for each in reversed(before) if each.amounts and each.period is not None), None)
    return claim if period is None else replace(claim, period=period, periods=(period, *claim.periods))


def _figure_ranked(claim: Claim, prior: Prior) -> Claim | None:
    """Find the one figure of the sentence before that a rank without a figure and a measure of its own is about."""
    named = claim.period is not None and claim.period.rule != "since" and claim.sentence.covers(claim.period.span)
    if not claim.measure_from_before or named or is_of_now(claim.context, claim.language):
        return None
    last = prior.sentences[0].sentence.span if prior.sentences else None
    told = [each for each in prior.claims if each.sentence == last and each.amounts and each.period is not None]
    return told[0] if len(told) == 1 and told[0].measure == claim.measure else None


def _is_multiple(change: Change | None) -> bool:
    return change is not None and change.mode is ChangeMode.MULTIPLE


def _assumed(figure: Mention[Amount], unit: Unit) -> Problem:
    message = f"The figure {figure.value.low} names no unit; “{unit}”, that of the figure before it, is taken."
    return Problem("amount", message, "Check that the speaker still counts in it.", UNIT_FROM_BEFORE)


# --- answers ---------------------------------------------------------------------------------------------


def asked_before(reading: SentenceReading, at: int, kinds: frozenset[str], prior: Prior) -> str:
    """Find the measure of a figure that answers the question before it; empty where it answers none.

    Example: "What was inflation? | Twenty percent; wages fell".

    >>> from workbench.core.document import Sentence, Span
    >>> question, said = "How high was inflation?", "Twenty percent; wages fell."
    >>> before = Prior((SentenceReading(question, Sentence(Span(0, len(question)), 0)),))
    >>> asked_before(SentenceReading(said, Sentence(Span(0, len(said)), 0)), 0, frozenset({"share"}), before)
    'inflation'

    Args:
        reading: The sentence of the figure.
        at: Where the figure begins in the text.
        kinds: The kinds of figure that are claimed.
        prior: What was said before.
    """
    question = _question(prior.sentences)
    if question is None or not _is_fragment(reading, at):
        return ""
    return headline_in(question.words, kinds, reading.language) or _object_in(phrased(question))


def _is_fragment(reading: SentenceReading, at: int) -> bool:
    """Check whether a figure begins its sentence and its clause says nothing more: "Twenty percent | ; wages fell"."""
    sentence = phrased(reading)
    first, end = sentence.word_at(at), sentence.word_at(reading.clause(Span(at, at + 1)).end)
    ahead = any(one.kind in "npq" for one in sentence.phrases if one.begin < first)
    return not ahead and not any(one.kind == "v" for one in sentence.phrases if one.begin < end)


def _object_in(sentence: PhrasedSentence) -> str:
    """Find the noun phrase that a question asks about: the first that names a statistical measure, else the last.

    Example: "What do they levy | in contributions?".
    """
    words = sentence.words
    named = ((one.begin + (one.kind == "p"), one.end) for one in sentence.phrases if one.kind in NAMING)
    objects = [" ".join(without_move(words, *each)) for each in named if not names_no_measure(words, *each)]
    return next(
        (each for each in objects if speaks_of_statistics(each, words.language)), objects[-1] if objects else ""
    )


def _question(before: Sequence[SentenceReading]) -> SentenceReading | None:
    """Find the question right before a sentence, or before an exclamation of a word or two: "And the rate? | None!"."""
    nearest = next((each for each in before if len(each.words.split()) > _OUTCRY or _asks(each)), None)
    return nearest if nearest is not None and _asks(nearest) else None


def _asks(sentence: SentenceReading) -> bool:
    return sentence.words.rstrip().endswith("?")
