"""Keys that come together: a prompt takes every key from the next one on, at every screen, and nothing of it runs as a command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import pytest
from textual._xterm_parser import XTermParser  # what the driver reads a terminal with
from textual.events import Key
from textual.widgets import Input

from workbench.core.verdict import Stage
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.bench import BenchScreen
from workbench.tui.screens.library import LibraryScreen
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.widgets.verdict_bar import VerdictBar

TEXTS = (
    "5 years later, +12 per quarter",
    "tuu quit? yes; 3 of 10 =plus -",
    "yd 0123456789 undo d u r e R U",
    "jk kj /filter/ x.md p y G ? H ",
)
"""Thirty characters each, and every one of them is a command somewhere."""

LIBRARY = {"import": "i", "filter": "/", "export": "x", "palette": "\x10"}
BENCH = {
    "note": "n",
    "attach": "a",
    "copy": "y",
    "formula": "f",
    "correction": "E",
    "document": "D",
    "join": "&",
    "no claim": "X",
    "export": "x",
    "palette": "\x10",
}


def send(app: WorkbenchApp, written: str) -> None:
    """What one write to the terminal comes to: the driver's own parser, and every key posted before any is handled."""
    for event in XTermParser().feed(written):
        app.post_message(event)


def line(app: WorkbenchApp) -> str:
    """Return what stands in the line that has the focus."""
    return app.focused.value if isinstance(app.focused, Input) else f"no line: {app.focused}"


Wait: TypeAlias = Callable[..., Awaitable[object]]


async def bursts(pilot: object, wait: Wait, opening: str, screen: type, texts: Sequence[str] = TEXTS) -> None:
    app = pilot.app
    for text in texts:
        send(app, opening + text)
        await wait(pilot, lambda text=text: line(app).endswith(text), f"{opening!r} did not take: {text}")
        await pilot.press("escape")
        await wait(pilot, lambda: not isinstance(app.focused, Input), f"{opening!r} stays open")
        assert isinstance(app.screen, screen)


@pytest.mark.parametrize("opening", LIBRARY.values(), ids=LIBRARY)
async def test_at_the_library(world, until, eventually, opening) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await bursts(pilot, eventually, opening, LibraryScreen)
        assert app.screen.talk.asking is False
    assert [world.desk.history(claim.id) for claim in world.claims] == [[], [], [], []]


@pytest.mark.parametrize(("number", "opening"), enumerate(BENCH.values()), ids=BENCH)
async def test_at_the_bench_while_research_runs(world, until, eventually, number, opening) -> None:
    """Every text somewhere, and every prompt with two: each opening takes the next two of them."""
    first, second = TEXTS[number % 4], TEXTS[(number + 1) % 4]
    app = WorkbenchApp(world.desk)
    world.unhcr.gate.set()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter", "r")
        await until(pilot, "claim 4 of 4")
        await bursts(pilot, eventually, opening, BenchScreen, [first])
        world.worldbank.gate.set()
        await bursts(pilot, eventually, opening, BenchScreen, [second])
        await until(pilot, "claim 4 of 4")
    assert [world.desk.history(claim.id) for claim in world.claims] == [[], [], [], []]


async def test_a_page_that_is_read_has_the_palette_only(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("question_mark")
        await until(pilot, "Esc back")
        await bursts(pilot, eventually, "\x10", ReaderScreen)


async def test_a_prompt_of_a_screen_that_is_still_opening(world, until) -> None:
    """The claim is opened and its note written in one write."""
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        send(app, f"\rn{TEXTS[0]}\r")
        await until(pilot, "Noted.")
    assert [review.note for review in world.desk.history(world.claim("asylum").id)] == [TEXTS[0]]


@pytest.mark.parametrize("key", ["5", "d", "u", "+", "-", "0"])
async def test_a_screen_that_is_still_opening_takes_no_verdict(world, until, key) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        send(app, f"\r{key}")
        await until(pilot, f"{key} was typed before this screen was drawn; it was not taken.")
    assert world.desk.history(world.claim("asylum").id) == []
    assert world.desk.memory.standing() == ()


@pytest.mark.parametrize(
    "text",
    [
        TEXTS[1],
        "yes",
        "\ry\r",
        *(pytest.param(text, marks=pytest.mark.slow) for text in (TEXTS[0], *TEXTS[2:], "y" * 30)),
    ],
)
async def test_the_question_before_publishing_takes_every_key(world, until, text) -> None:
    """A yes counts alone: what comes among other keys was meant as text."""
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        send(app, "nIt rose.\r5")
        await until(pilot, "[5 False]")
        send(app, f"p{text}")
        await until(pilot, "nothing was published")
        await pilot.pause(0.4)  # the hand rests: a yes that comes together with other keys would count as text
        assert app.screen.query_one(VerdictBar).asking
        assert [review.rating for review in world.desk.history(key)] == [None, "false"]
        await pilot.press("y")
        await until(pilot, "Published as “False”")
    assert world.desk.verdict(key).stage is Stage.PUBLISHED


PASTED = "\x1b[200~5 years\nlater u q\x1b[201~"


async def test_pasted_text_is_text_in_a_prompt_and_nothing_elsewhere(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "4 claims open")
        send(app, PASTED)
        await until(pilot, "Pasted text runs no commands: it was dropped.")
        send(app, f"/{PASTED}")
        await eventually(pilot, lambda: line(app) == "5 years later u q", "not in the line")
        await pilot.press("escape", "enter")
        await until(pilot, "claim 4 of 4")
        send(app, PASTED)
        await until(pilot, "Pasted text runs no commands: it was dropped.")
        await pilot.press("question_mark")
        await until(pilot, "Esc back")
        send(app, PASTED)
        await pilot.pause(0.1)  # nothing comes of it
        assert isinstance(app.screen, ReaderScreen)
    assert [world.desk.history(claim.id) for claim in world.claims] == [[], [], [], []]


@pytest.mark.parametrize("path", ["there/is/no.suchformat", "no/such/folder/a-drafts.md"])
async def test_an_export_that_fails_keeps_its_prompt_and_the_text(world, until, see, eventually, path) -> None:
    from workbench.core.errors import WritingError

    def refuse(path: str, body: bytes) -> None:
        raise WritingError(path, "there is no such folder")

    world.disk.write = refuse
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        send(app, f"x{chr(0x15)}{path}\r")
        await until(pilot, "! ")
        send(app, "5u5")
        await eventually(pilot, lambda: line(app) == f"{path}5u5", "not in the line")
        assert "no format has this suffix" in see(app) or "no such folder" in see(app)
    assert world.desk.history(world.claim("asylum").id) == []


async def test_an_export_of_nothing_keeps_its_prompt_too(world, until, eventually) -> None:
    """What is typed to mend the name is no verdict, and takes none back."""
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        send(app, f"x{chr(0x15)}a.md\r")
        await until(pilot, "None of them was published: nothing was written.")
        send(app, "5u5")
        await eventually(pilot, lambda: line(app) == "a.md5u5", "not in the line")
    assert world.desk.history(world.claim("asylum").id) == []


async def test_a_note_that_cannot_be_kept_stays_in_its_prompt(broken, until) -> None:
    app = WorkbenchApp(broken.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        send(app, "nfive years\r")
        await until(pilot, "! The database is gone.")
        assert line(app) == "five years"


async def test_a_click_elsewhere_does_not_take_the_keys_from_a_prompt(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("n")
        await until(pilot, "Note:")
        await pilot.click("#trace")
        app.post_message(Key("5", "5"))
        await eventually(pilot, lambda: line(app) == "5", "not in the line")
    assert world.desk.history(world.claim("asylum").id) == []


async def test_an_import_that_fails_keeps_its_prompt_and_the_text(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        send(app, "inowhere.txt\r")
        await until(pilot, "! nowhere.txt")
        send(app, "du")
        await eventually(pilot, lambda: line(app) == "nowhere.txtdu", "not in the line")
    assert [world.desk.history(claim.id) for claim in world.claims] == [[], [], [], []]


async def test_two_verdicts_on_two_claims_in_one_write_are_asked_about(world, until, eventually) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        send(app, "5k2")
        await until(pilot, "2 came at once after a verdict on another claim. Press it again to give it.")
        assert world.desk.verdict(world.claim("35 cases").id).rating is None
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        send(app, "32")
        await eventually(pilot, lambda: len(world.desk.history(world.claim("35 cases").id)) == 3, "not both given")
    assert [review.rating for review in world.desk.history(world.claim("asylum").id)] == ["false"]
    ratings = [review.rating for review in world.desk.history(world.claim("35 cases").id)]
    assert ratings == ["mostly-true", "half-true", "mostly-true"]


async def test_a_key_that_comes_while_no_screen_is_there_is_dropped(world) -> None:
    """As it is while the program closes."""
    app = WorkbenchApp(world.desk)
    assert not app.screen_stack
    await app.on_event(Key("q", "q"))
