"""Pages that list claims: all of them, those of a speaker, of a topic, on a series; corrections; method and scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.core.public_change import PublicChange
from workbench.core.report import Entry, Report
from workbench.export.html import printable, tools
from workbench.report import wording
from workbench.report.language import language_of
from workbench.report.public_changes import public_change_words
from workbench.report.reader_headline import headline_language, reader_headline
from workbench.site.addresses import claim_path, group_path
from workbench.site.claim_pages import published
from workbench.site.days import first_day
from workbench.site.environment import environment, rendered
from workbench.site.settings import SiteSettings

KINDS = ("speakers", "topics", "series")
"""What checks are grouped by, each with pages of its own."""


def pages(report: Report, settings: SiteSettings) -> Iterator[tuple[str, bytes]]:
    """The front page, a page for each speaker, topic and series, corrections, method."""
    made = environment(settings.templates)
    t = language_of(report)
    common = {"report": report, "site": settings, "kinds": {kind: t(f"site.{kind}") for kind in KINDS}, **tools(report)}
    known = {entry.claim.id: row(entry, report) for entry in newest_first(report.entries)}
    rows = list(known.values())
    front = {**common, "rows": rows, "groups": _counts(report), "root": "", "ratings": _ratings(rows)}
    yield "index.html", rendered(made, "index.html", {**front, "canonical": settings.page("index.html")})
    for kind in KINDS:
        for name, entries in groups(report, kind).items():
            yield _group(made, common, kind, name, [known[entry.claim.id] for entry in entries], settings)
    changes = corrections(report)
    yield (
        "corrections/index.html",
        rendered(made, "corrections.html", {**common, **_at("corrections", settings), "changes": changes}),
    )
    yield "method/index.html", rendered(made, "method.html", {**common, **_at("method", settings)})
    yield (
        "verify/index.html",
        rendered(made, "verify.html", {**common, **_at("verify", settings), "bodies": report.bodies}),
    )


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Claims by the day on which they were published, the newest first."""
    return sorted(entries, key=lambda entry: (str(first_day(entry)), entry.claim.id), reverse=True)


def row(entry: Entry, report: Report) -> dict[str, Any]:
    """A claim as the lists show it and search it."""
    rating, t = wording.rating_of(entry, report), language_of(report)
    speaker = _speaker(entry)
    return {
        "path": claim_path(entry.claim).removesuffix("index.html"),
        "title": printable(reader_headline(entry.claim)),
        "said": printable(wording.said_by(entry, t)),
        "speaker": speaker,
        "verdict": printable(wording.verdict_words(entry, report)),
        "tone": rating.tone if rating else "none",
        "published": published(entry, t),
        "language": headline_language(entry.claim, t.code),
        "words": printable(
            " ".join(
                [
                    reader_headline(entry.claim),
                    *entry.claim.report_words.tags,
                    entry.claim.context,
                    entry.claim.measure,
                    speaker,
                    *(f.title for f in entry.findings),
                ]
            )
        ).casefold(),
    }


def groups(report: Report, kind: str) -> Mapping[str, Sequence[Entry]]:
    """Claims by speaker, topic or series, in the order of their names."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in newest_first(report.entries):
        for name in _names(entry, kind):
            found[name].append(entry)
    return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def corrections(report: Report) -> list[tuple[Entry, PublicChange, str]]:
    """Every correction, update and withdrawal, the newest first, with its words."""
    found = [
        (entry, change, public_change_words(change, language_of(report)))
        for entry in report.entries
        for change in entry.changes
    ]
    return sorted(found, key=lambda each: each[1].at, reverse=True)


def _names(entry: Entry, kind: str) -> list[str]:
    match kind:
        case "speakers":
            names = [_speaker(entry)]
        case "topics":
            names = list(entry.claim.report_words.tags) or [wording.one_line(entry.claim.measure).casefold()]
        case _:
            names = [wording.one_line(f.series.title) for f in entry.findings[:1] if f.series]
    return [printable(name) for name in names if name]


def _speaker(entry: Entry) -> str:
    who = entry.claim.attribution.speaker if entry.claim.attribution else None
    return printable(wording.one_line(who.name)) if who else ""


def _counts(report: Report) -> dict[str, list[tuple[str, str, int]]]:
    return {
        kind: [
            (name, group_path(kind, name).removesuffix("index.html"), len(entries))
            for name, entries in groups(report, kind).items()
        ]
        for kind in KINDS
    }


def _ratings(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["verdict"] for row in rows))


def _group(  # noqa: PLR0917  (a page and what it shows)
    made: Any,
    common: Mapping[str, Any],
    kind: str,
    name: str,
    rows: Sequence[Mapping[str, Any]],
    settings: SiteSettings,
) -> tuple[str, bytes]:
    path = group_path(kind, name)
    values = {
        **common,
        "rows": rows,
        "name": name,
        "kind": common["kinds"][kind],
        "root": "../../",
        "canonical": settings.page(path),
    }
    return path, rendered(made, "group.html", values)


def _at(folder: str, settings: SiteSettings) -> dict[str, str]:
    return {"root": "../", "canonical": settings.page(f"{folder}/index.html")}
