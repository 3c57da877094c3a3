"""Subdivisions of countries, as ISO 3166-2 lists them."""

from __future__ import annotations

import pycountry

from workbench.core.place import places
from workbench.core.subdivisions import subdivisions


def test_every_country_of_the_table_has_its_own_that_the_list_holds():
    by_country = {each.country_code for each in pycountry.subdivisions}
    without = {code for code, place in places().items() if place.iso2 in by_country and not subdivisions(code)}
    assert without == set()


def test_no_country_is_a_part_of_itself():
    assert [code for code, place in places().items() if {place.name, *place.names} & subdivisions(code)] == []


def test_names_are_as_people_say_them():
    assert "Nairobi" in subdivisions("KEN")
    assert {"Bihār", "Bihar"} <= subdivisions("IND")
    assert {"Ohrid", "Охрид", "Делчево"} <= subdivisions("MKD")
