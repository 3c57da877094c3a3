"""The figure of a whole, told of a kind of it, is borne out by nothing: "food prices" beside all prices, in every language."""

from __future__ import annotations

import pytest
from outcomes import outcome_of

from tests.each import each
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

PERCENT = Unit(Dimension.SHARE, "percentage", "%")
JOBLESS = Series(ref=SeriesRef("mine", "u"), title="Unemployment rate", unit=PERCENT, frequency=Frequency.YEAR)
PRICES = Series(
    ref=SeriesRef("mine", "p"),
    title="Consumer price inflation, change on the same month of the previous year",
    unit=PERCENT,
    frequency=Frequency.MONTH,
)


WHOLE = [
    ("The unemployment rate in Greece was 27.5 percent in 2013.", "en"),
    ("The official unemployment rate in Greece was 27.5 percent in 2013.", "en"),
    ("The shameful unemployment rate in Greece was 27.5 percent in 2013.", "en"),
    ("The overall jobless rate in Greece was 27.5 percent in 2013.", "en"),
    ("Unemployment in Greece was 27.5 percent in 2013.", "en"),
    ("Die Arbeitslosenquote in Griechenland lag 2013 bei 27,5 Prozent.", "de"),
    ("Die Gesamtarbeitslosenquote in Griechenland lag 2013 bei 27,5 Prozent.", "de"),
    ("Невработеноста во Грција во 2013 година беше 27,5 проценти.", "mk"),
]
KINDS = [
    ("The long-term unemployment rate in Greece was 27.5 percent in 2013.", "en"),
    ("Graduate unemployment in Greece was 27.5 percent in 2013.", "en"),
    ("The unemployment rate of graduates in Greece was 27.5 percent in 2013.", "en"),
    ("The registered unemployment rate in Greece was 27.5 percent in 2013.", "en"),
    ("The rate of unemployment in construction in Greece was 27.5 percent in 2013.", "en"),
    ("Die Langzeitarbeitslosenquote in Griechenland lag 2013 bei 27,5 Prozent.", "de"),
    ("Die Akademikerarbeitslosigkeit in Griechenland lag 2013 bei 27,5 Prozent.", "de"),
    ("Die Jugendarbeitslosenquote in Griechenland lag 2013 bei 27,5 Prozent.", "de"),
    ("Долгорочната невработеност во Грција во 2013 година беше 27,5 проценти.", "mk"),
    ("Стапката на невработеност на високообразованите во Грција во 2013 беше 27,5 проценти.", "mk"),
]
PRICES_OF = [
    ("Food prices in Mexico rose by 7.37 percent over the year to November 2021.", "en"),
    ("Energy inflation in Mexico was 7.37 percent in November 2021.", "en"),
    ("Die Lebensmittelpreise in Mexiko lagen im November 2021 um 7,37 Prozent über dem Vorjahr.", "de"),
    ("Die Energiepreise stiegen in Mexiko im November 2021 um 7,37 Prozent gegenüber dem Vorjahresmonat.", "de"),
    ("Цените на храната во Мексико во ноември 2021 беа за 7,37 проценти повисоки од претходната година.", "mk"),
]


@each(("text", "language"), WHOLE)
def test_what_is_said_of_the_whole_is_borne_out_by_its_figure(text: str, language: str) -> None:
    assert outcome_of(text, language, JOBLESS, "27.47", otherwise=2013) == "supported"


@each(("text", "language"), KINDS)
@each("value", ["27.47", "21.2"])
def test_a_kind_of_the_jobless_is_not_all_of_them(text: str, language: str, value: str) -> None:
    """Neither the figure that fits nor one that does not tells anything of the kind."""
    assert outcome_of(text, language, JOBLESS, value, otherwise=2013) == "undecided"


@pytest.mark.parametrize(("text", "language"), PRICES_OF)
def test_prices_of_one_thing_are_not_all_prices(text: str, language: str) -> None:
    assert outcome_of(text, language, PRICES, "7.37", otherwise=2013) == "undecided"


def test_all_prices_are() -> None:
    said = "Consumer prices in Mexico rose by 7.37 percent over the year to November 2021."
    assert outcome_of(said, "en", PRICES, "7.37", otherwise=2013) == "supported"
