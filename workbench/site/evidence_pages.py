"""The archived bodies of a site, byte for byte under their hash, with the record of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.report.records import json_text
from workbench.site.addresses import body_path
from workbench.site.common_pages import CommonPages
from workbench.site.reuse import NOTHING, AsItIs, Before, SiteFile


def files(site: CommonPages, body_of: Callable[[str], bytes], before: Before = NOTHING) -> Iterator[SiteFile]:
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
        yield path, AsItIs(body.id) if before.files.get(path) == body.id else body_of(body.id)
    yield "evidence/index.json", (json_text(list(rows.values()), indent=1) + "\n").encode()
