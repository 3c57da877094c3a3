"""Keys of the user's own: read from a file, checked, and shown wherever a screen speaks of a key."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.each import each
from workbench import tui
from workbench.tui.app import WorkbenchApp
from workbench.tui.command_keys import EVERY
from workbench.tui.keymap.key_check import FIXED, checked
from workbench.tui.keymap.key_file import keymap_toml, read_keymap
from workbench.tui.keymap.key_names import file_key, shown_key, textual_key
from workbench.tui.keymap.keymap import Keymap, key_name, usual_keys
from workbench.tui.personal_settings import Personal


@pytest.fixture
def file(tmp_path: Path):
    """Write a file of keys."""

    def write(text: str | bytes) -> Path:
        path = tmp_path / "keys.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@each("command", sorted(EVERY))
def test_a_key_comes_back_from_the_file_as_it_was(command: str) -> None:
    for key in usual_keys(EVERY[command]):
        assert textual_key(file_key(key)) == key


def test_what_is_printed_is_read_again_as_the_same_keys(file) -> None:
    mine = checked({"bench.note": ["m"], "library.import": ["o", "f5"], "bench.rate-1": ["f9"]})
    assert not mine.problems
    printed = keymap_toml(mine, Path("keys.toml"))
    assert {f"{part}.{name}" for part, names in tomllib.loads(printed).items() for name in names} == set(EVERY)
    assert read_keymap(file(printed)) == mine


@pytest.mark.parametrize(
    "text", ['[bench]\nnote = "m"', 'bench.note = "m"', '"bench.note" = ["m"]', '\ufeff[bench]\r\nnote = "m"\r\n']
)
def test_a_command_is_named_in_any_way_that_toml_has(file, text: str) -> None:
    assert read_keymap(file(text)) == Keymap({"bench.note": ("m",)})


def test_without_a_file_the_usual_keys_hold(tmp_path: Path) -> None:
    assert read_keymap(None) == read_keymap(tmp_path / "keys.toml") == Keymap()


BROKEN = {
    b"[bench\nnote = 1": "is not TOML",
    b"\xff\xfe[bench]": "is not UTF-8 text",
    b"a." * 20_000 + b"a = 1": "is not TOML",
    b"#" * 200_000: "is too long",
}


@pytest.mark.parametrize("body", BROKEN)
def test_a_broken_file_is_told_and_changes_nothing(file, body: bytes) -> None:
    found = read_keymap(file(body))
    assert found.given == {}
    [problem] = found.problems
    assert BROKEN[body] in problem.message
    assert "Mend it, or move it away" in problem.hint


BAD = {
    '[bench]\nnot = "m"': ("bench.not: There is no command of that name.", "Did you mean bench.note?"),
    'wholly = "m"': ("wholly: There is no command of that name.", "workbench keys lists them all."),
    '[bench]\nnote = "banana"': ("“banana” is no key.", "Write one character, or a name"),
    '[bench]\nnote = "ctrl+ctrl+n"': ("is no key.", "Write one character"),
    "[bench]\nnote = 7": ("Its key is not a text.", "Write a key in quotes"),
    "[bench]\nnote = []": ("It was given no key.", "leave the line out"),
    '[bench]\nnote = ""': ("It was given no key.", "leave the line out"),
    '[bench]\nnote = "pagedown"': ("PgDn moves about in a pane.", "Choose another key."),
    '[bench]\nnote = "ctrl+q"': ("Ctrl+Q leaves the workbench.", "Choose another key."),
    '[talk]\nleave = "l"': ("l is text while something is typed.", "Choose a key that writes nothing"),
    '[bench]\nnote = "x"': (
        "x would be the key of bench.note and bench.export at the same time.",
        "Give one of the two another key.",
    ),
    '[bench]\nnote = "f9"\nexport = "f9"': ("F9 would be the key of bench.note and bench.export", "Give one"),
    '[bench]\nnote = "enter"': ("Enter would be the key of bench.note and candidates.unfold", "Give one"),
    '[bench]\nnote = "t"': ("t would be the key of bench.note and app.light", "Give one"),
    '[app]\nlight = "i"': ("i would be the key of app.light and library.import", "Give one"),
}


@pytest.mark.parametrize("text", BAD)
def test_what_does_not_hold_is_told_with_the_next_step_and_the_usual_key_stays(file, text: str) -> None:
    found = read_keymap(file(text + '\n[library]\nviews = "w"'))
    message, hint = BAD[text]
    assert found.given == {"library.views": ("w",)}
    assert message in str(found.problems[0])
    assert hint in found.problems[0].hint


def test_two_commands_may_change_places(file) -> None:
    found = read_keymap(file('[bench]\nnote = "x"\nexport = "n"\nnext = "k"\nprevious = "j"'))
    assert not found.problems
    assert found.given["bench.next"] == ("k",)


def test_a_usual_key_that_comes_back_takes_nobody_elses(file) -> None:
    """N is freed by a line that does not hold: the command that wanted it keeps its own too."""
    found = read_keymap(file('[bench]\nnote = "x"\nhistory = "n"'))
    assert found.given == {}
    assert len(found.problems) == 2


def test_the_same_key_may_serve_where_commands_never_meet(file) -> None:
    assert not read_keymap(file('[bench]\nnote = "i"\n[library]\nviews = "n"')).problems


@each("key", sorted(FIXED))
def test_every_fixed_key_is_a_key(key: str) -> None:
    assert textual_key(key) == key
    assert shown_key(key)


def test_a_sentence_names_the_usual_key_where_no_app_runs() -> None:
    assert (key_name("bench.undo"), key_name("page.back"), key_name("bench.next")) == ("u", "Esc", "j k")


MINE = """
[bench]
note = "m"
undo = "f4"
previous = "l"
rate-5 = "Q"
[library]
import = "o"
[talk]
next = "ctrl+n"
"""


async def test_footer_help_palette_and_sentences_show_the_users_keys(world, until, keys, file) -> None:
    app = WorkbenchApp(world.desk, mine=Personal(file(MINE)))
    async with app.run_test(size=(160, 70)) as pilot:
        await until(pilot, "o import")
        await pilot.press("enter")
        text = await until(pilot, "claim 4 of 4")
        assert "j l claim" in text
        assert "m note" in text
        assert "Q False" in text
        assert "m adds a note" in text
        await pilot.press("Q")
        text = await until(pilot, "Rated “False”")
        assert "F4 takes it back" in text
        await pilot.press("n")
        assert "Note:" not in await until(pilot, "Rated “False”")
        await pilot.press("f4")
        await until(pilot, "F4 takes it back", gone=True)
        await pilot.press("question_mark")
        text = await until(pilot, "Keys")
        assert "m         Write a note" in text
        assert "Q         Rate it “False”." in text
        await pilot.press("escape")
        await keys(pilot, "ctrl+p", "=write a note")
        assert "Key m · workbench rate CLAIM" in await until(pilot, "Note: Write a note")


async def test_a_prompt_stays_open_at_tab_though_its_other_command_on_tab_has_moved(world, until, file) -> None:
    app = WorkbenchApp(world.desk, mine=Personal(file(MINE)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "o import")
        await pilot.press("x")
        await until(pilot, "Ctrl+N next choice")
        before = app.screen.talk.field.value
        await pilot.press("tab")
        await until(pilot, "Ctrl+N next choice")
        assert app.screen.talk.field.has_focus
        assert app.screen.talk.field.value == before


async def test_at_start_a_page_names_what_does_not_hold(world, until, file) -> None:
    path = file('[bench]\nnote = "x"\nnots = "m"\n[library]\nviews = "w"')
    app = WorkbenchApp(world.desk, mine=Personal(path))
    async with app.run_test(size=(140, 24)) as pilot:
        text = " ".join((await until(pilot, "Your file of keys")).split())
        assert "2 lines of it do not hold. The usual keys stay for these." in text
        assert "bench.nots: There is no command of that name. Did you mean bench.note?" in text
        assert "x would be the key of bench.note and bench.export at the same time." in text
        assert "Esc goes on." in text
        await pilot.press("escape")
        await until(pilot, "w views")


SPOKEN = re.compile(
    r"(?:^|[ “])(?:[A-Za-z]|Esc|Tab) (?:takes|shows|goes|leaves|opens|asks|sets|offers|clears|stops|pulls|stays)\b"
)
"""A key that a sentence names by itself. Enter in a line that is typed in is no command's; “(Tab …)” in a label is put right where it is asked."""


def _texts(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that are no docstrings."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    docs |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_sentence_of_the_screens_names_a_key_that_may_be_another() -> None:
    folder = Path(tui.__file__).parent
    said = {
        (file.name, text)
        for file in folder.rglob("*.py")
        for text in _texts(ast.parse(file.read_text("utf-8")))
        if SPOKEN.search(text)
    }
    assert said == set()
