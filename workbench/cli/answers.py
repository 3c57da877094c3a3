"""What each ``--records`` command answers for one record. Heavy things are made once a process.

Reading is loaded by the first record: a process that only hands records to others does without, and they begin sooner.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli.recalling import rank, recalled_for, recalled_in
from workbench.core.claim import Claim
from workbench.core.errors import BadRecordError, MissingFileError, Problem
from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.desk.batch.reading import read
from workbench.desk.batch.record import Json, Record, parse_object
from workbench.report import records

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.core.candidate import Candidate
    from workbench.core.finding import Finding
    from workbench.desk import Desk
    from workbench.match import Checked, KnownIndex, TitleIndex
    from workbench.ports import Researched

MOST_CLAIMS = 200
"""Claims of one record that `check` looks at: a text with more is a document, and no answer of one word does it justice."""

MOST_READ = 1_000
"""Claims of one record among which `check` looks for those most worth checking; what stands behind them is not read."""

_UNREAD = frozenset({"too-many-figures", "left-unread"})
"""Problems of a reading that tell of figures which are among no claims."""


def candidates_of(
    record: Record,
    *,
    catalogue: tuple[str, ...],
    settings: Settings | None,
    limit: int,
    memory: Settings | None = None,
    model: Path | None = None,
) -> Json:
    """What `match` answers.

    `memory` are the settings of the desk whose memory has a say; `model` is the index beside which the model of meanings keeps
    what it said, where it is used.
    """
    found = _rank(record, catalogue=catalogue, settings=settings, limit=limit, memory=memory, model=model)
    return {"id": record.id, "candidates": [records.candidate_record(candidate) for candidate in found]}


def _rank(
    record: Record,
    *,
    catalogue: tuple[str, ...],
    settings: Settings | None,
    limit: int,
    memory: Settings | None,
    model: Path | None,
) -> Sequence[Candidate]:
    from workbench.match import query_of_text

    reading = read(record, MOST_CLAIMS)
    query, recalled = query_of_text(record.text, reading), recalled_in(memory, record.text, reading)
    if catalogue or settings is None:
        return rank(titles(catalogue, model), query, limit, recalled, _titles(catalogue) if recalled.told else ())
    index = _index(settings.catalogue, model)
    known = (index.get(told.series) for told in recalled.listed)
    return rank(index, query, limit, recalled, [each for each in known if each is not None])


@cache
def titles(paths: tuple[str, ...], model: Path | None = None) -> TitleIndex:
    """An index over the titles of some CSV files."""
    from workbench.cli.meanings import told_by
    from workbench.match import TitleIndex

    series = _titles(paths)
    return TitleIndex(series, told_by(model, [each.title for each in series]))


@cache
def _titles(paths: tuple[str, ...]) -> tuple[Series, ...]:
    return tuple(series for path in paths for series in _titles_in(path))


def _titles_in(path: str) -> list[Series]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            names, rows = set(reader.fieldnames or ()), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise MissingFileError(path, f"It cannot be read as CSV ({error})") from error
    if not {"source", "id", "title"} <= names:
        raise BadRecordError(f"{path} has no columns source, id and title.", "Name the columns in the first line.")
    return [_series(row) for row in rows if row.get("id") and row.get("title")]


def _series(row: dict[str, str]) -> Series:
    unit = Unit(Dimension.UNKNOWN, row["unit"]) if row.get("unit") else UNKNOWN_UNIT
    ref = SeriesRef(row.get("source") or "set", row["id"])
    return Series(ref=ref, title=row["title"], unit=unit, description=row.get("description") or "")


@cache
def _index(path: Path, model: Path | None) -> Any:
    from workbench.catalogue import Index
    from workbench.cli.meanings import model_at

    return Index(path, model_at(model))


def known_of(record: Record, *, against: str, limit: int) -> Json:
    """What `known` answers."""
    found = checked(against).rank(record.text, limit, read(record, MOST_CLAIMS))
    return {"id": record.id, "ranked": [records.known_record(known) for known in found]}


@cache
def checked(path: str) -> KnownIndex:
    """An index over claims checked before."""
    from workbench.cli.stream import lines_of
    from workbench.extract import read_text
    from workbench.match import KnownIndex

    return KnownIndex([_checked(path, number, line) for number, line in lines_of([Path(path)])], read=read_text)


def _checked(path: str, number: int, line: bytes) -> Checked:
    from workbench.match import Checked

    hint = 'Write {"id": "…", "text": "…"} a line.'
    try:
        fields = parse_object(line)
    except BadRecordError as error:
        raise BadRecordError(f"{path}, line {number}: {error.message}", hint) from error
    texts = {name: fields.get(name) or "" for name in ("id", "text", "title", "body", "speaker")}
    if not all(isinstance(text, str) for text in texts.values()) or not texts["id"]:
        raise BadRecordError(f"{path}, line {number}: this is no checked claim.", hint)
    return Checked(texts["id"], texts["text"], texts["title"], texts["body"], texts["speaker"])


def check_of(
    record: Record, *, data: tuple[str, ...], settings: Settings | None, memory: Settings | None = None
) -> Json:
    """What `check` answers; `memory` are the settings of the desk whose memory has a say."""
    from workbench.cli.own_figures import compared, told_of_files
    from workbench.compare import SUPPORTED, UNDECIDED
    from workbench.consistency import beside, own_arithmetic

    reading = read(record, MOST_READ)
    claims, problems = most_worth(record, reading.claims)
    problems += (told for told in reading.problems if told.kind in _UNREAD)
    passed_over = problems[:1]
    researches = [] if data or settings is None else _researched(claims, settings, memory)
    findings: list[Finding] = []
    for k, claim in enumerate(claims):
        if data:
            found = compared(record, claim, data, memory)
            findings += found
            problems += () if found else (told for told in told_of_files(data) if told not in problems)
        elif researches:
            researched = researches[k]
            findings += [each for each in researched.findings if each.series is not None]
            problems += (problem for problem in researched.problems if problem not in problems)
        findings += own_arithmetic(claim, beside(claims, k))
    answer = outcome_record(record.id, findings, problems)
    if passed_over and (answer["outcome"] == SUPPORTED or not claims):  # all that was said must hold
        answer |= {"outcome": UNDECIDED, "why": str(passed_over[0])}
    return answer


def most_worth(record: Record, claims: Sequence[Claim]) -> tuple[Sequence[Claim], list[Problem]]:
    """The claims of a record that are looked at, in the order of the text: those most worth checking, where there are too many."""
    if len(claims) <= MOST_CLAIMS:
        return claims, []
    kept = {claim.id for claim in sorted(claims, key=lambda claim: -claim.worth_score)[:MOST_CLAIMS]}
    says = f"It holds {len(claims):,} claims; the {MOST_CLAIMS} most worth checking were looked at."
    told = Problem(f"record {record.id}", says, "Give its sentences as records of their own.", "many-claims")
    return [claim for claim in claims if claim.id in kept], [told]


def outcome_record(key: str, findings: Iterable[Finding], problems: Iterable[Problem] = ()) -> Json:
    """``{"id","outcome","why","findings","problems"}``: the outcome rests on the first finding."""
    from workbench.compare import outcome, rests_on

    found = list(findings)
    said, why = outcome(found)
    first = rests_on(found)
    found.sort(key=lambda finding: finding is not first)
    return {
        "id": key,
        "outcome": said,
        "why": why,
        "findings": [records.finding_record(finding) for finding in found],
        "problems": [records.problem_record(problem) for problem in problems],
    }


def _researched(claims: Sequence[Claim], settings: Settings, memory: Settings | None) -> list[Researched]:
    """Asks the sources for each claim, keeping nothing but the bodies; catalogue and client are opened once for all claims of a record."""
    from workbench.bootstrap import passing_desk

    async def looked_up(desk: Desk) -> list[Researched]:
        return [await desk.look_up(claim, recalled_for(memory, claim)) for claim in claims]

    if not claims:
        return []
    with passing_desk(settings) as desk:
        return asyncio.run(looked_up(desk))
