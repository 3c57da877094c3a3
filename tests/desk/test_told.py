"""Nothing that a source tells is lost: one problem of every kind, sent through research, is found on every face."""

from __future__ import annotations

import ast
import hashlib
import html
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.cli.output.text_output import research_lines
from workbench.compare.judging.source_notices import BEARING, WHAT_TO_DO
from workbench.core.document import Document
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo, Status
from workbench.desk import Desk, DeskPorts
from workbench.desk.importing.document_import import read_claims
from workbench.export import csv, jsonl, markdown
from workbench.export import html as html_export
from workbench.export import json as json_export
from workbench.files.user_files import UserFiles
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.report.finding_records import finding_record
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive
from workbench.tui.lines.trace import trace_lines

TEXT = "There were 91 thousand asylum applications in North Macedonia in 2021."
SOURCES = Path(__file__).resolve().parents[2] / "sources"
EXPORTERS = (markdown, html_export, json_export, jsonl, csv)
FOR_READERS = {"markdown", "html"}
"""Formats whose readers have no workbench: they are told what happened, and not what to do about it."""

AT = datetime(2022, 6, 1, tzinfo=UTC)
BODY = b"[290, 450, 151, 91]"
SERIES = Series(
    ref=SeriesRef("office", "A"), title="Asylum applications lodged", unit=Unit(Dimension.COUNT, "application"),
    adds=Additivity.SUM, publisher="Office of Figures", licence="CC BY 4.0, Office", url="https://office.example/a",
    method="https://office.example/how", updated=date(2022, 5, 3), notes=("Sex: Total",),
    description="Persons who ask, not decisions.",
)  # fmt: skip


def kinds_of_sources() -> set[str]:
    """Return the kind of every Problem that a file of sources makes, as it is written there."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                kind = (
                    node.args[3]
                    if len(node.args) > 3
                    else next((k.value for k in node.keywords if k.arg == "kind"), None)
                )
                if isinstance(kind, ast.Constant):
                    found.add(kind.value)
    return found


@dataclass
class Office:
    """A source of one yearly series in thousands, which tells what a test has it tell."""

    problems: tuple[Problem, ...] = ()
    marks: dict[int, tuple[Status, str]] = field(default_factory=dict)
    last: int = 2021
    snapshot: str = ""
    info = SourceInfo(name="office", title="Office", publisher="Office", licence="free", url="https://office.example")

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((SERIES,), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        rows = tuple(self._row(y, n, v) for n, (y, v) in enumerate(((2018, 290), (2019, 450), (2020, 151), (2021, 91))))
        return SourceAnswer(SERIES, rows[: self.last - 2017], problems=self.problems)

    def _row(self, y: int, n: int, thousands: int) -> Observation:
        status, note = self.marks.get(y, (Status.FINAL, ""))
        gone = status in {Status.SUPPRESSED, Status.MISSING}
        return Observation(
            ref=SERIES.ref, place="MKD", period=year(y), value=None if gone else Decimal(thousands * 1000),
            step=Decimal(1000), status=status, note=note, own_place="MK", vintage=date(2022, 4, 1),
            evidence=None if gone else Evidence(self.snapshot, (f"/{n}",), Decimal(1000)),
        )  # fmt: skip


class Titles:
    """A catalogue of one series."""

    problems = ()

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return (replace(SERIES, method="", notes=()),)

    encoder = meanings()
    model = None

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return SERIES if ref == SERIES.ref else None

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"office": (1, None)}


async def no_fetch(request, *, fresh: bool = False):
    raise AssertionError("this source carries its figures with it")


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Iterator[Desk]:
    archive = MemoryArchive()
    kept = archive.keep(
        Snapshot(
            id=hashlib.sha256(BODY).hexdigest(),
            url="https://office.example/a.json",
            fetched=AT,
            media_type="application/json",
            size=len(BODY),
        ),
        BODY,
    )
    office.snapshot = kept.id
    with open_store(tmp_path / "desk.db") as store:
        desk = Desk(
            DeskPorts(
                store=store, archive=archive, catalogue=Titles(), fetch=no_fetch, files=UserFiles(), scales=installed_scales(),
                clock=lambda: AT, sources={"office": office}, reviewer="ana",
                exporters={each.EXPORTER.name: each.EXPORTER for each in EXPORTERS},
            )
        )  # fmt: skip
        document = Document(id="d", title="t", text=TEXT, origin="-", published=date(2022, 5, 1), place="MKD")
        store.add([(document, read_claims(document).claims)])
        yield desk


async def faces(desk: Desk) -> dict[str, str]:
    """Return the text of every face after a research: the commands, their JSON, the evidence pane, every export."""
    claim = desk.claims()[0].id
    await desk.research(claim)
    researched = desk.researched(claim)
    shown = {
        "show": "\n".join(research_lines(desk, researched)),
        "show --json": json.dumps([finding_record(found) for found in researched.findings], ensure_ascii=False),
        "evidence": "\n".join(
            "".join(piece.text for piece in line)
            for line in trace_lines(researched.findings, desk.ports.archive.snapshot)
        ),
    }
    report = desk.report()
    shown |= {name: desk.export(report, name, drafts=True).decode() for name in desk.ports.exporters}
    shown["html"] = html.unescape(shown["html"])
    shown["markdown"] = shown["markdown"].replace("\\", "")
    return shown


async def test_a_problem_of_every_kind_is_found_on_every_face(desk: Desk, office: Office):
    kinds = sorted(kinds_of_sources() | BEARING | {"from-archive", "a-kind-of-a-third-party"})
    assert len(kinds) > 30
    office.problems = tuple(Problem("Office", f"it tells of {kind} here.", f"Mind {kind}.", kind) for kind in kinds)
    for face, text in (await faces(desk)).items():
        lost = [kind for kind in kinds if f"it tells of {kind} here." not in text]
        assert lost == [], face
        told_what_to_do = [kind for kind in kinds if f"Mind {kind}." in text]
        assert told_what_to_do == ([] if face in FOR_READERS else kinds), face


async def test_what_bears_on_the_arithmetic_is_a_caution_and_the_rest_a_note(desk: Desk, office: Office):
    office.problems = (
        Problem("Office", "it ends in 2021.", "See B.", "frozen-table"),
        Problem("Office", "read was Sex: Total.", "Name another.", "member-chosen"),
    )
    claim = desk.claims()[0].id
    found = (await desk.research(claim)).findings[0]
    assert "frozen-table" in {caveat.kind for caveat in found.caveats}
    assert [(note.kind, str(note)) for note in found.notes] == [
        ("member-chosen", "Office: read was Sex: Total. Name another."),
        (WHAT_TO_DO, "Office: See B."),
    ]
    assert desk.researched(claim).loose == ()


MARKS = [
    ((Status.PROVISIONAL, ""), "provisional", "calls the figure for 2021 provisional"),
    ((Status.ESTIMATED, ""), "estimated", "The figure for 2021 is an estimate."),
    ((Status.FORECAST, ""), "forecast", "The figure for 2021 is a forecast"),
    ((Status.BREAK, ""), "break", "The series has a break in 2021"),
    ((Status.SUPPRESSED, "confidential"), "suppressed", "suppresses the figure for 2021 (confidential)."),
    ((Status.MISSING, "not yet out"), "missing", "is missing, which is not zero (not yet out)."),
    ((Status.FINAL, "low reliability"), "low-reliability", "2021: low reliability"),
    ((Status.FINAL, "definition differs, see metadata"), "definition", "2021: definition differs, see metadata"),
    ((Status.FINAL, "Without the census year."), "footnote", "2021: Without the census year."),
]


@pytest.mark.parametrize(("mark", "kind", "says"), MARKS)
async def test_every_mark_of_a_figure_is_a_caution_on_every_face(desk: Desk, office: Office, mark, kind, says):
    office.marks = {2021: mark}
    for face, text in (await faces(desk)).items():
        assert says in text, face
    found = desk.researched(desk.claims()[0].id).findings[0]
    assert kind in {caveat.kind for caveat in found.caveats}


async def test_beside_each_figure_stand_publisher_licence_links_age_scale_and_the_places_own_code(desk: Desk):
    """Reports and `show` print all of it; the evidence pane leaves page and definition to the candidates above it."""
    said = (
        "Office of Figures", "CC BY 4.0, Office", "https://office.example/how", "2022-05-03", "2022-04-01", "2022-06-01",
        "91 thousand applications = 91,000", "Sex: Total", "MK",
    )  # fmt: skip
    seen = await faces(desk)
    for face in ("show", "evidence", "markdown", "html", "json", "jsonl", "csv"):
        assert [words for words in said if words not in seen[face]] == [], face
    for face in ("show", "markdown", "html", "json", "csv"):
        assert "https://office.example/a" in seen[face]
        assert "Persons who ask, not decisions." in seen[face]


async def test_a_source_that_gave_no_figure_is_told_in_the_report(desk: Desk, office: Office):
    """Without a finding there is nothing that could carry what went wrong: the report says it beside what was searched."""
    office.problems = (Problem("Office", "no such sample.", "Record one.", "no-sample"),)
    office.last = 2017
    seen = await faces(desk)
    for face in ("show", "markdown", "html", "json", "csv"):
        assert "no such sample." in seen[face], face
        assert ("Record one." in seen[face]) is (face not in FOR_READERS), face
