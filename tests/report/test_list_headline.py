"""A claim in one line, as lists have it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text
from workbench.report.list_headline import headline, short_headline


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


NOT_SAID = [
    ("en", "It is not true that unemployment in Greece was 27.5 percent in 2013."),
    ("en", "If unemployment in Greece had been 27.5 percent in 2013, we would have noticed."),
    ("en", "Unemployment in Greece was not 27.5 percent in 2013."),
    ("en", "The goal was unemployment of 27.5 percent in Greece in 2013."),
    ("de", "Es stimmt nicht, dass die Arbeitslosenquote in Griechenland 2013 bei 27,5 Prozent lag."),
    ("mk", "Не е точно дека невработеноста во Грција во 2013 беше 27,5 проценти."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SAID)
def test_a_line_never_drops_what_denies_it(language: str, text: str) -> None:
    """Over "it is not true that it was 27.5 percent" no list and no report writes "27.5 % unemployment rate"."""
    (claim,) = read_text(text, said=date(2015, 2, 11), language=language).claims
    assert headline(claim) == short_headline(claim) == text
