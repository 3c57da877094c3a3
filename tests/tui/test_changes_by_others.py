"""What a colleague does on a team's database shows on the open list and the open bench, with no key pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from workbench.core.verdict import Action, Review
from workbench.desk import Desk
from workbench.store import open_store
from workbench.store.repository import SqlStore
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.verdict_bar import VerdictBar


@pytest.fixture
def team(world, team_database: str) -> Iterator[tuple[Desk, SqlStore]]:
    """Yield the same desk over a server's database, and a colleague's store."""
    with open_store(team_database) as mine, open_store(team_database) as theirs:
        mine.add([(world.store.document(world.claims[0].document), world.claims)])
        yield Desk(replace(world.desk.ports, store=mine)), theirs


def bos(desk: Desk, claim: str, rating: str = "false") -> Review:
    return Review(
        claim=claim, reviewer="bo", at=desk.now(), action=Action.RATE, rating=rating, scale="five-point", note="Bo's note."
    )  # fmt: skip


async def test_a_list_shows_it(team, until) -> None:
    desk, theirs = team
    app = WorkbenchApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        theirs.review(bos(desk, desk.claims()[0].id))
        await until(pilot, "3 claims open")
        await until(pilot, "v False")


async def test_a_bench_shows_it_and_a_question_about_another_claim_stays(team, until) -> None:
    desk, theirs = team
    first, second = (row.id for row in desk.claims(limit=2))
    desk.rate(first, "true", "By the register.")
    app = WorkbenchApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "draft: True by ana")
        await pilot.press("p")
        await until(pilot, "Publish “True”?")
        theirs.review(bos(desk, second))
        await until(pilot, "2 v")
        assert app.screen.query_one(VerdictBar).asking
        theirs.review(bos(desk, first))
        await until(pilot, "ana: True · bo: False")
        await until(pilot, "Just now bo: rated False.")
        assert not app.screen.query_one(VerdictBar).asking
