"""Files as offices give them out: spreadsheets with titles, years as heads, notes below, and figures in every spelling.

Figures are those that offices published: asylum applications lodged in North Macedonia and Albania (UNHCR Refugee Data Finder), life
satisfaction in North Macedonia (World Happiness Report 2022, through Our World in Data), population (World Bank).
"""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sources._files.data_file import DataFile
from sources._files.file_figures import own_figures
from sources._files.file_format import NotATableFileError
from sources._files.grid.xlsx import UnreadableWorkbookError
from sources._files.read_file import read_file
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from tests.each import each
from workbench.core.errors import (
    EmptyFileError,
    NotTextError,
    ReadingError,
    ServiceError,
    TooBigAnswerError,
    UnknownNameError,
    UnreachableError,
)
from workbench.core.number import exact
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, SourceAnswer
from workbench.testing import MemoryArchive, SourceContract, utc_now

ASYLUM = "Country,2019,2020,2021,2022,2023\nNorth Macedonia,450,151,91,162,598\n"


class Read:
    """A file as a source answers for it, each figure checked against the archived bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.archive = MemoryArchive()
        self.fetch = Fetcher(archive=self.archive, clock=utc_now, offline=True)

    def source(self, body: str | bytes, name: str) -> DataFile:
        path = self._folder / name
        path.write_bytes(body.encode() if isinstance(body, str) else body)
        return DataFile(str(path), "own")

    async def all(self, body: str | bytes, name: str = "own.csv", *places: str) -> dict[str, SourceAnswer]:
        source = self.source(body, name)
        series = [one async for page in source.catalogue(self.fetch) for one in page.series]
        found = {one.ref.key: await source.observations(self.fetch, Ask(one.ref, places, 1, 9999)) for one in series}
        for one in found.values():
            for o in one.observations:
                if o.value is not None:
                    assert exact(read_figure(o.evidence, self.archive.read(o.evidence.snapshot))) == exact(o.value)
        return found

    async def figures(self, body: str | bytes, name: str = "own.csv", *places: str) -> dict[str, list[str | None]]:
        """For each series its figures in order of place and time."""
        found = await self.all(body, name, *places)
        return {
            key: [None if o.value is None else exact(o.value) for o in one.observations] for key, one in found.items()
        }


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return Read(tmp_path)


def book(fill: object, **more: object) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "Table 1"
    for name in more:
        made.create_sheet(name)
    fill(made.active)
    for name, other in more.items():
        other(made[name])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def kinds(found: SourceAnswer) -> list[str]:
    return [problem.kind for problem in found.problems]


# --- text in every spelling


@pytest.mark.parametrize(
    "body",
    [
        ASYLUM,
        "\ufeff" + ASYLUM,
        ASYLUM.replace(",", ";"),
        ASYLUM.replace(",", "\t"),
        ASYLUM.replace(",", "|"),
        ASYLUM.replace(",", "\t").encode("utf-16"),
        ASYLUM.replace("\n", ",\n"),
        ASYLUM.replace("\n", "\r\n"),
        '"Data Source","UNHCR Refugee Data Finder",\n\n"Last Updated Date","2025-06-12",\n\n' + ASYLUM.replace("\n", ",\n"),
        "Asylum applications lodged, by country of asylum\n\n" + ASYLUM + "\nSource: UNHCR\n1) Counts under five are rounded.\n",
        "Country,Code,Year,Applications\n" + "".join(f"North Macedonia,MKD,{y},{n}\n" for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)),
        "Entity,Code,Year,Asylum applications\n" + "".join(f"North Macedonia,MKD,{y},{n}\n" for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)),
        "country,year,value\n" + "".join(f"MKD,{y},{n}\n" for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)),
        "REF_AREA;TIME_PERIOD;OBS_VALUE\n" + "".join(f"MK;{y};{n}\n" for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)),
        "Year,North Macedonia,Albania\n" + "".join(f"{y},{n},\n" for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)),
        "Country,2019 [YR2019],2020 [YR2020],2021 [YR2021],2022 [YR2022],2023 [YR2023]\nNorth Macedonia,450,151,91,162,598\n",
        "Држава;2019;2020;2021;2022;2023\nСеверна Македонија;450;151;91;162;598\n".replace("Северна Македонија", "North Macedonia").encode("cp1251"),
    ],
)  # fmt: skip
async def test_the_same_figures_however_the_table_is_saved(read, body):
    """450, 151, 91, 162 and 598 people asked for asylum in North Macedonia from 2019 to 2023."""
    (found,) = (await read.all(body, "own.csv", "MKD")).values()
    assert [o.value for o in found.observations] == [450, 151, 91, 162, 598]
    assert [o.place for o in found.observations] == ["MKD"] * 5
    assert [o.period.label for o in found.observations] == ["2019", "2020", "2021", "2022", "2023"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ("1.234,5;12,25;7", ["1234.5", "12.25", "7"]),
        ("1 234,5;12\u00a0345,0;7", ["1234.5", "12345.0", "7"]),
        ("1'234.5;12'345;7", ["1234.5", "12345", "7"]),
        ("1.234.567;2.000;7", ["1234567", "2000", "7"]),
        ("0,125;1,250;7", ["0.125", "1.250", "7"]),
        ("12.5;1,200;7", ["12.5", "1200", "7"]),
        ("..;:;7", [None, None, "7"]),
        ("[z];n/a;[c]", [None, None, None]),
        ("−1,5;(p);7", ["-1.5", None, "7"]),
        ("1234 b;12 p;7*", ["1234", "12", "7"]),
        ("12.3 [10-15];4%;7", ["12.3", "4", "7"]),
    ],
)
async def test_marks_and_missing_figures(read, cells, values):
    got = await read.figures(f"Country;2020;2021;2022\nAlbania;{cells}\nSerbia;1;2;3\n", "own.csv", "ALB")
    assert list(got.values()) == [[value for value in values if value is not None or "(p)" not in cells]]


async def test_sixteen_point_zero_zero_zero_is_left_out_and_told(read):
    """16.000 is sixteen thousand, or sixteen: the machine does not choose, whatever cuts the cells."""
    for sep in ";,|\t":
        (found,) = (await read.all("Country;2020;2021\nAlbania;16.000;12.000\nSerbia;7;8\n".replace(";", sep))).values()
        assert [exact(o.value) for o in found.observations] == ["7", "8"]
        assert {"bad-cell", "marks-unsure"} <= set(kinds(found))


@pytest.mark.parametrize("sep", ";,|\t")
@pytest.mark.parametrize(
    ("other", "value"), [("7.5", "16.000"), ("0.125", "16.000"), ("1.234.567", "16000"), ("1 234.5", "16.000")]
)
async def test_one_figure_with_one_reading_tells_how_the_others_are_written(read, sep, other, value):
    (found,) = (await read.all(f"Country;2020\nAlbania;16.000\nSerbia;{other}\n".replace(";", sep))).values()
    assert exact(found.observations[0].value) == value
    assert "marks-unsure" not in kinds(found)


async def test_flags_are_kept_as_status(read):
    (found,) = (await read.all("Country,2019,2020,2021,2022\nAlbania,1 b,2 p,3 e,[c]\n")).values()
    assert [o.status for o in found.observations] == [
        Status.BREAK,
        Status.PROVISIONAL,
        Status.ESTIMATED,
        Status.SUPPRESSED,
    ]
    (flagged,) = (await read.all("Country,Year,Value,OBS_FLAG\nAlbania,2019,1,b\nAlbania,2020,,c\n")).values()
    assert [o.status for o in flagged.observations] == [Status.BREAK, Status.SUPPRESSED]


async def test_units_in_brackets_and_in_columns(read):
    got = await read.all("Country,Year,Unemployment rate (%),GDP (current US$ million)\nAlbania,2020,12.5,15.1\n")
    assert got["Unemployment rate (%25)"].series.unit == PERCENT
    gdp = got["GDP (current US$ million)"]
    assert (gdp.series.unit.code, exact(gdp.observations[0].value)) == ("USD", "15100000.0")
    got = await read.all("Country,Year,Unit,Value\nAlbania,2020,Per cent,12.5\nAlbania,2020,Thousand persons,150\n")
    assert [exact(one.observations[0].value) for one in got.values()] == ["12.5", "150000"]


@pytest.mark.parametrize(
    ("heads", "labels", "frequency"),
    [
        ("Q1 2021,Q2 2021", ["2021-Q1", "2021-Q2"], Frequency.QUARTER),
        ("2021Q1,2021Q2", ["2021-Q1", "2021-Q2"], Frequency.QUARTER),
        ("Jan-21,Feb-21", ["Jan 2021", "Feb 2021"], Frequency.MONTH),
        ("January 2021,February 2021", ["Jan 2021", "Feb 2021"], Frequency.MONTH),
        ("2021M01,2021M02", ["Jan 2021", "Feb 2021"], Frequency.MONTH),
        ("2021-01-01,2021-02-01", ["Jan 2021", "Feb 2021"], Frequency.MONTH),
        ("2021 (p),2022 forecast", ["2021", "2022"], Frequency.YEAR),
    ],
)
async def test_times_at_the_heads(read, heads, labels, frequency):
    (found,) = (await read.all(f"Country,{heads}\nAlbania,1,2\nSerbia,3,4\n", "own.csv", "ALB")).values()
    assert [o.period.label for o in found.observations] == labels
    assert found.series.frequency is frequency
    assert ("forecast" in heads) == (found.observations[-1].status is Status.FORECAST)


async def test_serial_days_of_a_spreadsheet_are_months(read):
    """Frontex heads its columns with days as numbers: 44197 is January 2021."""
    body = "Route,NationalityLong,44197,44228,44256\nWestern Balkan Route,Syria,10,20,30\nWestern Balkan Route,Türkiye,1,2,3\n"
    (found,) = (await read.all(body, "own.csv", "SYR")).values()
    assert [(o.period.label, o.value) for o in found.observations] == [
        ("Jan 2021", 10),
        ("Feb 2021", 20),
        ("Mar 2021", 30),
    ]
    assert "“NationalityLong” was read as place" in str(found.problems[0])


async def test_groups_are_series_of_their_own(read):
    body = "Country,Sex,Year,Pay\n" + "".join(
        f"Albania,{sex},{y},{n}\n" for n, (sex, y) in enumerate([("F", 2020), ("M", 2020), ("T", 2020), ("F", 2021)])
    )
    got = await read.figures(body)
    assert got == {"Pay?Sex=F": ["0", "3"], "Pay?Sex=M": ["1"], "Pay?Sex=T": ["2"]}


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("Country,Year,Quarter,Value\nAlbania,2020,Q1,1\nAlbania,2020,Q2,2\n", ["2020-Q1", "2020-Q2"]),
        ("Country,Year,Quarter,Value\nAlbania,2020,1,1\nAlbania,2020,2,2\n", ["2020-Q1", "2020-Q2"]),
        ("Country,Year,Month,Value\nAlbania,2020,1,1\nAlbania,2020,2,2\n", ["Jan 2020", "Feb 2020"]),
        ("Country,Year,Month,Value\nAlbania,2020,January,1\nAlbania,2020,February,2\n", ["Jan 2020", "Feb 2020"]),
        ("Country,Year,Quarter,Value\nAlbania,2020,2020 Q1,1\nAlbania,2020,2020 Q2,2\n", ["2020-Q1", "2020-Q2"]),
        ("Entity,Year,Value\nEngland,-500,1\nEngland,1270,2\nEngland,1271,3\n", ["1270", "1271"]),
    ],
)
async def test_times_in_columns(read, body, labels):
    (found,) = (await read.all(body)).values()
    assert [o.period.label for o in found.observations] == labels


async def test_a_key_may_leave_groups_open(read):
    """What the name leaves open is settled by rule, and told."""
    source = read.source("Country,Sex,Year,Pay\nAlbania,F,2020,1\nAlbania,Total,2020,2\n", "own.csv")
    found = await source.observations(read.fetch, Ask(SeriesRef("own", "Pay"), ("ALB",), 2020, 2020))
    assert [o.value for o in found.observations] == [2]
    assert kinds(found) == ["member-chosen"]
    with pytest.raises(UnknownNameError):
        await source.observations(read.fetch, Ask(SeriesRef("own", "Hours"), ("ALB",), 2020, 2020))


async def test_a_column_without_a_name_is_guessed_and_told(read):
    (found,) = (await read.all(",When,Crossings\nAlbania,2020,1\nAlbania,2021,2\nSerbia,2020,3\n")).values()
    assert [o.value for o in found.observations] == [1, 2, 3]
    told = [str(problem) for problem in found.problems]
    assert any("“When” was read as time" in text for text in told)
    assert any("number 1 was read as place" in text for text in told)


async def test_a_table_without_places_is_of_the_place_in_its_title_or_of_the_claim(read):
    body = "Irregular crossings\nYear,Crossings\n2020,25\n2021,15\n"
    titled = (await read.all(body.replace("Irregular", "North Macedonia: irregular"), "own.csv", "MKD"))["Crossings"]
    assert [o.place for o in titled.observations] == ["MKD", "MKD"]
    asked = (await read.all(body, "own.csv", "SRB"))["Crossings"]
    assert [o.place for o in asked.observations] == ["SRB", "SRB"]
    assert kinds(titled)[-1] == kinds(asked)[-1] == "place-guessed"


async def test_empty_cells_below_a_name_belong_to_it(read):
    got = await read.all("Country,Sex,2020,2021\nAlbania,F,1,2\n,M,3,4\nSerbia,F,5,6\n,M,7,8\n")
    assert {key: [(o.place, o.value) for o in one.observations] for key, one in got.items()} == {
        "table?Sex=F": [("ALB", 1), ("ALB", 2), ("SRB", 5), ("SRB", 6)],
        "table?Sex=M": [("ALB", 3), ("ALB", 4), ("SRB", 7), ("SRB", 8)],
    }


async def test_a_code_of_two_letters_beside_a_region_is_no_country(read):
    """AL is Alabama here, not Albania."""
    (found,) = (await read.all("State,Code,2020,2021\nAlabama,AL,1,2\nTexas,TX,3,4\n")).values()
    assert {o.place for o in found.observations} == {"Alabama", "Texas"}


async def test_a_tidy_file_stays_what_it_was(read):
    body = "series,title,unit,place,time,value\ncross,Prevented crossings,attempts,MKD,2021,15895\n"
    assert await read.figures(body) == {"cross": ["15895"]}


# --- workbooks


def with_titles(sheet: Worksheet) -> None:
    sheet["A1"] = "Life satisfaction, 0 to 10"
    for row in (
        [],
        ["Country", "Code", 2019, 2020, 2021],
        ["North Macedonia", "MKD", 5.01549, 5.05367, None],
        ["Albania", "ALB", 4.995, 5.365, "[z]"],
    ):
        sheet.append(row)
    sheet.append([])
    sheet.append(["Source: World Happiness Report 2022"])


async def test_a_sheet_with_a_title_years_as_numbers_and_a_source(read):
    body = book(with_titles, Notes=lambda sheet: sheet.append(["What this is about, at length."]))
    got = await read.all(body, "happy.xlsx", "MKD")
    found = got["Table 1"]
    assert [exact(o.value) for o in found.observations if o.value] == ["5.01549", "5.05367"]
    assert found.observations[0].evidence.pointers == ("xlsx:sheet=Table%201&cell=C4",)
    assert (found.series.title, found.series.publisher) == ("Life satisfaction, 0 to 10", "World Happiness Report 2022")
    assert "no table was recognised in the sheet Notes." in [problem.message for problem in found.problems]


def with_dates(sheet: Worksheet) -> None:
    sheet.append(["Country", *(dt.date(2021, month, 1) for month in (1, 2, 3))])
    sheet.append(["Albania", 1, 2, 3])


async def test_days_at_the_heads_of_a_sheet_are_months(read):
    (found,) = (await read.all(book(with_dates), "months.xlsx")).values()
    assert [o.period.label for o in found.observations] == ["Jan 2021", "Feb 2021", "Mar 2021"]


def with_merged_years(sheet: Worksheet) -> None:
    sheet.append(["Country", 2020, None, 2021, None])
    sheet.append([None, "Q1", "Q2", "Q1", "Q2"])
    sheet.append(["Albania", 1, 2, 3, 4])
    sheet.append(["Serbia", 5, 6, 7, 8])
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")


async def test_years_merged_over_quarters(read):
    (found,) = (await read.all(book(with_merged_years), "quarters.xlsx", "ALB")).values()
    assert [(o.period.label, o.value) for o in found.observations] == [
        ("2020-Q1", 1),
        ("2020-Q2", 2),
        ("2021-Q1", 3),
        ("2021-Q2", 4),
    ]


def with_groups_above(sheet: Worksheet) -> None:
    sheet.append([None, "Men", None, "Women", None])
    sheet.append(["Country", 2020, 2021, 2020, 2021])
    sheet.append(["Albania", 1, 2, 3, 4])
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")


async def test_groups_merged_over_years(read):
    got = await read.figures(book(with_groups_above), "sexes.xlsx")
    assert got == {"Table 1/Men": ["1", "2"], "Table 1/Women": ["3", "4"]}


def with_rows_merged(sheet: Worksheet) -> None:
    sheet.append(["Country", "Sex", "Year", "Number"])
    for row in (["Albania", "F", 2020, 1], [None, "M", 2020, 2], ["Serbia", "F", 2020, 3], [None, "M", 2020, 4]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:A5")


async def test_names_merged_over_rows(read):
    got = await read.figures(book(with_rows_merged), "rows.xlsx")
    assert got == {"Table 1/Number?Sex=F": ["1", "3"], "Table 1/Number?Sex=M": ["2", "4"]}


async def test_figures_as_text_in_a_sheet(read):
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Country", "2020", "2021", "2022"])
        sheet.append(["Albania", "1 234,5", "7 b", 12.5])

    assert list((await read.figures(book(fill), "text.xlsx")).values()) == [["1234.5", "7", "12.5"]]


async def test_formulas_are_told(read):
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Country", 2020, 2021])
        sheet.append(["Albania", 1, "=B2+1"])

    (found,) = (await read.all(book(fill), "formula.xlsx")).values()
    assert [o.value for o in found.observations] == [1]
    assert "formula-empty" in kinds(found)


async def test_a_cell_far_off_all_others_is_left_out(read):
    def fill(sheet: Worksheet) -> None:
        with_dates(sheet)
        sheet["XFD1048576"] = "x"

    (found,) = (await read.all(book(fill), "far.xlsx")).values()
    assert "cells-beyond" in kinds(found)


def rows(*lines: list[object]) -> bytes:
    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append(line)

    return book(fill)


async def test_a_sheet_as_eurostat_gives_it_out(read):
    """Unemployment in North Macedonia: 17.3 per cent in 2019, 15.7 in 2021. Flags stand in columns of their own."""
    body = rows(
        ["Data extracted on 01/10/2026 10:00:00 from [ESTAT]"],
        ["Dataset: ", "Unemployment by sex and age – annual data [une_rt_a]"],
        ["Last updated: ", "10/09/2026 23:00"],
        [],
        ["Unit of measure", "Percentage of population in the labour force"],
        [],
        ["TIME", "2019", None, "2020", None, "2021", None],
        ["GEO (Labels)"],
        ["European Union - 27 countries (from 2020)", 6.8, None, 7.2, None, 7.1, "b"],
        ["North Macedonia", 17.3, None, ":", None, 15.7, "p"],
        [],
        ["Special value"],
        [":", "not available"],
        ["Available flags:"],
        ["b", "break in time series"],
    )
    (found,) = (await read.all(body, "une_rt_a.xlsx", "MKD", "EU27")).values()
    got = [(o.place, o.period.label, None if o.value is None else exact(o.value), o.status) for o in found.observations]
    assert got == [
        ("EU27", "2019", "6.8", Status.FINAL),
        ("EU27", "2020", "7.2", Status.FINAL),
        ("EU27", "2021", "7.1", Status.BREAK),
        ("MKD", "2019", "17.3", Status.FINAL),
        ("MKD", "2020", None, Status.MISSING),
        ("MKD", "2021", "15.7", Status.PROVISIONAL),
    ]
    assert found.series.unit == PERCENT
    assert found.series.title == "Unemployment by sex and age – annual data [une_rt_a]"
    assert str(found.series.updated) == "2026-09-10"


async def test_a_sheet_with_a_title_of_several_cells_above_its_head(read):
    """UNODC's: homicides of women in Albania, counts and rates under one head."""
    head = ["Iso3_code", "Country", "Indicator", "Sex", "Year", "Unit of measurement", "VALUE", "Source"]
    body = rows(
        ["UNODC data portal"],
        ["Violent crime", "", "Last update 2026"],
        head,
        ["ALB", "Albania", "Victims of intentional homicide", "Female", 2020, "Counts", 11, "CTS"],
        [
            "ALB",
            "Albania",
            "Victims of intentional homicide",
            "Total",
            2020,
            "Rate per 100,000 population",
            2.13,
            "CTS",
        ],
        ["SRB", "Serbia", "Victims of intentional homicide", "Total", 2020, "Rate per 100,000 population", 1.02, "MD"],
    )
    got = await read.figures(body, "crime.xlsx")
    assert got == {
        "Table 1/VALUE?Sex=Female&unit=Counts": ["11"],
        "Table 1/VALUE?Sex=Total&unit=Rate per 100,000 population": ["2.13", "1.02"],
    }


async def test_a_sheet_as_the_home_office_gives_it_out(read):
    """Thousands as text with commas, years ending in June, markers in brackets; countries stand under Nationality."""
    body = rows(
        ["Asy_01: Asylum applications, by nationality"],
        ["Source: Home Office"],
        ["Nationality", "Year ending June 2022", "Year ending June 2023", "% change"],
        ["Albania", "9,573", "11,790", "23%"],
        ["Syria", "[z]", "4,105 [r]", "[x]"],
        ["Afghanistan", "7,000", 9964, 0.1],
        ["Notes"],
    )
    (found,) = (await read.all(body, "asylum.xlsx", "ALB", "AFG")).values()
    assert [exact(o.value) for o in found.observations] == ["7000", "9964", "9573", "11790"]
    assert found.observations[0].period.start == dt.date(2021, 7, 1)
    assert (found.series.publisher, found.series.unit.name) == ("Home Office", "asylum application")
    told = [str(problem) for problem in found.problems]
    assert any("“,” was read as the mark of thousands" in text for text in told)
    assert any("“Nationality” was read as place" in text for text in told)


async def test_thousands_in_the_unit_of_a_row(read):
    body = rows(
        ["Indicator", "Unit", 2020, 2021],
        ["Unemployment rate", "%", 16.4, 15.7],
        ["Population, total", "thousands", 2073, 1837],
    )
    got = await read.figures(body, "mk.xlsx", "MKD")
    assert got["Table 1?Indicator=Population, total&unit=thousands"] == ["2073000", "1837000"]


# --- other formats through the same door


async def test_json_stat_and_pc_axis_are_read(read):
    jsonstat = '{"class": "dataset", "label": "Births", "id": ["geo", "year"], "size": [1, 2], "role": {"time": ["year"], "geo": ["geo"]}, "value": [28075, 27211], "dimension": {"geo": {"category": {"index": ["AL"], "label": {"AL": "Albania"}}}, "year": {"category": {"index": ["2020", "2021"]}}}}'
    px = b'AXIS-VERSION="2013";TITLE="Births in Albania";UNITS="persons";STUB="year";HEADING="sex";VALUES("year")="2020","2021";VALUES("sex")="Total";DATA=\n28075\n27211;'
    assert list((await read.figures(jsonstat, "births.json", "ALB")).values()) == [["28075", "27211"]]
    assert list((await read.figures(px, "births.px", "ALB")).values()) == [["28075", "27211"]]


async def test_sdmx_csv_is_read(read):
    body = "DATAFLOW,FREQ,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX:Y(1.0),A,MK,T,2020,16.4,A\nX:Y(1.0),A,MK,T,2021,15.7,P\n"
    (found,) = (await read.all(body, "rate.csv", "MKD")).values()
    assert [(exact(o.value), o.status) for o in found.observations] == [
        ("16.4", Status.FINAL),
        ("15.7", Status.PROVISIONAL),
    ]


# --- what is refused, and the sentence that says so


@each(
    ("body", "name", "error", "says"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "figures.xls", NotATableFileError, "a web page under the name of a table"),
        (b"<!DOCTYPE html><title>Log in</title>", "download", NotATableFileError, "a web page, not a table"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "a.xls", NotATableFileError, "XML format of 2003"),
        (b"<?xml version='1.0'?><message/>", "a.xml", NotATableFileError, "this is XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"), "old.xls", NotATableFileError, "before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "locked.xlsx", NotATableFileError, "behind a password"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a.ods", NotATableFileError, "an OpenDocument file"),
        (b"PK\x03\x04rest", "broken.xlsx", UnreadableWorkbookError, "no whole zip file"),
        (b"%PDF-1.7", "a.pdf", NotATableFileError, "a PDF"),
        (b"\x1f\x8b\x08\0", "a.csv.gz", NotATableFileError, "packed with gzip"),
        (b"  \n", "empty.csv", EmptyFileError, "empty"),
        (b"a\0b,c", "binary.csv", NotTextError, "binary"),
        (b"Name,Capital\nAlbania,Tirana\n", "list.csv", NotATableFileError, "no table with times and figures"),
        (b"Country,2020\n", "headonly.csv", NotATableFileError, "no table with times and figures"),
        (b'{"a": 1}', "a.json", NotATableFileError, "no JSON-stat whose parts fit together"),
        (b'AXIS-VERSION="2013";', "a.px", NotATableFileError, "no PC-Axis whose parts fit together"),
        (b"just a line of text", "note.txt", NotATableFileError, "no table with times and figures"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_with_what_to_do(body, name, error, says):
    with pytest.raises(error) as caught:
        read_file(body, name, "0" * 64)
    assert says in caught.value.message
    assert caught.value.hint


def test_a_list_of_series_is_no_table_of_figures():
    """When a series begins and ends is said in years, and a year is no figure."""
    body = b"series_id,title,begin_year,end_year\nA1,Flour per lb,1980,2026\nA2,Rice per lb,1980,1981\nA3,Bread per lb,1984,2026\n"
    with pytest.raises(ReadingError, match="no table with times and figures"):
        read_file(body, "series.csv", "0" * 64)


def test_a_workbook_without_a_table_is_told():
    with pytest.raises(ReadingError, match="no table with times and figures was recognised"):
        read_file(book(lambda sheet: sheet.append(["Notes"])), "notes.xlsx", "0" * 64)


def test_all_figures_of_a_file_with_nothing_kept():
    found = own_figures(ASYLUM.encode(), "own.csv")
    assert (len(found.series), [int(o.value) for o in found.observations]) == (1, [450, 151, 91, 162, 598])


def test_control_characters_never_leave_the_reader():
    body = "Co\x1b[31muntry,Se\x07x,2020,2021\nAl\x1b]0;x\x07bania,\u202eF,1,2\nSerbia,M,3,4\n"
    read = read_file(body.encode(), "own.csv", "0" * 64)
    for one in read.series:
        assert one.title.isprintable()
        assert one.ref.key.isprintable()
        assert all(place.isprintable() for place in one.places or ())
    assert all(problem.message.isprintable() for problem in read.problems)


# --- as a source


class TestDataFile(SourceContract):
    source = DataFile("unset")
    asks = Ask(SeriesRef("file", "Applications?Kind=New"), ("MKD", "ALB"), 2019, 2021)
    wrong_bodies = (
        b"",
        b"{}",
        b"null",
        b"<html></html>",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"a\0b",
        b"\n\n",
        b'"',
        b"[" * 100_000,
    )

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path):
        rows = [("North Macedonia", y, n) for y, n in zip(range(2019, 2024), (450, 151, 91, 162, 598), strict=True)]
        body = "Country,Kind,Year,Applications\n" + "".join(f"{c},New,{y},{n}\n{c},Repeat,{y},0\n" for c, y, n in rows)
        (tmp_path / "own.csv").write_text(body, encoding="utf-8")
        type(self).source = DataFile(str(tmp_path / "own.csv"))

    def fetch(self, archive):
        return Fetcher(archive=archive, clock=utc_now, offline=True)


class TestWorkbookFile(TestDataFile):
    asks = Ask(SeriesRef("file", "Table 1"), ("MKD", "ALB"), 2019, 2021)

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path):
        (tmp_path / "happy.xlsx").write_bytes(book(with_titles))
        type(self).source = DataFile(str(tmp_path / "happy.xlsx"))


# --- at an address


async def test_a_workbook_at_an_address_is_read_over_the_same_client():
    def answers(asked: StoredRequest) -> Stored:
        return Stored(book(with_titles), media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

    with ReplayServer(answers) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        source = DataFile("https://example.org/data/happy%20ones.xlsx?dl=1", "own")
        found = await source.observations(fetch, Ask(SeriesRef("own", "Table 1"), ("MKD",), 2019, 2020))
    assert [exact(o.value) for o in found.observations] == ["5.01549", "5.05367"]
    assert (source.info.title, source.info.hosts) == ("happy ones.xlsx", ("example.org",))
    assert found.series.url == "https://example.org/data/happy%20ones.xlsx?dl=1"


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("html", NotATableFileError, "this is a web page, not a table"),
        ("refused", ServiceError, "refused"),
        ("slow", UnreachableError, "did not answer"),
        ("cut", UnreachableError, "did not answer"),
        ("endless", TooBigAnswerError, "more than"),
        ("nothing", EmptyFileError, "empty"),
        ("image", NotATableFileError, "no table with times and figures"),
        ("shape", NotATableFileError, "no JSON-stat"),
        ("deep", NotATableFileError, "no JSON-stat"),
    ],
)
async def test_bad_addresses_end_in_a_sentence(faults, quick, path, error, says):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick())
    with pytest.raises(error, match=says) as caught:
        await DataFile(faults.url(path)).observations(fetch, Ask(SeriesRef("file", "a"), (), 2021, 2021))
    assert caught.value.message.isprintable()
    assert caught.value.hint
