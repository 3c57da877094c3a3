"""Build the files of a site, each with path and bytes; unchanged files of the previous site are not rendered again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.core.report import Report
from workbench.desk.publication.incremental_report import NotedCheck
from workbench.site import unchanged_files
from workbench.site.settings import SiteSettings
from workbench.site.unchanged_files import NOTHING, Notes, PreviousSite, SiteFile

BodyOf = Callable[[str], bytes]
"""The bytes of an archived body by its hash. Raises StoreError where they are gone."""


@dataclass(frozen=True, slots=True)
class Site:
    """The input of a site.

    Attributes:
        report: The published claims, as prepared for a format for readers.
        settings: Its address, name and templates.
        body_of: Returns the archived bytes behind a figure.
        noted: A hash of the facts of each claim of the report, in its order; empty if no previous site is reused.
    """

    report: Report
    settings: SiteSettings
    body_of: BodyOf
    noted: Mapping[str, NotedCheck] = field(default_factory=dict)


def site_files(site: Site, before: PreviousSite = NOTHING, notes: Notes | None = None) -> Iterator[SiteFile]:
    """Yield each file: the path below the site's folder, with slashes, and the bytes, or that the old file is unchanged.

    Args:
        site: The input of the site.
        before: The previous site.
        notes: Filled with notes for the next run; complete after the last file.

    Raises:
        TemplateFaultError: A template of the newsroom has an error.
        StoreError: An archived body is missing or changed.
    """
    notes = Notes() if notes is None else notes
    start = unchanged_files.basis(site.settings)
    still = {claim for claim, now in site.noted.items() if before.has(claim, now)}
    yield from before.of(still)
    texts = {claim: before.notes.texts[claim] for claim in still}
    if len(still) < len(site.noted) or not site.noted:
        from workbench.site import rendering  # noqa: PLC0415  (templates are loaded where something is made of them)

        anew = [claim for claim in site.noted if claim not in still]
        yield from rendering.checks(site.report, site.settings, anew if site.noted else None, texts)
    notes.texts.update((claim, texts[claim]) for claim in site.noted or texts if claim in texts)
    notes.checks.update((claim, now) for claim, now in site.noted.items() if claim in texts)
    notes.common = unchanged_files.common(start, site.report, site.settings, notes)
    if before.holds(notes.common):
        notes.groups.update(before.notes.groups)
        yield from before.shared()
        return
    from workbench.site import rendering  # noqa: PLC0415  (likewise)

    yield from rendering.common(site.report, site.settings, site.body_of, start, before, notes)
