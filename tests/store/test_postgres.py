"""The same contract on a PostgreSQL server, where ``WORKBENCH_TEST_POSTGRES`` holds the URL of a database that may be emptied."""

from __future__ import annotations

import os

import pytest
import said
from contract import StoreContract
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from workbench.core.errors import NewerDatabaseError, StoreError
from workbench.store import open_store

URL = os.environ.get("WORKBENCH_TEST_POSTGRES", "")
here = pytest.mark.skipif(not URL, reason="WORKBENCH_TEST_POSTGRES names no PostgreSQL database")


@pytest.fixture
def server():
    engine = create_engine(make_url(URL).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    yield engine
    engine.dispose()


@here
class TestPostgres(StoreContract):
    @pytest.fixture
    def store(self, server):
        with open_store(URL) as store:
            yield store

    @pytest.mark.parametrize(
        "statement",
        ["UPDATE reviews SET reviewer = 'x'", "DELETE FROM reviews", "TRUNCATE reviews", "DELETE FROM findings",
         "UPDATE research SET at = ''", "DELETE FROM claims", "DELETE FROM documents", "UPDATE claims SET quote = ''"],
    )  # fmt: skip
    def test_history_is_only_added_to(self, store, server, statement):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        store.keep_research(said.research(one, said.finding(one)))
        store.review(said.review(one))
        with (
            server.connect() as connection,
            pytest.raises(DBAPIError, match=r"only ever added to|not deleted|not changed"),
        ):
            connection.execute(text(statement))

    def test_a_newer_database_is_left_alone(self, store, server):
        with server.begin() as connection:
            connection.execute(text("UPDATE workbench_version SET version_num = '9999'"))
        with pytest.raises(NewerDatabaseError, match="9999"):
            open_store(URL)


def test_a_server_that_is_not_there_is_a_sentence_without_the_password():
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://ana:secret@127.0.0.1:1/desk")
    assert "cannot be reached" in caught.value.message
    assert "secret" not in caught.value.message + caught.value.hint


def test_an_unknown_kind_of_database_is_a_sentence():
    with pytest.raises(StoreError, match="no driver"):
        open_store("nosuch://somewhere/desk")
