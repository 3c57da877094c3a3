"""The bench, driven by keys: one claim, one decision."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from workbench.core.verdict import Action, Stage
from workbench.tui.app import WorkbenchApp


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_claim_is_marked_in_the_text(world, until, size: tuple[int, int]) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await until(pilot, "[4▸asylum")
        await until(pilot, "CHANGE  −39.7 %")
        await pilot.press("k")
        await until(pilot, "[3▸35 cases of")
        await until(pilot, "[4 asylum")
        await until(pilot, "LEVEL  35")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_claim_of_a_recording_says_when_it_is_heard(worlds, statements, until, size: tuple[int, int]) -> None:
    document, claims = statements()
    marks = ((0, "00:00:05"), (claims[0].span.start, "00:12:31"), (claims[3].span.start - 3, "00:12:58"))
    app = WorkbenchApp(worlds(documents=[(replace(document, marks=marks), claims)]).desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, "heard at 00:12:58")
        await pilot.press("k")
        text = await until(pilot, "heard at 00:12:31")
        if size[0] == 120:
            assert re.search(r"4 o  .* 00:12:58 change", text)


async def test_a_written_statement_is_heard_nowhere(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert "heard at" not in await until(pilot, "claim 4 of 4")


async def test_live_sources_are_asked_only_when_the_reviewer_says_so(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "Not researched yet. r asks the statistics services.")
        await pilot.pause(0.4)  # nobody is asked
        assert world.desk.researched(world.claim("asylum").id) is None
        await pilot.press("r")
        await until(pilot, "… UNHCR … 0 of 1")


async def test_sample_answers_are_looked_through_unasked_and_said_to_be_samples(worlds, until) -> None:
    world = worlds(samples=True)
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        text = await until(pilot, "ROUNDS TO")
        assert "claim 4 of 4 · sample answers, not live" in text
        assert "(sample)" in text
        await pilot.press("tab", "end")
        await until(pilot, "sample answer, not live: UNHCR figures as of 2025")


async def test_one_failing_source_is_a_problem_while_the_other_arrives(world, until) -> None:
    world.unhcr.fails = True
    world.unhcr.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        text = await until(pilot, "x UNHCR failed: api.example.org did not answer")
        assert "… World Bank … 0 of 2" in text
        world.worldbank.gate.set()
        text = await until(pilot, "! UNHCR: api.example.org did not answer: timed out.")
        assert "3 usable · 0 excluded" in text
        assert "(World Bank) ●" in text


async def test_a_late_answer_moves_neither_focus_nor_note_nor_scroll(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "enter", "r", "n", "=checked by")
        await until(pilot, "Note: checked by")
        await until(pilot, "[4▸asylum")  # the line for the note has taken its place from the panes
        scroll = app.screen.query_one("#source").scroll_offset
        world.unhcr.gate.set()
        world.worldbank.gate.set()
        await until(pilot, "3 usable")
        await keys(pilot, "= hand")
        text = await until(pilot, "Note: checked by hand")
        assert app.screen.query_one("#source").scroll_offset == scroll
        assert "[4▸asylum" in text
        await pilot.press("enter")
        await until(pilot, "“checked by hand”")
        assert app.screen.focused.id == "candidates"


async def test_the_cursor_stays_on_its_series_when_figures_arrive(world, until, eventually) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "3 usable")
        await pilot.press("down", "down")
        await until(pilot, "▸3 0.")
        before = app.screen.researched
        await pilot.press("r")
        await eventually(pilot, lambda: app.screen.researched not in (None, before), "never researched anew")
        await until(pilot, "▸3 0.")


async def test_enter_unfolds_the_reasons(world, until) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "3 usable")
        await pilot.press("enter")
        await until(pilot, "letter by letter")
        await pilot.press("enter")
        await until(pilot, "letter by letter", gone=True)


async def test_a_candidate_without_figures_is_examined(world, until) -> None:
    """UNHCR is down at first; the reviewer asks it again alone."""
    world.unhcr.fails = True
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "! No figures: api.example.org did not answer: timed out. e")
        world.unhcr.fails = False
        await pilot.press("e")
        await until(pilot, "ROUNDS TO")
        await until(pilot, "Asylum applications (UNHCR) ●")


async def test_the_chart_has_the_measured_and_the_claimed(world, until) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        text = await until(pilot, "● measured   ◆ claimed 91.1")
    assert "2019" in text
    assert "◆ claimed" in text


async def test_a_verdict_is_given_undone_and_given_again(world, until) -> None:
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("5")
        await until(pilot, "[5 False]")
        await pilot.press("u")
        await until(pilot, "[5 False]", gone=True)
        assert world.desk.verdict(key).rating is None
        await pilot.press("2")
        await until(pilot, "draft: Mostly true by ana")
        await pilot.press("H")
        text = await until(pilot, "History")
        assert "rated False by ana   undone" in text
        assert "took back: rated False by ana" in text
        await pilot.press("escape")
        await until(pilot, "claim 4 of 4")
    assert [r.action for r in world.desk.history(key)] == [Action.RATE, Action.UNDO, Action.RATE]


async def test_a_note_goes_with_the_rating(world, until, keys) -> None:
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "enter", "n", "=year not over", "enter")
        await until(pilot, "Noted.")
        await pilot.press("4")
        await until(pilot, "draft: Mostly false")
        await until(pilot, "“year not over”")
    assert world.desk.verdict(key).note == "year not over"


async def test_a_note_that_was_left_is_offered_again(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "enter", "n", "=half a thou", "escape")
        await until(pilot, "Note:", gone=True)
        await pilot.press("n")
        await until(pilot, "half a thou")
    assert world.desk.history(world.claim("asylum").id) == []


async def test_publishing_asks_first_and_says_what_it_does(world, until) -> None:
    key = world.claim("asylum").id
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "p")
        await until(pilot, "no reviewer has given it a verdict")
        await pilot.press("y")  # nothing is asked: it copies
        await until(pilot, "Copy")
        assert world.desk.verdict(key).stage is Stage.OPEN
        await pilot.press("escape", "r")
        await until(pilot, "3 usable")
        await pilot.press("2", "p")
        await until(pilot, "Publish “Mostly true”? Recomputes 6 figures from the archive")
        await pilot.press("escape")
        await until(pilot, "Publish “", gone=True)
        assert world.desk.verdict(key).stage is Stage.DRAFT
        await pilot.press("p", "y")
        await until(pilot, "Published as “Mostly true”.")
        await until(pilot, "4 =▸")
    assert world.desk.verdict(key).stage is Stage.PUBLISHED


async def test_figures_are_recomputed_on_demand(world, until) -> None:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "3 usable")
        await pilot.press("c")
        await until(pilot, "3 findings recomputed: all came out the same again from the archive.")


async def test_no_series_found_is_an_outcome_and_not_false(worlds, until) -> None:
    world = worlds(samples=True)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("end", "enter")
        text = await until(pilot, "No official series found for “cases of smuggling”")
        assert "This says nothing about whether" in text  # the line breaks after it
        assert "False]" not in text


async def test_the_tabs_at_80_columns(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "[Claim] Candidates Trace Series")
        await pilot.press("tab")
        text = await until(pilot, "Claim [Candidates] Trace Series")
        assert "Source" in text
        await pilot.press("tab", "tab")
        await until(pilot, "Claim Candidates Trace [Series]")
        await pilot.press("shift+tab")
        await until(pilot, "Claim Candidates [Trace] Series")


async def test_one_pane_below_60_columns(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("enter")
        await until(pilot, "CHANGE  −39.7 %")
        await pilot.press("shift+tab", "shift+tab")
        await until(pilot, "[4▸asylum")
        await until(pilot, "CHANGE  −39.7 %", gone=True)


async def test_resizing_keeps_the_pane_in_hand(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "tab")
        await until(pilot, "claim 4 of 4")
        assert app.screen.focused.id == "trace"
        await pilot.resize_terminal(80, 24)
        await until(pilot, "Claim Candidates [Trace] Series")
        assert app.screen.focused.id == "trace"
        await pilot.resize_terminal(50, 20)
        await pilot.resize_terminal(120, 40)
        await until(pilot, "─ Series")
        assert app.screen.focused.id == "trace"


async def test_hostile_text_stays_text(worlds, statements, until) -> None:
    text = statements()[0].text.replace("The minister", "[bold red]The[/] \x1b[31mminister \u202e Скопје 北京")
    world = worlds(documents=[statements("d2", "t", text)])
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("enter")
        seen = await until(pilot, "[bold red]The[/] �[31mminister � Скопје 北京")
    assert "\x1b" not in seen


async def test_a_broken_database_is_said_and_nothing_falls_over(broken, until) -> None:
    app = WorkbenchApp(broken.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("5")
        text = await until(pilot, "! The database is gone. Give another with --db.")
        assert "[5 False]" not in text


async def test_a_source_that_falls_over_leaves_the_bench_standing(world, until) -> None:
    """A source is a plug-in: it may raise anything."""
    world.unhcr.figures = ((2020, "not a number"),)
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "r")
        await until(pilot, "! The research stopped: InvalidOperation")
        await pilot.press("j", "k", "5")
        await until(pilot, "[5 False]")


async def test_light_and_dark(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await until(pilot, "Theme: light.")
        assert app.theme == "workbench-light"
        await pilot.press("enter", "t")
        await until(pilot, "claim 4 of 4")
        assert app.theme == "workbench-contrast"
        await pilot.press("t")
        await until(pilot, "Theme: dark.")
        assert app.theme == "workbench-dark"


@asynccontextmanager
async def at_the_bench(world, until) -> AsyncIterator[object]:
    """Yield the bench at 120x40, open at the claim most worth a check."""
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        yield pilot


async def test_a_reading_is_put_right_and_taken_back(world, until, keys) -> None:
    """A wrong period is put right in the claim's own line; what was read stands beside it, and u brings it back."""
    key = world.claim("asylum").id
    read = world.desk.claim(key)
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "E", "=period 12 of May banana", "enter")
        await until(pilot, "is no period")
        assert world.desk.claim(key) == read
        await keys(pilot, *["backspace"] * 24, "=place Kosovo", "enter")
        await until(pilot, "Put right: place XKX Kosovo")
        await until(pilot, "read as MKD North Macedonia")
        assert world.desk.claim(key).place == "XKX"
        await pilot.press("H")
        await until(pilot, "put right: place MKD North Macedonia → XKX Kosovo by ana")
        await pilot.press("escape")
        await until(pilot, "claim 4 of 4")
        await pilot.press("u")
        await until(pilot, "Took back “place XKX Kosovo”")
    assert world.desk.claim(key) == read


async def test_a_value_alone_puts_its_slot_right(world, until, keys) -> None:
    """Eight keys decide a claim that was read with the wrong year: E, four digits, Enter, the verdict, and on to the next."""
    key = world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "E", *"2019", "enter")
        await until(pilot, "Put right: period 2019")
        await pilot.press("5")
        await until(pilot, "Rated “False”")
        await pilot.press("N")
        await until(pilot, "claim 4 of 4", gone=True)
    assert str(world.desk.claim(key).period.value) == "2019"
    assert world.desk.verdict(key).rating == "false"


async def test_what_is_no_claim_leaves_the_queue_by_one_key_and_comes_back(world, until, keys) -> None:
    key = world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "X", "=5 is a figure of speech", "enter")
        await until(pilot, "Dismissed as no claim")
        assert world.desk.verdict(key).stage.value == "dismissed"
        assert world.desk.verdict(key).history[-1].note == "5 is a figure of speech"
        await pilot.press("u")
        await until(pilot, "Took back")
    assert world.desk.verdict(key).stage.value == "open"


async def test_the_next_open_claim_skips_what_is_done_and_deferred(world, until, keys) -> None:
    """Two keys a claim: a digit, and N."""
    async with at_the_bench(world, until) as pilot:
        rows = [row.id for row in world.desk.claims()]
        assert rows[0] == world.claim("asylum").id
        await pilot.press("5")
        await until(pilot, "[5 False]")
        await pilot.press("N")
        await until(pilot, "claim 2 of 4")
        await pilot.press("d")
        await until(pilot, "Deferred")
        await pilot.press("N")
        await until(pilot, "claim 1 of 4")
        await pilot.press("J")
        await until(pilot, "claim 3 of 4")
        await pilot.press("J")
        await until(pilot, "claim 1 of 4")
        await pilot.press("N")
        await until(pilot, "claim 3 of 4")
        await pilot.press("N")
        await until(pilot, "claim 1 of 4")


async def test_tab_offers_each_slot_as_it_stands(world, until, keys) -> None:
    key = world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "E", "=place", "tab")
        await until(pilot, "place MKD North Macedonia")
        await pilot.press("escape")
    assert world.desk.corrections(key) == []


async def test_undo_says_exactly_what_it_took_back(world, until, keys) -> None:
    """A note that was added to a rating goes alone; the rating stands, and the next one does not take the note along."""
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        await pilot.press("5")
        await until(pilot, "Rated “False”")
        await keys(pilot, "n", "=too early", "enter")
        await until(pilot, "The note goes with the rating now.")
        await pilot.press("u")
        await until(pilot, "Took back the note “too early”; “False” stands without a note. n offers it again.")
        assert (world.desk.verdict(key).rating, world.desk.verdict(key).note) == ("false", "")
        await pilot.press("u")
        await until(pilot, "Took back “rated False”. H shows the history.")
        await pilot.press("2")
        await until(pilot, "draft: Mostly true")
        assert world.desk.verdict(key).note == ""


async def test_a_note_that_was_left_or_taken_back_goes_with_no_rating(world, until, keys) -> None:
    key = world.claim("asylum").id
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, "4 claims open")
        await keys(pilot, "enter", "n", "=half a thought", "escape")
        await until(pilot, "Note:", gone=True)
        await keys(pilot, "n", "=, kept", "enter")
        await until(pilot, "Noted.")
        await pilot.press("u")
        await until(pilot, "Took back the note “half a thought, kept”. n offers it again.")
        await pilot.press("5")
        await until(pilot, "Rated “False”")
    assert (world.desk.verdict(key).rating, world.desk.verdict(key).note) == ("false", "")


async def test_what_readers_have_is_corrected_and_withdrawn_from_the_same_key(world, until) -> None:
    """``p`` on a published verdict asks what is to change; a slip of the pen is said beside the line, and nothing typed is lost."""
    key = world.claim("asylum").id
    world.desk.rate(key, "false", "No official figure: the ministry keeps none.")
    world.desk.publish(key)
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "p")
        await until(pilot, "Readers have it.")
        await pilot.press(*"corect true", "enter")
        await until(pilot, "“corect” is none of correct, update and withdraw.")
        await pilot.press("escape", "p", *"correct true", "enter")
        await until(pilot, "to correct it takes a reason")
        await pilot.press(*" We read 2020.", "enter")
        await until(pilot, "Corrected; readers see why.")
        assert world.desk.verdict(key).stage is Stage.CORRECTED
        await pilot.press("p", *"withdraw The speaker was misquoted.", "enter")
        await until(pilot, "Withdrawn; readers see why.")
    verdict = world.desk.verdict(key)
    assert (verdict.stage, verdict.history[-1].note) == (Stage.WITHDRAWN, "The speaker was misquoted.")
