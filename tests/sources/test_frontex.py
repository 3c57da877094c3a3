"""Frontex' workbook: found by its page, its months read as they were written over the years, its rows summed and read again."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import openpyxl
import pytest

from sources.frontex import NOTES, PAGE, SOURCE, TITLES, newest_file
from workbench.compare.series_check import check
from workbench.core.errors import UnknownNameError, WrongAnswerError
from workbench.core.finding import Agreement, Finding
from workbench.core.period import Frequency
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_reading import read as read_record
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "frontex"
FILE = "https://www.frontex.europa.eu/assets/Migratory_routes/2024/Monthly_detections_of_IBC_2024_02_06.xlsx"
NAMED = ("Route", "Border type or inland", "Nationality")
OLDER = ("Route", "BorderLocation", "NationalityLong")


class TestFrontex(Served):
    source = SOURCE
    asks = Ask(SeriesRef("frontex", "all"), ("EU27",), 2021, 2023)
    figures = MappingProxyType({("EU27", "Jan 2021"): "7506", ("EU27", "Feb 2021"): "7528", ("EU27", "Dec 2023"): None})
    unit = "detection"


def ask(key: str = "all", *places: str) -> Ask:
    return Ask(SeriesRef("frontex", key), places or ("EU27",), 2017, 2024)


def book(*rows: Sequence[object], above: int = 0, sheet: str = "Detections_of_IBC") -> bytes:
    out, made = io.BytesIO(), openpyxl.Workbook()
    page = made.active
    page.title = sheet
    for row in ([],) * above + rows:
        page.append(list(row))
    made.save(out)
    return out.getvalue()


async def read(body: bytes, asks: Ask | None = None, archive: MemoryArchive | None = None) -> SourceAnswer:
    page = (FOLDER / "page.html").read_bytes()
    kept = MemoryArchive() if archive is None else archive
    fetch = CannedFetch(kept, {PAGE: page, FILE: body})
    return await SOURCE.observations(fetch, asks or ask())


async def test_a_route_is_the_sum_of_its_rows_and_the_total_of_all(fetch):
    """2,500 detections on the Western Balkan route in January 2021 are 1,000 of Syrians and 1,500 of Afghans."""
    found = {key: await SOURCE.observations(fetch, ask(key)) for key in TITLES}
    first = {key: one.observations[0].value for key, one in found.items()}
    assert first["western-balkans"] == 2500
    assert first["all"] == sum(value for key, value in first.items() if key != "all")
    assert found["all"].series.updated == dt.date(2024, 2, 6)
    assert found["all"].observations[0].vintage == dt.date(2024, 2, 6)
    assert {one.series.frequency for one in found.values()} == {Frequency.MONTH}
    assert {one.series.adds for one in found.values()} == {Additivity.SUM}
    assert "Detections are counted and not persons" in found["all"].series.notes[0]


async def test_a_total_of_rows_one_below_another_is_one_pointer(fetch):
    found = await SOURCE.observations(fetch, ask())
    assert found.observations[0].evidence.pointers == ("xlsx:sheet=Detections_of_IBC&cell=D3:D15",)


@pytest.mark.parametrize(
    ("heads", "above"),
    [
        (("JAN2017", "FEB2017", "MAR2017"), 1),
        (("Jan-17", "Feb-17", "Mar-17"), 0),
        ((42736, 42767, 42795), 0),
        ((dt.date(2017, 1, 1), dt.date(2017, 2, 1), dt.date(2017, 3, 1)), 0),
    ],
    ids=["names", "short", "serials", "days"],
)
@pytest.mark.parametrize("names", [NAMED, OLDER], ids=["named", "older"])
async def test_months_are_read_as_they_were_written_over_the_years(heads, above, names):
    body = book((*names, *heads), ("Western Balkans", "Land", "Syria", 3, None, 4), ("Other", "Sea", "Iraq", 1, "-", 2), above=above)  # fmt: skip
    found = await read(body)
    assert [(o.period.label, o.value) for o in found.observations] == [("Jan 2017", 4), ("Feb 2017", None), ("Mar 2017", 6)]  # fmt: skip
    assert found.observations[1].status is Status.MISSING


async def test_rows_of_a_route_apart_are_summed_by_stretches_and_read_again():
    archive = MemoryArchive()
    body = book(
        (*NAMED, "JAN2020"),
        ("Other", "Sea", "Iraq", 1),
        ("Other", "Sea", "Iran", None),
        ("Black Sea Route", "Sea", "Iraq", 50),
        ("Other", "Land", "Iraq", 2),
        ("Other", "Land", "Iran", 4),
    )
    found = await read(body, ask("other"), archive)
    (one,) = found.observations
    assert one.value == 7
    assert [pointer.partition("cell=")[2] for pointer in one.evidence.pointers] == ["D2:D3", "D5:D6"]
    assert read_figure(one.evidence, archive.read(one.evidence.snapshot)) == Decimal(7)


async def test_a_month_with_a_cell_that_cannot_be_read_has_no_figure():
    body = book((*NAMED, "JAN2020", "FEB2020"), ("Other", "Sea", "Iraq", "<5", 2), ("Other", "Sea", "Iran", 4, 1))
    january, february = (await read(body)).observations
    assert (january.value, january.status, february.value) == (None, Status.MISSING, 3)
    assert "Row 2 of the workbook cannot be read" in january.note


async def test_a_route_that_is_new_is_not_counted_and_leaves_the_total_open():
    """Exits towards the United Kingdom, which Frontex reports beside its entries, may come to stand in the workbook."""
    body = book((*NAMED, "JAN2020"), ("Other", "Sea", "Iraq", 4), ("Channel, towards the UK", "Sea", "Iraq", 900))
    found = await read(body)
    assert [o.value for o in found.observations] == [4]
    assert [p.kind for p in found.problems] == ["open-group"]
    assert "Channel, towards the UK" in found.problems[0].message
    assert (await read(body, ask("other"))).problems == ()


async def test_notes_and_sums_below_the_rows_are_none():
    body = book(
        (*NAMED, "JAN2020"), ("Other", "Sea", "Iraq", 4), ("Total", None, None, 4), (), ("Data as of 5 January.",)
    )
    assert [o.value for o in (await read(body)).observations] == [4]


async def test_a_members_figure_is_not_there_and_that_is_told(fetch):
    found = await SOURCE.observations(fetch, ask("all", "POL"))
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["place-not-honoured"]


async def test_a_route_that_the_workbook_lacks_has_no_figures():
    found = await read(book((*NAMED, "JAN2020"), ("Other", "Sea", "Iraq", 4)), ask("black-sea"))
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["no-figures"]


async def test_a_name_that_is_none_is_told_before_anybody_is_asked():
    fetch = CannedFetch(MemoryArchive(), b"")
    with pytest.raises(UnknownNameError, match="There is no series of Frontex"):
        await SOURCE.observations(fetch, ask("channel"))
    assert not fetch.asked


def test_the_newest_workbook_on_its_own_host_is_taken():
    url, day = newest_file((FOLDER / "page.html").read_bytes())
    assert (url, day) == (FILE, dt.date(2024, 2, 6))
    glued = b"<a HREF='/assets/Migratory_routes/Monthly_detections_of_IBC_20220204.xlsx'>"
    assert newest_file(glued)[1] == dt.date(2022, 2, 4)


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/Monthly_detections_of_IBC_2024_02_06.xlsx",
        "//elsewhere.example/Monthly_detections_of_IBC_2024_02_06.xlsx",
        "https://www.frontex.europa.eu@elsewhere.example/Monthly_detections_of_IBC_2024_02_06.xlsx",
        "https://[/Monthly_detections_of_IBC_2024_02_06.xlsx",
        "/assets/Monthly_detections_of_IBC_2024_02_31.xlsx",
        "/assets/Monthly_detections_of_IBC_2024_02_06.xlsx.exe",
        "/assets/other_2024_02_06.xlsx",
    ],
)
def test_a_page_without_a_workbook_of_its_own_is_told(href: str):
    with pytest.raises(WrongAnswerError, match="a page with a link to the workbook"):
        newest_file(f'<a href="{href}">x</a>'.encode())


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("Country", "JAN2020"), ("Iraq", 1)],
        [("Route", "Nationality"), ("Other", "Iraq")],
        [(*NAMED, "JAN2020")],
        [(*NAMED, "JAN2020"), ("Total", "All", "All", 4)],
    ],
    ids=["empty", "no-route", "no-month", "no-row", "no-route-known"],
)
async def test_a_workbook_of_another_shape_is_refused(rows):
    with pytest.raises(WrongAnswerError, match="a sheet of routes by month"):
        await read(book(*rows))


async def checked(fetch, text: str, key: str = "all") -> Finding:
    found = await SOURCE.observations(fetch, ask(key))
    (claim,) = read_record(Record(id="1", text=text, date=dt.date(2024, 3, 1))).claims
    (one,) = check(claim, found.series, found.observations, today=dt.date(2024, 3, 1), notices=found.problems)
    return one


async def test_a_years_figure_is_worked_out_from_its_twelve_months_and_a_part_of_it_is_told(fetch):
    rose = await checked(fetch, "Illegal border crossings into the EU rose by 49 percent in 2022.")
    assert (rose.agreement, rose.place) == (Agreement.ROUNDS_TO, "EU27")
    half = await checked(
        fetch, "In the first six months of 2023 there were 45,000 illegal border crossings into the EU."
    )
    assert (half.agreement, half.measured) == (Agreement.ROUNDS_TO, 45211)
    part = await checked(fetch, "In 2023 there were 90,000 illegal border crossings into the EU.")
    assert (part.agreement, part.measured) == (Agreement.UNDECIDED, None)
    assert "The figure for Dec 2023 is missing" in " ".join(each.says for each in part.caveats)


async def test_a_claim_of_people_is_told_that_detections_are_counted(fetch):
    found = await checked(fetch, "136,704 people crossed illegally into the EU in 2022.")
    assert found.agreement is not Agreement.UNDECIDED
    assert "person (claim) and detection (series)" in " ".join(each.says for each in found.caveats)
    assert found.series.notes[0].startswith("Detections are counted and not persons")


def test_every_series_says_what_is_counted():
    assert len(set(TITLES.values())) == len(TITLES) == 10
    assert all(note.endswith(".") for note in NOTES)
