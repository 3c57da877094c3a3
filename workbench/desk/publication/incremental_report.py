"""Incremental reports of what is published: checks that have not changed since an earlier run are not read again.

For each check a run records a mark: a hash over everything that the check depends on (all its rows, the fetches of the archived
bodies of its figures, and the settings of the desk and the run). A check with the same mark, whose rows match the journal and whose
bodies are intact, has not changed, and its figures are the same. All others are read and replayed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.core.rating import RatingScale
from workbench.core.report import Entry, Publisher, Report
from workbench.core.verdict import Stage
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication import pre_publication_checks, published_grounds, report_making
from workbench.desk.publication.entry_paging import Standing, only, standing_among
from workbench.desk.publication.redaction import Outgoing, outgoing
from workbench.ports import ClaimFilter, RowMarks


@dataclass(frozen=True, slots=True)
class NotedCheck:
    """What a run recorded about a published check.

    Attributes:
        mark: The hash of what it depends on; empty where it must be read again in any case.
        bodies: The archived bodies of its figures.
        scale: The scale of the rating that is shown.
        withdrawn: Whether its rating was withdrawn.
    """

    mark: str
    bodies: tuple[str, ...]
    scale: RatingScale | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class IncrementalReport:
    """The published report, and what is known about it.

    Attributes:
        going: The report, whose claims are read on iteration, and what was left out.
        noted: What to record about each of its claims, in its order.
        anew: The claims that changed since the run before.
    """

    going: Outgoing
    noted: Mapping[str, NotedCheck]
    anew: frozenset[str]


def incremental_report(
    ports: DeskPorts, wanted: ClaimFilter, title: str, language: str, *, before: Mapping[str, NotedCheck], basis: str
) -> IncrementalReport:
    """Make the report of the published claims that match.

    Args:
        ports: The parts of the desk.
        wanted: Which claims.
        title: The report's title; empty for one of its own.
        language: The language of its readers; empty for the publisher's.
        before: The records of the run before.
        basis: A hash of the run's settings: where it differs from the last run, everything is read.

    Raises:
        PublishError: A published verdict's figure can no longer be recomputed from the archive, or a row was changed from outside.
        UnknownNameError: There are no words of that language.
    """
    publisher = report_making.publisher_in(ports, language)
    rows = ports.store.claim_ids(wanted)
    standing = standing_among(ports, {key: of for key, of in rows.items() if key not in before})
    asked = [key for key in rows if key in before or standing[key].out]
    row_marks = ports.store.row_marks(asked, wanted.ids)
    pre_publication_checks.require_published_claims(ports, wanted, row_marks.lost)
    marks = _Marks(ports, _hash(basis, *_common(ports, publisher)), row_marks)
    same = marks.same({key: before[key] for key in asked if key in before})
    there = {key: _as_noted(rows[key], before[key], disputed=disputed) for key, disputed in same.items()}
    standing |= there | standing_among(ports, {key: rows[key] for key in rows if key in before and key not in there})
    every = {key: standing[key] for key in rows}
    rests = _checked(ports, every, there, publisher)
    marks.take({body for bodies in rests.values() for body in bodies})
    noted = {
        key: before[key]
        if key in there
        else NotedCheck(
            marks.of(key, rests.get(key, ()), disputed=each.disputed),
            rests.get(key, ()),
            each.scale,
            not each.rated_out,
        )
        for key, each in every.items()
        if each.out
    }
    made = report_making.of_standing(
        ports, every, publisher, title
    )  # read after the marks were computed: what changes meanwhile is read again next time
    return IncrementalReport(outgoing(ports, made), noted, frozenset(noted) - there.keys())


def _as_noted(document: str, noted: NotedCheck, *, disputed: bool) -> Standing:
    """Make the standing of an unchanged check."""
    return Standing(
        document=document,
        stage=Stage.WITHDRAWN if noted.withdrawn else Stage.PUBLISHED,
        public=not noted.withdrawn,
        out=True,
        draft=False,
        disputed=disputed,
        rated=True,
        rated_out=not noted.withdrawn,
        scale=noted.scale,
    )


def _checked(
    ports: DeskPorts, every: Mapping[str, Standing], there: Mapping[str, Standing], publisher: Publisher
) -> dict[str, tuple[str, ...]]:
    """Recompute the figures of the changed published checks; return the bodies of each."""
    out = {key: each for key, each in every.items() if each.out and key not in there}
    rests: dict[str, tuple[str, ...]] = {}
    made = report_making.of_standing(ports, out, publisher, "-")

    def note(entry: Entry) -> Entry:
        rests[entry.claim.id] = _rests_on(made, entry)
        return entry

    public = {key: each for key, each in out.items() if each.public}
    public_keys = [key for key, each in there.items() if each.public]
    pre_publication_checks.refuse_changed_claims(
        ports, public, published_grounds.of_entries(only(made.entries, public, note)), public_keys
    )
    for _ in only(made.entries, {key: each for key, each in out.items() if not each.public}, note):
        pass  # a withdrawn check shows no figure
    return rests


def _rests_on(report: Report, entry: Entry) -> tuple[str, ...]:
    bodies = {body.id for body in report.bodies_of(entry)}
    revised = {key for each in entry.revisions if each.after for key in each.after.rests_on()}
    return tuple(sorted(bodies | revised))


class _Marks:
    """The marks of checks."""

    def __init__(self, ports: DeskPorts, common: str, rows: RowMarks) -> None:
        self._archive = ports.archive
        self._common, self._rows = common, rows
        self._bodies: dict[str, str] = {}

    def take(self, bodies: Iterable[str]) -> None:
        """Read the marks of archived bodies."""
        self._bodies |= self._archive.marks(sorted(set(bodies) - self._bodies.keys()))

    def same(self, before: Mapping[str, NotedCheck]) -> dict[str, bool]:
        """Select the checks that have not changed since they were recorded, with whether each is disputed."""
        sure = {key: each for key, each in before.items() if each.mark and key in self._rows.of}
        self.take(body for key, each in sure.items() for body in (*each.bodies, *self._rows.bodies.get(key, ())))
        found = {}
        for key, each in sure.items():
            marks = (
                (self.of(key, each.bodies, disputed=so), so) for so in (False, True)
            )  # the second is rarely needed
            disputed = next((so for mark, so in marks if mark == each.mark), None)
            if disputed is not None:
                found[key] = disputed
        return found

    def of(self, claim: str, rests: Sequence[str], *, disputed: bool) -> str:
        """Compute the mark of a check. It includes whether reviewers disagree since, which the record therefore does not reveal."""
        keys = sorted({*rests, *self._rows.bodies.get(claim, ())})
        bodies = [self._bodies.get(key) for key in keys]
        row = self._rows.of.get(claim)
        if row is None or None in bodies:
            return ""
        return _hash(self._common, row, *bodies, str(disputed))[:32]


def _common(ports: DeskPorts, publisher: Publisher) -> Sequence[object]:
    """Collect what all checks of this desk depend on: the publisher, the scales, the rules of review, the paths of own files."""
    scales = [ports.scales.scale(key) for key in sorted(ports.scales.keys())]
    return (
        publisher,
        ports.scale,
        ports.scales.scale(ports.scale),
        scales,
        ports.review,
        [each.info.url for each in ports.own],
    )


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()
