"""Redacts exports: readers get what was published, and nobody gets a path of this machine.

A report in a reader's format (a page, ClaimReview) is sent on. Claims that are still being worked on, the notes
and first ratings of colleagues, and what other speeches lie on the desk are not for its readers; `drafts` lets them in on purpose, and
the report says so. The desk's own formats (CSV, JSON) hold every claim that was asked for. None of either says where a file lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, partial
from typing import Any

from workbench.core.attachment import Attachment, Passage
from workbench.core.candidate import Known
from workbench.core.claim import Claim
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.interval import Interval
from workbench.core.local_path import file_name, is_local, without_paths
from workbench.core.prior import PriorCheck
from workbench.core.published import as_published, first_published, last_corrected
from workbench.core.report import Entry, Publisher, Report
from workbench.core.series import Observation
from workbench.core.text import Document
from workbench.core.verdict import RatingScale, Stage, Verdict, fold_reviews
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Exporter

_AS_THEY_ARE = (Claim, Evidence, Passage, Observation, Interval, RatingScale, Publisher)
_WORDS = {Document: "text", Known: "text", PriorCheck: "text"}
"""Text fields that are left as they are, since they quote a speaker."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A report as it goes out in one format, and what was left out of it.

    Attributes:
        report: The report.
        left_out: How many claims of each stage were left out because readers do not have them.
        disputed: How many published claims have a rating since that differs from the one that readers have.
    """

    report: Report
    left_out: Mapping[str, int]
    disputed: int = 0

    def says(self, how: str) -> tuple[str, ...]:
        """Notices about omitted claims, a sentence each; `how` says how to include them."""
        left = sum(self.left_out.values())
        stages = ", ".join(f"{count:,} {stage}" for stage, count in self.left_out.items())
        few = "1 claim is" if left == 1 else f"{left:,} claims are"
        told = (f"{few} left out, not being published ({stages}). {how}",) if left else ()
        one = "1 published claim is" if self.disputed == 1 else f"{self.disputed:,} published claims are"
        differ = f"{one} disputed since: the rating that readers have stands until the reviewers agree."
        return (*told, differ) if self.disputed else told


def outgoing(ports: DeskPorts, made: Report, exporter: Exporter | None = None, *, drafts: bool = False) -> Outgoing:
    """A report as it may go out in a format.

    Args:
        ports: What lies on the desk.
        made: The report with every claim that was asked for.
        exporter: The format; None for readers in general. One that does not say that it is the desk's own (`for_readers` is False) is for readers.
        drafts: Whether claims that are not published go out too, marked as drafts.
    """
    if not getattr(exporter, "for_readers", True):
        return Outgoing(without_local_paths(ports, made), {})
    if drafts:
        entries = tuple(_gone(entry) for entry in made.entries)
        return Outgoing(without_local_paths(ports, replace(made, drafts=True, entries=entries)), {})
    entries = tuple(_published(ports, made.entries))
    there = {entry.claim.id for entry in entries}
    left = Counter(entry.verdict.stage.value for entry in made.entries if entry.claim.id not in there)
    disputed = sum(entry.verdict.disputed for entry in made.entries if entry.claim.id in there)
    keys = {key for entry in entries for finding in entry.findings for key in finding.rests_on()}
    bodies = {key: body for key, body in made.snapshots.items() if key in keys}
    title = title_of(entries) if made.title == title_of(made.entries) else made.title
    report = replace(made, title=title, entries=entries, snapshots=bodies)
    return Outgoing(without_local_paths(ports, report), dict(sorted(left.items())), disputed)


def title_of(entries: Sequence[Entry]) -> str:
    """Default title of a report: that of its only document, else the number of claims."""
    titles = {entry.document.title for entry in entries}
    few = "1 claim checked" if len(entries) == 1 else f"{len(entries)} claims checked"
    return (titles.pop() if len(titles) == 1 else "") or few


def _published(ports: DeskPorts, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The claims that readers have, with the verdict and the history that they have."""
    for entry in entries:
        verdict = as_published(entry.verdict)
        if verdict is not None:
            known = tuple(known for known in entry.known if _known_before(ports, known, verdict))
            shown = replace(entry, verdict=verdict, known=known, attached=_attached_before(entry, verdict))
            yield shown if verdict.ratings else _withdrawn(shown)


def _gone(entry: Entry) -> Entry:
    """A claim whose verdict was withdrawn, as that; any other as it is."""
    verdict = as_published(entry.verdict) if entry.verdict.stage is Stage.WITHDRAWN else None
    return entry if verdict is None else _withdrawn(replace(entry, verdict=verdict))


def _withdrawn(entry: Entry) -> Entry:
    """A withdrawn claim as readers see it: what was said, and that the verdict is withdrawn; nothing that it rested on."""
    return replace(entry, findings=(), known=(), elsewhere=(), searched="", problems=(), corrections=(), attached=())


def _known_before(ports: DeskPorts, known: Known, verdict: Verdict) -> bool:
    """Whether another claim was published when this one was given to readers last: what else lies on the desk is not told."""
    other = first_published(fold_reviews(known.id, "", ports.store.reviews(known.id))) if known.id else None
    mine = last_corrected(verdict) or first_published(verdict)
    return other is not None and mine is not None and other <= mine


def _attached_before(entry: Entry, verdict: Verdict) -> tuple[Attachment, ...]:
    """What lay beside the claim when readers were given its verdict last; what was attached since goes out with the next one."""
    mine = last_corrected(verdict) or first_published(verdict)
    return tuple(each for each in entry.attached if mine is not None and each.at <= mine)


# --- paths ---------------------------------------------------------------------------------------------


def without_local_paths(ports: DeskPorts, report: Report) -> Report:
    """A report with the file's name for every path of a machine; what somebody said is quoted as it was said."""
    known = {entry.document.origin for entry in report.entries} | {body.url for body in report.bodies}
    known |= {source.info.url for source in ports.own}
    named = partial(_named, tuple(sorted(place for place in known if is_local(place))))
    return replace(
        report,
        title=named(report.title),
        entries=tuple(_clean(entry, named) for entry in report.entries),
        snapshots={key: _clean(body, named) for key, body in report.snapshots.items()},
    )


def _named(known: tuple[str, ...], words: str) -> str:
    return file_name(words) if words in known else without_paths(words, known)


def _clean(noun: Any, named: Any) -> Any:
    """A noun with every text in it cleaned, itself where nothing was to be done."""
    if isinstance(noun, str):
        return named(noun) if type(noun) is str else noun  # the words of an enumeration are ours
    if isinstance(noun, tuple):
        return tuple(_clean(each, named) for each in noun)
    if not is_dataclass(noun) or isinstance(noun, (*_AS_THEY_ARE, type)):
        return noun
    if isinstance(noun, Verdict):
        return _clean_verdict(noun, named)
    found = {name: getattr(noun, name) for name in _names(type(noun))}
    new = {name: _clean(value, named) for name, value in found.items()}
    changed = {name: value for name, value in new.items() if value != found[name]}
    if isinstance(noun, Snapshot) and is_local(noun.url):
        changed["url"] = file_name(noun.url)
    if isinstance(noun, Document) and is_local(noun.origin):
        changed["origin"] = file_name(noun.origin)
    return replace(noun, **changed) if changed else noun


def _clean_verdict(verdict: Verdict, named: Any) -> Verdict:
    """A verdict whose reviews are cleaned; those that counted count, though the id of a review is made of its words."""
    clean = {review.id: _clean(review, named) for review in verdict.history}
    return replace(
        verdict,
        history=tuple(clean.values()),
        standing=frozenset(new.id for key, new in clean.items() if key in verdict.standing),
        ratings=tuple(clean.get(review.id, review) for review in verdict.ratings),
        out=None if verdict.out is None else clean.get(verdict.out.id, verdict.out),
    )


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != _WORDS.get(kind))
