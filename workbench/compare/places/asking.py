"""Comparisons with another place: "twice as high as in Germany", "below the EU average", "fewer doctors than Serbia".

Both figures are of the same series and the same period. The other place is the one named behind "than", "as" or "above"; which of
the two stands higher is said by the comparative. A group stands there with its own figure, or with one made of its members where
counts add up; "the EU average" of rates is the union's own rate, which the publisher weights.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.compare.alignment.groups import group
from workbench.compare.claimed_figure import claimed_level
from workbench.compare.questions.change_readings import readings_of
from workbench.compare.questions.nearby import near
from workbench.compare.questions.question import TIMES, Question
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, Sort
from workbench.core.period import Period
from workbench.core.quantity import PERCENT, Amount, Dimension
from workbench.core.series import Series
from workbench.core.text import Span

_LINK = re.compile(
    r"\bthan\b(?!\s(?:any|all|every|most)\b)|\bas(?=\s(?:in|that|those|the|it\sis\sin)?\b\s?[A-Z])|\bas\s(?:in|that\sof|those\sof|it\sis\sin)\b"
    r"|\b(?:above|below|exceed(?:s|ed|ing)?|outnumber(?:s|ed)?)\b|\b(?:that|those)\sof\b|\bof\sthe\slevel\s(?:of|in)\b"
    r"|\b(?:percent|per\scent|half|third|quarter|fifth|twice|double|times)(?:\sof)?(?=\s(?:the\s)?[A-Z])|%(?:\sof)?(?=\s(?:the\s)?[A-Z])",
)
_UP = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|longer|older|richer|above|exceed(?:s|ed|ing)?|outnumber(?:s|ed)?)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:less|fewer|lower|smaller|shorter|younger|poorer|below)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\bas\s(?:many|much|high|low|large|big|long|old|rich|poor)\b|\bthe\ssame\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[,;:.\d]|\b(?:rest|other|most|many|some|several|few|all|any|both)\b", re.IGNORECASE)
_REACH = 34
"""How many letters behind the link the other place may begin: "than the average of the European Union"."""

_FAR = 60
_CLOSE = 6
_THAT_OF = re.compile(
    r"\b(?:that|those)\sof\b|\b(?:percent|per\scent|half|third|quarter|fifth|%)\s(?:of\s)?(?:the\s)?(?=[A-Z])|\baverage\b"
)
_WHOLE = re.compile(
    r"\b(?:percent|per\scent|half|third|quarter|fifth|tenth|share)\s(?:of\s)?|%\sof\s|\bin\s(?:five|ten|three|four)\b"
)
_SHARED_OUT = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}
_TIMES = frozenset({"time", "times"})


def other_place(claim: Claim) -> str | None:
    """The place that a claim's own is set beside; None where there is none, or where there are several at once.

    Only a place that stands behind the word of comparison counts, and not the claim's own.
    """
    said = claim.qualified(Sort.BESIDE)
    if said is not None and said.noun.place not in {None, claim.place}:
        return said.noun.place
    if len(claim.places) < 2 and claim.place in {None, *(m.noun for m in claim.places)}:
        return None
    for whole in near(claim, _WHOLE) if claim.kind is ClaimKind.SHARE else ():
        near_by = [m.noun for m in claim.places if 0 <= m.span.start - whole.span.end <= _FAR and group(m.noun)]
        if near_by and near_by[0] != claim.place:
            return near_by[0]
    for link in near(claim, _LINK):
        behind = [m for m in claim.places if 0 <= m.span.start - link.span.end <= _REACH]
        named = {m.noun for m in behind}
        if len(named) == 1 and (found := named.pop()) != claim.place and _straight(claim, link.span.end, behind[0]):
            return found
    return None


def _straight(claim: Claim, start: int, place: Mention[str]) -> bool:
    """Whether nothing but small words stands between the link and the place: "most EU countries" are not the EU."""
    words = claim.context[start - claim.sentence.start : place.span.start - claim.sentence.start]
    return not _ASIDE.search(words)


def beside_questions(claim: Claim, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """What a comparison with another place asks: how many times, by how much, or only which of the two is higher."""
    when = period or _as_base(claim)
    share = claim.amount.noun if claim.amount and claim.change is None else None
    if share is not None and share.unit.dimension is Dimension.SHARE:
        return [_part_of_it(share, other, when)] if _is_part(claim, series) else []
    change = _change(claim)
    if change is None:
        return []
    return _compared_with(claim, change, other, series, when)


def beside_the_level(claim: Claim, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """What is asked beside a level of which only is said that it is lower than another place's: "2.9 percent, below France's"."""
    said = claim.qualified(Sort.BESIDE)
    way = said.noun.way if said is not None and said.noun.place == other else None
    if way is None:
        return []
    return _compared_with(claim, Change(way, ChangeMode.ABSOLUTE), other, series, period)


def _compared_with(
    claim: Claim, change: Change, other: str, series: Series, period: tuple[Period, ...]
) -> list[Question]:
    """The readings of a difference from another place's figure; a rate of growth is set beside another as it stands."""
    asked = readings_of(replace(claim, measure="growth"), change, series)
    return [replace(q, part="comparison", period=period, base=None, beside=other) for q in asked if q.mode is not None]


def _is_part(claim: Claim, series: Series) -> bool:
    """Whether a percentage is one of another place's figure: so it says, or the series counts what can be shared out."""
    return any(_at_once(claim, found.span) for found in near(claim, _THAT_OF)) or series.unit.dimension in _SHARED_OUT


def _at_once(claim: Claim, words: Span) -> bool:
    """Whether words begin in the claimed figure or right behind it: "half the EU average", but not "2.9 percent, below that of"."""
    return claim.amount is not None and words.start <= claim.amount.span.end + _CLOSE


def _as_base(claim: Claim) -> tuple[Period, ...]:
    """The year of "9 points higher than in Germany in 2021": that of both figures, not one to measure from."""
    base = claim.change.noun.base if claim.change else None
    return (base,) if base is not None else ()


def _change(claim: Claim) -> Change | None:
    """The comparison as a change from the other place's figure to the own one."""
    if claim.change is not None:
        return _compared(claim, claim.change)
    if claim.amount is not None and claim.amount.noun.unit.name in _TIMES:
        return _so_many_times(claim.amount)
    if claim.kind is ClaimKind.COMPARISON and claim.amount is None and (way := _way(claim)) is not None:
        return Change(way, ChangeMode.ABSOLUTE)
    return None


def _compared(claim: Claim, mention: Mention[Change]) -> Change | None:
    """A change that is a comparison: "9 points higher"; "wages rose" is none, whoever is named behind it."""
    change, offset = mention.noun, claim.sentence.start
    said = claim.context[mention.span.start - offset : mention.span.end - offset]
    compares = change.amount is not None or _UP.search(said) or _DOWN.search(said)
    two_ended = change.origin is not None or change.target is not None
    return replace(change, base=None) if compares and not two_ended else None


def _way(claim: Claim) -> Direction | None:
    """Which of the two the words put higher."""
    for pattern, way in ((_SAME, Direction.FLAT), (_UP, Direction.UP), (_DOWN, Direction.DOWN)):
        if next(near(claim, pattern), None) is not None:
            return way
    return None


def _so_many_times(amount: Mention[Amount]) -> Change:
    """So many times another place's figure: "about four times that of Germany"."""
    times = amount.noun.in_unit(TIMES)
    way = Direction.UP if times.low >= 1 else Direction.DOWN
    return Change(way, ChangeMode.MULTIPLE, replace(amount, noun=times))


def _part_of_it(amount: Amount, other: str, period: tuple[Period, ...]) -> Question:
    """The question whether a figure is so many percent of another place's: "half the EU average", "a quarter of the G7's"."""
    return Question(
        part="comparison",
        claimed=claimed_level(amount),
        unit=PERCENT,
        mode=ChangeMode.MULTIPLE,
        period=period,
        amount=amount,
        beside=other,
    )
