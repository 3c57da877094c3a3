"""Every figure of every recorded body is the one that stands there: cells, units, places and periods beside a second reading.

"No exception" is no reading. Each body is read once more by the standard library alone (see `second_reading`), and both must give the
same digits for the same members, no cell less and none more.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from sources._cube.cube import Cube, Role
from sources._files.file_format import NotATableFileError
from sources._files.file_tables import FileTable, read_tables
from sources._files.grid.grid_to_cube import MEASURE
from sources._files.grid.table_body import NOT_SAID
from sources._formats.jsonstat.reader import read_jsonstat
from sources._formats.px.reader import is_px
from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.reader import read_sdmx
from sources._text.m49 import NUMBERS
from sources._worldbank.answer_reader import read_page, read_rows
from workbench.core.errors import WorkbenchError
from workbench.core.place import find_place, places
from workbench.core.series import Observation, SeriesRef

from . import second_reading as second

SERVICES = {
    "worldbank": ("topic-csv/*.csv", "core-datasets/*.csv"),
    "unhcr": ("csv/*",),
    "owid": ("datasets/*/data.csv",),
    "unsdg": ("ddf/*datapoints*.csv",),
}
"""Tables in delimited text, as files of one's own."""

LISTS = {"worldbank": 21, "unhcr": 1, "owid": 1, "unsdg": 3}
"""How many of them hold no figures: lists of indicators and countries, marks and bounds alone."""


MADE_UP = frozenset({"generated-sample.json"})
"""A message that a machine made up: its indices lead nowhere, and no figure is read of it."""


def files(folder: Path, *endings: str) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in endings)


def tell(capsys: pytest.CaptureFixture[str], what: str, counted: Counter[str]) -> None:
    """A line of the sweep's table: a wrong cell has ended the test before."""
    cells, refused = counted.pop("cells"), counted.pop("refused", 0)
    others = ", ".join(f"{count:,} {name}" for name, count in counted.items())
    row = f"{what:12} | {cells:>9,} cells compared | {cells:>9,} right | 0 wrong | {refused:>4,} bodies refused | {others}"
    with capsys.disabled():
        print(f"\n{row}", end="")  # noqa: T201  (the table of the sweep)


def ours(cube: Cube) -> second.Cells:
    return {cell.codes: cell.text for cell in cube.cells() if cell.text}


def same(mine: second.Cells, theirs: second.Cells, name: str) -> int:
    """Return how many cells were compared; they must be the same ones with the same digits."""
    assert mine.keys() == theirs.keys(), (name, list(mine.keys() ^ theirs.keys())[:3])
    wrong = {key: (text, theirs[key]) for key, text in mine.items() if Decimal(text) != Decimal(theirs[key])}
    assert not wrong, (name, list(wrong.items())[:3])
    return len(mine)


def test_json_stat(shared: Path, capsys: pytest.CaptureFixture[str]):
    counted: Counter[str] = Counter()
    for path in files(shared / "sources/recorded", ".json"):
        body = path.read_bytes()
        try:
            read = read_jsonstat(path.name, body)
        except WorkbenchError:
            counted["refused"] += "jsonstat" in path.parts
            continue
        plain = [tree for tree in second.datasets(second.plain_json(body)) if second.jsonstat(tree)]
        with_cells = [one for one in read.datasets if ours(one.cube)]
        assert len(with_cells) == len(plain), path.name
        for one, tree in zip(with_cells, plain, strict=True):
            counted["cells"] += same(ours(one.cube), second.jsonstat(tree), path.name)
            counted["multiplied"] += scaled(one.cube, second.multipliers(tree))
        for table in read_tables(body, path.name)[0] if with_cells else ():
            counted["times"] += timed(table, path.name)
            counted["places"] += placed(table, path.name)
        counted["files"] += bool(with_cells)
    tell(capsys, "JSON-stat", counted.copy())
    assert counted["files"] >= 25
    assert counted["cells"] > 50_000
    assert counted["multiplied"] > 200


def scaled(cube: Cube, powers: Mapping[str, int]) -> int:
    """Return how many cells have a multiplier; each must be that of its member."""
    found = 0
    for cell in cube.cells():
        power = next((powers[code] for code in cell.codes if powers.get(code, 0) > 0), 0)
        assert cell.scale == Decimal(10) ** power, cell
        found += power > 0
    return found


def timed(table: FileTable, name: str) -> int:
    """Return how many times were compared; each must be of the year that its words name."""
    axis = table.cube.of_role(Role.TIME)
    found = 0
    for member in axis.members if axis else ():
        years = re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d{3})", f"{member.code} {member.label}")
        if not years:
            continue
        period = table.time(member)
        assert str(period.start.year) in years, (name, member, period)
        if part := re.fullmatch(r"\d{4}(?:-?(M|Q|K)|-)(\d{1,2})", member.code):
            month = 3 * int(part[2]) - 2 if part[1] in {"Q", "K"} else int(part[2])
            assert period.start.month == month, (name, member, period)
        found += 1
    return found


def placed(table: FileTable, name: str) -> int:
    """Return how many places were compared; a code of ISO is that country, a name that is known is that place."""
    axis, read = table.cube.of_role(Role.PLACE), table.places()
    found = 0
    for member in axis.members if axis else ():
        named = find_place(member.label) if member.label != member.code else None
        code = read(member)
        if member.label == "Georgia" and name == "us-gsp.json":
            assert code == "Georgia", "a state among states"
        elif named or member.code in places():
            assert code in {named, member.code} or not named, (name, member, code)
            found += 1
        else:
            coded = find_place(member.code) == code or NUMBERS.get(code) == member.code
            assert code not in places() or places()[code].iso2 == member.code or coded, (
                name,
                member,
                code,
            )
            found += coded
    return found


def test_pc_axis(shared: Path, capsys: pytest.CaptureFixture[str]):
    counted: Counter[str] = Counter()
    for path in files(shared / "sources/recorded", ".px"):
        body = path.read_bytes()
        assert is_px(body)
        table = read_tables(body, path.name)[0][0]
        counted["cells"] += same(ours(table.cube), second.px(body), path.name)
        counted["times"] += timed(table, path.name)
        counted["files"] += 1
    tell(capsys, "PC-Axis", counted.copy())
    assert counted["files"] == 6
    assert counted["cells"] > 25_000


def messages(shared: Path, *endings: str) -> Iterator[tuple[Path, bytes, Message]]:
    for path in files(shared / "sources/recorded/sdmx", *endings):
        body = path.read_bytes()
        try:
            read = read_sdmx(path.name, body)
        except WorkbenchError:
            continue
        if isinstance(read, Message) and path.name not in MADE_UP:
            yield path, body, read


@pytest.mark.parametrize("ending", [".json", ".xml"])
def test_sdmx_messages(shared: Path, ending: str, capsys: pytest.CaptureFixture[str]):
    counted: Counter[str] = Counter()
    for path, body, read in messages(shared, ending):
        theirs = second.sdmx_json(second.plain_json(body)) if ending == ".json" else second.sdmx_xml(body)
        names = [axis.code for axis in read.cube.axes]
        counted["cells"] += same(ours(read.cube), second.by_axes(theirs, names), path.name)
        counted["times"] += timed(FileTable("", read.cube), path.name)
        counted["files"] += 1
    tell(capsys, f"SDMX{ending}", counted.copy())
    assert counted["cells"] > 30


def test_sdmx_csv(shared: Path, capsys: pytest.CaptureFixture[str]):
    counted: Counter[str] = Counter()
    for path, body, read in messages(shared, ".csv"):
        table = second.rows(body)
        value = next(n for n, name in enumerate(table[0]) if name.partition(":")[0].strip().upper() == "OBS_VALUE")
        theirs = [row[value] for row in table[1:] if row[value].strip().lower() not in second.NO_FIGURE]
        cells = [cell for cell in read.cube.cells() if cell.text]
        assert [cell.text for cell in cells] == theirs, path.name
        assert [second.at(cell.pointer, table) for cell in cells] == theirs, path.name
        for cell in cells:
            row = table[int(re.search(r"row=(\d+)", cell.pointer)[1]) - 1]
            assert set(cell.codes) <= {part.partition(": ")[0] for part in row} | set(row), (path.name, cell)
        counted["cells"] += len(cells)
        counted["files"] += 1
    tell(capsys, "SDMX-CSV", counted.copy())
    assert counted["cells"] > 10


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("service", list(SERVICES))
def test_delimited_text(shared: Path, service: str, capsys: pytest.CaptureFixture[str]):
    counted: Counter[str] = Counter()
    for path in (
        path for pattern in SERVICES[service] for path in sorted((shared / "sources/recorded" / service).glob(pattern))
    ):
        body = path.read_bytes()
        body = gzip.decompress(body) if path.suffix == ".gz" else body
        try:
            (table,), _ = read_tables(body, path.name.removesuffix(".gz"))
        except WorkbenchError:
            counted["refused"] += 1
            continue
        counted["cells"] += by_pointer(table, second.rows(body), path.name)
        counted["times"] += timed(table, path.name)
        counted["places"] += placed(table, path.name)
        counted["files"] += 1
    tell(capsys, service, counted.copy())
    assert counted["refused"] == LISTS[service]
    assert counted["cells"] > 10_000


def by_pointer(table: FileTable, rows: list[list[str]], name: str) -> int:
    """Return how many cells were compared: digits, members and time with the row that the pointer names; none in their columns is lost."""
    axes = table.cube.axes
    labels = [{member.code: member.label for member in axis.members} for axis in axes]
    seen, count = set(), 0
    words = lru_cache(2)(lambda row: frozenset(map(second.line, rows[row])))
    for cell in table.cube.cells():
        found = re.match(r"csv:row=(\d+)&col=%23(\d+)", cell.pointer)
        assert found, cell
        row, column = int(found[1]) - 1, int(found[2]) - 1
        seen.add((row, column))
        raw, beside = rows[row][column].strip(), words(row)
        assert cell.text in {raw, f"“{raw}”", ""}, (name, cell, raw)
        assert cell.text or not second.is_figure(raw), (name, cell, raw)
        count += second.is_figure(cell.text)
        for axis, code, label in zip(axes, cell.codes, labels, strict=True):
            if cell.text and axis.role is not Role.TIME and axis.code != MEASURE:
                assert {code, label[code]} & (beside | {NOT_SAID}), (name, axis.code, cell)
    first, columns = min(row for row, _ in seen), {column for _, column in seen}
    lost = [
        (row, column)
        for row in range(first, len(rows))
        for column in columns
        if column < len(rows[row]) and second.is_figure(rows[row][column]) and (row, column) not in seen
    ]
    assert not lost, (name, lost[:3])
    return count


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_lists_hold_no_figures(shared: Path):
    """Lists of series, dataflows, datasets and codes: their ids, first years and base dates are no figures."""
    folder = shared / "sources/recorded"
    lists = [
        *folder.glob("*/catalogue/*.csv*"),
        folder / "all_titles.csv.gz",
    ]
    assert len(lists) >= 19
    for path in lists:
        body = path.read_bytes()
        body = gzip.decompress(body) if path.suffix == ".gz" else body
        with pytest.raises(NotATableFileError, match="no table with times and figures"):
            read_tables(body, path.name.removesuffix(".gz"))


def one_scale(rows: list[Observation]) -> Decimal:
    """Return the one multiplier of all figures of a page."""
    scales = {one.evidence.scale for one in rows if one.evidence}
    assert len(scales) <= 1
    return scales.pop() if scales else Decimal(1)


def test_pages_of_the_world_bank(shared: Path, capsys: pytest.CaptureFixture[str]):
    """Each page of its API: places, years and digits as a plain reading of the JSON has them."""
    counted: Counter[str] = Counter()
    for path in sorted((shared / "sources/recorded/worldbank/api-v2").glob("country__*__indicator__*.json")):
        for page in second.plain_json(path.read_bytes()):
            theirs = {
                (row["countryiso3code"], row["date"]): row["value"]
                for row in (page[1:] or [()])[0] or ()
                if row["value"] is not None
            }
            if "message" in page[0]:  # a refusal that comes as a page
                with pytest.raises(WorkbenchError):
                    read_page(json.dumps(page).encode())
                continue
            rows, problems = read_rows(
                SeriesRef("worldbank", "x"), read_page(json.dumps(page, default=str).encode()), "0" * 64
            )
            assert not problems
            mine = {(one.place, one.period.label): one.value for one in rows if one.value is not None}
            theirs = {(place, when): Decimal(value) * (one_scale(rows)) for (place, when), value in theirs.items()}
            assert mine == theirs, path.name
            counted["cells"] += len(mine)
        counted["files"] += 1
    tell(capsys, "World Bank", counted.copy())
