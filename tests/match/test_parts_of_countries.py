"""A part of a country: the series of the office that has figures for it measures it by its plain title, another's by the part's name."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import rank_series

PARTS = ["California", "Scotland", "Bavaria"]


def _series(title: str, *places: str) -> Series:
    return Series(
        ref=SeriesRef("worldbank", f"{title} {len(places)}"), title=title, places=frozenset(places) if places else None
    )


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_a_place_where_the_office_has_figures_for_it(part):
    """Its name need not stand in the title: the score is that of the same title of a country asked about as such."""
    (claim,) = read_text(f"The unemployment rate in {part} was 7 percent in 2021.", said=date(2022, 5, 1)).claims
    (country,) = read_text("The unemployment rate in Kenya was 7 percent in 2021.", said=date(2022, 5, 1)).claims
    (own,) = rank_series(claim, [_series("Unemployment rate", part)])
    (plain,) = rank_series(country, [_series("Unemployment rate", "KEN")])
    assert own.usable
    assert own.score == plain.score


@pytest.mark.parametrize("part", PARTS)
def test_another_series_needs_the_name_of_the_part(part):
    """A rate of countries measures no part of one; a title that names the part may."""
    (claim,) = read_text(f"The unemployment rate in {part} was 7 percent in 2021.", said=date(2022, 5, 1)).claims
    titles = [f"Unemployment rate in {part}", "Unemployment rate"]
    named, nation = rank_series(claim, [_series(title) for title in titles], own=())
    assert [named.series.title, nation.series.title] == titles
    assert nation.doubt == f"is of whole countries, the claim of {part}"


@pytest.mark.parametrize("part", PARTS)
def test_the_office_of_another_part_has_no_figures_for_it(part):
    """It is excluded, and says so."""
    (claim,) = read_text(f"The unemployment rate in {part} was 7 percent in 2021.", said=date(2022, 5, 1)).claims
    (other,) = rank_series(claim, [_series("Unemployment rate", "Texas")])
    assert other.barred == f"does not cover {part}"
