"""The files of each claim: its page, its ClaimReview, chart points as CSV, and the card for embedding."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

from workbench.core.number import plain
from workbench.core.rating import Rating
from workbench.core.report import Entry, Report
from workbench.export.claimreview import embeddable, review_record
from workbench.export.csv import guarded
from workbench.export.html import printable, tools
from workbench.report import wording
from workbench.report.chart_data import chart
from workbench.report.json_records import json_text
from workbench.report.language import ReaderLanguage, language_of
from workbench.report.reader_headline import reader_headline
from workbench.site import picture_support
from workbench.site.addresses import card_path, claim_path, embed_path, points_path
from workbench.site.check_dates import first_day, last_day
from workbench.site.settings import SiteSettings
from workbench.site.template_environment import environment, rendered


def pages(entry: Entry, report: Report, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Yield the page, the card and the points of a claim."""
    made = environment(settings.templates)
    values = values_of(entry, report, settings)
    yield claim_path(entry.claim), rendered(made, "claim-page.html", values)
    yield embed_path(entry.claim), rendered(made, "embed.html", values)
    yield f"claims/{entry.claim.id}/oembed.json", oembed(entry, report, settings)
    for number, _ in enumerate(entry.findings, start=1):
        if body := points(entry, number):
            yield points_path(entry.claim, number), body


def values_of(entry: Entry, report: Report, settings: SiteSettings) -> dict[str, Any]:
    """Return the variables of a claim's templates."""
    first = first_day(entry)
    return {
        "report": report,
        "site": settings,
        "entry": entry,
        "root": "../../",
        **tools(report),
        "linked_data": linked_data(entry, report, settings),
        "description": description(entry, report),
        "canonical": entry.claim.report_words.address or settings.page(claim_path(entry.claim)),
        "card": settings.page(card_path(entry.claim)) if picture_support.can_draw() else "",
        "points": {n: f"figures-{n}.csv" for n, _ in enumerate(entry.findings, start=1) if points(entry, n)},
        "first": first,
        "published": published(entry, language_of(report)),
    }


def published(entry: Entry, t: ReaderLanguage) -> Markup:
    """Return when a check was published and last changed; empty for an unpublished one."""
    first, changed = first_day(entry), last_day(entry)
    if first is None:
        return Markup()
    if changed is None:
        return Markup(t("claim.published", day=_day(first, t)))  # noqa: S704  (words of ours around days)
    return Markup(t("claim.published_changed", day=_day(first, t), changed=_day(changed, t)))  # noqa: S704  (likewise)


def _day(when: datetime, t: ReaderLanguage) -> str:
    return f'<time datetime="{when.date().isoformat()}">{t.day(when)}</time>'


def linked_data(entry: Entry, report: Report, settings: SiteSettings) -> Markup:
    """Return the ClaimReview of a claim for its page; empty for one that was withdrawn."""
    review = claim_review(entry, report, settings)
    return Markup(embeddable(json_text(review))) if review else Markup()  # noqa: S704  (no sign of markup is left in it)


def claim_review(entry: Entry, report: Report, settings: SiteSettings) -> Mapping[str, Any] | None:
    """Return the ClaimReview of a claim with its own page; None for one without a rating."""
    key = entry.verdict.rating
    if key is None:
        return None
    rating = wording.rating_of(entry, report) or Rating(key, key, "")
    return review_record(entry, rating, report, page=settings.page(claim_path(entry.claim)))


def description(entry: Entry, report: Report) -> str:
    """Return the description for search engines and link previews: who said it, and the verdict."""
    verdict, own_summary = wording.verdict_words(entry, report), entry.claim.report_words.summary
    said = own_summary or f"{wording.said_by(entry, language_of(report))}: “{reader_headline(entry.claim)}”"
    return printable(wording.one_line(f"{verdict}. {said}"))


def points(entry: Entry, number: int) -> bytes:
    """Return the points of a chart as CSV: period, value, unit, status; empty where there are none."""
    drawn = chart(entry.claim, entry.findings[number - 1])
    if not drawn.measured:
        return b""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["period", "value", "unit", "status"])
    for point in drawn.measured:
        writer.writerow([guarded(point.period.label), plain(point.value), guarded(drawn.unit), point.status.value])
    return out.getvalue().encode()


def oembed(entry: Entry, report: Report, settings: SiteSettings) -> bytes:
    """Return the oEmbed answer (oembed.com, type rich) by which other sites show the card."""
    address = settings.page(embed_path(entry.claim))
    frame = Markup('<iframe src="{}" width="480" height="220" title="{}" loading="lazy"></iframe>').format(
        address, reader_headline(entry.claim)
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": report.publisher.name or settings.title,
        "provider_url": settings.url,
        "title": reader_headline(entry.claim),
        "html": str(frame),
        "width": 480,
        "height": 220,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode() + b"\n"
