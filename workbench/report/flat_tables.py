"""A report as flat tables, for workbooks, databases and columnar files.

Every row names its claim, and rows of findings, steps and sources their finding too, so that tables can be joined. Texts are on one
line and printable; days are days, times are UTC, figures are exact decimals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from workbench.core.attachment import Attachment
from workbench.core.finding import Finding
from workbench.core.number import plain
from workbench.core.report import Entry, Report
from workbench.core.reviews.published import first_published, last_corrected
from workbench.report.attachment_records import attached_citation
from workbench.report.change_log import change_log
from workbench.report.figure_citations import citing
from workbench.report.one_line import one_line
from workbench.report.reader_headline import reader_headline
from workbench.report.recording_links import heard_link
from workbench.report.source_citations import cited_bodies, unheard
from workbench.report.verdict_words import label_of, rating_of, ratings_of

Value = str | int | Decimal | date | datetime | None
Row = tuple[Value, ...]


class Holds(StrEnum):
    """The type of a column: an id is a text, even if it looks like a number."""

    ID = "id"
    TEXT = "text"
    DAY = "day"
    TIME = "time"
    COUNT = "count"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of a report.

    Attributes:
        name: Its name.
        columns: Its columns in order, with the type of each.
    """

    name: str
    columns: dict[str, Holds]


_T, _D, _I = Holds.TEXT, Holds.DAY, Holds.ID

CLAIMS = Table(
    "claims",
    {
        "claim": _I, "quote": _T, "sentence": _T, "measure": _T, "kind": _T, "speaker": _T, "role": _T, "said": _D,
        "place": _T, "period_from": _D, "period_to": _D, "document": _I, "document_title": _T, "url": _T, "language": _T,
        "heard_at": _T, "heard_link": _T, "rating": _T, "rating_label": _T, "scale": _T, "stage": _T, "note": _T,
        "ratings": _T, "published": Holds.TIME, "corrected": Holds.TIME, "searched": _T, "problems": _T,
        "headline": _T, "summary": _T, "context": _T, "tags": _T, "address": _T,
    },
)  # fmt: skip

FINDINGS = Table(
    "findings",
    {
        "claim": _I, "finding": _I, "position": Holds.COUNT, "series": _T, "title": _T, "agreement": _T,
        "claimed": Holds.FIGURE, "measured": Holds.FIGURE, "difference": Holds.FIGURE, "unit": _T, "why": _T, "place": _T,
        "period_from": _D, "period_to": _D, "caveats": _T, "slips": _T, "notes": _T, "formula": _T, "publisher": _T,
        "licence": _T, "series_page": _T, "method": _T, "definition": _T, "updated": _D,
    },
)  # fmt: skip

STEPS = Table(
    "steps",
    {
        "claim": _I, "finding": _I, "step": Holds.COUNT, "op": _T, "operands": _T, "result": Holds.FIGURE, "unit": _T,
        "says": _T, "sha256": _I, "pointers": _T, "scale": Holds.FIGURE,
    },
)  # fmt: skip

SOURCES = Table(
    "sources",
    {
        "claim": _I, "finding": _I, "sha256": _I, "title": _T, "publisher": _T, "licence": _T, "series_page": _T,
        "query": _T, "asked": _T, "fetched": Holds.TIME, "media_type": _T, "size": Holds.COUNT, "sample": _T,
    },
)  # fmt: skip

REVIEWS = Table(
    "reviews",
    {
        "claim": _I, "review": _I, "at": Holds.TIME, "reviewer": _T, "action": _T, "rating": _T, "rating_label": _T,
        "scale": _T, "note": _T, "counts": _T,
    },
)  # fmt: skip

CORRECTIONS = Table(
    "corrections",
    {
        "claim": _I, "at": Holds.TIME, "what": _T, "before": _T, "after": _T, "why": _T, "reviewer": _T, "counts": _T,
    },
)  # fmt: skip

ATTACHED = Table(
    "attached",
    {
        "claim": _I, "attachment": _I, "at": Holds.TIME, "reviewer": _T, "kind": _T, "title": _T, "place": _T, "quote": _T,
        "note": _T, "link": _T, "origin": _T, "fetched": Holds.TIME, "sha256": _I, "sample": _T,
    },
)  # fmt: skip

TABLES = (CLAIMS, FINDINGS, STEPS, SOURCES, REVIEWS, CORRECTIONS, ATTACHED)
"""All tables, in the order in which a reader meets them."""


def printed(words: str) -> str:
    """Put words on one line, without characters that a cell must not have: control characters, direction marks, lone surrogates."""
    return one_line(words if words.isprintable() else "".join(c if c.isprintable() else " " for c in words))


def as_number(value: Decimal | int) -> float | None:
    """Convert a figure to a number of at most 15 digits, which every spreadsheet shows exactly; None where digits would be lost.

    >>> as_number(Decimal("5.90")), as_number(Decimal("-39.735099337748344371")), as_number(2**60)
    (5.9, None, None)
    """
    exact = Decimal(value)
    if len(exact.normalize().as_tuple().digits) > 15 or not -300 < exact.adjusted() < 300:
        return None
    number = float(exact)
    return number if Decimal(repr(number)) == exact else None


def rows(entry: Entry, report: Report) -> Iterator[tuple[Table, Row]]:
    """Yield the rows of a claim in each table."""
    for table, row in _rows(entry, report):
        yield table, tuple(printed(value) if isinstance(value, str) else value for value in row)


def _rows(entry: Entry, report: Report) -> Iterator[tuple[Table, Row]]:
    yield CLAIMS, _claim(entry, report)
    for position, finding in enumerate(entry.findings, start=1):
        yield FINDINGS, _finding(finding, position)
        for step in _steps(finding):
            yield STEPS, step
        for source in _sources(finding, report):
            yield SOURCES, source
    for each in entry.attached:
        yield ATTACHED, _attached(each)
    for review in _reviews(entry, report):
        yield REVIEWS, review
    for change in change_log(entry, report):
        counts = "yes" if change.counts else "taken back"
        yield (
            CORRECTIONS,
            (
                entry.claim.id,
                _utc(change.at),
                change.what,
                change.before,
                change.after,
                change.why,
                change.reviewer,
                counts,
            ),
        )


def _claim(entry: Entry, report: Report) -> Row:
    claim, verdict, document, words = entry.claim, entry.verdict, entry.document, entry.claim.report_words
    who = claim.attribution.speaker if claim.attribution else None
    rating = rating_of(entry, report)
    period = claim.period.value if claim.period else None
    return (
        claim.id, claim.quote, claim.context, claim.measure_said, claim.kind.value, who.name if who else "", who.role if who else "",
        claim.said, claim.place or "", period.start if period else None, period.end if period else None, document.id,
        document.title, document.url, claim.language, document.heard_at(claim.span.start),
        heard_link(document, claim.span.start), verdict.rating or "", rating.label if rating else "",
        verdict.scale if verdict.ratings else "", verdict.stage.value, verdict.note,
        "; ".join(f"{name}: {label}" for name, label in ratings_of(entry, report)), _utc(first_published(verdict)),
        _utc(last_corrected(verdict)), entry.searched, " ".join(unheard(entry)), reader_headline(claim), words.summary, words.context,
        ", ".join(words.tags), words.address,
    )  # fmt: skip


def _finding(finding: Finding, position: int) -> Row:
    citation, period = citing(finding), finding.period
    return (
        finding.claim, finding.id, position, str(finding.series.ref) if finding.series else "", finding.title,
        finding.agreement.value, finding.claimed, finding.measured, finding.difference, finding.unit, finding.why,
        finding.place or "", period.start if period else None, period.end if period else None,
        " ".join(caveat.says for caveat in finding.caveats), " ".join(slip.says for slip in finding.slips),
        " ".join(str(note) for note in finding.notes), finding.formula, citation.publisher, citation.licence, citation.page, citation.method,
        citation.definition, citation.updated,
    )  # fmt: skip


def _attached(each: Attachment) -> Row:
    cited, body = attached_citation(each), each.body
    return (
        each.claim, each.id, _utc(each.at), each.reviewer, each.kind.value, cited.title, cited.where, cited.quote, cited.note,
        cited.link, cited.origin, _utc(body.fetched) if body else None, cited.sha256, cited.sample,
    )  # fmt: skip


def _steps(finding: Finding) -> Iterator[Row]:
    for number, step in enumerate(finding.trace.steps, start=1):
        cell = step.evidence
        yield (
            finding.claim, finding.id, number, step.op, "; ".join(plain(each.value) for each in step.operands), step.result,
            step.unit, step.says, cell.snapshot if cell else "", " ".join(cell.pointers) if cell else "",
            cell.scale if cell else None,
        )  # fmt: skip


def _sources(finding: Finding, report: Report) -> Iterator[Row]:
    for series, body in cited_bodies(finding, report):
        yield (
            finding.claim, finding.id, body.id, series.title if series else finding.title, series.publisher if series else "",
            series.licence if series else "", series.url if series else "", body.url, body.asked, _utc(body.fetched),
            body.media_type, body.size, body.sample,
        )  # fmt: skip


def _reviews(entry: Entry, report: Report) -> Iterator[Row]:
    for review in entry.verdict.history:
        counts = "yes" if review.id in entry.verdict.standing else "no"
        yield (
            entry.claim.id, review.id, _utc(review.at), review.reviewer, review.action.value, review.rating or "",
            label_of(review, entry, report), review.scale if review.rating else "", review.note, counts,
        )  # fmt: skip


def _utc(moment: datetime | None) -> datetime | None:
    """Convert a moment to UTC, to the second, without a time zone: no table's times have one."""
    return None if moment is None else moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
