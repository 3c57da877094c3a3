"""A claim in one line, as lists have it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.report.headline import headline


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Unemployment in Greece was 27.5 percent in 2013.", ["27.5 % unemployment rate, Greece, 2013"]),
        (
            "Unemployment in Greece was 27.5 percent in 2013, the highest since 2000.",
            ["27.5 % unemployment rate, Greece, 2013", "unemployment rate: the highest since 2000, Greece, 2013"],
        ),
    ],
)
def test_a_line_says_what_where_and_when(text: str, lines: list[str]) -> None:
    assert [headline(claim) for claim in read_text(text, said=date(2015, 2, 11)).claims] == lines
