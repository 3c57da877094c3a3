"""Feeds: Atom for readers, a site map for search engines, and a DataFeed of ClaimReview for collectors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from workbench.core.report import Report
from workbench.export.html import printable
from workbench.report import wording
from workbench.report.language import language_of
from workbench.report.reader_headline import reader_headline
from workbench.report.records import json_text
from workbench.site.addresses import claim_path, group_path
from workbench.site.claim_pages import claim_review, description
from workbench.site.days import first_day, touched
from workbench.site.lists import KINDS, corrections, groups, newest_first
from workbench.site.settings import SiteSettings

ATOM = "http://www.w3.org/2005/Atom"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWEST = 50
"""Entries of an Atom feed at most."""


def files(report: Report, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """The feeds of checks and of corrections, the site map, and the DataFeed."""
    yield "feed.xml", _checks(report, settings)
    yield "corrections/feed.xml", _corrections(report, settings)
    yield "sitemap.xml", _site_map(report, settings)
    yield "claimreview.json", _data_feed(report, settings)


def _last(report: Report) -> datetime:
    """When readers got something last: no moment of making, so that what did not change stays the same."""
    return max(map(touched, report.entries), default=report.made)


def _checks(report: Report, settings: SiteSettings) -> bytes:
    newest = sorted(report.entries, key=touched, reverse=True)[:NEWEST]
    feed = _feed(settings, "feed.xml", settings.title, _last(report))
    for entry in newest:
        address = settings.page(claim_path(entry.claim))
        title = f"{wording.verdict_words(entry, report)}: {reader_headline(entry.claim)}"
        _item(feed, address, title, touched(entry), description(entry, report), first_day(entry))
    return _xml(feed)


def _corrections(report: Report, settings: SiteSettings) -> bytes:
    found = corrections(report)[:NEWEST]
    feed = _feed(
        settings,
        "corrections/feed.xml",
        language_of(report)("site.corrections_of", site=settings.title),
        found[0][1].at if found else _last(report),
    )
    for entry, change, words in found:
        address = settings.page(claim_path(entry.claim))
        _item(
            feed,
            f"{address}#changed-{change.at:%Y%m%dT%H%M%S}",
            reader_headline(entry.claim),
            change.at,
            words,
            None,
            link=address,
        )
    return _xml(feed)


def _feed(settings: SiteSettings, path: str, title: str, updated: datetime) -> ET.Element:
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "id", settings.page(path))
    _text(feed, "title", title)
    _text(feed, "updated", _moment(updated))
    ET.SubElement(feed, "link", rel="self", href=settings.page(path))
    ET.SubElement(feed, "link", href=f"{settings.url}/")
    author = ET.SubElement(feed, "author")
    _text(author, "name", settings.title)
    return feed


def _item(  # noqa: PLR0917  (what Atom asks for)
    feed: ET.Element, key: str, title: str, updated: datetime, says: str, first: datetime | None, *, link: str = ""
) -> None:
    item = ET.SubElement(feed, "entry")
    _text(item, "id", key)
    _text(item, "title", title)
    _text(item, "updated", _moment(updated))
    if first is not None:
        _text(item, "published", _moment(first))
    ET.SubElement(item, "link", href=link or key)
    _text(item, "summary", says)


def _site_map(report: Report, settings: SiteSettings) -> bytes:
    urls = ET.Element("urlset", xmlns=MAP)
    for path in ("index.html", "corrections/index.html", "method/index.html", "verify/index.html"):
        _text(ET.SubElement(urls, "url"), "loc", settings.page(path))
    for kind in KINDS:
        for name in groups(report, kind):
            _text(ET.SubElement(urls, "url"), "loc", settings.page(group_path(kind, name)))
    for entry in newest_first(report.entries):
        url = ET.SubElement(urls, "url")
        _text(url, "loc", settings.page(claim_path(entry.claim)))
        _text(url, "lastmod", touched(entry).date().isoformat())
    return _xml(urls)


def _data_feed(report: Report, settings: SiteSettings) -> bytes:
    """A schema.org DataFeed, as Google's Fact Check Markup Tool and Data Commons publish theirs."""
    items = []
    for entry in newest_first(report.entries):
        review = claim_review(entry, report, settings)
        first = first_day(entry)
        if review is not None and first is not None:
            items.append(
                {
                    "@type": "DataFeedItem",
                    "dateCreated": _moment(first),
                    "dateModified": _moment(touched(entry)),
                    "url": settings.page(claim_path(entry.claim)),
                    "item": [{key: value for key, value in review.items() if key != "@context"}],
                }
            )
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": settings.title,
        "url": f"{settings.url}/",
        "dataFeedElement": items,
    }
    return (json_text(feed, indent=1) + "\n").encode()


def _text(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = printable(words)


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"
