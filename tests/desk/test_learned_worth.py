"""The queue leans on what this desk took up and deferred; the database stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench.core.document import Document
from workbench.desk.reviewing.learned_worth import Decisions
from workbench.desk.verdicts.verdicts import defer, rate, undo
from workbench.extract import read_text
from workbench.ports import EVERY
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store

TAKEN = [f"Unemployment fell by {n} percent in Bitola." for n in range(10, 23)]
SKIPPED = [f"The museum has {n} paintings in Ohrid." for n in range(300, 312)]
NEXT = ["Unemployment fell by 9 percent in Skopje.", "The museum lost 9 percent of its paintings in Skopje."]


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[SimpleNamespace]:
    text = " ".join((*TAKEN, *SKIPPED, *NEXT))
    with open_store(tmp_path / "desk.db") as store:
        document = Document(id="d1", title="A speech", text=text, origin="speech.txt")
        store.add([(document, read_text(text, document="d1").claims)])
        yield SimpleNamespace(
            store=store, learn=True, scale="five-point", scales=installed_scales(None), reviewer="ana",
            clock=lambda: datetime(2021, 12, 2, tzinfo=UTC),
        )  # fmt: skip


def _decide(ports: SimpleNamespace) -> None:
    for row in ports.store.claims(EVERY, 0, 100):
        if row.context in TAKEN:
            rate(ports, row.id, "false", "", "")
        elif row.context in SKIPPED:
            defer(ports, row.id, "", "")


def _worths(rows) -> dict[str, float]:
    return {row.context: row.worth for row in rows}


def test_what_is_like_what_was_taken_comes_first(ports: SimpleNamespace):
    _decide(ports)
    rows = Decisions(ports).claims(EVERY, 0, 100)
    read = _worths(ports.store.claims(EVERY, 0, 100))
    assert [row.worth for row in rows] == sorted((row.worth for row in rows), reverse=True)
    assert _worths(rows)[NEXT[0]] - read[NEXT[0]] > _worths(rows)[NEXT[1]] - read[NEXT[1]]


def test_pages_are_the_whole_list_cut(ports: SimpleNamespace):
    _decide(ports)
    own = Decisions(ports)
    whole = own.claims(EVERY, 0, 100)
    pages = [row for start in range(0, len(whole), 4) for row in own.claims(EVERY, start, 4)]
    assert pages == list(whole)


def test_off_or_with_too_few_decisions_nothing_moves(ports: SimpleNamespace):
    read = ports.store.claims(EVERY, 0, 100)
    assert [row.id for row in Decisions(ports).claims(EVERY, 0, 100)] == [row.id for row in read]
    _decide(ports)
    ports.learn = False
    assert Decisions(ports).claims(EVERY, 0, 100) == ports.store.claims(EVERY, 0, 100)
    claims = ports.store.claims_in("d1")
    assert Decisions(ports).shown(claims) is claims


def test_a_claim_shows_the_part_and_the_store_does_not_keep_it(ports: SimpleNamespace):
    _decide(ports)
    own = Decisions(ports)
    before = ports.store.claims_in("d1")
    shown = own.shown(before)[-1]
    assert shown.worth[-1].name == "your desk"
    assert "claims about museum were taken 0 of 12 times here" in shown.worth[-1].because
    assert ports.store.claims_in("d1") == before
    rows = {row.id: row.worth for row in own.claims(EVERY, 0, 100)}
    assert rows[shown.id] == pytest.approx(shown.worth_score, abs=0.001)


def test_a_decision_taken_back_no_longer_counts(ports: SimpleNamespace):
    _decide(ports)
    own = Decisions(ports)
    before = own.shown(ports.store.claims_in("d1"))[-1]
    undo(ports, None, "")
    assert own.shown(ports.store.claims_in("d1"))[-1].worth != before.worth
