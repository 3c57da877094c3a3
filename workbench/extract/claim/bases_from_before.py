"""The period that a change is measured from, where its own words leave it open and what was said before tells it.

"In 2008 the rate was 6 percent. By 2011 it had trebled" is measured from 2008, and so is "it went up by 2 points in 2009". It is told
as assumed. Growth over one year that follows a year named in passing ("We won in 2008. In 2011 exports rose by 3 percent") is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.core.claim import AS_MUCH, Change, ChangeMode, Claim, Mention
from workbench.core.errors import Problem
from workbench.core.period import Period, year
from workbench.core.quantity import Amount
from workbench.extract.claim.measures_from_before import Told
from workbench.extract.claim.periods_by_tense import COUNTED_ON, named_before
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.words.tenses import is_of_prices, is_of_that_time, tells_each_year
from workbench.extract.words.word_patterns import word_pattern

_UNITS = frozenset({1, 3, 6, 12})
"""Months of the calendar's units."""
_LEAD = 24
_TWO = 2


def with_base(claim: Claim, passage: SentenceReading, here: Sequence[Claim], told: Told) -> Claim:
    """Gives a claim of change with the base that was told before, and a note that says so; the claim itself where none was.

    >>> from datetime import date
    >>> from workbench.extract import read_text
    >>> said = "In 2008 the vacancy rate was 6 percent. By 2011 it had trebled."
    >>> claim = read_text(said, said=date(2012, 2, 1)).claims[-1]
    >>> str(claim.change.value.base), [note.kind for note in claim.notes if note.kind.startswith("base")]
    ('2008', ['base-from-before'])

    Args:
        claim: The claim.
        passage: Its sentence.
        here: The claims before it in the sentence.
        told: What was said before the sentence.
    """
    change = claim.change
    if (
        change is None
        or change.value.base is not None
        or claim.trends
        or tells_each_year(claim.context, claim.language)
    ):
        return claim
    earlier = [*reversed(here), *told.claims]
    inherited = claim.period is None or not passage.sentence.span.covers(claim.period.span)
    if inherited and (between := _between_levels(claim, change, earlier)) is not None:
        return between
    if claim.period is None:
        return _over_that_time(claim, passage, told)
    ends = change.value.target is not None or _leads(claim, passage)
    base = (
        _counted_on_from(claim, passage)
        or _level_before(claim, change.value, earlier, ends=ends)
        or (_named_before(claim, passage, told) if ends and change.rule != AS_MUCH else None)
    )
    return claim if base is None else _measured_from(claim, change, base)


def _counted_on_from(claim: Claim, passage: SentenceReading) -> Period | None:
    """The time that a change's own is counted on from: "in 2014 …; four years later it had doubled"."""
    period = claim.period
    if period is None or period.rule not in COUNTED_ON or not passage.sentence.span.covers(period.span):
        return None
    before = named_before(passage, period)
    return before if before is not None and _is_before(before, period) else None


def _level_before(claim: Claim, change: Change, earlier: Sequence[Claim], *, ends: bool) -> Period | None:
    """The period of an earlier level of the same measure: the nearest, where the words or the arithmetic tie the change to it."""
    levels = [each for each in earlier if _is_level_of(claim, each)]
    for each in levels:
        period = each.period.value if each.period is not None else None
        if period is None or not _is_before(period, claim.period):
            continue
        tied = ends or period.end == _start(claim.period) or _adds_up(change, each, [*levels, *earlier])
        if tied:
            return period
    return None


def _is_level_of(claim: Claim, other: Claim) -> bool:
    """Whether an earlier claim gives a level of what the claim measures."""
    mine, its = claim.measure.lower(), other.measure.lower()
    alike = bool(mine) and bool(its) and (mine in its or its in mine)
    return (
        alike
        and other.place == claim.place
        and other.amount is not None
        and (other.change is None or other.change.value.target is not None)
    )


def _adds_up(change: Change, first: Claim, others: Sequence[Claim]) -> bool:
    """Whether the size of a change is the distance of two levels that were told: 59, 87, "a gain of 28 points"."""
    if change.amount is None or change.mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE} or first.amount is None:
        return False
    size, level = change.amount.value, first.amount.value
    others = [each for each in others if each is not first]
    return any(_is_distance(size, level, each.amount.value) for each in others if each.amount is not None)


def _is_distance(size: Amount, one: Amount, other: Amount) -> bool:
    """Whether a figure is how far two others are apart, each as exact as it is written: 3.71 of 0.279 and 3.99."""
    rounded = (size.step + one.step + other.step) / 2
    return abs(abs(one.low - other.low) - size.low) < rounded


def _between_levels(claim: Claim, change: Mention[Change], earlier: Sequence[Claim]) -> Claim | None:
    """A change between the two levels that were told last, where it is their distance: "23 % in 2014. In 2013 it was 76: | 53 points"."""
    levels = [each for each in earlier if _is_level_of(claim, each) and each.period is not None][:_TWO]
    dated = sorted((each.period.value.start, each) for each in levels if each.period is not None)
    if len(dated) < _TWO or dated[0][0] == dated[1][0]:
        return None
    (_, first), (_, last) = dated
    if first.period is None or last.period is None or not _adds_up(change.value, first, [last]):
        return None
    then = replace(claim, period=last.period, periods=(last.period, *claim.periods))
    return _measured_from(then, change, first.period.value) if _is_before(first.period.value, last.period) else None


def _named_before(claim: Claim, passage: SentenceReading, told: Told) -> Period | None:
    """The only earlier time that the sentence, or else the ones before it, name."""
    for sentence in (passage, *told.sentences):
        found = {m.value for m in _of_unit(sentence)} - {claim.period and claim.period.value}
        if found:
            (first, *more) = found
            return first if not more and _is_before(first, claim.period) else None
    return None


def _over_that_time(claim: Claim, passage: SentenceReading, told: Told) -> Claim:
    """The two times of the sentences before, for what happened "in that time"."""
    change = claim.change
    if change is None or not is_of_that_time(passage.spoken(claim.span).cut(passage.text), passage.language):
        return claim
    for sentence in told.sentences:
        found = sorted(_of_unit(sentence), key=lambda m: m.value.start)
        if len(found) == _TWO and _is_before(found[0].value, found[1]):
            dated = replace(claim, period=found[1], periods=(found[1], *claim.periods))
            return _measured_from(dated, change, found[0].value)
    return claim


def _of_unit(passage: SentenceReading) -> Iterator[Mention[Period]]:
    """The calendar's units that a sentence names, and the year of "since 2012", without years at whose prices a figure is."""
    for mention in passage.periods:
        value, start = mention.value, mention.value.start
        if mention.rule == "since" and (start.month, start.day) == (1, 1):
            yield replace(mention, value=year(start.year))
        elif value.months in _UNITS and not is_of_prices(passage.text, mention.span, passage.language):
            yield mention


def _is_before(period: Period, later: Mention[Period] | None) -> bool:
    return later is not None and period.months == later.value.months and period.end <= later.value.start


def _start(mention: Mention[Period] | None) -> object:
    return None if mention is None else mention.value.start


def _leads(claim: Claim, passage: SentenceReading) -> bool:
    """Whether a change is told up to its period ("by 2011", "bis 2011", "до 2011"), or as what had happened by then."""
    before, over = (word_pattern("tenses", key, claim.language) for key in ("up_to", "had_by_then"))
    at = claim.span.start if claim.period is None else claim.period.span.start
    if before is not None and before.search(passage.text[max(0, at - _LEAD) : at]):
        return True
    return over is not None and bool(
        over.search(passage.text[max(passage.sentence.span.start, claim.span.start - _LEAD) : claim.span.end])
    )


def _measured_from(claim: Claim, change: Mention[Change], base: Period) -> Claim:
    based = replace(change, value=replace(change.value, base=base))
    notes = tuple(note for note in claim.notes if note.kind != "other-period")
    message = f"The claim does not say what it is measured from; {base.label}, which was told before, is taken."
    note = Problem("period", message, "Check that the speaker means it.", "base-from-before")
    changes = tuple(based if m is change else m for m in claim.changes)
    return replace(claim, change=based, changes=changes, notes=(*notes, note))
