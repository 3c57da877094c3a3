"""Fit of the group that a series counts to the people that the claim is about."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.series import Series
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.query.query import Query
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.words.age_groups import OLDEST, Ages, ages, narrow, same_ages
from workbench.match.words.normalisation import words
from workbench.match.words.population_groups import AGED, AN_AGE, CHILDREN, WOMEN, YOUNG, are_births, groups, implied

_GROWN_UP, _NO_LONGER_YOUNG, _OLD = 18, 35, 54
"""Ages at which people are no longer children, no longer young, and not yet old in any table."""
_UNNAMED = 0.2
"""Fit of a series that counts one group that the claim does not name; half of it for two groups."""


def fit_group(query: Query, series: Series) -> SlotFit:
    """Compare the group of a series with the claim's; where the claim names none, the total fits best."""
    if says := other_ages(query, series):
        return SlotFit(0.1, says)
    title = without_breakdown(series.title)
    mine, theirs = query.ages, ages(title)
    asked, counted = groups(query.said), groups(words(title))
    if theirs:
        counted = (counted - {AN_AGE}) | ({AN_AGE} if any(map(narrow, theirs)) else set())
    extra, missing = counted - asked - query.groups_around, asked - counted - implied(words(series.title))
    if are_births(query.said) and are_births(words(title)):
        extra -= {WOMEN}
    if mine or asked & AGED:
        extra, missing = extra - {AN_AGE}, missing - {AN_AGE}
    if counts_ages(query, series):
        extra, missing = extra - AGED, missing - AGED
    if says := ages_not_counted(query, series):
        return SlotFit(0.3, f"does not count those {says} apart")
    if extra:
        return SlotFit(_UNNAMED / len(extra), f"counts {_listed(extra)}, whom the claim does not name")
    if missing:
        return SlotFit(0.3, f"does not count {_listed(missing)} apart")
    return SlotFit(1.0, f"counts {_listed(counted)}, as the claim does" if counted else "counts all, as the claim does")


def other_ages(query: Query, series: Series) -> str | None:
    """Give the reason where both name ages and none is the same, also as members of a table; else None."""
    mine, theirs = query.ages, ages(without_breakdown(series.title))
    if not mine or not theirs or counts_ages(query, series):
        return None
    return f"counts those {_spans(theirs)}, the claim says {_spans(mine)}"


def counts_ages(query: Query, series: Series) -> bool:
    """Check whether a series counts exactly the ages that a claim is about: "under five" and "Under-five mortality rate"."""
    theirs = ages(without_breakdown(series.title))
    return any(same_ages(one, other) for one in query.ages for other in theirs)


def counts_group(series: Series, said: str) -> bool:
    """Check whether a title counts the group that some words name, by name, by what it counts, or by age: those under five are children."""
    named = groups(words(said))
    title, counted = words(series.title), ages(without_breakdown(series.title)) if named else ()
    of_age = {CHILDREN} if any(high < _GROWN_UP for _, high in counted) else set()
    return bool(named) and named <= groups(title) | implied(title) | of_age


def ages_not_counted(query: Query, series: Series) -> str | None:
    """Find the ages that a claim is about ("aged 25 to 34") where a series does not count them separately; else None."""
    mine, theirs = query.ages, ages(without_breakdown(series.title))
    if theirs:
        return _spans(mine) if other_ages(query, series) else None
    title = words(series.title)
    by_age = (groups(title) | implied(title)) & AGED
    apart = [each for each in mine if narrow(each)]
    return _spans(mine) if apart and not any(_holds(group, each) for group in by_age for each in apart) else None


def _holds(group: str, between: Ages) -> bool:
    """Check whether a group that is named by its age may be one of certain ages: those at birth are not aged 65."""
    low, high = between
    if group == CHILDREN:
        return low < _GROWN_UP
    return low < _NO_LONGER_YOUNG if group == YOUNG else high > _OLD


def _spans(found: Iterable[Ages]) -> str:
    return " and ".join(
        f"aged {low} to {high}" if high < OLDEST else f"aged {low} and over" for low, high in sorted(found)
    )


def _listed(named: Iterable[str]) -> str:
    return " and ".join(sorted(named))
