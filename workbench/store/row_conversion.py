"""Convert nouns to rows and rows to nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.core.claim import Claim, ClaimKind
from workbench.core.document import Document
from workbench.core.encoding.codec import decode, encode
from workbench.core.finding import Finding
from workbench.core.reviews.deferral_day import is_over
from workbench.core.verdict import Stage, Verdict
from workbench.ports import ClaimRow, DocumentRow, EncodedDocument, Researched
from workbench.store.compression import pack
from workbench.store.journal import digest
from workbench.store.search_normalisation import bag, words_hash

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

_DAMAGED = "(this row cannot be read)"

WORTH = 10_000
"""Check-worthiness is stored in ten-thousandths, to which `core.score.total` rounds."""


def keepable(text: str) -> str:
    """Replace what no column can hold: PostgreSQL accepts no NUL, and no database accepts half a surrogate pair."""
    return text if text.isascii() and "\x00" not in text else _UNKEEPABLE.sub("�", text)


def units_of_worth(score: float) -> int:
    """Convert a score from 0 to 1 to whole ten-thousandths."""
    return round(score * WORTH)


def encoded(document: Document, claims: Sequence[Claim]) -> EncodedDocument:
    """Convert a document and its claims, each claim once, to rows with their digests, for a `Batch`."""
    different = list({claim.id: claim for claim in claims}.values())
    row, rows = document_values(document, different), [claim_values(claim) for claim in different]
    digests = [digest("documents", row), *(digest("claims", each) for each in rows)]
    for each in (row, *rows):
        each["noun"] = pack(each["noun"])
    return EncodedDocument(document.id, len(rows), (row, rows, digests))


def document_values(document: Document, claims: Sequence[Claim]) -> dict[str, Any]:
    """Return the row of a new document with its claims, all of them open."""
    speakers = " ".join(speaker.name for speaker in document.speakers)
    return {
        "id": document.id,
        "title": keepable(document.title),
        "published": document.published.isoformat() if document.published else "",
        "place": document.place,
        "origin": keepable(document.origin),
        "claims": len(claims),
        "open": len(claims),
        "worth": units_of_worth(max((claim.worth_score for claim in claims), default=0.0)),
        "words": bag(keepable(document.title), document.place_name, keepable(speakers), keepable(document.origin)),
        "noun": encode(document),
    }


def claim_values(claim: Claim) -> dict[str, Any]:
    """Return the row of a new claim, without reviews."""
    speaker = claim.attribution.speaker.name if claim.attribution and claim.attribution.speaker else ""
    quote, context = keepable(claim.quote), keepable(claim.context)
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.span.start,
        "kind": claim.kind.value,
        "worth": units_of_worth(claim.worth_score),
        "said": claim.said.isoformat() if claim.said else "",
        "place": claim.place,
        "speaker": keepable(speaker),
        "stage": Stage.OPEN.value,
        "rating": None,
        "deferred": False,
        "quote": quote,
        "context": context,
        "words": bag(keepable(claim.measure), quote, context, keepable(speaker)),
        "noun": encode(claim),
        "words_hash": words_hash(quote, context),
    }


def tags_kept(tags: Sequence[str]) -> str | None:
    """Join the tags of a claim for its row, each between two bars: ``|budget|urgent|``; None without any."""
    return f"|{'|'.join(map(keepable, tags))}|" if tags else None


def held_kept(verdict: Verdict) -> dict[str, Any]:
    """Return the columns of a claim's row for who has taken it and until when it is deferred."""
    return {
        "until": verdict.until.isoformat() if verdict.until else None,
        "holder": keepable(verdict.taken.holder) if verdict.taken else None,
    }


def research_values(researched: Researched) -> dict[str, Any]:
    """Return the row of a research; its findings have rows of their own."""
    return {
        "claim": researched.claim,
        "at": researched.at.isoformat(),
        "noun": encode(replace(researched, findings=())),
    }


def finding_values(finding: Finding, research: int) -> dict[str, Any]:
    """Return the row of a finding of a research."""
    return {
        "id": finding.id,
        "research": research,
        "claim": finding.claim,
        "series": str(finding.series.ref) if finding.series else None,
        "agreement": finding.agreement.value,
        "noun": encode(finding),
    }


def document_row(row: Mapping[str, Any]) -> DocumentRow:
    """Convert a row to a line of the library. Raises TypeError or ValueError for a damaged row."""
    _need_text(row, "id", "title", "published", "origin")
    return DocumentRow(
        id=row["id"],
        title=row["title"],
        published=_day(row["published"]),
        place=row["place"],
        origin=row["origin"],
        claims=row["claims"],
        open=row["open"],
        worth=row["worth"] / WORTH,
    )


def damaged_document(key: str) -> DocumentRow:
    """Return the line that the library shows for a row that cannot be read."""
    return DocumentRow(
        id=key, title=_DAMAGED, published=None, place=None, origin="", claims=0, open=0, worth=0.0, damaged=True
    )


def damaged_claim(key: str, document: str) -> ClaimRow:
    """Return the line that a list shows for a claim whose row cannot be read."""
    return ClaimRow(
        id=key, document=document, quote=_DAMAGED, context="", kind=ClaimKind.STATEMENT.value, worth=0.0, said=None,
        place=None, speaker="", stage=Stage.OPEN.value, rating=None, deferred=False, damaged=True,
    )  # fmt: skip


def claim_of(key: str, noun: str) -> Claim:
    """Read a claim and give it the id of its row: if its noun was changed, the id in it may be one that nothing finds.

    Raises StoreError and the other errors in `unreadable_rows.UNREADABLE` where the noun is damaged.
    """
    claim = decode(Claim, noun)
    return claim if claim.id == key else replace(claim, id=key)


def claim_row(row: Mapping[str, Any], day: date | None = None) -> ClaimRow:
    """Convert a row to a line of a list of claims, as of a day. Raises TypeError or ValueError for a damaged row."""
    _need_text(row, "id", "document", "quote", "context", "kind", "said", "speaker", "stage")
    until = _day(row["until"]) if row["until"] else None
    deferred = bool(row["deferred"]) and not (until and is_over(until, day))
    return ClaimRow(
        id=row["id"],
        document=row["document"],
        quote=row["quote"],
        context=row["context"],
        kind=row["kind"],
        worth=row["worth"] / WORTH,
        said=_day(row["said"]),
        place=row["place"],
        speaker=row["speaker"],
        stage=row["stage"],
        rating=row["rating"],
        deferred=deferred,
        tags=tuple(tag for tag in (row["tags"] or "").split("|") if tag),
        sightings=row["sightings"],
        until=until if deferred else None,
        holder=row["holder"] or "",
    )


def _need_text(row: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if not isinstance(row[name], str):
            raise TypeError(f"{name} is no text")


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
