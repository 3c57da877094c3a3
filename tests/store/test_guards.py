"""What was confirmed is not changed, whoever tries: here with a plain database shell, past all of our code."""

from __future__ import annotations

import shutil
import sqlite3

import pytest
import said

from workbench.core.errors import StoreError
from workbench.store import open_store
from workbench.store.migrations.guards import guards


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """Return a database with a reviewed claim, and one that nobody reviewed."""
    path = tmp_path_factory.mktemp("filled") / "desk.db"
    with open_store(path) as store:
        whole, claims = said.speech("d1", "A fell.", "A rose.")
        store.add([(whole, claims), said.speech("d2", "B fell.")])
        found = said.finding(claims[0])
        store.keep_research(said.research(claims[0], found))
        store.review(said.review(claims[0], findings=(found.id,)))
        store.remember([said.choice(claim=claims[0].id)])
        store.keep_formula(said.formula(claims[0]))
    return path


@pytest.fixture
def kept(filled, tmp_path):
    return shutil.copy(filled, tmp_path / "desk.db")


def _shell(path, statement: str) -> None:
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute(statement)
    finally:
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reviews SET reviewer = 'somebody else'",
        "UPDATE reviews SET noun = '{}'",
        "DELETE FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT number + 100, id, claim, at, 'x', action, rating, noun, batch FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT number, 'x', claim, at, 'x', action, rating, noun, batch FROM reviews",
        "INSERT INTO reviews SELECT * FROM reviews WHERE true ON CONFLICT DO UPDATE SET reviewer = 'x'",
        "UPDATE research SET noun = '{}'",
        "DELETE FROM research",
        "INSERT OR REPLACE INTO research SELECT number, claim, at, '{}' FROM research",
        "UPDATE findings SET noun = '{}'",
        "DELETE FROM findings",
        "INSERT OR REPLACE INTO findings SELECT number, id, research, claim, series, 'exact', '{}' FROM findings",
        "UPDATE choices SET kind = 'barred'",
        "UPDATE choices SET reviewer = 'somebody else'",
        "DELETE FROM choices",
        "INSERT OR REPLACE INTO choices SELECT * FROM choices",
        "INSERT OR REPLACE INTO choices SELECT number, 'x', at, 'x', kind, words, dimension, place, series, title, claim, through, undoes FROM choices",
        "UPDATE formulas SET noun = '{}'",
        "DELETE FROM formulas",
        "INSERT OR REPLACE INTO formulas SELECT * FROM formulas",
        "DELETE FROM claims",
        "DELETE FROM claims WHERE stage = 'draft'",
        "DELETE FROM documents WHERE id = 'd1'",
        "UPDATE claims SET quote = 'never said'",
        "UPDATE claims SET noun = '{}'",
        "UPDATE documents SET noun = '{}'",
        "INSERT OR REPLACE INTO claims SELECT * FROM claims WHERE stage = 'draft'",
        "INSERT OR REPLACE INTO documents SELECT * FROM documents WHERE id = 'd1'",
    ],
)
def test_a_shell_cannot_rewrite_history(kept, statement):
    with pytest.raises(sqlite3.IntegrityError, match=r"only ever added to|not deleted|not changed|not replaced"):
        _shell(kept, statement)
    with open_store(kept) as store:
        assert len(store.last_reviews()) == 1
        assert store.check() == []


def test_what_nobody_reviewed_may_be_taken_away_and_is_missed(kept):
    _shell(kept, "DELETE FROM claims WHERE document = 'd2'")
    _shell(kept, "DELETE FROM documents WHERE id = 'd2'")
    with open_store(kept) as store:
        assert [row.id for row in store.documents()] == ["d1"]
        assert store.documents("d2") == []
        assert {problem.where for problem in store.check() if problem.kind.startswith("lost")} == {
            "document d2",
            f"claim {said.speech('d2', 'B fell.')[1][0].id}",
        }


def test_no_column_is_a_floating_point_number(kept):
    connection = sqlite3.connect(kept)
    try:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%'")
        ]
        kinds = {kind for table in tables for _, _, kind, *_ in connection.execute(f"PRAGMA table_info({table})")}
        values = {
            kind
            for table in ("documents", "claims", "reviews", "research", "findings", "choices", "formulas")
            for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608  (our own tables' names)
            for kind in map(type, row)
        }
    finally:
        connection.close()
    assert not {kind for kind in kinds if any(word in kind.upper() for word in ("REAL", "FLOAT", "DOUBLE", "NUMERIC"))}
    assert values <= {int, str, bytes, type(None)}


# --- what doctor sees ---


def _found(path) -> set[str]:
    with open_store(path) as store:
        return {problem.kind for problem in store.check()}


@pytest.mark.parametrize("name", guards("sqlite"))
def test_doctor_misses_a_guard_that_is_gone(kept, name):
    _shell(kept, f"DROP TRIGGER {name}")
    assert _found(kept) == {"missing-trigger"}


@pytest.mark.parametrize(
    "does",
    [
        "BEFORE INSERT ON reviews BEGIN SELECT RAISE(IGNORE); END",
        "AFTER INSERT ON reviews BEGIN UPDATE saved_views SET query = 'status:draft'; END",
        "AFTER UPDATE ON claims BEGIN SELECT 1; END",
    ],
)
def test_doctor_sees_a_trigger_that_is_not_the_workbenchs(kept, does):
    """One may lose the next review without a word, or change what comes in."""
    _shell(kept, f"CREATE TRIGGER kept_tidy {does}")
    assert _found(kept) == {"foreign-trigger"}


def test_what_stands_on_somebodys_own_table_is_told_of_with_the_table(kept):
    _shell(kept, "CREATE TABLE mine (x)")
    _shell(kept, "CREATE INDEX mine_x ON mine (x)")
    _shell(kept, "CREATE TRIGGER mine_tidy AFTER INSERT ON mine BEGIN SELECT 1; END")
    assert _found(kept) == {"foreign-table"}


def test_doctor_sees_a_review_that_was_changed(kept):
    _shell(kept, "DROP TRIGGER reviews_update")
    _shell(kept, """UPDATE reviews SET noun = replace(noun, '"false"', '"true"')""")
    assert "changed-review" in _found(kept)


def test_doctor_sees_a_review_that_cannot_be_read(kept):
    _shell(kept, "DROP TRIGGER reviews_update")
    _shell(kept, "UPDATE reviews SET noun = '{\"cl'")
    with open_store(kept) as store:
        assert {problem.kind for problem in store.check()} >= {"missing-trigger", "unreadable-review"}


def test_doctor_sees_a_finding_that_is_gone(kept):
    _shell(kept, "DROP TRIGGER findings_delete")
    _shell(kept, "DELETE FROM findings")
    assert "lost-finding" in _found(kept)


def test_doctor_sees_a_stage_that_the_reviews_do_not_give(kept):
    """The next review of the claim puts the list right: the reviews are the truth."""
    _shell(kept, "UPDATE claims SET stage = 'published' WHERE stage = 'draft'")
    with open_store(kept) as store:
        (problem,) = store.check()
        assert (problem.kind, problem.message) == (
            "stale-stage",
            "Its stage is listed as published, and its reviews come to draft.",
        )
        store.review(said.review(store.last_reviews()[0].claim, n=1))
        assert store.check() == []


def test_doctor_sees_counts_that_are_off(kept):
    _shell(kept, "UPDATE documents SET open = 7 WHERE id = 'd2'")
    assert _found(kept) == {"stale-count"}


def test_doctor_sees_rows_that_words_do_not_find(kept):
    _shell(
        kept,
        "INSERT INTO documents (number, id, title, published, place, origin, claims, open, worth, words, noun) SELECT 99, 'd99', title, published, place, origin, 0, 0, 0, words, noun FROM documents WHERE id = 'd2'",
    )
    assert _found(kept) == {"search-index", "added-document", "changed-document"}


def test_doctor_sees_a_claim_without_its_document(kept):
    _shell(kept, "DELETE FROM documents WHERE id = 'd2'")
    assert "lost-row" in _found(kept)


def test_a_stored_noun_that_is_broken_is_a_sentence(kept):
    _shell(kept, "DROP TRIGGER documents_update")
    _shell(kept, "UPDATE documents SET noun = '[1, 2'")
    with open_store(kept) as store, pytest.raises(StoreError, match="A stored Document cannot be read"):
        store.document("d1")


def test_doctor_sees_a_choice_that_was_changed(kept):
    _shell(kept, "DROP TRIGGER choices_update")
    _shell(kept, "UPDATE choices SET kind = 'barred'")
    assert _found(kept) == {"missing-trigger", "changed-choice"}


def test_a_choice_that_cannot_be_read_is_passed_over_and_named(kept):
    _shell(kept, "DROP TRIGGER choices_update")
    _shell(kept, "UPDATE choices SET kind = 'loved'")
    assert _found(kept) >= {"missing-trigger", "unreadable-choice"}
    with open_store(kept) as store:
        assert store.recall() == []
        assert [problem.kind for problem in store.skipped] == ["unreadable-choice"]


def test_doctor_names_a_formula_that_was_changed(kept):
    _shell(kept, "DROP TRIGGER formulas_update")
    _shell(kept, "UPDATE formulas SET noun = replace(noun, '100000', '1000')")
    with open_store(kept) as store:
        assert {"changed-formula", "missing-trigger"} <= {problem.kind for problem in store.check()}
    _shell(kept, "UPDATE formulas SET noun = '{}'")
    with open_store(kept) as store:
        assert "unreadable-formula" in {problem.kind for problem in store.check()}
