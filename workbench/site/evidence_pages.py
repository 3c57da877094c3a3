"""Archived bodies of a site, byte for byte under their hash, with what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.core.report import Report
from workbench.report.records import json_text
from workbench.site.addresses import body_path
from workbench.site.settings import SiteSettings


def files(report: Report, settings: SiteSettings, body_of: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Each body once, and a list of where each was fetched, when, and how large it is."""
    rows = {}
    for body in report.bodies:
        if body.id in rows:
            continue
        rows[body.id] = {
            "sha256": body.id,
            "address": settings.page(body_path(body.id)),
            "fetched_from": body.url,
            "fetched": body.fetched.isoformat(),
            "media_type": body.media_type,
            "size": body.size,
        }
        yield body_path(body.id), body_of(body.id)
    yield "evidence/index.json", (json_text(list(rows.values()), indent=1) + "\n").encode()
