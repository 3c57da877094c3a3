"""In a blind project, how another decided a claim is no precedent yet for who has not rated it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from office import claims, open_desk

from workbench.core.reviews.required_votes import ReviewRules
from workbench.desk import Desk
from workbench.ports import ClaimFilter
from workbench.store.blind_project_store import BlindStore


async def test_a_withheld_rating_is_no_precedent(tmp_path: Path):
    with open_desk(tmp_path) as ana:
        mine, other = claims(ana)
        for key in (mine, other):
            await ana.research(key)
        ana.rate(other, "false", "By the register.")
        rules = ReviewRules(blind=True)
        bo = Desk(replace(ana.ports, reviewer="bo", review=rules, store=BlindStore(ana.ports.store, rules, "bo")))  # type: ignore[arg-type]
        assert ana.decided_before(mine, ana.researched(mine)) == [("False", 1)]
        assert [each.label for each in ana.precedents(mine).on_series] == ["False"]
        assert bo.decided_before(mine, bo.researched(mine)) == []
        assert bo.precedents(mine).on_series == ()
        assert bo.memory.of(other) == ()
        bo.rate(other, "false")
        assert [each.label for each in bo.precedents(mine).on_series] == ["False"]
        assert {choice.reviewer for choice in bo.memory.of(other)} == {"ana", "bo"}


async def test_ids_of_claims_tell_no_withheld_rating(tmp_path: Path):
    """A report takes its claims by their ids: asked for a rating, a blind store names none whose rating is not seen."""
    with open_desk(tmp_path) as ana:
        mine, other = claims(ana)
        ana.rate(other, "false", "By the register.")
        blind, wanted = BlindStore(ana.ports.store, ReviewRules(blind=True), "bo"), ClaimFilter(ratings=("false",))
        assert list(ana.ports.store.claim_ids(wanted)) == [other]
        assert list(blind.claim_ids(wanted)) == []
        assert set(blind.claim_ids()) == {mine, other}
