"""Claims are found on a server by PostgreSQL's own full-text index: the same ones as anywhere else, and not row by row."""

from __future__ import annotations

import pytest
import said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, make_url, text

from workbench.ports import ClaimFilter
from workbench.store import open_store
from workbench.store.lists import search
from workbench.store.search_normalisation import fold, stems

pytest.importorskip("psycopg")

WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x2FFFF), min_size=1, max_size=12)
LONG = "anti" + "dis" * 900


@pytest.fixture
def places(team_database):
    """Return a server's database and one in memory."""
    return team_database, ":memory:"


def filled(place: str, *sentences: str):
    store = open_store(place)
    store.add([said.speech("d1", *sentences)])
    return store


def plan(connection, sql: str) -> str:
    connection.execute(text("SET enable_seqscan = off"))  # a table of a few rows is read whole otherwise
    return "\n".join(connection.execute(text(f"EXPLAIN {sql}")).scalars())


@pytest.mark.parametrize("table", ["claims", "documents"])
def test_the_index_is_the_servers_and_is_used(team_database, table):
    open_store(team_database).close()
    engine = create_engine(make_url(team_database).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        kept = connection.execute(text(f"SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_{table}_fulltext'"))  # noqa: S608  (ours)
        assert "USING gin" in kept.scalar_one()
        asked = f"SELECT number FROM {table} WHERE workbench_words({table}.words) @@ CAST('''fel'':*' AS tsquery)"  # noqa: S608  (ours)
        assert f"ix_{table}_fulltext" in plan(connection, asked)
    engine.dispose()


def test_a_list_asks_the_index(team_database, monkeypatch):
    """And no claim that has the words is left out where there are too many to be named one by one."""
    with filled(team_database, "It fell by 5 %.", "Crime fell by 6 %.", "It rose by 7 %.") as store:
        asked = []
        real = search.postgres_full_text.numbers
        monkeypatch.setattr(search.postgres_full_text, "numbers", lambda *given: asked.append(given[2]) or real(*given))
        found = [row.quote for row in store.claims(ClaimFilter(words="FEL"))]
        assert (len(found), asked) == (2, [["fel"]])
        monkeypatch.setattr(search, "FEW", 2)
        assert [row.quote for row in store.claims(ClaimFilter(words="FEL"))] == found
        assert store.count_claims(ClaimFilter(words="fel cri")) == 1


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_a_server_finds_each_word_by_its_beginnings(team_database, words):
    """Whatever letters there are: no locale of the server has a say in it."""
    whole = said.document(words.encode().hex(), words)
    claim = said.claim(whole, measure="")
    with open_store(team_database) as store:
        store.add([(whole, [claim])])
        for word in fold(words):
            for asked in (word, word[:1]):
                assert store.count_claims(ClaimFilter(words=asked, ids=(claim.id,))) == 1, asked
            assert store.count_claims(ClaimFilter(words=f"{word}zzzq", ids=(claim.id,))) == 0


def test_a_word_longer_than_an_index_holds_is_kept_and_found_by_all_its_letters(team_database):
    with filled(team_database, f"It fell by 5 % {LONG}.", "It rose by 7 %.") as store:
        for asked in (LONG, LONG[:300], "antidis"):
            assert store.count_claims(ClaimFilter(words=asked)) == 1, asked[:9]
        assert store.count_claims(ClaimFilter(words=f"{LONG[:300]}x")) == 0


def test_of_the_words_that_claims_share_the_rare_one_says_most(places):
    said_often = [f"Asylum applications fell by {n} %." for n in range(5, 15)]
    for place in places:
        with filled(
            place, "Asylum applications of Ruritanians fell by 3 %.", *said_often, "Ruritanians fell by 4 %."
        ) as store:
            first, *_, last = store.claims_in("d1")
            assert "ruritan" in " ".join(stems(last.quote))
            assert store.alike(last, limit=1) == [first], place


def test_an_index_that_is_gone_is_named_with_what_makes_it_again(team_database):
    engine = create_engine(make_url(team_database).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with filled(team_database, "It fell by 5 %.") as store, engine.connect() as connection:
        assert store.check() == []
        connection.execute(text("DROP INDEX ix_claims_fulltext"))
        [problem] = store.check()
        assert "ix_claims_fulltext" in problem.message
        assert store.count_claims(ClaimFilter(words="fell")) == 1
        connection.execute(text(problem.hint.partition("run ")[2].rstrip(".").replace(":", r"\:")))
        assert store.check() == []
    engine.dispose()
