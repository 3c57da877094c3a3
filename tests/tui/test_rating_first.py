"""A verdict is kept and painted before anything else is asked of the database; the rest follows that paint."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.candidates_pane import CandidatesPane
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.widgets.verdict_bar import VerdictBar

MOST = 32
"""Questions to the database from a rating's key to its word, those in which it is kept among them; 58 when all was shown at once."""


@pytest.fixture
def asked(monkeypatch):
    """Count what is asked of the database; return how much that was when each line was said."""
    count, at = [0], dict[str, int]()
    say = MessageLine.say

    def counted(*_: object) -> None:
        count[0] += 1

    def noting(self: MessageLine, words: str, **how: bool) -> None:
        at[words.partition(" ·")[0]] = count[0]
        say(self, words, **how)

    monkeypatch.setattr(MessageLine, "say", noting)
    event.listen(Engine, "before_cursor_execute", counted)
    yield lambda words="": at.get(words, count[0])
    event.remove(Engine, "before_cursor_execute", counted)


async def test_a_rating_asks_little_before_its_word_is_shown(world, until, asked) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "0 Cannot say")
        await pilot.press("1")
        await until(pilot, "Rated “True”")
        await pilot.press("0")  # what is made once is made
        await until(pilot, "Rated “Cannot say”")
        before = asked()
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        assert 5 < asked("Rated “Mostly true”") - before <= MOST


async def test_what_follows_is_shown_too(world, until) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "0 Cannot say")
        world.desk.rate(world.claims[0].id, "false", "By another window.")
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        screen = await until(pilot, "False")
        rows = [row.partition("│")[0] for row in screen.splitlines()]
        assert any("Mostly true" in row for row in rows), "the claim's own row"
        assert any("False" in row.replace("Mostly false", "") for row in rows), "a colleague's, of another claim"


async def test_a_question_that_is_asked_at_once_stays(world, until, keys) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "enter", "n", "=Checked by hand, no figures.", "enter")
        await until(pilot, "Noted.")
        await pilot.press("2", "p")
        await until(pilot, "Publish?")
        await pilot.pause(0.2)
        assert pilot.app.screen.query_one(VerdictBar).asking
        await until(pilot, "Publish?")


async def test_the_claims_list_knows_it_before_the_rest_does(world, until, monkeypatch) -> None:
    """`J` right after a verdict passes over the claim that was judged."""
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "0 Cannot say")
        bench = pilot.app.screen
        monkeypatch.setattr(type(bench), "_catch_up", lambda *_: None)
        await pilot.press("2")
        await until(pilot, "Rated “Mostly true”")
        await until(pilot, "u takes it back · N next open claim")
        row = bench.case.rows[bench.claim.id]
        assert (row.stage, row.rating) == ("draft", "mostly-true")
        assert bench.query_one(CandidatesPane).in_hand is None
