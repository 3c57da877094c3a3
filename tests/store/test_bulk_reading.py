"""Many claims are read with a few statements, which are the same whatever their number: a database prepares each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import said
from sqlalchemy import event
from sqlalchemy.engine import Engine

from workbench.desk.publication.cached_store import CachedStore
from workbench.ports import Researched, Store
from workbench.store import open_store

SENTENCES = ("A fell.", "B fell.", "C fell.", "D fell.", "E fell.")


@contextmanager
def asked_of_database() -> Iterator[list[str]]:
    """Yield the statements that a database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _statements(store: Store, keys: Sequence[str]) -> list[str]:
    """Return what the database is asked while some claims and their histories are read."""
    with asked_of_database() as asked:
        there = store.ahead(keys)
        assert list(there.claims) == list(there.research) == list(keys)
        assert sorted(store.histories(keys)) == list(keys)
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


def test_what_was_read_ahead_is_not_asked_of_the_database_again(tmp_path: Path):
    """One question for each claim is seconds in an export of thousands."""
    with open_store(tmp_path / "desk.db") as store:
        document, found = said.speech("d", SENTENCES[0])
        store.add([(document, list(found))])
        key = found[0].id
        store.keep_research(Researched(claim=key, at=said.review(found[0]).at))
        store.review(said.review(found[0]))
        there = CachedStore(store)
        there.take([key])
        with asked_of_database() as asked:
            assert there.claim_id(key) == there.claim(key).id == key
            assert there.document(document.id).id == document.id
            assert there.research(key) is not None
            assert [each.claim for each in there.reviews(key)] == [key]
            assert not there.corrections(key)
        assert asked == []
