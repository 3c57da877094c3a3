"""Jump mode: a key over each place, and one key goes there. The palette in whole sentences with the keys."""

from __future__ import annotations

import pytest

from workbench.tui.app import WorkbenchApp
from workbench.tui.command_keys import EVERY
from workbench.tui.jump_places import LABELS, jumps_of
from workbench.tui.screens.jump import JumpScreen

PANES = {"source", "claims", "claim", "candidates", "trace", "series"}


@pytest.mark.parametrize("size", [(50, 24), (80, 24), (120, 40), (200, 60)])
async def test_every_pane_of_the_bench_is_one_key_away(world, until, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, "1.00")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        for name in sorted(PANES):
            jumps = {jump.name: jump for jump in jumps_of(app.screen)}
            assert set(jumps) >= PANES
            await pilot.press("g")
            text = await until(pilot, "A key goes to its place; Esc stays here.")
            rows = text.splitlines()
            for jump in jumps.values():
                assert rows[jump.y][jump.x : jump.x + 3].strip() == jump.label, jump
            await pilot.press(jumps[name].label)
            await until(pilot, "A key goes to its place", gone=True)
            assert app.screen.focused.id == name


async def test_the_lists_of_the_library_and_escape_and_other_keys(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "i import")
        before = app.screen.focused
        await pilot.press("g", "5", "z")
        await until(pilot, "A key goes to its place")
        await pilot.press("escape")
        await until(pilot, "A key goes to its place", gone=True)
        assert app.screen.focused is before
        await pilot.press("g", next(j.label for j in jumps_of(app.screen) if j.name == "documents"))
        await until(pilot, "A key goes to its place", gone=True)
        assert app.screen.focused.id == "documents"
        assert not any(row.rating for row in world.desk.claims())


async def test_a_prompt_is_not_jumped_out_of(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "i import")
        await pilot.press("i", "g")
        await until(pilot, "Import file, folder")
        assert app.screen.talk.field.value == "g"
        assert not isinstance(app.screen, JumpScreen)


def test_no_label_comes_twice() -> None:
    assert len(set(LABELS)) == len(LABELS)


async def test_the_palette_says_each_command_in_a_sentence_with_its_key_and_twin(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 60)) as pilot:
        await until(pilot, "i import")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        told = {str(command.title): command.help for command in app.get_system_commands(app.screen)}
        assert told["Note: Write a note; it goes with the rating."] == "Key n · workbench rate CLAIM RATING --note …"
        assert told["Rate 5: Rate it “False”."] == "Key 5 · workbench rate CLAIM RATING"
        assert all(title.endswith(".") and ": " in title for title in told)
        assert all(means.startswith("Key ") or means.endswith(".") for means in told.values())
        held = {a.binding.id for a in app.screen.active_bindings.values()} & set(EVERY)
        assert len(told) == len(held - {"app.palette", "app.help"}) + 1
        await keys(pilot, "ctrl+p", "=write a note")
        await until(pilot, "Key n")
        await pilot.press("enter")
        await until(pilot, "Note:")
