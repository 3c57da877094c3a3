"""What a finding warns of: one function a reason, so that each reason has one key and one sentence.

Keys are stable (scripts and screens go by them); sentences are for readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.core.claim import Claim
from workbench.core.finding import Caveat
from workbench.core.number import shown
from workbench.core.period import Frequency, Period
from workbench.core.place import place_name
from workbench.core.series import Observation, Series, Status

_FLAGGED = {
    Status.PROVISIONAL: ("provisional", "The publisher calls the figure for {} provisional: it may still be revised."),
    Status.ESTIMATED: ("estimated", "The figure for {} is an estimate."),
    Status.FORECAST: ("forecast", "The figure for {} is a forecast, not a count."),
}
_DIFFERS = ("definition differ", "different definition", "definitions differ", "not comparable", "differing definition")


def no_figure(series: Series, place: str | None, period: Period | None, there: Sequence[Observation]) -> Caveat:
    """The series has nothing for that place and period; says what it does have."""
    where = f" for {place_name(place)}" if place else ""
    when = f" in {period.label}" if period else ""
    spans = sorted(o.period for o in there if o.value is not None)
    has = f" It has {spans[0].label} to {spans[-1].label}." if spans else ""
    return Caveat("no-figure", f"“{series.title}” has no figure{where}{when}.{has}")


def withheld(observation: Observation) -> Caveat:
    """The publisher has a place for the figure and no figure in it. Missing is not zero."""
    if observation.status is Status.SUPPRESSED:
        return Caveat("suppressed", f"The publisher suppresses the figure for {observation.period.label}.")
    return Caveat("missing", f"The figure for {observation.period.label} is missing, which is not zero.")


def whole_periods(asked: Period, used: Period) -> Caveat:
    """Figures of whole years (or quarters) stand in for a shorter stretch."""
    if used.frequency is Frequency.YEAR:
        return Caveat("whole-years", f"The claim speaks of {asked.label}, the series of whole years ({used.label}).")
    return Caveat("whole-periods", f"The claim speaks of {asked.label}, the series of {used.label} as a whole.")


def partial(asked: Period, used: Period) -> Caveat:
    """The parts that the series has end a little before the stretch that was claimed."""
    return Caveat("partial-period", f"The claim speaks of {asked.label}; the figures used are those of {used.label}.")


def before_end(said: date, used: Period) -> Caveat:
    """The words were said before the measured period was over, so nobody could know its figure."""
    return Caveat(
        "claim-before-period-end",
        f"The words were said on {said.day} {said:%b %Y}, before {used.label} had ended: its figure could not be known.",
    )


def flags(used: Iterable[Observation]) -> tuple[Caveat, ...]:
    """What the publisher says of the very figures that were used."""
    found = [
        Caveat(_FLAGGED[o.status][0], _FLAGGED[o.status][1].format(o.period.label))
        for o in used
        if o.status in _FLAGGED
    ]
    notes = [Caveat("footnote", f"{o.period.label}: {o.note}") for o in used if o.note]
    return tuple(dict.fromkeys([*found, *notes]))


def break_at(observation: Observation) -> Caveat:
    """The series is not comparable across this point."""
    return Caveat(
        "break", f"The series has a break in {observation.period.label}: figures before it are not comparable."
    )


def definition(series: Series) -> tuple[Caveat, ...]:
    """The publisher itself says that definitions differ."""
    said = [note for note in series.notes if any(words in note.lower() for words in _DIFFERS)]
    return tuple(Caveat("definition", note) for note in said)


def assumed(claim: Claim) -> tuple[Caveat, ...]:
    """What the reading of the claim assumed or doubted, carried over from its notes."""
    return tuple(Caveat(note.kind or "note", note.message) for note in claim.notes)


def revised(now: Observation, then: Observation) -> Caveat:
    """An earlier vintage, out when the words were said, gave another figure."""
    was, is_ = (
        shown(then.value) if then.value is not None else "none",
        shown(now.value) if now.value is not None else "none",
    )
    when = then.vintage.isoformat() if then.vintage else "earlier"
    return Caveat("revised", f"{now.period.label}: published as {was} on {when}, {is_} today.")
