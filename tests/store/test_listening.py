"""What a colleague writes into a team's database is told within the second, on a real server; a file tells nobody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, Queue
from threading import enumerate as threads

import pytest
import said
from sqlalchemy import create_engine, make_url, text

from workbench.core.claim import Claim
from workbench.store import open_store
from workbench.store.repository import SqlStore

Told = Queue[frozenset[str]]


@pytest.fixture
def team(team_database: str) -> Iterator[tuple[SqlStore, SqlStore, list[Claim]]]:
    """Yield two who work on one database, with two claims."""
    whole, claims = said.speech("d1", "A fell.", "B fell.")
    with open_store(team_database) as ana, open_store(team_database) as bo:
        ana.add([(whole, claims)])
        yield ana, bo, claims


@pytest.fixture
def hear() -> Iterator[Callable[[SqlStore], Told]]:
    """Listen on a store."""
    stops = []

    def begin(store: SqlStore) -> Told:
        told: Told = Queue()
        stop = store.listen(told.put)
        assert stop is not None
        stops.append(stop)
        time.sleep(0.5)  # it listens
        return told

    yield begin
    for stop in stops:
        stop()
    assert not [each for each in threads() if each.name == "listening"]


def test_what_others_change_is_told_by_its_claim_and_what_one_changes_oneself_is_not(team, hear):
    ana, bo, (one, two) = team
    told = hear(ana)
    ana.review(said.review(one))
    bo.review(replace(said.review(two), reviewer="bo"))
    assert told.get(timeout=5) == {two.id}
    bo.review_all([replace(said.review(each, n=1), reviewer="bo") for each in (one, two)])
    assert told.get(timeout=5) == {one.id, two.id}
    whole, claims = said.speech("d2", "C fell.")
    bo.add([(whole, claims)])
    assert told.get(timeout=5) == frozenset()  # it may be any
    with pytest.raises(Empty):
        told.get(timeout=0.6)


def test_what_fails_is_not_told(team, hear):
    ana, bo, (one, _) = team
    told = hear(ana)
    with suppress(ZeroDivisionError), bo.together():
        bo.review(replace(said.review(one), reviewer="bo"))
        raise ZeroDivisionError
    assert bo.reviews(one.id) == []
    with pytest.raises(Empty):
        told.get(timeout=0.8)


def test_where_the_line_was_cut_it_listens_again_and_says_that_something_may_have_been_missed(
    team, hear, team_database
):
    ana, bo, (one, _) = team
    told = hear(ana)
    engine = create_engine(make_url(team_database).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"))
    engine.dispose()
    assert told.get(timeout=10) == frozenset()
    bo.review(replace(said.review(one), reviewer="bo"))
    assert told.get(timeout=5) == {one.id}


def test_a_file_tells_nobody(tmp_path):
    with open_store(tmp_path / "one.db") as store:
        assert store.listen(print) is None
