"""What came in last counts, whatever the clocks said; what two take back at once is taken back once."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
import said

from workbench.core.errors import UnknownNameError
from workbench.core.failures.review_errors import TakenBackError
from workbench.core.reviewers.saved_formula import standing_formulas
from workbench.core.reviewers.series_choice import ChoiceKind
from workbench.core.series import Series, SeriesRef
from workbench.core.verdict import Action
from workbench.desk import Desk, DeskPorts
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive

BACK = [timedelta(0), timedelta(microseconds=1), timedelta(hours=1), timedelta(days=400)]
REF = SeriesRef("unhcr", "asylum-applications")
LISTED = Series(ref=REF, title="Asylum applications")


@pytest.fixture
def desk():
    """Yield a desk with one claim, and a clock that can be set."""
    store = open_store(":memory:")
    whole, claims = said.speech("d1", "Asylum applications fell.", "Wages rose.")
    store.add([(whole, claims)])
    clock = SimpleNamespace(now=said.NOON)
    source = SimpleNamespace(info=SimpleNamespace(name="unhcr"))
    ports = DeskPorts(
        store=store, archive=MemoryArchive(), catalogue=SimpleNamespace(get={REF: LISTED}.get, problems=()), fetch=None,
        files=None, scales=installed_scales(), clock=lambda: clock.now, sources={"unhcr": source}, reviewer="ana",
    )  # fmt: skip
    yield SimpleNamespace(desk=Desk(ports), claim=claims[0], clock=clock, store=store)
    store.close()


@pytest.mark.parametrize("back", BACK)
def test_the_newest_choice_counts_though_the_clock_was_set_back(desk, back):
    memory = desk.desk.memory
    for kind in (ChoiceKind.PICKED, ChoiceKind.BARRED, ChoiceKind.PICKED, ChoiceKind.BARRED):
        memory.choose(kind, desk.claim, said.series(), "ana")
        (standing,) = memory.standing()
        assert standing.kind is kind
        desk.clock.now -= back


@pytest.mark.parametrize("back", BACK)
def test_what_another_reviewer_chose_last_counts_by_whichever_clock(desk, back):
    """Ana excludes a series, then Ben picks it by a clock that is behind, then Ana excludes it again."""
    memory = desk.desk.memory
    for kind, by in ((ChoiceKind.BARRED, "ana"), (ChoiceKind.PICKED, "ben"), (ChoiceKind.BARRED, "ana")):
        memory.choose(kind, desk.claim, said.series(), by)
        assert memory.standing()[-1].kind is kind
        assert (memory.recall(desk.claim).remembered[REF].barred is None) == (kind is ChoiceKind.PICKED)
        desk.clock.now -= back


@pytest.mark.parametrize("back", BACK)
def test_undo_takes_back_what_was_done_last_though_the_clock_was_set_back(desk, back):
    desk.desk.rate(desk.claim.id, "false", "So.")
    desk.clock.now -= back
    chosen = desk.desk.bar(desk.claim, REF)
    desk.clock.now -= back
    rated = desk.desk.rate(desk.claim.id, "true", "No, so.")
    desk.clock.now -= back
    assert desk.desk.undo(desk.claim.id).id == rated.history[-1].id
    desk.clock.now -= back
    assert desk.desk.undo(desk.claim.id).id == chosen.id


@pytest.mark.parametrize("back", BACK)
def test_a_formula_that_was_dropped_last_is_dropped(desk, back):
    one = said.formula(desk.claim)
    desk.store.keep_formula(one)
    desk.store.keep_formula(replace(one, drops=True, at=one.at - back, quote="again"))
    assert standing_formulas(desk.store.formulas(desk.claim.id)) == ()


def test_the_same_review_is_taken_back_once(desk):
    rated = said.review(desk.claim)
    desk.store.review(rated)
    desk.store.review(said.review(desk.claim, Action.UNDO, n=1, undoes=rated.id))
    with pytest.raises(TakenBackError):
        desk.store.review(said.review(desk.claim, Action.UNDO, n=2, undoes=rated.id))
    assert len(desk.store.reviews(desk.claim.id)) == 2


def test_the_same_choice_is_forgotten_once(desk):
    one = said.choice(claim=desk.claim.id)
    assert desk.store.remember([one]) == 1
    gone = [said.choice(ChoiceKind.FORGOTTEN, n=n, undoes=one.id) for n in (1, 2)]
    assert [desk.store.remember([each]) for each in gone] == [1, 0]


@pytest.mark.parametrize("rounds", [pytest.param(5, id="some"), pytest.param(100, id="many", marks=pytest.mark.slow)])
def test_two_who_undo_at_once_take_back_two_things(tmp_path, rounds):
    """Two desks over one file, each with ten things to take back: twenty different ones are told."""
    path = tmp_path / "desk.db"
    with open_store(path) as store:
        whole, claims = said.speech("d1", *(f"Claim {n} fell." for n in range(rounds)))
        store.add([(whole, claims)])
    for claim in claims:
        with open_store(path) as store:
            for n in range(2):
                store.review(said.review(claim, n=n))
        told: list[str] = []
        start = threading.Barrier(2)
        both = [threading.Thread(target=_undo, args=(path, claim.id, start, told)) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        assert len(set(told)) == len(told) == 2


def _undo(path, claim, start, told):
    with open_store(path) as store:
        ports = DeskPorts(
            store=store, archive=MemoryArchive(), catalogue=None, fetch=None, files=None, scales=installed_scales(),
            clock=lambda: said.NOON, reviewer="ana",
        )  # fmt: skip
        desk = Desk(ports)
        start.wait()
        told.append(desk.undo(claim).id)


def test_a_source_that_is_not_there_is_named_at_once(desk):
    for act in (
        lambda ref: desk.desk.bar(desk.claim, ref),
        lambda ref: desk.desk.rate(desk.claim.id, "true", on=ref),
    ):
        with pytest.raises(UnknownNameError, match="There is no source called unchr") as told:
            act(SeriesRef("unchr", "asylum-applications"))
        assert told.value.hint == "Did you mean unhcr?"
    assert desk.store.reviews(desk.claim.id) == []
    assert desk.store.recall() == []
