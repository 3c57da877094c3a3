"""Checks the claims of a record against the user's own files or the services' figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.compare import CONTRADICTED, SUPPORTED, UNDECIDED, outcome, rests_on
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.series import SeriesRef
from workbench.desk.batch.another_figure import may_be_another_figure
from workbench.desk.batch.between_settled import between_settled
from workbench.desk.batch.claim_outcomes import ClaimOutcomes, claim_outcomes
from workbench.desk.batch.record import Json, Record
from workbench.desk.batch.record_ranking import MOST_CLAIMS, OpenMemory, recalled_for
from workbench.desk.batch.record_reading import in_its_language, read, unread
from workbench.desk.batch.sizes_with_stated_ends import with_stated_ends
from workbench.desk.batch.unverified import asides, unverified
from workbench.report import finding_records, json_records

if TYPE_CHECKING:
    from workbench.core.finding import Finding
    from workbench.desk.batch.record_own_files import OwnFiles
    from workbench.desk.batch.text_around import TextAround
    from workbench.match.memory.series_memory import Recalled
    from workbench.ports import Researched

MOST_READ = 500
"""Maximum number of claims of one record that `check` ranks by check-worthiness. Later ones are not read."""

ANOTHER = "The same series bears out another figure of the text; whether it is meant with this one too is not sure."
"""The reason why a figure that is far off decides nothing next to one that is confirmed."""

_NOT_CHECKED = "Not checked, since no series counts it"
"""The text about counts besides the figures that were decided."""

_UNREAD = frozenset({"too-many-figures", "left-unread"})
"""Problems that report figures without a claim."""

LookUp = Callable[[Sequence[tuple[Claim, "Recalled"]]], "Sequence[Researched]"]
"""Asks the services about the claims of a record, each with what the memory says of it."""


@dataclass(slots=True)
class _RecordFindings:
    """The findings about the claims of a record so far."""

    problems: list[Problem]
    findings: list[Finding] = field(default_factory=list)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Add problems, each once."""
        for problem in problems:
            if problem not in self.problems:
                self.problems.append(problem)


def check_of(
    record: Record,
    *,
    files: Callable[[], OwnFiles] | None = None,
    look_up: LookUp | None = None,
    memory: OpenMemory | None = None,
) -> Json:
    """Make the answer of `check`.

    Args:
        record: The text.
        files: Opens the user's own files, once per process; where they are given, no service is asked.
        look_up: Asks the services.
        memory: Opens the reviewers' memory; None where it is not used.
    """
    record = in_its_language(record)
    reading = read(record, MOST_READ)
    claims, problems = most_worth(record, reading.claims)
    problems += (problem for problem in reading.problems if problem.kind in _UNREAD)
    passed_over = problems[:1]
    found = _RecordFindings(problems)
    asked = [(with_stated_ends(claim, claims), recalled_for(memory, claim)) for claim in claims]
    if files is not None:
        from workbench.desk.batch.text_around import text_around

        _compare(found, files(), asked, text_around(record, reading))
    else:
        _research(found, claims, look_up(asked) if look_up and asked else [])
    answer = outcome_record(record.id, found.findings, found.problems)
    passed_over = passed_over or list(unread(record, reading))
    if passed_over and (answer["outcome"] == SUPPORTED or not claims):  # everything that was said must be right
        return answer | {"outcome": UNDECIDED, "why": str(passed_over[0])}
    if answer["outcome"] == SUPPORTED:
        return answer | _beside_supported(answer["why"], claim_outcomes(claims, found.findings))
    if answer["outcome"] == CONTRADICTED and _is_of_another(found.findings):
        return answer | {"outcome": UNDECIDED, "why": f"{answer['why']} {ANOTHER}"}
    return answer


def _beside_supported(why: str, told: ClaimOutcomes) -> Json:
    """Tell what a supported text says besides; a claim that nothing settled leaves the text open."""
    if (left := unverified(told)) is not None:
        return {"outcome": UNDECIDED, "why": f"{why} Nothing settled what it says of “{left.quote}”."}
    if not_checked := asides(told):
        return {"why": f"{why} {_NOT_CHECKED}: {', '.join(f'“{claim.quote}”' for claim in not_checked)}."}
    return {}


def _is_of_another(findings: Sequence[Finding]) -> bool:
    """Check whether the contradicted figure may be about something else than the others of its text."""
    first = rests_on(findings)
    return first is not None and may_be_another_figure(first, findings)


def _compare(
    found: _RecordFindings,
    files: OwnFiles,
    asked: Sequence[tuple[Claim, Recalled]],
    around: TextAround,
) -> None:
    """Add the findings of the user's files; where no series measures a claim, the problems of the files."""
    claims = [claim for claim, _ in asked]
    measured: dict[str, SeriesRef] = {}
    compared: dict[str, list[Finding]] = {}
    for claim, recalled in asked:
        own = files.compared(claim, recalled, around, meant=_meant(claim, measured))
        if own and own[0].series is not None and outcome(own)[0] == SUPPORTED:
            measured[claim.measure] = own[0].series.ref
        compared[claim.id] = own
    for k, (claim, recalled) in enumerate(asked):
        own = compared[claim.id]
        if (between := between_settled(claim, claims, compared)) is not None:
            own = files.compared(between.claim, recalled, around, meant=between.series) or own
        found.findings += own
        if not own:
            found.tell(files.file_problems)
        found.findings += _own(claims, k)


def _meant(claim: Claim, measured: Mapping[str, SeriesRef]) -> SeriesRef | None:
    """Find the series for a measure that a claim takes from earlier words: the one that measured it there."""
    return measured.get(claim.measure) if claim.measure_from_before else None


def _research(found: _RecordFindings, claims: Sequence[Claim], researches: Sequence[Researched]) -> None:
    """Add the services' findings, claim by claim."""
    for k in range(len(claims)):
        if researches:
            found.findings += [each for each in researches[k].findings if each.series is not None]
            found.tell(researches[k].problems)
        found.findings += _own(claims, k)


def _own(claims: Sequence[Claim], k: int) -> Sequence[Finding]:
    """Compute findings from a claim's own figures and those of the record's other claims."""
    from workbench.consistency import claims_nearby, own_arithmetic

    return own_arithmetic(claims[k], claims_nearby(claims, k))


def most_worth(record: Record, claims: Sequence[Claim]) -> tuple[Sequence[Claim], list[Problem]]:
    """Select the claims of a record to check, in the order of the text: where there are too many, those most worth checking."""
    if len(claims) <= MOST_CLAIMS:
        return claims, []
    kept = {claim.id for claim in sorted(claims, key=lambda claim: -claim.worth_score)[:MOST_CLAIMS]}
    message = f"It holds {len(claims):,} claims; the {MOST_CLAIMS} most worth checking were looked at."
    problem = Problem(f"record {record.id}", message, "Give its sentences as records of their own.", "many-claims")
    return [claim for claim in claims if claim.id in kept], [problem]


def outcome_record(key: str, findings: Iterable[Finding], problems: Iterable[Problem] = ()) -> Json:
    """``{"id","outcome","why","findings","problems"}``: the outcome is that of the first finding."""
    found = list(findings)
    said, why = outcome(found)
    first = rests_on(found)
    found.sort(key=lambda finding: finding is not first)
    return {
        "id": key,
        "outcome": said,
        "why": why,
        "findings": [finding_records.finding_record(finding) for finding in found],
        "problems": [json_records.problem_record(problem) for problem in problems],
    }
