"""Pages that list claims: all, by speaker, topic and series; corrections; method and scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from workbench.export.html import tools
from workbench.report.language import language_of
from workbench.report.public_change_words import public_change_words
from workbench.site.addresses import group_path
from workbench.site.list_entries import KINDS, ListedCheck, places
from workbench.site.reused_pages import ReusedPages
from workbench.site.settings import SiteSettings
from workbench.site.shared_page_data import CommonPages
from workbench.site.unchanged_files import SiteFile


def pages(site: CommonPages, reused: ReusedPages, marks: Mapping[str, str]) -> Iterator[SiteFile]:
    """Yield the front page, corrections, method, and the page that verifies archived bodies.

    Args:
        site: The checks.
        reused: Renders them, or reuses those of the previous site.
        marks: The hash of each check's input, by claim; empty where it is unknown.
    """
    common = _common(site)
    changed = [each.claim for each in site.checks if each.changes]
    yield reused.page("index.html", "index.html", lambda: {**common, **_front(site)}, [site.made_of(site.newest)])
    yield reused.page(
        "corrections/index.html",
        "corrections.html",
        lambda: {**common, **_at("corrections", site.settings), **_changes(site, changed)},
        [marks.get(claim, "") for claim in changed],
    )
    yield reused.page(
        "method/index.html",
        "method.html",
        lambda: {**common, **_at("method", site.settings)},
        [repr(each) for each in site.report.scales],
    )
    yield reused.page(
        "verify/index.html",
        "verify.html",
        lambda: {**common, **_at("verify", site.settings), "bodies": site.bodies},
        [repr(each) for each in site.bodies],
    )


def group_pages(site: CommonPages, reused: ReusedPages) -> Iterator[SiteFile]:
    """Yield a page for each speaker, topic and series; one whose entries are unchanged is reused."""
    common = _common(site)
    for kind in KINDS:
        for name, checks in site.groups[kind].items():
            values = partial(_group, site, common, kind, name, checks)
            made_of = [kind, name, site.made_of(checks)]
            yield reused.page(group_path(kind, name), "group.html", values, made_of)


def _common(site: CommonPages) -> dict[str, Any]:
    t = language_of(site.report)
    kinds = {kind: t(f"site.{kind}") for kind in KINDS}
    return {"report": site.report, "site": site.settings, "kinds": kinds, **tools(site.report)}


def _group(
    site: CommonPages, common: Mapping[str, Any], kind: str, name: str, checks: Sequence[ListedCheck]
) -> dict[str, Any]:
    return {
        **common,
        "rows": [each.row for each in checks],
        "name": name,
        "kind": language_of(site.report)(f"site.{kind}"),
        "root": "../../",
        "canonical": site.settings.page(group_path(kind, name)),
    }


def _front(site: CommonPages) -> dict[str, Any]:
    rows = [each.row for each in site.newest]
    canonical = site.settings.page("index.html")
    return {"rows": rows, "groups": _counts(site), "root": "", "ratings": _ratings(rows), "canonical": canonical}


def _changes(site: CommonPages, changed: Sequence[str]) -> dict[str, Any]:
    """Return every correction, update and withdrawal of some checks, the newest first, with its words, and what gives its place."""
    t = language_of(site.report)
    found = [(entry, change, place) for entry in site.entries_of(changed) for change, place in places(entry)]
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
