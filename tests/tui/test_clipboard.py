"""The source's page and what is cited leave the bench by a key: a browser where there is one, the clipboard everywhere."""

from __future__ import annotations

import webbrowser

import pytest

from workbench.core.attachment import Attachment, AttachmentKind, identified
from workbench.core.evidence import Snapshot
from workbench.tui.app import WorkbenchApp
from workbench.tui.browser_check import has_browser


@pytest.fixture
def app(world) -> WorkbenchApp:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    claim, at = world.claim("39.7").id, world.desk.ports.clock()
    body = Snapshot(id="cd" * 32, url="https://example.org/report", fetched=at, media_type="text/html", size=3)
    page = Attachment(id="", claim=claim, kind=AttachmentKind.PAGE, title="R", body=body, reviewer="ana", at=at)
    world.store.attach(identified(page))
    return WorkbenchApp(world.desk)


async def researched(pilot, until) -> None:
    await until(pilot, "4 claims open")
    await pilot.press("enter", "r")
    await until(pilot, "ROUNDS TO")


@pytest.mark.parametrize(
    ("typed", "says", "copied"),
    [
        ("", "Copied the figure: ", "−39.7"),
        ("c", "Copied the citation: ", "sha256 5b5b"),
        ("trace", "Copied the trace: ", "1  "),
        ("i", "Copied the id: ", ""),
        ("l", "Copied the link: https://example.org/report", "https://example.org/report"),
    ],
)
async def test_a_letter_says_what_is_copied(app, until, typed, says, copied) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, until)
        await pilot.press("y", *typed, "enter")
        await until(pilot, says)
        assert copied in app.clipboard.replace("-39.7", "−39.7")
        assert app.clipboard == app.screen.claim.id or typed != "i"


async def test_what_cannot_be_copied_is_said_and_tab_goes_on(app, until) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, until)
        await pilot.press("y", "q", "enter")
        await until(pilot, "there is figure, citation, trace, id or link")
        await pilot.press("backspace", "tab")
        await until(pilot, "citation")
        await pilot.press("enter")
        await until(pilot, "Copied the citation")


@pytest.mark.parametrize("there", [True, False])
async def test_the_page_is_opened_or_its_address_is_shown(app, until, monkeypatch, there) -> None:
    opened: list[str] = []
    monkeypatch.setattr("workbench.tui.screens.clipboard.has_browser", lambda *, is_web: there)
    async with app.run_test(size=(160, 50)) as pilot:
        monkeypatch.setattr(app, "open_url", opened.append)
        await researched(pilot, until)
        await pilot.press("o")
        await until(
            pilot, "Opened https://example.org/report" if there else "https://example.org/report · no browser here"
        )
        assert opened == (["https://example.org/report"] if there else [])


def test_a_browser_that_takes_the_terminal_is_none(monkeypatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    assert not has_browser(is_web=False)
    assert has_browser(is_web=True)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.BackgroundBrowser("xdg-open"))
    assert has_browser(is_web=False)

    def none():
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert not has_browser(is_web=False)
