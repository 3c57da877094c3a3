"""Words that a person marks are read as a claim by the same readers, told where the claim is."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.document import Span
from workbench.extract import read_text
from workbench.extract.claims_marked_by_hand import NoFigureMarkedError, SeveralParagraphsError, figures_in, read_marked

TEXT = (
    "For three reasons we stayed. Unemployment was 15.7 percent in 2021.\n\n"
    "It fell from 27.3 % in 2013 to 16.6 % in 2020, and 5 ministers among us saw it.\n\n"
    "2019\t12\t14\n2020\t13\t15\n2021\t14\t16\n"
)


def marked(words: str, text: str = TEXT, **more):
    start = text.index(words)
    return read_marked(text, Span(start, start + len(words)), document="d", **more)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("three reasons", "3 reason"),
        ("5 ministers among us", "5 minister"),
        ("15.7 percent in 2021", "15.7 percentage"),
        ("from 27.3 % in 2013", "27.3 percentage"),
        ("2020\t13\t15", "13"),
    ],
)
def test_what_is_marked_is_read_with_its_figure(words, figure):
    claim = marked(words)
    assert (claim.quote, str(claim.figure.value).removesuffix(" ")) == (words, figure)
    assert claim.span.cut(TEXT) == words


def test_what_the_reader_reads_itself_is_read_the_same_where_it_is_marked():
    """Every claim of the text, marked by its own words, is the reader's claim."""
    for claim in read_text(TEXT, document="d", said=date(2021, 12, 2), place="MKD").claims:
        assert read_marked(TEXT, claim.span, document="d", said=date(2021, 12, 2), place="MKD") == claim


def test_a_wider_mark_takes_the_reading_and_keeps_the_marked_words():
    claim = marked("Unemployment was 15.7 percent in 2021.")
    assert (claim.measure, str(claim.period.value)) == ("unemployment rate", "2021")
    assert claim.context == "Unemployment was 15.7 percent in 2021."


@pytest.mark.parametrize("words", ["we stayed", "saw it.", "reasons"])
def test_a_mark_without_a_figure_is_refused(words):
    with pytest.raises(NoFigureMarkedError, match="holds no figure"):
        marked(words)


def test_a_mark_over_two_paragraphs_is_refused():
    with pytest.raises(SeveralParagraphsError, match="two paragraphs"):
        marked("15.7 percent in 2021.\n\nIt fell")


def test_the_figures_of_a_stretch_are_found_for_splitting():
    start = TEXT.index("It fell")
    found = figures_in(TEXT, Span(start, TEXT.index(", and 5")))
    assert [span.cut(TEXT) for span in found] == ["27.3 %", "16.6 %"]
