"""Small raised figures: "16,000¹ attempts" are sixteen thousand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ports import Raw
from workbench.readers import readers
from workbench.readers._superscripts import raised, raised_in, without_note_marks

SAID = "<p>The police prevented 16,000<sup>1</sup> attempts<sup><a href='#2'>[2]</a></sup> in 25 km<sup>2</sup> of land.</p>"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("16,000¹ attempts", "16,000 attempts"),
        ("fell by 3 percent.⁴ It rose", "fell by 3 percent. It rose"),
        ("“We stopped them,”¹² he said", "“We stopped them,” he said"),
        ("2021¹–2022²", "2021–2022"),
        ("unemployment²,³ fell", "unemployment fell"),
        ("25 km² of land", "25 km² of land"),
        ("5 m³ and R² and x²", "5 m³ and R² and x²"),
        ("a³ start, and I² said", "a start, and I said"),
        ("10⁶ euros", "10⁶ euros"),
        ("3·10⁶ euros", "3·10⁶ euros"),
        ("110¹ euros", "110 euros"),
        ("3¹⁄₂ years", "3¹⁄₂ years"),
        ("¹ Counted by the ministry.", "¹ Counted by the ministry."),
    ],
)
def test_marks_of_notes_go_and_powers_stay(text: str, plain: str):
    assert without_note_marks(text) == plain


@given(st.text())
def test_nothing_but_raised_figures_is_ever_taken_out(text: str):
    kept = without_note_marks(text)
    marks = set("⁰¹²³⁴⁵⁶⁷⁸⁹,–-")
    assert [c for c in kept if c not in marks] == [c for c in text if c not in marks]
    assert kept == text or set("⁰¹²³⁴⁵⁶⁷⁸⁹") & set(text)


@given(st.text(), st.text())
def test_any_markup_is_gone_through(before: str, words: str):
    assert isinstance(raised(before, words), str)
    bare = before.replace("<", "")
    assert raised_in(f"{bare}<sup>x</sup>{words}").startswith(f"{bare}x")


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_raised_marks_in_markup_are_no_part_of_a_figure(name: str):
    body = (f"<html><body><article>{SAID * 4}</article></body></html>" if name == "html" else SAID[3:-4]).encode()
    text = readers()[name].read(Raw("page", "", body)).document.text
    assert "The police prevented 16,000 attempts in 25 km2 of land." in text


def test_a_long_run_of_raised_figures_is_kept_whole():
    assert raised("km", "1," * 40 + "1") == "1," * 40 + "1"
    assert raised("km", " " * 100_000) == " " * 100_000


def test_a_page_of_tags_that_never_end_takes_a_moment():
    assert raised_in("<sup>" * 50_000) == "<sup>" * 50_000
