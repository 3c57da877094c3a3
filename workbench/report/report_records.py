"""Reports as JSON-able values, for both JSON formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from workbench.compare.providers.side_by_side import side_by_side, table_record
from workbench.core.encoding.codec import dump
from workbench.core.evidence import Snapshot
from workbench.core.rating import RatingScale
from workbench.core.report import Entry, Report
from workbench.report.amendment_words import amendment_record, by_hand_record
from workbench.report.attachment_records import attachment_record
from workbench.report.figure_citations import citing, figures_record
from workbench.report.finding_records import finding_record
from workbench.report.json_records import claim_record, elsewhere_record, heard_record, problem_record
from workbench.report.public_change_words import public_change_record
from workbench.report.reading_correction_records import edit_record
from workbench.report.reimport_records import SCHEMA, kept_record
from workbench.report.report_words import report_words_record
from workbench.report.revision_words import revision_record
from workbench.report.verdict_records import rating_record, review_record
from workbench.report.verdict_words import label_of, rating_of

Json = dict[str, Any]


_DESKS = frozenset({"reviewers", "same_as", "speakers"})
"""Settings of the publisher that control how reports are made, and are left out of records."""


def about_record(report: Report) -> Json:
    """Make the record of a report's own data, without its claims and their sources."""
    return {
        "schema": SCHEMA,
        "title": report.title,
        "made": report.made.isoformat(),
        "publisher": {key: value for key, value in asdict(report.publisher).items() if value and key not in _DESKS},
        "scale": scale_record(report.scale),
    }


def entry_records(report: Report) -> Iterator[tuple[Entry, Json]]:
    """Yield the claims of a report, each with its record; the first claim of a document includes the whole document."""
    before = ""
    for entry in report.entries:
        yield entry, entry_record(entry, report, document=entry.document.id != before)
        before = entry.document.id


def entry_record(entry: Entry, report: Report, *, document: bool = True) -> Json:
    """Make the record of one checked claim; `document` says whether it includes the whole document."""
    rating, scale = rating_of(entry, report), report.scale_of(entry)
    verdict, said_in = entry.verdict, entry.document
    return {
        "claim": claim_record(entry.claim, said_in.text),
        "sentence": entry.claim.context,
        "said": entry.claim.said.isoformat() if entry.claim.said else None,
        "report_words": report_words_record(entry.claim),
        **heard_record(said_in, entry.claim.span.start),
        "document": {
            "id": said_in.id, "title": said_in.title, "origin": said_in.origin, "url": said_in.url or None,
            "published": said_in.published.isoformat() if said_in.published else None, "place": said_in.place,
            "note": said_in.source_note or None,
        },
        "verdict": {
            "rating": verdict.rating, "label": rating.label if rating else None, "value": rating.value if rating else None,
            "stage": verdict.stage.value, "note": verdict.note, "history": [review_record(review) for review in verdict.history],
            "disputed": verdict.disputed, "ratings": [{**rating_record(review), "label": label_of(review, entry, report)} for review in verdict.ratings],
            "scale": scale_record(scale) if scale and verdict.ratings else None,
        },
        "findings": [
            {**finding_record(finding), "licence": citing(finding).licence if finding.series else None, "figures": figures_record(finding),
             "bodies": [{"sha256": body.id, "url": body.url, "fetched": body.fetched.isoformat()} for body in finding.bodies]}
            for finding in entry.findings
        ],
        "sources_compared": [table_record(table) for table in side_by_side(entry.findings)],
        "known": [dump(known) for known in entry.known],
        "elsewhere": [elsewhere_record(one) for one in entry.elsewhere],
        "searched": entry.searched or None,
        **({"changes": [public_change_record(each) for each in entry.changes]} if entry.changes else {}),
        **({"revised": [revision_record(each) for each in entry.revisions]} if entry.revisions else {}),
        **({"corrections": [edit_record(each) for each in entry.corrections]} if entry.corrections else {}),
        **({"amendments": [amendment_record(each) for each in entry.amendments]} if entry.amendments else {}),
        **({"by_hand": by_hand_record(entry.claim)} if entry.claim.by_hand else {}),
        **({"attached": [attachment_record(each) for each in entry.attached]} if entry.attached else {}),
        "problems": [problem_record(problem) for problem in entry.problems],
        "kept": kept_record(entry, document=document),
    }  # fmt: skip


@lru_cache(maxsize=64)
def scale_record(scale: RatingScale) -> Json:
    """Make the record of a rating scale. It is cached, since every rated claim has it."""
    return {"key": scale.key, "title": scale.title, "ratings": [dump(rating) for rating in scale.ratings]}


def snapshot_record(snapshot: Snapshot) -> Json:
    """Return an archived body, without its bytes."""
    return {
        "sha256": snapshot.id, "url": snapshot.url, "fetched": snapshot.fetched.isoformat(), "media_type": snapshot.media_type,
        "size": snapshot.size, "sample": snapshot.sample or None, **({"asked": snapshot.asked} if snapshot.asked else {}),
    }  # fmt: skip
