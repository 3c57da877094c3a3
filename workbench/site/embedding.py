"""The oEmbed answer by which other sites show the card of a claim."""

from __future__ import annotations

import json

from markupsafe import Markup

from workbench.core.report import Entry, Report
from workbench.report.reader_headline import reader_headline
from workbench.site.addresses import embed_path
from workbench.site.settings import SiteSettings


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
