"""The commands of a blind project on a team's PostgreSQL, each by a login of its own role."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import make_url

from workbench.config import sample_folder

psycopg = pytest.importorskip("psycopg")
SECRET = "zanzibar-note"
STATEMENT = sample_folder() / "statements" / "2021-11-13-police-association.txt"
ROLES = {"Ada": "reviewer", "Bea": "reviewer", "Eva": "editor", "Rea": "reader"}


@pytest.fixture
def as_(workbench, home: Path, team_database: str) -> Iterator[Callable[..., object]]:
    """Run a command by somebody's own login, and as the reviewer that it belongs to."""
    mark, places = uuid4().hex[:6], {"owner": team_database}
    with psycopg.connect(team_database, autocommit=True) as owner:
        for who in ROLES:
            owner.execute(f"CREATE ROLE {who.lower()}_{mark} LOGIN PASSWORD 'geheim'")
            given = make_url(team_database).set(username=f"{who.lower()}_{mark}", password="geheim")
            places[who] = given.render_as_string(hide_password=False)

    def call(who: str, *arguments: object, reviewer: str = "", blind: bool = True):
        file = home / f"{who}.toml"
        file.write_text(f'reviewer = "{reviewer or who}"\n[review]\nblind = {str(blind).lower()}\neditors = ["Eva"]\n')
        return workbench(*arguments, "--config", file, "--db", places[who])

    assert call("owner", "import", STATEMENT).code == 0
    for who, role in ROLES.items():
        assert call("owner", "db", "grants", role, f"{who.lower()}_{mark}", "--name", who, "--apply").code == 0
    yield call
    with psycopg.connect(team_database, autocommit=True) as owner:
        for who in ROLES:
            owner.execute(f"DROP ROLE {who.lower()}_{mark}")


def test_a_desk_of_logins_lists_shows_researches_rates_and_publishes(as_):
    claim = as_("Ada", "claims", "--json").records[0]["id"]
    assert as_("Ada", "research", claim, "--samples", sample_folder() / "answers").code == 0
    assert as_("Ada", "rate", claim, "false", "--note", SECRET).code == 0
    asked = (
        ("show", claim),
        ("claims",),
        ("show", claim, "--json"),
        ("export", "--format", "json", "--output", "-"),
        ("stats",),
        ("check", claim),
        ("precedents", claim),
    )
    for who in ("Bea", "Rea"):
        for blind in (True, False):  # what her own configuration says changes nothing
            said = [as_(who, *each, blind=blind) for each in asked]
            assert [ran.code for ran in said if ran.code not in {0, 1}] == []
            assert not [ran.out for ran in said if SECRET in ran.out + ran.err or "by Ada" in ran.out]
        assert "Rated by another" in said_of(as_(who, "show", claim))
    assert as_("Bea", "claims", "--query", "rating:false", "--json").records == []
    assert as_("Rea", "rate", claim, "true").code == 4
    assert as_("Bea", "research", claim, "--samples", sample_folder() / "answers").code == 0
    for verb in (("defer", claim, "--note", "Asked the office."), ("tag", claim, "office")):
        ran = as_("Bea", *verb)
        assert ran.code == 0, ran.err
    assert "was rated by another, and is not taken" in as_("Bea", "take", claim).err
    assert as_("Bea", "rate", claim, "false", "--note", "So the register says.").code == 0
    assert SECRET in as_("Bea", "show", claim).out
    refused = as_("Bea", "publish", claim)
    assert (refused.code, "does not let you do that" in refused.err) == (4, True)
    assert as_("Eva", "publish", claim).code == 0
    assert SECRET in as_("Rea", "show", claim).out
    for who in ("owner", "Eva", "Ada", "Bea", "Rea"):
        ran = as_(who, "db", "check")
        assert (ran.code, ran.err) == (0, ""), who


def said_of(ran) -> str:
    return " ".join(ran.out.split())


def test_who_is_set_up_under_another_name_is_told_both(as_):
    claim = as_("Bea", "claims", "--json").records[0]["id"]
    ran = as_("Bea", "rate", claim, "true", reviewer="Ada")
    assert (ran.code, "this login writes as “Bea”, and not as “Ada”" in ran.err, "--name NAME" in ran.err) == (
        4,
        True,
        True,
    )
    assert as_("owner", "show", claim, "--json").records[0]["history"] == []
    assert json.loads(as_("owner", "claims", "--json").out.splitlines()[0])["stage"] == "open"
