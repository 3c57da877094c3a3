"""UNHCR's answers: applications are no asylum seekers, persons are no cases, and a dash is no zero."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._unhcr.answer_reader import observations_of, read_cells, read_page
from sources._unhcr.series_list import ROUNDED, TABLES
from sources._web.fetch import Fetcher
from sources.unhcr import SOURCE
from workbench.core.errors import SourceError, UnknownNameError
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask
from workbench.testing import CannedFetch, MemoryArchive, utc_now


def ask(key: str, *places: str, first: int = 2015, last: int = 2025) -> Ask:
    return Ask(SeriesRef("unhcr", key), places or ("MKD",), first, last)


def row(year: object = 2021, coa: str = "MKD", **other: object) -> dict:
    base = {
        "year": year,
        "coo_iso": "-",
        "coa_iso": coa,
        "procedure_type": "G",
        "app_type": "N",
        "dec_level": "FI",
        "app_pc": "P",
    }
    return base | other


def page(*rows: dict, pages: int = 1) -> bytes:
    return json.dumps({"page": 1, "short-url": "", "maxPages": pages, "total": [], "items": list(rows)}).encode()


async def observed(body: bytes, key: str = "asylum-applications.coa", *places: str, **years: int):
    return await SOURCE.observations(CannedFetch(MemoryArchive(), body), ask(key, *places, **years))


async def test_the_published_applications_in_north_macedonia(fetching):
    """450, 151, 91, 162 and 598 people asked for asylum in North Macedonia from 2019 to 2023."""
    found = await SOURCE.observations(fetching(MemoryArchive()), ask("asylum-applications.coa", first=2019, last=2023))
    assert [o.value for o in found.observations] == [450, 151, 91, 162, 598]
    assert found.series.unit.name == "asylum application"
    assert found.series.adds is Additivity.SUM
    assert found.problems == ()
    assert all(s.sample for s in found.snapshots)


async def test_the_sample_figures_are_those_of_the_recorded_tables(fetching, shared):
    """What the sample folder says is what UNHCR published, row for row."""
    wanted: dict[int, int] = defaultdict(int)
    with gzip.open(shared / "sources/recorded/unhcr/csv/population.csv.gz", "rt", encoding="utf-8") as stream:
        for line in csv.DictReader(stream):
            if line["coa_iso"] == "MKD" and int(line["year"]) >= 2015:
                wanted[int(line["year"])] += int(line["refugees"] or 0)
    found = await SOURCE.observations(fetching(MemoryArchive()), ask("population.refugees.coa"))
    assert {o.period.start.year: o.value for o in found.observations} == wanted
    assert found.series.adds is Additivity.LAST


async def test_the_question_names_iso_codes_and_both_years():
    fetch = CannedFetch(MemoryArchive(), page(row(applied=3)))
    await SOURCE.observations(fetch, ask("asylum-applications.coa", "MKD", first=2019, last=2021))
    params = dict(fetch.asked[0].params)
    assert fetch.asked[0].url == "https://api.unhcr.org/population/v1/asylum-applications/"
    assert (params["cf_type"], params["yearFrom"], params["yearTo"], params["coa"]) == ("ISO", "2019", "2021", "MKD")


async def test_persons_and_cases_are_never_added():
    body = page(row(applied=100), row(applied=40, app_pc="C"), row(applied="7", dec_level="FA"))
    persons, cases = await observed(body), await observed(body, "asylum-applications-cases.coa")
    assert [o.value for o in persons.observations] == [107]
    assert "40 counted in cases besides, not added" in persons.observations[0].note
    assert [o.value for o in cases.observations] == [40]


async def test_a_year_that_was_counted_in_cases_alone_has_no_count_of_persons():
    found = await observed(page(row(applied=40, app_pc="C")))
    assert [(o.value, o.status) for o in found.observations] == [(None, Status.MISSING)]
    assert "40 counted in cases" in found.observations[0].note


async def test_repeats_and_appeals_are_not_new_applications():
    body = page(row(applied=10), row(applied=5, app_type="R"), row(applied=3, app_type="V", dec_level="AR"))
    new, every = await observed(body), await observed(body, "asylum-applications-all.coa")
    assert new.observations[0].value == 10
    assert "8 repeat or on appeal, not added" in new.observations[0].note
    assert every.observations[0].value == 18


async def test_a_dash_is_no_figure_and_a_zero_is_one():
    body = page(row(2020, refugees="-"), row(2021, refugees="0"), row(2022, refugees=12))
    found = await observed(body, "population.refugees.coa")
    assert [o.value for o in found.observations] == [None, Decimal(0), Decimal(12)]
    assert found.observations[1].note == ROUNDED


async def test_nothing_found_is_an_outcome():
    found = await observed(page(pages=0))
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["no-figures"]


async def test_a_figure_in_parts_is_the_sum_of_its_cells():
    archive, body = MemoryArchive(), page(row(applied=100), row(applied="7", dec_level="FA"))
    found = await SOURCE.observations(CannedFetch(archive, body), ask("asylum-applications.coa"))
    evidence = found.observations[0].evidence
    assert evidence is not None
    assert evidence.pointers == ("/items/0/applied", "/items/1/applied")
    assert read_figure(evidence, body) == 107


async def test_figures_for_another_country_than_asked_are_left_out_and_told():
    """Without ISO codes AUS is Austria: a service that ignores what it is asked must not put one for the other."""
    found = await observed(page(row(applied=9, coa="AUT")), "asylum-applications.coa", "AUS")
    assert found.observations == ()
    assert {p.kind for p in found.problems} == {"place-not-honoured", "no-figures"}


async def test_kosovo_and_serbia_are_told_apart_from_what_was_asked():
    found = await observed(page(row(applied=9, coa="SRB")), "asylum-applications.coa", "SRB", "XKX", "V4")
    assert sorted(p.kind for p in found.problems) == ["place-not-honoured", "place-not-honoured", "place-wider"]


async def test_the_world_is_asked_for_without_a_country():
    fetch = CannedFetch(MemoryArchive(), page(row(applied=9, coa="-")))
    found = await SOURCE.observations(fetch, ask("asylum-applications.coa", "WLD"))
    assert [(o.place, o.value) for o in found.observations] == [("WLD", 9)]
    assert "coa" not in dict(fetch.asked[0].params)


async def test_a_figure_that_a_page_break_cuts_is_left_out():
    found = await observed(page(row(applied=9), pages=2))
    assert found.observations == ()
    assert "split-figure" in {p.kind for p in found.problems}


async def test_an_unknown_series_gets_the_nearest_right_word():
    with pytest.raises(UnknownNameError, match="no UNHCR series") as caught:
        await observed(page(), "asylum-application.coa")
    assert "asylum-applications.coa" in caught.value.hint


async def test_its_list_is_some_thirty_series(fetching):
    pages = [page async for page in SOURCE.catalogue(fetching(MemoryArchive()))]
    assert 20 <= len(pages[0].series) <= 40
    assert len({s.title for s in pages[0].series}) == len(pages[0].series)


async def test_a_row_that_cannot_be_read_is_a_problem_beside_the_others():
    strange = ({}, row("soon", applied=1), row(2021), row(applied="many"), row(99999, applied=1), row(applied=[1]))
    found = await observed(page(row(applied=4), *strange))
    assert [o.value for o in found.observations] == [4]
    assert len([p for p in found.problems if p.kind == "bad-row"]) == len(strange)


async def test_other_sentences_of_the_sample_answers(samples):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=samples.base)
    found = await SOURCE.observations(fetch, ask("population.refugees.coa", "MKD", "FRA"))
    assert {o.place for o in found.observations} == {"MKD"}
    assert [p.kind for p in found.problems] == ["no-sample"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["items", "year", "coa_iso", "applied", "app_pc", "maxPages"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_page_or_a_sentence(tree):
    table = TABLES["asylum-applications.coa"]
    try:
        cells, problems = read_cells(read_page(json.dumps(tree).encode()), table)
    except SourceError as error:
        assert error.message.isprintable()
    else:
        observations_of(SeriesRef("unhcr", "x"), table, cells, "0" * 64)
        assert all(p.message.isprintable() for p in problems)
