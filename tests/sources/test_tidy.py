"""The user's own tables, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._files.data_file import DataFile
from sources._files.file_format import FileKind, kind_of
from sources._files.tidy_table import tidy_table
from sources._formats.delimited_text import MissingColumnsError
from sources._web.fetch import Fetcher
from tests.each import each
from workbench.core.errors import MissingFileError, NotTextError, ReadingError, UnknownNameError
from workbench.core.number import exact
from workbench.core.quantity import PERCENT, Dimension
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask, Request
from workbench.testing import MemoryArchive, utc_now

HEAD = "series,title,unit,place,time,value\n"


def read(text: str | bytes, origin: str = "own.csv"):
    table = tidy_table(text.encode() if isinstance(text, str) else text, origin, "0" * 64)
    return table.series(), table.observations, table.problems


def values(text: str | bytes) -> list[Decimal | None]:
    return [o.value for o in read(text)[1]]


def test_a_plain_table():
    series, observations, problems = read(HEAD + "cross,Prevented crossings,attempts,North Macedonia,2021,15895\n")
    assert problems == []
    assert (series[0].ref, series[0].title, series[0].unit.name) == (
        SeriesRef("file", "cross"),
        "Prevented crossings",
        "attempt",
    )
    only = observations[0]
    assert (only.place, only.period.label, only.value, only.step) == ("MKD", "2021", 15895, 1)
    assert only.evidence is not None
    assert only.evidence.pointers == ("csv:row=2&col=value&sep=%2C&dec=.",)


@each(
    ("body", "value"),
    [
        (b"\xef\xbb\xbfseries,place,time,value\na,MKD,2021,12.5\n", "12.5"),
        (b"series;place;time;value\r\na;MKD;2021;12,5\r\n", "12.5"),
        (b"series;place;time;value\na;MKD;2021;12.5\n", "12.5"),
        (b"series\tplace\ttime\tvalue\na\tMKD\t2021\t12,5\n", "12.5"),
        (b"Series , PLACE,Time,Value\na,MKD,2021, 12.5 \n", "12.5"),
        (b'"series","place","time","value"\n"a","MKD","2021","12.5"\n', "12.5"),
        (b"value,time,place,series\n1.25e1,2021,MKD,a", "12.5"),
        (b"series,place,time,value\n\n\na,MKD,2021,12.5\n\n", "12.5"),
        (b'series,title,place,time,value\na,"two\nlines, and a comma",MKD,2021,12.5\n', "12.5"),
    ],
)
def test_tables_as_spreadsheets_save_them(body, value):
    _, observations, problems = read(body)
    assert problems == []
    assert [exact(o.value) for o in observations if o.value] == [value]
    assert read_figure(observations[0].evidence, body) == Decimal(value)


def test_an_empty_value_is_missing_and_never_zero():
    _, observations, _ = read(
        HEAD
        + "".join(f"a,A,,MKD,{2000 + n},{v}\n" for n, v in enumerate(["", "..", ":", "n/a", "-", "[z]", "[c]", "0"]))
    )
    assert [o.value for o in observations] == [None] * 7 + [Decimal(0)]
    assert [o.status for o in observations] == [Status.MISSING] * 6 + [Status.SUPPRESSED, Status.FINAL]
    assert all(o.evidence is None for o in observations[:7])


def test_a_scale_is_applied_and_kept_in_the_evidence():
    body = b"series,place,time,value,scale\na,MKD,2021,22.516,1000\n"
    only = read(body)[1][0]
    assert (exact(only.value), exact(only.step)) == ("22516.000", "1.000")
    assert only.evidence.scale == 1000
    assert exact(read_figure(only.evidence, body)) == exact(only.value)


@each(("words", "size"), [("EUR", 1), ("Thousand EUR", 10**3), ("Million EUR", 10**6), ("Billion EUR", 10**9)])
@each("scale", ["", "1", "1.0", "1000", "1000000", "1000000000"])
def test_a_multiplier_in_the_unit_and_one_beside_it_count_once(words, size, scale):
    """A scale of 1 is a default and takes nothing away; two that differ leave the row out, and it is told."""
    body = f"series,unit,place,time,value,scale\na,{words},MKD,2021,2,{scale}\n".encode()
    _, observations, problems = read(body)
    beside = int(float(scale or 1))
    if 1 in {size, beside} or size == beside:
        assert [each.value for each in observations] == [2 * max(size, beside)]
    else:
        assert not observations
        assert f"The scale says {beside}, the unit {size}" in problems[0].message


@each(
    ("time_code", "label"),
    [("2021", "2021"), ("2021Q3", "2021-Q3"), ("2021-Q3", "2021-Q3"), ("2021M09", "Sep 2021"), ("2021-09", "Sep 2021"),
     ("2021-S1", "Jan–Jun 2021"), ("2021-W05", "1 Feb 2021–7 Feb 2021"), ("2021-A1", "2021"), ("2021-12-02", "2 Dec 2021")],
)  # fmt: skip
def test_time_in_any_known_form(time_code, label):
    assert [o.period.label for o in read(HEAD + f"a,A,%,MKD,{time_code},1\n")[1]] == [label]


def test_flags_notes_and_addresses_are_kept():
    body = "series,place,time,value,status,note,url,retrieved\na,MK,2021,1,p,first count,https://mvr.gov.mk/x,2021-12-02\na,MK,2022,1,odd,,javascript:alert(1),\n"
    series, observations, problems = read(body)
    assert (observations[0].status, observations[0].note) == (Status.PROVISIONAL, "first count Retrieved 2021-12-02.")
    assert series[0].url == "https://mvr.gov.mk/x"
    assert [p.kind for p in problems] == ["unknown-status"]


def test_bad_rows_are_told_with_their_line_and_left_out():
    rows = [
        "a,A,%,MKD,2021,1",
        "a,A,%,MKD,someday,1",
        "a,A,%,,2021,1",
        ",A,%,MKD,2021,1",
        "a,A,%,MKD,2021,many",
        "a,A,%,MKD,2021,1e99",
        "a,A,USD,MKD,2021,1",
        "a",
    ]
    _, observations, problems = read(HEAD + "\n".join(rows) + "\n")
    assert len(observations) == 1
    assert [p.where for p in problems] == [f"own.csv, row {n}" for n in range(3, 10)]
    assert all(p.kind == "bad-row" for p in problems)


@pytest.mark.parametrize(
    "body",
    ['series,place,time,value\na,MKD,2021,"16,000"\n', "series;place;time;value\na;MKD;2021;16.000\n", "series;place;time;value\na;MKD;2021;16.000\na;MKD;2022;1,5\n"],
)  # fmt: skip
def test_a_mark_that_may_stand_for_thousands_is_not_guessed(body):
    """16.000 in a table with decimal commas is sixteen thousand, or sixteen: the machine does not choose."""
    _, _, problems = read(body)
    assert "thousands or for decimals" in problems[0].message


def test_many_bad_rows_do_not_drown_the_reader():
    problems = read(HEAD + "a,A,%,MKD,never,1\n" * 5_000)[2]
    assert len(problems) == 101
    assert "4,900 more rows" in problems[-1].where


def test_an_unknown_place_is_kept_as_written_and_told_once():
    _, observations, problems = read(HEAD + "a,A,%,Atlantis,2020,1\na,A,%,Atlantis,2021,1\na,A,%,macedonia,2021,1\n")
    assert [o.place for o in observations][:2] == ["Atlantis", "Atlantis"]
    assert [p.kind for p in problems] == ["unknown-place"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"PK\x03\x04rest", "Excel"), (b"%PDF-1.7", "a PDF"), (b'{"a":1}', "JSON"),
        (b"<!DOCTYPE html><p>", "an HTML page"), (b"series,place\0,time", "binary data"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told(body, says):
    with pytest.raises(NotTextError, match=says):
        read(body)


def test_missing_columns_are_named():
    with pytest.raises(MissingColumnsError, match="place, value are missing; there is: series, time, amount"):
        read("series,time,amount\n")
    for body in ("\n\n", "hello", '"', "   "):
        with pytest.raises(ReadingError):
            read(body)


def test_an_older_encoding_is_read_and_told():
    body = "series;title;place;time;value\nа;Број на барања за азил во Северна Македонија;MKD;2021;1,5\n".encode(
        "cp1251"
    )
    _, observations, problems = read(body)
    assert [o.value for o in observations] == [Decimal("1.5")]
    assert [p.kind for p in problems] == ["encoding-guessed"]
    assert read_figure(observations[0].evidence, body) == Decimal("1.5")


def test_control_characters_never_leave_the_reader():
    series, observations, problems = read(
        "series,title,place,time,value\na\x1b[1m,Ti\x1b]0;x\x07tle\u202e,Pla\x1bce,2021,1\n"
    )
    assert series[0].ref.key.isprintable()
    assert series[0].title.isprintable()
    assert observations[0].place.isprintable()
    assert all(p.message.isprintable() and p.where.isprintable() for p in problems)


def test_how_parts_add_follows_from_unit_and_title():
    series, _, _ = read(
        "series,title,unit,place,time,value\na,Unemployment,%,MK,2021,1\nb,Asylum applications,applications,MK,2021,1\nc,Odd,,MK,2021,1\n"
    )
    assert [s.adds for s in series] == [Additivity.MEAN, Additivity.SUM, Additivity.UNKNOWN]
    assert [s.unit.dimension for s in series] == [Dimension.SHARE, Dimension.COUNT, Dimension.UNKNOWN]
    assert series[0].unit == PERCENT


def test_a_labelled_set_of_real_figures_reads_whole(shared):
    body = (shared / "eval/check/data.csv").read_bytes()
    with io.StringIO(body.decode("utf-8-sig"), newline="") as stream:
        rows = list(csv.DictReader(stream))
    series, observations, problems = read(body)
    assert len(observations) == len(rows)
    assert {p.kind for p in problems} <= {"unknown-place"}
    assert len(series) == len({row["series"] for row in rows})
    for o in observations[::97]:
        assert exact(read_figure(o.evidence, body)) == exact(o.value)


@pytest.mark.slow
def test_a_hundred_thousand_rows_take_seconds():
    body = (
        HEAD
        + "".join(
            f"s{n % 50},Title {n % 50},persons,MKD,{1500 + n // 200}Q{n // 50 % 4 + 1},{n}.5\n" for n in range(100_000)
        )
    ).encode()
    began = time.perf_counter()
    series, observations, problems = read(body)
    assert (len(series), len(observations), problems) == (50, 100_000, [])
    assert time.perf_counter() - began < 8


@given(st.text(st.characters(exclude_characters="\0"), max_size=200), st.sampled_from([",", ";", "\t"]))
def test_any_text_under_a_header_is_read_or_told(text, sep):
    body = (sep.join(["series", "place", "time", "value", "scale", "status"]) + "\n" + text).encode(
        "utf-8", "surrogatepass"
    )
    series, observations, problems = read(body)
    assert all(s.title.isprintable() for s in series)
    assert all(p.message.isprintable() for p in problems)
    for o in observations:
        if o.value is not None:
            assert exact(read_figure(o.evidence, body)) == exact(o.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_sentence(body):
    with pytest.raises(ReadingError) as caught:
        read(body)
    assert caught.value.message.isprintable()


# --- as a source ----------------------------------------------------------------------------------------


@pytest.fixture
def fetch():
    return Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)


async def test_a_file_on_disk_is_a_source(tmp_path, fetch):
    file = tmp_path / "границa one.csv"
    file.write_text(HEAD + "a,Alpha,%,MKD,2020,1\na,Alpha,%,ALB,2020,2\na,Alpha,%,MKD,2021,3\n", encoding="utf-8")
    source = DataFile(str(file), name="mine")
    listed = [series async for page in source.catalogue(fetch) for series in page.series]
    assert [(str(s.ref), s.places, s.first, s.last) for s in listed] == [
        ("mine:a", frozenset({"MKD", "ALB"}), 2020, 2021)
    ]
    found = await source.observations(fetch, Ask(listed[0].ref, ("MKD",), 2021, 2021))
    assert [o.value for o in found.observations] == [3]
    assert found.snapshots[0].url == file.as_uri()
    with pytest.raises(UnknownNameError):
        await source.observations(fetch, Ask(SeriesRef("mine", "b"), ("MKD",), 2021, 2021))
    file.write_text(HEAD + "a,Alpha,%,MKD,2021,4\n", encoding="utf-8")
    assert [
        o.value for o in (await source.observations(fetch, Ask(listed[0].ref, ("MKD",), 2021, 2021))).observations
    ] == [4]


async def test_a_file_that_is_not_there_is_a_sentence(fetch):
    with pytest.raises(MissingFileError):
        await DataFile("/nowhere/at/all.csv").observations(fetch, Ask(SeriesRef("file", "a"), (), 2021, 2021))


async def test_a_table_at_an_address_comes_over_the_same_client(faults, quick):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick())
    assert DataFile("https://example.org/data/own.csv").info.hosts == ("example.org",)
    for asked in (1, 2):  # a page is told, and not taken for the table's answer of the day
        with pytest.raises(ReadingError, match="this is a web page, not a table"):
            await DataFile(faults.url("html")).observations(fetch, Ask(SeriesRef("file", "a"), (), 2021, 2021))
        assert faults.questions["html"] == asked
    assert (await fetch(Request(faults.url("fine")))).body


@pytest.mark.parametrize(
    ("unit", "scale", "figure"),
    [
        ("thousand persons", "", "35700"), ("thousand persons", "1", "35700"), ("thousand persons", "1000", "35700"),
        ("million euro", "1", "35700000"), ("persons", "1", "35.7"), ("persons", "1000", "35700"), ("per 1,000 persons", "1", "35.7"),
    ],
)  # fmt: skip
def test_the_multiplier_of_a_unit_holds_beside_a_scale_of_one(unit, scale, figure):
    table = f'series,title,unit,place,time,value,scale\na,Unemployed,"{unit}",MKD,2021,35.7,{scale}\n'
    assert values(table) == [Decimal(figure)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "cp1251", "cp1252"]
)
@pytest.mark.parametrize("sep", [",", ";", "\t"])
async def test_a_tidy_file_in_any_encoding_is_a_tidy_file(tmp_path, encoding, sep):
    """A spreadsheet's "Unicode text" is UTF-16 with tabs."""
    text = "series,title,unit,place,time,value\na,Rate,%,MKD,2021,15\na,Rate,%,MKD,2022,14\n".replace(",", sep)
    bom = {"utf-16-le-bom": "\ufeff", "utf-16-be-bom": "\ufeff"}.get(encoding, "")
    body = (bom + text).encode(encoding.removesuffix("-bom"))
    assert kind_of(body, "own.csv") is FileKind.TIDY
    path = tmp_path / "own.csv"
    path.write_bytes(body)
    archive = MemoryArchive()
    fetch = Fetcher(archive=archive, clock=utc_now, offline=True)
    found = await DataFile(str(path), "own").observations(fetch, Ask(SeriesRef("own", "a"), ("MKD",), 2021, 2022))
    assert [o.value for o in found.observations] == [15, 14]
    for one in found.observations:
        assert read_figure(one.evidence, archive.read(one.evidence.snapshot)) == one.value
