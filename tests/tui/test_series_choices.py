"""Saying of a candidate that it measures the claim, or that it is not what is meant, by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.reviewers.series_choice import ChoiceKind, ChoiceOrigin
from workbench.desk import Desk
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.candidates_pane import CandidatesPane


def open_gates(world) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()


def second(world):
    """Return the series that stands second among the candidates."""
    return world.desk.researched(world.claim("asylum").id).candidates[1].candidate.series


async def researched(pilot, world, until) -> None:
    """Go to the claim on asylum, has it researched, and stands in the candidates."""
    open_gates(world)
    await pilot.press("enter", "r")
    await until(pilot, "1 0.")
    await until(pilot, "ROUNDS TO")
    if pilot.app.size.width < 100:
        await pilot.press("tab")
        await until(pilot, "[Candidates]")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_plus_remembers_the_series_and_says_so_beside_it(world, until, size: tuple[int, int]) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        open_gates(world)
        await pilot.press("enter", "r")
        if size[0] < 100:
            await pilot.press("tab")
        await until(pilot, "1 0.")
        await pilot.press("plus")
        await until(pilot, "Remembered; u takes it back: Asylum applications")
        await until(pilot, "· picked")
        (choice,) = world.desk.memory.standing()
        assert (choice.kind, str(choice.series), choice.words) == (
            ChoiceKind.PICKED,
            "unhcr:asylum",
            "asylum applications",
        )
        await pilot.press("enter")
        await until(pilot, "picked for")


async def test_minus_bars_it_with_who_said_so_and_u_takes_it_back(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, world, until)
        await pilot.press("minus")
        text = await until(pilot, "not what was")
        assert "2 usable · 1 excluded" in text
        assert "Not this; u takes it back: Asylum applications" in text
        assert "151 applications" not in text
        researched_now = world.desk.researched(world.claim("asylum").id)
        assert "unhcr" not in {f.series.ref.source for f in researched_now.findings if f.series}, "it is no evidence"
        await pilot.press("u")
        text = await until(pilot, "3 usable · 0 excluded")
        assert "Took back “excluded Asylum applications”" in text
        assert "▸1" in text
        await until(pilot, "No figures of this series yet")
        await pilot.press("e")
        await until(pilot, "151 applications")
        assert world.desk.memory.standing() == ()


async def test_after_a_bar_the_next_candidate_is_in_hand(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, world, until)
        following = second(world)
        await pilot.press("minus")
        text = await until(pilot, "not what was")
        row = next(line for line in text.splitlines() if "▸1" in line)
        assert following.title[:40] in row


async def test_a_bar_of_this_claim_says_so_on_the_next_of_its_kind(worlds, statements, until) -> None:
    world = worlds(documents=[statements(), statements("d2", "The same again")])
    for claim in world.claims:
        if "asylum" in claim.quote:
            world.desk.bar(claim, world.desk.candidates(claim.id)[0].series.ref, "Ben")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        open_gates(world)
        await pilot.press("enter", "r")
        await until(pilot, "not what was meant, says Ben")


async def test_a_rating_remembers_the_series_in_hand(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, world, until)
        await pilot.press("down", "5")
        await until(pilot, "Rated “False”")
        (choice,) = world.desk.memory.standing()
        assert (choice.series, choice.through) == (second(world).ref, ChoiceOrigin.RATED)
        await pilot.press("u")
        await until(pilot, "Took back “rated False”")
        assert world.desk.memory.standing() == ()


async def test_the_history_shows_choices_and_what_was_taken_back(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, world, until)
        await pilot.press("minus", "u", "H")
        text = await until(pilot, "excluded Asylum applications by ana")
        assert "taken back by ana, 2026-01-02" in text


async def test_where_the_memory_is_off_the_keys_say_so(world, until) -> None:
    app = WorkbenchApp(Desk(replace(world.desk.ports, memory=False)))
    async with app.run_test(size=(160, 50)) as pilot:
        await researched(pilot, world, until)
        for key in ("minus", "plus"):
            await pilot.press(key)
            await until(pilot, "The memory is switched off here. Write use = true under [memory]")
        assert world.store.recall() == []


async def test_without_candidates_there_is_nothing_to_choose(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "Not researched yet")
        await pilot.press("plus")
        await until(pilot, "There is no candidate; r looks for some.")


async def test_help_and_footer_name_the_keys(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(140, 80)) as pilot:
        await researched(pilot, world, until)
        text = await until(pilot, "+ measures it")
        assert "- not this" in text
        await pilot.press("question_mark")
        text = await until(pilot, "Say that the series is not what is meant")
        assert f"workbench exclude {world.claim('asylum').id}" in text


@pytest.mark.parametrize(("samples", "selected"), [(True, "▸2 0."), (False, "▸1 0.")])
async def test_the_bench_opens_on_figures_and_a_failed_service_is_not_passed_over(
    world, until, samples, selected
) -> None:
    """That a stored answer is not there is no failure; that a service is down must be seen."""
    world.unhcr.fails = True
    open_gates(world)
    app = WorkbenchApp(Desk(replace(world.desk.ports, samples=samples)))
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "timed out")
        await until(pilot, selected)


@pytest.mark.parametrize("size", [(160, 50), (120, 40), *((160, height) for height in (12, 14, 16, 18))])
async def test_the_candidate_that_a_claim_opens_on_is_in_sight(world, until, size) -> None:
    """Below the fold of its pane it was selected, and not seen."""
    world.unhcr.fails = True
    open_gates(world)
    app = WorkbenchApp(Desk(replace(world.desk.ports, samples=True)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "▸2")
        pane = app.screen.query_one(CandidatesPane)
        top, height = pane.scroll_offset.y, pane.scrollable_content_region.height
        rows = [y for y, (_, owner) in enumerate(pane._drawn) if owner == pane.cursor]
        assert rows
        assert top <= rows[0] < top + height
