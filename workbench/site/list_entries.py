"""A check's entry in lists and feeds, stored with the site, so that a change of one check rereads no other."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from markupsafe import Markup

from workbench.core.encoding.msgspec_structs import decoder_of
from workbench.core.evidence import Snapshot
from workbench.core.report import Entry, Report
from workbench.core.reviews.public_change import PublicChange
from workbench.export.html import printable, said_parts
from workbench.report import verdict_words
from workbench.report.json_records import json_text
from workbench.report.language import language_of
from workbench.report.one_line import one_line
from workbench.report.public_change_words import public_change_words
from workbench.report.reader_headline import headline_language, reader_headline
from workbench.site.addresses import claim_path
from workbench.site.check_dates import first_day, touched
from workbench.site.claim_pages import claim_review, description, published
from workbench.site.searched_words import searched_words
from workbench.site.settings import SiteSettings
from workbench.site.template_environment import environment, rendered

NO_ITEM = msgspec.Raw(b"null")
"""The item in the DataFeed of a check without a rating."""

_ROOT = "\x01"
"""Stands in a row for the way to the front page; no text of a page has it."""

KINDS = ("speakers", "topics", "series")
"""What checks are grouped by, each with pages of its own."""


@dataclass(slots=True)
class ListedCheck:
    """A check in lists and feeds.

    Attributes:
        claim: The claim's id.
        first: When it was first published; None if never.
        touched: When its present version was published.
        row: Its fields in lists and their search.
        html: Its row in lists, with `_ROOT` for the way to the front page.
        groups: The names of its groups, by kind.
        title: Its title in a feed.
        headline: Its headline.
        description: Its result in a sentence.
        review: Its item of the DataFeed, as JSON; null for one without a rating.
        changes: The times, texts and page anchors of its corrections, updates and withdrawal.
        bodies: The archived bodies behind its figures.
    """

    claim: str
    first: datetime | None
    touched: datetime
    row: dict[str, Any]
    html: str
    groups: dict[str, list[str]]
    title: str
    headline: str
    description: str
    review: msgspec.Raw
    changes: list[tuple[datetime, str, str]]
    bodies: list[Snapshot]

    @property
    def newest(self) -> tuple[str, str]:
        """The sort key of lists, the newest last."""
        return str(self.first), self.claim


def listed_text(entry: Entry, report: Report, settings: SiteSettings) -> msgspec.Raw:
    """Encode a check's entry as one line of JSON."""
    t = language_of(report)
    headline = printable(reader_headline(entry.claim))
    row = _row(entry, report)
    listed = ListedCheck(
        claim=entry.claim.id,
        first=first_day(entry),
        touched=touched(entry),
        row=row,
        html=rendered(environment(settings.templates), "row.html", {"row": _marked(row), "root": _ROOT}).decode(),
        groups={kind: _names(entry, kind) for kind in KINDS},
        title=printable(f"{verdict_words.verdict_words(entry, report)}: {headline}"),
        headline=headline,
        description=description(entry, report),
        review=_feed_item(entry, report, settings),
        changes=[(each.at, printable(public_change_words(each, t)), place) for each, place in places(entry)],
        bodies=list(dict.fromkeys(report.bodies_of(entry))),
    )
    return msgspec.Raw(msgspec.json.encode(listed))


_DECODER: msgspec.json.Decoder[ListedCheck] = decoder_of(ListedCheck)


def read_listed(text: msgspec.Raw) -> ListedCheck:
    """Decode a stored entry."""
    found = _DECODER.decode(text)
    found.row = {**_marked(found.row), "parts": found.html.split(_ROOT)}
    return found


def _marked(row: dict[str, str]) -> dict[str, Any]:
    """Mark those fields of a row whose words were escaped when they were made."""
    return {**row, "said": Markup(row["said"]), "published": Markup(row["published"])}  # noqa: S704


def places(entry: Entry) -> Iterator[tuple[PublicChange, str]]:
    """Yield the changes of a check, each with its place in an address: its moment, and its number among those of one second."""
    there = Counter[str]()
    for each in entry.changes:
        place = f"changed-{each.at:%Y%m%dT%H%M%S}"
        there[place] += 1
        yield each, place if there[place] == 1 else f"{place}-{there[place]}"


def newest_first(checks: Iterable[ListedCheck]) -> list[ListedCheck]:
    """Sort checks by the day of publication, the newest first."""
    return sorted(checks, key=lambda each: each.newest, reverse=True)


def hashed(texts: Iterable[str]) -> str:
    """Hash some texts."""
    return hashlib.sha256("\n".join(texts).encode(errors="surrogatepass")).hexdigest()[:32]


def moment(when: datetime) -> str:
    """Format a time for feeds."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _row(entry: Entry, report: Report) -> dict[str, str]:
    """Return a claim's fields in lists and their search."""
    rating, t = verdict_words.rating_of(entry, report), language_of(report)
    speaker = _speaker(entry)
    return {
        "path": claim_path(entry.claim).removesuffix("index.html"),
        "title": printable(reader_headline(entry.claim)),
        "said": str(said_parts(entry, t)),
        "speaker": speaker,
        "verdict": printable(verdict_words.verdict_words(entry, report)),
        "tone": rating.tone if rating else "none",
        "published": str(published(entry, t)),
        "language": headline_language(entry.claim, t.code),
        "words": searched_words(entry, speaker),
    }


def _names(entry: Entry, kind: str) -> list[str]:
    match kind:
        case "speakers":
            names = [_speaker(entry)]
        case "topics":
            names = list(entry.claim.report_words.tags) or [one_line(entry.claim.measure).casefold()]
        case _:
            names = [one_line(f.series.title) for f in entry.findings[:1] if f.series]
    return [printable(name) for name in names if name]


def _speaker(entry: Entry) -> str:
    who = entry.claim.attribution.speaker if entry.claim.attribution else None
    return printable(one_line(who.name)) if who else ""


def _feed_item(entry: Entry, report: Report, settings: SiteSettings) -> msgspec.Raw:
    """Return a check's item in the DataFeed; null for one without a published rating."""
    review, first = claim_review(entry, report, settings), first_day(entry)
    if review is None or first is None:
        return NO_ITEM
    return _raw(
        {
            "@type": "DataFeedItem",
            "dateCreated": moment(first),
            "dateModified": moment(touched(entry)),
            "url": settings.page(claim_path(entry.claim)),
            "item": [{key: value for key, value in review.items() if key != "@context"}],
        }
    )


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(json_text(value).encode())
