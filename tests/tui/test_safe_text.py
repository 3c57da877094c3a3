"""Foreign text never reaches the terminal as anything but text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.safe_text import NO_BREAK_SPACE, one_line, plain


@pytest.mark.parametrize(
    ("foreign", "seen"),
    [
        ("\x1b[2J\x1b]0;title\x07", "�[2J�]0;title�"),
        ("[bold red]x[/]", "[bold red]x[/]"),
        ("15,895\u202e598,51", "15,895�598,51"),
        ("ze\u200bro\u00adwidth\ufeff", "zerowidth"),
        ("tab\tand\u2009thin", "tab and thin"),
        ("Скопје 北京 👩", "Скопје 北京 👩"),
        ("lone \ud800 surrogate", "lone � surrogate"),
        ("\x9b31m", "�31m"),
        (f"36.5{NO_BREAK_SPACE}%", f"36.5{NO_BREAK_SPACE}%"),
    ],
)
def test_what_is_shown_of_foreign_text(foreign: str, seen: str) -> None:
    assert plain(foreign) == seen


@given(st.text())
def test_no_control_character_comes_through(text: str) -> None:
    assert not [c for c in plain(text) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]


@given(st.text())
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
