"""Fit of a series of levels, or of growth, to a claimed level or change."""

from __future__ import annotations

import re

from workbench.core.claim import ClaimKind
from workbench.core.series import Series
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.query.query import Query

_ITSELF_A_CHANGE = re.compile(r"\b(?:growth|annual % change|percentage change|year-on-year)\b", re.IGNORECASE)


def grows(title: str) -> bool:
    """Check whether a title is of a growth."""
    return _ITSELF_A_CHANGE.search(title) is not None


def growth_only_in_title(query: Query, series: Series) -> bool:
    """Check whether a title is of a growth and the claim does not mention growth."""
    said = query.change is not None or {"growth", "grew"} & query.said
    return not said and grows(series.title)


def fit_kind(query: Query, series: Series) -> SlotFit:
    """Check whether a claimed level meets a series of levels, and a claimed change a series that can show one."""
    if query.kind is ClaimKind.PROMISE:
        return SlotFit(0.2, "a promise speaks of what no series has yet")
    if growth_only_in_title(query, series):
        return SlotFit(0.4, "the series is itself a change, the claim speaks of a level")
    return SlotFit(1.0, "shows the change that is claimed" if grows(series.title) else "shows what is claimed")
