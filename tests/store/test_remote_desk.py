"""A desk whose evidence lies in an S3 store: replayed, verified, published, exported and backed up from there, on another machine too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from s3_server import BUCKET, KEYS, FakeS3

pytestmark = pytest.mark.early

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'claim-workbench[s3]'")

SPEECH = "# date: 2015-01-01\n# place: Colombia\n\nIn 2014 the unemployment rate was 9.1 percent.\n"
TABLE = """series,title,unit,place,time,value
new,Unemployment rate,Percentage of labour force,Colombia,2013,9.6
new,Unemployment rate,Percentage of labour force,Colombia,2014,9.1
"""


@pytest.fixture
def machine(home: Path, s3: FakeS3, workbench) -> Callable[..., object]:
    """Run a command on a machine of that name, over the one database and the shared store."""

    def run(name: str, *words: object, shared: bool = True):
        config = home / f"{name}{shared}.toml"
        table = f'[bodies]\nstore = "s3://{BUCKET}/desk"\nendpoint = "{s3.endpoint}"\n' if shared else ""
        config.write_text(f'db = "{home}/desk.db"\narchive = "{home}/{name}"\n{table}', "utf-8")
        return workbench("--offline", "--config", config, *words)

    return run


@pytest.fixture
def claim(home: Path, machine) -> str:
    """Return a published claim that rests on a file of figures, with a page attached."""
    (home / "speech.txt").write_text(SPEECH, "utf-8")
    (home / "mine.csv").write_text(TABLE, "utf-8")
    (home / "page.txt").write_text("The rate was 9.1 percent.", "utf-8")
    machine("ana", "import", home / "speech.txt")
    [row] = machine("ana", "claims", "--json").records
    machine(
        "ana", "research", row["id"], "--data", home / "mine.csv"
    )  # the services, which are not asked, count as failed
    assert machine("ana", "attach", row["id"], home / "page.txt").code == 0
    assert machine("ana", "rate", row["id"], "true", "--note", "As the office has it.").code == 0
    assert machine("ana", "publish", row["id"]).code == 0
    return row["id"]


def test_another_machine_recomputes_what_it_never_fetched(machine, claim, home, s3):
    assert not [
        path
        for path in (home / "ana").rglob("*")
        if path.is_file() and "fetches" not in path.name and path.parent.name != "new"
    ]
    assert len(s3.under("desk/fetches/")) >= 3
    told = machine("bea", "replay", claim, "--strict", "--json")
    assert (told.code, {each["same"] for each in told.records}) == (0, {True})
    assert machine("cy", "replay", claim, "--strict", shared=False).code != 0, "without the store it cannot"
    assert machine("bea", "archive", "verify", "--strict").code == 0
    assert machine("bea", "doctor").code == 0
    given = json.loads(machine("dan", "export", "--format", "json", "--evidence", "--output", "-").out)
    assert "9.1" in json.dumps(given)
    assert machine("eve", "published", claim, "--number", "1", "--output", home / "page.html").code == 0


def test_a_change_in_the_store_is_found_and_nothing_is_published_on_it(machine, claim, s3):
    for name in s3.under("desk/"):
        if "/fetches/" not in name and "/users/" not in name:
            s3.objects[name] = b"changed"
    ran = machine("bea", "archive", "verify", "--strict", "--json")
    assert (ran.code, {row["what"] for row in ran.records}) == (1, {"damaged"})
    assert machine("bea", "replay", claim, "--strict").code == 1


def test_a_backup_holds_what_lies_in_the_store(machine, claim, home, s3):
    [kept] = machine("bea", "backup", home / "kept", "--json").records
    s3.objects.clear()
    new = ("--db", home / "new" / "w.db")
    assert machine("fay", "backup", "--restore", kept["file"], *new, shared=False).code == 0
    assert machine("fay", "replay", claim, "--strict", *new, shared=False).code == 0
    assert machine("fay", "archive", "verify", "--strict", *new, shared=False).code == 0


def test_pruning_asks_the_databases_of_other_machines(machine, claim, s3):
    assert "0 bodies would go" in machine("bea", "archive", "prune", "--older-than", "0d", "--dry-run").err
    s3.objects[f"{BUCKET}/desk/users/0123456789abcdef.txt"] = b"desk-2:/home/bea/desk.db"
    ran = machine("bea", "archive", "prune", "--dry-run")
    assert (ran.code, "desk-2:/home/bea/desk.db rests on this archive too and lies on another machine" in ran.err) == (
        4,
        True,
    )


@pytest.mark.parametrize("how", ["refuses", "fails"])
def test_a_store_that_fails_is_told_and_no_key_is(machine, claim, s3, how):
    setattr(s3, how, True)
    for words in (("replay", claim), ("archive", "verify"), ("doctor",), ("rate", claim, "false", "--note", "No.")):
        ran = machine("bea", *words)
        assert KEYS["AWS_SECRET_ACCESS_KEY"] not in ran.out + ran.err
        if words[0] != "rate":
            assert ran.code != 0
            assert f"s3://{BUCKET}/desk" in ran.out + ran.err
        assert "Traceback" not in ran.out + ran.err
