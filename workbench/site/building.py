"""Files of a site, each with its path and its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.core.report import Report
from workbench.site import cards, claim_pages, evidence_pages, feeds, lists
from workbench.site.environment import environment, rendered
from workbench.site.settings import SiteSettings

BodyOf = Callable[[str], bytes]
"""The bytes of an archived body by its hash. Raises StoreError where they are gone."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is made of.

    Attributes:
        report: The claims that readers have, as a format for readers gets them.
        settings: Its address, name and templates.
        body_of: Gives the archived bytes behind a figure.
    """

    report: Report
    settings: SiteSettings
    body_of: BodyOf


def site_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Each file: the path below the site's folder, with slashes, and the bytes.

    Raises:
        TemplateFaultError: A template of the newsroom has an error.
        StoreError: An archived body is missing or changed.
    """
    yield from assets(site.settings)
    yield from lists.pages(site.report, site.settings)
    yield from claim_pages.pages(site.report, site.settings)
    yield from cards.pages(site.report, site.settings)
    yield from feeds.files(site.report, site.settings)
    yield from evidence_pages.files(site.report, site.settings, site.body_of)


def assets(settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Styles and scripts, the newsroom's own `brand.css` among them."""
    made = environment(settings.templates)
    for name in ("site.css", "brand.css", "search.js", "verify.js"):
        yield name, rendered(made, name, {})
