"""Claims and documents by hand, by keys alone: marked, joined, split; data put right; a document hidden. Each comes back by one key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from workbench.core.corrections.correction import Slot
from workbench.tui.app import WorkbenchApp


@asynccontextmanager
async def at_the_bench(world, until, size=(120, 40)) -> AsyncIterator[object]:
    """Yield the bench, open at the claim most worth a check."""
    async with WorkbenchApp(world.desk).run_test(size=size) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("enter")
        await until(pilot, "claim 4 of 4")
        yield pilot


@pytest.fixture
def told(worlds, statements):
    """In three rooms 900 people spoke of borders."""
    document, claims = statements()
    more = "\n\nIn three rooms 900 people spoke of borders, and 12 of trade.\n\nNobody left early."
    return worlds(documents=[(replace(document, text=document.text + more), claims)])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_missed_claim_is_marked_by_words_and_comes_in(told, until, keys, size) -> None:
    async with at_the_bench(told, until, size) as pilot:
        await pilot.press("M")
        await until(pilot, "Marked: “")
        await keys(pilot, "down")
        await until(pilot, "Marked: “In”")
        await keys(pilot, "right", "right", "right", "space", "right")
        await until(pilot, "Marked: “900 people”")
        await keys(pilot, "5", "d", "X", "p", "=5 is text")
        await until(pilot, "Marked: “900 people”")
        assert all(not told.desk.history(claim.id) for claim in told.claims)
        await pilot.press("enter")
        await until(pilot, "Added by hand")
        await until(pilot, "claim 5 of 5")
        [added] = [claim for claim in told.desk.claims_in("d1") if claim.by_hand]
        assert (added.quote, str(added.figure.value)) == ("900 people", "900 person")
        await pilot.press("u")
        await until(pilot, "Took back “added")
        await until(pilot, "of 4")
    assert told.desk.count_claims() == 4


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (("down", "down", "s"), "holds no figure"),
        (("down", "space", "down", "down"), "two paragraphs"),
        (("s",), "is that of claim"),
    ],
)
async def test_words_that_make_no_claim_are_told_and_the_marking_goes_on(told, until, keys, marks, says) -> None:
    async with at_the_bench(told, until) as pilot:
        await keys(pilot, "M", *marks, "enter")
        await until(pilot, says)
        await until(pilot, "Marked: “")
        await pilot.press("escape")
        await until(pilot, "Marked: “", gone=True)
        await pilot.press("j")
        await until(pilot, "claim 4 of 4")
    assert told.desk.amending.of_document("d1") == []


async def test_a_drag_marks_words_and_enter_takes_them(told, until) -> None:
    async with at_the_bench(told, until) as pilot:
        text = await until(pilot, "900 people")
        y = next(n for n, row in enumerate(text.splitlines()) if "900 people" in row)
        x = text.splitlines()[y].index("900 people")
        await pilot.mouse_down(offset=(x + 1, y))
        await pilot.hover(offset=(x + 7, y))
        await pilot.mouse_up(offset=(x + 7, y))
        await until(pilot, "Marked: “900 people”")
        await pilot.press("enter")
        await until(pilot, "Added by hand")
    assert any(claim.quote == "900 people" for claim in told.desk.claims_in("d1"))


async def test_two_claims_are_joined_by_their_numbers_and_come_back(world, until, keys) -> None:
    async with at_the_bench(world, until) as pilot:
        await pilot.press("k", "k", "k")
        await until(pilot, "claim 1 of 4")
        await pilot.press("ampersand")
        await until(pilot, "Join claim 1 with claim number:")
        await keys(pilot, "backspace", "=9", "enter")
        await until(pilot, "there is no claim 9")
        await keys(pilot, "backspace", "=2", "enter")
        await until(pilot, "Joined")
        await until(pilot, "of 3")
        await pilot.press("H")
        await until(pilot, "joined ")
        await pilot.press("escape")
        await until(pilot, "of 3")
        await pilot.press("u")
        await until(pilot, "Took back “joined")
        await until(pilot, "of 4")
    assert [claim.id for claim in world.desk.claims_in("d1")] == [claim.id for claim in world.claims]


async def test_claims_of_two_paragraphs_are_not_joined_and_no_mark_is_spoken_of(world, until, keys) -> None:
    async with at_the_bench(world, until) as pilot:
        await pilot.press("ampersand")
        await until(pilot, "Join claim 4 with claim number:")
        await keys(pilot, "backspace", "=1", "enter")
        assert "arked" not in await until(pilot, "cannot be one claim: they stand in two paragraphs")


async def test_a_claim_of_one_figure_is_not_split_and_says_how_it_may_be(world, until) -> None:
    async with at_the_bench(world, until) as pilot:
        await pilot.press("percent_sign")
        await until(pilot, "holds one figure")


async def test_the_documents_data_are_put_right_in_a_line(world, until, keys) -> None:
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "D", "=pl", "tab")
        await until(pilot, "place MKD")
        await keys(pilot, *["backspace"] * 3, "=Atlantis", "enter")
        await until(pilot, "is no place")
        await keys(pilot, *["backspace"] * 8, "=Kosovo", "enter")
        await until(pilot, "Put the document's data right: place MKD → place XKX")
        assert world.desk.document("d1").place == "XKX"
        await until(pilot, "Kosovo, 2 Dec 2021")
        await pilot.press("u")
        await until(pilot, "Took back")
    assert world.desk.document("d1").place == "MKD"


async def test_a_document_is_hidden_from_the_library_and_comes_back(world, until, keys) -> None:
    async with WorkbenchApp(world.desk).run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("H")
        await until(pilot, "Select a document first")
        await keys(pilot, "tab", "H")
        await until(pilot, "0 claims open")
        await until(pilot, "Hidden, with its claims")
        await pilot.press("u")
        await until(pilot, "4 claims open")


# --- the report's own words ---


async def test_words_for_readers_are_written_by_one_key_and_no_figure_is_asked_for_anew(world, until, keys) -> None:
    key = world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "W", "tab")
        await until(pilot, "headline ")
        await keys(pilot, "ctrl+u", "=headline Asylum applications fell")
        await pilot.press("enter")
        await until(pilot, "Put right: headline Asylum applications fell")
        await until(pilot, "headline Asylum")
        assert world.desk.claim(key).report_words.headline == "Asylum applications fell"
        assert world.desk.researched(key) is None
        await pilot.press("u")
        await until(pilot, "Took back")
    assert world.desk.claim(key).report_words.headline == ""


# --- two windows on one database ---


async def test_what_another_window_put_right_is_shown_and_both_are_kept(world, until, keys) -> None:
    key = world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        await keys(pilot, "E", "=place Kosovo")
        await until(pilot, "place Kosovo")
        world.desk.correct(key, [(Slot.PERIOD, "2018")], "ben")
        await pilot.press("enter")
        await until(pilot, "ben put period 2021 → 2018 right meanwhile")
        now = world.desk.claim(key)
        assert (now.place, str(now.period.value)) == ("XKX", "2018")
        await until(pilot, "period 2018")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_verdict_on_a_reading_that_another_window_put_right_waits_until_it_was_seen(world, until, size) -> None:
    key = world.claim("asylum").id
    async with at_the_bench(world, until, size) as pilot:
        world.desk.correct(key, [(Slot.PERIOD, "2018")], "ben")
        await pilot.press("5")
        await until(pilot, "ben put period 2021 → 2018 right meanwhile. 5 again gives “False”.")
        await until(pilot, "period 2018")
        assert world.desk.verdict(key).rating is None
        await pilot.press("5")
        await until(pilot, "Rated “False”")
    assert world.desk.verdict(key).rating == "false"


async def test_a_claim_is_shown_as_another_window_left_it(world, until) -> None:
    key = world.claim("35 cases").id
    async with at_the_bench(world, until) as pilot:
        world.desk.correct(key, [(Slot.MEASURE, "smuggling uncovered")], "ben")
        await pilot.press("k")
        await until(pilot, "smuggling uncovered")


async def test_a_verdict_on_a_claim_that_another_window_joined_is_kept_and_told(world, until) -> None:
    one, other = world.claim("35 cases").id, world.claim("asylum").id
    async with at_the_bench(world, until) as pilot:
        made = world.desk.amending.join(one, world.claim("16,000").id, "ben")
        await pilot.press("k")
        await until(pilot, "claim 3 of 4")
        await pilot.press("5")
        await until(pilot, "that claim is set aside: joined")
        await until(pilot, "of 3")
        assert world.desk.verdict(one).rating == "false"
        assert made.came[0].id in {claim.id for claim in world.desk.claims_in("d1")}
        await pilot.press("N")
        await until(pilot, "claim")
    assert world.desk.verdict(other).rating is None
