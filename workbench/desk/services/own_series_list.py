"""The series of the user's own files: their titles, their names, and why a file that was given was not used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from shlex import quote

from workbench.core.candidate import Candidate
from workbench.core.errors import Problem, UnknownNameError, WorkbenchError
from workbench.core.finding import Finding
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.series_references import as_typed
from workbench.ports import Progress, StatSource, Tell

NO_FIGURE = "no-figure"


async def own_series(ports: DeskPorts, tell: Tell) -> tuple[list[Series], list[Problem]]:
    """List every title of the user's own files, and their problems."""
    found: list[Series] = []
    problems: list[Problem] = []
    for source in ports.own:
        try:
            async for page in source.catalogue(ports.fetch):
                found += page.series
                problems += page.problems
        except WorkbenchError as error:
            problem = error.as_problem(source.info.title, "source-failed")
            problems.append(replace(problem, message=problem.message.removeprefix(f"{source.info.title}: ")))
            tell(Progress(source.info.title, state="failed", says=error.message))
    return found, problems


async def named_in_file(ports: DeskPorts, ref: SeriesRef) -> Series | None:
    """Find the series of a name in one of the user's own files; None where it belongs to none of them.

    The name may be typed with its members in any order; members that it leaves open are chosen by the claim.

    Raises:
        UnknownNameError: The file has no such series; the message gives the nearest name.
        WorkbenchError: The file cannot be read.
    """
    source = next((each for each in ports.own if each.info.name == ref.source), None)
    if source is None:
        return None
    mine = [each async for page in source.catalogue(ports.fetch) for each in page.series]
    head, members = as_typed(ref.key)
    like = [each for each in mine if as_typed(each.ref.key)[0] == head and members <= as_typed(each.ref.key)[1]]
    if not like:
        raise UnknownNameError(f"series of {source.info.title}", ref.key, [each.ref.key for each in mine])
    whole = [each for each in like if as_typed(each.ref.key)[1] == members]
    return whole[0] if whole else _left_open(like[0], members)


def _left_open(series: Series, members: Collection[str]) -> Series:
    """Make a table's series whose name has only these members."""
    table, _, pairs = series.ref.key.partition("?")
    said = "&".join(pair for pair in pairs.split("&") if as_typed(f"?{pair}")[1] <= set(members))
    return replace(
        series, ref=replace(series.ref, key=f"{table}?{said}" if said else table), title=series.title.partition(": ")[0]
    )


def unused(
    ports: DeskPorts,
    own: Sequence[Series],
    candidates: Sequence[Candidate],
    findings: Sequence[Finding],
    failed: Sequence[Problem],
) -> tuple[Problem, ...]:
    """Make a Problem for each given file without a figure for the claim, with the reason.

    Args:
        ports: The parts of the desk.
        own: The titles of all files.
        candidates: All candidates, also excluded ones.
        findings: The findings from the figures.
        failed: Other problems; they name a file that could not be read.
    """
    found = []
    for source in ports.own:
        name = source.info.name
        mine = [each for each in findings if each.series is not None and each.series.ref.source == name]
        named = any(each.where == source.info.title and each.kind == "source-failed" for each in failed)
        if not named and not any(_measured(each) for each in mine):
            found.append(_why(source, [one for one in own if one.ref.source == name], candidates, mine))
    return tuple(found)


def _measured(finding: Finding) -> bool:
    return not any(each.kind == NO_FIGURE for each in finding.caveats)


def _why(
    source: StatSource, series: Sequence[Series], candidates: Sequence[Candidate], findings: Sequence[Finding]
) -> Problem:
    near = next((each for each in candidates if each.series.ref.source == source.info.name), None)
    if findings:
        why = next(each.says for each in findings[0].caveats if each.kind == NO_FIGURE)
    elif near is not None:
        why = f"“{near.series.title}” {near.barred or near.doubt or 'was not asked: others measure the claim better'}"
    else:
        titles = "; ".join(f"“{each.title}”" for each in series[:3])
        why = f"none of its series has words of the claim ({titles})" if series else "it has no series"
    message = f"this file was given and not used: {why.rstrip('.')}."
    hint = f"Name a series of it with --series {quote(str(series[0].ref))}, if it measures the claim." if series else ""
    return Problem(source.info.title, message, hint, "own-file-unused")
