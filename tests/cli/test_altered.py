"""What was changed in the database beside the workbench: doctor, replay and publish say the same of it."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from workbench.store.migrations import REVISIONS
from workbench.store.migrations.guards import guards, statements
from workbench.store.opening import _LATER

CHANGES = {
    "nothing": "SELECT 1",
    "a finding's word": """UPDATE findings SET agreement = 'exact', noun = replace(noun, '"apart"', '"exact"')""",
    "a finding's title": "UPDATE findings SET noun = replace(noun, 'Asylum', 'Visa')",
    "a source": "UPDATE findings SET noun = replace(noun, 'unhcr', 'unhcs')",
    "a review is gone": "DELETE FROM reviews WHERE number = (SELECT max(number) FROM reviews)",
    "a review is another's": "UPDATE reviews SET reviewer = 'boris'",
    "a review was put in": "INSERT INTO reviews SELECT number + 1, 'abc', claim, at, reviewer, action, rating, noun, batch FROM reviews",
    "the words of the claim": "UPDATE claims SET quote = 'never said', noun = replace(noun, quote, 'never said')",
    "the words of the document": "UPDATE documents SET noun = replace(noun, 'percent', 'PERCENT')",
    "a finding is gone": "DELETE FROM findings",
    "the research is gone": "DELETE FROM research",
    "the last entry of the journal": "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
    "the head of the journal": "UPDATE journal_head SET entries = entries - 1",
}


@pytest.fixture
def claim(workbench, home, answers, statements, tmp_path_factory):
    """A claim that was researched and rated; made once, and copied."""
    made = tmp_path_factory.getbasetemp() / "altered-desk"
    if not made.exists():
        workbench("import", statements, "--samples", answers)
        rows = workbench("claims", "--json").records
        key = next(row["id"] for row in rows if "70 percent" in row["quote"])
        workbench("research", key, "--samples", answers)
        assert workbench("rate", key, "false", "--note", "It fell by 39.7 %.").code == 0
        shutil.copytree(home / "desk", made)
    else:
        shutil.copytree(made, home / "desk", dirs_exist_ok=True)
    return next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])


def _shell(home, statement: str) -> None:
    """Takes the guards away, changes something, and puts them back."""
    connection = sqlite3.connect(home / "desk" / "workbench.db")
    with connection:
        for name in guards("sqlite"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for revision in REVISIONS:
            for made in statements(revision, "sqlite"):
                if made.startswith("CREATE TRIGGER"):
                    connection.execute(made)
    connection.close()


@pytest.mark.parametrize("what", CHANGES)
def test_doctor_replay_and_publish_agree(workbench, home, claim, what):
    _shell(home, CHANGES[what])
    codes = [
        workbench("doctor").code,
        workbench("replay", "--strict").code,
        workbench("replay", claim).code,
        workbench("publish", claim).code,
    ]
    assert codes == ([0, 0, 0, 0] if what == "nothing" else [4, 1, 1, 1])


def test_a_review_that_was_taken_out_is_named(workbench, home, claim):
    key = workbench("show", claim, "--json").records[0]["history"][0]["id"]
    _shell(home, CHANGES["a review is gone"])
    assert f"review {key}: It was taken out of the database." in workbench("doctor").err
    assert f"review {key}: It was taken out of the database." in workbench("replay", claim).out
    assert f"review {key}" in workbench("publish", claim).err


def test_a_version_that_was_set_back_is_a_sentence(workbench, home, claim):
    """Where a later migration made a table; one that made none is done over again, and does no harm."""
    for version in (each for each in REVISIONS if _LATER[each]):
        _shell(home, f"UPDATE workbench_version SET version_num = '{version}'")  # noqa: S608  (a constant)
        ran = workbench("doctor")
        assert (ran.code, f"it says that it is of version {version}" in ran.err) == (4, True)
