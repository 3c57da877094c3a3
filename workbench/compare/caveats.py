"""Caveats of findings: one function for each reason, so that each reason has one key and one sentence.

Keys are stable, since scripts and screens depend on them; sentences are for readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from workbench.compare.series_words.counted_at_a_time import is_counted_at_a_time
from workbench.compare.series_words.publisher_notes import REBASED, kind_of_note
from workbench.core.claim import Claim
from workbench.core.finding import Caveat
from workbench.core.number import shown
from workbench.core.period import Frequency, Period
from workbench.core.place import place_name
from workbench.core.relations import ChangeStep
from workbench.core.series import Additivity, Observation, Series, Status

_FLAGGED = {
    Status.PROVISIONAL: ("provisional", "The publisher calls the figure for {} provisional: it may still be revised."),
    Status.ESTIMATED: ("estimated", "The figure for {} is an estimate."),
    Status.FORECAST: ("forecast", "The figure for {} is a forecast, not a count."),
}


def no_figure(series: Series, place: str | None, period: Period | None, there: Sequence[Observation]) -> Caveat:
    """Warn that the series has nothing for a place and period, and name what it does have."""
    where = f" for {place_name(place)}" if place else ""
    when = f" in {period.label}" if period else ""
    spans = sorted(o.period for o in there if o.value is not None)
    has = f" It has {spans[0].label} to {spans[-1].label}." if spans else ""
    return Caveat("no-figure", f"“{series.title}” has no figure{where}{when}.{has}")


def longer_than_step(step: ChangeStep, series: Series) -> Caveat:
    """Warn that the series' figures are for longer periods than the step of the claim."""
    length = (step.lasts or step.apart).value
    return Caveat(
        "longer-figures",
        f"The claim sets one {length} beside another; the figures of “{series.title}” last longer than a {length}.",
    )


def withheld(observation: Observation) -> Caveat:
    """Warn that the publisher lists the figure but leaves it empty. Missing is not zero."""
    label, note = observation.period.label, f" ({observation.note})" if observation.note else ""
    if observation.status is Status.SUPPRESSED:
        return Caveat("suppressed", f"The publisher suppresses the figure for {label}{note}.")
    return Caveat("missing", f"The figure for {label} is missing, which is not zero{note}.")


def whole_periods(asked: Period, used: Period) -> Caveat:
    """Warn that figures of whole years (or quarters) are used for a shorter period."""
    if used.frequency is Frequency.YEAR:
        return Caveat("whole-years", f"The claim speaks of {asked.label}, the series of whole years ({used.label}).")
    return Caveat("whole-periods", f"The claim speaks of {asked.label}, the series of {used.label} as a whole.")


def partial(asked: Period, used: Period) -> Caveat:
    """Warn that the series' parts end a little before the claimed period."""
    return Caveat("partial-period", f"The claim speaks of {asked.label}; the figures used are those of {used.label}.")


def at_a_time(series: Series, used: Period, parts: int, adds: Additivity) -> Caveat:
    """Warn that a stock has no total over a period, and say which figure was taken."""
    how = "the mean of its" if adds is Additivity.MEAN else "the last of its"
    text = f"“{series.title}” counts what is there at a time, which does not add up: for {used.label} {how} {parts} figures was taken."
    return Caveat("at-a-time", text)


def several_figures(used: Period, low: str, high: str) -> Caveat:
    """Warn that only some figures inside the period, which are not added, support the claim."""
    text = f"{used.label} has figures from {low} to {high}, and the claim does not say which of them, or whether their average, is meant."
    return Caveat("which-figure", text)


def before_end(series: Series, said: date | None, used: Period) -> tuple[Caveat, ...]:
    """Warn that the claim was made before the measured period was over, so that nobody could know its figure.

    What is counted at a time within the period may have been known; then it is a remark.
    """
    if said is None or said >= used.end:
        return ()
    when = f"The words were said on {said.day} {said:%b %Y}, before {used.label} had ended"
    if is_counted_at_a_time(series):
        return (Caveat("claim-within-period", f"{when}: the figure is one of a day in it, and may be of a later one."),)
    return (Caveat("claim-before-period-end", f"{when}: its figure could not be known."),)


def before_begin(said: date | None, used: Period) -> Caveat | None:
    """Warn that the claim was made before the measured period had begun: it foretells the figure, and states nothing."""
    if said is None or said >= used.start:
        return None
    when = f"The words were said on {said.day} {said:%b %Y}, before {used.label} had begun"
    return Caveat("foretold", f"{when}: they foretell its figure, and do not say what was.")


def flags(used: Iterable[Observation]) -> tuple[Caveat, ...]:
    """List what the publisher says about the figures used: flags and notes."""
    rows = tuple(used)
    marked = [flag for row in rows for flag in _flag(row)]
    notes = [Caveat(kind_of_note(row.note), f"{row.period.label}: {row.note}") for row in rows if row.note]
    return tuple(dict.fromkeys([*marked, *notes]))


def _flag(observation: Observation) -> Iterator[Caveat]:
    if observation.status is Status.BREAK:
        yield break_at(observation)
    elif observation.status in _FLAGGED:
        kind, message = _FLAGGED[observation.status]
        yield Caveat(kind, message.format(observation.period.label))


def rebased_at(observation: Observation) -> Caveat | None:
    """Warn that the population was rebased here, so that a change across this point may come from the new count.

    None where no note says so.
    """
    if not observation.note or kind_of_note(observation.note) != REBASED:
        return None
    return Caveat(REBASED, f"{observation.period.label}: {observation.note}")


def break_at(observation: Observation) -> Caveat:
    """Warn that the series is not comparable across a break."""
    return Caveat(
        "break", f"The series has a break in {observation.period.label}: figures before it are not comparable."
    )


def definition(series: Series) -> tuple[Caveat, ...]:
    """Warn where the publisher itself says that definitions differ, or that the population was rebased."""
    found = ((kind_of_note(note), note) for note in series.notes)
    return tuple(Caveat(kind, note) for kind, note in found if kind in {"definition", REBASED})


STALE_AFTER: Mapping[Frequency, int] = {
    Frequency.DAY: 6,
    Frequency.WEEK: 6,
    Frequency.MONTH: 9,
    Frequency.QUARTER: 15,
    Frequency.HALF: 20,
    Frequency.YEAR: 36,
}
"""Months after the end of its newest figure until a series is stale, by its frequency.

That is more than two of a series' own periods beyond the usual lag: monthly figures are out within six months,
quarterly ones within nine, and a yearly one within a year of its end. This is a convention of this project, and a
generous one, so that a series that is only late gets no warning.
"""
_STALE_OTHERWISE = 36


def stale(series: Series, rows: Sequence[Observation], day: date) -> tuple[Caveat, ...]:
    """Warn where the newest figure at the place is older than the series' frequency leads one to expect.

    Args:
        series: The series.
        rows: Its figures at the place.
        day: The day of the claim; a figure that was recent enough then gives no warning.
    """
    ends = [row.period for row in rows if row.value is not None]
    newest = max(ends, key=lambda period: period.end, default=None)
    if newest is None or months_between(newest.end, day) <= STALE_AFTER.get(newest.frequency, _STALE_OTHERWISE):
        return ()
    text = f"“{series.title}” has no figure after {newest.label}, long before {day.day} {day:%B %Y}: it may no longer be kept up."
    return (Caveat("stale", text),)


def months_between(first: date, last: date) -> int:
    """Count the calendar months from one day's month to another's.

    >>> months_between(date(2019, 1, 1), date(2021, 7, 12))
    30
    """
    return (last.year - first.year) * 12 + last.month - first.month


def assumed(claim: Claim) -> tuple[Caveat, ...]:
    """Turn the notes of the claim's reading (assumptions and doubts) into caveats."""
    return tuple(Caveat(note.kind or "note", note.message) for note in claim.notes)


def revised(now: Observation, then: Observation) -> Caveat:
    """Warn that an earlier vintage, published when the claim was made, gave another figure."""
    was, is_ = (
        shown(then.value) if then.value is not None else "none",
        shown(now.value) if now.value is not None else "none",
    )
    when = then.vintage.isoformat() if then.vintage else "earlier"
    return Caveat("revised", f"{now.period.label}: published as {was} on {when}, {is_} today.")
