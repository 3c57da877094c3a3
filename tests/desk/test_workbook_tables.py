"""Claims that a newsroom keeps in Excel come in like CSV, a refused row under the number that it has in the sheet."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from workbench.core.errors import ReadingError
from workbench.desk.importing.workbook_tables import workbook_lines
from workbench.ports import Raw

ROWS = [
    ["Claim", "Date", "Speaker", "Note"],
    ["Unemployment fell to 5.3 percent in 2019.", date(2021, 12, 2), "Ana Radeva", None],
    [None, None, None, None],
    ["The deficit was 1.8 billion euros, she said: “no more”.", datetime(2022, 3, 1, 10, 30), "Ben", 7],  # noqa: DTZ001  (a sheet knows no time zones)
    ["Two lines\nin one cell: 40 schools were built.", "3 May 2022", "Ana Radeva", 0.1],
]


def workbook(rows: list[list[object]], *, before: bool = False, since_1904: bool = False) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    if before:
        sheet = made.create_sheet("Claims")
    if since_1904:
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in rows:
        sheet.append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def lines(body: bytes) -> list[tuple[int, str]]:
    return list(workbook_lines(Raw("claims.xlsx", "xlsx", body)))


@pytest.mark.parametrize("before", [False, True], ids=["first sheet", "an empty sheet before it"])
@pytest.mark.parametrize("since_1904", [False, True])
def test_rows_are_lines_of_csv_under_their_own_numbers(before: bool, since_1904: bool):
    got = lines(workbook(ROWS, before=before, since_1904=since_1904))
    assert [number for number, _ in got] == [1, 2, 4, 5]
    assert got[1][1] == "Unemployment fell to 5.3 percent in 2019.,2021-12-02,Ana Radeva,\r\n"
    assert got[2][1].endswith(",2022-03-01,Ben,7\r\n")
    assert got[3][1] == '"Two lines\nin one cell: 40 schools were built.",3 May 2022,Ana Radeva,0.1\r\n'


@pytest.mark.parametrize(
    "body",
    [b"", b"no workbook", b"PK\x03\x04 cut short", workbook(ROWS)[:500], workbook([])],
    ids=["empty", "text", "a head alone", "cut short", "no rows"],
)
def test_what_is_no_workbook_with_rows_is_refused_in_a_sentence(body: bytes):
    with pytest.raises(ReadingError) as caught:
        lines(body)
    assert caught.value.message.startswith("claims.xlsx: ")
    assert caught.value.hint
