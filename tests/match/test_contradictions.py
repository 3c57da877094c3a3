"""A title that says what the claim does not mean is shown with its reason and decides nothing, however many words they share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from tests.each import each
from workbench.core.candidate import Candidate, Usability
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import TitleIndex, query_of
from workbench.match.words.translation import english_of

SAID = date(2024, 5, 2)
COUNT = Unit(Dimension.COUNT, "person")


def named(title: str, unit: Unit | None = None, *, headline: bool = True) -> Series:
    more = {} if unit is None else {"unit": unit}
    return Series(ref=SeriesRef("worldbank", title), title=title, headline=headline, **more)


def ranked(
    text: str, *series: Series, language: str = "en", place: str | None = None, own: bool = False
) -> Sequence[Candidate]:
    claim = read_text(text, place=place, said=SAID, language=language).claims[0]
    return TitleIndex(series, own=own).rank(query_of(claim))


OTHERS: Sequence[tuple[str, str, Unit | None, str]] = [
    # a part of the people, whom the words beside the figure name
    ("Among foreigners unemployment was 14 percent in 2021.", "Unemployment rate", PERCENT, "a part of the people"),
    ("Among Roma unemployment was 40 percent in 2021.", "Unemployment rate", PERCENT, "a part of the people"),
    ("In our district unemployment was 14 percent in 2021.", "Unemployment rate", PERCENT, "a part of the country"),
    # the other of two opposites
    ("Car exports were worth 3 billion dollars in 2021.", "Car imports (current US$)", None, "imports"),
    ("The average net wage was 900 euros in 2021.", "Average gross wage (EUR)", None, "gross"),
    ("Some 40 percent live below the national poverty line.", "Population below the international poverty line", PERCENT, "international"),
    # a level and a change, a share and a number, a rate and a number
    ("Agriculture made up 3 percent of value added in 2021.", "Agriculture, value added (annual % growth)", PERCENT, "a change"),
    ("The share of farm workers fell by 4 percent in 2021.", "Number of farm workers", COUNT, "share"),
    ("In 2021 some 12 percent were farm workers.", "Farm workers, number of workers", None, "percent"),
    # what is left over, and what lies below another line
    ("There were 4,000 new malaria cases in 2021.", "Malaria cases: other", None, "others"),
    ("Extreme poverty was 9 percent in 2021.", "Extreme poverty ratio at $8.30 a day (% of population)", PERCENT, "8.30"),
    # growth of an economy is at constant prices
    ("GDP grew by 4 percent in 2021.", "GDP (current US$)", None, "constant prices"),
    ("Gross domestic product shrank by 4 percent in 2021.", "Gross domestic product", None, "constant prices"),
]  # fmt: skip


@each(("text", "title", "unit", "why"), OTHERS)
def test_what_a_title_says_otherwise_is_told(text: str, title: str, unit: Unit | None, why: str):
    (found,) = ranked(text, named(title, unit))
    assert found.usability is not Usability.USABLE
    assert why in (found.doubt or found.barred or "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In our district unemployment was 14 percent in 2021."),
        ("de", "Im Freistaat lag die Arbeitslosenquote 2021 bei 4 Prozent."),
        ("de", "In der Gemeinde lag die Arbeitslosenquote 2021 bei 4 Prozent."),
        ("mk", "Во општината стапката на невработеност во 2021 беше 14 проценти."),
    ],
)
def test_a_part_of_the_country_is_not_the_country(language: str, text: str):
    (found,) = ranked(text, named("Unemployment rate", PERCENT), language=language)
    assert found.usability is Usability.WEAK


@pytest.mark.parametrize("part", ["Scotland", "Bavaria", "Cantabria"])
def test_a_series_of_countries_does_not_measure_a_part_of_one(part: str):
    (found,) = ranked(f"Unemployment in {part} was 4 percent in 2021.", named("Unemployment rate", PERCENT), place=part)
    assert found.usability is not Usability.USABLE


SAME: Sequence[tuple[str, str, Unit | None]] = [
    ("Women's unemployment was 26 percent in 2019, and no man lost an hour's sleep.", "Unemployment rate of women", PERCENT),
    ("Unemployment was 6 percent in 2021, and the children know it.", "Unemployment rate", PERCENT),
    ("Exports of goods rose by 4 percent in 2021 while imports fell.", "Exports of goods", None),
    ("Military spending was 2 percent of GDP in 2021.", "Military expenditure (% of GDP)", PERCENT),
    ("GDP grew by 4 percent in 2021.", "GDP growth (annual %)", PERCENT),
    ("Seventeen out of every hundred babies were born outside marriage in 2014.", "Births outside of marriage", PERCENT),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "unit"), SAME)
def test_what_is_said_besides_contradicts_nothing(text: str, title: str, unit: Unit | None):
    (found,) = ranked(text, named(title, unit))
    assert found.usability is Usability.USABLE, found.doubt


@each(("text", "title", "unit", "why"), OTHERS)
def test_files_of_ones_own_were_chosen(text: str, title: str, unit: Unit | None, why: str):
    (found,) = ranked(text, named(title, unit), own=True)
    assert why not in (found.doubt or "")


@pytest.mark.parametrize("country", ["Österreich", "Frankreich", "Österreichs", "Frankreichs"])
def test_the_name_of_a_country_is_no_compound(country: str):
    assert "richest" not in english_of(f"Die Abgabenquote in {country} lag 2019 bei 39 Prozent.", "de").split()


def test_shipped_into_a_country_is_imported():
    best, *_ = ranked(
        "The plastic rubbish shipped into Turkey tripled in three years.",
        named("Plastic waste exports"),
        named("Plastic waste imports"),
    )
    assert best.series.title == "Plastic waste imports"
