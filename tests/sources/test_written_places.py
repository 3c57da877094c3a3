"""Places as tables write them: every name and code of every place, codes that are none, and regions that share a country's code."""

from __future__ import annotations

import csv
import gzip
import io

import pytest

from sources._files.file_figures import OwnFigures, own_figures
from sources._text.m49 import NUMBERS
from sources._text.written_places import place_reader, written_place
from tests.each import each
from workbench.core.place import places
from workbench.extract.words.word_files import languages, raw_tables


def table(head: str, codes: list[str]) -> bytes:
    """Return a table of one figure for each place: its number in the row."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow((head, "Year", "Births"))
    rows.writerows((code, 2020, n) for n, code in enumerate(codes))
    return out.getvalue().encode()


def read(head: str, codes: list[str]) -> dict[str, int]:
    return {one.place: int(one.value or 0) for one in own_figures(table(head, codes), "own.csv").observations}


COUNTRIES = [
    place for place in places().values() if not place.members and place.code in NUMBERS and place.code != "WLD"
]
HEADS = {
    "iso2": ("Country", "geo", "Code", "REF_AREA", "Land"),
    "iso3": ("Country", "geo", "ISO3", "country_code", "Држава"),
    "m49": ("geo_area", "M49", "GeoAreaCode", "Area Code (M49)", "country_code"),
    "padded": ("geo_area", "M49 code", "Country Code (M49)"),
    "name": ("Country", "Entity", "GeoAreaName", "Member State", "Staat"),
}
SPELT = {
    "iso2": lambda place: place.iso2,
    "iso3": lambda place: place.code,
    "m49": lambda place: NUMBERS[place.code],
    "padded": lambda place: NUMBERS[place.code].zfill(3),
    "name": lambda place: place.name,
}


@each(("way", "head"), [(way, head) for way, heads in HEADS.items() for head in heads])
def test_every_country_by_every_code_under_every_head(way, head):
    spelt = [SPELT[way](place) for place in COUNTRIES if SPELT[way](place)]
    expected = {place.code: n for n, place in enumerate(p for p in COUNTRIES if SPELT[way](p))}
    assert read(head, spelt) == expected


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_name_of_a_word_file_is_a_place(language):
    names = raw_tables(language)["places"]["names"]
    read_as = {name: written_place(name) for listed in names.values() for name in listed}
    wrong = {name: code for name, code in read_as.items() if code is None or name not in names.get(code, ())}
    assert wrong.keys() <= {"Island", "Македонија", "Mazedonien"} | {name for name, code in wrong.items() if code}


def test_a_code_that_is_not_known_is_a_place_of_its_own_and_told():
    """999 is no country, and 722 are the small islands, which the table of places does not have: neither is anybody else's figure."""
    file = own_figures(table("geo_area", ["1", "276", "250", "4", "999", "722", "150"]), "own.csv")
    assert {one.place for one in file.observations} == {"WLD", "DEU", "FRA", "AFG", "999", "722", "EUROPE"}
    (says,) = [problem.message for problem in file.file_problems if problem.kind == "unknown-place"]
    assert "“999”, “722” are no places that are known" in says


def test_a_region_by_its_nuts_code_is_not_its_country():
    found = read("NUTS code", ["DE", "DE1", "DE11", "EL", "EL30", "UK", "UKI", "ITC"])
    assert found == {"DEU": 0, "DE1": 1, "DE11": 2, "GRC": 3, "EL30": 4, "GBR": 5, "UKI": 6, "ITC": 7}


def test_numbers_that_are_no_countries_are_not_read_as_such():
    """The first twenty municipalities of an office, numbered."""
    codes = [str(n) for n in range(1, 21)]
    assert place_reader([(code, code) for code in codes])("4", "4") == "4"


def test_the_states_of_the_union_are_no_countries(shared):
    """AL is Alabama there, and Georgia no country."""
    path = shared / "sources/recorded/jsonstat/samples/us-gsp.json"
    assert not {one.place for one in own_figures(path.read_bytes(), path.name).observations} & set(places())


def test_a_tidy_file_in_numbers():
    body = b"series,place,time,value\n" + b"".join(b"a,%d,2020,%d\n" % (n, n) for n in (4, 8, 276, 999))
    file = own_figures(body, "own.csv")
    assert {one.place: one.value for one in file.observations} == {"AFG": 4, "ALB": 8, "DEU": 276, "999": 999}
    assert [problem.kind for problem in file.problems] == ["unknown-place"]


def names_and_codes(file: OwnFigures) -> set[tuple[str, str]]:
    return {
        (member.label, read_as(member))
        for one in file.read.tables
        for axis in one.cube.axes
        if axis.role.value == "place"
        for read_as in [one.places()]
        for member in axis.members
    }


def test_the_recorded_tables_of_unhcr_name_the_places_that_their_rows_name(shared):
    """The code beside a name is UNHCR's own in one column (AUL) and ISO's in another: the name says which country it is."""
    body = gzip.decompress((shared / "sources/recorded/unhcr/csv/flows.csv.gz").read_bytes())
    cut = b"\n".join(body.split(b"\n")[:3000])
    rows = csv.DictReader(io.StringIO(cut.decode()))
    by_name = {row["coa_name"]: row["coa_iso"] for row in rows if row.get("coa_iso")}
    read_as = names_and_codes(own_figures(cut, "flows.csv"))
    wrong = {(name, code) for name, code in read_as if code in places() and by_name.get(name, code) != code}
    assert read_as
    assert wrong == set()
