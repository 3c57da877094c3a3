"""Compares claims with official figures: which observations answer, exact arithmetic with its lines kept, and how they agree.

Pure: values in, values out. The machine's half of a check ends here with an agreement and its caveats; it never rates.
Importing this package loads none of its ninety modules: a list of claims takes a few words of figures from here, and no check.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.compare.alignment.per_inhabitant import Population, needs_population
    from workbench.compare.checking import check
    from workbench.compare.cross_checking import together
    from workbench.compare.judging.named_periods import over_named_periods
    from workbench.compare.judging.outcome import CONTRADICTED, SUPPORTED, UNDECIDED, outcome, rests_on
    from workbench.compare.judging.same_thing import decided_by_words_or_figures, fits, stands_alone
    from workbench.compare.judging.unsure import alike, comes_near, differs, unsure
    from workbench.compare.planning import plan
    from workbench.compare.series_words.denominators import is_population
    from workbench.compare.shares import claims_share, share_finding

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

_ROOMS = {
    "alignment.per_inhabitant": ("Population", "needs_population"),
    "checking": ("check",),
    "cross_checking": ("together",),
    "judging.named_periods": ("over_named_periods",),
    "judging.outcome": ("CONTRADICTED", "SUPPORTED", "UNDECIDED", "outcome", "rests_on"),
    "judging.same_thing": ("decided_by_words_or_figures", "fits", "stands_alone"),
    "judging.unsure": ("alike", "comes_near", "differs", "unsure"),
    "planning": ("plan",),
    "series_words.denominators": ("is_population",),
    "shares": ("claims_share", "share_finding"),
}
"""The module of each name, which is loaded when the name is first asked for."""

_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"workbench.compare.{_ROOM_OF[name]}"), name)
    return found
