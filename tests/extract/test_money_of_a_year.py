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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Aid rose from 2.2 billion dollars at 2018 prices in 2011 to 2.4 billion dollars at 2018 prices in 2016."),
        ("en", "In 2011 aid was 2.2 billion dollars in 2018 prices, and by 2016 it had risen to 2.4 billion dollars at constant 2018 prices."),
        ("de", "Die Hilfe stieg von 2,2 Milliarden Dollar zu Preisen von 2018 im Jahr 2011 auf 2,4 Milliarden Dollar zu Preisen von 2018 im Jahr 2016."),
        ("mk", "Помошта се зголеми од 2,2 милијарди долари по цени од 2018 година во 2011 на 2,4 милијарди долари по цени од 2018 година во 2016 година."),
    ],
)  # fmt: skip
def test_a_change_is_not_measured_from_the_year_of_its_prices(language: str, said: str) -> None:
    (claim,) = [each for each in read_text(said, language=language, said=SAID).claims if each.change]
    base = claim.change.value.base
    assert base is None or str(base) == "2011"
    assert str(claim.period.value) == "2016"


def test_prices_that_rose_are_measured_in_their_year() -> None:
    """In 2018 prices rose by 3 percent in Malta, in 2019 by 2 percent."""
    said = test_prices_that_rose_are_measured_in_their_year.__doc__
    assert [str(each.period.value) for each in read_text(said, said=SAID).claims] == ["2018", "2019"]
