"""State of the bench: a document, its claims, and the progress of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.core.errors import NoSuchRecordError
from workbench.core.finding import Finding
from workbench.core.hiding.local_paths import file_name
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.ports import CandidateRow, ClaimFilter, ClaimRow, Researched
from workbench.tui.lines.claim import Seen, day

PAGE = 500


@dataclass(frozen=True, slots=True)
class BenchCase:
    """A document with its claims in order of the text, and the row of each by its id."""

    document: Document
    claims: Sequence[Claim]
    rows: Mapping[str, ClaimRow]

    @property
    def where(self) -> str:
        """The document in one line: title, place, day."""
        document = self.document
        at = ", ".join(part for part in (document.place_name or document.place or "", day(document.published)) if part)
        return " · ".join(part for part in (document.title or file_name(document.origin), at) if part)

    @property
    def timecodes(self) -> Sequence[str]:
        """The time code at which each claim is heard; empty where the document was not recorded."""
        return [self.document.heard_at(claim.span.start) for claim in self.claims] if self.document.marks else ()

    def with_now(self, desk: Desk, claim: str) -> BenchCase:
        """Return a copy with one claim in its current reading, which may have been corrected in another window."""
        now = desk.claim(claim)
        if now in self.claims:
            return self
        return replace(self, claims=[now if each.id == now.id else each for each in self.claims])

    def as_decided(self, verdict: Verdict) -> BenchCase:
        """Return a copy with a new verdict in the row of its claim."""
        row = self.rows.get(verdict.claim)
        if row is None:
            return self
        holder = verdict.taken.holder if verdict.taken else ""
        now = replace(
            row, stage=verdict.stage.value, rating=verdict.rating, deferred=verdict.deferred, tags=verdict.tags,
            until=verdict.until, holder=holder, withheld=verdict.withheld,
        )  # fmt: skip
        return replace(self, rows={**self.rows, row.id: now})

    def number(self, claim: str) -> int:
        """Return the number of a claim, from 1; the first where it is not among them."""
        return next((n for n, each in enumerate(self.claims, start=1) if each.id == claim), 1)


def open_case(desk: Desk, claim: str) -> BenchCase:
    """Return the case that a claim belongs to. Raises NoSuchRecordError."""
    document = desk.document(desk.claim(claim).document)
    claims = desk.claims_in(document.id)
    if not claims:
        raise NoSuchRecordError("claim", claim)
    return BenchCase(document, claims, stages(desk, document.id))


def stages(desk: Desk, document: str) -> Mapping[str, ClaimRow]:
    """Return the row of each claim of a document, which has its stage, by its id."""
    wanted = ClaimFilter(document=document, order="text")
    rows: dict[str, ClaimRow] = {}
    while page := desk.claims(wanted, len(rows), PAGE):
        rows.update((row.id, row) for row in page)
        if len(page) < PAGE:
            break
    return rows


def seen_before(desk: Desk, researched: Researched | None) -> Sequence[Seen] | None:
    """Return where the same was said before, with the day; None before it was searched."""
    if researched is None:
        return None
    return [Seen(known, _said(desk, known.id)) for known in researched.known]


def _said(desk: Desk, claim: str) -> date | None:
    try:
        return desk.claim(claim).said
    except NoSuchRecordError:
        return None


def findings_for(researched: Researched | None, row: CandidateRow | None) -> tuple[Finding, ...]:
    """Return the findings to show: the reviewer's formulas, the candidate's, then the claim's own arithmetic."""
    if researched is None:
        return ()
    ref = row.candidate.series.ref if row else None
    formulas = [f for f in researched.findings if f.formula]
    of_series = [f for f in researched.findings if f.series is not None and f.series.ref == ref and not f.formula]
    own = [f for f in researched.findings if f.series is None and not f.formula]
    return (*formulas, *of_series, *own)
