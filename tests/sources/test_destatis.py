"""Germany's office: a table in a zip, months beside their year, totals without a code, refusals as JSON, a key that is a header."""

from __future__ import annotations

import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.destatis import KEY, SOURCE, DestatisKeyError
from workbench.core.errors import ComparisonError, ServiceError, SourceError, UnknownNameError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.evidence.zipped_table import sole_file
from workbench.ports import Ask
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "destatis"


class TestDestatis(Served):
    source = SOURCE
    asks = Ask(SeriesRef("destatis", "61111-0001?unit=%25"), ("DEU",), 2020, 2024)
    unknown_place = "AUT"
    unknown_key = "99999-0001"
    figures = MappingProxyType({("DEU", "2021"): "3.1", ("DEU", "2022"): "6.9", ("DEU", "2023"): "5.9"})
    unit = "percentage"


def ask(key: str) -> Ask:
    return Ask(SeriesRef("destatis", key), ("DEU",), 2020, 2024)


async def test_months_stand_beside_their_year_and_marks_where_no_figure_stands(fetch):
    """Im Dezember 2023 lag die Inflationsrate bei 3,7 Prozent."""
    found = await SOURCE.observations(fetch, ask("61111-0002?unit=%25"))
    assert [(o.period.label, o.value, o.status) for o in found.observations] == [
        ("Oct 2023", Decimal("3.8"), Status.FINAL),
        ("Nov 2023", Decimal("3.2"), Status.FINAL),
        ("Dec 2023", Decimal("3.7"), Status.PROVISIONAL),
        ("Jan 2024", None, Status.MISSING),
    ]
    assert found.observations[-1].note == "Comes later."
    assert found.series.frequency is Frequency.MONTH
    assert "Data licence Germany" in found.series.licence


async def test_an_index_and_its_change_share_a_table_and_the_unit_tells_them_apart(fetch):
    found = await SOURCE.observations(fetch, ask("61111-0001?unit=2020=100"))
    assert (found.series.unit.dimension, found.observations[-1].value) == (Dimension.INDEX, Decimal("116.7"))
    with pytest.raises(UnknownNameError, match="There is no Unit"):
        await SOURCE.observations(fetch, ask("61111-0001?unit=kg"))


async def test_the_total_of_the_states_is_the_country_and_a_state_is_not(fetch):
    found = await SOURCE.observations(fetch, ask("12411-0010"))
    assert [(o.place, o.period.label, o.value) for o in found.observations] == [
        ("DEU", "2021", 83237124),
        ("DEU", "2022", 84358845),
    ]
    bavaria = await SOURCE.observations(fetch, ask("12411-0010?DLAND=09"))
    assert bavaria.observations == ()
    assert "no-figures" in {p.kind for p in bavaria.problems}


async def test_decades_are_asked_for_by_post_with_the_token_as_a_header():
    fetch = CannedFetch(MemoryArchive(), (FOLDER / "61111-0001.zip").read_bytes())
    found = await SOURCE.observations(fetch, ask("61111-0001?unit=%25"))
    (asked,) = fetch.asked
    assert (asked.method, asked.credential, KEY.header) == ("POST", KEY, "username")
    assert asked.body.endswith(b"startyear=2020&endyear=2029")
    assert found.observations[0].evidence is not None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"Code": 15, "Content": "Please check your username and password", "Type": "ERROR"}, DestatisKeyError),
        ({"Status": {"Code": 98, "Content": "The table is too large."}}, ServiceError),
        ({"Status": {"Code": 50, "Content": "Maintenance."}}, ServiceError),
        ({"Status": 7}, WrongAnswerError),
        ({}, WrongAnswerError),
    ],
)
async def test_a_refusal_comes_as_json_and_is_told(said, kind):
    with pytest.raises(kind) as caught:
        await SOURCE.observations(CannedFetch(MemoryArchive(), json.dumps(said).encode()), ask("61111-0001"))
    assert caught.value.hint


async def test_no_objects_are_an_outcome_since_the_service_does_not_say_whether_there_is_such_a_table(fetch):
    found = await SOURCE.observations(fetch, ask("99999-0001"))
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["service-said", "no-figures"]


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, body in files.items():
            out.writestr(name, body)
    return made.getvalue()


DAMAGED = {
    "empty": (packed, "several files"),
    "two tables": (lambda: packed(a=b"1", b=b"2"), "several files"),
    "torn": (lambda: packed(a=b"x" * 1000)[:-30], "no whole zip"),
    "only its first bytes": (lambda: b"PK\x03\x04", "no whole zip"),
    "a bomb": (lambda: packed(a=b" " * 64_000_001), "too much"),
}
"""Made when asked for: a zip holds the time, and a test's name must be the same in every process."""


@pytest.mark.parametrize("damage", DAMAGED)
async def test_a_zip_that_is_not_one_table_is_a_sentence(damage, archive):
    make, says = DAMAGED[damage]
    body = make()
    with pytest.raises(ValueError, match=says):
        sole_file(body)
    with pytest.raises(SourceError, match="where a flat table"):
        await SOURCE.observations(CannedFetch(MemoryArchive(), body), ask("61111-0001"))
    found = await SOURCE.observations(
        CannedFetch(archive, (FOLDER / "61111-0001.zip").read_bytes()), ask("61111-0001?unit=%25")
    )
    evidence = found.observations[0].evidence
    assert evidence is not None
    with pytest.raises(ComparisonError, match=says):
        read_figure(evidence, body)


async def test_a_decimal_comma_is_read_as_one_and_a_torn_table_is_counted():
    text = sole_file((FOLDER / "61111-0001.zip").read_bytes()).decode("utf-8-sig")
    body = (text.replace("100.0;", "100,0;").replace(".", ",") + "61111;x;JAHR;Year;soon\n").encode()
    fetch = CannedFetch(MemoryArchive(), body, "text/csv")
    found = await SOURCE.observations(fetch, ask("61111-0001?unit=%25"))
    assert [o.value for o in found.observations][-1] == Decimal("5.9")
    assert all(o.evidence and read_figure(o.evidence, body) == o.value for o in found.observations)
    assert "1 rows of its answer cannot be read." in [p.message for p in found.problems]
