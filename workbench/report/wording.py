"""Sentences that several formats print in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.compare.finding_words import with_unit
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import FOR_READERS, Correction
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.interval import Interval
from workbench.core.number import shown
from workbench.core.place import place_name
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.rating import Rating
from workbench.core.report import Entry, Report
from workbench.core.series import Series
from workbench.core.trace import Trace
from workbench.core.verdict import PUBLIC, Action, Review, Stage
from workbench.report.amendment_words import amended_words
from workbench.report.figure_citations import citing, source_phrases
from workbench.report.language import ENGLISH, ReaderLanguage, language_of
from workbench.report.public_change_words import public_change_words
from workbench.report.recording_links import heard_link
from workbench.report.reviewer_names import reviewer_names

DEFINITION = 400
"""Maximum number of characters of a publisher's definition in a report. JSON and CSV have all of it."""


def one_line(text: str) -> str:
    """Collapse every run of white space in a text to one space."""
    return " ".join(text.split())


def said_parts(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[str]:
    """List the parts of a claim's attribution: the speaker with the role, the place, the day, and the time in a recording."""
    claim, document = entry.claim, entry.document
    who = claim.attribution.speaker if claim.attribution else None
    name = (f"{who.name}, {who.role}" if who.role else who.name) if who else t("claim.nobody")
    by_code = document.place_name in {"", document.place}  # a record's place name may be only its code
    where = place_name(document.place) if by_code else document.place_name
    day = t.day(claim.said) if claim.said else t("claim.day_unknown")
    heard_at = document.heard_at(claim.span.start)
    heard = t("claim.heard_at", time=heard_at) if heard_at else ""
    return [part for part in (name, where, day, heard) if part]


def said_by(entry: Entry, t: ReaderLanguage = ENGLISH) -> str:
    """Write the attribution of a claim on one line."""
    return ", ".join(said_parts(entry, t))


def hear(entry: Entry, t: ReaderLanguage = ENGLISH) -> tuple[str, str]:
    """Make the words of a link that starts the recording at the claim, and the link; both empty where there is none."""
    start = entry.claim.span.start
    link = heard_link(entry.document, start)
    return (t("claim.hear", time=entry.document.heard_at(start)), link) if link else ("", "")


def rating_of(entry: Entry, report: Report) -> Rating | None:
    """Find the current rating on the scale on which it was given; None while the claim is open or disputed."""
    scale = report.scale_of(entry)
    return next((r for r in scale.ratings if r.key == entry.verdict.rating), None) if scale else None


def meaning_of(entry: Entry, report: Report) -> str:
    """Say what the rating means on its scale; empty for one on the ladder that rests on no figure or attached evidence: the note gives its reason.

    "False: the official figures say otherwise" would be wrong for a verdict that was given because no office counts the thing.
    """
    rating = rating_of(entry, report)
    measured = any(
        found.measured is not None and found.trace.evidence() for found in entry.findings
    )  # not the claim's own arithmetic
    if rating is None or (rating.value is not None and not measured and not entry.attached):
        return ""
    return rating.meaning


_UNPUBLISHED = {
    Stage.DRAFT: "verdict.as_draft",
    Stage.APPROVED: "verdict.as_approved",
    Stage.WITHDRAWN: "verdict.as_withdrawn",
}


def verdict_words(entry: Entry, report: Report) -> str:
    """Write the verdict in words; a claim without one says so and never looks like "false"."""
    verdict, rating, t = entry.verdict, rating_of(entry, report), language_of(report)
    if verdict.stage is Stage.WITHDRAWN and not verdict.ratings:
        return t("verdict.withdrawn")
    if verdict.disputed:
        return t("verdict.disputed", ratings="; ".join(f"{who}: {label}" for who, label in ratings_of(entry, report)))
    words = rating.label if rating else verdict.rating or t("verdict.none")
    as_it_is = _UNPUBLISHED.get(verdict.stage, "") if verdict.rating else ""
    return t(as_it_is, rating=words) if as_it_is else words


def ratings_of(entry: Entry, report: Report) -> list[tuple[str, str]]:
    """List each reviewer whose rating counts, with the words that readers see."""
    return [(one_line(review.reviewer), label_of(review, entry, report)) for review in entry.verdict.ratings]


def label_of(review: Review, entry: Entry, report: Report) -> str:
    """Find the label of a review's rating on the scale on which it was given; its key where the scale is unknown."""
    own = review.given_on or (report.scale_of(entry) if review.scale in {"", entry.verdict.scale} else None)
    return own.label(review.rating) if own else review.rating or ""


def is_draft(entry: Entry) -> bool:
    """Check whether the verdict was never published; a withdrawn one was."""
    verdict = entry.verdict
    return not (verdict.stage in PUBLIC or (verdict.stage is Stage.WITHDRAWN and not verdict.ratings))


def changes_of(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[str]:
    """List what was corrected, updated and withdrawn since publication, one line each, the newest first."""
    return [one_line(public_change_words(change, t)) for change in reversed(entry.changes)]


def draft_words(report: Report) -> str:
    """Write the notice of a report with unpublished claims; empty for any other."""
    known = report.summary
    drafts = known.unpublished if known else sum(is_draft(entry) for entry in report.entries)
    return language_of(report).count("report.draft", drafts) if report.drafts and drafts else ""


def claimed_words(finding: Finding, t: ReaderLanguage = ENGLISH) -> str:
    """Write the claimed figure with the range that the words may mean."""
    if finding.claimed is None:
        return ""
    figure = with_unit(shown(finding.claimed), finding.claimed, finding.unit)
    return (
        t("finding.stands_for", figure=figure, range=_range(finding.claimed_range, t))
        if finding.claimed_range
        else figure
    )


def _range(within: Interval, t: ReaderLanguage) -> str:
    """Write a range in words; only JSON says whether its ends are included."""
    ends = {name: shown(end) for name, end in (("low", within.low), ("high", within.high)) if end is not None}
    if len(ends) == 1:
        return t("finding.from" if "low" in ends else "finding.to", **ends)
    return t("finding.from_to", **ends) if ends else str(within)


def beside(finding: Finding, t: ReaderLanguage = ENGLISH) -> str:
    """List the notes on the figures besides their source: age, the place's code there, notes of the series."""
    phrases = source_phrases(finding, definition_of(finding), t)
    return one_line("; ".join(each for each in phrases if each not in citing(finding).scales))


def in_full(finding: Finding) -> str:
    """Write out figures that are printed in thousands or millions, in the machine's words."""
    return "; ".join(citing(finding).scales)


def method_of(finding: Finding) -> str:
    """Find the page where the publisher says how the figures are made; empty where unknown."""
    return citing(finding).method


def definition_of(finding: Finding, limit: int = DEFINITION) -> str:
    """Shorten the publisher's definition after a word where it is long; empty where unknown."""
    words = one_line(citing(finding).definition)
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def notes_of(finding: Finding) -> list[str]:
    """List source notices, one sentence each."""
    return [one_line(str(note)) for note in finding.notes]


def slips_of(finding: Finding) -> list[str]:
    """List possible explanations, one sentence each, with arithmetic that is not shown above."""
    lines = ((slip.says, "; ".join(slip.lines(finding.trace))) for slip in finding.slips)
    return [one_line(f"{sentence} ({arithmetic})" if arithmetic else sentence) for sentence, arithmetic in lines]


def elsewhere_of(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[tuple[str, str, str]]:
    """List reviews by others: who, the rating in its own words, how their claim relates to ours, the address."""
    return [(one_line(_theirs(one, t)), _next_to_ours(one, t), one.check.url) for one in entry.elsewhere]


def _theirs(one: CheckedElsewhere, t: ReaderLanguage) -> str:
    """Say who checked it, with the rating in its own words, and when."""
    check = one.check
    rating = t("claim.their_words", rating=check.rating) if check.rating else t("claim.no_rating")
    day = check.reviewed.isoformat() if check.reviewed else t("claim.day_unknown")
    return f"{check.publisher or check.url}, {rating}, {day}"


def _next_to_ours(one: CheckedElsewhere, t: ReaderLanguage) -> str:
    return one_line(f"{t(f'claim.{one.known.relationship}')}: “{one.check.text}” {one.known.because}")


def unheard(entry: Entry) -> list[str]:
    """List what went wrong with the sources, for a claim without a figure of any series."""
    return [] if any(f.series for f in entry.findings) else [one_line(str(problem)) for problem in entry.problems]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a report prints it."""

    title: str
    publisher: str
    licence: str
    page: str
    query: str
    fetched: str
    sha256: str
    sample: str


def citations(finding: Finding, report: Report) -> list[Citation]:
    """Cite each archived body that a finding and its slips use, once, with its exact request and day."""
    return [
        _citation(series, finding.title, body, language_of(report)) for series, body in cited_bodies(finding, report)
    ]


def cited_bodies(finding: Finding, report: Report) -> list[tuple[Series | None, Snapshot]]:
    """List each archived body that a finding and its slips use, once, with the series that was read from it."""
    read = {body: each.series for each in finding.reads for body in each.bodies}  # a formula reads several series
    behind = {key: read.get(key, finding.series) for key in _bodies(finding.trace)}
    for slip in finding.slips:
        behind |= {key: slip.series or finding.series for key in _bodies(slip.trace) if key not in behind}
    found = ((report.body(finding, key), series) for key, series in behind.items())
    return [(series, snapshot) for snapshot, series in found if snapshot is not None]


def _bodies(trace: Trace) -> dict[str, None]:
    """List the archived bodies that a calculation uses, in its order."""
    return dict.fromkeys(evidence.snapshot for evidence in trace.evidence())


def _citation(series: Series | None, title: str, snapshot: Snapshot, t: ReaderLanguage) -> Citation:
    return Citation(
        title=series.title if series else title,
        publisher=series.publisher if series else "",
        licence=series.licence if series else "",
        page=series.url if series else "",
        query=snapshot.url,
        fetched=f"{snapshot.fetched:%Y-%m-%d %H:%M} UTC",
        sha256=snapshot.id,
        sample=t("source.sample", sample=snapshot.sample) if snapshot.sample else "",
    )


def history_lines(entry: Entry, report: Report) -> list[str]:
    """List every review that the report may show, and every edit of the reading, oldest first."""
    t, named = language_of(report), reviewer_names(entry, report)
    lines = [*_corrections(entry.corrections, t), *_amendments(entry.amendments, t), *_reviews(entry, report, t)]
    return [
        f"{at:%Y-%m-%d %H:%M} UTC, {named(who)}: {t('history.taken_back', what=what) if gone else what}"
        for at, who, what, gone in sorted(lines, key=lambda each: each[0])
    ]


_Line = tuple[datetime, str, str, bool]
"""When, who, what, and whether it was taken back."""


def _reviews(entry: Entry, report: Report, t: ReaderLanguage) -> Iterator[_Line]:
    for review in entry.verdict.history:
        what = f"{t(f'history.{review.action}')} {label_of(review, entry, report)}".strip()
        note = f": {one_line(review.note)}" if review.note else ""
        undone = review.id not in entry.verdict.standing and review.action is not Action.UNDO
        yield review.at, review.reviewer, f"{what}{note}", undone


def _corrections(given: Sequence[Correction], t: ReaderLanguage) -> Iterator[_Line]:
    """Yield the corrections of the reading, and the words written for readers."""
    gone, nothing = {each.undoes for each in given}, t("history.nothing")
    for each in (each for each in given if not each.undoes):
        kind = "history.worded" if each.slot in FOR_READERS else "history.edited"
        change = one_line(f"{each.before or nothing} → {each.after or nothing}")
        yield each.at, each.reviewer, t(kind, slot=t(f"slot.{each.slot}"), change=change), each.id in gone


def _amendments(given: Sequence[Amendment], t: ReaderLanguage) -> Iterator[_Line]:
    """Yield how a person added or removed a claim."""
    gone = {each.undoes for each in given}
    for each in (each for each in given if not each.undoes):
        yield each.at, each.reviewer, one_line(amended_words(each, t)), each.id in gone
