"""Golden bytes of every format over one table of nasty values, and what each format must never let through."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from workbench.core.errors import UsageError
from workbench.core.report import NOBODY, Report
from workbench.core.trace import Trace
from workbench.plugins import EXPORTERS, Plugins

GOLDEN = Path(__file__).parent / "golden"
FORMATS = ("markdown", "html", "csv", "json", "jsonl", "claimreview")


def export(report: Report, form: str) -> bytes:
    return Plugins(EXPORTERS)[form].export(report)


def test_every_format_is_found_by_its_name():
    assert set(FORMATS) <= set(Plugins(EXPORTERS))


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_the_contract(report: Report, form: str):
    """WORKBENCH_GOLDEN=write writes the golden files anew; read the difference before committing it."""
    path = GOLDEN / f"report.{Plugins(EXPORTERS)[form].suffix}"
    body = export(report, form)
    if os.environ.get("WORKBENCH_GOLDEN") == "write":
        path.write_bytes(body)
    assert body == path.read_bytes()
    assert body == export(report, form)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_a_page_runs_nothing_and_fetches_nothing(report: Report):
    page = _Tags()
    page.feed(export(report, "html").decode())
    assert not {"script", "img", "iframe", "link", "object", "b"} & set(page.tags)
    assert all(link.startswith("https://") for link in page.links)


def test_the_page_has_the_chart_with_words_for_those_who_cannot_see_it(report: Report):
    page = export(report, "html").decode()
    assert "2019: 450; 2020: 151; 2021: 91." in page
    assert "Claimed: 45 in 2021" in page


@pytest.mark.parametrize("form", FORMATS)
def test_no_control_character_leaves(report: Report, form: str):
    text = export(report, form).decode("utf-8-sig")
    if form in {"json", "jsonl", "claimreview"}:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
        return
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", text)


def test_no_cell_is_a_formula(report: Report):
    rows = list(csv.reader(io.StringIO(export(report, "csv").decode("utf-8-sig"))))
    cells = [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert cells
    assert all(re.fullmatch(r"-\d+(\.\d+)?", cell) for cell in cells)


def test_a_sample_answer_says_so_wherever_a_reader_meets_it(report: Report):
    for form in ("markdown", "html", "csv"):
        assert "sample answer of UNHCR figures as of 2026-06, not live" in export(report, form).decode("utf-8-sig")


def test_a_claim_without_a_verdict_never_looks_false(report: Report):
    for line in export(report, "jsonl").decode().splitlines():
        entry = json.loads(line)
        assert (entry["verdict"]["rating"] is None) == (entry["verdict"]["stage"] == "open")
    assert "No verdict yet" in export(report, "html").decode()


@pytest.mark.parametrize("form", ["markdown", "html", "csv", "json", "jsonl"])
def test_what_would_make_it_true_is_told_with_its_source_and_is_no_agreement(report: Report, form: str):
    text = export(report, form).decode("utf-8-sig")
    assert "It would hold by" in text
    assert "migr_asyappctza" in text
    assert "fall of 70.2 %" in text
    finding = json.loads(export(report, "json"))["claims"][0]["findings"][0]
    assert (finding["agreement"], finding["slips"][0]["measured"][:8]) == ("apart", "-70.1986")


@pytest.mark.parametrize("form", ["markdown", "html", "csv", "json", "jsonl"])
def test_a_check_by_others_stands_in_their_own_words(report: Report, form: str):
    text = export(report, form).decode("utf-8-sig")
    assert "https://checkers.example/1" in text
    assert "HALF" in text
    assert "](<javascript:" not in text
    assert 'href="javascript:' not in text


def test_exact_digits_stay_in_json(report: Report):
    finding = json.loads(export(report, "json"))["claims"][0]["findings"][0]
    assert finding["measured"].startswith("-39.7350993377483443708609271523178807947")
    assert finding["claimed"] == "-70"


def test_claim_review_follows_googles_rules(report: Report):
    reviews = json.loads(export(replace(report, drafts=True), "claimreview"))
    assert len(reviews) == 1 + len(report.entries) // 2
    for review in reviews:
        rating = review["reviewRating"]
        assert review["claimReviewed"]
        assert rating["alternateName"]
        assert review["url"].startswith("https://checks.example.org/")
        assert {"ratingValue", "bestRating", "worstRating"} <= set(rating) or "ratingValue" not in rating
    assert reviews[0]["reviewRating"]["ratingValue"] == 1
    assert "ratingValue" not in reviews[1]["reviewRating"], "cannot say is off the ladder"
    assert b"</script" not in export(report, "claimreview")


def test_claim_review_names_the_figures_it_rests_on_and_itself_as_collectors_read_it(report: Report):
    """Each archived answer with its publisher, licence and hash; a sample says so. The review has its language, and the claim its own."""
    french = replace(report, drafts=True, publisher=replace(report.publisher, language="fr"))
    reviews = {review["identifier"]: review for review in json.loads(export(french, "claimreview"))}
    for entry in report.entries:
        review = reviews.get(entry.claim.id)
        if review is None:
            continue
        assert (review["inLanguage"], review["itemReviewed"]["inLanguage"]) == ("fr", entry.claim.language)
        assert review["headline"] == review["claimReviewed"]
        based = {each["identifier"] for each in review.get("isBasedOn", ())}
        assert based == {f"sha256:{cell.snapshot}" for each in entry.findings for cell in each.evidence()}
    first = next(review["isBasedOn"] for review in reviews.values() if "isBasedOn" in review)
    assert all(each["license"] and each["publisher"]["name"] for each in first)
    assert any("UNHCR figures as of 2026-06" in each.get("description", "") for each in first)


def test_claim_review_needs_a_page_and_a_verdict(report: Report):
    bare = Report(
        title="t", made=report.made, entries=report.entries, scale=report.scale, snapshots={}, publisher=NOBODY
    )
    with pytest.raises(UsageError, match="address of the page"):
        export(bare, "claimreview")
    unrated = Report(title="t", made=report.made, entries=report.entries[1:2], scale=report.scale, snapshots={})
    with pytest.raises(UsageError, match="is published"):
        export(unrated, "claimreview")
    with pytest.raises(UsageError, match="has a verdict"):
        export(replace(unrated, drafts=True), "claimreview")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_verdict_that_rests_on_no_figure_does_not_say_what_the_figures_say(report: Report, form: str):
    """It says “No official figure: the office counts new cars alone”, and not “The official figures say otherwise”."""
    rated = next(entry for entry in report.entries if any(found.measured is not None for found in entry.findings))
    scale = report.scale_of(rated)
    worked = ([replace(step, evidence=None) for step in found.trace.steps] for found in rated.findings)
    own = [replace(found, trace=Trace(tuple(steps))) for found, steps in zip(rated.findings, worked, strict=True)]
    for findings in ((), tuple(own)):  # none, or the claim's own arithmetic alone
        bare = replace(rated, findings=findings, behind=(), attached=())
        for rating in scale.ratings:
            verdicts = [replace(one, verdict=replace(one.verdict, rating=rating.key)) for one in (rated, bare)]
            with_figures, without = (export(replace(report, entries=[one]), form).decode() for one in verdicts)
            said = [page.replace("\\", "").split("ratings", 1)[0] for page in (with_figures, without)]
            told = [said[k].count(rating.meaning.split(",")[0].split(";")[0].rstrip(".")) for k in (0, 1)]
            assert told[0] - told[1] == (rating.value is not None), rating.key
