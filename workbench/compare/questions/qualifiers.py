"""Checks every qualifier of a claim's figure against the series, before the figure is judged.

A claim may say that its figure is per inhabitant, a total over several years, a share of a whole, compared with
another, or a deficit. For each of these the question is changed, or the series' own words confirm it. A qualifier that
nothing confirms leaves the finding undecided, with a caveat that names it; it never counts against the claim.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.alignment.align import adds_up
from workbench.compare.questions.change_readings import is_on_short_step
from workbench.compare.questions.question import Question
from workbench.compare.questions.shares_as_rates import as_share
from workbench.compare.series_words.balances import accounts_of, is_balance, is_deficit
from workbench.compare.series_words.price_basis import is_at_purchasing_power
from workbench.compare.series_words.series_denominators import (
    denominators,
    is_mean,
    is_per_person,
    is_person,
    same_denominator,
)
from workbench.compare.series_words.whole_of_share import has_whole, is_rate
from workbench.core.claim import ChangeMode, Claim, Qualifier, Sort
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension
from workbench.core.series import Series


@dataclass(frozen=True, slots=True)
class _QualifiedQuestion:
    """One qualifier of a claim's figure, with the question that must respect it."""

    claim: Claim
    series: Series
    question: Question
    said: Qualifier


_OF_TOTALS = frozenset({Dimension.MONEY, Dimension.PHYSICAL, Dimension.COUNT, Dimension.INDEX})
"""Dimensions in which a total changes otherwise than the figure per inhabitant, as the population changes too."""
_UNNAMED = frozenset({"thousand", "million"})
"""Denominators of which a claim gives only the number: "4.1 per thousand"."""
_SPAN_RULES = frozenset({"from-to", "year-to", "end-of-stretch"})
"""Rules of periods that name both ends of a change, so that no comparator is one of them."""

Answer = Question | Caveat | None
"""The changed question, a caveat why it cannot be answered, or None where the question needs no change."""


def with_checked_qualifiers(claim: Claim, series: Series, question: Question) -> Question:
    """Apply all qualifiers of a claim's figure to a question; block it where one cannot be confirmed."""
    question = as_share(claim, series, question)
    for mention in claim.qualifiers:
        if question.blocked is not None:
            return question
        account = _ACCOUNTS.get(mention.value.sort)
        answer = account(_QualifiedQuestion(claim, series, question, mention.value)) if account is not None else None
        question = replace(question, blocked=answer) if isinstance(answer, Caveat) else answer or question
    return _barred_per_inhabitant(claim, series, question) if question.blocked is None else question


# --- per what --------------------------------------------------------------------------------------------


def _per(put: _QualifiedQuestion) -> Answer:
    """Check that the series has the claim's denominator. The change of a share or an index needs none, but that of an index per person."""
    whole = put.series.unit.dimension is Dimension.INDEX and is_person(put.said.what)
    shared = put.series.unit.dimension in {Dimension.SHARE, Dimension.POINTS, Dimension.INDEX}
    if shared and not whole and put.question.mode is not None:
        return None
    against = denominators(put.series)
    if put.said.what in _UNNAMED:
        return None
    if any(same_denominator(put.said.what, each) for each in against) or is_mean(put.series):
        return None
    name = f"“{put.series.title}”"
    if against:
        return Caveat("denominator", f"The claim is per {put.said.what}, {name} per {against[0]}.")
    counted = "the population" if is_person(put.said.what) else f"the number of {put.said.what}s"
    return Caveat("denominator", f"The claim is per {put.said.what}; {name} is not, and {counted} was not asked.")


def _barred_per_inhabitant(claim: Claim, series: Series, question: Question) -> Question:
    """Block a question about a total, or how much a total changed, for a series per inhabitant."""
    if claim.qualified(Sort.PER) or claim.per_person or not is_per_person(series):
        return question
    sized = question.mode in {None, ChangeMode.ABSOLUTE} and question.amount is not None and question.plain
    counted = (
        question.unit.dimension in {Dimension.MONEY, Dimension.PHYSICAL, Dimension.COUNT} and not question.unit.per
    )
    moved = question.mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE} and series.unit.dimension in _OF_TOTALS
    if not moved and not (sized and counted):
        return question
    text = f"“{series.title}” is per inhabitant; the claim does not say that its figure is."
    return replace(question, blocked=Caveat("denominator", text))


# --- in all, and a share of what ---------------------------------------------------------------------------


def _in_all(put: _QualifiedQuestion) -> Answer:
    """Ask for the sum over several years, and never for the figure of one."""
    months = max((period.months or 0 for period in put.question.period), default=0)
    if put.question.mode is not None or not put.question.plain or months <= _longest(put.series):
        return None
    if not adds_up(put.series):
        text = f"The claim is a sum over {put.question.period[0].label} (“{put.said.what}”); the figures of “{put.series.title}” do not add up over time."
        return Caveat("sum", text)
    longest = max(put.question.period, key=lambda period: period.end - period.start)
    return replace(put.question, period=(longest,))


def _longest(series: Series) -> int:
    return (series.frequency.months if series.frequency else None) or 12


def _share_of(put: _QualifiedQuestion) -> Answer:
    """Refuse a share of another whole: women among those in work, and among those who look for it."""
    if put.question.mode is not None or not put.question.plain or put.series.unit.dimension is not Dimension.SHARE:
        return None
    if has_whole(put.series, put.said.what):
        return None
    text = f"The claim is a share of “{put.said.what}”; “{put.series.title}” does not say that it is one of those."
    return Caveat("share-of", text)


def _made_of(put: _QualifiedQuestion) -> Answer:
    """Refuse a rate for a claim about the make-up of a whole: how many of them are women is no rate of women."""
    if put.series.unit.dimension is not Dimension.SHARE or not is_rate(put.series):
        return None
    text = f"The claim tells of whom a whole is made up (“{put.said.what}”); “{put.series.title}” is a rate, and no share of that whole."
    return Caveat("share-of", text)


# --- beside what -------------------------------------------------------------------------------------------


def _comparator_period(put: _QualifiedQuestion) -> Answer:
    """Take the comparator's period as the base of a change, or say that no figures of the comparator were fetched."""
    asked, said = put.question, put.said
    change = put.claim.change.value if put.claim.change else None
    if asked.part != "change" or not asked.plain or asked.amount is None or change is None:
        return None
    if said.period is not None:
        has_base = asked.base is not None or is_on_short_step(put.claim, asked.period)
        return None if has_base else replace(asked, base=said.period)
    stretch = put.claim.period is not None and put.claim.period.rule in _SPAN_RULES
    if (change.base is not None and not stretch) or change.target is not None:
        return None
    text = f"The claim sets the figure beside “{put.said.what}”, and no figures of that were asked."
    return Caveat("comparator", text)


def _usual(_put: _QualifiedQuestion) -> Answer:
    return Caveat("usual", "The claim tells what is usual; the figure of one period does not settle that.")


def _size(put: _QualifiedQuestion) -> Answer:
    """Refuse to measure the size of a change as a level, where its direction was not read."""
    text = f"The claim says by how much something moved (“{put.said.what}”); which way was not read from its words."
    return Caveat("way-unread", text) if put.question.mode is None else None


def _at_purchasing_power(put: _QualifiedQuestion) -> Answer:
    """Refuse a series at exchange rates for money at purchasing power: the two differ by half and more."""
    if put.series.unit.dimension is not Dimension.MONEY or is_at_purchasing_power(put.series):
        return None
    text = f"The claim's money is at purchasing power (“{put.said.what}”); “{put.series.title}” does not say that its own is."
    return Caveat("purchasing-power", text)


def _each_or_all(put: _QualifiedQuestion) -> Answer:
    """Leave open one figure stated for several places: it may be that of each or of all, one proves nothing."""
    text = f"The claim tells one figure of {put.said.what}; that of one of them does not measure it."
    return Caveat("several-places", text)


# --- deficits, surpluses, growth -----------------------------------------------------------------------------


def _signed(put: _QualifiedQuestion) -> Answer:
    """Change the sign of a balance for a claim about a deficit, and that of a deficit for a surplus."""
    balance, deficit = is_balance(put.series), is_deficit(put.series)
    if not balance and not deficit:
        text = f"The claim speaks of a {put.said.sort}; “{put.series.title}” does not say that it is a balance."
        return Caveat("balance", text)
    theirs = accounts_of(put.series)
    for account in put.said.accounts:
        if theirs and account not in theirs:
            text = f"The {put.said.sort} that the claim speaks of is another than the balance of “{put.series.title}”."
            return Caveat("balance", text)
    turned = (put.said.sort is Sort.DEFICIT) == balance
    if not turned or put.question.fit.factor is None:
        return None
    series_is = "a balance" if balance else "a deficit"
    text = (
        f"The claim speaks of a {put.said.sort}, the series of {series_is}: its figures are taken with the other sign."
    )
    fit = replace(put.question.fit, factor=EXACT.multiply(put.question.fit.factor, Decimal(-1)))
    return replace(put.question, fit=fit, caveats=(*put.question.caveats, Caveat("sign", text)))


_ACCOUNTS: dict[Sort, Callable[[_QualifiedQuestion], Answer]] = {
    Sort.PER: _per,
    Sort.IN_ALL: _in_all,
    Sort.SHARE_OF: _share_of,
    Sort.MADE_OF: _made_of,
    Sort.BESIDE: _comparator_period,
    Sort.DEFICIT: _signed,
    Sort.SURPLUS: _signed,
    Sort.USUAL: _usual,
    Sort.SIZE: _size,
    Sort.EACH_OR_ALL: _each_or_all,
    Sort.PURCHASING_POWER: _at_purchasing_power,
}
