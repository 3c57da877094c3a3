"""Findings as cards: all that a reader sees, a thing a line, so that a test holds the whole of it; and the files they are kept in.

A file has a block for each speech: the words; the series and its figures, set in; then a card for each finding.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from workbench.compare import Population, check, share_finding
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.period import Frequency
from workbench.core.series import Additivity, Observation, Series, Status
from workbench.core.slip import Slip
from workbench.core.trace import Trace
from workbench.extract import read_text

TODAY = date(2024, 1, 1)
FOLDER = Path(__file__).with_name("cards")
_BETWEEN = "\n\n----\n\n"
_FIGURE = re.compile(
    r'(?P<time>[^\s@]+)(?:@(?P<vintage>\S+))? (?P<value>\S+)(?: (?P<status>[a-z]+))?(?: "(?P<note>.*)")?'
)


@dataclass(frozen=True)
class Case:
    """A speech with what it is put to, and the cards that it gives."""

    speech: str
    given: tuple[tuple[str, str], ...]
    cards: str = ""

    def slot(self, name: str, otherwise: str = "") -> str:
        return dict(self.given).get(name, otherwise)

    @property
    def notices(self) -> list[list[str]]:
        return [line.split(" ", 1) for name, line in self.given if name == "notice"]


def cases(family: str) -> list[Case]:
    """The speeches of a file."""
    return [_case(block) for block in (FOLDER / f"{family}.txt").read_text("utf-8").strip().split(_BETWEEN)]


def _case(block: str) -> Case:
    speech, *rest = block.split("\n")
    given = [tuple(line.strip().split(" ", 1)) for line in rest if line.startswith("  ")]
    return Case(speech, tuple(given), "\n".join(line for line in rest if not line.startswith("  ")).strip())


def checked(make, case: Case) -> str:
    """The cards that a speech gives now."""
    said = case.slot("said", "2023-05-10")
    series = _series(make, case)
    rows = [row for place, figures in case.given if place.isupper() for row in _rows(make, place, figures)]
    claims = read_text(
        case.speech,
        said=None if said == "unknown" else date.fromisoformat(said),
        place=case.slot("place", "DEU"),
        language=case.slot("language", "en"),
        document="d",
    ).claims
    read = {note.message for claim in claims for note in claim.notes}
    return "\n\n".join(card(found, read) for claim in claims for found in _found(make, case, claim, (series, rows)))


def _found(make, case: Case, claim: Claim, figures: tuple[Series, list[Observation]]) -> tuple[Finding, ...]:
    """The findings, with the population or as a share where the case has a second series, whose figures stand behind "of"."""
    second = [row for name, line in case.given if name == "of" for row in _rows(make, *line.split(" ", 1))]
    if whole := case.slot("whole"):
        return (share_finding(claim, figures, (make.series("person", whole), second), today=TODAY),)
    people = Population(make.series("person", case.slot("population")), second) if second else None
    told = [Problem("unhcr", message, "Look there.", kind) for kind, message in case.notices]
    return check(claim, *figures, today=TODAY, notices=told, population=people)


def _series(make, case: Case) -> Series:
    unit, _, prices = case.slot("unit", "application").partition(" at ")
    frequency = case.slot("every")
    series = make.series(
        unit, case.slot("title", "Asylum applications"), Additivity(case.slot("adds", "sum")), description=case.slot("description"),
        adjusted=case.slot("adjusted"), notes=tuple(filter(None, [case.slot("notes")])), frequency=Frequency(frequency) if frequency else None,
    )  # fmt: skip
    return replace(series, unit=replace(series.unit, prices=prices)) if prices else series


def _rows(make, place: str, figures: str) -> Iterator[Observation]:
    for each in figures.split(", "):
        found = _FIGURE.fullmatch(each)
        (row,) = make.rows({found["time"]: None if found["value"] == "none" else found["value"]}, place=place)
        vintage = date.fromisoformat(found["vintage"]) if found["vintage"] else None
        yield replace(row, status=Status(found["status"] or "final"), note=found["note"] or "", vintage=vintage)


def card(found: Finding, read: Container[str] = ()) -> str:
    """What was compared, how it agrees, the sentence, what is to be known (!), the lines (=) and what would hold (?).

    Of what is `read` of the claim itself and told with the finding the kind stands there: its words are of another room.
    """
    figures = f"{_short(found.measured)} beside {_short(found.claimed)} in {found.claimed_range}, {_short(found.difference)} off"
    return "\n".join(
        (
            " | ".join(filter(None, (found.part, found.title, found.reading))),
            f"{found.agreement.words}: {figures} [{found.unit}] ± {_short(found.slack)}",
            found.why,
            f"@ {found.place}, {found.period} from {found.base}, of {len(found.observations)}",
            *(f"! {each.kind}" if each.says in read else f"! {each.kind}: {each.says}" for each in found.caveats),
            *_lines(found.trace),
            *(line for slip in found.slips for line in _slip(slip)),
            *(f"* {note.kind}: {note.says}" for note in found.notes),
        )
    )


def _short(value: Decimal | None) -> str:
    return "none" if value is None else f"{value:.6g}"


def _lines(trace: Trace) -> Iterator[str]:
    for step in trace.steps:
        above = ", ".join(str(each.value) if each.step is None else f"line {each.step}" for each in step.operands)
        yield f"= {step.says} [{step.unit}] {step.op}({above})"


def _slip(slip: Slip) -> Iterator[str]:
    yield f"? {slip.kind}, size {slip.size}, chance {slip.chance:.3f}: {slip.says} @ {slip.place}, {slip.period} from {slip.base}"
    yield from _lines(slip.trace)


if __name__ == "__main__":  # writes all cards anew: what it changed is to be read, each line of it
    from tests.conftest import Make

    for file in FOLDER.glob("*.txt"):
        blocks = zip(file.read_text("utf-8").strip().split(_BETWEEN), cases(file.stem), strict=True)
        made = (block.partition("\n\n")[0] + "\n\n" + checked(Make(), case) for block, case in blocks)
        file.write_text(_BETWEEN.join(made) + "\n", encoding="utf-8")
