"""A vote that is taken back, or another rating that comes, while a verdict is on its way to readers: it stays where it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from office import claims, open_desk

from workbench.core.errors import PublishError
from workbench.core.reviews.required_votes import ReviewRules, VoteRule
from workbench.core.verdict import Action, Stage
from workbench.desk import Desk
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import verdicts

RULES = ReviewRules(VoteRule.TWO_AGREE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as alone:
        yield Desk(replace(alone.ports, review=RULES))


@pytest.mark.parametrize("meanwhile", ["undo", "another rating"])
@pytest.mark.parametrize("verb", ["publish", "approve"])
def test_what_another_does_meanwhile_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch, verb: str, meanwhile: str):
    claim = claims(desk)[0]
    for who in ("ana", "bo"):
        desk.rate(claim, "true", "By the register.", by=who)
    real = verdicts.claim_locked

    def after_bo(ports: DeskPorts, key: str) -> AbstractContextManager[str]:
        """Bo is a moment quicker: the verb has looked at the claim, and not yet taken it for itself."""
        monkeypatch.setattr(verdicts, "claim_locked", real)
        if meanwhile == "undo":
            desk.undo(claim, by="bo")
        else:
            desk.rate(claim, "false", by="bo")
        return real(ports, key)

    monkeypatch.setattr(verdicts, "claim_locked", after_bo)
    with pytest.raises(PublishError, match=r"takes a second reviewer|rates it"):
        getattr(desk, verb)(claim, by="cy")
    assert desk.verdict(claim).stage is Stage.DRAFT
    assert not [each for each in desk.history(claim) if each.action in {Action.PUBLISH, Action.APPROVE}]
