"""The pages of each claim: its page, the card for embedding, and the ClaimReview in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

from workbench.core.rating import Rating
from workbench.core.report import Entry, Report
from workbench.export.claimreview import embeddable, review_record
from workbench.export.html import printable, tools
from workbench.report import verdict_words
from workbench.report.attribution_words import said_by
from workbench.report.json_records import json_text
from workbench.report.language import ReaderLanguage, language_of
from workbench.report.one_line import one_line
from workbench.report.reader_headline import reader_headline
from workbench.site import picture_support
from workbench.site.addresses import card_path, claim_path, embed_path, points_path
from workbench.site.chart_points import points
from workbench.site.check_dates import first_day, last_day
from workbench.site.embedding import oembed
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
    rating = verdict_words.rating_of(entry, report) or Rating(key, key, "")
    return review_record(entry, rating, report, page=settings.page(claim_path(entry.claim)))


def description(entry: Entry, report: Report) -> str:
    """Return the description for search engines and link previews: who said it, and the verdict."""
    verdict, own_summary = verdict_words.verdict_words(entry, report), entry.claim.report_words.summary
    said = own_summary or f"{said_by(entry, language_of(report))}: “{reader_headline(entry.claim)}”"
    return printable(one_line(f"{verdict}. {said}"))
