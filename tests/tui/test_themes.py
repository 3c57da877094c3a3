"""Every word can be read, in the dark and in the light theme, and nothing is said by colour alone."""

from __future__ import annotations

import pytest
from textual.color import Color

from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.line import ROLES


def luminance(color: Color) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["workbench-dark", "workbench-light"])
async def test_contrast_is_at_least_that_of_wcag_aa(world, theme: str) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        pane = app.screen.query_one("#queue")
        for role in ROLES:
            style = pane.get_component_rich_style(f"paint--{role}")
            assert contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)) >= 4.5, role


async def test_a_change_of_theme_repaints_the_roles(world) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        queue = app.screen.query_one("#queue")
        before = queue._style("dim").color
        await pilot.press("t")
        await pilot.pause()
        assert queue._style("dim").color != before
