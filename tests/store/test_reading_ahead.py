"""Many claims are read with a few statements, which are the same whatever their number: a database prepares each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import said
from sqlalchemy import event
from sqlalchemy.engine import Engine

from workbench.ports import Researched, Store
from workbench.store import open_store

SENTENCES = ("A fell.", "B fell.", "C fell.", "D fell.", "E fell.")


def _statements(store: Store, keys: Sequence[str]) -> list[str]:
    """What the database is asked while some claims and their histories are read."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        there = store.ahead(keys)
        assert list(there.claims) == list(there.research) == list(keys)
        assert sorted(store.histories(keys)) == list(keys)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return asked


def test_more_claims_are_read_with_the_same_statements(tmp_path: Path):
    with open_store(tmp_path / "desk.db") as store:
        speeches = [said.speech(f"d{n}", sentence) for n, sentence in enumerate(SENTENCES)]
        store.add([(document, list(found)) for document, found in speeches])
        claims = [claim for _, found in speeches for claim in found]
        for claim in claims:
            store.keep_research(Researched(claim=claim.id, at=said.review(claim).at))
            store.review(replace(said.review(claim), note=claim.quote))
        keys = sorted(claim.id for claim in claims)
        assert _statements(store, keys[:2]) == _statements(store, keys)
