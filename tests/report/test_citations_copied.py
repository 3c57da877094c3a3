"""A citation that is copied into an article names a file of one's own, and never the folder that it lies in."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.core.evidence import Snapshot
from workbench.core.finding import Agreement, Finding
from workbench.report.clipboard_texts import citation_words

AT = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def cited(url: str) -> str:
    body = Snapshot(id="ab" * 32, url=url, fetched=AT, media_type="text/csv", size=3)
    return citation_words(Finding(claim="c", series=None, title="Wages", agreement=Agreement.EXACT, bodies=(body,)))


def test_a_file_of_this_machine_is_cited_by_its_name():
    """Wages. Asked 2026-11-29 12:00 UTC: wages 2021.csv (sha256 …)."""
    words = cited("file:///home/ana/secret/wages%202021.csv")
    assert "wages 2021.csv (sha256 abab" in words
    assert "secret" not in words
    assert "ana" not in words


def test_an_address_of_the_web_is_cited_whole():
    """Asked …: https://a.org/wages.csv?year=2021."""
    assert "https://a.org/wages.csv?year=2021 (sha256 abab" in cited("https://a.org/wages.csv?year=2021")
