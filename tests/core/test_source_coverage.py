"""Which places a source can have is known before it is asked."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from workbench.core.place import country_named, part_code, parts, places
from workbench.core.series import Series, SeriesRef
from workbench.core.source_coverage import covers, is_national, with_declared_places

OFFICES = {
    "sdmx:ABS/LF": "AUS",
    "sdmx:ISTAT/151_874": "ITA",
    "sdmx:INSEE/CHOMAGE-TRIM-NATIONAL": "FRA",
    "sdmx:BBK/BBDP1": "DEU",
    "pxstat:CSO/MUM01": "IRL",
    "pxstat:NISRA/MYE01T04": "Northern Ireland",
    "bls:LNS14000000": "USA",
    "statcan:v2062815": "CAN",
    "sidra:1737?v=2265": "BRA",
    "destatis:61111-0001": "DEU",
    "ons:d7g7/mm23": "GBR",
}


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


@pytest.mark.parametrize(("name", "place"), OFFICES.items())
def test_a_national_office_has_its_own_country_alone_and_so_stands_first_for_it(name: str, place: str):
    assert covers(of(name)) == {place}
    assert is_national(of(name))


def test_a_series_own_places_come_first():
    assert covers(of("eurostat:x", places=frozenset({"KEN"}))) == {"KEN"}


def test_a_series_of_a_group_as_a_whole_is_of_no_country():
    union = of("mine:x", places=frozenset({"EU27"}))
    assert covers(union) == {"EU27"}
    assert not is_national(union)
    assert is_national(of("mine:x", places=frozenset({"KEN"})))


def test_every_country_is_found_by_its_name_and_two_are_none():
    plain = [place for place in places().values() if place.iso2 and len(place.name) >= 4 and "(" not in place.name]
    for place in plain:
        assert country_named(f"Deaths, {place.name}, yearly") == place.code, place.name
    assert country_named("Trade of Kenya with Uganda") is None
    assert country_named("rents and turkey") is None


def test_every_publisher_that_a_mirror_lists_for_one_country_has_it():
    from sources._dbnomics.providers import HOMES, LISTED

    for provider in {*LISTED} & {*HOMES}:
        has = covers(of(f"dbnomics:{provider}/any"))
        assert has is not None, provider
        assert HOMES[provider] in has, provider
        assert "KEN" not in has, provider


def test_every_declared_place_is_one():
    """A code that nobody has would bar a source from its own country."""
    import tomllib

    rows = tomllib.loads(files("workbench.core").joinpath("source_coverage.toml").read_text(encoding="utf-8"))
    for name, codes in rows.items():
        known = {*places(), *map(part_code, parts())}
        assert set(codes) <= known, (name, set(codes) - known)


def test_a_plug_in_declares_its_places_and_its_series_say_their_own_first():
    assert with_declared_places(of("myoffice:deaths"), ["EFTA"]).places >= {"NOR", "CHE"}
    assert with_declared_places(of("myoffice:deaths", places=frozenset({"KEN"})), ["NOR"]).places == {"KEN"}
    assert with_declared_places(of("eurostat:x"), ["KEN"]).places is None, "the table of sources says so already"
    assert with_declared_places(of("myoffice:deaths"), []).places is None
