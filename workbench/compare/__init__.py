"""Compares claims with official figures: chooses observations, computes with every line kept, and states the agreement.

Pure: values in, values out. The machine's part of a check ends here with an agreement and its caveats; it gives no
rating. Importing this package loads none of its ninety modules, since a list of claims needs only a few words about
figures from here, and no check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.compare.public_names import (
        CONTRADICTED,
        OTHER_BASE_NAMED,
        SUPPORTED,
        UNDECIDED,
        Population,
        alike,
        check,
        claims_share,
        comes_near,
        cross_check,
        decided_by_words_or_figures,
        differs,
        fits,
        follows_from_ends,
        is_population,
        misses,
        needs_population,
        outcome,
        over_named_periods,
        plan,
        rests_on,
        share_finding,
        stands_alone,
        unsure,
    )

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


def __getattr__(name: str) -> Any:
    """Load a public name of this package at its first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from workbench.compare import public_names  # noqa: PLC0415  (loads all that checks)

    return getattr(public_names, name)
