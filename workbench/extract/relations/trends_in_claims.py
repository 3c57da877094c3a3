"""Trends in claims: every year, three years in a row, on average, a percentage a year, a pace.

"Average" alone is no trend: average wages are a measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.core.claim import Change, Claim, Mention
from workbench.core.direction import Direction
from workbench.core.document import Span
from workbench.core.period import Frequency
from workbench.core.quantity import Amount
from workbench.core.relations import Trend, TrendKind
from workbench.extract.relations.nearby import NearbyWords, may_be_said, near, phrases
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_files import file_for, raw_tables

_A_YEAR = frozenset({"year", "annum"})
_TRENDS = frozenset({"in_a_row", "each", "average", "annual_rate", "yearly_average", "every", "a_year"})
_MONTHS = 12
_MOST_BETWEEN = 60
"""Most characters between a figure and the words that make it a mean or a yearly figure, without times between."""
_CLAUSE = ";"
"""The sign behind which another clause begins: "it averaged 3.1 billion; | the last year brought 4.1 billion"."""
_FURTHEST = 200
"""Most characters there, with times."""


def trends_of(claim: Claim) -> tuple[Trend, ...]:
    """Find what a claim states about a whole span of time; for each figure the nearest words of each kind.

    >>> from workbench.core.claim import ClaimKind
    >>> said = "It fell for the third year in a row."
    >>> claim = Claim(id="c", document="d", span=Span(3, 7), quote="", sentence=Span(0, 36), context=said, kind=ClaimKind.CHANGE)
    >>> [(each.kind.value, each.count, each.step.value) for each in trends_of(claim)]
    [('in a row', 3, 'year')]
    """
    words = may_be_said(claim.context, file_for(claim.language))
    if words.isdisjoint(_TRENDS) and not _is_yearly(claim):
        return ()
    figures = {m.span: m for m in (claim.change.value.amount if claim.change else None, claim.amount) if m is not None}
    said = (trend for figure in figures.values() for trend in _of_figure(claim, figure))
    return (*_in_a_row(claim), *_each(claim), *said)


def _is_yearly(claim: Claim) -> bool:
    """Check whether the unit of a claim's figure is per year."""
    figures = claim.change.value.amount if claim.change else None, claim.amount
    return any(figure is not None and figure.value.unit.per in _A_YEAR for figure in figures)


def _in_a_row(claim: Claim) -> Iterator[Trend]:
    """Yield for how many steps something goes on; all such words, since their numbers are no amounts."""
    for each in near(claim, "in_a_row"):
        count = small_number(each.group("nth") or each.group("count") or "", file_for(claim.language))
        yield Trend(TrendKind.IN_A_ROW, count, _step(claim, each, "steps"), words=each.found[0], span=each.span)


def _each(claim: Claim) -> Iterator[Trend]:
    """Yield each step that a claim is said of, the strictest words first: "every year …, without exception".

    Words that say another thing than the nearest ones stay unread: "fell every month, but not once in a year".
    """
    found = list(near(claim, "each"))
    alike = [each for each in found if (each.group("no") is None) is (found[0].group("no") is None)]
    if len({step for each in alike if (step := _step(claim, each, "steps")) is not None}) > 1:
        alike = found[:1]
    for each in sorted(alike, key=lambda each: each.group("steady") is not None):
        steady, step = each.group("steady") is not None, _step(claim, each, "steps")
        yield Trend(TrendKind.EACH, 0, step, steady, each.found[0], each.span)


def change_at_no_time(claim: Claim) -> Mention[Change] | None:
    """Return a claim's change; denied where its words say that it happened at no time: "fell in no year", "nie gesunken".

    A verb that is denied already stays as it is, and so does a change with a size.
    """
    change = claim.change
    if change is None or change.value.amount is not None or change.value.direction is Direction.FLAT:
        return change
    each = next(near(claim, "each"), None)
    if each is None or each.group("no") is None or _failed_to(claim, change.span):
        return change
    return replace(change, value=replace(change.value, direction=Direction.FLAT, denied=change.value.direction))


def _failed_to(claim: Claim, change: Span) -> bool:
    """Check whether a verb stands after "failed to": what never failed to drop dropped each time."""
    before = claim.context[: max(0, change.start - claim.sentence.start)]
    pattern = phrases(claim, "failed_to")
    return pattern is not None and pattern.search(before) is not None


def _step(claim: Claim, at: NearbyWords, key: str) -> Frequency | None:
    """Find the length of a step by its word; None where the words do not say."""
    steps: dict[str, str] = raw_tables(file_for(claim.language))["relations"][key]
    said = steps.get((at.group("step") or "").lower())
    return None if said is None else Frequency(said)


def _of_figure(claim: Claim, figure: Mention[Amount]) -> Iterator[Trend]:
    """Yield the trends of one figure: a mean, growth a year, a pace, an annual rate."""
    for key, kind in (("average", TrendKind.MEAN), ("annual_rate", TrendKind.ANNUAL_RATE)):
        if (each := next(_at(claim, key, figure), None)) is not None:
            yield Trend(kind, words=each.found[0], span=each.span, figure=figure.span)
    yield from _mean_of_years(claim, figure)
    if (each := next(_at(claim, "every", figure), None)) is not None:
        step = _step(claim, each, "paces") or Frequency.DAY
        yield Trend(TrendKind.PACE, step=step, words=each.found[0], span=each.span, figure=figure.span)
    yield from _yearly(claim, figure)


def _mean_of_years(claim: Claim, figure: Mention[Amount]) -> Iterator[Trend]:
    """Yield a mean for a yearly figure of several years: "average annual emissions from 2018 to 2020"."""
    long = claim.period is not None and (claim.period.value.months or 0) > _MONTHS
    each = next(_at(claim, "yearly_average", figure), None) if long else None
    if each is not None:
        yield Trend(TrendKind.MEAN, words=each.found[0], span=each.span, figure=figure.span)


def _yearly(claim: Claim, figure: Mention[Amount]) -> Iterator[Trend]:
    """Yield a yearly trend where the unit or words near the figure say so.

    With a verb such as "grew" a level is growth.
    """
    each = None if figure.value.unit.per in _A_YEAR else next(_at(claim, "a_year", figure), None)
    if each is None and figure.value.unit.per not in _A_YEAR:
        return
    way = growth_way(claim) if claim.change is None else None
    words, span = ("a year", None) if each is None else (each.found[0], each.span)
    yield Trend(TrendKind.YEARLY, words=words, span=span, figure=figure.span, way=way)


def _at(claim: Claim, key: str, figure: Mention[Amount]) -> Iterator[NearbyWords]:
    """Yield words near a figure, with no other figure between.

    Example: "20 percent since 2010, 2 percent a year" is about the 2.

    A period may stand between words and the figure behind them: "an average month in 2018 ended with 3,200".
    """
    times = [named.span for named in claim.periods]
    for each in near(claim, key):
        first, last = sorted((each.span, figure.span), key=lambda span: span.start)
        between = range(max(first.end, claim.sentence.start), max(last.start, claim.sentence.start))
        if _CLAUSE in claim.context[between.start - claim.sentence.start : between.stop - claim.sentence.start]:
            continue
        at_figures = (
            at
            for at in between
            if _is_figure(claim.context, at - claim.sentence.start) and not (first is each.span and _within(at, times))
        )
        if len(between) <= _FURTHEST and next(at_figures, None) is None and _distance(between, times) <= _MOST_BETWEEN:
            yield each


def _distance(between: range, times: Sequence[Span]) -> int:
    """Count the characters between words and a figure, without those of times."""
    return sum(not _within(at, times) for at in between)


def _is_figure(words: str, at: int) -> bool:
    """Check whether a digit at an offset is part of a figure and of no name: "CO2", "PM10"."""
    return words[at : at + 1].isdigit() and not (
        words[max(0, at - 1) : at].isalpha() or words[max(0, at - 2) : at - 1].isalpha()
    )


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def growth_way(claim: Claim) -> Direction | None:
    """Find the direction of a verb of growth near the claim; None where there is none.

    >>> from workbench.core.claim import ClaimKind
    >>> said = "It shrank 3 percent a year."
    >>> claim = Claim(id="c", document="d", span=Span(10, 26), quote="", sentence=Span(0, 27), context=said, kind=ClaimKind.LEVEL)
    >>> growth_way(claim).value
    'down'
    """
    verb = next(near(claim, "grew"), None)
    if verb is None:
        return None
    return Direction.UP if verb.group("up") else Direction.DOWN
