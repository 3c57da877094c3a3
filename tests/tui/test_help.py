"""Help is read off the live bindings; one declaration feeds key, palette and help."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.tui.app import WorkbenchApp
from workbench.tui.command_keys import EVERY
from workbench.tui.screens.bench import BenchScreen
from workbench.tui.screens.library import LibraryScreen


async def test_help_of_the_bench_has_the_twins_filled_in(world, until) -> None:
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(140, 68)) as pilot:
        await pilot.press("enter", "question_mark")
        text = await until(pilot, "Keys")
        assert f"workbench research {key}" in text
        assert f"workbench rate {key} mostly-false" in text
        document = world.claim("asylum").document
        assert f"workbench document set {document} day=…" in text
        assert f"workbench claim add {document} --quote …" in text
        assert "DOCUMENT" not in text
        assert "Rate it “Mostly false”." in text
        assert "Rate it “7" not in text
        assert "In the candidates" in text
        await pilot.press("escape")
        await until(pilot, "claim 4 of 4")


async def test_help_of_the_library(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 120)) as pilot:
        await pilot.press("question_mark")
        text = await until(pilot, "Keys")
        assert "workbench import PATH" in text
        assert f"workbench document hide {world.claims[0].document}" in text
        for rating in world.desk.scale.ratings:
            assert f"Rate what is marked “{rating.label}”; else open the saved view of {rating.digit}." in text
        assert "With nothing marked, open the saved view of 7." in text
        assert "↓ j" in text
        assert "Publish" not in text


async def test_help_shows_a_remapped_key(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 50)) as pilot:
        app.set_keymap({"library.import": "o"})
        await pilot.press("question_mark")
        await until(pilot, "o         Take in a file")


async def test_the_palette_runs_a_command(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "ctrl+p", "=import")
        await until(pilot, "Take in a file, a folder")
        await pilot.press("enter")
        await until(pilot, "Import file, folder")


@pytest.mark.parametrize("screen", [LibraryScreen, BenchScreen])
def test_every_binding_has_an_id_and_a_meaning(screen: type) -> None:
    for binding in screen.BINDINGS:
        assert binding.id in EVERY
        assert binding.tooltip.endswith(".")


def test_no_two_commands_of_a_screen_share_a_key() -> None:
    for screen in (LibraryScreen, BenchScreen):
        keys = [key for binding in screen.BINDINGS for key in binding.key.split(",")]
        assert len(keys) == len(set(keys))


def test_every_twin_is_a_command() -> None:
    manual = subprocess.run(
        [sys.executable, "-m", "workbench", "--help"], capture_output=True, text=True, check=True
    ).stdout
    verbs = {line.split()[0] for line in manual.splitlines() if line.startswith("  ") and line.split()}
    twins = [command.twin.split()[1] for command in EVERY.values() if command.twin and command.id != "app.help"]
    assert set(twins) <= verbs


README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
KEYED = {"app", "list", "library", "bench", "candidates"}
WRITTEN = {
    "ampersand": "&", "percent_sign": "%","plus": "+", "minus": "-", "slash": "/", "enter": "Enter", "tab": "Tab", "escape": "Esc", "question_mark": "?", "less_than_sign": "<", "greater_than_sign": ">", "left_square_bracket": "[", "right_square_bracket": "]", "number_sign": "#"} | {
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "f1": "F1", "ctrl+p": "Ctrl+P", "ctrl+z": "Ctrl+Z",
}  # fmt: skip


def test_the_table_of_keys_in_the_readme_has_every_key() -> None:
    """Digits, the ways back and the second key of a pair apart: "digits rate", "`Tab` panes"."""
    told = set(re.findall(r"`([^`]+)`", README.partition("## Keys")[2].partition("## Commands")[0]))
    mine = [EVERY["screen.manual"], *(each for name, each in EVERY.items() if name.partition(".")[0] in KEYED)]
    keys = {WRITTEN.get(key, key) for key in (each.key.partition(",")[0] for each in mine) if not key.isdigit()}
    assert keys - {"down", "up", "shift+tab"} <= told
