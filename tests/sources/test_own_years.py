"""Fiscal years at the head of a column: the twelve months that the row's own country counts so."""

from __future__ import annotations

import pytest

from sources._files.own_figures import own_figures

GRID = b"Deficit, dollars\nCountry,2019/20,2020/21,2021/22\nUnited States,10,11,12\nUnited Kingdom,20,21,22\nAustralia,30,31,32\n"
TIDY = b"series,title,unit,place,time,value\nd,Deficit,US dollars,USA,2021/22,12\nd,Deficit,US dollars,GBR,2021-22,22\nd,Deficit,US dollars,AUS,2021/2022,32\n"
LAST = {
    "USA": "Oct 2021\N{EN DASH}Sep 2022",
    "GBR": "Apr 2021\N{EN DASH}Mar 2022",
    "AUS": "Jul 2021\N{EN DASH}Jun 2022",
}


@pytest.mark.parametrize("body", [GRID, TIDY], ids=["grid", "tidy"])
def test_two_years_with_a_slash_are_the_countrys_own_fiscal_year(body):
    found = own_figures(body, "deficit.csv")
    last = {row.place: row.period.label for row in found.observations if row.value in {12, 22, 32}}
    assert last == LAST, found.problems
