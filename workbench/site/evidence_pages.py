"""The archived bodies of a site, byte for byte under their hash, with the record of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.report.json_records import json_text
from workbench.site.addresses import body_path
from workbench.site.shared_page_data import CommonPages
from workbench.site.unchanged_files import NOTHING, PreviousSite, SiteFile, UnchangedFile


def files(site: CommonPages, body_of: Callable[[str], bytes], before: PreviousSite = NOTHING) -> Iterator[SiteFile]:
    """Yield each body once, and a list with address, time and size of each."""
    rows = {}
    for body in site.bodies:
        if body.id in rows:
            continue
        rows[body.id] = {
            "sha256": body.id,
            "address": site.settings.page(body_path(body.id)),
            "fetched_from": body.url,
            "fetched": body.fetched.isoformat(),
            "media_type": body.media_type,
            "size": body.size,
        }
        path = body_path(body.id)
        yield path, UnchangedFile(body.id) if before.files.get(path) == body.id else body_of(body.id)
    yield "evidence/index.json", (json_text(list(rows.values()), indent=1) + "\n").encode()
