"""Words on the pages of a site: each in its own direction, places by their names, and an address for every change."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from workbench.core.document import Attribution, How, Span, Speaker
from workbench.core.report import Report
from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import ChangeKind
from workbench.core.verdict import fold_reviews
from workbench.report import attribution_words
from workbench.site import Site, SiteSettings, TemplateFaultError, site_files

ATOM = "{http://www.w3.org/2005/Atom}"


def made(report: Report) -> dict[str, bytes]:
    settings = SiteSettings("https://checks.example.org", "Checks")
    return {path: bytes(body) for path, body in site_files(Site(report, settings, lambda key: key.encode()))}  # type: ignore[arg-type]


def test_two_changes_of_one_second_have_a_place_each(report: Report):
    """The Nu HTML checker found one id twice, and a reader of the feed saw the second as the first."""
    first = report.entries[0]
    one = PublicChange(ChangeKind.CORRECTED, report.made, "False", "True", "We read the wrong year.")
    two = replace(one, at=report.made + timedelta(microseconds=5), before="True", after="False", why="It was right.")
    files = made(replace(report, entries=(replace(first, changes=(one, two)), *report.entries[1:])))
    page = files["corrections/index.html"].decode()
    places = re.findall(r' id="(changed-[^"]*)"', page)
    assert len(places) == len(set(places)) == 2
    keys = [
        entry.find(f"{ATOM}id").text for entry in etree.fromstring(files["corrections/feed.xml"]).iter(f"{ATOM}entry")
    ]  # type: ignore[union-attr]
    assert len(keys) == len(set(keys)) == 2


def test_a_template_that_calls_itself_through_ours_is_named(report: Report, tmp_path: Path):
    """Ours was named, with a word on recursion: nobody saw that claim.html is what every page takes its parts from."""
    (tmp_path / "claim.html").write_text("{# mine #}\n{% extends 'base.html' %}{% block content %}{% endblock %}")
    settings = SiteSettings("https://checks.example.org", "Checks", tmp_path)
    with pytest.raises(TemplateFaultError, match=r"claim.html, line \d+, cannot be used: it and .* without end\."):
        dict(site_files(Site(report, settings, lambda key: key.encode())))


HEBREW = "\u05e7\u05e8\u05d0\u05e0\u05d5 \u05d0\u05ea \u05d4\u05e9\u05e0\u05d4 (2020)."


def test_words_from_right_to_left_keep_their_order_within_lines_of_ours(report: Report):
    """The full stop and the year of a Hebrew reason were drawn on its wrong side."""
    first = report.entries[0]
    named = Attribution((Span(0, 4),), Speaker(HEBREW.partition(" (")[0], ""), None, None, How.TURN)
    history = tuple(replace(each, note=HEBREW) for each in first.verdict.history)
    change = PublicChange(ChangeKind.CORRECTED, report.made, "False", "True", HEBREW)
    entry = replace(
        first,
        claim=replace(first.claim, attribution=named),
        verdict=fold_reviews(first.claim.id, "five-point", history),
        changes=(change,),
    )
    files = made(replace(report, entries=(entry,)))
    page = files[f"claims/{first.claim.id}/index.html"].decode()
    assert f'<p dir="rtl">{HEBREW}</p>' in page
    assert re.search(rf"<strong>Corrected on [^<]* <bdi>{re.escape(HEBREW)}</bdi></strong>", page)
    assert page.count(f"<bdi>{HEBREW}</bdi></li>") == len(history)
    assert f"<bdi>{HEBREW}</bdi></span>" in files["corrections/index.html"].decode()
    for path in ("index.html", f"claims/{first.claim.id}/embed.html"):
        assert f"<bdi>{HEBREW.partition(' (')[0]}</bdi>, <bdi>" in files[path].decode()


def test_a_place_that_was_given_as_a_code_is_named(report: Report):
    first = report.entries[0]
    entry = replace(first, document=replace(first.document, place="MKD", place_name="MKD"))
    assert "North Macedonia" in attribution_words.said_by(entry)
    assert "Skopje" in attribution_words.said_by(replace(first, document=replace(first.document, place_name="Skopje")))
