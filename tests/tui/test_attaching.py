"""Evidence of one's own at the bench: a key, one line, and it stands beside the series; what will not do keeps what was typed."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace

import pytest

from workbench.core.attachment import standing_attachments
from workbench.core.evidence import Snapshot
from workbench.ports import Answer, Raw
from workbench.tui.app import WorkbenchApp

PAGE = b"<html><title>Police in 2021</title><p>There were 15,998 attempts.</p></html>"


@pytest.fixture
def app(world) -> WorkbenchApp:
    """Return a desk whose network knows one page, and whose disk has one letter."""

    async def fetch(request, *, fresh=False):
        await asyncio.sleep(0)
        if request.url != "https://example.org/report":
            raise_unreachable()
        key = hashlib.sha256(PAGE).hexdigest()
        at = Snapshot(id=key, url=request.url, fetched=world.desk.ports.clock(), media_type="text/html", size=len(PAGE))
        return Answer(at, PAGE)

    def raise_unreachable():
        from workbench.core.errors import UnreachableError

        raise UnreachableError("example.net", "no connection")

    world.disk.raw = lambda path: Raw(path, "txt", b"The ministry counts 15,998 attempts.")
    world.disk.size = lambda path: 30 if path == "letter.txt" else None
    world.desk.ports.archive.keep = lambda snapshot, body: snapshot
    world.desk.ports = replace(world.desk.ports, fetch=fetch)
    return WorkbenchApp(world.desk)


async def opened(app, pilot, until) -> str:
    await until(pilot, "4 claims open")
    await pilot.press("enter")
    await until(pilot, "claim 4 of 4")
    return app.screen.claim.id


async def typed(pilot, until, words: str) -> None:
    await pilot.press("a")
    await until(pilot, "Attach URL")
    pilot.app.screen.talk.field.value = words
    await pilot.press("enter")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('https://example.org/report --quote "There were 15,998"', "§ “There were 15,998” Police in 2021"),
        ("letter.txt --quote “counts 15,998”", "§ “counts 15,998” letter.txt"),
        ("Confirmed by phone.", "§ Confirmed by phone. · ana"),
    ],
)
async def test_one_key_and_one_line_put_it_beside_the_series(app, world, until, words, shown) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        claim = await opened(app, pilot, until)
        await typed(pilot, until, words)
        await until(pilot, "u takes it back")
        assert shown in await until(pilot, "§")
        assert len(world.desk.attachments(claim)) == 1
        await pilot.press("H")
        assert "attached " in await until(pilot, "History")
        await pilot.press("escape")
        await until(pilot, shown)
        await pilot.press("u")
        await until(pilot, "Took back the ")
        assert "§" not in await until(pilot, "§", gone=True)
        assert standing_attachments(world.desk.attachments(claim)) == ()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("https://example.net/x", "did not answer"),
        ("https://example.org/report --quote nothing", "The quote is not in"),
        ("https://example.org/report --page 4", "has no page 4"),
        ("letter.txt --pag 3", "Did you mean page"),
        ("letter.txt --page three", "is no page"),
        ("ftp://example.org/report", "does not begin with https:// or http://"),
        ("www.example.org/report", "does not begin with https:// or http://"),
    ],
)
async def test_what_will_not_do_is_said_beside_the_line_and_nothing_typed_is_lost(
    app, world, until, words, says
) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        claim = await opened(app, pilot, until)
        await typed(pilot, until, words)
        await until(pilot, says)
        assert app.screen.talk.asking
        assert app.screen.talk.field.value == words
        await pilot.press("escape", "a")
        await until(pilot, "Attach URL")
        assert app.screen.talk.field.value == words
        assert world.desk.attachments(claim) == []


async def test_tab_adds_the_options_one_after_the_other(app, until) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("a", *"x.pdf", "tab")
        await until(pilot, 'x.pdf --quote "')
        await pilot.press("tab")
        await until(pilot, "x.pdf --page")
