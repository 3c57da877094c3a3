"""The public names of `workbench.compare` for other packages; importing this loads every module of the package."""

from __future__ import annotations

from workbench.compare.alignment.per_inhabitant import Population, needs_population
from workbench.compare.cross_checking import cross_check
from workbench.compare.fetch_plan import plan
from workbench.compare.judging.named_periods import over_named_periods
from workbench.compare.judging.outcome import (
    CONTRADICTED,
    OTHER_BASE_NAMED,
    SUPPORTED,
    UNDECIDED,
    misses,
    outcome,
    rests_on,
)
from workbench.compare.judging.same_measure import decided_by_words_or_figures, fits, stands_alone
from workbench.compare.judging.unsure_series import alike, comes_near, differs, unsure
from workbench.compare.questions.sizes_of_stated_ends import follows_from_ends
from workbench.compare.series_check import check
from workbench.compare.series_words.series_denominators import is_population
from workbench.compare.shares_of_two_series import claims_share, share_finding

__all__ = [
    "CONTRADICTED",
    "OTHER_BASE_NAMED",
    "SUPPORTED",
    "UNDECIDED",
    "Population",
    "alike",
    "check",
    "claims_share",
    "comes_near",
    "cross_check",
    "decided_by_words_or_figures",
    "differs",
    "fits",
    "follows_from_ends",
    "is_population",
    "misses",
    "needs_population",
    "outcome",
    "over_named_periods",
    "plan",
    "rests_on",
    "share_finding",
    "stands_alone",
    "unsure",
]
