"""Places are read by name, former name and demonym; namesakes are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.place import country_of_city, find_place, places
from workbench.extract.place.places import find_places

NAMED = [
    ("Germany spends more than France.", ["DEU", "FRA"]),
    ("Macedonian and Bulgarian exporters", ["MKD", "BGR"]),
    ("what was then the former Yugoslav Republic of Macedonia", ["MKD"]),
    ("Turkey's inflation, and that of the Czech Republic", ["TUR", "CZE"]),
    ("exports to the U.S., the UK and the EU", ["USA", "GBR", "EU27"]),
    ("tell us of it", []),
    ("the EU-Western Balkans summit", ["EU27", "WB6"]),
    ("growth in the euro area", ["EA20"]),
    ("among OECD countries and in NATO", ["OECD", "NATO"]),
    ("NORTH MACEDONIA GROWS", ["MKD"]),
    ("North\nMacedonia over two lines", ["MKD"]),
    ("South Korea, not North Korea", ["KOR", "PRK"]),
    ("the Democratic Republic of Congo", ["COD"]),
    ("Côte d’Ivoire and Bosnia and Herzegovina", ["CIV", "BIH"]),
    ("Swedes, Poles and the Dutch", ["SWE", "POL", "NLD"]),
    ("people worldwide", ["WLD"]),
]
NAMESAKES = [
    "Michael Jordan scored 30 points.",
    "“Never,” Jordan said.",
    "voters in New Mexico",
    "oil from the Gulf of Mexico",
    "flights of American Airlines",
    "a plant in Atlanta, Georgia",
    "our country and its people",
    "the capital, Skopje",
    "china plates and turkey meat",
    "write to usa@example.org",
]


@each(("text", "codes"), NAMED)
def test_places_named(text, codes):
    assert [m.value for m in find_places(text)] == codes


@each("text", NAMESAKES)
def test_namesakes_are_no_places(text):
    assert find_places(text) == []


def test_georgia_between_the_mountains_is_a_country():
    assert [m.value for m in find_places("Georgia and Armenia signed it.")] == ["GEO", "ARM"]


def test_jordan_that_takes_in_refugees_is_a_country():
    assert [m.value for m in find_places("In Jordan, 600,000 refugees live in camps.")] == ["JOR"]


def test_a_dateline_tells_the_country():
    assert (country_of_city("Skopje"), country_of_city("BRUSSELS"), country_of_city("Nowhere")) == ("MKD", "BEL", None)


def test_the_union_changes_its_members():
    union = places()["EU27"]
    assert "GBR" in union.members_in(2019)
    assert "GBR" not in union.members_in(2020)
    assert (len(union.members_in(2003)), len(union.members_in(2004)), len(union.members_in(2021))) == (15, 25, 27)


def test_groups_have_their_size():
    sizes = {"EA20": 20, "WB6": 6, "OECD": 38, "G7": 7, "NATO": 32}
    assert {code: len(places()[code].members_in(2024)) for code in sizes} == sizes


def test_every_member_is_a_country():
    assert all(code in places() for group in places().values() for code, *_ in group.members)


@pytest.mark.parametrize(
    ("name", "code"), [("Türkiye", "TUR"), ("turkey", "TUR"), ("Macedonia, FYR", "MKD"), ("EUU", "EU27"), ("1W", "WLD")]
)
def test_names_as_statistical_offices_write_them(name, code):
    assert find_place(name) == code


@given(st.text(max_size=200))
def test_spans_cut_a_known_name(text):
    for mention in find_places(text):
        assert mention.value in places()
        assert mention.span.cut(text).strip()


@each(
    ("printed", "code"),
    [
        ("Korea", "KOR"),
        ("Korea, Rep.", "KOR"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("China (People's Republic of)", "CHN"),
        ("Hong Kong (China)", "HKG"),
        ("China, Hong Kong SAR", "HKG"),
        ("Moldova, Republic of", "MDA"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Congo (the Democratic Republic of the)", "COD"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Germany (until 1990 former territory of the FRG)", "DEU"),
        ("Kosovo*", "XKX"),
        ("Kosovo (under United Nations Security Council Resolution 1244/99)", "XKX"),
        ("European Union (27 countries)", "EU27"),
        ("European Union - 27 countries (from 2020)", "EU27"),
        ("Euro area – 20 countries (from 2023)", "EA20"),
        ("Euro area (EA11-1999, EA12-2001, EA20-2023)", "EA20"),
        ("OECD - Total", "OECD"),
        ("Côte d’Ivoire", "CIV"),
        ("Georgia (USA)", None),
        ("Ireland (Northern)", None),
        ("(" * 500, None),
    ],
)
def test_names_as_statistical_offices_print_them(printed, code):
    assert find_place(printed) == code


@given(st.text(max_size=250))
def test_any_name_is_known_or_not(name):
    assert find_place(name) is None or find_place(name) in places()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Exports came to 5 million US dollars.", []),
        ("It cost US$ 5 million in Kenya.", ["KEN"]),
        ("Exports of 3 billion Australian dollars went to Malta.", ["MLT"]),
        ("OECD countries spent 9% of GDP.", ["OECD"]),
        ("Ireland's debt and Ireland’s exports fell.", ["IRL", "IRL"]),
        ("German real wages fell and Germany won.", ["DEU", "DEU"]),
    ],
)
def test_money_is_no_place_and_a_possessive_is(text, codes):
    assert [mention.value for mention in find_places(text)] == codes
