"""Every word can be read in every theme and at every size, and nothing is said by colour alone."""

from __future__ import annotations

import re

import pytest
from textual.color import Color
from textual.strip import Strip

from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import ROLES
from workbench.tui.themes import THEMES


def luminance(color: Color) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LEAST = {"workbench-dark": 4.5, "workbench-light": 4.5, "workbench-contrast": 7}
"""The least contrast of text: WCAG AA, and AAA where the highest is wanted."""


def test_each_theme_has_its_least_contrast() -> None:
    assert [theme.name for theme in THEMES] == list(LEAST)


@pytest.mark.parametrize("theme", LEAST)
async def test_every_role_can_be_read(world, theme: str) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        pane = app.screen.query_one("#queue")
        for role in ROLES:
            style = pane.get_component_rich_style(f"paint--{role}")
            assert contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)) >= LEAST[theme], (
                role
            )


SCREENS = {
    "library": (),
    "bench": ("enter", "r"),
    "a prompt": ("enter", "n"),
    "a question": ("enter", "5", "p"),
    "keys": ("question_mark",),
    "manual": ("f1",),
    "formula": ("enter", "f"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("screen", SCREENS)
async def test_each_screen_reads_the_same_in_every_theme_and_every_word_of_it_can_be_read(
    world, until, screen: str, size: tuple[int, int]
) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "Queue")
        for key in SCREENS[screen]:
            await pilot.press(key)
            await until(pilot, " ")
        read = {}
        for theme, least in LEAST.items():
            app.theme = theme
            await pilot.pause(0.3)
            strips = app.screen._compositor.render_strips()
            assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
            assert [found for strip in strips for found in too_faint(strip, least)] == []
            read[theme] = [strip.text for strip in strips]
        assert read["workbench-dark"] == read["workbench-light"] == read["workbench-contrast"]


FRAME = re.compile(r"[\s\u2500-\u259f▸●◆…]*$")
"""Edges, bars and charts: what they show is said in words too."""


def too_faint(strip: Strip, least: float) -> list[tuple[str, float]]:
    """Words of a row whose contrast is too low, with it."""
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


async def test_a_change_of_theme_repaints_the_roles(world) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        queue = app.screen.query_one("#queue")
        before = queue._style("dim").color
        await pilot.press("t")
        await pilot.pause()
        assert queue._style("dim").color != before
