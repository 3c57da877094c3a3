"""The UN's SDG database: a bound is no figure, a modelled figure is no country's, a man is no total."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._text.m49 import NUMBERS, place_by_number
from sources._unsdg.answer_reader import read_page
from sources._unsdg.rows_to_cube import axes_of, cube_of
from sources._unsdg.series_list import read_list
from sources.unsdg import SOURCE
from workbench.core.errors import SourceError, UnknownNameError
from workbench.core.place import places
from workbench.core.quantity import Dimension
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "unsdg"


class TestUnSdg(Served):
    source = SOURCE
    asks = Ask(SeriesRef("unsdg", "VC_IHR_PSRCN?Sex=MALE"), ("MKD",), 2015, 2018)


def ask(key: str, *places: str, first: int = 2015, last: int = 2018, words: frozenset[str] = frozenset()) -> Ask:
    return Ask(SeriesRef("unsdg", key), places or ("MKD",), first, last, words=words)


def row(value: object = "4.2", year: object = 2020.0, area: str = "807", **other: object) -> dict:
    base = {
        "series": "X",
        "seriesDescription": "Proportion of something (%)",
        "geoAreaCode": area,
        "timePeriodStart": year,
        "value": value,
        "attributes": {"Nature": "C", "Units": "PERCENT"},
        "dimensions": {"Reporting Type": "G"},
    }
    return base | other


def page(*rows: object, pages: int = 1) -> bytes:
    return json.dumps({"totalPages": pages, "attributes": [], "dimensions": [], "data": list(rows)}).encode()


async def answered(body: bytes, key: str = "X", *where: str) -> SourceAnswer:
    return await SOURCE.observations(CannedFetch(MemoryArchive(), body), ask(key, *where, first=2000, last=2030))


async def test_men_killed_in_north_macedonia(fetch):
    """23, 13, 27 and 16 men were killed in North Macedonia from 2015 to 2018."""
    found = await SOURCE.observations(fetch, ask("VC_IHR_PSRCN?Sex=MALE"))
    assert [o.value for o in found.observations] == [23, 13, 27, 16]
    assert found.series.unit.dimension is Dimension.COUNT
    assert "Sex: Male" in found.series.notes
    assert found.problems == ()
    assert "Source: UNODC, UN-CTS." in found.series.notes
    assert all(o.note == "" for o in found.observations)


async def test_a_series_without_a_total_tells_whom_it_counts(fetch):
    """There is no total of both: that women were read is told with who else there is, and men can be named."""
    found = await SOURCE.observations(fetch, ask("VC_IHR_PSRCN"))
    (told,) = [p for p in found.problems if p.kind == "member-chosen"]
    assert "Sex: Female (the first)" in told.message
    (alone,) = [p.message for p in found.problems if p.kind == "open-group"]
    assert "Sex (Female, Male), of which Female was read" in alone
    men = await SOURCE.observations(fetch, ask("VC_IHR_PSRCN", words=frozenset({"men", "homicide"})))
    assert [o.value for o in men.observations] == [23, 13, 27, 16]


async def test_less_than_two_and_a_half_per_cent_is_no_figure(fetch):
    found = await SOURCE.observations(fetch, ask("SN_ITK_DEFC", "DEU"))
    assert [o.value for o in found.observations] == [None] * 4
    assert found.observations[0].note.startswith("Published as <2.5: a bound, and no figure.")
    assert [p.kind for p in found.problems] == ["no-figures"]


async def test_a_place_that_the_un_does_not_number_is_told(fetch):
    found = await SOURCE.observations(fetch, ask("SN_ITK_DEFC", "V4"))
    assert found.observations == ()
    assert "is not a place that this source knows" in found.problems[0].message


async def test_a_dimension_that_is_not_there_gets_the_right_word(fetch):
    with pytest.raises(UnknownNameError) as caught:
        await SOURCE.observations(fetch, ask("VC_IHR_PSRCN?Sex=MEN"))
    assert "FEMALE, MALE" in caught.value.hint or "MALE" in caught.value.hint


@pytest.mark.parametrize(
    ("nature", "status"),
    [("C", Status.FINAL), ("CA", Status.FINAL), ("E", Status.ESTIMATED), ("M", Status.ESTIMATED), ("G", Status.FINAL)],
)
async def test_the_nature_of_a_figure_is_its_status(nature, status):
    found = await answered(page(row(attributes={"Nature": nature, "Units": "PERCENT"})))
    assert [(o.value, o.status) for o in found.observations] == [(Decimal("4.2"), status)]


@pytest.mark.parametrize("value", ["NaN", "N", "", None, ">95", "NV"])
async def test_what_is_no_figure_is_missing_and_never_zero(value):
    found = await answered(page(row(value), row("5", 2021.0)))
    assert [(o.value, o.status) for o in found.observations] == [(None, Status.MISSING), (5, Status.FINAL)]


async def test_thousands_are_told_by_the_unit():
    body = page(row("1.5", attributes={"Nature": "C", "Units": "NUM_TH"}))
    archive = MemoryArchive()
    found = await SOURCE.observations(CannedFetch(archive, body), ask("X", first=2020, last=2020))
    (one,) = found.observations
    assert (one.value, one.step) == (1500, 100)
    assert read_figure(one.evidence, body) == 1500


async def test_a_figure_that_is_listed_under_two_indicators_is_one():
    found = await answered(page(row(), row(), row("5", 2021.0)), "X")
    assert [o.value for o in found.observations] == [Decimal("4.2"), 5]
    assert found.problems == ()


async def test_a_figure_of_several_years_says_so():
    found = await answered(page(row(time_detail="2018-2020")))
    assert "Time: 2018-2020." in found.observations[0].note


async def test_the_total_that_does_not_go_with_the_first_is_not_insisted_on():
    """All ages are there for urban areas alone, and 15 to 24 for all areas: a choice that exists is made."""
    rows = [
        row("1", dimensions={"Location": "URBAN", "Age": "ALLAGE"}),
        row("2", dimensions={"Location": "ALLAREA", "Age": "15-24"}),
    ]
    found = await answered(page(*rows))
    assert [o.value for o in found.observations] == [2]


async def test_rows_that_cannot_be_read_are_counted_beside_the_others():
    strange = [None, {}, row(year="soon"), row({"a": 1}), row(year=2020.5), row(geoAreaCode=None)]
    found = await answered(page(row(), *strange))
    assert [o.value for o in found.observations] == [Decimal("4.2")]
    assert [p.message for p in found.problems] == ["6 rows of its answer cannot be read."]


async def test_its_list_names_indicators(fetch):
    (found,) = [one async for one in SOURCE.catalogue(fetch)]
    assert [one.ref.key for one in found.series][:2] == ["VC_IHR_PSRCN", "VC_IHR_PSRC"]
    assert found.series[1].unit.per == "100,000 population"
    assert found.series[0].description == "SDG indicator 16.1.1."
    assert found.series[0].method == "https://unstats.un.org/sdgs/metadata"


def test_numbers_of_the_un_are_of_every_country():
    assert {code for code, place in places().items() if place.iso2} <= set(NUMBERS)
    assert all(place_by_number(number) == code for code, number in NUMBERS.items())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["data", "value", "geoAreaCode", "timePeriodStart", "dimensions", "attributes", "codes", "id", "Units", "code"]), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_page_or_a_sentence(tree):
    body = json.dumps(tree).encode()
    for read in (read_page, read_list):
        try:
            found = read(body)
        except SourceError as error:
            assert error.message.isprintable()
        else:
            assert found
    try:
        rows = read_page(body).rows
    except SourceError:
        return
    cells = list(cube_of("x", rows, axes_of(rows, read_page(body).labels)).cells())
    assert len(cells) <= len(rows)


@given(st.data())
def test_a_damaged_page_gives_no_figure_that_it_does_not_hold(data):
    body = (FOLDER / "homicide-807.json").read_bytes()
    at = data.draw(st.integers(0, len(body) - 1))
    hurt = body[:at] + data.draw(st.binary(max_size=6)) + body[at + data.draw(st.integers(0, 40)) :]
    try:
        found = read_page(hurt)
    except SourceError as error:
        assert error.message.isprintable()
        return
    for one in found.rows:
        assert one.value.encode() in hurt
