"""What a verb checks still holds when it is kept: nobody else writes between the two, whatever the verb."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from office import claims, open_desk

from workbench.core.corrections.correction import Slot
from workbench.core.errors import UsageError
from workbench.core.failures.database_errors import BusyDatabaseError
from workbench.core.verdict import Action, Stage
from workbench.desk import Desk
from workbench.store import open_store

VERBS = {
    "take": lambda desk, key: desk.take(key),
    "release": lambda desk, key: (desk.take(key), desk.release(key)),
    "rate": lambda desk, key: desk.rate(key, "true"),
    "dismiss": lambda desk, key: desk.dismiss(key),
    "undo": lambda desk, key: (desk.comment(key, "Hm."), desk.undo(key)),
    "approve": lambda desk, key: (desk.rate(key, "true", by="bo"), desk.approve(key)),
    "reject": lambda desk, key: (desk.rate(key, "true", by="bo"), desk.reject(key, "By the register of 2021.")),
    "publish": lambda desk, key: (desk.rate(key, "true", "By the register."), desk.publish(key)),
    "correct": lambda desk, key: (VERBS["publish"](desk, key), desk.correct_verdict(key, "false", "By the register of 2021.")),
    "withdraw": lambda desk, key: (VERBS["publish"](desk, key), desk.withdraw(key, "By the register of 2021.")),
    "edit": lambda desk, key: desk.correct(key, [(Slot.PERIOD, "2019")]),
    "undo an edit": lambda desk, key: (VERBS["edit"](desk, key), desk.undo(key)),
}  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_writes_between_what_is_checked_and_what_is_kept(tmp_path: Path, verb: str, monkeypatch):
    """A colleague, who waits for a twentieth of a second, comes right after the last look at the claim's history."""
    came = []
    with open_desk(tmp_path) as desk, open_store(tmp_path / "desk.db", patience=0.05) as other:
        key, store = claims(desk)[0], desk.ports.store
        another = replace(desk.comment(key, "First.").history[-1], reviewer="eve", action=Action.COMMENT)

        def meanwhile(name: str) -> None:
            keep = getattr(store, name)

            def kept(*given: object) -> object:
                with pytest.raises(BusyDatabaseError):
                    other.review(replace(another, note=f"{len(came)}"))
                came.append(name)
                return keep(*given)

            monkeypatch.setattr(store, name, kept)

        meanwhile("review")
        meanwhile("correct")
        VERBS[verb](desk, key)
    assert came


def test_what_was_dismissed_is_not_taken(tmp_path: Path):
    """It was said to be taken, and stayed dismissed."""
    with open_desk(tmp_path) as desk:
        key = claims(desk)[0]
        desk.dismiss(key, by="bo")
        with pytest.raises(UsageError, match="dismissed by bo, and is not taken"):
            desk.take(key)
        desk.undo(key, by="bo")
        assert desk.take(key).stage is Stage.TAKEN


def test_what_was_published_in_the_meantime_is_not_approved(tmp_path: Path, monkeypatch):
    """Two editors at once: one publishes while the other approves."""
    with open_desk(tmp_path) as desk:
        key = claims(desk)[0]
        desk.rate(key, "true", "By the register.")
        _publishing_at(desk, key, monkeypatch)
        with pytest.raises(Exception, match="only a draft is to approve"):
            desk.approve(key, by="bo")
        assert [each.action for each in desk.verdict(key).history] == [Action.RATE, Action.PUBLISH]


def _publishing_at(desk: Desk, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has a colleague publish just before the claim is locked."""
    whole, first = desk.ports.store.together, [key]

    def together(given: object = ()):
        if first:
            first.pop()
            desk.publish(key)
        return whole(given)

    monkeypatch.setattr(desk.ports.store, "together", together)
