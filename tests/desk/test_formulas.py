"""Formulas at the desk: kept with the claim, carried over, offered for its like, dropped."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from workbench.core.claim import ClaimKind
from workbench.core.document import Document
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError, UnreachableError
from workbench.core.finding import Agreement
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.reviewers.saved_formula import shape_of
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.desk import Desk, DeskPorts
from workbench.desk.formulas.formula_offers import likeness
from workbench.desk.importing.document_import import read_claims
from workbench.files.user_files import UserFiles
from workbench.formula import FormulaError
from workbench.match import hits_among
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

SAID = "Asylum applications in North Macedonia fell by 40 percent in {} compared with {}."


def series(key: str, title: str, adds: Additivity, unit: str, **more: object) -> Series:
    ref = SeriesRef("office", key)
    return Series(ref=ref, title=title, unit=Unit(Dimension.COUNT, unit), adds=adds, publisher="Office", **more)


ASYLUM = series("asylum", "Asylum applications", Additivity.SUM, "application", places=frozenset({"MKD", "SRB", "ALB"}))
PEOPLE = series("people", "Population", Additivity.LAST, "person")
FIGURES = {"asylum": {2020: 151, 2021: 91, 2022: 162}, "people": {2020: 2072531, 2021: 2065092, 2022: 2057679}}


class Office:
    """A source of two series, which remembers what it was asked."""

    def __init__(self) -> None:
        self.info = SourceInfo(
            name="office", title="Office", publisher="Office", licence="free", url="https://o.example"
        )
        self.asked: list[Ask] = []
        self.down = False

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((ASYLUM, PEOPLE), 2, 2)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        self.asked.append(ask)
        if self.down:
            raise UnreachableError("o.example", "timed out")
        of = ASYLUM if ask.ref.key == "asylum" else PEOPLE
        places = ask.places or ("MKD",)
        return SourceAnswer(
            of,
            tuple(
                Observation(ref=ask.ref, place=place, period=year(y), value=Decimal(v))
                for place in places
                for y, v in FIGURES[ask.ref.key].items()
                if ask.first <= y <= ask.last and place in {"MKD", "SRB", "ALB"}
            ),
        )


class Titles:
    """A catalogue of two titles."""

    problems = ()
    encoder = meanings()
    model = None

    def search(self, query: str, limit: int = 200, sources=(), meaning: str = ""):
        return [each for each in (ASYLUM, PEOPLE) if query.split(maxsplit=1)[0].lower()[:5] in each.title.lower()][
            :limit
        ]

    def find(self, query, limit: int = 12, sources=()):
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return next((each for each in (ASYLUM, PEOPLE) if each.ref == ref), None)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"office": (2, None)}


async def no_fetch(request, *, fresh: bool = False):
    raise AssertionError("the office carries its figures with it")


class Clock:
    """A clock that moves on a minute at every look."""

    def __init__(self) -> None:
        self.now = datetime(2023, 6, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def desk(office: Office) -> Desk:
    desk = Desk(
        DeskPorts(
            store=open_store(":memory:"), archive=MemoryArchive(), catalogue=Titles(), fetch=no_fetch, files=UserFiles(),
            scales=installed_scales(), clock=Clock(), sources={"office": office}, reviewer="ana",
        )
    )  # fmt: skip
    for n in (2021, 2022):
        said = date(n + 1, 5, 1)
        document = Document(id=f"d{n}", title="t", text=SAID.format(n, n - 1), origin="-", published=said, place="MKD")
        desk.ports.store.add([(document, read_claims(document).claims)])
    return desk


@pytest.fixture
def claims(desk: Desk):
    return {claim.period.value.start.year: claim for claim in map(desk.claim, (row.id for row in desk.claims()))}


async def test_each_source_is_asked_for_what_the_formula_reads_and_no_more(desk: Desk, claims, office: Office) -> None:
    done = await desk.formulas.work_out(claims[2021], "office.asylum[2020] / office.people[2021] * 100000")
    assert done.finding.measured is not None
    assert {(ask.ref.key, ask.places, ask.first, ask.last) for ask in office.asked} == {
        ("asylum", ("MKD",), 2020, 2021), ("people", ("MKD",), 2020, 2021),
    }  # fmt: skip


async def test_figures_of_two_kinds_are_refused_before_anybody_is_asked(desk: Desk, claims, office: Office) -> None:
    done = await desk.formulas.work_out(claims[2021], "sum(office.people[2020..2021])")
    assert done.finding.agreement is Agreement.UNDECIDED
    assert "counted at one time" in done.finding.why
    assert (office.asked, done.kept, desk.formulas.kept(claims[2021])) == ([], None, ())


async def test_a_source_that_is_down_keeps_nothing(desk: Desk, claims, office: Office) -> None:
    office.down = True
    with pytest.raises(UnreachableError):
        await desk.formulas.work_out(claims[2021], "change(office.asylum)")
    assert desk.formulas.kept(claims[2021]) == ()
    assert desk.researched(claims[2021].id) is None


async def test_the_newest_of_two_formulas_stands_first_and_the_same_one_stands_once(desk: Desk, claims) -> None:
    claim = claims[2021]
    for text in ("change(office.asylum)", "office.asylum / office.people", "change( office.asylum )"):
        await desk.formulas.work_out(claim, text)
    assert [each.text for each in desk.formulas.kept(claim)] == [
        "change(office.asylum)",
        "office.asylum / office.people",
    ]
    found = desk.researched(claim.id).findings
    assert [each.formula for each in found] == ["change(office.asylum)", "office.asylum / office.people"]


async def test_it_is_offered_for_the_next_year_and_never_worked_out_by_itself(
    desk: Desk, claims, office: Office
) -> None:
    await desk.formulas.work_out(claims[2021], "change(office.asylum, 2020, 2021)", "ben")
    (offered,) = desk.offered_formulas(claims[2022])
    assert (offered.general, offered.reviewer) == ("change(office.asylum, base, said)", "ben")
    assert desk.offered_formulas(claims[2021]) == ()  # it is that claim's own
    await desk.research(claims[2022].id)
    assert not [each for each in desk.researched(claims[2022].id).findings if each.formula]
    used = await desk.formulas.work_out(claims[2022], offered.general)
    assert round(used.finding.measured, 2) == Decimal("78.02")  # 91 to 162
    assert used.finding.agreement is Agreement.OPPOSITE


async def test_research_keeps_what_a_person_worked_out_and_a_drop_takes_it_away(desk: Desk, claims) -> None:
    claim = claims[2021]
    kept = (await desk.formulas.work_out(claim, "change(office.asylum)")).kept
    await desk.research(claim.id)
    await desk.examine(claim.id, ASYLUM.ref)
    assert [each.formula for each in desk.researched(claim.id).findings if each.formula] == ["change(office.asylum)"]
    assert len(desk.researched(claim.id).findings) > 1
    desk.formulas.drop(kept.id)
    assert not [each for each in desk.researched(claim.id).findings if each.formula]
    assert desk.offered_formulas(claims[2022]) == ()
    with pytest.raises(NoSuchRecordError):
        desk.formulas.drop(kept.id)
    again = await desk.formulas.work_out(claim, "change(office.asylum)")
    assert desk.formulas.named(again.kept.id[:6]) == again.kept


async def test_a_verdict_rests_on_the_formula_and_is_published_with_it(desk: Desk, claims) -> None:
    claim = claims[2021]
    found = (await desk.formulas.work_out(claim, "change(office.asylum)")).finding
    desk.rate(claim.id, "mostly-true", "The office's own figures.")
    desk.publish(claim.id)
    (entry,) = [each for each in desk.report().entries if each.claim.id == claim.id]
    assert [each.id for each in entry.findings] == [found.id]


async def test_a_group_without_a_figure_of_its_own_is_made_of_its_members(desk: Desk, claims, office: Office) -> None:
    """No more than some of the Western Balkans are known here, so their sum is no figure of theirs."""
    done = await desk.formulas.work_out(claims[2021], "office.asylum[WB6, 2021]")
    assert set(office.asked[-1].places) == {"WB6", "MKD", "SRB", "ALB"}
    assert done.finding.agreement is Agreement.UNDECIDED


async def test_what_is_typed_is_told_of_without_asking_anybody(desk: Desk, claims, office: Office) -> None:
    claim = claims[2021]
    assert desk.formulas.units(claim, "office.asylum / office.people * 1000").words == "application per 1,000 persons"
    with pytest.raises(FormulaError, match=r"no series called office\.asylums") as told:
        desk.formulas.units(claim, "office.asylums")
    assert told.value.hint == "Did you mean office.asylum?"
    assert [way.text for way in desk.formulas.ways_on("2 * office.popul")] == ["office.people"]
    assert office.asked == []


async def test_the_beginning_of_two_ids_names_neither(desk: Desk, claims) -> None:
    for text in ("change(office.asylum)", "office.asylum / office.people"):
        await desk.formulas.work_out(claims[2021], text)
    kept = desk.formulas.kept(claims[2021])
    assert desk.formulas.named(kept[0].id) == kept[0]
    with pytest.raises(NoSuchRecordError):
        desk.formulas.named("")
    common = "" if kept[0].id[0] != kept[1].id[0] else kept[0].id[0]
    if common:
        with pytest.raises(AmbiguousRecordError):
            desk.formulas.named(common)


def test_only_claims_of_one_shape_are_offered_a_formula(claims) -> None:
    shape = shape_of(claims[2021])
    assert likeness(shape, shape_of(claims[2022])) == 1
    assert likeness(shape, replace(shape, kind=ClaimKind.LEVEL)) == 0
    assert likeness(shape, replace(shape, mode=None)) == 0
    assert likeness(shape, replace(shape, dimension=Dimension.MONEY)) == 0
    assert likeness(shape, replace(shape, words="milk production")) == 0
    assert likeness(shape, replace(shape, words="")) == 0
