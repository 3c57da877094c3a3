"""Fiscal years at the head of a column: the twelve months that the row's own country counts so."""

from __future__ import annotations

import pytest

from sources._files.file_figures import own_figures
from tests.each import each

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


FIRST_QUARTERS = {"us": "2023-Q4", "uk": "2023-Q2", "australia": "2023-Q3", "japan": "2024-Q2", "germany": "2024-Q1"}
"""When the first quarter of "FY24" is."""


@each("country", FIRST_QUARTERS)
@each("label", ["Q1 FY24", "FY24 Q1", "FY2024-Q1", "Q1 FY2024"])
@each("wide", [False, True])
def test_a_quarter_of_a_fiscal_year_is_of_the_country_that_the_file_is_of(country, label, wide):
    later = label.replace("Q1", "Q2")
    body = f"item,{label},{later}\nPay,3,4\n" if wide else f"period,pay\n{label},3\n{later},4\n"
    found = own_figures(body.encode(), f"{country}_pay.csv")
    assert {row.value: row.period.label for row in found.observations}[3] == FIRST_QUARTERS[country]


TIMES = {
    "Mar-May 1992": "Mar–May 1992",
    "March to May 1992": "Mar–May 1992",
    "Three months to May 1992": "Mar–May 1992",
    "Dec-Feb 1993": "Dec 1992–Feb 1993",
    "Jan–Mar 2024": "2024-Q1",
    "Jul-Dec 2021": "Jul–Dec 2021",
    "Mar-May 92": "Mar–May 1992",
    "1992 MAR-MAY": "Mar–May 1992",
    "YE Mar 22": "Apr 2021–Mar 2022",
    "1.4.2021-31.3.2022": "Apr 2021–Mar 2022",
    "01/01/2021 – 31/12/2021": "2021",
    "Qtr 4 2022": "2022-Q4",
    "2022 Qtr 4": "2022-Q4",
    "4th Qtr 2022": "2022-Q4",
    "31.12.2020": "31 Dec 2020",
    "31/12/2020": "31 Dec 2020",
    "31 December 2020": "31 Dec 2020",
    "December 31, 2020": "31 Dec 2020",
    "1Q21": "2021-Q1",
    "1Q2021": "2021-Q1",
}


@each("written", TIMES)
def test_spans_and_days_are_read_as_offices_write_them(written):
    found = own_figures(f'period;pay\n"{written}";3\n'.encode(), "pay.csv")
    assert [row.period.label for row in found.observations] == [TIMES[written].replace("–", "\N{EN DASH}")]


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("31.12.2020", "31.12.2021"), ["2020", "2021"]),
        (("31/03/2020", "30/06/2020", "30/09/2020"), ["2020-Q1", "2020-Q2", "2020-Q3"]),
        (("2020-01-01", "2020-02-01"), ["Jan 2020", "Feb 2020"]),
        (("1/2/2020", "1/31/2020"), ["2 Jan 2020", "31 Jan 2020"]),
    ],
)
def test_days_that_follow_one_another_evenly_stand_for_their_periods(days, labels):
    body = "date,pay\n" + "".join(f"{day},{n}\n" for n, day in enumerate(days))
    assert [row.period.label for row in own_figures(body.encode(), "pay.csv").observations] == labels
