"""A report's own words: written by a person, kept with who and when, taken back one by one, and in every export."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from workbench.config import sample_folder

WORDS = {
    "headline": "Crossings fell by a third, says the minister",
    "summary": "The police counted 16,021 attempts.",
    "context": "Said at a forum in Brdo.",
    "tags": "migration, borders",
    "role": "minister of the interior",
    "address": "https://checks.example.org/2021/crossings",
}


@pytest.fixture
def claim(workbench, once) -> str:
    """In the first nine months of 2021, 16,000 attempts of illegal migration were stopped."""
    path = sample_folder() / "statements" / "2021-12-02-brdo-forum.txt"
    once("forum", lambda: workbench("import", path))
    return next(iter(workbench("claims", "--json").records))["id"]


@pytest.fixture
def worded(workbench, once, claim) -> str:
    def work() -> str:
        for slot, words in WORDS.items():
            done = workbench("edit", claim, f"{slot}={words}", "--by", "ana")
            assert (done.code, done.err) == (0, "")
        return claim

    return once("worded", work)


def test_each_is_an_event_with_who_when_before_and_after(workbench, worded):
    given = [each for each in workbench("edits", "--json").records if each["claim"] == worded]
    assert [(each["slot"], each["after"]) for each in reversed(given)] == list(WORDS.items())
    assert {each["reviewer"] for each in given} == {"ana"}
    assert all(each["at"] and each["before"] is not None for each in given)
    workbench("edit", worded, "headline=Another")
    newest = workbench("edits", "--json").records[0]
    assert (newest["before"], newest["after"]) == (WORDS["headline"], "Another")
    assert workbench("doctor").code == 0


@pytest.mark.parametrize("gone", range(len(WORDS)))
def test_taking_one_back_leaves_the_others(workbench, worded, gone):
    """Words that stand in one noun are taken back one by one, in whatever order they were written."""
    slots = list(WORDS)
    workbench("edit", worded, f"{slots[gone]}={WORDS[slots[gone]]}x")
    for _ in range(gone + 1):
        workbench("undo", worded)
    reading = workbench("edit", worded, "--json").records[0]["reading"]
    left = len(slots) + 1 - (gone + 1)
    written = [*slots, slots[gone]][:left]
    assert {slot: reading[slot] for slot in set(written)} == {slot: WORDS[slot] for slot in set(written)}


def test_a_script_writes_them_line_by_line(workbench, claim):
    lines = [{"claim": claim, **WORDS}, {"claim": claim, "address": "nowhere"}, {"claim": claim, "title": "x"}]
    done = workbench("edit", "--records", stdin="\n".join(map(json.dumps, lines)) + "\n")
    first, *bad = done.records
    assert [each["after"] for each in first["corrections"]] == list(WORDS.values())
    assert len(bad) == 2
    assert all(each["error"] for each in bad)


def test_the_machine_only_proposes(workbench, claim):
    shown = workbench("edit", claim, "--json").records[0]
    offers = {each["slot"]: each["because"] for each in shown["offered"]}
    assert offers["headline"] == offers["tags"] == "proposed by the machine"
    assert shown["reading"]["headline"] is None


@pytest.mark.parametrize("form", ["markdown", "html", "docx", "json", "jsonl", "csv"])
def test_every_export_has_them(workbench, worded, form, tmp_path):
    out = tmp_path / "out"
    assert workbench("export", "--format", form, "--drafts", "--output", out).code == 0
    body = out.read_bytes()
    if form == "docx":
        body = zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml")
    text = body.decode("utf-8-sig").replace("\\", "").replace("&#39;", "'")
    for slot in ("headline", "summary", "context", "role"):
        assert WORDS[slot] in text, slot
    assert all(tag in text for tag in WORDS["tags"].split(", "))


def test_claimreview_has_them_and_knows_when_they_changed(workbench, worded, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('[publisher]\nname = "Checks"\nurl = "https://checks.example.org/"\n')
    workbench("rate", worded, "false", "--note", "no official figure: sample", "--config", config)
    workbench("publish", worded, "--config", config)
    done = workbench("export", "--format", "claimreview", "--config", config)
    review = json.loads(done.out)
    assert review["claimReviewed"] == WORDS["headline"]
    assert (review["abstract"], review["keywords"]) == (WORDS["summary"], ["migration", "borders"])
    assert (review["url"], review["itemReviewed"]["author"]["jobTitle"]) == (WORDS["address"], WORDS["role"])
    assert "dateModified" not in review
    workbench("edit", worded, "headline=Crossings fell", "--config", config)
    again = json.loads(workbench("export", "--format", "claimreview", "--config", config).out)
    assert (again["claimReviewed"], again["dateModified"]) == ("Crossings fell", again["datePublished"])


def test_a_page_stands_on_the_publishers_site(workbench, claim, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('[publisher]\nname = "Checks"\nurl = "https://checks.example.org/"\n')
    done = workbench("edit", claim, "address=https://elsewhere.example/1", "--config", config)
    assert (done.code, len(done.err.splitlines())) == (2, 2)
    assert "no page of checks.example.org" in done.err
    assert workbench("edit", claim, "address=https://en.checks.example.org/1", "--config", config).code == 0


def test_words_for_readers_teach_nothing_of_reading(workbench, worded):
    assert workbench("edits", "--rows").records == []
