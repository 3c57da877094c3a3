"""A series that measures something else is shown with its reason and decides nothing."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.candidate import Candidate, Usability
from workbench.core.quantity import PERCENT, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import TitleIndex, query_of

SAID = date(2024, 5, 2)


def named(title: str, source: str = "worldbank", unit: Unit | None = None, *, headline: bool = True) -> Series:
    more = {} if unit is None else {"unit": unit}
    return Series(ref=SeriesRef(source, title), title=title, headline=headline, **more)


def ranked(text: str, *series: Series, place: str | None = None, own: bool = False) -> tuple[Candidate, ...]:
    claim = read_text(text, place=place, said=SAID).claims[0]
    return TitleIndex(series, own=own).rank(query_of(claim))


OTHERS = [
    ("Exports grew by 9 percent in 2021.", "Exports of goods and services (% of GDP)", "share or a rate"),
    ("Imports doubled in ten years.", "Imports of goods and services (% of GDP)", "share or a rate"),
    ("Imports grew by 12 percent in 2021.", "Imports (% of merchandise imports)", "share or a rate"),
    ("There were 3,000 deaths in the country in 2021.", "Death rate", "the claim counts"),
    ("106 of these deaths were registered in March 2021.", "Deaths", "named before"),
    ("Revenue was 14 billion dollars in 2021.", "Revenue per capita", "share or a rate"),
    ("There are 12 million children in the country.", "Children out of school, primary", "names"),
]


@pytest.mark.parametrize(("text", "title", "why"), OTHERS)
def test_another_thing_is_weak_and_says_why(text: str, title: str, why: str):
    (found,) = ranked(text, named(title))
    assert found.usability is Usability.WEAK
    assert why in (found.doubt or "")


@pytest.mark.parametrize("partner", ["China", "Japan", "Turkey"])
def test_trade_with_one_country_is_not_all_trade(partner: str):
    (found,) = ranked(
        f"Germany's exports to {partner} were worth 90 billion dollars in 2021.",
        named("Exports of goods (current US$)"),
    )
    assert found.usability is not Usability.USABLE


@pytest.mark.parametrize(
    ("place", "name", "barred"),
    [
        ("KEN", "eurostat", True), ("AUT", "eurostat", False), ("KEN", "worldbank", False), ("FRA", "ons", True), ("GBR", "ons", False),
    ],
)  # fmt: skip
def test_a_source_that_cannot_have_the_country_is_excluded(place: str, name: str, barred: bool):
    (found,) = ranked("The unemployment rate is 5 percent.", named("Unemployment rate", name, PERCENT), place=place)
    assert (found.usability is Usability.EXCLUDED) == barred


def test_a_title_that_names_another_country_is_excluded():
    (found,) = ranked(
        "The unemployment rate is 5 percent.", named("Unemployment rate, Norway", unit=PERCENT), place="KEN"
    )
    assert found.barred == "is of Norway, the claim of Kenya"


def test_a_national_office_stands_before_a_world_table_for_its_own_country():
    both = [named("Unemployment rate", unit=PERCENT), named("Unemployment rate", "pxweb", PERCENT)]
    both[1] = Series(ref=SeriesRef("pxweb", "MakStat/une.px"), title=both[1].title, unit=PERCENT, headline=True)
    first, _ = ranked("The unemployment rate is 12 percent.", *both, place="MKD")
    assert first.series.ref.source == "pxweb"


def test_the_likelihood_is_told_and_files_of_ones_own_are_not_doubted_for_it():
    text, far = (
        "There are 12 million children in the country.",
        named("Children out of school, at any level", headline=False),
    )
    (found,) = ranked(text, far)
    assert found.probability is not None
    assert 0 < found.probability < 0.5
    (own,) = ranked(text, far, own=True)
    assert own.usability is Usability.USABLE
