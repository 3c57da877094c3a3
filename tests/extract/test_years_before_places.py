"""A year before a country is a year, be the country's name one that looks like a plural: "gab 2015 Italien mehr aus"."""

from __future__ import annotations

import pytest

from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.time.periods import find_periods
from workbench.extract.words.word_files import raw_tables

SAID = {"de": "Dafür gab 2015 {} mehr aus.", "mk": "За тоа 2015 {} потроши повеќе."}


@pytest.mark.parametrize("language", SAID)
def test_no_country_is_counted_by_a_year(language: str):
    names = [name for each in raw_tables(language)["places"]["names"].values() for name in each if " " not in name]
    names = [name for name in names if not name.startswith("Euro")]  # "2015 Euro" are money
    assert len(names) > 150
    said = [SAID[language].format(name) for name in names]
    assert [each for each in said if find_amounts(each, language)] == []
    assert [each for each in said if not find_periods(each, None, language=language)] == []
