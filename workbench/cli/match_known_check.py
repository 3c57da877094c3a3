"""`match`, `known` and `check` for stored claims, by id."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbench.cli.options.global_options import GlobalOptions
from workbench.cli.output.standard_streams import put, write
from workbench.cli.output.text_output import candidate_lines, claim_lines, elsewhere_lines, heard_in, research_lines
from workbench.core.errors import UsageError
from workbench.core.finding import Agreement

if TYPE_CHECKING:
    from workbench.ports import Researched


def show_candidates(
    options: GlobalOptions, claims: list[str], limit: int, memory: bool | None = None, *, as_json: bool = False
) -> int:
    """Rank series for claims, without fetching figures."""
    from workbench.ports import CandidateRow
    from workbench.report.json_records import candidate_record

    _some(claims, "match")
    with options.desk(memory=memory) as desk:
        for claim in map(desk.claim, claims):
            ranked = desk.candidates(claim.id, limit)
            if as_json:
                put({"id": claim.id, "candidates": [candidate_record(candidate) for candidate in ranked]})
                continue
            _lines([*claim_lines(claim), *candidate_lines(tuple(CandidateRow(c) for c in ranked), limit)])
    return 0


def show_known(options: GlobalOptions, claims: list[str], limit: int, *, as_json: bool = False) -> int:
    """Show where the same thing was said before."""
    from workbench.report.json_records import known_record

    _some(claims, "known")
    with options.desk() as desk:
        for claim in map(desk.claim, claims):
            found = desk.known(claim)[:limit]
            if as_json:
                put({"id": claim.id, "ranked": [known_record(one) for one in found]})
                continue
            seen = [f"  {k.relationship.value} {k.score:.2f} {k.id} “{k.text}”: {k.because}" for k in found]
            _lines([*claim_lines(claim), *(seen or ["  not seen before"])])
    return 0


def show_elsewhere(options: GlobalOptions, claims: list[str], site: str, *, as_json: bool = False) -> int:
    """Show fact checks of claims by others, and services that failed; exit with 3 where one failed."""
    from workbench.report.json_records import elsewhere_record, problem_record

    _some(claims, "known")
    failed = False
    with options.desk() as desk:
        for claim in map(desk.claim, claims):
            answer = asyncio.run(desk.checked_elsewhere(claim, site))
            failed |= any(problem.kind == "checks-failed" for problem in answer.problems)
            if as_json:
                problems = [problem_record(problem) for problem in answer.problems]
                reviews = [elsewhere_record(one) for one in answer.found]
                put({"id": claim.id, "elsewhere": reviews, "problems": problems, "asked": list(answer.asked)})
                continue
            lines = [line for one in answer.found for line in elsewhere_lines(one)] or [_nobody(answer.asked)]
            _lines([*claim_lines(claim), *lines, *(f"  ! {problem}" for problem in answer.problems)])
    return 3 if failed else 0


def _nobody(asked: tuple[str, ...]) -> str:
    """Return the message where no fact check was found, which distinguishes "not asked" from "not checked"."""
    if asked:
        return f"  no check of the same thing found in {', '.join(asked)}"
    return "  nobody was asked: set WORKBENCH_KEY_FACTCHECK, or checks = [FEED] in the configuration"


def show_checks(
    options: GlobalOptions,
    claims: list[str],
    data: tuple[str, ...],
    memory: bool | None = None,
    *,
    strict: bool,
    as_json: bool = False,
) -> int:
    """Show the findings of claims; research those that were not researched yet."""
    from workbench.desk.batch.record_checking import outcome_record

    _some(claims, "check")
    contradicted = failed = False
    with options.desk(data, memory=memory) as desk:
        for claim in map(desk.claim, claims):
            researched = desk.researched(claim.id) if not data else None
            researched = researched or asyncio.run(desk.research(claim.id))
            if as_json:
                put(outcome_record(claim.id, researched.findings, researched.problems))
            else:
                _lines([*claim_lines(claim, heard_in(desk, claim)), *research_lines(desk, researched)])
            contradicted |= _contradicted(researched)
            failed |= any(problem.kind == "source-failed" for problem in researched.problems)
    return 3 if failed else 1 if strict and contradicted else 0


def _contradicted(researched: Researched) -> bool:
    return any(f.agreement in {Agreement.APART, Agreement.OPPOSITE} for f in researched.findings)


def _lines(lines: list[str]) -> None:
    for line in lines:
        write(line)
    write()


def _some(claims: list[str], verb: str) -> None:
    if not claims:
        raise UsageError(f"{verb} needs claims.", "Name them by id (workbench claims lists them), or use --records.")
