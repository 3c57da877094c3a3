"""Whether quarters make the year, over the titles of every office that was recorded: what is there at a time is never a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from sources._eurostat.additivity import adds_of_table
from sources._text.additivity_in_titles import adds_of, counted_at_a_time
from sources._text.units_in_titles import unit_of_title
from sources._unhcr.series_list import TABLES
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity

PERSONS = Unit(Dimension.COUNT, "person")
STOCK_FIRST = re.compile(
    r"^(?:total |number of |resident |registered |all |women |men |full-time )*(?:population|inhabitants|employed|unemployed|unemployment|employment"
    r"|(?:persons|people) (?:employed|in employment|in work|out of work|unemployed)|labou?r force|refugees?|asylum[- ]seekers|stocks? of|outstanding"
    r"|pending|employees|job ?seekers|workers|prisoners|hospital beds|external debt|government debt|households|enterprises)\b",
    re.IGNORECASE,
)
AT_A_TIME = re.compile(
    r"\bpending\b|\bat (?:the )?end of (?:the )?(?:month|quarter|year|period)\b|\bend[- ]of[- ]period\b|\bon 1 january\b|\boutstanding amounts?\b",
    re.IGNORECASE,
)
PAID = re.compile(r"debt service|, Transactions$", re.IGNORECASE)
"""What was paid or lent over a stretch, under the heading of what is owed."""

FLOWS = re.compile(
    r"^(?:number of )?(?:live births|births|deaths|marriages|divorces|asylum applications|exports of goods|imports of goods|gdp \(|gross domestic product \("
    r"|net migration|arrivals|nights spent|homicides|patent applications|foreign direct investment, net inflows|tourist arrivals)(?!.*(?:rate|%|share|per |index|average|mean|price|ratio|growth|deflator|pending|stock))",
    re.IGNORECASE,
)


def recorded(titles: Iterable[tuple[str, str, str]], wanted: re.Pattern[str]) -> Iterator[tuple[str, Additivity, Unit]]:
    """Yield the recorded titles in which a pattern is found: their words, how their parts make a whole, and their unit."""
    for service, key, title in titles:
        if wanted.search(title):
            unit = unit_of_title(title).unit
            yield title, adds_of_table(key, title, unit) if service == "eurostat" else adds_of(title, unit), unit


@pytest.mark.parametrize("stock", [STOCK_FIRST, AT_A_TIME])
def test_no_office_adds_up_what_is_there_at_a_time(titles, stock) -> None:
    found = [(title, adds) for title, adds, _ in recorded(titles, stock) if not PAID.search(title)]
    assert len(found) > 400
    assert [title for title, adds in found if adds is Additivity.SUM] == []


def test_what_happens_still_adds_up(titles) -> None:
    counted = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}
    found = [each for each in recorded(titles, FLOWS) if each[2].dimension in counted and not each[2].per]
    assert len(found) > 200
    assert [title for title, adds, _ in found if adds is not Additivity.SUM] == []


def test_unhcrs_tables_say_it_themselves() -> None:
    for key, table in TABLES.items():
        at_the_end = "at the end of the year" in table.title
        assert (table.adds is Additivity.LAST) is at_the_end, key


@pytest.mark.parametrize(
    ("table", "title", "measures", "adds"),
    [
        ("demo_pjan", "Population on 1 January by age and sex", (), "last"),
        (
            "demo_gind",
            "Population change - Demographic balance and crude rates at national level",
            ("Population on 1 January - total",),
            "last",
        ),
        (
            "demo_gind",
            "Population change - Demographic balance and crude rates at national level",
            ("Live births - total",),
            "sum",
        ),
        ("migr_asypenctzm", "Persons subject of asylum applications pending at the end of the month", (), "last"),
        (
            "migr_asyumpctm",
            "Unaccompanied minors subject of asylum applications pending at the end of the month",
            (),
            "last",
        ),
        (
            "migr_asyappctzm",
            "Asylum applicants by type of applicant, citizenship, age and sex - monthly data",
            (),
            "sum",
        ),
        ("nama_10_pe", "Population and employment", ("Total employment domestic concept",), "mean"),
        ("namq_10_pe", "Population and employment - quarterly data", (), "last"),
        ("namq_10_a10_e", "Employment A*10 industry breakdowns", (), "mean"),
        ("lfsq_egan", "Employment by sex, age and citizenship (1 000)", (), "mean"),
        ("une_nb_q", "Unemployment by sex and age - quarterly data", (), "mean"),
        ("tour_cap_nat", "Number of establishments, bedrooms and bed-places", (), "last"),
        ("tour_occ_nim", "Nights spent at tourist accommodation establishments - monthly data", (), "sum"),
        ("apro_mt_pwgtm", "Slaughtering in slaughterhouses - monthly data", (), "sum"),
        ("crim_pris_cap", "Prison capacity and number of persons held", (), "last"),
    ],
)
def test_eurostats_tables(table, title, measures, adds) -> None:
    assert adds_of_table(table, title, PERSONS, measures).value == adds


@pytest.mark.parametrize(
    ("title", "adds"),
    [
        ("New passenger cars registered", "sum"), ("Job seekers registered at the end of the month, category A", "last"),
        ("Court cases pending at the end of the month", "last"), ("People in employment aged 16 and over, seasonally adjusted", "mean"),
        ("Deaths of persons aged 65 and over", "sum"), ("Illegal border crossings", "sum"), ("Vehicles sold", "sum"), ("Vehicles in use", "last"),
        ("Работно способно население", "last"), ("Вработени лица", "mean"), ("Живородени деца", "sum"), ("Beschäftigte", "unknown"),
        ("Number of African elephants", "unknown"), ("Inflows of foreign population", "sum"), ("Persons who cannot afford a holiday", "unknown"),
        ("Total stock of arrears (principal and interest payments)", "last"), ("Net flows on external debt", "sum"), ("Trade in employment", "mean"),
    ],
)  # fmt: skip
def test_a_title_says_whether_its_figures_add(title, adds) -> None:
    assert adds_of(title, PERSONS).value == adds
    assert counted_at_a_time(title) is None or adds in {"last", "mean"}
