"""Checked elsewhere: a newsroom's own feed tells who checked the same thing, and what differs.

"The unemployment rate in the United States is 42 percent."
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workbench.bootstrap.open_desk import open_desk
from workbench.config import settings

FEED = Path(__file__).parents[1] / "sources" / "specimens" / "factcheck" / "feed.txt"
SPEECH = "Washington, 12 August 2015. The unemployment rate in the United States is 42 percent."


@pytest.fixture
def claim(workbench, home: Path, monkeypatch: pytest.MonkeyPatch):
    """Return the claim on a desk whose configuration names a feed."""
    monkeypatch.delenv("WORKBENCH_KEY_FACTCHECK", raising=False)
    config = home / "config.toml"
    config.write_text(f'checks = ["{FEED}"]\n', encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(config))
    speech = home / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    assert workbench("import", speech).code == 0
    (found,) = workbench("claims", "--json").records
    return found["id"]


def test_two_newsrooms_checked_it_and_their_ratings_stay_theirs(workbench, claim):
    told = workbench("--offline", "known", claim, "--elsewhere")
    assert told.code == 0, told.err
    assert "checked elsewhere: Washington Post" in told.out or "checked elsewhere: The Washington Post" in told.out
    assert "rating in its own words “Four Pinocchios”, 2017-04-14, https://www.washingtonpost.com/" in told.out
    assert "rating in its own words “Pants on Fire”, 2016-06-15" in told.out
    assert "everyone has two jobs" not in told.out  # a claim of another thing, whatever words they share


def test_in_json_the_rating_is_a_text_and_what_differs_is_named(workbench, claim):
    (record,) = workbench("--offline", "known", claim, "--elsewhere", "--json").records
    assert record["problems"] == []
    assert record["asked"] == ["feed.txt"]
    first = record["elsewhere"][0]
    assert (first["publisher"], first["rating"]) == ("PolitiFact", "Pants on Fire")
    assert first["found_by"] == "feed.txt"
    assert first["relationship"] in {"repeat", "variant"}
    assert 0.5 <= first["score"] <= 1


def test_another_figure_is_a_variant_that_names_it(workbench, claim, home: Path):
    other = home / "other.txt"
    other.write_text(SPEECH.replace("42", "5"), encoding="utf-8")
    workbench("import", other)
    new = next(r["id"] for r in workbench("claims", "--json").records if r["id"] != claim)
    (record,) = workbench("--offline", "known", new, "--elsewhere", "--json").records
    assert all("amount" in one["differs"] for one in record["elsewhere"])
    assert record["elsewhere"]


def test_a_review_that_both_the_service_and_the_feed_have_is_told_once(workbench, claim):
    """Stored answers stand in for Google; what it says is kept with the claim."""
    told = workbench("--samples", FEED.parent, "research", claim)
    assert "checked elsewhere: The Washington Post, rating in its own words “Four Pinocchios”" in told.out
    (shown,) = workbench("show", claim, "--json").records
    assert [one["found_by"] for one in shown["elsewhere"]] == ["Google Fact Check, feed.txt"] * 2
    assert all("key=" not in line for line in workbench("archive", "list").out.splitlines())


def test_a_site_narrows_it(workbench, claim):
    (record,) = workbench("--offline", "known", claim, "--elsewhere", "--site", "politifact.com", "--json").records
    assert {one["publisher"] for one in record["elsewhere"]} == {"PolitiFact"}


def test_research_keeps_it_with_the_claim(workbench, claim):
    told = workbench("--offline", "research", claim)
    assert "checked elsewhere: The Washington Post, rating in its own words “Four Pinocchios”" in told.out
    (shown,) = workbench("show", claim, "--json").records
    assert [one["rating"] for one in shown["elsewhere"]] == ["Pants on Fire", "Four Pinocchios"]


def test_a_feed_that_is_gone_is_told_and_keeps_nothing_else_back(workbench, claim, home: Path, monkeypatch):
    broken = home / "broken.toml"
    broken.write_text(f'checks = ["{home}/gone.jsonl", "{FEED}"]\n', encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(broken))
    told = workbench("--offline", "known", claim, "--elsewhere")
    assert told.code == 3
    assert "gone.jsonl" in told.out
    assert "Four Pinocchios" in told.out


def test_with_neither_key_nor_feed_research_is_silent_and_the_question_is_answered(workbench, claim, home, monkeypatch):
    bare = home / "bare.toml"
    bare.write_text("", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(bare))
    monkeypatch.setattr("workbench.api_keys._in_keyring", lambda _: "")
    told = workbench("known", claim, "--elsewhere")
    assert told.code == 0
    assert "nobody was asked: set WORKBENCH_KEY_FACTCHECK" in told.out
    assert "nobody was asked" in workbench("--offline", "known", claim, "--elsewhere").out
    researched = workbench("--offline", "research", claim)
    assert "elsewhere" not in researched.out


def test_research_of_before_there_was_such_a_thing_still_reads(workbench, claim):
    """A row that was kept by an older workbench has no word of it."""
    workbench("--offline", "research", claim)
    path = settings().db
    with closing(sqlite3.connect(path)) as db, db:
        (noun,) = db.execute("SELECT noun FROM research").fetchone()
        tree = json.loads(noun)
        assert tree.pop("elsewhere")
        db.execute("INSERT INTO research (claim, at, noun) SELECT claim, at, ? FROM research", (json.dumps(tree),))
    with open_desk(settings()) as desk:
        found = desk.researched(claim)
    assert found is not None
    assert found.elsewhere == ()
