"""What a claim says of a stretch as a whole: every year, three years in a row, on average, so many percent a year, in total.

Only words are read here, near the claim. "Average" alone is no such word: average wages are a measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.compare.questions.nearby import NUMBER, ORDINAL, Near, near, small_number
from workbench.core.claim import Change, ChangeMode, Claim, Direction, Mention
from workbench.core.period import Frequency, year
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.text import Span

_STEP = r"(?:year|quarter|month)"
_IN_A_ROW = re.compile(
    rf"\b(?P<nth>{ORDINAL})\s(?:(?:consecutive|successive|straight)\s(?P<step_a>{_STEP})|(?P<step_b>{_STEP})\s(?:in\sa\srow|running|in\ssuccession|on\sthe\strot))\b"
    rf"|\b(?P<count>{NUMBER})\s(?:(?:consecutive|successive|straight)\s(?P<step_c>{_STEP})s|(?P<step_d>{_STEP})s\s(?:in\sa\srow|running|in\ssuccession))\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"\b(?:every|each)\s(?:single\s)?(?P<step>{_STEP})\b|\b(?P<step_on>{_STEP})\s(?:after|by)\s(?:year|quarter|month)\b"
    r"|\b(?P<steady>steadily|continuously|continually|consistently|constantly|uninterrupted(?:ly)?|without\s(?:a\s)?(?:break|interruption))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\bon\saverage\b|\baverag(?:ed|ing)\b|\b(?:an?|the)\s(?:average|typical)\s(?:day|week|month|quarter)\b|\b(?:an|the)\s(?:\w+\s)?average\sof\b|\baverage\s(?:annual\s|yearly\s)?(?:growth|rate\sof)",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"\b(?:a|per|each|every)\syear\b|\bannually\b|\bannuali[sz]ed\b|\b(?:annual|yearly)\s(?:growth|rate|average|increase|rise)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each|an?\s(?:average|typical)|the\s(?:average|typical))\s(?:single\s)?(?P<step>day|week|month|quarter)\b|\bdaily\b",
    re.IGNORECASE,
)
_PACES = {"day": Frequency.DAY, "week": Frequency.WEEK, "month": Frequency.MONTH, "quarter": Frequency.QUARTER}
_ANNUAL_RATE = re.compile(r"\bannuali[sz]ed\b|\bat\san\sannual\srate\b", re.IGNORECASE)
_YEARLY = frozenset({"year", "annum"})
_FREQUENCY = {"year": Frequency.YEAR, "quarter": Frequency.QUARTER, "month": Frequency.MONTH}


class Whole(StrEnum):
    """What is said of a stretch as a whole."""

    EACH = "each"
    IN_A_ROW = "in a row"
    MEAN = "mean"
    YEARLY = "yearly"
    COMPOUND = "compound"
    ALL = "all"
    ANNUAL_RATE = "annual rate"
    PACE = "pace"
    TURNED = "turned to another base"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is said of a stretch as a whole.

    Attributes:
        whole: Every step, some steps in a row, the mean, growth a year, or growth in total.
        count: How many steps in a row, or which year is set to 100; 0 where the words give no number.
        step: How long a step is; None where the words do not say.
        steady: Whether only "steadily" is said, which one step aside does not refute.
        words: As said; empty where only the unit says it ("percent a year").
        span: Where the words stand; None where only the unit says it.
    """

    whole: Whole
    count: int = 0
    step: Frequency | None = None
    steady: bool = False
    words: str = ""
    span: Span | None = None


_APART = 40
"""How many letters may stand between a figure and the words that say it is a mean or one of each year."""


def _at(claim: Claim, pattern: re.Pattern[str], figure: Mention[Amount] | None) -> Iterator[Near]:
    """What a pattern finds near a figure, with no other figure between: "20 percent since 2010, 2 percent a year" says it of the 2.

    A period may stand between words and the figure behind them: "an average month in 2018 ended with 3,200".
    """
    if figure is None:
        return
    times = [named.span for named in claim.periods]
    for each in near(claim, pattern):
        first, last = sorted((each.span, figure.span), key=lambda span: span.start)
        between = range(max(first.end, claim.sentence.start), max(last.start, claim.sentence.start))
        letters = [
            claim.context[at - claim.sentence.start : at - claim.sentence.start + 1]
            for at in between
            if not (first is each.span and _within(at, times))
        ]
        if len(between) <= _APART and not any(letter.isdigit() for letter in letters):
            yield each


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def trend_of(claim: Claim) -> Stretch | None:
    """The trend that a claimed rise or fall is said to be, where the claim gives no size; None for a plain one."""
    change = claim.change.noun if claim.change else None
    if change is None or change.direction is Direction.FLAT or change.amount or change.origin or change.target:
        return None
    for each in near(claim, _IN_A_ROW):
        return _in_a_row(each)
    for each in near(claim, _EACH):
        said = each.found["step"] or each.found["step_on"]
        step = _FREQUENCY.get(said.lower()) if said else None
        return Stretch(Whole.EACH, 0, step, bool(each.found["steady"]), each.found[0], each.span)
    return None


def counts_steps(claim: Claim, words: Span) -> bool:
    """Whether words say for how many steps something goes on: "three consecutive quarters" are nothing that is measured.

    A claim may be made of such words alone, where its sentence makes another of what rose.
    """
    return any(each.span.overlaps(words) for each in near(claim, _IN_A_ROW))


def _in_a_row(at: Near) -> Stretch:
    said = at.found.groupdict()
    step = next(said[name] for name in ("step_a", "step_b", "step_c", "step_d") if said[name])
    count = small_number(said["nth"] or said["count"])
    return Stretch(Whole.IN_A_ROW, count, _FREQUENCY[step.lower()], words=at.found[0], span=at.span)


def pace_of(claim: Claim) -> Stretch | None:
    """In each of which days, weeks, months or quarters so many are said to be; None where the words name no such pace."""
    if claim.amount is None or claim.change is not None:
        return None
    step = _PACES.get(claim.amount.noun.unit.per)
    if step is not None:
        return Stretch(Whole.PACE, step=step, words=f"per {step.value}")
    if claim.amount.noun.unit.dimension not in {Dimension.COUNT, Dimension.MONEY}:
        return None
    for each in _at(claim, _EVERY, claim.amount):
        step = _PACES[(each.found["step"] or "day").lower()]
        return Stretch(Whole.PACE, step=step, words=each.found[0], span=each.span)
    return None


def mean_of(claim: Claim) -> Stretch | None:
    """Whether a claimed level is the mean over a stretch; None where it is not said to be."""
    for each in _at(claim, _AVERAGE, claim.amount):
        return Stretch(Whole.MEAN, words=each.found[0], span=each.span)
    if claim.amount is not None and claim.amount.noun.unit.per in _YEARLY and _lasts(claim):
        return Stretch(Whole.MEAN, words=f"per {claim.amount.noun.unit.per}")
    return None


def annual_rate_of(claim: Claim) -> Stretch | None:
    """Whether a claimed percentage is the growth of a month or a quarter at an annual rate; None where it is not said to be."""
    months = claim.period.noun.months if claim.period else None
    if months not in {1, 3} or claim.amount is None or claim.amount.noun.unit.dimension is not Dimension.SHARE:
        return None
    return next(
        (Stretch(Whole.ANNUAL_RATE, words=each.found[0]) for each in _at(claim, _ANNUAL_RATE, claim.amount)), None
    )


_BOUNDS = {Relation.BETWEEN, Relation.MORE_THAN, Relation.AT_LEAST, Relation.LESS_THAN, Relation.AT_MOST}


def bound_of(claim: Claim) -> Stretch | None:
    """Whether a claimed bound holds for every figure of a stretch: "has been below 5 percent since 2015"; None where it is a plain one."""
    amount = claim.amount.noun if claim.amount and claim.change is None else None
    since = claim.period is not None and claim.period.rule == "since"
    if amount is None or not since or amount.relation not in _BOUNDS:
        return None
    return Stretch(Whole.ALL, words="since")


def growth_of(claim: Claim) -> Stretch | None:
    """Whether a claimed growth in percent is one for each year of a stretch; None where it is that of the whole."""
    change = claim.change.noun if claim.change else None
    if change is None or change.mode is not ChangeMode.RELATIVE or change.amount is None or not _lasts(claim):
        return None
    unit = change.amount.noun.unit
    if unit.per in _YEARLY:
        return Stretch(Whole.YEARLY, words="a year")
    for pattern in (_AVERAGE, _A_YEAR):
        for each in _at(claim, pattern, change.amount):
            return Stretch(Whole.YEARLY, words=each.found[0], span=each.span)
    return None


_GREW = re.compile(
    r"\b(?:(?P<up>grew|grown|growing|rose|risen|rising|increas(?:ed|ing)|expand(?:ed|ing)|gain(?:ed|ing))"
    r"|(?P<down>fell|fallen|falling|shrank|shrunk|shrinking|declin(?:ed|ing)|decreas(?:ed|ing)|drop(?:ped|ping)|contract(?:ed|ing)))\b",
    re.IGNORECASE,
)
_FROM_A_YEAR = frozenset({"from-to", "since"})


def grown_as_level(claim: Claim) -> Change | None:
    """The growth of "grew on average 3 percent a year", where the percentage was read as a level; None where it is one.

    Of "between 2010 and 2020" and "since 2010" it is measured from that year.
    """
    amount = claim.amount
    if (
        amount is None
        or claim.change is not None
        or amount.noun.unit.dimension is not Dimension.SHARE
        or not _lasts(claim)
    ):
        return None
    yearly = amount.noun.unit.per in _YEARLY or next(_at(claim, _A_YEAR, amount), None) is not None
    verb = next(near(claim, _GREW), None) if yearly else None
    if verb is None or claim.period is None:
        return None
    base = year(claim.period.noun.start.year) if claim.period.rule in _FROM_A_YEAR else None
    return Change(Direction.UP if verb.found["up"] else Direction.DOWN, ChangeMode.RELATIVE, amount, base)


def _lasts(claim: Claim) -> bool:
    """Whether the claim's period is longer than a year."""
    period = claim.period.noun if claim.period else None
    return period is not None and (period.end - period.start).days > 366


def without_per(unit: Unit) -> Unit:
    """A unit without "per year" or "per day": what is counted in each of them."""
    if unit.per not in _YEARLY and unit.per not in _PACES:
        return unit
    dimension = (
        Dimension.COUNT if unit.dimension is Dimension.RATE and unit.name not in {"percentage", ""} else unit.dimension
    )
    return Unit(dimension, unit.name, unit.code, "", unit.prices)
