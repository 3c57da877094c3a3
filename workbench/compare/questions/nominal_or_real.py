"""Nominal or real, seasonally adjusted or not: states what the claim says and what the series is, and never mixes them.

A rise "in real terms" is not measured by figures at current prices, nor a nominal one by figures at constant prices:
such findings are UNDECIDED. Where the claim says neither, the finding names the series' kind. Figures of months and
quarters that are adjusted otherwise than the claim says are UNDECIDED, and so is a level that it calls adjusted beside a
year's, which is not; of a change over years it is only mentioned. A monthly change in unadjusted figures is mostly seasonal.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.questions.question import Question
from workbench.compare.series_words.price_basis import adjustment_of, prices_of
from workbench.core.claim import Claim
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.relations import Adjustment, Prices
from workbench.core.series import Series

_YEAR = 12
"""Months of a year."""


def with_price_caveats(claim: Claim, series: Series, question: Question) -> Question:
    """Add caveats about prices and the season to a question; block it where real and nominal would be mixed."""
    mixed = _mixed(claim, series) or _in_other_season(claim, series, question)
    if mixed is not None and question.blocked is None:
        return replace(question, blocked=mixed)
    cautions = (*_prices(claim, series, question), *_season(claim, series))
    return replace(question, caveats=(*question.caveats, *cautions)) if cautions else question


def _mixed(claim: Claim, series: Series) -> Caveat | None:
    said, is_ = claim.prices, prices_of(series)
    if not said or not is_ or said is is_:
        return None
    if said is Prices.REAL:
        return Caveat(
            "prices",
            "The claim speaks of real terms; the series is at the prices of each year, and its change holds theirs.",
        )
    return Caveat(
        "prices", "The claim speaks of nominal figures; the series is at constant prices, with inflation taken out."
    )


def _prices(claim: Claim, series: Series, question: Question) -> tuple[Caveat, ...]:
    """Give the caveat where one side does not say its prices."""
    said, is_ = claim.prices, prices_of(series)
    if said and not is_:
        kind = "real" if said is Prices.REAL else "nominal"
        return (
            Caveat(
                "prices-unknown", f"The claim speaks of {kind} figures; the series does not say at whose prices it is."
            ),
        )
    if is_ is Prices.NOMINAL and not said and question.mode is not None and question.compared_place is None:
        return (Caveat("nominal", "The series is at the prices of each year: its change holds that of prices."),)
    return ()


def season(series: Series, new: Period, old: Period) -> tuple[Caveat, ...]:
    """Warn of a change from one month or quarter to the next in figures without seasonal adjustment."""
    short = new.months in {1, 3} and new.previous() == old
    if not short or adjustment_of(series) is not Adjustment.RAW:
        return ()
    text = f"From {old.label} to {new.label} the season changes too, and the series is not adjusted for it ({series.adjusted})."
    return (Caveat("season", text),)


def _other_adjustment(claim: Claim, series: Series) -> Caveat | None:
    """Say where a claim speaks of adjusted figures and the series is not adjusted or does not tell, or the other way round."""
    is_ = adjustment_of(series)
    if claim.adjustment is None or claim.adjustment is is_ or (is_ is None and claim.adjustment is Adjustment.RAW):
        return None
    told = "does not tell that it is" if is_ is None else f"is: {series.adjusted or is_.value}"
    return Caveat("adjustment", f"The claim speaks of {claim.adjustment.value} figures; the series {told}.")


def of_another_season(claim: Claim, question: Question) -> Caveat | None:
    """Give the reason to leave open a level that the claim calls adjusted: a year's is not, so that a month's or quarter's is meant."""
    if claim.adjustment is not Adjustment.ADJUSTED or question.mode is not None:
        return None
    return next((each for each in question.caveats if each.kind == "adjustment"), None)


def _in_other_season(claim: Claim, series: Series, question: Question) -> Caveat | None:
    """Bar figures of months and quarters that are adjusted otherwise; the season hardly changes those of whole years."""
    short = adjustment_of(series) is not None and any((period.months or 0) < _YEAR for period in question.period)
    return _other_adjustment(claim, series) if short else None


def _season(claim: Claim, series: Series) -> tuple[Caveat, ...]:
    other = _other_adjustment(claim, series)
    return () if other is None else (other,)
