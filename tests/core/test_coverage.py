"""Which places a source can have is known before it is asked."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from workbench.core.coverage import covers, is_national
from workbench.core.place import country_named, places
from workbench.core.series import Series, SeriesRef


def of(name: str, title: str = "Unemployment rate", **more: frozenset[str]) -> Series:
    return Series(ref=SeriesRef.parse(name), title=title, **more)


@pytest.mark.parametrize("name", ["eurostat:une_rt_a", "sdmx:OECD/DF_X", "sdmx:ECB/GFS", "oecd:DSD_X"])
def test_offices_of_groups_have_their_members_and_not_the_world(name: str):
    has = covers(of(name)) or frozenset()
    assert {"DEU", "FRA", "IRL"} <= has
    assert not {"KEN", "NGA", "UGA", "EGY"} & has
    assert not is_national(of(name))


@pytest.mark.parametrize(
    "name", ["worldbank:SP.POP.TOTL", "sdmx:IMF/CPI", "unhcr:population", "sdmx:ECB/EXR", "mine:anything"]
)
def test_others_may_have_any_place(name: str):
    assert covers(of(name)) is None


def test_every_national_office_has_its_own_country_alone():
    text = files("sources._pxweb").joinpath("sites.csv").read_text(encoding="utf-8")
    sites = [row for row in csv.DictReader(text.splitlines()) if row["place"]]
    assert len(sites) > 10
    for row in sites:
        assert covers(of(f"pxweb:{row['name']}/any.px")) == {row["place"]}
        assert is_national(of(f"pxweb:{row['name']}/any.px"))


def test_a_series_own_places_come_first():
    assert covers(of("eurostat:x", places=frozenset({"KEN"}))) == {"KEN"}


def test_every_country_is_found_by_its_name_and_two_are_none():
    plain = [place for place in places().values() if place.iso2 and len(place.name) >= 4 and "(" not in place.name]
    for place in plain:
        assert country_named(f"Deaths, {place.name}, yearly") == place.code, place.name
    assert country_named("Trade of Kenya with Uganda") is None
    assert country_named("rents and turkey") is None
