"""Figures per inhabitant from a series of totals: each divided by the population of its place and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.compare.alignment.align import COUNTED, Aligned, align
from workbench.compare.alignment.derived_figures import Divisor, PeriodParts
from workbench.compare.alignment.series_table import SeriesTable, table_at
from workbench.compare.series_words.growth_series import is_growth
from workbench.compare.series_words.series_denominators import counts_people, is_mean, is_per_person, is_person
from workbench.core.claim import Claim, Sort
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.series import Additivity, Observation, Series


@dataclass(frozen=True, slots=True)
class Population:
    """A series of the population, with its figures."""

    series: Series
    observations: Sequence[Observation]


def needs_population(claim: Claim, series: Series) -> bool:
    """Check whether a claim is per inhabitant and the series counts or measures totals.

    Ranks and comparisons of places are left out: they would need the population of every place.
    """
    if (
        series.unit.dimension not in COUNTED
        or series.unit.per
        or is_per_person(series)
        or is_mean(series)
        or is_growth(series)
    ):
        return False
    plain = claim.rank is None and claim.comparison is None and claim.first_time is None
    return plain and (_said_per_person(claim) or any(counts_people(amount.value.unit.per) for amount in claim.amounts))


def _said_per_person(claim: Claim) -> bool:
    return any(each.value.sort is Sort.PER and is_person(each.value.what) for each in claim.qualifiers)


def per_inhabitant(claim: Claim, whole: SeriesTable, population: Population) -> SeriesTable:
    """Divide the figures of a table by the population, period by period; unchanged where there is no population.

    Args:
        claim: The claim; its figure may name the inhabitants in its unit ("per 1,000 people") or beside it.
        whole: The series' figures at the claim's place.
        population: The population of the same place.
    """
    people = table_at(population.series, population.observations, whole.place)
    pairs = {row.period: (row, below) for row in whole.rows if row.value is not None and (below := _of(people, row))}
    if not pairs:
        return whole
    series = _named(claim, whole.series)
    rows = tuple(_divided(*pair) for pair in pairs.values())
    over = Divisor(population.series.title, population.series.unit)
    message = f"The figures are those of “{whole.series.title}”, divided by “{population.series.title}”."
    return SeriesTable(
        series, whole.place, rows, (*whole.caveats, Caveat("per-inhabitant", message)), PeriodParts(pairs, over=over)
    )


def _of(people: SeriesTable, row: Observation) -> Observation | None:
    """Find the population for a figure's period: that of the same period, or of the year around it."""
    found = align(people, row.period)
    alone = isinstance(found, Aligned) and len(found.used) == 1
    return found.used[0] if alone and found.used[0].value else None  # type: ignore[union-attr]  # alone says that it is Aligned


def _divided(row: Observation, people: Observation) -> Observation:
    return replace(row, value=EXACT.divide(row.value or 0, people.value or 1), evidence=None)


def _named(claim: Claim, series: Series) -> Series:
    """Rename the series as one per inhabitant; its unit says so where that of the claim does."""
    said = any(amount.value.unit.per for amount in claim.amounts)
    unit = replace(series.unit, per="inhabitant" if said else "")
    return replace(series, title=f"{series.title}, per inhabitant", unit=unit, adds=Additivity.MEAN)
