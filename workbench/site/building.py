"""Files of a site, each with its path and its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from workbench.core.report import Report
from workbench.site import cards, claim_pages, evidence_pages, feeds, lists, reuse
from workbench.site.environment import environment, rendered
from workbench.site.reuse import NOTHING, Before, SiteFile
from workbench.site.settings import SiteSettings

NO_MARKS: Mapping[str, str] = MappingProxyType({})

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


def site_made_of(site: Site) -> dict[str, str]:
    """What the files of each check are made of, by the claim."""
    start = reuse.basis(site.report, site.settings)
    return {entry.claim.id: reuse.made_of(entry, start) for entry in site.report.entries}


def site_files(site: Site, before: Before = NOTHING, made_of: Mapping[str, str] = NO_MARKS) -> Iterator[SiteFile]:
    """Each file: the path below the site's folder, with slashes, and the bytes, or that the file of before still holds.

    Args:
        site: What it is made of.
        before: The site of before.
        made_of: What the files of each check are made of now, by the claim.

    Raises:
        TemplateFaultError: A template of the newsroom has an error.
        StoreError: An archived body is missing or changed.
    """
    yield from assets(site.settings)
    yield from lists.pages(site.report, site.settings)
    still = {key: found for key, made in made_of.items() if (found := before.still(key, made))}
    yield from (each for found in still.values() for each in found)
    anew = replace(site.report, entries=[entry for entry in site.report.entries if entry.claim.id not in still])
    yield from claim_pages.pages(anew, site.settings)
    yield from cards.pages(anew, site.settings)
    yield from feeds.files(site.report, site.settings)
    yield from evidence_pages.files(site.report, site.settings, site.body_of, before)


def assets(settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """Styles and scripts, the newsroom's own `brand.css` among them."""
    made = environment(settings.templates)
    for name in ("site.css", "brand.css", "search.js", "verify.js"):
        yield name, rendered(made, name, {})
    if settings.logo is not None:
        yield settings.logo.name, settings.logo.body
