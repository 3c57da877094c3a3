"""A site of 5,000 checks of which one changed: how long it takes to bring it up to date. Run with -m slow, on an idle machine."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench.compare import check
from workbench.core.claim import claim_id
from workbench.core.evidence import Snapshot
from workbench.core.report import Entry, Publisher, Report
from workbench.core.text import Document, Span
from workbench.core.verdict import Action, Review, fold_reviews
from workbench.scales import installed_scales
from workbench.site import Site, SiteSettings, cards, site_before, site_files, site_made_of, write_site
from workbench.testing import utc_now

CHECKS = 5_000
MOST = 2.0
"""Seconds of the processor."""


def _entries(make, at) -> list[Entry]:
    scale = installed_scales().scale("five-point")
    made = []
    for n in range(CHECKS):
        text = f"There were {n + 10_000} asylum applications in 2021."
        span = Span(11, 16)
        claim = replace(
            make.level(str(n + 10_000), "application"), id=claim_id(f"d{n}", span, text[11:16]), document=f"d{n}", quote=text[11:16],
            context=text, sentence=Span(0, len(text)), measure=f"asylum applications {n % 300}",
        )  # fmt: skip
        found = tuple(check(claim, make.series(), make.rows({"2020": "151", "2021": "91"}), today=at.date()))
        reviews = [
            Review(
                claim=claim.id,
                reviewer="ana",
                at=at,
                action=action,
                rating=rating,
                scale="five-point",
                given_on=scale if rating else None,
            )
            for action, rating in ((Action.RATE, "false"), (Action.PUBLISH, None))
        ]
        document = Document(id=f"d{n}", title=f"Speech {n}", text=text, origin=f"{n}.txt", place="MKD")
        made.append(Entry(claim, document, fold_reviews(claim.id, "five-point", reviews), found, scale=scale))
    return made


def _write(report: Report, folder: Path) -> SimpleNamespace:
    began = time.process_time()
    site = Site(report, SiteSettings("https://checks.example.org", "Checks"), lambda key: key.encode())
    made_of = site_made_of(site)
    done = write_site(folder, site_files(site, site_before(folder), made_of), made_of=made_of)
    return SimpleNamespace(done=done, seconds=time.process_time() - began)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_one_of_5000_checks_changed(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The pictures are left out of the first writing: they cost 60 milliseconds each, and are kept like every other file."""
    monkeypatch.setattr(cards, "can_draw", lambda: False)
    at = utc_now()
    body = Snapshot(id="s" * 64, url="https://office.example/a", fetched=at, media_type="text/csv", size=64)
    scale = installed_scales().scale("five-point")
    report = Report(
        title="t", made=at, entries=tuple(_entries(make, at)), scale=scale, snapshots={body.id: body},
        publisher=Publisher(name="Checks", url="https://checks.example.org"),
    )  # fmt: skip
    first = _write(report, tmp_path)
    one = report.entries[17]
    note = Review(
        claim=one.claim.id,
        reviewer="ana",
        at=utc_now(),
        action=Action.CORRECT,
        rating="true",
        scale="five-point",
        given_on=scale,
    )
    changed = replace(one, verdict=fold_reviews(one.claim.id, "five-point", [*one.verdict.history, note]))
    again = _write(replace(report, entries=(*report.entries[:17], changed, *report.entries[18:])), tmp_path)
    says = f"{CHECKS:,} checks: {first.seconds:.1f} s; one changed: {again.seconds:.2f} s, {again.done.written} files written"
    assert again.done.written < 20, says
    assert again.seconds < MOST, says
