"""A blind project on a real PostgreSQL server: the server itself withholds, by whatever program a reviewer's login asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
import said
import test_database_copy
from sqlalchemy import make_url

from workbench.core.failures.database_errors import NotOwnNameError, ReviewerNameError
from workbench.core.reviews.required_votes import ReviewRules
from workbench.core.verdict import Action, Review, Stage, fold_reviews
from workbench.ports import ClaimFilter
from workbench.store import open_store
from workbench.store.blind_project_store import BlindStore
from workbench.store.database_copy import copy
from workbench.store.grants import grant, statements

psycopg = pytest.importorskip("psycopg")
RULES = ReviewRules(blind=True)
NOTE = "zanzibar-note"


class Team:
    """Logins of one database in a blind project; each writes as the reviewer that it is named after."""

    def __init__(self, place: str, stack: ExitStack) -> None:
        self.place, self._stack, self._made = place, stack, dict[str, str]()

    def at(self, place: str) -> Team:
        """Return them at a copy of their database, which reads the views first once somebody is given a role there."""
        there = Team(place, self._stack)
        for reviewer, login in self._made.items():
            there._made[reviewer] = make_url(login).set(database=make_url(place).database).render_as_string(False)
        grant(place, "reviewer", str(make_url(there._made["Ada"]).username), "Ada", blind=True)
        return there

    def login(self, reviewer: str, role: str = "reviewer") -> str:
        """Return the address of a reviewer's login, which is made once."""
        if reviewer not in self._made:
            name = f"{reviewer.lower()}_{uuid4().hex[:6]}"
            with psycopg.connect(self.place, autocommit=True) as owner:
                owner.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'geheim'")
            self._stack.callback(self._drop, name)
            grant(self.place, role, name, reviewer, blind=True)
            made = make_url(self.place).set(username=name, password="geheim")
            self._made[reviewer] = made.render_as_string(hide_password=False)
        return self._made[reviewer]

    def _drop(self, name: str) -> None:
        with psycopg.connect(self.place, autocommit=True) as owner:
            owner.execute(f"DROP ROLE {name}")

    def asks(self, reviewer: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what the server answers to a reviewer's SQL."""
        with psycopg.connect(self.login(reviewer)) as connection:
            found = connection.execute(sql, values)
            return found.fetchall() if found.description else []

    @contextmanager
    def store(self, reviewer: str) -> Iterator[BlindStore]:
        with open_store(self.login(reviewer)) as store:
            yield BlindStore(store, RULES, reviewer)


@pytest.fixture(scope="module")
def logins(own_database) -> Iterator[Team]:
    """Four of a database that nobody writes to: each test has a copy of it."""
    with own_database() as place, ExitStack() as stack:
        team = Team(place, stack)
        team.login("Ada"), team.login("Bea"), team.login("Eva", "editor"), team.login("Rea", "reader")
        yield team


@pytest.fixture
def team(logins, own_database) -> Iterator[Team]:
    with own_database(like=logins.place) as place:
        yield logins.at(place)


@pytest.fixture
def claim(team):
    """Return a claim of a database that was filled by its owner."""
    whole, (one, other) = said.speech("d1", "A fell.", "B rose.")
    with open_store(team.place) as store:
        store.add([(whole, [one, other])])
    return one


def by(who: str, claim, minutes: int = 0, action: Action = Action.RATE, **more: Any) -> Review:
    given = said.review(claim, action)
    rating = {"rating": "false", "note": NOTE} if action is Action.RATE else {"rating": None, "note": ""}
    return replace(given, **{**rating, "reviewer": who, "at": given.at + timedelta(minutes=minutes), **more})


def everything(team: Team, reviewer: str) -> str:
    """Return all that a login can read of all relations of all schemas."""
    found = []
    with psycopg.connect(team.login(reviewer), autocommit=True) as connection:
        relations = connection.execute(
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'v', 'm', 'p') AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')"
            " AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        relations += [("pg_catalog", "pg_stats"), ("pg_catalog", "pg_stat_activity")]
        for schema, relation in relations:
            found.append(str(connection.execute(f"SELECT * FROM {schema}.{relation}").fetchall()))  # noqa: S608
    assert len(relations) > 10
    return "\n".join(found)


def test_nothing_of_a_rating_is_read_by_sql_before_ones_own_is_in_and_all_of_it_after(team, claim):
    with team.store("Ada") as store:
        store.review(by("Ada", claim, batch="all-of-mine"))
    with psycopg.connect(team.place, autocommit=True) as owner:
        owner.execute("ANALYZE")  # what the planner knows of values is asked for too
    for who in ("Bea", "Rea"):
        read = everything(team, who)
        assert not [word for word in (NOTE, "'false'", "all-of-mine") if word in read], who
        for sql in ("TABLE public.reviews", "SELECT rating FROM public.claims", "SELECT count(*) FROM public.reviews WHERE rating = 'false'",
                    "SELECT * FROM workbench_roles.folded('x')"):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                team.asks(who, sql)
        assert team.asks(who, "SELECT stage, rating FROM claims WHERE id = %s", claim.id) == [("draft", None)]
        assert team.asks(who, "SELECT id FROM claims WHERE rating = 'false'") == []
        [(name, action, rating, noun)] = team.asks(who, "SELECT reviewer, action, rating, noun FROM reviews")
        assert (name, action, rating, "Ada" in noun) == ("another", "rate", None, False)
        assert (
            team.asks(who, "UPDATE claims SET deferred = deferred RETURNING rating") != [("false",)]
            if who == "Bea"
            else True
        )
    with team.store("Bea") as store:
        store.review(by("Bea", claim, 1, rating="true", note=""))
    rows = team.asks("Bea", "SELECT reviewer, rating, noun FROM reviews ORDER BY number")
    assert [row[:2] for row in rows] == [("Ada", "false"), ("Bea", "true")]
    assert NOTE in rows[0][2]
    assert NOTE not in everything(team, "Rea")


def test_an_undo_of_ones_own_rating_hides_the_others_again(team, claim):
    with team.store("Ada") as ada, team.store("Bea") as bea:
        ada.review(by("Ada", claim))
        mine = by("Bea", claim, 1)
        bea.review(mine)
        assert [each.rating for each in bea.reviews(claim.id)] == ["false", "false"]
        bea.review(by("Bea", claim, 2, Action.UNDO, undoes=mine.id))
        assert fold_reviews(claim.id, "", bea.reviews(claim.id)).withheld
        assert NOTE not in str([row for row in team.asks("Bea", "SELECT noun FROM reviews") if "Ada" in row[0]])
    assert as_owner(team, claim) == ("draft", "false")


def as_owner(team: Team, claim) -> tuple[Any, ...]:
    with psycopg.connect(team.place) as owner:
        return repeated(owner, claim)


def repeated(owner: psycopg.Connection, claim) -> tuple[Any, ...]:
    return owner.execute("SELECT stage, rating FROM claims WHERE id = %s", [claim.id]).fetchone()


ACTS: dict[str, Callable[[Any, int], Review]] = {
    "true": lambda claim, n: by("Bea", claim, n, rating="true"),
    "false": lambda claim, n: by("Bea", claim, n),
    "defers": lambda claim, n: by("Bea", claim, n, Action.DEFER),
    "comments": lambda claim, n: by("Bea", claim, n, Action.COMMENT, note="So."),
    "takes": lambda claim, n: by("Bea", claim, n, Action.TAKE),
}


def test_what_a_claim_repeats_is_what_all_reviews_come_to_whoever_saw_them(team):
    """Reviewed before anybody, beside an approved rating, beside a dispute: the server's own fold is the program's."""
    tried = list(product(ACTS, ACTS))
    whole, claims = said.speech("d1", *(f"A fell by {n}." for n in range(len(tried))))
    with (
        team.store("Bea") as bea,
        team.store("Ada") as ada,
        open_store(team.login("Eva")) as eva,
        open_store(team.place) as owner,
        psycopg.connect(team.place, autocommit=True) as server,
    ):
        owner.add([(whole, claims)])
        for claim, (first, second) in zip(claims, tried, strict=True):
            for store, review in steps(claim, (first, second), ada, bea, eva):
                store.review(review)
                verdict = fold_reviews(claim.id, "", owner.reviews(claim.id))
                assert repeated(server, claim) == (verdict.stage.value, verdict.rating), review
        assert owner.check() == []


def steps(claim, of_bea: tuple[str, str], ada, bea, eva) -> list[tuple[Any, Review]]:
    """Return what three people do to a claim, by their stores."""
    first, second = of_bea
    return [
        (bea, ACTS[first](claim, 1)), (ada, by("Ada", claim, 2)), (bea, ACTS["defers"](claim, 3)),
        (eva, by("Eva", claim, 4, Action.APPROVE)), (bea, ACTS[second](claim, 5)),
        (eva, by("Eva", claim, 6, rating="true")), (bea, ACTS["comments"](claim, 7)), (eva, by("Eva", claim, 8, Action.REJECT)),
        (bea, ACTS[first](claim, 9)),
    ]  # fmt: skip


def test_everybody_sees_all_of_what_was_published_and_an_editor_always(team, claim):
    with (
        team.store("Ada") as ada,
        open_store(team.login("Eva")) as eva,
        team.store("Rea") as rea,
        team.store("Bea") as bea,
    ):
        ada.review(by("Ada", claim))
        assert [(each.reviewer, each.rating) for each in eva.reviews(claim.id)] == [("Ada", "false")]
        assert [row.rating for row in eva.claims(ClaimFilter(ratings=("false",)))] == ["false"]
        eva.review(by("Eva", claim, 1, Action.APPROVE))
        [row] = [row for row in bea.claims() if row.id == claim.id]
        assert (row.stage, row.rating, row.withheld) == (Stage.DRAFT.value, None, True)
        assert bea.count_claims(ClaimFilter(stages=(Stage.APPROVED,))) == 0
        eva.review(by("Eva", claim, 2, Action.PUBLISH))
        for store in (rea, bea):
            assert fold_reviews(claim.id, "", store.reviews(claim.id)).rating == "false"
            assert [row.rating for row in store.claims() if row.id == claim.id] == ["false"]
            assert store.check() == []


def test_nobody_writes_under_anothers_name_nor_takes_back_what_another_said(team, claim):
    with team.store("Ada") as ada:
        theirs = by("Ada", claim)
        ada.review(theirs)
    with team.store("Bea") as bea, open_store(team.login("Eva")) as eva:
        for store, kept in product((bea, eva), (by("Ada", claim, 1), by("ada", claim, 2))):
            with pytest.raises(NotOwnNameError, match=r"this login writes as .* and not as “[Aa]da”"):
                store.review(kept)
        with pytest.raises(NotOwnNameError):
            bea.remember([replace(said.choice(), reviewer="Ada")])
        for store, who in ((bea, "Bea"), (eva, "Eva")):
            with pytest.raises(Exception, match="row-level security"):
                store.review(by(who, claim, 3, Action.UNDO, undoes=theirs.id))
        bea.review(by("BEA", claim, 4))  # capitals make no other person
    insert = (
        "INSERT INTO {} (id, at, reviewer, claim, action, rating, noun) VALUES ('x', '', 'Bea', %s, 'rate', 'true', %s)"
    )
    for table, noun in product(("reviews", "public.reviews"), ("Ada", "Bea")):
        text = f'{{"claim":"{claim.id}","reviewer":"{noun}","action":"rate","rating":"false"}}'
        with pytest.raises(
            psycopg.errors.InsufficientPrivilege
        ):  # of another, or of another rating, in a row of one's own
            team.asks("Bea", insert.format(table), claim.id, text)
    with open_store(team.place) as owner:
        assert [each.reviewer for each in owner.reviews(claim.id)] == ["Ada", "BEA"]
        assert owner.check() == []


def test_what_a_colleague_is_told_at_once_names_claims_alone(team, claim):
    with psycopg.connect(team.login("Bea"), autocommit=True) as heard:
        heard.execute("LISTEN workbench")
        with team.store("Ada") as ada:
            ada.review(by("Ada", claim))
        [note] = heard.notifies(timeout=5, stop_after=1)
    assert note.payload == claim.id


def test_reviewers_add_claims_and_lists_are_asked_through_the_views(team, claim):
    """By words, by an index, in pages; what a reviewer imports has its numbers and its place in the journal."""
    whole, (new,) = said.speech("d2", "C stagnated.")
    with team.store("Bea") as bea:
        assert bea.add([(whole, [new])]).claims == 1
        assert bea.claim(claim.id) == claim
        assert bea.count_claims() == 3
        assert [row.id for row in bea.claims(ClaimFilter(words="fell"))] == [claim.id]
        bea.keep_research(said.research(claim, said.finding(claim)))
        bea.remember([replace(said.choice(), reviewer="Bea")])
        assert bea.check() == []
    with psycopg.connect(team.login("Bea"), options="-c enable_seqscan=off") as connection:
        asked = "EXPLAIN SELECT number FROM claims WHERE workbench_words(claims.words) @@ CAST(%s AS tsquery)"
        assert "ix_claims_fulltext" in str(connection.execute(asked, ["'fell':*"]).fetchall())
    with open_store(team.place) as owner:
        assert owner.check() == []


def test_a_copy_of_it_is_whole_and_a_project_that_is_blind_no_more_withholds_nothing(team, claim, tmp_path):
    with team.store("Ada") as ada:
        ada.review(by("Ada", claim))
    there = str(tmp_path / "copy.db")
    copy(team.place, there)
    assert test_database_copy.dump(there) == test_database_copy.dump(team.place)
    login = make_url(team.login("Bea")).username
    grant(team.place, "reviewer", str(login))
    assert [row[:2] for row in team.asks("Bea", "SELECT reviewer, rating FROM reviews")] == [("Ada", "false")]
    with open_store(team.login("Bea")) as bea:
        bea.review(by("Bea", claim, 1))  # under the name that the login was given before
        assert bea.check() == []


UNDONE = {
    "changed-rights": "GRANT SELECT (rating) ON reviews TO workbench_reviewer",
    "changed-view": "DROP VIEW workbench_seen.claims",
    "changed-function": "CREATE OR REPLACE FUNCTION workbench_roles.sees(of varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
}


def test_what_lets_a_login_read_what_is_withheld_is_named_and_put_right_by_granting_again(team, claim):
    login = str(make_url(team.login("Bea")).username)
    with open_store(team.place) as store:
        for kind, sql in UNDONE.items():
            with psycopg.connect(team.place, autocommit=True) as owner:
                owner.execute(sql)
            assert [problem.kind for problem in store.check()] == [kind]
            grant(team.place, "reviewer", login, blind=True)
            assert store.check() == []


@pytest.mark.parametrize("name", ["another", "Another ", "A\x00", "Ada\u202eBea"])
def test_a_name_that_no_reviewer_has_is_refused(name):
    with pytest.raises(ReviewerNameError):
        statements("reviewer", "ada", name)


def test_a_name_is_written_as_sql_has_it():
    assert "VALUES ('ada', 'O''Hara')" in "".join(statements("reviewer", "ada", "O'Hara"))
