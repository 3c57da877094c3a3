"""Research on a desk of small real parts: a memory store, two sources, one of them down."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.core.document import Document
from workbench.core.errors import NoSuchRecordError, PublishError, UnknownNameError, UnreachableError
from workbench.core.finding import Agreement
from workbench.core.period import Frequency, year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.core.verdict import Stage
from workbench.desk import Desk, DeskPorts
from workbench.desk.catalogue.search_summary import lists_searched, recounted
from workbench.desk.importing.document_import import read_claims
from workbench.desk.publication.cached_store import CachedStore
from workbench.files.user_files import UserFiles
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Ask, CataloguePage, Fetch, Progress, Request, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

TEXT = "Asylum applications in North Macedonia fell by 40 percent in 2021 compared with 2020."
APPLICATION = Unit(Dimension.COUNT, "application")


def series(source: str, key: str, title: str) -> Series:
    return Series(
        ref=SeriesRef(source, key),
        title=title,
        unit=APPLICATION,
        frequency=Frequency.YEAR,
        adds=Additivity.SUM,
        publisher="Office",
        headline=True,
    )


class Office:
    """A source of one yearly series."""

    def __init__(self, name: str, title: str, figures: dict[int, int], *, down: bool = False) -> None:
        self.info = SourceInfo(name=name, title=title, publisher=title, licence="free", url="https://office.example")
        self.figures = figures
        self.down = down

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((series(self.info.name, "A", "Asylum applications lodged"),), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        if self.down:
            raise UnreachableError("office.example", "timed out")
        figures = tuple(
            Observation(ref=ask.ref, place="MKD", period=year(y), value=Decimal(v)) for y, v in self.figures.items()
        )
        return SourceAnswer(series(ask.ref.source, ask.ref.key, "Asylum applications lodged"), figures)


class Titles:
    """A catalogue of a few titles."""

    problems = ()

    def __init__(self, held: Sequence[Series]) -> None:
        self.held = list(held)

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return self.held[:limit]

    encoder = meanings()
    model = None

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return next((each for each in self.held if each.ref == ref), None)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"one": (len(self.held), None)}

    def replace(self, source: str, series, as_of: date) -> int:
        self.held = list(series)
        return len(self.held)


async def no_fetch(request, *, fresh: bool = False):
    raise AssertionError("these sources carry their figures with them")


@pytest.fixture
def offices() -> dict[str, Office]:
    return {
        "one": Office("one", "Office One", {2019: 450, 2020: 151, 2021: 91}),
        "two": Office("two", "Office Two", {}, down=True),
    }


@pytest.fixture
def desk(offices: dict[str, Office]) -> Desk:
    titles = [
        series("one", "A", "Asylum applications lodged"),
        series("two", "A", "Asylum applications, all"),
        series("one", "B", "Livestock, poultry"),
    ]
    desk = Desk(
        DeskPorts(
            store=open_store(":memory:"), archive=MemoryArchive(), catalogue=Titles(titles), fetch=no_fetch, files=UserFiles(),
            scales=installed_scales(), clock=lambda: datetime(2022, 6, 1, tzinfo=UTC), sources=offices, reviewer="ana",
        )
    )  # fmt: skip
    document = Document(id="d", title="t", text=TEXT, origin="-", published=date(2022, 5, 1), place="MKD")
    desk.ports.store.add([(document, read_claims(document).claims)])
    return desk


@pytest.fixture
def claim(desk: Desk) -> str:
    return desk.claims()[0].id


async def test_a_failing_source_is_a_problem_and_the_others_answer(desk: Desk, claim: str):
    heard: list[Progress] = []
    done = await desk.research(claim, heard.append)
    assert [p.kind for p in done.problems] == ["source-failed"]
    assert "timed out" in done.problems[0].message
    assert done.findings[0].agreement is Agreement.ROUNDS_TO
    assert {(p.what, p.state) for p in heard} >= {("Office One", "done"), ("Office Two", "failed")}
    assert desk.researched(claim) == done


async def test_the_order_of_candidates_never_depends_on_the_figures(desk: Desk, claim: str, offices: dict[str, Office]):
    """Change the data, the order and the scores stay."""
    before = await desk.research(claim)
    offices["one"].figures = {2020: 1, 2021: 1_000_000}
    after = await desk.research(claim)
    assert before.findings[0].agreement is not after.findings[0].agreement
    assert [row.candidate for row in before.candidates] == [row.candidate for row in after.candidates]


async def test_what_is_not_sure_to_measure_the_claim_is_last_with_a_reason_and_is_not_asked(desk: Desk, claim: str):
    rows = (await desk.research(claim)).candidates
    assert rows[-1].candidate.series.title == "Livestock, poultry"
    assert rows[-1].candidate.doubt == "shares only “application” with the claim"
    assert rows[-1].finding is None


async def test_a_reviewer_picks_another_series(desk: Desk, claim: str):
    await desk.research(claim)
    done = await desk.examine(claim, SeriesRef("one", "B"))
    assert done.findings[0].series.ref == SeriesRef("one", "B")
    assert any(f.series and f.series.ref == SeriesRef("one", "A") for f in done.findings)
    with pytest.raises(NoSuchRecordError, match="no series one:Z"):
        await desk.examine(claim, SeriesRef("one", "Z"))


class Asking(Office):
    """A source that fetches its figures, and notes whether the service itself was to be asked."""

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        await fetch(Request(f"https://office.example/{ask.ref.key}"))
        return await super().observations(fetch, ask)


@pytest.mark.parametrize("fresh", [True, False])
async def test_a_series_that_is_named_is_asked_anew_where_that_is_wanted(desk: Desk, claim: str, fresh: bool):
    asked: list[bool] = []

    async def fetch(request: Request, *, fresh: bool = False) -> None:
        asked.append(fresh)

    sources = {**desk.ports.sources, "one": Asking("one", "Office One", {2020: 151, 2021: 91})}
    desk = Desk(replace(desk.ports, sources=sources, fetch=fetch))
    await desk.research(claim)
    asked.clear()
    await desk.examine(claim, SeriesRef("one", "A"), fresh=fresh)
    assert asked == [fresh]


async def test_a_candidate_says_why_it_has_no_figures_and_says_so_after_a_choice_too(desk: Desk, claim: str):
    rows = (await desk.research(claim)).candidates
    failed = {str(row.candidate.series.ref): row.failed for row in rows}
    assert "timed out" in failed["two:A"]
    assert failed["one:A"] == ""
    desk.bar(desk.claim(claim), SeriesRef("one", "B"))
    assert {str(row.candidate.series.ref): row.failed for row in desk.researched(claim).candidates} == failed
    desk.ports.sources["two"].down = False
    desk.ports.sources["two"].figures = {2020: 151, 2021: 91}
    again = await desk.examine(claim, SeriesRef("two", "A"))
    assert [row.failed for row in again.candidates] == ["", "", ""]


async def test_research_that_finds_nothing_says_what_was_searched(desk: Desk, claim: str):
    desk.ports.catalogue.held = [series("one", "B", "Livestock, poultry")]
    done = await desk.research(claim)
    assert "No official series found" in done.searched
    assert "among 1 title:" in done.searched
    assert not [f for f in done.findings if f.series]


async def test_what_was_searched_is_counted_anew_after_a_choice(desk: Desk, claim: str):
    """And only where something was found: the words of a claim may look like a number of series."""
    before = (await desk.research(claim)).searched
    usable = sum(row.candidate.usable for row in desk.researched(claim).candidates)
    assert before.startswith(f"{usable} usable of ")
    desk.bar(desk.claim(claim), SeriesRef("one", "A"))
    assert desk.researched(claim).searched == before.replace(f"{usable} usable", f"{usable - 1} usable")
    assert recounted("No official series found for “2 usable of 3 wells” among 1 title: a.", 0).startswith(
        "No official"
    )


async def test_a_verdict_keeps_the_findings_it_was_given_on(desk: Desk, claim: str, offices: dict[str, Office]):
    before = await desk.research(claim)
    desk.rate(claim, "mostly-true", "about right")
    offices["one"].figures = {2020: 151, 2021: 300}
    await desk.research(claim)
    assert [f.id for f in desk.report().entries[0].findings] == [f.id for f in before.findings]


def test_a_rating_that_the_scale_does_not_have_is_refused(desk: Desk, claim: str):
    with pytest.raises(UnknownNameError, match="no rating called flase"):
        desk.rate(claim, "flase")
    assert desk.verdict(claim).stage is Stage.OPEN


def test_given_undone_given_again(desk: Desk, claim: str):
    desk.rate(claim, "false")
    assert desk.undo().rating == "false"
    assert desk.verdict(claim).rating is None
    desk.rate(claim, "half-true", by="ben")
    verdict = desk.verdict(claim)
    assert (verdict.rating, len(verdict.history), len(verdict.standing)) == ("half-true", 3, 1)
    assert desk.undo(claim) is None, "that is ben's"
    assert desk.undo(claim, by="ben").reviewer == "ben"
    assert desk.undo() is None


def test_nothing_is_published_without_a_person(desk: Desk, claim: str):
    with pytest.raises(PublishError, match="no reviewer has given it a verdict"):
        desk.publish(claim)


async def test_a_published_figure_that_changed_is_not_exported(desk: Desk, claim: str, monkeypatch: pytest.MonkeyPatch):
    """Every published figure is recomputed before it goes out."""
    await desk.research(claim)
    desk.rate(claim, "true", "As the office counts.")
    desk.publish(claim)
    assert desk.report().entries[0].verdict.stage is Stage.PUBLISHED
    finding = desk.researched(claim).findings[0]
    steps = (*finding.trace.steps[:-1], replace(finding.trace.steps[-1], result=Decimal(1)))
    changed = replace(finding, trace=replace(finding.trace, steps=steps))
    monkeypatch.setattr(CachedStore, "finding", lambda _, key: changed)
    with pytest.raises(PublishError, match="step 3"):
        desk.report()


async def test_update_keeps_the_old_list_where_a_source_fails(desk: Desk, offices: dict[str, Office], tmp_path: Path):
    problems = await desk.catalogue.update(["one"])
    assert not problems
    assert [each.title for each in desk.catalogue.search("asylum")] == ["Asylum applications lodged"]
    with pytest.raises(UnknownNameError, match="no source called onee"):
        await desk.catalogue.update(["onee"])


class People(Office):
    """A source of the population."""

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        there = [
            Observation(ref=ask.ref, place="MKD", period=year(y), value=Decimal(2_000_000)) for y in range(2010, 2022)
        ]
        return SourceAnswer(series(ask.ref.source, ask.ref.key, "Population, total"), tuple(there))


@pytest.mark.parametrize("down", [False, True])
async def test_the_population_is_asked_for_a_claim_per_inhabitant(desk: Desk, offices: dict[str, Office], down: bool):
    ports = desk.ports
    people = replace(series("worldbank", "SP.POP.TOTL", "Population, total"), unit=Unit(Dimension.COUNT, "person"))
    ports.catalogue.replace("one", [*ports.catalogue.held, people], date(2022, 1, 1))
    offices["worldbank"] = Office("worldbank", "Bank", {}, down=True) if down else People("worldbank", "Bank", {})
    text = "In 2021 there were 4.55 asylum applications for every 100,000 inhabitants of North Macedonia."
    ports.store.add(
        [
            (
                document := Document(id="p", title="t", text=text, origin="-", published=date(2022, 5, 1)),
                read_claims(document).claims,
            )
        ]
    )
    (claim,) = ports.store.claims_in("p")
    (first, *_) = (await desk.research(claim.id)).findings
    assert first.agreement is (Agreement.UNDECIDED if down else Agreement.EXACT)


@pytest.mark.parametrize("empty", range(4))
async def test_the_next_candidate_is_asked_where_a_better_one_has_no_figure(
    desk: Desk, offices: dict[str, Office], empty: int
):
    """Six offices list the same title; the first ones have nothing for the place, and others are asked in their stead."""
    titles = [series(f"office{n}", "A", "Asylum applications lodged") for n in range(6)]
    figures = {2019: 450, 2020: 151, 2021: 91}
    offices.clear()
    offices |= {f"office{n}": Office(f"office{n}", f"Office {n}", {} if n < empty else figures) for n in range(6)}
    desk.ports.catalogue.held = titles
    done = await desk.research(desk.claims()[0].id)
    asked = [row.candidate.series.ref.source for row in done.candidates if row.finding]
    assert asked == [f"office{n}" for n in range(min(6, 3 + empty))]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, []),
        ({"unhcr": (33, None)}, ["unhcr (33 titles, starter list)"]),
        (
            {"unhcr": (33, None), "bls": (10, None), "eurostat": (9000, date(2026, 11, 2))},
            ["eurostat (9,000 titles, list of 2026-11-02)", "the starter lists of 2 services (43 titles)"],
        ),
    ],
)
def test_the_starter_lists_of_many_services_are_told_in_one(counts, words):
    """Twenty of them filled the pane that the candidates stand in."""
    assert list(lists_searched(counts)) == words
