"""Find the base of a change in earlier sentences, where its own words do not give it.

"In 2008 the rate was 6 percent. By 2011 it had trebled" is measured from 2008, and so is "it went up by 2 points in
2009". A note on the claim says that the base is assumed. Growth over one year does not take a base from a year named in
passing: "We won in 2008. In 2011 exports rose by 3 percent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import MULTIPLES, THE_SAME, Change, ChangeMode, Claim, Mention
from workbench.core.direction import Direction
from workbench.core.errors import Problem
from workbench.core.number import EXACT
from workbench.core.period import Period, year
from workbench.extract.claim.change_base import measured_from, over_step
from workbench.extract.claim.levels_around import LevelsAround, is_before, is_distance, is_level_of, level_of
from workbench.extract.claim.measures.measures_from_earlier_sentences import Prior
from workbench.extract.claim.periods_by_tense import COUNTED_ON, named_before
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.change_words import ways
from workbench.extract.words.lexer import lex
from workbench.extract.words.tenses import is_of_each_year, is_of_prices, is_of_that_time
from workbench.extract.words.word_patterns import word_pattern

_OTHER_WAY = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
_RATIOS = frozenset({ChangeMode.RELATIVE, ChangeMode.MULTIPLE})
_HUNDRED = Decimal(100)
_ABOUT = Decimal("0.15")
"""Largest relative error of a claimed ratio against that of two levels: "nearly three times", "by a good third"."""
_UNITS = frozenset({1, 3, 6, 12})
"""Lengths in months of a calendar month, quarter, half-year and year."""
_LEAD = 24
_TWO = 2


def with_base(claim: Claim, reading: SentenceReading, here: Sequence[Claim], prior: Prior) -> Claim:
    """Give a change the base from an earlier sentence or claim, with a note; leave the claim unchanged without one.

    >>> from datetime import date
    >>> from workbench.extract import read_text
    >>> said = "In 2008 the vacancy rate was 6 percent. By 2011 it had trebled."
    >>> claim = read_text(said, said=date(2012, 2, 1)).claims[-1]
    >>> str(claim.change.value.base), [note.kind for note in claim.notes if note.kind.startswith("base")]
    ('2008', ['base-from-before'])

    Args:
        claim: The claim.
        reading: Its sentence.
        here: The claims before it in the sentence.
        prior: What was said before the sentence.
    """
    change, around = claim.change, LevelsAround(claim, tuple(reversed(here)), prior=prior)
    if change is None:
        return claim
    if (stepped := over_step(claim)) is not claim:
        return stepped
    if change.value.base is not None:
        return _up_to_level(around, change.value.base) if claim.period is None else claim
    if (over := _over_the_year_before(around, change, reading)) is not None:
        return over
    if claim.trends or is_of_each_year(claim.context, claim.language):
        return claim
    between = _between_levels(around, change) or _turned(around, change, reading)
    return between or _from_prior(around, change, reading)


def _from_prior(around: LevelsAround, change: Mention[Change], reading: SentenceReading) -> Claim:
    """Measure a change from the time given before it; return the claim itself where none was given."""
    claim, prior = around.claim, around.prior
    if claim.period is None:
        return _over_that_time(claim, reading, prior)
    ends = change.value.target is not None or change.rule == THE_SAME or _leads(claim, reading)
    base = (
        _counted_on_from(claim, reading)
        or _level_before(around, change.value, ends=ends)
        or (_named_before(claim, reading, prior) if ends and change.rule not in MULTIPLES else None)
    )
    return claim if base is None else _from_before(claim, change, base)


def _up_to_level(around: LevelsAround, base: Period) -> Claim:
    """Date a change that names only its base by the last level before it.

    Example: "15 percent in 2019. Relative to 2014 this means | a fall of 5".
    """
    claim, last = around.claim, next((each for each in around.times if is_before(base, each)), None)
    if last is None:
        return claim
    message = f"The claim names no period; {last.value.label} is that of the figure before it."
    note = Problem("period", message, "Check that the speaker means it.", "inherited-period")
    return changed_copy(claim, period=last, periods=(last, *claim.periods), notes=(*claim.notes, note))


def _turned(around: LevelsAround, change: Mention[Change], reading: SentenceReading) -> Claim | None:
    """Turn a comparison of an earlier level with the last one into the change between them.

    "5.2 in 2017. Ten years earlier it was | higher by 1.8" becomes a fall.
    """
    claim = around.claim
    own, way = claim.period, _OTHER_WAY.get(change.value.direction)
    if own is None or way is None or change.value.amount is None or change.value.mode in _RATIOS or change.value.target:
        return None
    if not reading.sentence.span.covers(own.span) or not _compares_levels(change, reading):
        return None
    last = next(iter(around.times), None)
    if last is None or not is_before(own.value, last):
        return None
    turned = replace(change, value=replace(change.value, direction=way))
    changes = tuple(turned if m is change else m for m in claim.changes)
    then = changed_copy(claim, period=last, periods=(last, *claim.periods), change=turned, changes=changes)
    return _from_before(then, turned, own.value)


def _over_the_year_before(around: LevelsAround, change: Mention[Change], reading: SentenceReading) -> Claim | None:
    """Measure a change from the period right before that of the last level.

    Example: "39,520 in 2020. The total rose by 2.5 % | over 2019".
    """
    claim = around.claim
    own, led = claim.period, word_pattern("tenses", "over_before", claim.language)
    if own is None or led is None or not led.search(reading.text[max(0, own.span.start - _LEAD) : own.span.start]):
        return None
    last = next(iter(around.times), None)
    if last is None or not is_before(own.value, last) or own.value.end != last.value.start:
        return None
    return _from_before(changed_copy(claim, period=last, periods=(last, *claim.periods)), change, own.value)


def _compares_levels(change: Mention[Change], reading: SentenceReading) -> bool:
    """Check whether a change's words compare two levels ("higher", "fewer") and report no movement ("rose")."""
    words, compared = (
        lex(change.span.cut(reading.text), reading.language).words,
        ways("behind", reading.language).keys(),
    )
    return not compared.isdisjoint(words) and ways("verbs", reading.language).keys().isdisjoint(words - compared)


def _counted_on_from(claim: Claim, reading: SentenceReading) -> Period | None:
    """Find the time that the change's own is counted from: "in 2014 …; four years later it had doubled"."""
    period = claim.period
    if period is None or period.rule not in COUNTED_ON or not reading.sentence.span.covers(period.span):
        return None
    before = named_before(reading, period)
    return before if before is not None and is_before(before, period) else None


def _level_before(around: LevelsAround, change: Change, *, ends: bool) -> Period | None:
    """Find the nearest earlier period with a level of the same measure that words or arithmetic tie to the change."""
    claim = around.claim
    for each in around.earlier:
        period = each.period.value if each.period is not None else None
        if period is None or not is_before(period, claim.period) or not is_level_of(claim, each):
            continue
        tied = ends or period.end == _start(claim.period) or _adds_up(change, each, around.earlier)
        if tied:
            return period
    return None


def _adds_up(change: Change, first: Claim, others: Sequence[Claim]) -> bool:
    """Check whether the size of a change is the distance between two earlier levels: 59, 87, "a gain of 28 points"."""
    level = level_of(first)
    if change.amount is None or change.mode in _RATIOS or level is None:
        return False
    size = change.amount.value
    levels = (level_of(each) for each in others if each is not first)
    return any(is_distance(size, level, each) for each in levels if each is not None)


def _between_levels(around: LevelsAround, change: Mention[Change]) -> Claim | None:
    """Measure a change between the last two levels, where the arithmetic or the words tie it to both.

    "23 % in 2014. In 2013 it was 76: | 53 points", "110 died in 2000, and 20 in 2016, | a fall of 82 percent", "36 % in 2000, 8.6 % in 2017.
    | Less than a quarter of what it was".
    """
    claim, levels = around.claim, around.dated
    dated = sorted(((each.period.value.start, each) for each in levels if each.period is not None), key=itemgetter(0))
    if len(dated) < _TWO:
        return None
    (_, first), (_, last) = dated
    if first.period is None or last.period is None or not _may_be_of(claim, (first, last)):
        return None
    # levels of earlier sentences are left to `changes_between_figures`
    in_sentence = any(each in around.here for each in (first, last))
    of_both = (change.rule in MULTIPLES or in_sentence) and _is_of_what_was(claim, change, (first, last))
    if not _adds_up(change.value, first, [last]) and not of_both:
        return None
    then = changed_copy(claim, period=last.period, periods=(last.period, *claim.periods))
    return _from_before(then, change, first.period.value) if is_before(first.period.value, last.period) else None


def _may_be_of(claim: Claim, levels: Sequence[Claim]) -> bool:
    """Check that a change names no time other than that of one of the levels."""
    return claim.period is None or any(
        each.period is not None and each.period.value == claim.period.value for each in levels
    )


def _is_of_what_was(claim: Claim, change: Mention[Change], levels: tuple[Claim, Claim]) -> bool:
    """Check whether a multiple refers to an earlier level: it says so ("of what it was"), or fits the levels' ratio."""
    if change.value.mode not in _RATIOS:
        return False
    if change.rule in MULTIPLES and not claim.places[1:] and claim.comparison is None:
        return True
    size, (first, last) = change.value.amount, map(level_of, levels)
    if size is None or first is None or last is None or not first.low or not last.low:
        return False
    ratio = EXACT.divide(last.low, first.low)
    claimed = size.value.low
    if change.value.mode is ChangeMode.RELATIVE:
        claimed, ratio = claimed / _HUNDRED, abs(ratio - 1)
    elif change.value.direction is Direction.DOWN and claimed > 1:
        ratio = EXACT.divide(Decimal(1), ratio)
    return abs(ratio - claimed) <= claimed * _ABOUT


def _named_before(claim: Claim, reading: SentenceReading, prior: Prior) -> Period | None:
    """Find the only earlier time that the sentence names, else the nearest one before it that names any."""
    for sentence in (reading, *prior.sentences):
        found = {m.value for m in _of_unit(sentence)} - {claim.period and claim.period.value}
        if found:
            (first, *more) = found
            return first if not more and is_before(first, claim.period) else None
    return None


def _over_that_time(claim: Claim, reading: SentenceReading, prior: Prior) -> Claim:
    """Measure what happened "in that time" between the two times of an earlier sentence."""
    change = claim.change
    if change is None or not is_of_that_time(reading.spoken(claim.span).cut(reading.text), reading.language):
        return claim
    for sentence in prior.sentences:
        found = sorted(_of_unit(sentence), key=lambda m: m.value.start)
        if len(found) == _TWO and is_before(found[0].value, found[1]):
            dated = changed_copy(claim, period=found[1], periods=(found[1], *claim.periods))
            return _from_before(dated, change, found[0].value)
    return claim


def _of_unit(reading: SentenceReading) -> Iterator[Mention[Period]]:
    """Yield the calendar units that a sentence names, and the year of "since 2012".

    Years at whose prices a figure is given are left out.
    """
    for mention in reading.periods:
        value, start = mention.value, mention.value.start
        if mention.rule == "since" and (start.month, start.day) == (1, 1):
            yield replace(mention, value=year(start.year))
        elif value.months in _UNITS and not is_of_prices(reading.text, mention.span, reading.language):
            yield mention


def _start(mention: Mention[Period] | None) -> object:
    return None if mention is None else mention.value.start


def _leads(claim: Claim, reading: SentenceReading) -> bool:
    """Check whether a change ends at its period ("by 2011", "bis 2011", "до 2011"), or had happened by then."""
    before, over = (word_pattern("tenses", key, claim.language) for key in ("up_to", "had_by_then"))
    at = claim.span.start if claim.period is None else claim.period.span.start
    if before is not None and before.search(reading.text[max(0, at - _LEAD) : at]):
        return True
    return over is not None and bool(
        over.search(reading.text[max(reading.sentence.span.start, claim.span.start - _LEAD) : claim.span.end])
    )


def _from_before(claim: Claim, change: Mention[Change], base: Period) -> Claim:
    """Measure a change from an earlier period, with a note that says so."""
    notes = tuple(note for note in claim.notes if note.kind != "other-period")
    message = f"The claim does not say what it is measured from; {base.label}, which was told before, is taken."
    note = Problem("period", message, "Check that the speaker means it.", "base-from-before")
    return changed_copy(measured_from(claim, change, base), notes=(*notes, note))
