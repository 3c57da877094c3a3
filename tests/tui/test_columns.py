"""Columns stand straight whatever is written in them: wide, combining, right-to-left and Cyrillic text, and their mixtures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.examples import examples
from workbench.ports import ClaimRow, DocumentRow
from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import line, raw_text, say, text_of
from workbench.tui.lines.list_rows import claim_row, document_head, document_row
from workbench.tui.lines.wrap import cells, fit, wrap
from workbench.tui.safe_text import one_line

WRITTEN = (
    "Министерот рече дека инфлацијата е 12,5 проценти",
    "失業率は二〇二一年に十五パーセント下がった",
    "실업률이 15퍼센트 떨어졌다",
    "قال الوزير إن البطالة انخفضت بنسبة ١٥ في المئة",
    "שיעור האבטלה ירד ב־15 אחוזים",
    "e\u0301te\u0301 et ann\u0308e\u0301e a\u0301\u0327\u0323",
    "x\u0336y\u0336z" + "\u0301" * 9,
    "👍🏽 🇲🇰 ❤️ 👨‍👩‍👧 1️⃣ ☎",
    "การว่างงานลดลง",
    "plain words of 36.5 percent",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(WRITTEN),
    st.lists(st.sampled_from([part for text in WRITTEN for part in text.split()]), max_size=12).map(" ".join),
    st.text(st.sampled_from("".join(WRITTEN)), max_size=60),
    st.text(max_size=40),
)
WIDTHS = st.integers(1, 140)


@settings(max_examples=examples(300), deadline=None)
@given(TEXTS, WIDTHS)
def test_a_cut_or_padded_text_has_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(fit(one_line(text), width)) == width


@settings(max_examples=examples(300), deadline=None)
@example("11\N{VARIATION SELECTOR-16}", 2, 0)
@given(TEXTS, st.integers(2, 140), st.integers(0, 30))
def test_no_wrapped_line_is_wider_than_its_place_and_no_word_is_lost(text: str, width: int, hang: int) -> None:
    whole = one_line(text)
    lines = wrap(line(say(whole, "head")), width, hang)
    assert [cell_len(text_of(each)) for each in lines if cell_len(text_of(each)) > width] == []
    assert "".join("".join(map(raw_text, lines)).split()) == "".join(whole.split())


@settings(max_examples=examples(200), deadline=None)
@given(TEXTS.filter(one_line), TEXTS, TEXTS, st.integers(43, 140))
def test_rows_of_the_library_keep_their_columns(title: str, place: str, speaker: str, width: int) -> None:
    document = DocumentRow("d", title, date(2021, 12, 2), place, "file.txt", 4, 2, 0.82)
    [row] = document_row(document, width, here=True)
    assert cells(text_of(row)) == cells(text_of(document_head(width))) == width
    claim = ClaimRow(
        "c", "d", title, f"{speaker} {title} {place}", "change", 0.9, None, place, speaker, "open", None, False
    )
    for each in claim_row(claim, width, here=False, ratings={}):
        assert cells(text_of(each)) <= width


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_edges_of_the_panes_stand_in_one_column(worlds, statements, until, size) -> None:
    text = " ".join(WRITTEN)
    said = f"{text} 16,000 attempts {text}, 36.5 percent fewer {text}, 35 cases of smuggling {text}.\n\nasylum applications fell by 39.7 percent {text}.\n"
    world = worlds(documents=[statements(title=text, text=said)])
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "Queue")
        await pilot.press("enter")
        await until(pilot, "Source")
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {size[0]}
        edges = [_edges(strip.text) for strip in strips]
        middle = next(column for row in edges for column in row)
        assert {column for row in edges for column in row if abs(column - middle) < 4} == {middle}


def _edges(text: str) -> list[int]:
    """Return columns of the vertical edges in a row of the screen."""
    return [cell_len(text[:n]) for n, char in enumerate(text) if char in "│┌┏"]
