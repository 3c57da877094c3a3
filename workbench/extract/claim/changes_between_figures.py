"""Read changes between two figures of the text: "19.3 percent, five times our own 4".

Another example: "10 in 2000 and 12 in 2020. That is 20 percent more". The two figures say what is compared, where and
when. The change takes these slots from them, with a note where they stand in earlier sentences. A change stays as it is
where the figures differ in both time and place, or in neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import MULTIPLES, Claim, ClaimKind, Direction, Mention, Sort
from workbench.core.quantity import Amount
from workbench.core.relations import PlaceComparison
from workbench.extract.claim.change_base import (
    PLACED,
    between_levels_ahead,
    measured_from,
    note_of_other,
    restated_change,
    with_slots_of,
)
from workbench.extract.claim.change_compared_with import compares_with_own, names_nothing
from workbench.extract.claim.gaps_between_levels import gap_between_levels
from workbench.extract.claim.levels_around import LevelsAround, is_level, measures_alike
from workbench.extract.claim.measures.measures_from_earlier_sentences import Prior
from workbench.extract.claim.measures.units_from_measures import in_unit
from workbench.extract.claim.places_named_before import turns_home, with_shared_place
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.relations.figures_before_their_rank import with_year_of_rank
from workbench.extract.relations.figures_of_two_places import with_places_compared

_NEAR = 48
"""Most characters between a multiple and its figure: "viermal" | "so hoch wie der deutsche Wert von" | "3,4 Prozent"."""
_PAUSES = frozenset(",;:.!?()–—")
_TWO = 2


def with_figures_compared(
    claims: Sequence[Claim], reading: SentenceReading, prior: Prior, home: str | None = None
) -> list[Claim]:
    """Complete the changes of a sentence with the two figures that they lie between, and levels with their comparison.

    >>> from workbench.extract import read_text
    >>> said = "In 2018 the jobless rate was 19.3 percent in Greece, five times the 3.9 percent in Malta."
    >>> times = read_text(said).claims[1]
    >>> times.place, times.comparison.place, times.change.value.base
    ('GRC', 'MLT', None)

    Args:
        claims: The claims, in order of the text.
        reading: The sentence.
        prior: What was said before the sentence.
        home: The speaker's own country.
    """
    claims = with_shared_place(claims, reading) if len(claims) > 1 else claims
    claims = with_year_of_rank(claims) if len(claims) > 1 and claims[-1].rank is not None else claims
    found = list(claims)
    for k, claim in enumerate(claims):
        around = LevelsAround.around(found, k, prior)
        if claim.change is None:
            found[k] = _gap_between_levels(around, reading.language)
            continue
        if (told := restated_change(around) or between_levels_ahead(around, reading.periods)) is not None:
            found[k] = told
            continue
        if claim.comparison is not None or claim.change.value.base is not None:
            found[k] = _of_that_time(around)
            continue
        if home is not None and compares_with_own(claim, reading.language):
            found[k] = _against_own_place(claim, next(filter(is_level, around.here), claim), home)
        elif k + 1 < len(found) and _is_of(claim, found[k + 1], reading.text):
            found[k : k + 2] = _multiple_of_figure(claim, found[k + 1], around.last_figure)
        elif (level := _only_level(around, reading)) is not None:
            found[k] = _multiple_of_level(claim, level)
        elif (ends := _ends_behind(around)) is not None:
            found[k] = ends
        elif len(claims) == 1 and not reading.periods and all(m.value == claim.place for m in reading.places):
            found[k] = _between_those_before(around)
    return found if len(found) < _TWO or len(reading.places) < _TWO else _levels_compared(found, reading)


def _levels_compared(claims: Sequence[Claim], reading: SentenceReading) -> list[Claim]:
    """Read which of two places with a level each is said to have more."""
    aside = [*(mention.span for mention in reading.changes), *(mention.span for mention in reading.periods)]
    return with_places_compared(claims, reading.text, reading.places, aside)


def _gap_between_levels(around: LevelsAround, language: str) -> Claim:
    """Read the distance between the last two levels.

    Example: "It is 43.4 in the Netherlands and 39.2 in Belgium. | The gap is 4.2 points".
    """
    pair = gap_between_levels(around, language)
    found = None if pair is None else _compared(*pair)
    if pair is None or found is None:
        return around.claim
    if found.comparison is not None:
        found = replace(found, comparison=replace(found.comparison, apart=True))
    return replace(found, notes=(*found.notes, note_of_other(pair[2])))


def _ends_behind(around: LevelsAround) -> Claim | None:
    """Read a change between the two figures that follow it in its sentence.

    Example: "has nearly halved …: | from 143 in 2000 to 74 in 2016".
    """
    claim = around.claim
    if claim.period is not None or claim.trends or _is_multiple(claim) or len(around.behind) != _TWO:
        return None
    first, last = around.behind
    if not (is_level(first) and is_level(last) and _is_alike(first, last)) or first.place != claim.place:
        return None
    return _compared(claim, replace(last, measure=claim.measure), first)


def _of_that_time(around: LevelsAround) -> Claim:
    """Give a multiple the period of the figure right before that it refers to: "That is twice as high as in Malta"."""
    claim, last = around.claim, next(iter(around.right_before), None)
    if claim.period is not None or not _is_multiple(claim) or not claim.measure_from_before or last is None:
        return claim
    period, measure = last.period, last.measure
    if period is None or measure != claim.measure:
        return claim
    return replace(claim, period=period, periods=(period, *claim.periods))


def _only_level(around: LevelsAround, reading: SentenceReading) -> Claim | None:
    """Find the only figure that a multiple with a place of its own can refer to.

    Example: "Turkey had 9 lines; Denmark had four times as many".
    """
    claim = around.claim
    assumed = any(note.kind in PLACED for note in claim.notes) and not turns_home(claim, reading)
    if not _is_multiple(claim) or claim.qualified(Sort.BESIDE) is not None or assumed:
        return None
    alike = around.figures_before if names_nothing(claim) else around.alike
    return alike[0] if len(alike) == 1 else None


def _multiple_of_level(claim: Claim, level: Claim) -> Claim:
    """Compare a multiple with an earlier figure of another place, at the same time."""
    same_time = claim.period is None or level.period is None or claim.period.value == level.period.value
    if level.period is None or claim.place in {None, level.place} or not same_time:
        return claim
    own = replace(level, place=claim.place, notes=claim.notes)
    return _compared(claim, own, level) or claim


def _against_own_place(claim: Claim, level: Claim, home: str) -> Claim:
    """Compare a claim with the speaker's own country.

    The claim's place is its own or, where that is only assumed to be the speaker's country, that of the figure before.
    """
    if claim.change is None:
        return claim
    own = level if claim.place == home else claim
    if own.place in {None, home}:
        return claim
    way = claim.change.value.direction
    comparison = PlaceComparison(place=home, way=way, comparative=True)
    compared = replace(claim, kind=ClaimKind.COMPARISON, comparison=comparison)
    return compared if own is claim else with_slots_of(claim, own, compared)


def _is_of(claim: Claim, other: Claim, text: str) -> bool:
    """Check whether a multiple refers to the figure right after it."""
    if claim.change is None or claim.change.rule not in MULTIPLES or not is_level(other):
        return False
    between = text[claim.span.end : other.span.start]
    return 0 <= other.span.start - claim.span.end <= _NEAR and _PAUSES.isdisjoint(between)


def _multiple_of_figure(claim: Claim, other: Claim, level: Claim | None) -> list[Claim]:
    """Return a multiple and the figure that it refers to, both with the measure of the level before them."""
    if level is None or other.amount is None or not _is_alike(level, other):
        return [claim, other]
    taken = _of_same(_of_its_place(other, level), other.amount, level)
    both = _compared(claim, level, taken)
    return [claim, other] if both is None else [both, taken]


def _of_its_place(other: Claim, level: Claim) -> Claim:
    """Undo a figure's comparison with a place and give the figure that place: "twice the 4 percent that Cyprus had"."""
    if other.comparison is None or other.place != level.place:
        return other
    return replace(other, place=other.comparison.place, comparison=None)


def _of_same(other: Claim, figure: Mention[Amount], level: Claim) -> Claim:
    """Give a figure the measure of another, and where it has none of its own also the unit and the period.

    Example: "our 37" next to "73 points".
    """
    unit = figure.value.unit
    in_its_unit = (
        other if unit.name or unit.per or level.amount is None else in_unit(other, [figure], level.amount.value.unit)
    )
    return replace(in_its_unit, measure=level.measure, period=other.period or level.period)


def _is_alike(one: Claim, other: Claim) -> bool:
    """Check whether two figures have the same unit, or the second has none."""
    if one.amount is None or other.amount is None:
        return False
    unit = other.amount.value.unit
    return unit == one.amount.value.unit or not (unit.name or unit.per)


def _between_those_before(around: LevelsAround) -> Claim:
    """Measure a change without a time and place between the only two figures before it.

    Example: "That is an increase of 72 percent".
    """
    claim, prior = around.claim, around.prior
    if not around.right_before or not _is_of_prior_measure(claim, around.right_before[0]):
        return claim
    if (moved := _as_moved(claim, prior)) is not None:
        return moved
    levels = around.run_before
    if len(levels) != _TWO or not _is_alike(levels[1], levels[0]):
        return claim
    measure = max((each.measure for each in levels), key=len)  # the fuller words
    later, earlier = (replace(each, measure=measure) for each in levels)
    if _is_multiple(claim) and _is_smaller(later, than=earlier) is not _is_less(claim):
        later, earlier = earlier, later
    elif not _is_multiple(claim) and later.place != earlier.place:
        return claim
    found = _compared(claim, later, earlier) if _are_all(levels, prior) else None
    return claim if found is None else replace(found, notes=(*found.notes, note_of_other(earlier)))


def _as_moved(claim: Claim, prior: Prior) -> Claim | None:
    """Read a change that states the previous one in another way.

    Example: "It fell from 32 percent in 2010 to 20 in 2018. That is more than a third".
    """
    right_before = [each for each in prior.claims if each.sentence == prior.claims[0].sentence]
    moved = right_before[0].change
    if (
        len(right_before) != 1
        or moved is None
        or moved.value.base is None
        or claim.change is None
        or _is_multiple(claim)
    ):
        return None
    if not measures_alike(right_before[0], claim) or right_before[0].place != claim.place:
        return None
    found = with_slots_of(claim, right_before[0], measured_from(claim, claim.change, moved.value.base))
    return replace(found, notes=(*found.notes, note_of_other(right_before[0])))


def _are_all(levels: Sequence[Claim], prior: Prior) -> bool:
    """Check that the sentences of two figures name no other times and places, so that none is overlooked."""
    spans = {each.sentence for each in levels}
    sentences = [each for each in prior.sentences if each.sentence.span in spans]
    times, places = {each.period and each.period.value for each in levels}, {each.place for each in levels}
    named = {m.value for sentence in sentences for m in sentence.places}
    return {m.value for sentence in sentences for m in sentence.periods} <= times and named <= places


def _is_of_prior_measure(claim: Claim, before: Claim) -> bool:
    """Check whether a change with a size has the measure of the claim before it, and no named comparator."""
    sized = claim.change is not None and claim.change.value.amount is not None
    of_that = claim.measure_from_before or (claim.measure == before.measure and before.change is not None)
    return sized and of_that and claim.qualified(Sort.BESIDE) is None and not claim.trends


def _is_multiple(claim: Claim) -> bool:
    return claim.change is not None and claim.change.rule in MULTIPLES


def _is_less(claim: Claim) -> bool:
    return claim.change is not None and claim.change.value.direction is Direction.DOWN


def _is_smaller(one: Claim, *, than: Claim) -> bool:
    return one.amount is not None and than.amount is not None and one.amount.value.low < than.amount.value.low


def _compared(claim: Claim, own: Claim, other: Claim) -> Claim | None:
    """Measure a change from one figure to another, where they differ either in place or in time.

    Return None where they differ in neither or in both, or where a place or time is missing.
    """
    change, when = claim.change, own.period
    if change is None or when is None or own.place is None or other.place is None:
        return None
    base = when.value if other.period is None else other.period.value
    if own.place != other.place and base == when.value:
        comparison = PlaceComparison(place=other.place, way=change.value.direction, comparative=True)
        return with_slots_of(claim, own, replace(claim, kind=ClaimKind.COMPARISON, comparison=comparison))
    if own.place == other.place and base.months == when.value.months and base.end <= when.value.start:
        return with_slots_of(claim, own, measured_from(claim, change, base))
    return None
