"""Whatever row is changed, taken out or put in with a database shell, doctor finds it: one change at a time, the guards put back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from random import Random

import altered
import pytest
import said
from sqlalchemy import create_engine, event, text

from workbench.core.corrections.amendment import DocumentData
from workbench.core.errors import StoreError
from workbench.core.reviewers.saved_view import SavedView
from workbench.core.reviews.published import KeptPage
from workbench.core.verdict import Action
from workbench.ports import AmendedClaims
from workbench.store import open_store
from workbench.store.checking import integrity
from workbench.store.checking.doctor_checks import check
from workbench.store.every_table import METADATA
from workbench.store.journal import TABLES, moving_columns
from workbench.store.migrations import HEAD
from workbench.store.opening import revision

TIMES = [pytest.param(40, id="some"), pytest.param(200, id="all", marks=[pytest.mark.slow, pytest.mark.timeout(900)])]


def fill(store) -> None:
    """Several documents with claims: researched, reviewed, chosen, worked out, attached to, published; views; each more than once."""
    for n in range(4):
        whole, claims = said.speech(f"d{n}", *(f"Claim {n} {k} fell by 5." for k in range(3)))
        store.add([(whole, claims)])
        for k, one in enumerate(claims[:2]):
            found = said.finding(one, title=f"Applications {n} {k}")
            store.keep_research(said.research(one, found, said.finding(one, title="Others"), n=n))
            store.review(said.review(one, n=n, findings=(found.id,)))
            store.review(said.review(one, Action.COMMENT, n=n + 10, note="Look again."))
            store.remember([said.choice(n=n * 10 + k, claim=one.id)])
            store.keep_formula(said.formula(one))
        out = said.review(claims[0], Action.PUBLISH, n=n + 20)
        store.review(out)
        store.keep_page(KeptPage(out.id, claims[0].id, said.NOON, "cd" * 32, 900 + n))
        store.attach(said.attachment(claims[0], n=n))
        store.attach(said.attachment(claims[1], n=n, body=None, note="The office counted again."))
        store.review(said.review(claims[2], Action.TAG, n=n, note="budget", batch=f"b{n}"))
        store.save_view(SavedView(f"view {n // 2}", "status:open", str(n)), "ana", said.NOON, dropped=n == 1)
        _amend(store, whole, claims, n)


def test_what_is_altered_is_of_every_table(whole):
    """A table that is added later has rows here too, so that changes to them are tried."""
    engine = create_engine(f"sqlite:///{whole}")
    with engine.begin() as connection:
        assert set(METADATA.tables) <= set(altered.tables(connection))
        assert {name for name in METADATA.tables if not name.startswith("journal")} == set(TABLES)
    engine.dispose()


def _amend(store, whole, claims, n: int) -> None:
    """One document of each sort: its data put right, hidden, two claims joined, and nothing of it changed."""
    data = replace(DocumentData.of(whole), title="Forum", published=None)
    if n == 0:
        right = said.correction(claims[2], replace(claims[2], place="DEU"), n=n)
        store.amend(said.amendment("set", whole.id, n=n, data=data), AmendedClaims(corrections=(right,)))
    if n == 1:
        store.amend(said.amendment("hide", whole.id, n=n))
    if n == 2:
        store.amend(said.amendment("join", whole.id, n=n, gone=[claims[1].id, claims[2].id]))


def found(place) -> list[str]:
    """Return what a reviewer is told: by doctor, or by the database that does not open."""
    try:
        with open_store(place) as store:
            return [str(problem) for problem in store.check()]
    except StoreError as error:
        return [error.message]


def found_on(connection) -> list[str]:
    """Return the same of a database on a server, within a transaction that is not kept."""
    try:
        if revision(connection, "the database") != HEAD:
            return ["It is of another version."]
        return [str(problem) for problem in check(connection, "the database")]
    except StoreError as error:
        return [error.message]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "desk.db"
    with open_store(path) as store:
        fill(store)
        assert store.check() == []
    return path


@pytest.mark.parametrize("times", TIMES)
def test_every_change_is_found(whole, tmp_path, times):
    missed = []
    for seed in range(times):
        path = shutil.copy(whole, tmp_path / f"{seed}.db")
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            did = altered.alter(connection, Random(seed))  # noqa: S311  (changes that can be made again)
        engine.dispose()
        if not found(path):
            missed.append((seed, did))
        path.unlink()
    assert missed == []


@pytest.mark.parametrize("table", TABLES)
def test_letters_that_were_made_bytes_are_found(whole, tmp_path, table: str):
    """Bytes are unlike the text of the same letters to every filter, list and order: whatever column of whatever table holds them."""
    path, missed = tmp_path / "bytes.db", []
    names = [
        column.name for column in METADATA.tables[table].columns if column.name not in moving_columns().get(table, ())
    ]
    for name in names:
        path.unlink(missing_ok=True)
        shutil.copy(whole, path)
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection, altered.unguarded(connection):
            row = f"(SELECT min(number) FROM {table} WHERE typeof({name}) = 'text')"  # noqa: S608  (our own names)
            changed = connection.execute(text(f"UPDATE {table} SET {name} = CAST({name} AS BLOB) WHERE number = {row}"))  # noqa: S608
        engine.dispose()
        if changed.rowcount and not found(path):
            missed.append(name)
    assert missed == []


@pytest.mark.parametrize("seed", [*range(8), *(pytest.param(n, marks=pytest.mark.slow) for n in range(8, 30))])
def test_claims_looked_at_together_are_those_that_have_a_fault_each_alone(whole, tmp_path, seed: int):
    """Nobody is told less of many claims than of each: whatever one row is changed to."""
    place = tmp_path / "altered.db"
    shutil.copy(whole, place)
    with open_store(place) as store:
        keys = [row.id for row in store.claims(limit=500)]
        assert store.doubtful(keys) == []
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        done = altered.alter(connection, Random(seed))  # noqa: S311  (changes that can be made again)
    with engine.connect() as connection:
        alone = {key for key in keys if list(integrity.of_claim(connection, key))}
        assert alone <= set(integrity.doubtful(connection, keys)), done
    engine.dispose()


def test_many_claims_are_looked_at_with_as_few_questions_as_one(whole):
    engine, asked = create_engine(f"sqlite:///{whole}"), []
    event.listen(engine, "before_cursor_execute", lambda *of: asked.append(of[2]))
    with engine.connect() as connection:
        keys = list(connection.execute(text("SELECT id FROM claims")).scalars())
        for some in (keys[:1], keys):
            asked.clear()
            assert list(integrity.doubtful(connection, some)) == []
            assert len(asked) < 30
    engine.dispose()
