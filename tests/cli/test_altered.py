"""What was changed in the database beside the workbench: doctor, replay and publish say the same of it."""

from __future__ import annotations

import sqlite3

import pytest

from workbench.store.migrations import REVISIONS
from workbench.store.migrations.guards import guards, statements
from workbench.store.opening import _LATER
from workbench.store.packing import unpack

CHANGES = {
    "nothing": "SELECT 1",
    "a finding's word": """UPDATE findings SET agreement = 'exact', noun = replace(noun, '"apart"', '"exact"')""",
    "a finding's title": "UPDATE findings SET noun = replace(noun, 'Asylum', 'Visa')",
    "a source": "UPDATE findings SET noun = replace(noun, 'unhcr', 'unhcs')",
    "a review is gone": "DELETE FROM reviews WHERE number = (SELECT max(number) FROM reviews)",
    "a review is another's": "UPDATE reviews SET reviewer = 'boris'",
    "a review was put in": "INSERT INTO reviews SELECT number + 1, 'abc', claim, at, reviewer, action, rating, noun, batch FROM reviews",
    "the words of the claim": "UPDATE claims SET quote = 'never said', noun = replace(unpacked(noun), quote, 'never said')",
    "the words of the document": "UPDATE documents SET noun = replace(unpacked(noun), 'percent', 'PERCENT')",
    "a finding is gone": "DELETE FROM findings",
    "the research is gone": "DELETE FROM research",
    "an attachment": "UPDATE attachments SET noun = replace(noun, 'counted again', 'counted twice')",
    "an attachment is gone": "DELETE FROM attachments",
    "an attachment is another's": "UPDATE attachments SET claim = (SELECT id FROM claims WHERE id <> claim LIMIT 1)",
    "an edit": "UPDATE corrections SET noun = replace(noun, 'Germany', 'France')",
    "an edit is gone": "DELETE FROM corrections",
    "the data of the document": "UPDATE amendments SET noun = replace(noun, 'Forum', 'Fora')",
    "the data of the document are another's": "UPDATE amendments SET document = (SELECT id FROM documents WHERE id <> document LIMIT 1)",
    "the data of the document are gone": "DELETE FROM amendments",
    "a page was put in": "INSERT INTO published_pages SELECT 1, 'abc', claim, at, 'cdef', 9 FROM reviews LIMIT 1",
    "the last entry of the journal": "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
    "the head of the journal": "UPDATE journal_head SET entries = entries - 1",
}


@pytest.fixture
def claim(workbench, once, answers, statements):
    """A claim that was researched and rated."""

    def key() -> str:
        return next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])

    def work() -> None:
        workbench("import", statements, "--samples", answers)
        found = key()
        workbench("research", found, "--samples", answers)
        document = next(row["document"] for row in workbench("claims", "--json").records if row["id"] == found)
        assert workbench("document", "set", document, "title=Forum").code == 0
        assert workbench("edit", found, "place=Germany").code == 0
        assert workbench("edit", found, "place=North Macedonia").code == 0
        assert workbench("attach", found, "--note", "The office counted again.").code == 0
        assert workbench("research", found, "--samples", answers).code == 0
        assert workbench("rate", found, "false", "--note", "It fell by 39.7 %.").code == 0

    once("altered", work)
    return key()


def _shell(home, statement: str) -> None:
    """Takes the guards away, changes something, and puts them back."""
    connection = sqlite3.connect(home / "desk" / "workbench.db")
    connection.create_function("unpacked", 1, unpack)
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


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE saved_views SET query = 'status:draft'",
        "UPDATE saved_views SET dropped = 1",
        "DELETE FROM saved_views",
        "INSERT INTO saved_views SELECT number + 1, at, reviewer, 'another', query, key, dropped FROM saved_views",
    ],
)
def test_a_saved_view_is_vouched_for_and_stands_in_no_verdicts_way(workbench, home, claim, statement):
    assert workbench("views", "mine", "status:open").code == 0
    assert workbench("doctor").code == 0
    _shell(home, statement)
    assert [workbench("doctor").code, workbench("replay", claim).code, workbench("publish", claim).code] == [4, 0, 0]


def test_the_page_that_readers_got_is_vouched_for(workbench, home, claim):
    """Another page in its place is found, be it put into the database or into the log of fetches."""
    assert workbench("publish", claim).code == 0
    [page] = workbench("published", claim, "--json").records
    assert (workbench("doctor").code, workbench("replay", claim).code) == (0, 0)
    other = "SELECT id FROM fetches WHERE id <> (SELECT id FROM fetches WHERE source = 'published') LIMIT 1"
    connection = sqlite3.connect(home / "desk" / "archive" / "fetches.db")
    [[key]] = connection.execute(other).fetchall()
    with connection:
        for [guard] in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {guard}")
        connection.execute("UPDATE fetches SET id = ? WHERE source = 'published'", (key,))
    connection.close()
    assert workbench("published", claim, "--json").records == [page]
    assert workbench("doctor").code == 4
    _shell(home, f"UPDATE published_pages SET body = '{key}'")  # noqa: S608  (a hash)
    assert [workbench("doctor").code, workbench("replay", claim).code] == [4, 1]


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
