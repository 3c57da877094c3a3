"""Build the files of a site: those of each check, and those that show many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from functools import partial

import msgspec

from workbench.core.report import Entry, Report
from workbench.desk.publication.entry_paging import of_entries, only
from workbench.site import claim_pages, evidence_pages, feeds, list_pages, social_media_pictures
from workbench.site.list_entries import listed_text
from workbench.site.reused_pages import ReusedPages
from workbench.site.settings import SiteSettings
from workbench.site.shared_page_data import CommonPages
from workbench.site.unchanged_files import Notes, PreviousSite, SiteFile


def checks(
    report: Report, settings: SiteSettings, claims: Sequence[str] | None, texts: MutableMapping[str, msgspec.Raw]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of some checks, or of all, and add their entries to `texts`, by claim."""
    for entry in report.entries if claims is None else entries_of(report, claims):
        texts[entry.claim.id] = listed_text(entry, report, settings)
        yield from claim_pages.pages(entry, report, settings)
        yield from social_media_pictures.pages(entry, report, settings)


def common(  # noqa: PLR0917  (what they are made of, and what was before)
    report: Report,
    settings: SiteSettings,
    body_of: Callable[[str], bytes],
    start: str,
    before: PreviousSite,
    notes: Notes,
) -> Iterator[SiteFile]:
    """Yield the files that belong to no single check."""
    site = CommonPages(report, settings, notes.texts, partial(entries_of, report))
    mark = notes.common if settings.templates else start
    reused = ReusedPages(settings, f"{mark} {report.publisher!r} {report.drafts}", before, notes)
    yield from assets(settings, ReusedPages(settings, start, before, notes))
    yield from list_pages.pages(site, reused, {claim: each.mark for claim, each in notes.checks.items()})
    yield from list_pages.group_pages(site, reused)
    yield from feeds.files(site)
    yield from evidence_pages.files(site, body_of, before)


def entries_of(report: Report, claims: Sequence[str]) -> Sequence[Entry]:
    """Return some claims of a report."""
    standing = of_entries(report.entries)
    return only(report.entries, {claim: standing[claim] for claim in claims if claim in standing}, _as_it_is)


def assets(settings: SiteSettings, reused: ReusedPages) -> Iterator[SiteFile]:
    """Yield styles and scripts, including the newsroom's own `brand.css`; they show no check."""
    for name in ("site.css", "brand.css", "search.js", "verify.js"):
        yield reused.page(name, name, dict)
    if settings.logo is not None:
        yield settings.logo.name, settings.logo.body


def _as_it_is(entry: Entry) -> Entry:
    return entry
