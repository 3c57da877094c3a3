"""Fetches the figures of one series and compares them with a claim; a source that fails gives a problem and no finding."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from workbench.compare import check, decided_by_words_or_figures, plan, stands_alone
from workbench.compare.judging.source_notices import of_named
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.errors import NoSuchRecordError, Problem, WorkbenchError
from workbench.core.finding import Finding
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.services.own_series_list import NO_FIGURE
from workbench.desk.services.population import population_for
from workbench.desk.services.repeated_request import asked, or_older
from workbench.desk.verdicts import citations
from workbench.match import in_english, unmatched_words
from workbench.ports import CandidateRow, Progress, SourceAnswer, StatSource, Tell


@dataclass(frozen=True, slots=True)
class Asked:
    """The result of asking one candidate.

    Attributes:
        candidate: The candidate.
        findings: The comparisons with its figures; none where it failed.
        problems: Its source's messages, and why it failed.
    """

    candidate: Candidate
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it was asked and has no figure for the claim; one that failed may have."""
        return bool(self.findings) and all(
            any(each.kind == NO_FIGURE for each in found.caveats) for found in self.findings
        )

    @property
    def row(self) -> CandidateRow:
        """The candidate with its result, for the store."""
        if self.findings:
            return CandidateRow(self.candidate, self.findings[0].id)
        return CandidateRow(self.candidate, failed=self.problems[0].message if self.problems else "")


async def ask(
    ports: DeskPorts, claim: Claim, candidate: Candidate, tell: Tell, *, fresh: bool, named: bool = False
) -> Asked:
    """Fetch a candidate's figures and compare; a source that fails gives a Problem and no finding."""
    series, claim = candidate.series, in_english(claim)
    where = series.ref.source
    try:
        source = source_of(ports, series.ref)
        where = source.info.title
        tell(Progress(where, says=series.title))
        wanted = plan(claim, series)
        found = await asked(lambda fetch: source.observations(fetch, wanted), or_older(ports.fetch), fresh=fresh)
    except WorkbenchError as error:
        tell(Progress(where, state="failed", says=error.message))
        return Asked(candidate, problems=(error.as_problem(where, "source-failed"),))
    tell(Progress(where, done=1, of=1, state="done", says=series.title))
    found = replace(found, problems=of_named(found.problems)) if named else found
    if not found.observations and any(problem.kind == "no-sample" for problem in found.problems):
        return Asked(candidate, problems=found.problems)
    return Asked(candidate, await _compare(ports, claim, found, series, fresh=fresh, named=named), found.problems)


async def _compare(
    ports: DeskPorts, claim: Claim, found: SourceAnswer, listed: Series, *, fresh: bool = False, named: bool = False
) -> tuple[Finding, ...]:
    """Compare figures with a claim; for a series that a person named, unmatched words raise no doubt."""
    series = whole(found.series, listed)
    people, read = await population_for(ports, claim, series, fresh=fresh)
    today = ports.clock().date()
    findings = check(claim, series, found.observations, today=today, notices=found.problems, population=people)
    left = unmatched_words(claim, series)
    findings = decided_by_words_or_figures(
        findings,
        left.unanswered,
        left.only_in_title,
        left.uncounted,
        kinds=left.kinds,
        unread=() if named else left.unread,
        apart=() if named else left.apart,
        put=left.put,
        alone=stands_alone(claim),
    )
    return citations.read_now(findings, (*found.snapshots, *read))


def whole(answered: Series, listed: Series) -> Series:
    """Complete the metadata of a series in an answer from the catalogue."""
    bare = Series(ref=answered.ref, title=answered.ref.key)
    rest = {
        f.name: getattr(listed, f.name) for f in fields(Series) if getattr(answered, f.name) == getattr(bare, f.name)
    }
    return replace(answered, **rest)


def source_of(ports: DeskPorts, ref: SeriesRef) -> StatSource:
    """Load the source of a series, and no other. Raises NoSuchRecordError."""
    own = next((source for source in ports.own if source.info.name == ref.source), None)
    source = own or ports.sources.get(ref.source)
    if source is None:
        raise NoSuchRecordError("source", ref.source)
    return source
