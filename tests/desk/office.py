"""An office of one series, and a desk with two claims that it measures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from workbench.core.document import Document
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.report import Publisher
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.desk import Desk, DeskPorts
from workbench.desk.importing.document_import import read_claims
from workbench.files.user_files import UserFiles
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.plugins import EXPORTERS, Plugins
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

TEXTS = (
    "There were 91 thousand asylum applications in North Macedonia in 2021.",
    "There were 91 thousand asylum applications in North Macedonia in 2020.",
)
AT = datetime(2022, 6, 1, tzinfo=UTC)
BODY = b"[290, 450, 151, 91]"
KEY = hashlib.sha256(BODY).hexdigest()
SERIES = Series(
    ref=SeriesRef("office", "A"), title="Asylum applications lodged", unit=Unit(Dimension.COUNT, "application"),
    adds=Additivity.SUM, publisher="Office of Figures", licence="CC BY 4.0, Office", url="https://office.example/a",
)  # fmt: skip
FORMS = ("markdown", "html", "csv", "json", "jsonl", "claimreview")


class Clock:
    """An hour later whenever somebody asks, so that nothing is the same by being done at the same moment."""

    def __init__(self) -> None:
        self.now = AT

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


class Office:
    """A source whose every question gives the same body, asked for by another address and at another time, until it revises its figures."""

    info = SourceInfo(name="office", title="Office", publisher="Office", licence="free", url="https://office.example")

    def __init__(self, archive: MemoryArchive, clock: Clock) -> None:
        self._archive, self._clock = archive, clock
        self.thousands = {2018: 290, 2019: 450, 2020: 151, 2021: 91}

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((SERIES,), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        content = json.dumps(list(self.thousands.values())).encode()
        url = f"https://office.example/a.json?years={ask.first}-{ask.last}"
        body = fetched(self._archive, self._clock(), url, content)
        rows = (_row(body.id, n, y, thousands) for n, (y, thousands) in enumerate(self.thousands.items()))
        return SourceAnswer(SERIES, tuple(rows), (body,))


def fetched(archive: MemoryArchive, at: datetime, url: str, content: bytes = BODY) -> Snapshot:
    key = hashlib.sha256(content).hexdigest()
    kept = Snapshot(id=key, url=url, fetched=at, media_type="application/json", size=len(content), source="office")
    return archive.keep(kept, content)


def _row(key: str, n: int, y: int, thousands: int) -> Observation:
    return Observation(
        ref=SERIES.ref, place="MKD", period=year(y), value=Decimal(thousands * 1000), step=Decimal(1000),
        evidence=Evidence(key, (f"/{n}",), Decimal(1000)),
    )  # fmt: skip


class Titles:
    """A catalogue of one series."""

    problems = ()
    encoder = meanings()
    model = None

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return (SERIES,)

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return SERIES if ref == SERIES.ref else None

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"office": (1, None)}


async def no_fetch(request: object, *, fresh: bool = False) -> None:
    raise AssertionError("the office has its body at hand")


@contextmanager
def open_desk(folder: Path, *, empty: bool = False) -> Iterator[Desk]:
    """Yield a desk with two claims, or none, and the office that has the figure of one series."""
    archive, clock = MemoryArchive(), Clock()
    with open_store(folder / "desk.db") as store:
        desk = Desk(
            DeskPorts(
                store=store, archive=archive, catalogue=Titles(), fetch=no_fetch, files=UserFiles(), scales=installed_scales(),
                clock=clock, sources={"office": Office(archive, clock)}, reviewer="ana", exporters=Plugins(EXPORTERS),
                publisher=Publisher(name="Example Checks", url="https://checks.example.org"),
            )
        )  # fmt: skip
        for n, text in enumerate(() if empty else TEXTS):
            document = Document(
                id=f"d{n}",
                title="t",
                text=text,
                origin=f"/home/ana/speeches/{n}.txt",
                published=date(2022, 5, 1),
                place="MKD",
            )
            store.add([(document, read_claims(document).claims)])
        yield desk


def claims(desk: Desk) -> list[str]:
    return [desk.claims_in(f"d{n}")[0].id for n in range(len(TEXTS))]


def exports(desk: Desk, claim: str) -> dict[str, bytes]:
    from workbench.ports import ClaimFilter

    made = replace(desk.report(ClaimFilter(ids=(claim,))), made=AT)
    return {form: desk.export(made, form) for form in FORMS}
