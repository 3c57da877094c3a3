"""Times as the country's own offices name them: quarters by their last month, fiscal years with a slash, "today, N years later"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.dates.fiscal_year_starts import FISCAL_BEGINS
from workbench.extract import read_text

SAID = date(2023, 8, 17)


def period(said: str, place: str | None = None, day: date = SAID) -> str:
    (claim,) = read_text(said, said=day, place=place).claims
    assert claim.period is not None
    return str(claim.period.value)


@pytest.mark.parametrize(
    ("month", "quarter"), [("March", "2023-Q1"), ("June", "2023-Q2"), ("September", "2023-Q3"), ("December", "2022-Q4")]
)
def test_a_quarter_is_named_by_its_last_month(month, quarter):
    assert period(f"In the {month} quarter the share of calls answered in time was 64.3 per cent.", "AUS") == quarter


@pytest.mark.parametrize("place", sorted(place for place, begins in FISCAL_BEGINS.items() if begins == 4))
def test_two_years_with_a_slash_are_the_fiscal_year_of_the_country(place):
    assert period("Gross loan debt stood at 4.77 trillion in 2021/22.", place) == "Apr 2021–Mar 2022"


def test_elsewhere_two_years_with_a_slash_are_both_years():
    assert period("Gross loan debt stood at 4.77 trillion in 2021/22.", "DEU") == "2021–2022"


@pytest.mark.parametrize("length", ["the year", "the twelve months", "the 12 months"])
@pytest.mark.parametrize(("last", "twelve"), [("June", "Jul 2022–Jun 2023"), ("March", "Apr 2022–Mar 2023")])
def test_a_length_up_to_a_month_named_by_its_distance(length, last, twelve):
    assert period(f"In {length} to last {last}, 43% of adults saw a dentist.", "GBR", date(2024, 2, 27)) == twelve


@pytest.mark.parametrize("length", ["fourteen years", "a decade", "two months"])
def test_today_so_long_after_something_is_today(length):
    """Told on the day: “Today, fourteen years later, there are 182,000 soldiers”."""
    assert period(f"Today, {length} later, there are 182,000 soldiers.") == "17 Aug 2023"
