"""DBnomics: a mirror names whose figure it has, of which day, and where it is at first hand."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._dbnomics.answer_reader import cube_of, errors_of, read_series
from sources._dbnomics.catalogue_list import read_datasets
from sources._dbnomics.providers import LISTED
from sources._text.json_body import read_amount
from sources.dbnomics import SOURCE
from workbench.core.errors import ServiceError, SourceError, UnknownNameError, UsageError
from workbench.core.evidence import Evidence
from workbench.core.quantity import PERCENT
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask, Request, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "dbnomics"
EXR = "ECB/EXR/A.USD.EUR.SP00.A"


class ServedDbNomics(Served):
    source = SOURCE


class TestASeriesByItsName(ServedDbNomics):
    asks = Ask(SeriesRef("dbnomics", EXR), ("WLD",), 2018, 2023)
    unknown_key = "ECB/EXR/A.XXX.EUR.SP00.A"


class TestADataset(ServedDbNomics):
    asks = Ask(SeriesRef("dbnomics", "Eurostat/une_rt_a?unit=PC_ACT&age=Y15-74"), ("DEU",), 2020, 2024)
    unknown_key = "ECB/NOSUCH"


def ask(key: str, *places: str, first: int = 2018, last: int = 2024) -> Ask:
    return Ask(SeriesRef("dbnomics", key), places, first, last)


def doc(**other: object) -> dict:
    base = {
        "@frequency": "annual",
        "series_code": "X",
        "series_name": "A thing",
        "dimensions": {"geo": "MK"},
        "indexed_at": "2026-11-20",
        "period": ["2020", "2021"],
        "period_start_day": ["2020-01-01", "2021-01-01"],
        "value": [1.5, 2.5],
    }
    return base | other


def body(*docs: object, **other: object) -> bytes:
    found = {"docs": list(docs), "num_found": len(docs)}
    return json.dumps({"dataset": {"code": "D", "name": "D"}, "series": found} | other).encode()


async def answered(answer: bytes, *places: str) -> SourceAnswer:
    return await SOURCE.observations(CannedFetch(MemoryArchive(), answer), ask("P/D/X", *places, last=2030))


async def test_a_dollar_and_eight_cents_for_a_euro(fetch):
    """A euro bought 1.08 dollars in 2023, after 1.05 the year before."""
    found = await SOURCE.observations(fetch, ask(EXR))
    assert [(o.period.label, o.value) for o in found.observations][-2:] == [
        ("2022", Decimal("1.053")),
        ("2023", Decimal("1.0813")),
    ]
    assert (found.observations[0].value, found.observations[0].status) == (None, Status.MISSING)
    assert found.series.publisher == "European Central Bank"
    assert "ecb.europa.eu" in found.series.licence
    assert found.series.url == "https://data.ecb.europa.eu/data/datasets/EXR"
    assert found.series.notes == (
        "DBnomics' copy of 2024-03-01.",
        "At first hand: sdmx:ECB/EXR?FREQ=A&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A.",
    )


async def test_a_copy_of_two_years_ago_is_told(fetch):
    found = await SOURCE.observations(fetch, ask(EXR))
    (told,) = [p for p in found.problems if p.kind == "mirror-lags"]
    assert told.message == "its copy of European Central Bank's table is of 2024-03-01 and may lack newer figures."


async def test_a_copy_older_than_the_table_is_told():
    about = {"code": "D", "name": "D", "updated_at": "2026-11-22"}
    found = await answered(body(doc(), dataset=about))
    (told,) = [p for p in found.problems if p.kind == "mirror-lags"]
    assert told.message == "its copy is of 2026-11-20; the publisher changed the table on 2026-11-22."
    assert found.series.updated == date(2026, 11, 22)


async def test_unemployment_in_germany_by_its_dataset(fetch):
    """Unemployment in Germany was 3.1 per cent in 2023 and 3.4 in 2024."""
    found = await SOURCE.observations(fetch, ask("Eurostat/une_rt_a?age=Y15-74", "DEU"))
    assert [o.value for o in found.observations][-2:] == [Decimal("3.1"), Decimal("3.4")]
    assert found.observations[0].status is Status.BREAK
    assert found.series.unit == PERCENT
    assert "At first hand: eurostat:une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=T." in found.series.notes
    assert "member-chosen" in {p.kind for p in found.problems}


async def test_a_choice_that_is_empty_is_made_again_among_series_that_exist(fetch):
    """Young men in thousands are not there; what is there for Germany is asked."""
    found = await SOURCE.observations(fetch, ask("Eurostat/une_rt_a", "DEU"))
    assert [o.value for o in found.observations][-1] == Decimal("3.4")


async def test_a_place_that_the_dataset_does_not_have_is_told(fetch):
    found = await SOURCE.observations(fetch, ask("Eurostat/une_rt_a?age=Y15-74", "MKD"))
    assert found.observations == ()
    assert len(found.snapshots) == 1  # the dataset's own description: no figures were asked for
    assert "North Macedonia is not a place that this source knows" in " ".join(p.message for p in found.problems)


async def test_an_error_inside_a_success_is_said_in_its_own_words(fetch):
    with pytest.raises(ServiceError, match=re.escape("Could not find series A.XXX.EUR.SP00.A in dataset EXR")):
        await SOURCE.observations(fetch, ask("ECB/EXR/A.XXX.EUR.SP00.A"))


async def test_a_dataset_that_is_not_there_is_said_in_its_own_words(fetch):
    with pytest.raises(ServiceError, match="Dataset NOSUCH was not found"):
        await SOURCE.observations(fetch, ask("ECB/NOSUCH"))


async def test_a_code_that_the_dataset_does_not_have_gets_the_right_word(fetch):
    with pytest.raises(UnknownNameError, match="called X"):
        await SOURCE.observations(fetch, ask("Eurostat/une_rt_a?sex=X", "DEU"))


@pytest.mark.parametrize("key", ["ECB", "ECB/", "/EXR", "ECB//X", "ECB/EXR/", "?a=b"])
async def test_a_name_in_one_part_says_how_one_is_written(fetch, key):
    with pytest.raises(UsageError, match="names no series of DBnomics") as caught:
        await SOURCE.observations(fetch, ask(key))
    assert "PROVIDER/DATASET/SERIES" in caught.value.hint


async def test_a_series_of_another_place_is_left_out_and_told():
    found = await answered(body(doc()), "ALB")
    assert found.observations == ()
    assert {p.kind for p in found.problems} >= {"place-not-honoured", "no-figures"}


@pytest.mark.parametrize("value", ["NA", None, "", "NaN"])
async def test_a_gap_is_missing_and_never_zero(value):
    found = await answered(body(doc(value=[value, 0])))
    assert [(o.value, o.status) for o in found.observations] == [(None, Status.MISSING), (0, Status.FINAL)]


async def test_a_period_in_the_publishers_words_is_read_by_its_first_day():
    strange = doc(
        **{"@frequency": "quarterly"}, period=["Q3 FY20", "2021-Q1"], period_start_day=["2020-07-01", "2021-01-01"]
    )
    found = await answered(body(strange))
    assert [o.period.label for o in found.observations] == ["2020-Q3", "2021-Q1"]


async def test_a_series_that_cannot_be_read_is_counted():
    found = await answered(body(doc(), {"series_code": 4}, doc(period=["2020"])))
    assert [o.value for o in found.observations] == [Decimal("1.5"), Decimal("2.5")]
    assert "2 series of its answer cannot be read." in [p.message for p in found.problems]


async def test_more_series_than_a_page_holds_is_told():
    found = await answered(body(doc(), series={"docs": [doc()], "num_found": 40_000}))
    assert "40,000 series answer, of which 1 were read." in [p.message for p in found.problems]


async def test_lists_that_do_not_come_are_told_with_those_that_do(fetch):
    pages = [page async for page in SOURCE.catalogue(fetch)]
    assert [one.ref.key for page in pages for one in page.series] == ["FED/H15", "FED/Z1"]
    assert pages[0].series[0].places == frozenset({"USA"})
    assert len([p for p in pages[-1].problems if p.kind == "list-missing"]) == len(LISTED) - 1


async def test_a_list_that_the_service_caps_goes_on_by_what_came():
    """A thousand are asked for, thirty come, of a hundred: the rest is asked for, and none is passed over."""

    async def capped(request: Request, *, fresh: bool = False) -> Answer:
        start = int(dict(request.params)["offset"])
        docs = [{"code": f"T{n}", "name": f"Table {n}"} for n in range(start, min(start + 30, 100))]
        tree = {"datasets": {"docs": docs, "num_found": 100}}
        return await CannedFetch(MemoryArchive(), json.dumps(tree).encode())(request)

    series = {one.ref.key async for page in SOURCE.catalogue(capped) for one in page.series}
    assert len(series) == 100 * len(LISTED)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["series", "docs", "period", "value", "period_start_day", "errors", "message", "dataset", "datasets", "dimensions", "dimensions_values_labels", "series_code", "provider"]), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_series_or_a_sentence(tree):
    answer = json.dumps(tree).encode()
    assert errors_of(tree).isprintable()
    for read in (read_series, lambda one: read_datasets(one, "FED")):
        try:
            assert read(answer)
        except SourceError as error:
            assert error.message.isprintable()


@given(st.data())
def test_a_damaged_answer_gives_no_figure_that_it_does_not_hold(data):
    whole = (FOLDER / "ecb-exr.json").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    hurt = whole[:at] + data.draw(st.binary(max_size=6)) + whole[at + data.draw(st.integers(0, 40)) :]
    try:
        read = read_series(hurt)
    except SourceError as error:
        assert error.message.isprintable()
        return
    for cell in cube_of(read.docs, read.dataset).cells():
        with suppress(ValueError):  # a word in the place of a number, which no observation is made of
            value = read_amount(cell.text)
            assert value is None or value == read_figure(Evidence("0" * 64, (cell.pointer,)), hurt)
