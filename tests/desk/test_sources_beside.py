"""Two offices and one claim: what each gives, how they differ and what explains the slip is told on every face, and replays."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.cli.output.text_output import research_lines
from workbench.compare.providers.side_by_side import side_by_side
from workbench.core.document import Document
from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import PublishError
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Finding
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.core.verdict import Stage
from workbench.desk import Desk, DeskPorts
from workbench.desk.importing.document_import import read_claims
from workbench.desk.researching.research import look_up
from workbench.export import csv, jsonl, markdown
from workbench.export import html as html_export
from workbench.export import json as json_export
from workbench.files.user_files import UserFiles
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive
from workbench.tui.lines.line import texts
from workbench.tui.lines.source_comparison import source_lines
from workbench.tui.lines.trace import trace_lines

TEXT = "There were 450 asylum applications in North Macedonia in 2021."
EXPORTERS = (markdown, html_export, json_export, jsonl, csv)
AT = datetime(2022, 6, 1, tzinfo=UTC)


def series(source: str, counts: str) -> Series:
    return Series(
        ref=SeriesRef(source, "A"), title="Asylum applications", unit=Unit(Dimension.COUNT, "application"), adds=Additivity.SUM,
        publisher=source.title(), description=counts, url=f"https://{source}.example/a",
    )  # fmt: skip


@dataclass
class Office:
    """A source of one yearly series that carries its figures with it."""

    series: Series
    body: bytes

    @property
    def info(self) -> SourceInfo:
        name = self.series.ref.source
        return SourceInfo(
            name=name, title=name.title(), publisher=name.title(), licence="free", url=f"https://{name}.example"
        )

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(
            id=hashlib.sha256(self.body).hexdigest(), url=self.series.url, fetched=AT, media_type="application/json", size=len(self.body)
        )  # fmt: skip

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((self.series,), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        rows = [
            Observation(
                ref=self.series.ref, place="MKD", period=year(2019 + n), value=Decimal(value),
                evidence=Evidence(self.snapshot.id, (f"/{n}",)),
            )
            for n, value in enumerate(json.loads(self.body))
        ]  # fmt: skip
        return SourceAnswer(self.series, tuple(rows))


class Titles:
    """A catalogue of both series."""

    problems = ()
    encoder = meanings()
    model = None

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return [office.series for office in OFFICES]

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return next((office.series for office in OFFICES if office.series.ref == ref), None)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {office.series.ref.source: (1, None) for office in OFFICES}


OFFICES = (
    Office(series("unhcr", "First applications."), b"[450, 151, 91]"),
    Office(series("statoffice", "First and repeated applications."), b"[470, 160, 100]"),
)


async def no_fetch(request, *, fresh: bool = False):
    raise AssertionError("these sources carry their figures with them")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    archive = MemoryArchive()
    for office in OFFICES:
        archive.keep(office.snapshot, office.body)
    with open_store(tmp_path / "desk.db") as store:
        desk = Desk(
            DeskPorts(
                store=store, archive=archive, catalogue=Titles(), fetch=no_fetch, files=UserFiles(), scales=installed_scales(),
                clock=lambda: AT, sources={each.info.name: each for each in OFFICES}, reviewer="ana", exporters={each.EXPORTER.name: each.EXPORTER for each in EXPORTERS},
            )
        )  # fmt: skip
        document = Document(id="d", title="t", text=TEXT, origin="-", published=date(2022, 5, 1), place="MKD")
        store.add([(document, read_claims(document).claims)])
        yield desk


async def faces(desk: Desk) -> dict[str, str]:
    claim = desk.claims()[0].id
    researched = await desk.research(claim)
    assert desk.researched(claim) == researched, "what was kept is what was found, slips and all"
    shown = {
        "show": "\n".join(research_lines(desk, researched)),
        "pane": "\n".join(
            (
                *texts(trace_lines(researched.findings, desk.ports.archive.snapshot)),
                *texts(source_lines(side_by_side(researched.findings))),
            )
        ),
    }
    report = desk.report()
    shown |= {name: desk.export(report, name, drafts=True).decode() for name in desk.ports.exporters}
    return shown | {"html": html.unescape(shown["html"]), "markdown": shown["markdown"].replace("\\", "")}


async def test_every_face_tells_what_explains_the_slip_and_that_the_sources_disagree(desk: Desk):
    """There were 450 asylum applications in North Macedonia in 2021: 450 is the figure of 2019."""
    for face, text in (await faces(desk)).items():
        assert "It would hold for 2019: 450 asylum applications then." in text, face
        assert "the sources disagree by 9.0 %" in text or "they disagree by 9.0 %" in text, face
        assert "First applications against First and repeated applications" in text, face


async def test_the_findings_stand_as_they_are_and_the_other_office_is_no_agreement(desk: Desk):
    researched = await desk.research(desk.claims()[0].id)
    assert {found.agreement.value for found in researched.findings if found.series} == {"apart"}
    for found in researched.findings:
        assert "sources-disagree" in {caveat.kind for caveat in found.caveats}
        assert "one-source" not in {caveat.kind for caveat in found.caveats}


async def test_every_line_of_a_slip_replays(desk: Desk):
    claim = desk.claims()[0].id
    researched = await desk.research(claim)
    assert any(found.slips for found in researched.findings)
    assert all(each.same for each in desk.replay(claim))
    desk.rate(claim, "false", note="450 is the figure of 2019.")
    assert desk.publish(claim).stage is Stage.PUBLISHED


async def test_a_slip_replays_from_the_archive_or_nothing_is_published(desk: Desk):
    claim = desk.claims()[0].id
    found = await look_up(desk.ports, desk.claim(claim))
    first = found.findings[0]
    slip = first.slips[0]
    wrong = replace(slip.trace.steps[-1], result=Decimal(451))
    broken = replace(slip, trace=replace(slip.trace, steps=(*slip.trace.steps[:-1], wrong)))
    desk.ports.store.keep_research(replace(found, findings=(replace(first, slips=(broken,)),)))
    desk.rate(claim, "false", note="451 is nobody's figure.")
    assert [each.why for each in desk.replay(claim)] == ["step 1 gives 450 now and gave 451 then"]
    with pytest.raises(PublishError):
        desk.publish(claim)
    assert desk.verdict(claim).stage is not Stage.PUBLISHED


async def test_a_finding_kept_before_there_were_slips_is_read_as_it_was(desk: Desk):
    researched = await desk.research(desk.claims()[0].id)
    kept = json.loads(encode(researched.findings[0]))
    old = {name: value for name, value in kept.items() if name not in {"slips", "slack"}}
    read = decode(Finding, json.dumps(old))
    assert (read.slips, read.slack) == ((), Decimal(0))
    assert read.id == researched.findings[0].id
    assert decode(Finding, json.dumps(kept)) == researched.findings[0]
