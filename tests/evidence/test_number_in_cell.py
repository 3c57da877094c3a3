"""Figures as people write them in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.number import decimal, exact
from workbench.evidence.figure_by_pointer import read_figure
from workbench.evidence.number_in_cell import SPACES, read_written


@pytest.mark.parametrize(
    ("cell", "dec", "tho", "digits", "tail"),
    [
        ("16000", ".", "", "16000", ""),
        (" 1 234,50 ", ",", SPACES, "1234.50", ""),
        ("1\u00a0234\u202f567", ",", SPACES, "1234567", ""),
        ("1.234.567", ",", ".", "1234567", ""),
        ("1'234.5", ".", "'", "1234.5", ""),
        ("−36.5", ".", "", "-36.5", ""),
        ("+7", ".", "", "7", ""),
        ("1234 b", ".", "", "1234", "b"),
        ("1234b", ".", "", "1234", "b"),
        ("12.3 [10-15]", ".", "", "12.3", "[10-15]"),
        ("1,234*", ".", ",", "1234", "*"),
        ("56¹", ".", "", "56", "¹"),
        ("56 1)", ".", "", "56", "1)"),
        ("36.5%", ".", "", "36.5", "%"),
        ("$1,200", ".", ",", "1200", ""),
        ("1.5E-3", ".", "", "1.5E-3", ""),
    ],
)
def test_what_is_a_figure(cell, dec, tho, digits, tail):
    found = read_written(cell, dec, tho)
    assert found is not None
    assert found == (digits, tail)


@pytest.mark.parametrize(
    "cell",
    ["", "..", "1,234", "12 345", "1-2", "2020-01", "12 k", "12m", "5 bn", "(123)", "1.2.3", "1 2", "٣٤", "12 apples", "x" * 500, "1" * 500, "3/4"],
)  # fmt: skip
def test_what_is_none(cell):
    """A mark that the table does not use, a multiplier, a range, other digits: nothing is guessed."""
    assert read_written(cell) is None


@given(st.text(max_size=40), st.sampled_from(".,"), st.sampled_from(["", ",", ".", SPACES, "'"]))
def test_any_text_is_a_figure_in_plain_digits_or_none(cell, dec, tho):
    found = read_written(cell, dec, tho if tho != dec else "")
    if found is not None:
        assert decimal(found.digits) is not None
        kept = [c for c in found.digits.lower().partition("e")[0] if c.isdigit()]
        assert [c for c in cell if c in "0123456789"][: len(kept)] == kept


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_figure_written_with_thousands_is_read_again_from_the_body(value):
    written = f"{value:,}".replace(",", "\u00a0").replace(".", ",")
    body = f"Држава;2020\nСкопје;{written} p\n".encode()
    evidence = Evidence("0" * 64, (csv_pointer(2, "#2", ";", ",", SPACES),))
    assert exact(read_figure(evidence, body)) == exact(value).replace("-0.00", "-0.00")


def test_a_pointer_into_utf_16_is_read():
    body = "Land\t2020\r\nSkopje\t1.234,5\r\n".encode("utf-16")
    assert str(read_figure(Evidence("0" * 64, (csv_pointer(2, "#2", "\t", ",", "."),)), body)) == "1234.5"
