"""The year of a price, such as "in Dollar von 2019 gerechnet", is not the year of the figure."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2020, 12, 1)


def _periods(language: str, said: str) -> list[str]:
    claims = read_text(said, language=language, said=SAID).claims
    return [str(claim.period.value) for claim in claims if claim.period and claim.amount]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "2010 lag ein Kilowatt Photovoltaik – in Dollar von 2019 gerechnet – bei 3.700."),
        ("de", "2010 kostete ein Kilowatt 3.700 in Euro von 2015."),
        ("de", "2010 kostete ein Kilowatt, in Euro des Jahres 2015 gerechnet, 3.700."),
        ("en", "In 2010 a kilowatt of photovoltaics cost, counted in dollars of 2019, 3,700."),
        ("en", "Counted in euros of 2015, a kilowatt cost 3,700 in 2010."),
        ("en", "In 2019 dollars, a kilowatt cost 3,700 in 2010."),
        ("mk", "Во 2010 киловатот чинеше 3.700 во долари од 2019."),
        ("mk", "Во 2010 киловатот чинеше – сметано во долари од 2019 година – 3.700."),
    ],
)
def test_the_year_of_the_money_is_not_that_of_the_figure(language: str, said: str) -> None:
    assert _periods(language, said) == ["2010"]


@pytest.mark.parametrize(
    ("language", "said", "period"),
    [
        ("de", "Der Export in Euro von 2015 bis 2019 betrug 3.700 Millionen.", "2015–2019"),
        ("mk", "Извозот во евра од 2015 до 2019 изнесуваше 3.700 милиони.", "2015–2019"),
        ("mk", "Цената во евра од 2019 изнесува 3.700.", "Jan 2019–Nov 2020"),
    ],
)
def test_a_time_behind_money_may_be_that_of_the_figure(language: str, said: str, period: str) -> None:
    assert _periods(language, said) == [period]
