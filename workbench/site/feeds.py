"""Feeds: Atom for readers, a site map for search engines, and a DataFeed of ClaimReview for collectors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from workbench.export.html import printable
from workbench.report.json_records import json_text
from workbench.report.language import language_of
from workbench.site.addresses import group_path, page_of
from workbench.site.list_entries import KINDS, NO_ITEM, moment
from workbench.site.settings import SiteSettings
from workbench.site.shared_page_data import CommonPages

ATOM = "http://www.w3.org/2005/Atom"
MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWEST = 50
"""Entries of an Atom feed at most."""


def files(site: CommonPages) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds of checks and of corrections, the site map, and the DataFeed."""
    yield "feed.xml", _checks(site)
    yield "corrections/feed.xml", _corrections(site)
    yield "sitemap.xml", _site_map(site)
    yield "claimreview.json", _data_feed(site)


def _checks(site: CommonPages) -> bytes:
    newest = sorted(site.checks, key=lambda each: each.touched, reverse=True)[:NEWEST]
    feed = _feed(site.settings, "feed.xml", site.settings.title, site.last)
    for each in newest:
        address = site.settings.page(page_of(each.claim))
        _item(feed, address, each.title, each.touched, each.description, each.first)
    return _xml(feed)


def _corrections(site: CommonPages) -> bytes:
    found, settings = site.changes[:NEWEST], site.settings
    title = language_of(site.report)("site.corrections_of", site=settings.title)
    feed = _feed(settings, "corrections/feed.xml", title, found[0][1] if found else site.last)
    for each, at, words, place in found:
        address = settings.page(page_of(each.claim))
        _item(feed, f"{address}#{place}", each.headline, at, words, None, link=address)
    return _xml(feed)


def _feed(settings: SiteSettings, path: str, title: str, updated: datetime) -> ET.Element:
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "id", settings.page(path))
    _text(feed, "title", title)
    _text(feed, "updated", moment(updated))
    ET.SubElement(feed, "link", rel="self", href=settings.page(path))
    ET.SubElement(feed, "link", href=f"{settings.url}/")
    author = ET.SubElement(feed, "author")
    _text(author, "name", settings.title)
    return feed


def _item(  # noqa: PLR0917  (what Atom asks for)
    feed: ET.Element, key: str, title: str, updated: datetime, summary: str, first: datetime | None, *, link: str = ""
) -> None:
    item = ET.SubElement(feed, "entry")
    _text(item, "id", key)
    _text(item, "title", title)
    _text(item, "updated", moment(updated))
    if first is not None:
        _text(item, "published", moment(first))
    ET.SubElement(item, "link", href=link or key)
    _text(item, "summary", summary)


def _site_map(site: CommonPages) -> bytes:
    settings = site.settings
    pages = ("index.html", "corrections/index.html", "method/index.html", "verify/index.html")
    groups = (group_path(kind, name) for kind in KINDS for name in site.groups[kind])
    lines = [_address(settings.page(path)) for path in (*pages, *groups)]
    lines += [_address(settings.page(page_of(each.claim)), each.touched.date().isoformat()) for each in site.newest]
    urls = "\n".join(lines)  # thousands of them: written as they are, in place of a tree
    return f"<?xml version='1.0' encoding='utf-8'?>\n<urlset xmlns=\"{MAP}\">\n{urls}\n</urlset>\n".encode(
        "utf-8", "xmlcharrefreplace"
    )


def _address(page: str, changed: str = "") -> str:
    """Return a page of the site map, and the day on which it was changed."""
    day = f"\n  <lastmod>{changed}</lastmod>" if changed else ""
    return f" <url>\n  <loc>{escape(printable(page))}</loc>{day}\n </url>"


def _data_feed(site: CommonPages) -> bytes:
    """Return a schema.org DataFeed, as Google's Fact Check Markup Tool and Data Commons publish theirs."""
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": site.settings.title,
        "url": f"{site.settings.url}/",
        "dataFeedElement": [],
    }
    begins = json_text(feed).removesuffix("]}").encode()
    items = b",\n".join(each.review for each in site.newest if each.review != NO_ITEM)  # a line each
    return b"%s\n%s\n]}\n" % (begins, items)


def _text(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = printable(words)


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"
