"""Every word can be read in every theme and at every size, and nothing is said by colour alone."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest
from textual.color import Color
from textual.strip import Strip

from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import ROLES, line, say
from workbench.tui.themes import THEMES

pytestmark = pytest.mark.early


def luminance(color: Color) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@cache
def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LEAST = {"workbench-dark": 4.5, "workbench-light": 4.5, "workbench-contrast": 7}
"""The least contrast of text: WCAG AA, and AAA where the highest is wanted."""

PAPER = {theme.name: Color.parse(theme.background or "") for theme in THEMES}
"""What text stands on: a screen shows it once it is painted in the theme."""

ROUNDS = 50
"""Times that the themes are gone through before a screen is said to read differently in one: half a minute."""


def test_each_theme_has_its_least_contrast() -> None:
    assert [theme.name for theme in THEMES] == list(LEAST)


@pytest.mark.parametrize("theme", LEAST)
async def test_every_role_can_be_read_on_every_row(world, until, eventually, theme: str) -> None:
    """Also on the row of the cursor, with and without the focus."""
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "Queue")
        app.theme = theme
        pane = app.screen.query_one("#queue")
        await eventually(pilot, lambda: pane.background_colors[1] == PAPER[theme], "never in the theme")
        for under, role in product(("", "cursor", "cursor-away"), ROLES):
            for word in (each for each in pane.paint(line(say("word", role)), 20, under) if each.text.strip()):
                ink, ground = word.style.color, word.style.bgcolor
                stands_out = contrast(Color.from_rich_color(ink), Color.from_rich_color(ground))
                assert stands_out >= LEAST[theme], (role, under)


SCREENS: dict[str, tuple[str, str]] = {
    "library": ("", "Queue"),
    "a filter": ("slash", "Filter ("),
    "marks": ("space", "1 marked"),
    "places to jump to": ("g", "A key goes to its place"),
    "the palette": ("ctrl+p", "Search"),
    "keys": ("question_mark", "Keys"),
    "manual": ("f1", "Manual"),
    "what comes next": ("b", "Coming next"),
    "bench": ("enter r", "figures: "),
    "a note": ("n", "Note"),
    "a correction": ("E", "Put right"),
    "the document": ("D", "Document"),
    "evidence": ("a", "Attach"),
    "an export": ("x", "Write to"),
    "a formula": ("f", "other name"),
    "marking a claim": ("M", "Marked: "),
    "history": ("H", "History"),
    "precedents": ("P", "Precedents"),
    "one pane": ("z", "Series"),
}
"""Each screen: the keys that open it from the one before, which Escape goes back to, and words that stand on it."""

STAYS = frozenset({"library", "bench"})


@pytest.mark.parametrize("size", [(80, 24), (120, 40), pytest.param((200, 60), marks=pytest.mark.slow)])
async def test_each_screen_keeps_the_promises_of_the_layout_in_every_theme(
    world, until, eventually, size: tuple[int, int]
) -> None:
    """It reads the same in every theme, every word can be read, each row fills the width, and the ends say where one is and how to go on."""
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        for screen, (keys, words) in SCREENS.items():
            await pilot.press(*keys.split())
            await until(pilot, words)
            if screen == "bench":
                await until(pilot, "asking …", gone=True)  # of the claim whose figures came
            rows = await rows_of(pilot, eventually, size)
            assert rows[0].strip(), screen
            assert re.search(r"\? keys|Esc|Enter", rows[-1]), (screen, rows[-1])
            if screen == "bench":
                assert re.search(r"(SUPPORTED|CONTRADICTED|UNDECIDED) · claim \d of 4", rows[0])
                assert "0 Cannot say" in "".join(rows)
            if screen not in STAYS:
                await pilot.press("z" if screen == "one pane" else "escape")
                await until(pilot, "0 Cannot say" if app.screen_stack[-1].query("#verdict") else "Queue")


async def rows_of(pilot, eventually, size: tuple[int, int]) -> list[str]:
    """Return the rows of a screen, which are the same in every theme; the one that it stands in comes first.

    Figures may arrive between one theme and the next: the themes are gone through again until none does.
    """
    for _ in range(ROUNDS):
        themes = sorted(LEAST, key=lambda each: each != pilot.app.theme)
        first, *others = [await rows_in(theme, pilot, eventually, size) for theme in themes]
        if others == [first, first]:
            return first
    assert others == [first, first]
    return first


async def rows_in(theme: str, pilot, eventually, size: tuple[int, int]) -> list[str]:
    """Return the rows of a screen in a theme, each as wide as the screen and, where it is not dimmed, to be read."""
    app = pilot.app
    app.theme = theme
    bright = not app.screen.is_modal  # what lies behind a small window is dimmed
    await eventually(pilot, lambda: not bright or PAPER[theme] in papers(app), f"never in {theme}")
    strips = app.screen._compositor.render_strips()
    assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
    assert not bright or [found for strip in strips for found in too_faint(strip, LEAST[theme])] == []
    return [strip.text for strip in strips]


def papers(app: WorkbenchApp) -> set[Color]:
    """Return the colours that stand behind the words of the screen."""
    strips = app.screen._compositor.render_strips()
    styles = [style for strip in strips for _, style, _ in strip if style is not None]
    return {Color.from_rich_color(style.bgcolor) for style in styles if style.bgcolor is not None}


FRAME = re.compile(r"[\s\u2500-\u259f▸●◆…]*$")
"""Edges, bars and charts: what they show is said in words too."""


def too_faint(strip: Strip, least: float) -> list[tuple[str, float]]:
    """Return words of a row whose contrast is too low, with it."""
    found = []
    for text, style, _ in strip:
        if FRAME.match(text) or style is None or style.color is None or style.bgcolor is None:
            continue
        ink, paper = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        ratio = contrast(*((paper, ink) if style.reverse else (ink, paper)))
        if ratio < least:
            found.append((text, round(ratio, 2)))
    return found


async def test_the_key_goes_through_the_themes_and_says_which(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "Queue")
        for name in ("light", "contrast", "dark"):
            await pilot.press("t")
            await until(pilot, f"Theme: {name}.")
            assert app.theme == f"workbench-{name}"


async def test_a_change_of_theme_repaints_the_roles(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "Queue")
        queue = app.screen.query_one("#queue")
        before = queue._style("dim").color
        await pilot.press("t")
        await eventually(pilot, lambda: queue._style("dim").color != before, "the colour of before")
