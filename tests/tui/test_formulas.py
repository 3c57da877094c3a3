"""Formulas at the bench, driven by keys: the claim stays in sight, what is typed is told of, the result is traced."""

from __future__ import annotations

import pytest

from workbench.core.finding import Agreement
from workbench.tui.app import WorkbenchApp

SIZES = [(80, 24), (120, 40)]


async def _type(pilot, keys, until, text: str) -> None:
    """Open the form and type a formula; wait until it stands there."""
    await until(pilot, "claim 4 of 4")
    await pilot.press("f")
    await until(pilot, "Formula:")
    await keys(pilot, f"={text}")
    await until(pilot, text)


def _let_answer(world) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()


@pytest.mark.parametrize("size", SIZES)
async def test_a_formula_is_typed_with_the_claim_in_sight_and_its_result_traced(world, until, keys, size) -> None:
    _let_answer(world)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await keys(pilot, "f")
        text = await until(pilot, "Formula:")
        assert "[4▸asylum" in text
        assert "Such as un.asylum / wb.pop * 100000" in text
        await keys(pilot, "=change(unhcr.asylum, 2020, 2021)")
        await until(pilot, "Gives %. Enter works it out.")
        await pilot.press("enter")
        await until(pilot, "ROUNDS TO: −39.74 %")
        await until(pilot, "(91 − 151) / |151| × 100")
        await until(pilot, "Formula:", gone=True)
    (kept,) = world.store.formulas(world.claim("asylum").id)
    assert (kept.text, kept.general) == ("change(unhcr.asylum, 2020, 2021)", "change(unhcr.asylum, base, said)")
    assert kept.reviewer == "ana"
    assert world.store.research(world.claim("asylum").id).findings[0].agreement is Agreement.ROUNDS_TO


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_is_said_while_it_is_typed_and_the_text_stays(world, until, keys, size) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "unhcr.asylum + worldbank.aid")
        await until(pilot, "! “+” joins application and dollar")
        await keys(pilot, "= *")
        await until(pilot, "! A figure is missing")
        await pilot.press("enter")
        await until(pilot, "Write a number")
        assert "unhcr.asylum + worldbank.aid *" in await until(pilot, "Formula:")
    assert world.store.formulas() == []


async def test_a_name_is_completed(world, until, keys, see) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "1 + wb.po")
        await until(pilot, "Tab wb.pop")
        await pilot.press("tab")
        await until(pilot, "1 + wb.pop")
        await keys(pilot, "=[MK")
        await until(pilot, "Tab MKD")
        await pilot.press("tab")
        await until(pilot, "1 + wb.pop[MKD")


async def test_what_was_typed_is_there_again_after_escape(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "change(x")
        await until(pilot, "“)” is missing")
        await pilot.press("escape")
        await until(pilot, "Formula:", gone=True)
        await pilot.press("k")
        await until(pilot, "claim 3 of 4")
        await pilot.press("f")
        await until(pilot, "Such as")
        await keys(pilot, "escape", "j", "f")
        await until(pilot, "change(x")
        await until(pilot, "It is as you left it")


@pytest.mark.parametrize("size", SIZES)
async def test_a_formula_for_such_claims_stands_before_the_candidates_and_one_key_offers_it(
    worlds, statements, until, keys, size
) -> None:
    document, claims = statements()
    later, again = statements("d2", "The year after", document.text)
    world = worlds(documents=[(document, claims), (later, again)])
    _let_answer(world)
    first = next(claim for claim in claims if "asylum" in claim.quote)
    done = await world.desk.formulas.work_out(first, "change(unhcr.asylum, 2020, 2021)", "ben")
    assert done.kept is not None
    app = WorkbenchApp(world.desk, "d2")
    async with app.run_test(size=size) as pilot:
        await until(pilot, "claim 1 of 4")
        await keys(pilot, "j", "j", "j")
        await until(pilot, "claim 4 of 4")
        if size[0] == 80:
            await pilot.press("tab")
        text = await until(pilot, "change(unhcr.asylum, base, said)")
        assert "formula of ben" in text
        await pilot.press("f")
        await until(pilot, "Enter works it out here.")
        assert world.store.research(again[3].id) is None  # nothing is worked out by itself
        await pilot.press("enter")
        await until(pilot, "ROUNDS TO: −39.74 %")
    assert world.store.formulas(again[3].id)[0].general == "change(unhcr.asylum, base, said)"


async def test_a_service_that_does_not_answer_leaves_the_formula_to_be_tried_again(world, until, keys) -> None:
    world.unhcr.fails = True
    _let_answer(world)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "change(unhcr.asylum)")
        await pilot.press("enter")
        await until(pilot, "! api.example.org did not answer: timed out.")
        world.unhcr.fails = False
        await pilot.press("enter")
        await until(pilot, "ROUNDS TO: −39.74 %")


async def test_what_is_told_while_typing_never_stands_over_the_answer(world, until, keys, monkeypatch) -> None:
    """Enter comes before the pause after which the typed text is looked at, as on a busy machine."""
    monkeypatch.setattr("workbench.tui.screens.formulas.PAUSE", 0.4)
    _let_answer(world)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "unhcr.asylum[1990]")
        await pilot.press("enter")
        await pilot.pause(0.8)  # nothing is told over it
        await until(pilot, "has no figure for North Macedonia in 1990.")


async def test_a_figure_that_is_not_there_is_said_and_nothing_is_kept(world, until, keys) -> None:
    _let_answer(world)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "unhcr.asylum[1990]")
        await pilot.press("enter")
        await until(pilot, "! “Asylum applications” has no figure for North Macedonia in 1990.")
    assert world.store.formulas() == []


async def test_the_series_in_hand_is_x(world, until, keys) -> None:
    _let_answer(world)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "enter", "r")
        await until(pilot, "measured")
        await _type(pilot, keys, until, "change(x)")
        await until(pilot, "Gives %")
        await pilot.press("enter")
        await until(pilot, "kept with the claim")
    assert "asylum" in world.store.formulas()[0].text


async def test_an_empty_formula_takes_the_kept_one_back(world, until, keys) -> None:
    _let_answer(world)
    claim = world.claim("asylum")
    await world.desk.formulas.work_out(claim, "change(unhcr.asylum)")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "enter")
        await until(pilot, "change(unhcr.asylum), North Macedonia")
        await pilot.press("f")
        await until(pilot, "Enter works it out anew. Formula of ana")
        await pilot.press("ctrl+u")
        await until(pilot, "Enter takes the claim's formula back")
        await pilot.press("enter")
        await until(pilot, "Took back change(unhcr.asylum)")
        await until(pilot, "change(unhcr.asylum), North Macedonia", gone=True)
    assert world.desk.formulas.kept(claim) == ()
    assert len(world.store.formulas(claim.id)) == 2  # the history keeps both


async def test_another_name_is_taken_with_an_arrow(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await _type(pilot, keys, until, "2 * wb.gd")
        text = await until(pilot, "Tab wb.gdp ")
        assert "↓ other name" in text
        await pilot.press("down")
        await until(pilot, "Tab wb.gdp_real")
        await pilot.press("up", "tab")
        await until(pilot, "Formula: 2 * wb.gdp\n")
