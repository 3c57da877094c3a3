"""Describe claims, candidates and findings in sentences, one per line, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from workbench.compare.finding_words import with_unit
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.core.place import place_name
from workbench.core.rating import RatingScale
from workbench.core.verdict import Verdict
from workbench.ports import CandidateRow, ClaimRow, Progress, Researched
from workbench.report.decision_words import deferred_words, done_words, given_label, held_by, row_rating, sentence
from workbench.report.figure_citations import citing
from workbench.report.figure_formatting import figure_of, number
from workbench.report.list_headline import short_headline
from workbench.tui.bench_state import BenchCase
from workbench.tui.safe_text import one_line


def row_line(place: int, row: ClaimRow, scale: RatingScale) -> str:
    """Describe a claim of the queue: its number there, its words, and its place."""
    state = row_rating(row, scale.label) or row.stage
    parts = (row.speaker, _day(row.said), "" if row.headline else place_name(row.place))
    about = ", ".join(part for part in parts if part)
    off = f" {words}." if (words := deferred_words(row, "Deferred")) else ""
    has = f", {row.holder} has it" if row.holder else ""
    return f"{place}. {one_line(row.headline or row.quote)}.{f' {one_line(about)}.' if about else ''} {state.capitalize()}{one_line(has)}.{off} Worth {row.worth:.2f}."


def claim_lines(case: BenchCase, claim: Claim) -> Iterator[str]:
    """Yield what was claimed, where, and how it was read."""
    yield f"Claim {case.number(claim.id)} of {len(case.claims)} in {case.where}."
    yield f"{short_headline(claim)}."
    yield f"Its words: “{one_line(claim.quote)}”. Said as: “{one_line(claim.context)}”"
    base = claim.change.value.base if claim.change else None
    slots = {
        "Kind": claim.kind.value,
        "Figure": figure_of(claim),
        "Measure": claim.measure_said,
        "Period": claim.period.value.label if claim.period else "not named",
        "Compared with": base.label if base else "",
        "Place": place_name(claim.place) if claim.place else "not named",
        "Said by": _speaker(claim),
        "On": _day(claim.said),
        "Worth": f"{claim.worth_score:.2f}",
    }
    yield " ".join(f"{name}: {one_line(value)}." for name, value in slots.items() if value)
    yield from (f"Caution: {one_line(note.message)} {one_line(note.hint)}".rstrip() for note in claim.notes)


def _speaker(claim: Claim) -> str:
    who = claim.attribution.speaker if claim.attribution else None
    return ", ".join(part for part in (who.name, who.role) if part) if who else "nobody named"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else ""


def research_lines(found: Researched | None, sources: Mapping[str, str]) -> Iterator[str]:
    """Yield the result of research: the number of candidates, the best one, and the outcome."""
    if found is None:
        yield "Not researched yet."
        return
    rows = found.candidates
    usable = sum(row.candidate.usable for row in rows)
    yield f"{_counted(len(rows), 'candidate')}, {usable} of them usable. {_counted(len(found.findings), 'finding')}."
    if not usable:
        yield found.searched
    else:
        yield candidate_line(1, rows[0], sources)
    for finding in found.findings:
        yield f"{finding.agreement.words}: {one_line(finding.title)}. {one_line(finding.why)}".rstrip()
    yield from (f"Problem: {one_line(problem)}" for problem in found.loose)


def candidate_line(place: int, row: CandidateRow, sources: Mapping[str, str]) -> str:
    """Describe a candidate: title, publisher, how sure it is, and whether it has figures."""
    candidate, ref = row.candidate, row.candidate.series.ref
    title = f"Candidate {place}: {one_line(candidate.series.title)}, of {sources.get(ref.source, ref.source)}."
    if candidate.barred is not None:
        return f"{title} Excluded: {one_line(candidate.barred)}."
    usable = f"Usable, but {one_line(candidate.coarse)}." if candidate.coarse else "Usable."
    sure = f"Not sure: {one_line(candidate.doubt)}." if candidate.doubt else usable
    figures = f"No figures: {one_line(row.failed)}" if row.failed else "Compared." if row.finding else "Not asked yet."
    return f"{title} {sure} Score {candidate.score:.2f}. {figures}"


def reason_lines(row: CandidateRow) -> Iterator[str]:
    """Yield the reasons for a candidate's rank."""
    candidate = row.candidate
    for part in candidate.parts:
        yield f"{part.name.capitalize()}, {part.share:.2f} of {part.weight:.2f}: {one_line(part.because)}"
    if candidate.series.description:
        yield f"It counts: {one_line(candidate.series.description)}"


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield the arithmetic of a finding, one step per line, and its outcome."""
    yield f"{one_line(finding.title)}."
    for place, step in enumerate(finding.trace.steps, start=1):
        yield f"Step {place}: {one_line(step.says)}."
    if finding.claimed is not None:
        within = f", which stands for {finding.claimed_range}" if finding.claimed_range else ""
        yield f"Claimed: {with_unit(number(finding.claimed), finding.claimed, finding.unit)}{within}."
    if finding.measured is not None:
        yield f"Measured: {with_unit(number(finding.measured), finding.measured, finding.unit)}."
    if finding.difference is not None:
        yield f"Difference: {number(finding.difference)}."
    yield f"Outcome: {finding.agreement.words}. {one_line(finding.why)}".rstrip()
    yield from (f"It would be true so: {one_line(slip.says)}" for slip in finding.slips)
    yield from (f"Caution: {one_line(caveat.says)}" for caveat in finding.caveats)
    citation = citing(finding)
    source = ", ".join(one_line(part) for part in (citation.publisher, citation.licence, citation.page) if part)
    if source:
        yield f"Source: {source}."
    yield from (f"Note: {one_line(note)}" for note in finding.notes)


def verdict_lines(verdict: Verdict, scale: RatingScale, awaited: str = "") -> Iterator[str]:
    """Yield the present verdict, and the ratings that can be given."""
    given = " and ".join(f"{given_label(review, scale)} by {one_line(review.reviewer)}" for review in verdict.ratings)
    off = f" {words}." if (words := deferred_words(verdict, "It was deferred")) else ""
    has = f" by {one_line(held_by(verdict.taken))}" if verdict.taken else ""
    yield f"Verdict: {given or 'none yet'}; it is {verdict.stage.value}{has}{', disputed' if verdict.disputed else ''}.{off}"
    if awaited:
        yield sentence(awaited)
    if verdict.note:
        yield f"Note: {one_line(verdict.note)}"


def rating_lines(scale: RatingScale) -> Iterator[str]:
    """Yield the ratings, each with its key and when to give it."""
    yield from (f"{rating.digit}, {rating.label.casefold()}: {one_line(rating.meaning)}" for rating in scale.ratings)


def history_lines(verdict: Verdict, scale: RatingScale) -> Iterator[str]:
    """Yield every review, oldest first."""
    for review in verdict.history:
        undone = "" if review.id in verdict.standing or review.action.value == "undo" else " This was taken back."
        note = f" “{one_line(review.note)}”" if review.note else ""
        yield f"{review.at:%d %B %Y, %H:%M}: {done_words(review, scale)} by {one_line(review.reviewer)}.{note}{undone}"


def progress_line(progress: Progress) -> str:
    """Describe finished or failed work; empty for work in progress."""
    if progress.state == "failed":
        return f"{one_line(progress.what)} failed: {one_line(progress.says)}"
    return f"{one_line(progress.what)}: asked for {one_line(progress.says)}." if progress.state == "done" else ""


def text_lines(text: str, quotes: Sequence[str]) -> Iterator[str]:
    """Yield a document's paragraphs, then the number of its claims."""
    yield from (one_line(paragraph) for paragraph in text.splitlines() if paragraph.strip())
    yield f"End of the text. It has {_counted(len(quotes), 'claim')}."


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
