"""Prices "in January on a year earlier": the month may be of two years, and is one step of yearly growth either way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.each import each
from workbench.compare import check, outcome
from workbench.core.period import month
from workbench.core.quantity import PERCENT
from workbench.core.series import Observation, Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english

RATES = Series(
    ref=SeriesRef("mine", "a"),
    title="Consumer price inflation, change on the same month of the previous year",
    unit=PERCENT,
)
FIGURES = {(2020, 1): "12.13", (2020, 12): "15.75", (2021, 1): "16.47"}


@each("size", ["16.5", "9"])
@each(
    ("language", "said"),
    [
        ("en", "Prices across Nigeria were up {} percent in January on a year earlier."),
        ("en", "Prices in Nigeria were {} percent higher in January than a year before."),
        ("en", "Prices in Nigeria rose by {} percent in January compared with January 2020."),
        ("en", "In January prices in Nigeria were {} percent higher than in the same month of last year."),
        ("de", "Im Januar lagen die Preise in Nigeria um {} Prozent höher als ein Jahr zuvor."),
        ("mk", "Во јануари цените во Нигерија беа за {} проценти повисоки отколку една година претходно."),
    ],
)
def test_a_month_without_a_year_is_measured_by_its_own_rate(language, said, size):
    """Prices across Nigeria were up just under nine per cent in January on a year earlier, it was said on 17 February 2021."""
    figure = size if language == "en" else size.replace(".", ",")
    day = date(2021, 2, 17)
    (claim, *_) = read_text(said.format(figure), said=day, language=language).claims
    rows = [
        Observation(ref=RATES.ref, place="NGA", period=month(*when), value=Decimal(value))
        for when, value in FIGURES.items()
    ]
    found = check(in_english(claim), RATES, rows, today=day)
    assert Decimal("16.47") in {each.measured for each in found}
    assert outcome(found)[0] == ("supported" if size == "16.5" else "contradicted")
