"""A part, or a second row, answers for no whole: the same small tables in each format that a file of one's own may have."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from sources._files.data_file import DataFile
from sources._files.file_figures import own_figures
from sources._web.fetch import Fetcher
from workbench.core.series import SeriesRef, Status
from workbench.ports import Ask, SourceAnswer
from workbench.testing import MemoryArchive, utc_now

Row = tuple[str, str, str, str]
"""Place, sex, year, figure."""


def distinct(rows: Iterable[Row], at: int) -> list[str]:
    return list(dict.fromkeys(row[at] for row in rows))


def as_csv(rows: list[Row]) -> bytes:
    return ("Country,Sex,Year,Pay\n" + "".join(f"{','.join(row)}\n" for row in rows)).encode()


def as_utf_16(rows: list[Row]) -> bytes:
    return as_csv(rows).decode().replace(",", "\t").encode("utf-16")


def as_xlsx(rows: list[Row]) -> bytes:
    made = openpyxl.Workbook()
    for row in (("Country", "Sex", "Year", "Pay"), *((p, s, int(y), float(v)) for p, s, y, v in rows)):
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def as_sdmx(rows: list[Row]) -> bytes:
    head = "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\n"
    return (head + "".join(f"X:PAY(1.0),{','.join(row)}\n" for row in rows)).encode()


def as_jsonstat(rows: list[Row]) -> bytes:
    lists = [distinct(rows, at) for at in range(3)]
    cells = {row[:3]: float(row[3]) for row in rows}
    names = ("geo", "sex", "year")
    dimension = {name: {"label": name, "category": {"index": codes}} for name, codes in zip(names, lists, strict=True)}
    body = {
        "class": "dataset", "label": "Pay", "id": names, "size": [len(one) for one in lists], "dimension": dimension,
        "role": {"geo": ["geo"], "time": ["year"]}, "value": [cells.get(each) for each in product(*lists)],
    }  # fmt: skip
    return json.dumps(body).encode()


def as_px(rows: list[Row]) -> bytes:
    lists = [distinct(rows, at) for at in range(3)]
    cells = {row[:3]: row[3] for row in rows}
    values = "".join(
        f'VALUES("{name}")={",".join(f"{chr(34)}{one}{chr(34)}" for one in codes)};'
        for name, codes in zip(("country", "sex", "year"), lists, strict=True)
    )
    data = " ".join(cells.get(each, '".."') for each in product(*lists))
    head = 'AXIS-VERSION="2013";TITLE="Pay";UNITS="euro";STUB="country","sex";HEADING="year";'
    return f"{head}{values}DATA=\n{data};".encode()


FORMATS: dict[str, Callable[[list[Row]], bytes]] = {
    "own.csv": as_csv, "own.tsv": as_utf_16, "own.xlsx": as_xlsx, "sdmx.csv": as_sdmx, "own.json": as_jsonstat, "own.px": as_px,
}  # fmt: skip
every_format = pytest.mark.parametrize("name", list(FORMATS))
LISTED = pytest.mark.parametrize("name", ["own.csv", "own.tsv", "own.xlsx", "sdmx.csv"])
"""Formats that list rows, so that one may stand twice."""


class Asking:
    """Files as sources, asked as a claim asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)

    async def __call__(
        self, name: str, rows: list[Row], words: str = "", key: str = "", place: str = "DEU"
    ) -> SourceAnswer:
        """Return the answer about pay in 2020, by the file's first series where no key is given."""
        path = self._folder / name
        path.write_bytes(FORMATS[name](rows))
        source = DataFile(str(path), "own")
        if not key:
            series = [one async for page in source.catalogue(self._fetch) for one in page.series]
            key = series[0].ref.key.partition("?")[0]
        ask = Ask(SeriesRef("own", key), (place,), 2020, 2020, words=frozenset(words.split()))
        return await source.observations(self._fetch, ask)


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    return Asking(tmp_path)


def told(found: SourceAnswer, kind: str) -> list[str]:
    return [problem.message for problem in found.problems if problem.kind == kind]


def figures(found: SourceAnswer) -> list[Decimal | None]:
    return [one.value for one in found.observations]


# --- two rows for one place and time


@LISTED
async def test_two_figures_for_one_place_and_time_are_both_withdrawn(asking, name):
    rows = [
        ("Germany", "Total", "2020", "100.5"),
        ("Germany", "Total", "2020", "101.5"),
        ("France", "Total", "2020", "7"),
    ]
    found = await asking(name, rows)
    assert [(one.value, one.status) for one in found.observations] == [(None, Status.MISSING)]
    assert "Germany, 2020 (100.5 and 101.5)" in told(found, "figure-twice")[0]
    assert figures(await asking(name, rows, place="FRA")) == [7]
    assert told(await asking(name, rows, place="FRA"), "figure-twice") == []


@LISTED
async def test_the_same_figure_twice_is_no_harm(asking, name):
    rows = [("Germany", "Total", "2020", "100.5"), ("Germany", "Total", "2020", "100.5")]
    found = await asking(name, rows)
    assert figures(found) == [Decimal("100.5")]
    assert told(found, "figure-twice") == []


@every_format
async def test_two_names_of_one_place_are_one_place(asking, name):
    """Germany and Deutschland, each with a figure of its own."""
    rows = [("Germany", "Total", "2020", "100.5"), ("Deutschland", "Total", "2020", "101.5")]
    found = await asking(name, rows)
    assert figures(found) == [None]
    assert "100.5 and 101.5" in told(found, "figure-twice")[0]


# --- an open group


PARTS = [("Germany", "F", "2020", "90"), ("Germany", "M", "2020", "110"), ("France", "F", "2020", "80")]


@every_format
async def test_a_group_without_a_total_is_left_open_and_its_members_are_named(asking, name):
    found = await asking(name, PARTS)
    (says,) = told(found, "open-group")
    assert "(F, M), of which F was read" in says
    assert "no total" in says


@every_format
async def test_the_part_that_the_claim_names_answers(asking, name):
    found = await asking(name, PARTS, "pay of men")
    assert (figures(found), told(found, "open-group")) == ([110], [])


@every_format
async def test_a_total_answers_for_the_whole(asking, name):
    found = await asking(name, [*PARTS, ("Germany", "Total", "2020", "101")])
    assert (figures(found), told(found, "open-group")) == ([101], [])


@every_format
async def test_a_group_of_one_at_the_place_is_not_open(asking, name):
    """France has women alone: of whom else should its figure be."""
    found = await asking(name, PARTS, place="FRA")
    assert (figures(found), told(found, "open-group")) == ([80], [])


@every_format
async def test_a_listed_part_that_the_claim_does_not_name_is_told(asking, name, tmp_path):
    (tmp_path / name).write_bytes(FORMATS[name](PARTS))
    listed = own_figures((tmp_path / name).read_bytes(), name)
    men = next(one.ref.key for one in listed.series if one.ref.key.endswith("=M"))
    assert len(told(await asking(name, PARTS, "pay", men), "part-unnamed")) == 1
    assert told(await asking(name, PARTS, "pay of men", men), "part-unnamed") == []
    assert told(await asking(name, PARTS, "pay", men, "FRA"), "part-unnamed") == []


# --- multipliers


@pytest.mark.parametrize("words", ["thousands of persons", "persons", "", "thousand", "Thousand persons"])
def test_a_multiplier_counts_once_whatever_the_words_of_the_unit_say(words):
    unit = {"label": words, "multiplier": 3}
    figure = json.loads(as_jsonstat([("Canada", "POP", "2012", "34880.5")]))
    figure["dimension"]["sex"]["category"]["unit"] = {"POP": unit}
    (one,) = own_figures(json.dumps(figure).encode(), "own.json").observations
    assert one.value == Decimal(34880500)


def test_a_multiplier_that_the_words_contradict_is_told(tmp_path):
    figure = json.loads(as_jsonstat([("Canada", "POP", "2012", "34.5")]))
    figure["dimension"]["sex"]["category"]["unit"] = {"POP": {"label": "thousand persons", "multiplier": 6}}
    found = own_figures(json.dumps(figure).encode(), "own.json")
    ask = Ask(found.series[0].ref, ("CAN",), 2012, 2012)
    rows, problems = found.answer(ask, found.series[0], found.observations)
    assert [one.value for one in rows] == [34_500_000]
    assert "two-scales" in {problem.kind for problem in problems}


def test_the_population_of_canada_in_each_recorded_copy(shared):
    """34,880,500 in 2012, as Statistics Canada counted; the table lies three times among the recorded files."""
    found = []
    for path in sorted((shared / "sources/recorded/jsonstat").rglob("oecd-canada*.json")):
        read = own_figures(path.read_bytes(), path.name)
        whole = {one.ref for one in read.series if one.title.endswith("2012: total, population, total")}
        found += [one.value for one in read.observations if one.ref in whole]
    assert found == [34_880_500] * 3


# --- recorded tables


async def test_applications_in_australia_are_not_those_of_afghans(shared, tmp_path):
    """"Australia received 22 asylum applications in 2015.": the file has them by whence people came, and no total."""  # fmt: skip
    path = tmp_path / "asylum_applications.csv"
    body = gzip.decompress((shared / "sources/recorded/unhcr/csv/asylum_applications.csv.gz").read_bytes())
    head, *lines = body.split(b"\n")
    path.write_bytes(b"\n".join([head, *(line for line in lines if b",AUS," in line)]))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)
    source = DataFile(str(path), "own")
    ask = Ask(SeriesRef("own", "applied?procedure_type=G&app_type=A&dec_level=AR"), ("AUS",), 2015, 2015)
    found = await source.observations(fetch, ask)
    assert any("Afghanistan" in says for kind in ("open-group", "part-unnamed") for says in told(found, kind))


async def test_the_worlds_forest_is_not_germanys(shared):
    """A table of the UN with M49 numbers under "geo_area": 32.7 per cent of Germany was forest in 2015, of the world 31.4."""
    path = shared / "sources/recorded/unsdg/ddf/ddf--datapoints--ag_lnd_frst--by--geo_area--nature--units--year.csv"
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)
    source = DataFile(str(path), "own")
    for place, figure in (("DEU", "32.732422"), ("WLD", "31.3625052"), ("AFG", "1.8509941")):
        ask = Ask(SeriesRef("own", "ag_lnd_frst"), (place,), 2015, 2015)
        assert [str(one.value) for one in (await source.observations(fetch, ask)).observations] == [figure], place
