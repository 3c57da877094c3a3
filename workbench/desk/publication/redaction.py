"""Redacts exports: readers get only what was published, and nobody gets a path of this machine.

A report in a reader's format (a page, ClaimReview) leaves the newsroom. Unfinished claims, notes and first ratings of colleagues, and
the other speeches on the desk are not for readers; `drafts` includes them on purpose, and the report says so. The desk's own formats
(CSV, JSON) contain every requested claim. No format contains local paths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from workbench.core.attachment import Attachment
from workbench.core.candidate import SeenBefore
from workbench.core.changed_copy import changed_copy
from workbench.core.failures.publish_errors import NothingGoesOutError
from workbench.core.report import Entry, Report
from workbench.core.reviews.published import as_published, first_published, last_corrected
from workbench.core.verdict import Stage, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.entry_paging import of_entries, only
from workbench.desk.publication.entry_sightings import WithSightings
from workbench.desk.publication.hint_removal import without_hints
from workbench.desk.publication.local_paths_in_reports import without_local_paths
from workbench.desk.publication.report_title import title_of
from workbench.desk.publication.report_totals import summary
from workbench.ports import Exporter
from workbench.report.language import language_of


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A report as exported in one format, and what was left out of it.

    Attributes:
        report: The report.
        left_out: How many claims of each stage were left out because they are not published.
        disputed: How many published claims have a later rating that differs from the published one.
        for_readers: Whether the format is for readers; the desk's own formats may be empty.
    """

    report: Report
    left_out: Mapping[str, int]
    disputed: int = 0
    for_readers: bool = True

    def check(self, how: str) -> None:
        """Raise NothingGoesOutError where no claim is left; `how` says how to include those that were left out."""
        if not self.report.entries:
            raise NothingGoesOutError(self.notices(how))

    def notices(self, how: str) -> tuple[str, ...]:
        """List notices about omitted claims, one sentence each; `how` says how to include them."""
        left = sum(self.left_out.values())
        stages = ", ".join(f"{count:,} {stage}" for stage, count in self.left_out.items())
        few = "1 claim is" if left == 1 else f"{left:,} claims are"
        left_out_notice = (f"{few} left out, not being published ({stages}). {how}",) if left else ()
        one = "1 published claim is" if self.disputed == 1 else f"{self.disputed:,} published claims are"
        differ = f"{one} disputed since: the rating that readers have stands until the reviewers agree."
        return (*left_out_notice, differ) if self.disputed else left_out_notice


def outgoing(ports: DeskPorts, made: Report, exporter: Exporter | None = None, *, drafts: bool = False) -> Outgoing:
    """Redact a report for a format.

    Args:
        ports: The parts of the desk.
        made: The report with every requested claim.
        exporter: The format; None for readers in general. One that does not say that it is the desk's own (`for_readers` is False) is for readers.
        drafts: Whether to include unpublished claims, marked as drafts.
    """
    if exporter is None or getattr(exporter, "names_sightings", False):
        made = replace(made, entries=only(made.entries, of_entries(made.entries), WithSightings(ports)))
    if not getattr(exporter, "for_readers", True):
        return Outgoing(without_local_paths(ports, made), {}, for_readers=False)
    if drafts:
        entries = only(made.entries, of_entries(made.entries), _gone)
        return Outgoing(without_local_paths(ports, replace(made, drafts=True, entries=entries)), {})
    standing, t = of_entries(made.entries), language_of(made)
    there = {key: each for key, each in standing.items() if each.out}
    left = Counter(each.stage.value for each in standing.values() if not each.out)
    title = (
        title_of(ports, made.entries, there, t)
        if made.title == title_of(ports, made.entries, standing, t)
        else made.title
    )
    entries = only(made.entries, there, partial(_published, ports))
    report = replace(made, title=title, entries=entries, summary=summary(there.values(), made.scale, out=True))
    disputed = sum(each.disputed for each in there.values())
    return Outgoing(without_local_paths(ports, report), dict(sorted(left.items())), disputed)


def _published(ports: DeskPorts, entry: Entry) -> Entry | None:
    """Reduce a claim to its published verdict and history; None where it is not published."""
    verdict = as_published(entry.verdict)
    if verdict is None:
        return None
    known = _told_once(known for known in entry.known if _known_before(ports, known, verdict))
    shown = changed_copy(without_hints(entry), verdict=verdict, known=known, attached=_attached_before(entry, verdict))
    return shown if verdict.ratings else _withdrawn(shown)


def _gone(entry: Entry) -> Entry:
    """Reduce a claim whose verdict was withdrawn; any other is unchanged."""
    verdict = as_published(entry.verdict) if entry.verdict.stage is Stage.WITHDRAWN else None
    return without_hints(entry) if verdict is None else _withdrawn(replace(entry, verdict=verdict))


def _withdrawn(entry: Entry) -> Entry:
    """Reduce a withdrawn claim to what was said and the withdrawal, without the evidence."""
    words = replace(entry.claim.report_words, summary="", context="")
    return replace(
        entry, claim=replace(entry.claim, report_words=words), findings=(), known=(), elsewhere=(), searched="", problems=(),
        corrections=(), attached=(),
    )  # fmt: skip


def _known_before(ports: DeskPorts, known: SeenBefore, verdict: Verdict) -> bool:
    """Check whether another claim was published at this one's last release: unpublished claims are not revealed."""
    other = first_published(fold_reviews(known.id, "", ports.store.reviews(known.id))) if known.id else None
    mine = last_corrected(verdict) or first_published(verdict)
    return other is not None and mine is not None and other <= mine


def _told_once(known: Iterable[SeenBefore]) -> tuple[SeenBefore, ...]:
    """Keep the first of several claims of which readers are told the same."""
    told: dict[tuple[object, ...], SeenBefore] = {}
    for each in known:
        told.setdefault((each.relationship, each.text, each.because), each)
    return tuple(told.values())


def _attached_before(entry: Entry, verdict: Verdict) -> tuple[Attachment, ...]:
    """Select the attachments from before the claim's last release; later ones are published with the next release."""
    if not entry.attached:
        return ()
    mine = last_corrected(verdict) or first_published(verdict)
    return tuple(each for each in entry.attached if mine is not None and each.at <= mine)


# --- paths ---------------------------------------------------------------------------------------------
