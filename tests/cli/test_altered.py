"""What was changed in the database beside the workbench: doctor, replay and publish say the same of it."""

from __future__ import annotations

import re
import sqlite3

import pytest

from workbench.store.compression import unpack
from workbench.store.migrations import REVISIONS
from workbench.store.migrations.guards import guards
from workbench.store.opening import _NEWER_TABLES

CHANGES = {
    "nothing": "SELECT 1",
    "a finding's word": """UPDATE findings SET agreement = 'exact', noun = replace(noun, '"apart"', '"exact"')""",
    "a finding's title": "UPDATE findings SET noun = replace(noun, 'Asylum', 'Visa')",
    "a source": "UPDATE findings SET noun = replace(noun, 'unhcr', 'unhcs')",
    "a review is gone": "DELETE FROM reviews WHERE number = (SELECT max(number) FROM reviews)",
    "a review is another's": "UPDATE reviews SET reviewer = 'boris'",
    "a review was put in": "INSERT INTO reviews SELECT number + 1, 'abc', claim, at, reviewer, action, rating, noun, batch FROM reviews",
    "the id in a claim's words": "UPDATE claims SET noun = replace(unpacked(noun), id, '000000000000')",
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

LISTED = {
    "stage": "'published'", "rating": "'true'", "deferred": "1", "tags": "',asylum,'", "until": "'2031-01-01'", "holder": "'boris'",
}  # fmt: skip
"""Columns of a claim's row that repeat what its reviews come to, each with another value."""


@pytest.fixture
def claim(workbench, once, answers, statements):
    """Return a claim that was researched and rated."""

    def work() -> str:
        workbench("import", statements, "--samples", answers)
        found = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
        workbench("research", found, "--samples", answers)
        document = next(row["document"] for row in workbench("claims", "--json").records if row["id"] == found)
        assert workbench("document", "set", document, "title=Forum").code == 0
        assert workbench("edit", found, "place=Germany").code == 0
        assert workbench("edit", found, "place=North Macedonia").code == 0
        assert workbench("attach", found, "--note", "The office counted again.").code == 0
        assert workbench("research", found, "--samples", answers).code == 0
        assert workbench("rate", found, "false", "--note", "It fell by 39.7 %.").code == 0
        return found

    return once("altered", work)


@pytest.fixture
def published(workbench, once, claim):
    """Return that claim, published."""

    def work() -> str:
        assert workbench("publish", claim).code == 0
        return claim

    return once("altered and published", work)


def _shell(home, statement: str) -> None:
    """Take the guards away, change something, and put them back: each at once, since SQLite reads all of a schema again after each change of it."""
    connection = sqlite3.connect(home / "desk" / "workbench.db")
    connection.create_function("unpacked", 1, unpack)
    guarded = connection.execute("SELECT * FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for _, name, *_ in guarded} == set(guards("sqlite"))
    with connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
        connection.execute("PRAGMA writable_schema = RESET")
        connection.executescript(statement)
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", guarded)
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
    "what", [what for what in CHANGES if "put in" not in what]
)  # rows whose number is taken by then
def test_they_agree_on_what_is_published_already(workbench, home, published, what):
    _shell(home, CHANGES[what])
    codes = [workbench(*words).code for words in (("doctor",), ("replay", "--strict"), ("publish", published))]
    assert codes == ([0, 0, 0] if what == "nothing" else [4, 1, 1])


@pytest.mark.parametrize("column", LISTED)
def test_they_agree_on_what_the_list_says_of_a_claim(workbench, home, claim, column):
    _shell(home, f"UPDATE claims SET {column} = {LISTED[column]} WHERE stage = 'draft'")  # noqa: S608  (constants)
    ran = workbench("publish", claim)
    codes = [workbench("doctor").code, workbench("replay", "--strict").code, workbench("replay", claim).code, ran.code]
    assert (codes, f"Its {column} is listed as" in ran.err) == ([4, 1, 1, 1], True)
    assert workbench("rate", claim, "false", "--note", "Again: it fell by 39.7 %.").code == 0
    assert [workbench("doctor").code, workbench("publish", claim).code] == [0, 0]


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


def test_the_page_that_readers_got_is_vouched_for(workbench, home, published):
    """Another page in its place is found, be it put into the database or into the log of fetches."""
    [page] = workbench("published", published, "--json").records
    assert (workbench("doctor").code, workbench("replay", published).code) == (0, 0)
    other = "SELECT id FROM fetches WHERE id <> (SELECT id FROM fetches WHERE source = 'published') LIMIT 1"
    connection = sqlite3.connect(home / "desk" / "archive" / "fetches.db")
    [[key]] = connection.execute(other).fetchall()
    with connection:
        for [guard] in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {guard}")
        connection.execute("UPDATE fetches SET id = ? WHERE source = 'published'", (key,))
    connection.close()
    assert workbench("published", published, "--json").records == [page]
    assert workbench("doctor").code == 4
    _shell(home, f"UPDATE published_pages SET body = '{key}'")  # noqa: S608  (a hash)
    assert [workbench("doctor").code, workbench("replay", published).code] == [4, 1]


def test_a_review_that_was_taken_out_is_named(workbench, home, claim):
    key = workbench("show", claim, "--json").records[0]["history"][0]["id"]
    _shell(home, CHANGES["a review is gone"])
    assert f"review {key}: It was taken out of the database." in workbench("doctor").err
    assert f"review {key}: It was taken out of the database." in workbench("replay", claim).out
    assert f"review {key}" in workbench("publish", claim).err


def test_a_version_that_was_set_back_is_a_sentence(workbench, home, claim):
    """Where a later migration made a table; one that made none is done over again, and does no harm."""
    for version in (each for each in REVISIONS if _NEWER_TABLES[each]):
        _shell(home, f"UPDATE workbench_version SET version_num = '{version}'")  # noqa: S608  (a constant)
        ran = workbench("doctor")
        assert (ran.code, f"it says that it is of version {version}" in ran.err) == (4, True)


GONE = {
    "the publication": "DELETE FROM reviews WHERE action = 'publish'",
    "the rating": "DELETE FROM reviews WHERE action = 'rate'",
    "every review": "DELETE FROM reviews",
    "the publication, with the list": "DELETE FROM reviews WHERE action = 'publish'; UPDATE claims SET stage = 'draft' WHERE stage = 'published'",
    "the publication, with its page": "DELETE FROM reviews WHERE action = 'publish'; DELETE FROM published_pages; UPDATE claims SET stage = 'draft' WHERE stage = 'published'",
    "the claim and all that is of it": "DELETE FROM reviews; DELETE FROM published_pages; DELETE FROM corrections; DELETE FROM attachments; "
    "DELETE FROM claims WHERE stage = 'published'",
    "the publication, for a comment": """UPDATE reviews SET action = 'comment', noun = replace(noun, '"publish"', '"comment"') WHERE action = 'publish'""",
    "a dismissal that came from outside": """INSERT INTO reviews SELECT 99, 'abc', claim, at, reviewer, 'dismiss', NULL,
      replace(noun, '"publish"', '"dismiss"'), NULL FROM reviews WHERE action = 'publish'""",
    "its place in the list": "UPDATE claims SET stage = 'aside' WHERE stage = 'published'",
    "a document that was hidden from outside": """INSERT INTO amendments SELECT number + 1, 'abc', at, reviewer,
      '{"id":"abc"}', document, 'hide' FROM amendments LIMIT 1; UPDATE claims SET stage = 'aside' WHERE stage = 'published'""",
}


@pytest.mark.parametrize("what", GONE)
def test_nothing_that_readers_have_goes_without_a_word(workbench, home, published, tmp_path, what):
    """By a change beside the workbench, whatever it is: neither out of a site, nor out of a report; what was written stays."""
    folder, file = tmp_path / "site", tmp_path / "report.html"
    assert workbench("site", folder, "--url", "https://example.org").code == 0
    assert workbench("export", "--format", "html", "--output", file).code == 0
    page, report = (folder / "claims" / published / "index.html").read_bytes(), file.read_bytes()
    _shell(home, GONE[what])
    for words in (
        ("site", folder, "--url", "https://example.org"),
        ("site", tmp_path / "another", "--url", "https://example.org"),
        ("export", "--format", "html", "--output", file, "--force"),
        ("export", "--format", "json", "--query", f"id:{published}"),
    ):
        ran = workbench(*words)
        assert (ran.code, published in ran.err, "Traceback" in ran.err) == (1, True, False), ran
    assert workbench("doctor").code == 4
    assert (folder / "claims" / published / "index.html").read_bytes() == page
    assert file.read_bytes() == report


@pytest.mark.parametrize("what", [*GONE, *(each for each in CHANGES if "put in" not in each and each != "nothing")])
def test_one_bad_row_keeps_back_its_own_claim_alone(workbench, home, published, what):
    """From the formats of the desk; it is named, and the others are written."""
    others = {row["id"] for row in workbench("claims", "--json").records} - {published}
    statement = (GONE | CHANGES)[what]
    _shell(home, statement)
    for form in ("json", "jsonl", "csv"):
        ran = workbench("export", "--format", form)
        assert all(key in ran.out for key in others)
        assert (ran.code in {1, 4}, published in ran.err, "Traceback" in ran.err) == (True, True, False), ran
        assert re.search(rf'"id": ?"{published}"|^{published}', ran.out, re.MULTILINE) is None


def test_where_nothing_else_was_asked_for_nothing_is_written(workbench, home, published, tmp_path):
    _shell(home, CHANGES["a finding's word"])
    ran = workbench("export", "--query", f"id:{published}", "--output", tmp_path / "one.json")
    assert (ran.code, f"Claim {published} is left out" in ran.err, (tmp_path / "one.json").exists()) == (1, True, False)


def test_what_readers_never_had_stands_in_no_reports_way(workbench, home, claim, tmp_path):
    """A draft whose review is gone is doctor's to tell."""
    _shell(home, GONE["every review"])
    assert workbench("export", "--format", "json", "--output", tmp_path / "all.json").code == 0
    assert workbench("doctor").code == 4


def test_a_report_of_another_document_is_made(workbench, home, published):
    rows = workbench("claims", "--json").records
    mine = next(row["document"] for row in rows if row["id"] == published)
    another = next(row["id"] for row in rows if row["id"] != published)
    others = next(row["document"] for row in rows if row["document"] != mine)
    _shell(home, GONE["the publication"])
    for query, code in ((f"document:{mine}", 1), (f"document:{others}", 0), (f"id:{another}", 0)):
        assert workbench("export", "--format", "json", "--query", query).code == code


def test_a_check_that_is_in_a_site_no_more_is_named(workbench, home, published, tmp_path):
    """Where it was taken out with the workbench, by a query or with its document, the page goes, and that is said."""
    site = ("site", tmp_path / "site", "--url", "https://example.org")
    assert "taken out" not in workbench(*site).err
    ran = workbench("--quiet", *site, "--query", "id:none")
    assert (ran.code, f"! 1 check was taken out of the folder, where readers had them: {published}." in ran.err) == (
        0,
        True,
    )
    assert workbench(*site).code == 0
    document = next(row["document"] for row in workbench("claims", "--json").records if row["id"] == published)
    assert workbench("document", "hide", document).code == 0
    ran = workbench(*site, "--json")
    assert (ran.code, ran.records[0]["gone"]) == (0, [published])
