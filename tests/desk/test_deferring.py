"""On its day a claim that was deferred is back in the queue, in the reports and at the bench."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from office import AT, claims, open_desk

from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.research_ahead import coming
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.ports import ClaimFilter, ClaimRow


def test_it_comes_back_by_itself(
    tmp_path: Path,
):
    with open_desk(tmp_path) as desk:
        first, second = claims(desk)
        until = desk.coming_day("in 2 days")
        desk.decide_all([Decision(claim=first, action=Action.DEFER, until=until)])
        queue = desk.query("status:open")
        assert [row.id for row in desk.claims(queue)] == [second]
        assert [row.id for row in coming(desk, None, 5)] == [second]
        assert [entry.claim.id for entry in desk.report(queue).entries] == [second]
        assert desk.verdict(first).until == until == date(2022, 6, 3)

        desk.ports.clock.now = AT + timedelta(days=2)
        assert {row.id for row in desk.claims(desk.query("status:open"))} == {first, second}
        assert desk.count_claims(desk.query("status:open")) == 2
        assert {row.id for row in coming(desk, None, 5)} == {first, second}
        assert (desk.verdict(first).deferred, desk.verdict(first).until) == (False, None)


def test_a_claim_is_handed_on_by_an_editor(tmp_path: Path):
    with open_desk(tmp_path) as desk:
        key = claims(desk)[0]
        desk.take(key, "ana")
        [refused] = desk.assign([key], "bea", "eva")
        assert "taken by ana" in str(refused)
        led = Desk(replace(desk.ports, review=ReviewRules(editors=("Eva",))))
        [made] = led.assign([key], "bea", "eva")
        assert (made.taken.holder, made.taken.reviewer) == ("bea", "eva")


def test_what_is_so_already_is_not_added_again(tmp_path: Path):
    with open_desk(tmp_path) as desk:
        key = claims(desk)[0]
        desk.assign([key], "bea", "eva")
        desk.assign([key], "Bea", "eva")
        desk.decide_all([Decision(claim=key, action=Action.TAKE, by="bea")])
        assert len(desk.history(key)) == 1
        for _ in range(2):
            desk.decide_all([Decision(claim=key, action=Action.RELEASE, by="bea")])
        assert [each.action for each in desk.history(key)] == [Action.ASSIGN, Action.RELEASE]


@pytest.mark.parametrize(("after", "most"), [(None, 16), ("0003", 16), ("0900", 1_500)])
def test_the_next_claim_is_found_without_reading_the_queue(after: str | None, most: int):
    """The queue may have a hundred thousand claims, and the one that comes next is mostly at its top."""
    queue = [ClaimRow(f"{n:04}", "d", "", "", "level", 1 - n / 5_000, None, None, "", "open", None, False) for n in range(5_000)]  # fmt: skip
    read: list[int] = []

    class Queue:
        def claims(self, wanted: ClaimFilter, offset: int = 0, limit: int = 100) -> list[ClaimRow]:
            if wanted.ids:
                return [row for row in queue if row.id in wanted.ids]
            read.extend(range(offset, offset + limit))
            return queue[offset : offset + limit]

    following = "0000" if after is None else f"{int(after) + 1:04}"
    assert [row.id for row in coming(Queue(), after, 1)] == [following]
    assert len(read) == len(set(read)) <= most
