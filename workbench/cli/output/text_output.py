"""Format claims, candidates and findings as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from workbench.compare.finding_words import said, with_unit
from workbench.compare.providers.side_by_side import SideBySide, side_by_side
from workbench.core.attachment import Attachment, standing_attachments
from workbench.core.candidate import Usability
from workbench.core.claim import Claim
from workbench.core.corrections.correction import FOR_READERS, Correction, Slot
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.number import shown
from workbench.core.place import place_name
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.rating import RatingScale
from workbench.core.score import OWN_PART
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.ports import CandidateRow, Researched
from workbench.report.amendment_words import amended_words
from workbench.report.attachment_records import attached_citation
from workbench.report.decision_words import aimed, deferred_words, held_by, sentence
from workbench.report.figure_citations import asked_words, citing, source_phrases
from workbench.report.figure_formatting import figure_of
from workbench.report.recording_links import heard_words
from workbench.report.slot_words import slots_of

MARK = {
    "open": "o",
    "taken": "t",
    "draft": "v",
    "approved": "v",
    "published": "=",
    "corrected": "=",
    "withdrawn": "-",
    "dismissed": "x",
    "aside": "~",
}


_DEFINITION = 300
"""Most characters of a publisher's definition on a terminal. The JSON has all of it."""


def claim_lines(claim: Claim, heard: str = "") -> Iterator[str]:
    """Yield a claim and its reading; for a recording also when it is heard ("heard at 00:12:31")."""
    yield f"{claim.id}  {claim.kind.upper()}  “{claim.quote}”"
    slots = [f"measure: {claim.measure_said}" if claim.measure else ""]
    slots += [f"claimed: {figure}" if (figure := _claimed(claim)) else ""]
    slots += [f"period: {claim.period.value}" if claim.period else "period: not named"]
    if claim.change and claim.change.value.base:
        slots.append(f"base: {claim.change.value.base}")
    slots.append(f"place: {place_name(claim.place)}" if claim.place else "place: not named")
    yield "  " + " · ".join(slot for slot in slots if slot)
    who = claim.attribution.speaker if claim.attribution else None
    day = f"said {claim.said.isoformat()}" if claim.said else "day unknown"
    by = f"by {who.name}" + (f", {who.role}" if who.role else "") if who else "by nobody named"
    at = f", {heard}" if heard else ""
    yield f"  {day} {by} ({claim.attribution.how.value if claim.attribution else 'not attributed'}){at}"
    parts = " + ".join(f"{part.name} {part.share:.2f}" for part in claim.worth if part.share)
    if claim.by_hand is not None:
        yield f"  {claim.by_hand.in_words}"
    words = slots_of(claim)
    yield from (f"  {each.value}: {words[each]}" for each in FOR_READERS if each is not Slot.ROLE and words[each])
    yield f"  worth {claim.worth_score:.2f} = {parts}"
    yield from (f"  {part.name}: {part.because}" for part in claim.worth if part.name == OWN_PART)
    for note in claim.notes:
        yield f"  ! {note.message}"


def _claimed(claim: Claim) -> str:
    """Return the claimed figure and what it counts; for a change its sign, or its values before and after."""
    if claim.change is None:
        return said(claim.amount.value, claim.amount.value.unit) if claim.amount else ""
    return " ".join(figure_of(claim).split())


def heard_in(desk: Desk, claim: Claim) -> str:
    """Return when a claim is heard, with the link that starts there; empty where its document is no recording."""
    return heard_words(desk.document(claim.document), claim.span.start)


def candidate_lines(rows: tuple[CandidateRow, ...], limit: int = 12) -> Iterator[str]:
    """Yield candidates with the parts of their scores: usable ones, unsure ones, then excluded ones with reasons."""
    for number, row in enumerate(rows[:limit], start=1):
        candidate = row.candidate
        sign = "x" if candidate.barred else str(number) if candidate.usable else "?"
        yield f"  {sign:>2} {candidate.score:.2f}  {candidate.series.title}  ({candidate.series.ref})"
        if candidate.barred:
            yield f"       excluded: {candidate.barred}"
            continue
        if candidate.doubt:
            yield f"       not sure: {candidate.doubt}"
        for part in candidate.parts:
            yield f"       {part.name} {part.share:.2f}: {part.because}"
        if row.failed:
            yield f"       ! no figures: {row.failed}"


def finding_lines(finding: Finding, bodies: Mapping[str, Snapshot]) -> Iterator[str]:
    """Yield a finding: outcome, arithmetic step by step, what would make it true (``?``), caveats (``!``)."""
    yield f"  {finding.agreement.words}  {finding.title}"
    if finding.why:
        yield f"    {finding.why}"
    for number, step in enumerate(finding.trace.steps, start=1):
        yield f"    {number}  {step.says}"
    if finding.claimed is not None:
        within = f" in {finding.claimed_range}" if finding.claimed_range else ""
        yield f"    claimed {with_unit(shown(finding.claimed), finding.claimed, finding.unit)}{within}"
    if finding.slips:
        yield "    what would make it true, which is no agreement:"
    for slip in finding.slips:
        yield f"    ? {slip.says}"
        yield from (f"       {arithmetic}" for arithmetic in slip.lines(finding.trace))
    for caveat in finding.caveats:
        yield f"    ! {caveat.says}"
    yield from _source_lines(finding, bodies)
    behind = (bodies.get(cell.snapshot) for cell in finding.evidence())
    for sample in sorted({body.sample for body in behind if body is not None and body.sample}):
        yield f"    ! sample answer of {sample}, not live"


def _source_lines(finding: Finding, bodies: Mapping[str, Snapshot]) -> Iterator[str]:
    """Yield notes on the figures: publisher, age, methodology, and notices of the source."""
    citation = citing(finding)
    asked = asked_words(finding, bodies.get)
    who = " · ".join(part for part in (citation.publisher, asked, citation.licence, citation.page) if part)
    if who and finding.trace.evidence():
        yield f"    source: {who}"
    counts = shorten(citation.definition, _DEFINITION, placeholder=" …")
    if counts:
        yield f"    counts: {counts}"
    if said := source_phrases(finding, counts):
        yield f"    figures: {'; '.join(said)}"
    if citation.method:
        yield f"    method: {citation.method}"
    for note in finding.notes:
        yield f"    · {note}"


def elsewhere_lines(one: CheckedElsewhere) -> Iterator[str]:
    """Yield fact checks by others: publisher, rating in their words, day, link, and how the checked claim differs."""
    yield f"  checked elsewhere: {one.says}{f', {one.check.url}' if one.check.url else ''}"
    yield f"       {one.known.relationship.value}: “{one.check.text}” {one.known.because or 'The same slots.'}"


def research_lines(desk: Desk, researched: Researched, *, candidates: int = 3) -> Iterator[str]:
    """Yield all results of research."""
    if researched.ahead:
        yield f"  researched ahead by the machine, {researched.at:%Y-%m-%d %H:%M} UTC; no reviewer asked for it yet"
    for known in researched.known:
        yield f"  seen before: {known.relationship.value}, “{known.text}”"
        yield f"       {known.because or 'the same slots'}"
    for one in researched.elsewhere:
        yield from elsewhere_lines(one)
    yield from offered_lines(desk, desk.claim(researched.claim))
    usable = tuple(row for row in researched.candidates if row.candidate.usable)
    have = Counter(row.candidate.usability for row in researched.candidates)
    unsure = f"{have[Usability.WEAK]} unsure, " if have[Usability.WEAK] else ""
    yield f"  candidates: {have[Usability.USABLE]} usable, {unsure}{have[Usability.EXCLUDED]} excluded"
    yield from candidate_lines(usable, candidates)
    if not usable:
        yield f"  {researched.searched}"
    bodies = bodies_of(desk, researched.findings)
    for finding in researched.findings:
        yield from finding_lines(finding, bodies)
    for table in side_by_side(researched.findings):
        yield from source_lines(table)
    for problem in researched.loose:
        yield f"  ! {problem}"


def offered_lines(desk: Desk, claim: Claim) -> Iterator[str]:
    """Yield saved formulas of similar claims: who wrote each, when, for what, and how to run it here."""
    from workbench.formula.language.short_names import short_text

    for each in desk.offered_formulas(claim):
        text = short_text(each.general)
        yield f"  formula of {each.reviewer}, {each.at:%Y-%m-%d}, for “{each.quote}”: {text}"
        yield f"       workbench formula {claim.id} --use {each.id}"


def source_lines(table: SideBySide) -> Iterator[str]:
    """Yield the comparison of sources: publisher, figure, agreement, and differences from the first."""
    yield f"  SOURCES  {'the same but for rounding' if table.agree else f'they disagree by {table.spread}'}"
    width = max(len(side.figure) for side in table.sides)
    for side in table.sides:
        yield f"    {side.figure:>{width}}  {side.finding.agreement.words:<9}  {side.who}: {side.series.title}"
        yield from (f"    {'':>{width}}  · {phrase}" for phrase in side.differs)


def bodies_of(desk: Desk, findings: tuple[Finding, ...]) -> dict[str, Snapshot]:
    """Return the records of the archived bodies behind some findings, by their ids."""
    keys = {evidence.snapshot for finding in findings for evidence in finding.evidence()}
    found = ((key, desk.archive.snapshot(key)) for key in keys)
    return {key: snapshot for key, snapshot in found if snapshot is not None}


def correction_lines(given: Sequence[Correction]) -> Iterator[str]:
    """Yield corrections, oldest first; those taken back are marked."""
    gone = {each.undoes for each in given}
    for each in (each for each in given if not each.undoes):
        undone = "  (taken back)" if each.id in gone else ""
        yield f"  put right: {each.slot.value}: {each.change} by {each.reviewer}, {each.at:%Y-%m-%d %H:%M}{undone}"


def amendment_lines(desk: Desk, claim: Claim) -> Iterator[str]:
    """Yield the amendments that added or removed a claim, oldest first, and whether it is set aside."""
    given = desk.amending.of_claim(claim)
    gone = {each.undoes for each in given}
    for each in (each for each in given if not each.undoes):
        undone = "  (taken back)" if each.id in gone else ""
        yield f"  {each.at:%Y-%m-%d %H:%M} {each.reviewer} {amended_words(each)}{undone}"
    if why := desk.amending.why_aside(claim):
        yield f"  ~ set aside: {why}"


def attached_lines(given: Sequence[Attachment]) -> Iterator[str]:
    """Yield attachments, oldest first; those taken back are marked."""
    standing = {each.id for each in standing_attachments(given)}
    for each in (each for each in given if not each.undoes):
        undone = "" if each.id in standing else "  (taken back)"
        yield f"  attached {each.id}: {attached_citation(each).says}{undone}"


def verdict_lines(verdict: Verdict, scale: RatingScale, awaited: str = "") -> Iterator[str]:
    """Yield the verdict, what it still needs, and the whole history."""
    label = scale.label(verdict.rating) or "none yet"
    if verdict.ratings:
        label = "disputed" if verdict.disputed else (verdict.ratings[-1].given_on or scale).label(verdict.rating)
    taken = f" by {held_by(verdict.taken)}" if verdict.taken else ""
    deferred = f", {words}" if (words := deferred_words(verdict, "deferred")) else ""
    yield f"  verdict: {label} ({verdict.stage.value}{taken}{deferred})"
    if len(verdict.ratings) > 1:
        yield from (f"    {r.reviewer}: {(r.given_on or scale).label(r.rating)}" for r in verdict.ratings)
    if awaited:
        yield f"    ! {sentence(awaited)}"
    for review in verdict.history:
        undone = "" if review.id in verdict.standing or review.action.value == "undo" else "  (undone)"
        what = f"{review.action.value} {review.rating or ''}".strip() + aimed(review)
        note = f": {review.note}" if review.note else ""
        yield f"    {review.at:%Y-%m-%d %H:%M} {review.reviewer}: {what}{note}{undone}"
