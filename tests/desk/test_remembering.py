"""The reviewers' memory on a desk of real parts: what is kept, when, and what it does to the next claim."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.core.document import Document
from workbench.core.errors import NoSuchRecordError, UsageError
from workbench.core.period import Frequency, year
from workbench.core.quantity import Dimension, Unit
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, ChoiceOrigin, learnt_choices
from workbench.core.series import Additivity, Observation, Series, SeriesRef, SourceInfo
from workbench.core.verdict import Review
from workbench.desk import Desk, DeskPorts
from workbench.desk.importing.document_import import read_claims
from workbench.desk.memory.rated_series import gathered
from workbench.files.user_files import UserFiles
from workbench.match import Query, hits_among
from workbench.match.index.title_store import Hit
from workbench.match.ranking.rank_series import words_of
from workbench.match.words.word_vectors import meanings
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

TEXT = "There were 16,000 border crossings in North Macedonia in 2021."
AGAIN = "The government counted 9,000 border crossings in North Macedonia in 2022."
PREVENTED = SeriesRef("police", "A")
ROADS = SeriesRef("office", "B")
BORDERS = SeriesRef("office", "C")


def series(ref: SeriesRef, title: str) -> Series:
    return Series(
        ref=ref,
        title=title,
        unit=Unit(Dimension.COUNT, "crossing"),
        frequency=Frequency.YEAR,
        adds=Additivity.SUM,
        headline=True,
    )


TITLES = {
    PREVENTED: series(PREVENTED, "Attempts prevented by the border force"),
    ROADS: series(ROADS, "Level crossings of roads"),
    BORDERS: series(BORDERS, "Border crossings by travellers"),
}


class Office:
    """A source whose figure is whatever a test says."""

    def __init__(self, name: str, figure: int) -> None:
        self.info = SourceInfo(name=name, title=name.title(), publisher=name, licence="free", url="https://example.org")
        self.figure = figure

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        for page in ():
            yield page

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        figures = tuple(
            Observation(ref=ask.ref, place="MKD", period=year(y), value=Decimal(self.figure))
            for y in (2020, 2021, 2022)
        )
        return SourceAnswer(TITLES[ask.ref], figures)


class Catalogue:
    """A catalogue whose search never finds what the border police counts."""

    problems = ()

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        return [TITLES[BORDERS], TITLES[ROADS]] if "crossing" in query else []

    encoder = meanings()
    model = None

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        return hits_among(query, self.search(words_of(query)))

    def get(self, ref: SeriesRef) -> Series | None:
        return TITLES.get(ref)

    def counts(self) -> dict[str, tuple[int, date | None]]:
        return {"office": (2, None), "police": (1, None)}


class Clock:
    """A minute goes by at every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def make(tmp_path: Path):
    """Build desks over one database, whose sources give a figure."""
    stores = []

    def build(figure: int = 16_000, **more: object) -> Desk:
        store = open_store(tmp_path / "desk.db")
        stores.append(store)
        for n, text in enumerate((TEXT, AGAIN), start=1):
            document = Document(
                id=f"d{n}", title="Speech", text=text, origin="speech.txt", published=date(2021, 12, 2), place="MKD"
            )
            store.add([(document, read_claims(document).claims)])
        police, office = Office("police", figure), Office("office", figure)
        return Desk(DeskPorts(store=store, archive=MemoryArchive(), catalogue=Catalogue(), fetch=None, files=UserFiles(),
                          scales=installed_scales(), clock=Clock(), sources={"police": police, "office": office},
                          reviewer="Ana", **more))  # type: ignore[arg-type]  # fmt: skip

    yield build
    for store in stores:
        store.close()


@pytest.fixture
def desk(make) -> Desk:
    return make()


def claim(desk: Desk, n: int = 1) -> str:
    return desk.claims_in(f"d{n}")[0].id


def order(desk: Desk, n: int = 2) -> list[SeriesRef]:
    return [c.series.ref for c in desk.candidates(claim(desk, n)) if c.barred is None]


def bars(desk: Desk, key: str) -> dict[SeriesRef, str | None]:
    lying = desk.researched(key)
    assert lying is not None
    return {row.candidate.series.ref: row.candidate.barred for row in lying.candidates}


# --- picking -------------------------------------------------------------------------------------------


async def test_a_series_that_is_named_is_remembered_and_offered_for_the_next_claim(desk: Desk):
    assert PREVENTED not in order(desk)
    await desk.examine(claim(desk), PREVENTED, pick=True)
    (choice,) = desk.memory.standing()
    assert (choice.kind, choice.words, choice.series, choice.reviewer) == (
        ChoiceKind.PICKED,
        "border crossings",
        PREVENTED,
        "Ana",
    )
    assert (choice.dimension, choice.place, choice.claim) == (Dimension.COUNT, "MKD", claim(desk))
    assert choice.title == "Attempts prevented by the border force"
    assert PREVENTED in order(desk)


async def test_two_picks_and_the_series_is_asked_first(desk: Desk):
    for n in (1, 2):
        await desk.examine(claim(desk, n), PREVENTED, pick=True, by="Ben")
    assert order(desk, 1)[0] == order(desk, 2)[0] == PREVENTED
    researched = await desk.research(claim(desk))
    assert researched.candidates[0].candidate.series.ref == PREVENTED
    assert researched.findings[0].series.ref == PREVENTED
    because = researched.candidates[0].candidate.parts[0].because
    assert because == "picked for “border crossings” by Ben, 2 times, last 2026-11-02"


async def test_looking_at_a_series_is_no_pick(desk: Desk):
    await desk.examine(claim(desk), PREVENTED)
    assert desk.memory.standing() == ()


async def test_a_pick_shows_at_once_among_the_candidates_on_the_desk(desk: Desk):
    await desk.research(claim(desk))
    researched = await desk.examine(claim(desk), PREVENTED, pick=True)
    parts = {row.candidate.series.ref: row.candidate.parts[0].because for row in researched.candidates}
    assert parts[PREVENTED] == "picked for “border crossings” by Ana, 2026-11-02"
    assert parts[BORDERS] == "nobody here picked or excluded it for such words"


# --- ratings -------------------------------------------------------------------------------------------


async def test_a_rating_remembers_the_series_that_it_rests_on(desk: Desk):
    await desk.research(claim(desk))
    desk.rate(claim(desk), "false")
    (choice,) = desk.memory.standing()
    assert (choice.series, choice.through, choice.kind) == (BORDERS, ChoiceOrigin.RATED, ChoiceKind.PICKED)


async def test_a_rating_rests_on_the_series_in_hand_where_it_is_named(desk: Desk):
    await desk.research(claim(desk))
    await desk.examine(claim(desk), PREVENTED)
    desk.rate(claim(desk), "true", on=BORDERS)
    assert [c.series for c in desk.memory.standing()] == [BORDERS]


async def test_a_rating_reads_what_was_chosen_of_its_own_claim_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    """A desk of years has thousands of choices, and each rating that rests on a series would read them all."""
    await desk.research(claim(desk))
    desk.rate(claim(desk), "false")
    asked: list[str] = []
    recall = desk.ports.store.recall
    monkeypatch.setattr(desk.ports.store, "recall", lambda of="": asked.append(of) or recall(of))
    desk.rate(claim(desk), "true")
    assert asked == [claim(desk)]


async def test_a_rating_off_the_ladder_says_nothing_of_the_series(desk: Desk):
    await desk.research(claim(desk))
    off = next(rating.key for rating in desk.scale.ratings if rating.value is None)
    desk.rate(claim(desk), off)
    assert desk.memory.standing() == ()


async def test_a_rating_without_figures_remembers_nothing(desk: Desk):
    desk.rate(claim(desk), "false")
    assert desk.memory.standing() == ()


@pytest.mark.parametrize(
    ("figure", "rating"), [(16_000, "true"), (3, "true"), (999_999, "false"), (16_000, "half-true")]
)
async def test_no_figure_agreement_or_rating_moves_what_is_remembered(make, figure: int, rating: str):
    """Whatever the figures say and however the claim is rated, the next claim's candidates are the same."""
    desk = make(figure)
    await desk.research(claim(desk))
    desk.rate(claim(desk), rating)
    (choice,) = desk.memory.standing()
    assert (choice.series, choice.words) == (BORDERS, "border crossings")
    told = [(c.series.ref, c.score, c.parts[0].value) for c in desk.candidates(claim(desk, 2))]
    assert told[0][0] == BORDERS
    assert told[0][2] == 0.5


# --- looking at it -------------------------------------------------------------------------------------


async def test_choices_are_found_by_phrase_series_reviewer_and_claim_and_by_all_of_them(desk: Desk):
    first, second = claim(desk), claim(desk, 2)
    desk.bar(desk.claim(first), BORDERS, "Ben")
    desk.bar(desk.claim(first), ROADS, "Ana")
    desk.bar(desk.claim(second), BORDERS, "Ana")
    found = {
        "BEN's": desk.memory.standing_like(reviewer="BEN"),
        "the first claim's": desk.memory.standing_like(claim=first),
        "of borders": desk.memory.standing_like(series=str(BORDERS)),
        "Ana's of borders": desk.memory.standing_like(series=str(BORDERS), reviewer="ana"),
        "of the phrase": desk.memory.standing_like("Border Crossings", claim=first),
        "nobody's": desk.memory.standing_like(reviewer="Be"),
        "all": desk.memory.standing_like(),
    }
    told = {name: [(each.series, each.reviewer) for each in choices] for name, choices in found.items()}
    assert told == {
        "BEN's": [(BORDERS, "Ben")],
        "the first claim's": [(BORDERS, "Ben"), (ROADS, "Ana")],
        "of borders": [(BORDERS, "Ben"), (BORDERS, "Ana")],
        "Ana's of borders": [(BORDERS, "Ana")],
        "of the phrase": [(BORDERS, "Ben"), (ROADS, "Ana")],
        "nobody's": [],
        "all": [(BORDERS, "Ben"), (ROADS, "Ana"), (BORDERS, "Ana")],
    }


async def test_what_was_learnt_is_found_by_words_of_the_phrase_the_title_and_the_series(desk: Desk):
    desk.bar(desk.claim(claim(desk)), BORDERS, "Ben")
    desk.bar(desk.claim(claim(desk)), ROADS, "Ben")
    assert {each.series for each in desk.memory.learnt()} == {BORDERS, ROADS}
    for words in (["CROSSINGS"], ["border crossings"]):
        assert {each.series for each in desk.memory.learnt(words)} == {BORDERS, ROADS}
    assert [each.series for each in desk.memory.learnt([str(ROADS), "border"])] == [ROADS]
    assert desk.memory.learnt(["crossings", "whales"]) == ()


# --- barring -------------------------------------------------------------------------------------------


async def test_a_barred_series_is_listed_with_who_said_so_and_is_no_evidence(desk: Desk):
    researched = await desk.research(claim(desk))
    assert {f.series.ref for f in researched.findings if f.series} >= {BORDERS}
    desk.bar(desk.claim(claim(desk)), BORDERS, "Ben")
    assert bars(desk, claim(desk))[BORDERS] == "not what was meant, says Ben, 2026-11-02"
    left = desk.researched(claim(desk))
    assert left is not None
    assert BORDERS not in {f.series.ref for f in left.findings if f.series}
    again = await desk.research(claim(desk))
    assert next(r for r in again.candidates if r.candidate.series.ref == BORDERS).candidate.barred is not None


async def test_undo_takes_back_whichever_came_last(desk: Desk):
    key = claim(desk)
    await desk.research(key)
    desk.rate(key, "false")
    desk.bar(desk.claim(key), BORDERS)
    undone = desk.undo(key)
    assert isinstance(undone, Choice)
    assert (undone.kind, undone.series) == (ChoiceKind.BARRED, BORDERS)
    assert bars(desk, key)[BORDERS] is None
    undone = desk.undo(key)
    assert isinstance(undone, Review)
    assert desk.memory.standing() == ()
    assert desk.undo(key) is None


async def test_undo_without_a_claim_takes_back_ones_own_last_choice(desk: Desk):
    desk.bar(desk.claim(claim(desk)), ROADS)
    elsewhere = replace(desk.memory.standing()[0], claim="not-here", at=datetime(2026, 11, 3, tzinfo=UTC))
    desk.ports.store.remember([elsewhere])
    undone = desk.undo()
    assert isinstance(undone, Choice)
    assert undone.claim == claim(desk)
    assert desk.memory.standing() == (elsewhere,)


async def test_forgetting_gives_the_old_order_back_bit_for_bit(desk: Desk):
    before = desk.candidates(claim(desk, 2))
    for n in (1, 2):
        await desk.examine(claim(desk, n), PREVENTED, pick=True)
    desk.bar(desk.claim(claim(desk)), BORDERS)
    assert desk.candidates(claim(desk, 2)) != before
    assert desk.forget(desk.memory.standing()) == 3
    assert desk.candidates(claim(desk, 2)) == before
    assert len(desk.ports.store.recall()) == 6


async def test_off_means_off(make):
    on, off = make(), make(memory=False)
    before = off.candidates(claim(off, 2))
    for n in (1, 2):
        await on.examine(claim(on, n), PREVENTED, pick=True)
    assert off.candidates(claim(off, 2)) == before
    await off.examine(claim(off), ROADS, pick=True)
    await off.research(claim(off))
    off.rate(claim(off), "false")
    assert len(on.memory.standing()) == 2
    with pytest.raises(UsageError, match="memory is switched off"):
        off.bar(off.claim(claim(off)), ROADS)


async def test_two_desks_on_one_database_hear_of_each_other(make):
    one, other = make(), make()
    assert PREVENTED not in order(other)
    await one.examine(claim(one), PREVENTED, pick=True)
    assert PREVENTED in order(other)


async def test_a_series_of_a_source_that_is_gone_is_no_candidate(desk: Desk):
    gone = replace(TITLES[PREVENTED], ref=SeriesRef("gone", "X"))
    for n in (1, 2):
        desk.memory.pick(desk.claim(claim(desk, n)), gone)
    assert gone.ref not in order(desk)
    assert learnt_choices(desk.memory.standing())[0].series == gone.ref


async def test_a_series_that_no_list_has_any_more_is_a_candidate_by_its_name(desk: Desk):
    unlisted = Series(ref=SeriesRef("office", "table?sex=F"), title="Crossings, women")
    for n in (1, 2):
        desk.memory.pick(desk.claim(claim(desk, n)), unlisted)
    (first, *_) = desk.candidates(claim(desk, 2))
    assert (first.series.ref, first.series.title) == (unlisted.ref, "Crossings, women")


async def test_barring_a_claim_that_is_not_there_is_a_sentence(desk: Desk):
    with pytest.raises(NoSuchRecordError):
        desk.bar(desk.claim("zz"), ROADS)


# --- what the store held before ------------------------------------------------------------------------


async def test_ratings_of_before_the_memory_are_remembered_and_kept_with_the_first_choice(make):
    old = make(memory=False)
    await old.research(claim(old))
    old.rate(claim(old), "false")
    assert old.ports.store.recall() == []
    desk = make()
    assert [c.series for c in desk.memory.standing()] == [BORDERS]
    assert desk.ports.store.recall() == [], "looking writes nothing"
    desk.bar(desk.claim(claim(desk)), ROADS)
    assert {c.series for c in desk.ports.store.recall()} == {BORDERS, ROADS}
    assert len(gathered(desk.ports)) == 1


async def test_the_first_research_keeps_what_the_ratings_of_before_come_to(make):
    old = make(memory=False)
    await old.research(claim(old))
    old.rate(claim(old), "false")
    desk = make()
    await desk.research(claim(desk, 2))
    assert [c.series for c in desk.ports.store.recall()] == [BORDERS]
    assert desk.memory.standing()[0].reviewer == "Ana"


async def test_an_undone_rating_of_before_is_not_gathered(make):
    old = make(memory=False)
    await old.research(claim(old))
    old.rate(claim(old), "false")
    old.undo(claim(old))
    assert make().memory.standing() == ()


# --- as a file -----------------------------------------------------------------------------------------


async def test_what_is_written_is_taken_in_elsewhere_and_twice_adds_nothing(desk: Desk, tmp_path: Path):
    await desk.examine(claim(desk), PREVENTED, pick=True)
    desk.bar(desk.claim(claim(desk)), ROADS, "Ben")
    file = tmp_path / "memory.jsonl"
    file.write_bytes(desk.memory.written())
    with open_store(tmp_path / "other.db") as store:
        other = Desk(replace(desk.ports, store=store))
        assert other.memory.import_file(str(file)) == (2, 0, [])
        assert other.memory.import_file(str(file)) == (0, 2, [])
        assert other.memory.standing() == desk.memory.standing()
        assert other.memory.written() == desk.memory.written()


async def test_what_was_forgotten_stays_forgotten_whatever_file_brings_it(desk: Desk, tmp_path: Path):
    await desk.examine(claim(desk), PREVENTED, pick=True)
    file = tmp_path / "memory.jsonl"
    file.write_bytes(desk.memory.written())
    desk.forget(desk.memory.standing())
    assert desk.memory.import_file(str(file)) == (0, 1, [])
    assert desk.memory.standing() == ()
    assert desk.memory.written() == b""
    assert desk.memory.written(history=True).count(b"\n") == 2


GOOD = '{"kind":"picked","words":"crossings","series":"police:A","reviewer":"Ana","at":"2026-11-01T12:00:00+00:00"}'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[1, 2]", "not an object"),
        ("{", "not JSON"),
        ("[" * 5_000, "not JSON"),
        ("x" * 30_000, "longer than"),
        (GOOD.replace("picked", "loved"), "“loved”, not one of picked, barred, forgotten"),
        (GOOD.replace("picked", "forgotten"), "names that one's id"),
        (GOOD.replace('"crossings"', '"crossings","undoes":"0123456789ab"'), "names that one's id"),
        (GOOD.replace('"crossings"', '"\\u001b[31m"'), "it has no words"),
        (GOOD.replace('"crossings"', "7"), "its words is not a text"),
        (GOOD.replace("crossings", "c" * 400), "longer than 300 characters"),
        (GOOD.replace("police:A", "police"), "police is no series"),
        (GOOD.replace("Ana", " "), "it has no reviewer"),
        (GOOD.replace("2026-11-01", "2026-13-01"), "is no moment"),
        (GOOD.replace("2026-11-01", "9998-11-01"), "is no day on which it can have been made"),
        (GOOD.replace("2026-11-01", "0001-01-01"), "is no day on which it can have been made"),
        (GOOD.replace("}", ',"dimension":"taste"}'), "not one of count"),
        (GOOD.replace("}", ',"at":{"a":1}}'), "its at is not a text"),
    ],
)
def test_a_line_that_is_no_choice_is_refused_and_the_others_are_taken_in(
    desk: Desk, tmp_path: Path, line: str, says: str
):
    file = tmp_path / "memory.jsonl"
    file.write_text(f"# by hand\n\n{line}\n{GOOD}\n", encoding="utf-8")
    new, already, refused = desk.memory.import_file(str(file))
    assert (new, already, len(refused)) == (1, 0, 1)
    assert refused[0].line == 3
    assert says in refused[0].message


def test_bytes_that_are_no_text_and_marks_of_order_harm_nothing(desk: Desk, tmp_path: Path):
    file = tmp_path / "memory.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("Ana", "An\u202ea\\u001b[2J").encode() + b"\n\xff\xfe\x00{}\n")
    new, _, refused = desk.memory.import_file(str(file))
    assert (new, len(refused)) == (1, 1)
    assert desk.memory.standing()[0].reviewer == "Ana"
