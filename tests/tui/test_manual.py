"""The manual on the screens: F1 opens it at the page of what has the focus; any topic is reached, read and left by keys."""

from __future__ import annotations

import re

import pytest

from tests.each import each
from workbench.manual import page, topics
from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import text_of
from workbench.tui.lines.manual_page import page_lines
from workbench.tui.lines.wrap import cells, wrap
from workbench.tui.pages.manual import FIRST_PAGE, ManualScreen


async def test_f1_opens_the_manual_and_escape_goes_back(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        library = app.screen
        await pilot.press("f1")
        text = await until(pilot, "Manual · The screens")
        assert all(topic in text for topic in topics())
        assert "the palette: every command by its words" in text
        await pilot.press("escape")
        await until(pilot, "Manual", gone=True)
        assert app.screen is library


@pytest.mark.parametrize(
    ("key", "title"), [("E", "What is read"), ("D", "What is read"), ("n", "How a figure is judged")]
)
async def test_f1_in_a_question_opens_the_page_that_tells_how_to_answer(world, until, keys, key, title) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await keys(pilot, key, "=2021", "f1")
        await until(pilot, f"Manual · {title}")
        await pilot.press("escape")
        await until(pilot, "2021")
        assert pilot.app.screen.talk.field.value == "2021"


PANES = [
    # the pane of the bench, the title of the page
    ("source", "What is read"),
    ("claim", "What is read"),
    ("claims", "What is read"),
    ("candidates", "How series are ranked"),
    ("series", "How a figure is judged"),
    ("trace", "How a figure is judged"),
]


@pytest.mark.parametrize(("pane", "title"), PANES)
async def test_on_the_bench_it_opens_at_the_page_of_the_pane(world, until, pane: str, title: str) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(140, 50)) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        app.screen.query_one(f"#{pane}").focus()
        await pilot.press("f1")
        await until(pilot, f"Manual · {title}")


async def test_while_a_formula_is_typed_it_opens_at_formulas_and_what_was_typed_stays(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await keys(pilot, "f", "=2 * 3", "f1")
        await until(pilot, "Manual · Formulas")
        await pilot.press("escape")
        assert "2 * 3" in await until(pilot, "claim 4 of 4")
        await keys(pilot, "= + 1")
        await until(pilot, "2 * 3 + 1")


async def test_tab_goes_through_every_topic_and_round_again(world, until) -> None:
    app = WorkbenchApp(world.desk)
    names = list(topics())
    at = names.index(FIRST_PAGE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await until(pilot, "Manual · The screens")
        for n in range(1, len(names) + 1):
            await pilot.press("tab")
            await until(pilot, f"Manual · {topics()[names[(at + n) % len(names)]]}"[:50])
        await pilot.press("shift+tab")
        await until(pilot, f"Manual · {topics()[names[at - 1]]}"[:50])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_end_of_a_long_page_is_reached_by_keys(world, until, size: tuple[int, int]) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f1")
        await until(pilot, "Manual")
        await pilot.press("G")
        await until(pilot, "windows.")
        await pilot.press("home")
        await until(pilot, "opens the library")
        for _ in range(40):
            await pilot.press("j")
        await until(pilot, "opens the library", gone=True)


async def test_f1_again_closes_it_whatever_key_it_was_remapped_to(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.set_keymap({"screen.manual": "f3", "manual.next": "f4"})
        await pilot.press("f1")
        await until(pilot, "Queue")
        assert not isinstance(app.screen, ManualScreen)
        await pilot.press("f3")
        await until(pilot, "Manual · The screens")
        await pilot.press("f4")
        await until(pilot, "Manual · For scripts")
        await pilot.press("f3")
        await until(pilot, "Manual", gone=True)
        assert len(app.screen_stack) == 1


async def test_a_topic_is_taken_with_a_click(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        await until(pilot, "Manual · The screens")
        await pilot.click("#topics", offset=(3, 1 + list(topics()).index("formulas")))
        await until(pilot, "Manual · Formulas")


@each("width", [30, 58, 90])
@each("topic", topics())
def test_every_page_keeps_its_words_and_shows_no_sign_of_markdown(topic: str, width: int) -> None:
    """Whatever is written between the signs stands on the screen, and no line is wider than the pane."""
    shown = [text_of(part) for each in page_lines(page(topic), width) for part in wrap(each.line, width, each.hang)]
    assert max(map(cells, shown)) <= width
    text = " ".join(shown)
    assert not re.search(r"\*\*|\]\(|\|\s*-+|<!--", text)
    said = re.sub(r"```\w*|<!--.*?-->|\]\([^)]*\)", " ", page(topic))
    squeezed = re.sub(r"\s", "", text)
    missing = {word for word in re.findall(r"\w+", said) if word not in squeezed}
    assert not missing


async def test_the_palette_opens_it(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "ctrl+p", "=manual")
        await until(pilot, "Open the manual at the page")
        await pilot.press("enter")
        await until(pilot, "Manual · The screens")


async def test_help_names_its_key(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 120)) as pilot:
        await pilot.press("question_mark")
        assert "workbench help TOPIC" in await until(pilot, "F1        Open the manual")


def test_every_topic_that_a_pane_names_has_a_page() -> None:
    from workbench.tui.screens.bench import BenchScreen
    from workbench.tui.widgets import candidates_pane, claim_pane, claims_pane, formula_form, series_pane, source_pane

    panes = (candidates_pane.CandidatesPane, claim_pane.ClaimPane, claims_pane.ClaimsPane, series_pane.SeriesPane)
    for holder in (*panes, source_pane.SourcePane, formula_form.FormulaForm, BenchScreen):
        assert page(holder.TOPIC)
