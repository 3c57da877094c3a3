"""Lines are broken at words, by cells, and lose nothing but the white space at the breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.lines.line import line, say, text_of, texts
from workbench.tui.lines.wrap import cells, fit, wrap

words = st.text(alphabet="ab Скопје北京é ,.\u0301", max_size=80)


def test_breaks_at_words() -> None:
    assert texts(wrap(line("the police stopped 16,000 attempts"), 16)) == ["the police", "stopped 16,000", "attempts"]


def test_later_lines_hang() -> None:
    assert texts(wrap(line("1  value of 2020 in row 14"), 20, 3)) == ["1  value of 2020 in", "   row 14"]


def test_wide_characters_count_as_two() -> None:
    assert texts(wrap(line("北京北京北京"), 6)) == ["北京北", "京北京"]


def test_a_firm_space_is_no_place_to_break() -> None:
    assert texts(wrap(line("a fall of 36.5\u00a0% since"), 14)) == ["a fall of", "36.5 % since"]


def test_roles_stay_with_their_words() -> None:
    broken = wrap(line(say("period ", "dim"), "Jan–Sep 2021"), 10)
    assert [[(p.text, p.role) for p in each] for each in broken] == [
        [("period", "dim")],
        [("Jan–Sep", "")],
        [("2021", "")],
    ]


@given(words, st.integers(2, 30), st.integers(0, 8))
def test_no_line_is_wider_than_asked(text: str, width: int, hang: int) -> None:
    assert all(cells(each) <= width for each in texts(wrap(line(text), width, hang)))


@given(words, st.integers(2, 30))
def test_no_word_is_lost(text: str, width: int) -> None:
    assert "".join("".join(texts(wrap(line(text), width))).split()) == "".join(text_of(line(text)).split())


@given(words, st.integers(0, 30))
def test_fit_is_exact(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width
