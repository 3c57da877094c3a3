"""Times as offices label them; what is no time is never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._cube.cube import Axis, Member
from sources._formats.px.times import bare, is_period, is_time_name, part_named, period_of, reader_of
from tests.each import each


@each(
    ("label", "read"),
    [
        ("2024", "2024"), ("2024 1)", "2024"), ("20241)", "2024"), ("2024*", "2024"), ("2024 **", "2024"), ("2024¹", "2024"),
        ("2021.", "2021"), ("2024 (p)", "2024"), ("2021Q3", "2021-Q3"), ("2021/Q3", "2021-Q3"), ("2021K3", "2021-Q3"),
        ("2021 Q3 2)", "2021-Q3"), ("Q3 2021", "2021-Q3"), ("TM3 2021", "2021-Q3"), ("III/2021", "2021-Q3"), ("2021-III", "2021-Q3"),
        ("2021M09", "Sep 2021"), ("2021М09", "Sep 2021"), ("2021-09", "Sep 2021"), ("2021/09", "Sep 2021"), ("09.2021", "Sep 2021"),
        ("September 2021", "Sep 2021"), ("2021 September", "Sep 2021"), ("септември 2021", "Sep 2021"), ("Септември, 2021", "Sep 2021"),
        ("shtator 2021", "Sep 2021"), ("IX/2021", "Sep 2021"), ("31.12.2021", "31 Dec 2021"), ("2021H1", "Jan–Jun 2021"), ("2021-12-31", "31 Dec 2021"),
    ],
)  # fmt: skip
def test_a_label_is_read_as_its_period(label: str, read: str):
    assert period_of(Member("7", label)).label == read


@each(
    "label", ["Total", "2023/2024", "15-24", "Marriages 2020", "1", "65+", "0001", "2021M13", "2021Q5", "XIII/2021", "99999", "3021", "", "35.12.2021"]
)  # fmt: skip
def test_what_is_no_time_is_none(label: str):
    assert not is_period(label)
    with pytest.raises(ValueError, match="not a time"):
        period_of(Member("x", label))


def test_a_roman_number_is_what_its_variable_is_called():
    month = reader_of(Axis("Месец", "Month", ()))
    quarter = reader_of(Axis("Тримесечје", "Quarter", ()))
    plain = reader_of(Axis("Период", "Period", (Member("1", "I/2021"), Member("11", "XI/2021"))))
    assert [read(Member("2", "II/2021")).label for read in (month, quarter, plain)] == [
        "Feb 2021",
        "2021-Q2",
        "Feb 2021",
    ]


def test_parts_of_a_year_and_the_names_of_variables():
    assert [part_named(Member("1", label)) for label in ("Мај", "MAY", "Q2", "K4", "Year", "12")] == [
        ("M", 5), ("M", 5), ("Q", 2), ("K", 4), None, None,
    ]  # fmt: skip
    assert is_time_name("Тримесечје")
    assert not is_time_name("Years of study")
    assert bare("2024 1) *") == "2024"


@given(st.text(max_size=40))
def test_any_text_is_a_period_or_is_none(text: str):
    if is_period(text):
        assert 1700 <= period_of(Member("", text)).start.year <= 2200
