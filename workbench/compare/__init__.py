"""Compares claims with official figures: which observations answer, exact arithmetic with its lines kept, and how they agree.

Pure: values in, values out. The machine's half of a check ends here with an agreement and its caveats; it never rates.
Importing this package loads none of its ninety modules: a list of claims takes a few words of figures from here, and no check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.compare.offered import (
        CONTRADICTED,
        SUPPORTED,
        UNDECIDED,
        Population,
        alike,
        check,
        claims_share,
        comes_near,
        decided_by_words_or_figures,
        differs,
        fits,
        is_population,
        needs_population,
        outcome,
        over_named_periods,
        plan,
        rests_on,
        share_finding,
        stands_alone,
        together,
        unsure,
    )

__all__ = [
    "CONTRADICTED",
    "SUPPORTED",
    "UNDECIDED",
    "Population",
    "alike",
    "check",
    "claims_share",
    "comes_near",
    "decided_by_words_or_figures",
    "differs",
    "fits",
    "is_population",
    "needs_population",
    "outcome",
    "over_named_periods",
    "plan",
    "rests_on",
    "share_finding",
    "stands_alone",
    "together",
    "unsure",
]


def __getattr__(name: str) -> Any:
    """Return what the room offers, loaded when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from workbench.compare import offered  # noqa: PLC0415  (loads all that checks)

    return getattr(offered, name)
