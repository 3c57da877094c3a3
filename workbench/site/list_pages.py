"""Pages that list claims: all, by speaker, topic and series; corrections; method and scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.export.html import tools
from workbench.report.language import language_of
from workbench.report.public_change_words import public_change_words
from workbench.site.addresses import group_path
from workbench.site.list_entries import KINDS, ListedCheck, hashed, places
from workbench.site.settings import SiteSettings
from workbench.site.shared_page_data import CommonPages
from workbench.site.template_environment import environment, rendered
from workbench.site.unchanged_files import Notes, PreviousSite, SiteFile, UnchangedFile


def pages(site: CommonPages) -> Iterator[tuple[str, bytes]]:
    """Yield the front page, corrections, method, and the page that verifies archived bodies."""
    made, common = environment(site.settings.templates), _common(site)
    rows = [each.row for each in site.newest]
    front = {**common, "rows": rows, "groups": _counts(site), "root": "", "ratings": _ratings(rows)}
    yield "index.html", rendered(made, "index.html", {**front, "canonical": site.settings.page("index.html")})
    at = {**common, **_at("corrections", site.settings), **_changes(site)}
    yield "corrections/index.html", rendered(made, "corrections.html", at)
    yield "method/index.html", rendered(made, "method.html", {**common, **_at("method", site.settings)})
    values = {**common, **_at("verify", site.settings), "bodies": site.bodies}
    yield "verify/index.html", rendered(made, "verify.html", values)


def group_pages(site: CommonPages, basis: str, before: PreviousSite, notes: Notes) -> Iterator[SiteFile]:
    """Yield a page for each speaker, topic and series; one whose entries are unchanged is reused.

    Args:
        site: The checks.
        basis: The hash of the input of all pages.
        before: The previous site.
        notes: The notes about this site.
    """
    made, common = environment(site.settings.templates), _common(site)
    for kind in KINDS:
        for name, checks in site.groups[kind].items():
            path = group_path(kind, name)
            mark = notes.groups[path] = hashed([basis, kind, name, site.made_of(checks)])
            if before.notes.groups.get(path) == mark and path in before.files:
                yield path, UnchangedFile(before.files[path])
            else:
                yield path, rendered(made, "group.html", {**common, **_group(site, kind, name, checks)})


def _common(site: CommonPages) -> dict[str, Any]:
    t = language_of(site.report)
    kinds = {kind: t(f"site.{kind}") for kind in KINDS}
    return {"report": site.report, "site": site.settings, "kinds": kinds, **tools(site.report)}


def _group(site: CommonPages, kind: str, name: str, checks: Sequence[ListedCheck]) -> dict[str, Any]:
    return {
        "rows": [each.row for each in checks],
        "name": name,
        "kind": language_of(site.report)(f"site.{kind}"),
        "root": "../../",
        "canonical": site.settings.page(group_path(kind, name)),
    }


def _changes(site: CommonPages) -> dict[str, Any]:
    """Return every correction, update and withdrawal, the newest first, with its words, and what gives its place.

    Those checks alone are read.
    """
    t = language_of(site.report)
    changed = site.entries_of([each.claim for each in site.checks if each.changes])
    found = [(entry, change, place) for entry in changed for change, place in places(entry)]
    found.sort(key=lambda each: each[1].at, reverse=True)
    with_words = [(entry, change, public_change_words(change, t)) for entry, change, _ in found]
    there = {id(change): place for _, change, place in found}  # the list keeps a reference to each
    return {"changes": with_words, "place_of": lambda change: there[id(change)]}


def _counts(site: CommonPages) -> dict[str, list[tuple[str, str, int]]]:
    return {
        kind: [
            (name, group_path(kind, name).removesuffix("index.html"), len(checks))
            for name, checks in site.groups[kind].items()
        ]
        for kind in KINDS
    }


def _ratings(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["verdict"] for row in rows))


def _at(folder: str, settings: SiteSettings) -> dict[str, str]:
    return {"root": "../", "canonical": settings.page(f"{folder}/index.html")}
