"""The same contract on a real PostgreSQL server.

A server is started from the wheel that the test extra brings, or ``WORKBENCH_TEST_POSTGRES`` names a database that may be emptied.
"""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from random import Random
from time import sleep

import altered
import pytest
import said
import test_altered
import test_database_copy
import test_two_writers
import work_soak
from contract import StoreContract
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError

from workbench.core.errors import StoreError
from workbench.core.failures.database_errors import (
    DamagedDatabaseError,
    NewerDatabaseError,
    NoServerError,
    NotAllowedError,
    ServerUnreachedError,
)
from workbench.core.verdict import Action
from workbench.store import open_store
from workbench.store.checking import integrity
from workbench.store.database_copy import copy
from workbench.store.grants import ROLES, grant
from workbench.store.journal import BEGINNING
from workbench.store.migrations import HEAD, VERSION_TABLE
from workbench.store.opening import revision

psycopg = pytest.importorskip("psycopg")
TIMES = [pytest.param(15, id="some"), *test_altered.TIMES[1:]]
"""Fewer changes than are made to a file each day: what is found on a server is found by the same rules."""
SECONDS = int(os.environ.get("WORKBENCH_SOAK", "120"))


@pytest.fixture(scope="module")
def url(postgres):
    return postgres


@pytest.fixture
def server(url):
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        _empty(connection)
    yield engine
    engine.dispose()


def _empty(connection):
    """Empty the tables past their guards; a database of no or of another version goes whole."""
    found = set(inspect(connection).get_table_names())
    if VERSION_TABLE in found and _is_of_today(connection):
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(f"TRUNCATE {', '.join(found - {VERSION_TABLE, 'journal_head'})} RESTART IDENTITY"))
        connection.execute(text("UPDATE journal_head SET entries = 0, hash = :hash"), {"hash": BEGINNING})
    else:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def _is_of_today(connection):
    try:
        return revision(connection, "test") == HEAD
    except NewerDatabaseError:
        return False


@pytest.mark.parametrize("times", TIMES)
def test_every_change_is_found(server, url, times):
    """As of a file: one change to one row, on a database that is whole before and after it is taken back."""
    with open_store(url) as store:
        test_altered.fill(store)
        assert store.check() == []
    missed = []
    for seed in range(times):
        with server.connect() as connection:
            taken_back = connection.begin()
            did = altered.alter(connection, Random(seed))  # noqa: S311  (changes that can be made again)
            if not test_altered.found_on(connection):
                missed.append((seed, did))
            taken_back.rollback()
    assert missed == []


@pytest.mark.parametrize("rounds", test_two_writers.ROUNDS)
def test_two_writers_of_a_server_lose_nothing(server, url, rounds, record_property):
    confirmed = test_two_writers.soak(url, rounds)
    record_property("confirmed", confirmed)
    assert confirmed > rounds


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_edits_bulk_actions_and_background_research_survive_kills(server, url, home, record_property):
    confirmed = work_soak.soak(url, home, work_soak.ROUNDS)
    record_property("confirmed", confirmed)
    assert confirmed > work_soak.ROUNDS


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("server", "home")
def test_eight_reviewers_of_a_server_that_is_killed_thrice_are_all_heard(url, running_postgres, tmp_path, capsys):
    """A session of it, all of it at once, and its first process: it stands up again each time."""
    (tmp_path / "notes").mkdir()
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(test_two_writers.eight, url, tmp_path / "notes", SECONDS)
        for kill in (_kill_a_session, _kill_all, _kill_the_first):
            sleep(SECONDS / 4)
            kill(running_postgres)
            running_postgres.ensure_postgres_running()
        said = work.result()
    with capsys.disabled():
        sys.stdout.write(f"\n{said}\n")
    assert sum(said["done"].values()) > SECONDS


def _kill_a_session(running):
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY random()"
        )
        os.kill(found.fetchone()[0], signal.SIGKILL)
    sleep(2)


def _kill_all(running):
    os.kill(running.get_pid(), signal.SIGQUIT)
    _gone(running)


def _kill_the_first(running):
    os.kill(running.get_pid(), signal.SIGKILL)
    _gone(running)


def _gone(running):
    while running.get_postmaster_info().is_running():
        sleep(0.1)
    sleep(2)  # its sessions see it, and end


class TestPostgres(StoreContract):
    @pytest.fixture
    def store(self, server, url):
        with open_store(url) as store:
            yield store

    @pytest.mark.parametrize(
        "statement",
        ["UPDATE reviews SET reviewer = 'x'", "DELETE FROM reviews", "TRUNCATE reviews", "DELETE FROM findings",
         "UPDATE research SET at = ''", "DELETE FROM claims", "DELETE FROM documents", "UPDATE choices SET kind = 'x'", "DELETE FROM choices", "TRUNCATE choices", "UPDATE claims SET quote = ''"],
    )  # fmt: skip
    def test_history_is_only_added_to(self, store, server, statement):
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        store.keep_research(said.research(one, said.finding(one)))
        store.review(said.review(one))
        store.remember([said.choice()])
        with (
            server.connect() as connection,
            pytest.raises(DBAPIError, match=r"only ever added to|not deleted|not changed"),
        ):
            connection.execute(text(statement))

    def test_a_newer_database_is_left_alone(self, store, server, url):
        with server.begin() as connection:
            connection.execute(text("UPDATE workbench_version SET version_num = '9999'"))
        with pytest.raises(NewerDatabaseError, match="9999"):
            open_store(url)


@pytest.mark.parametrize("table", ["places", "claims"])
def test_a_database_of_another_program_is_left_alone(server, url, table):
    """Its tables were put beside the other's, or “the database refused: relation "claims" already exists”."""
    with server.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        connection.execute(text(f"CREATE TABLE {table} (id int)"))
    with pytest.raises(DamagedDatabaseError, match="another program's database"):
        open_store(url)
    assert inspect(server).get_table_names() == [table]


def test_who_reads_sees_one_moment(server, url):
    """Else doctor, and whoever publishes, would take a row that comes in between for one that somebody put in by hand."""
    whole, (one,) = said.speech("d1", "A fell.")
    with open_store(url) as store, open_store(url) as other:
        store.add([(whole, [one])])
        with store._database.reading() as connection:
            counted = [connection.execute(text("SELECT count(*) FROM reviews")).scalar()]
            other.review(said.review(one))
            counted += [connection.execute(text("SELECT count(*) FROM journal WHERE kind = 'reviews'")).scalar()]
        assert counted == [0, 0]
        assert len(store.reviews(one.id)) == 1


def test_a_server_that_goes_away_while_it_is_looked_over_is_not_said_to_be_damaged(server, url, monkeypatch):
    """Not “A part of it cannot be looked over … Restore the file from a copy”."""

    def gone(connection):
        here = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with server.begin() as other:
            other.execute(text("SELECT pg_terminate_backend(:here)"), {"here": here})
        yield from connection.execute(text("SELECT 1"))

    with open_store(url) as store:
        monkeypatch.setattr(integrity, "chain", gone)
        with pytest.raises(ServerUnreachedError):
            store.check()


@pytest.mark.parametrize("code", ["57P01", "57P02", "57P03"])
def test_a_server_that_goes_down_in_the_midst_cannot_be_reached(server, url, code):
    """Not “the database refused … Run workbench doctor”."""
    raises = f"DO $$ BEGIN RAISE EXCEPTION 'terminating connection' USING ERRCODE = '{code}'; END $$"
    with (
        open_store(url) as store,
        pytest.raises(ServerUnreachedError, match="cannot be reached: terminating connection"),
        store._database.writing() as connection,
    ):
        connection.execute(text(raises))


def test_a_server_that_is_not_there_is_a_sentence_without_the_password():
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://ana:secret@127.0.0.1:1/desk")
    assert "cannot be reached" in caught.value.message
    assert "secret" not in caught.value.message + caught.value.hint


def test_an_unknown_kind_of_database_is_a_sentence():
    with pytest.raises(StoreError, match="no driver"):
        open_store("nosuch://somewhere/desk")


def test_a_file_goes_to_a_server_and_back_and_is_the_same(server, url, tmp_path):
    """Row for row; and both go on from there."""
    one, back = str(tmp_path / "one.db"), str(tmp_path / "back.db")
    with open_store(one) as store:
        test_altered.fill(store)
    copy(one, url)
    copy(url, back)
    assert test_database_copy.dump(url) == test_database_copy.dump(back) == test_database_copy.dump(one)
    test_database_copy.goes_on(url)
    test_database_copy.goes_on(back)


@pytest.fixture
def login(server, url):
    """Yield the address of a login with a role."""
    made = []

    def of(role: str) -> str:
        name = f"person_{role}"
        with server.begin() as connection:
            connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD 'geheim'"))
        made.append(name)
        grant(url, role, name)
        return make_url(url).set(username=name, password="geheim").render_as_string(hide_password=False)

    yield of
    with server.begin() as connection:
        for name in made:
            connection.execute(text(f"DROP ROLE {name}"))


def test_each_role_may_what_it_may_and_the_database_says_so(server, url, login):
    """Readers look; reviewers rate; editors publish. Nobody changes or deletes a row, the guards or the rights themselves."""
    whole, (one,) = said.speech("d1", "A fell.")
    with open_store(url) as store:
        store.add([(whole, [one])])
    places = {role: login(role) for role in ROLES}
    rated, out = said.review(one), replace(said.review(one), action=Action.PUBLISH, rating=None)
    may = {"reader": (False, False), "reviewer": (True, False), "editor": (True, True)}
    for n, (role, allowed) in enumerate(may.items()):
        with open_store(places[role]) as store:
            assert store.claim(one.id) == one
            for review, fine in zip((rated, out), allowed, strict=True):
                mine = replace(review, reviewer=f"person_{role}", at=review.at + timedelta(minutes=n))
                if fine:
                    store.review(mine)
                else:
                    with pytest.raises(NotAllowedError, match="does not let you do that"):
                        store.review(mine)
    for place in places.values():
        engine = create_engine(make_url(place).set(drivername="postgresql+psycopg"))
        for statement in (
            "UPDATE reviews SET reviewer = 'x'", "DELETE FROM reviews", "TRUNCATE journal", "DELETE FROM claims",
            "UPDATE claims SET quote = ''", "ALTER TABLE reviews DISABLE TRIGGER ALL", "DROP TABLE findings",
            "SET session_replication_role = replica",
        ):  # fmt: skip
            with engine.connect() as connection, pytest.raises(DBAPIError):
                connection.execute(text(statement))
        engine.dispose()
    with open_store(url) as store:
        assert store.check() == []
        assert len(store.reviews(one.id)) == 3


def test_an_upgrade_lets_those_who_may_review_write_the_columns_that_came_with_it(server, url, login):
    """A desk whose roles were given before there were any days and holders."""
    whole, (one,) = said.speech("d1", "A fell.")
    with open_store(url) as store:
        store.add([(whole, [one])])
    place = login("reviewer")
    with server.begin() as connection:
        for column in ("until", "holder"):  # their indexes and rights go with them
            connection.execute(text(f"ALTER TABLE claims DROP COLUMN {column}"))
        connection.execute(text("DROP FUNCTION workbench_words CASCADE"))
        connection.execute(text("DROP INDEX ix_claims_first"))
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0011'"))  # noqa: S608  (ours)
    with open_store(url) as store:
        assert store.check() == []
    with open_store(place) as store:
        store.review(replace(said.review(one, Action.ASSIGN, to="bea"), reviewer="person_reviewer"))
        [row] = store.claims()
        assert (row.stage, row.holder) == ("taken", "bea")


def test_rights_are_given_on_a_server_alone(tmp_path):
    with pytest.raises(NoServerError, match="is a file"):
        grant(str(tmp_path / "one.db"), "reader", "ana")
