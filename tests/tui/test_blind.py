"""In a blind project the list, the bench and its history say that another has rated a claim, and how only once one's own rating is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.reviews.required_votes import ReviewRules, VoteRule
from workbench.desk import Desk
from workbench.store.blind_project_store import BlindStore
from workbench.tui.app import WorkbenchApp

RULES = ReviewRules(VoteRule.TWO_AGREE, blind=True)


@pytest.fixture
def bos(world) -> Desk:
    """Bo's desk, once Ana has rated the first claim."""
    world.desk.rate(world.desk.claims()[0].id, "false", "Ana's note.")
    return Desk(replace(world.desk.ports, reviewer="bo", review=RULES, store=BlindStore(world.store, RULES, "bo")))


async def test_nothing_is_shown_before_ones_own_rating_is_in(bos, until, keys) -> None:
    app = WorkbenchApp(bos)
    async with app.run_test(size=(140, 40)) as pilot:
        listed = await until(pilot, "rated by another")
        await pilot.press("enter")
        opened = await until(pilot, "rated by another; shown once yours is in")
        await pilot.press("H")
        history = await until(pilot, "Rated by another; shown once yours is in.")
        await keys(pilot, "escape", "p")
        asked = await until(pilot, "Rate it first")
        assert not [words for words in (listed, opened, history, asked) if "Ana's note" in words or "by ana" in words]
        await pilot.press("1")
        await until(pilot, "ana: False · bo: True")
        await pilot.press("5")
        await until(pilot, "“Ana's note.”")
        await keys(pilot, "p")
        await until(pilot, "Publish “False”?")
