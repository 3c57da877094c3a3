"""Offices are asked again for what verdicts rest on: what they revised is told, and nothing that was decided changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from office import AT, KEY, Office, claims, exports, open_desk

from workbench.core.errors import UnreachableError
from workbench.core.verdict import Stage
from workbench.desk import Desk
from workbench.desk.publication.rechecking import NothingIsAskedError, Recheck, Rechecked, _asking_anew
from workbench.ports import Answer, ClaimFilter, Request
from workbench.report.revision_words import revision_lines


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


def office(desk: Desk) -> Office:
    return desk.ports.sources["office"]


async def published(desk: Desk, n: int = 0) -> str:
    claim = claims(desk)[n]
    await desk.research(claim)
    desk.rate(claim, "true")
    desk.publish(claim)
    return claim


async def recheck(desk: Desk, *keys: str) -> list[Rechecked]:
    return [each async for each in desk.recheck(ClaimFilter(ids=keys))]


async def test_what_is_published_as_before_is_the_same_and_nothing_is_kept_anew(desk):
    """There were 91 thousand asylum applications in North Macedonia in 2021."""
    claim = await published(desk)
    before = desk.researched(claim)
    assert [each.came for each in await recheck(desk, claim)] == [Recheck.SAME]
    assert (desk.researched(claim), desk.revisions(claim)) == (before, ())


async def test_a_revised_figure_is_told_and_the_verdict_keeps_its_own(desk):
    """There were 91 thousand asylum applications in North Macedonia in 2021; the office says 118 thousand since."""
    claim = await published(desk)
    office(desk).thousands[2021] = 118
    [found] = await recheck(desk, claim)
    [revision] = found.revisions
    [figure] = revision.figures
    assert (figure.before, figure.after, figure.period.label) == (Decimal(91000), Decimal(118000), "2021")
    assert revision.moves_word
    assert revision.since.date() == AT.date()
    assert desk.verdict(claim).stage is Stage.PUBLISHED
    assert all(each.same for each in desk.replay(claim))
    assert desk.report(ClaimFilter(ids=(claim,))).entries[0].findings[0].id == revision.before.id
    assert desk.archive.read(KEY)  # the body of that day is still there


async def test_every_report_says_both_figures(desk):
    claim = await published(desk)
    office(desk).thousands[2021] = 118
    await recheck(desk, claim)
    says = "Office of Figures, North Macedonia, 2021: 91,000 when the verdict was given, 118,000 since 1 June 2022."
    made = exports(desk, claim)
    for form in ("markdown", "html"):
        assert says in made[form].decode()
    [entry] = json.loads(made["json"])["claims"]
    assert entry["revised"][0]["figures"] == [
        {"place": "MKD", "period": ["2021-01-01", "2022-01-01"], "before": "91000", "after": "118000"}
    ]
    assert [entry["revised"][0][when]["agreement"] for when in ("then", "now")] == ["exact", "apart"]


async def test_an_update_that_rests_on_the_new_figure_is_up_to_date(desk):
    claim = await published(desk)
    office(desk).thousands[2021] = 118
    await recheck(desk, claim)
    desk.correct_verdict(claim, "false", "The office revised 2021.", revised=True)
    assert desk.revisions(claim) == ()
    assert [each.came for each in await recheck(desk, claim)] == [Recheck.SAME]


@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021])
@pytest.mark.parametrize("n", [0, 1])
async def test_a_revision_is_told_just_where_the_verdict_reads_the_figure(desk, year, n):
    """91 thousand in 2021, and in 2020: each rests on the figure of its own year."""
    claim = await published(desk, n)
    office(desk).thousands[year] += 1
    [found] = await recheck(desk, claim)
    assert (found.came is Recheck.REVISED) == (year == 2021 - n)


async def test_a_figure_that_is_no_longer_published_is_told(desk):
    claim = await published(desk)
    del office(desk).thousands[2021]
    [found] = await recheck(desk, claim)
    assert [(each.before, each.after) for each in found.revisions[0].figures] == [(Decimal(91000), None)]
    assert "no longer published since" in revision_lines(found.revisions)[0]


async def test_an_office_that_does_not_answer_has_revised_nothing(desk, monkeypatch):
    claim = await published(desk)

    async def silent(*_: object) -> None:
        raise UnreachableError("office.example", "no network")

    monkeypatch.setattr(office(desk), "observations", silent)
    [found] = await recheck(desk, claim)
    assert (found.came, found.revisions) == (Recheck.FAILED, ())
    assert "office.example did not answer" in found.why
    assert desk.revisions(claim) == ()


async def test_a_verdict_with_a_reason_and_no_figure_is_passed_over(desk):
    claim = claims(desk)[0]
    desk.rate(claim, "false", "No official figure: the ministry keeps none.")
    assert [each.came for each in await recheck(desk, claim)] == [Recheck.NOTHING]


async def test_a_formula_is_worked_out_again(desk):
    """There were 91 thousand asylum applications in North Macedonia in 2021."""
    claim = claims(desk)[0]
    await desk.formulas.work_out(desk.claim(claim), "office.A[2021]")
    desk.rate(claim, "true")
    desk.publish(claim)
    office(desk).thousands[2021] = 118
    [found] = await recheck(desk, claim)
    assert [(each.before, each.after) for each in found.revisions[0].figures] == [(Decimal(91000), Decimal(118000))]


async def test_offline_nobody_can_say_whether_a_figure_was_revised(tmp_path):
    from dataclasses import replace

    with open_desk(tmp_path) as online:
        desk = Desk(replace(online.ports, offline=True))
        with pytest.raises(NothingIsAskedError, match="Nothing is asked offline"):
            await recheck(desk)


async def test_a_question_of_many_verdicts_is_asked_once():
    """And the service may say that its answer is the same."""
    asked: list[tuple[bool, bool]] = []

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        asked.append((fresh, request.revalidate))
        return None

    anew = _asking_anew(fetch)
    for _ in range(3):
        await anew(Request("https://office.example/a.json"))
    assert asked == [(True, True), (False, False), (False, False)]


async def test_doctor_says_which_published_figures_were_not_asked_for_for_long(desk):
    """Nothing is wrong for it; once the office was asked again it is said no more."""

    def said(days: int) -> list[str]:
        later = Desk(replace(desk.ports, clock=lambda: AT + timedelta(days=days)))
        return [each.message for each in later.doctor() if each.kind == "overdue-recheck"]

    await published(desk)
    assert said(30) == []
    assert said(31) == [f"The figures of 1 of 1 were asked for over 30 days ago, first on {AT:%Y-%m-%d}."]
    body = desk.archive.read(KEY)
    desk.ports.archive.keep(replace(desk.ports.archive.snapshot(KEY), fetched=AT + timedelta(days=20)), body)
    assert said(31) == []
    assert said(51)


async def test_workers_are_told_what_is_due_by_the_days_of_the_project(desk):
    """After seven days, or thirty, or never by itself; doctor still reminds. Offline nothing is due: nobody could be asked."""

    def due(days: int, **setting) -> list[str]:
        later = Desk(replace(desk.ports, clock=lambda: AT + timedelta(days=days), **setting))
        return list(later.due_for_recheck())

    claim = await published(desk)
    assert [due(30), due(31)] == [[], [claim]]
    assert [due(7, recheck_days=7), due(8, recheck_days=7)] == [[], [claim]]
    assert due(400, recheck_days=0) == due(400, offline=True) == []
    never = Desk(replace(desk.ports, clock=lambda: AT + timedelta(days=31), recheck_days=0))
    assert [each.kind for each in never.doctor() if each.kind == "overdue-recheck"] == ["overdue-recheck"]
