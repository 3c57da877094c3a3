"""The library, driven by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.core.verdict import Action
from workbench.ports import ClaimFilter, Progress
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.row_paging import SIZE


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_documents_and_queue(world, until, size: tuple[int, int]) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=size) as pilot:
        text = await until(pilot, "2021-12-02 MKD   Interior minister")
    assert "1 document · 4 claims open" in text
    assert text.index("−39.7 % asylum applications") < text.index("−36.5 % attempts") < text.index("0.48  35 cases")


async def test_below_60_columns_one_list_at_a_time(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(50, 20)) as pilot:
        assert "Documents" not in await until(pilot, "Queue")
        await pilot.press("tab")
        assert "Queue" not in await until(pilot, "Documents")


async def test_a_filter_is_typed(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=kind:change worth:>0.9", "enter")
        text = await until(pilot, "Filter: kind:change worth:>0.9")
        assert "1 claim" in text
        assert "35 cases" not in text
        await pilot.press("escape")
        await until(pilot, "4 claims")


async def test_a_filter_is_completed_as_it_is_typed(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=asylum sp")
        await until(pilot, "asylum sp")
        await pilot.press("tab", "tab")
        await until(pilot, "asylum speaker:'Oliver Spasovski'")
        await keys(pilot, "= rating:m")
        await until(pilot, "rating:m")
        await pilot.press("tab")
        await until(pilot, "rating:mostly-true")
        await pilot.press("tab", "enter")
        await until(pilot, "Filter: asylum speaker:'Oliver Spasovski' rating:mostly-false")


async def test_the_same_words_in_two_documents_are_one_row(worlds, statements, until) -> None:
    app = WorkbenchApp(worlds(documents=[statements("d1"), statements("d2", "Again")]).desk)
    async with app.run_test(size=(120, 40)) as pilot:
        text = await until(pilot, "−39.7 % asylum applications, North Macedonia, 2021")
        assert text.count("said 2×") == 4
        assert "2 documents · 8 claims open" in text


async def test_a_filter_with_a_wrong_word_says_the_right_one_and_stays_to_be_mended(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=status:opne", "enter")
        text = await until(pilot, "Did you mean open?")
        assert "status:opne" in text
        await pilot.press("escape")
        await until(pilot, "Filter: none")


async def test_views_go_round(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await until(pilot, "Filter: status:open")
        await pilot.press("v", "v", "v")
        await until(pilot, "Rated · 0 claims")
        await until(pilot, "No claim matches.")


async def test_a_claim_is_deferred_and_that_is_undone(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("down", "d")
        await until(pilot, "o open · deferred")
        assert world.desk.verdict(world.claim("36.5").id).deferred
        await pilot.press("u")
        await until(pilot, "Took back “deferred” on: 36.5 percent fewer")
        assert not world.desk.verdict(world.claim("36.5").id).deferred


async def test_an_import_of_a_missing_file_says_so(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "i", "=nowhere.txt", "enter")
        await until(pilot, "nowhere.txt: There is no such file.")


async def test_an_export_goes_where_the_reviewer_says(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        await until(pilot, "claims-2026-01-02.md")
        await keys(pilot, "ctrl+u", "=out/mine.md", "enter")
        await until(
            pilot, "None of them was published: nothing was written. 4 claims are left out, not being published"
        )
        await keys(pilot, "ctrl+u", "=out/mine-drafts.md", "enter")
        await until(pilot, "4 claims written to out/mine-drafts.md (markdown")
    assert "out/mine.md" not in world.disk.written, "nothing of it was published"
    assert b"16,000 attempts" in world.disk.written["out/mine-drafts.md"]
    assert b"DRAFT, not for publication" in world.disk.written["out/mine-drafts.md"]


async def test_a_file_that_is_there_is_not_written_over_at_once(world, until, tmp_path, keys) -> None:
    there = tmp_path / "a-drafts.md"
    there.write_text("mine")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(160, 40)) as pilot:
        await keys(pilot, "x", "ctrl+u", f"={there}", "enter")
        await until(pilot, "Enter again writes over it")
        assert world.disk.written == {}
        await pilot.press("enter")
        await until(pilot, "4 claims written")


async def test_a_format_that_is_not_there(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "x", "ctrl+u", "=a.docx", "enter")
        await until(pilot, "a.docx: no format has this suffix")


async def test_enter_on_a_document_opens_its_first_open_claim(world, until) -> None:
    world.desk.rate(world.claims[0].id, "true")
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "enter")
        await until(pilot, "claim 2 of 4")
        await pilot.press("escape")
        await until(pilot, "Queue")


async def test_the_app_opens_at_a_document(world, until) -> None:
    app = WorkbenchApp(world.desk, "d1")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "claim 1 of 4")


async def test_an_empty_library_says_what_to_press(worlds, until) -> None:
    app = WorkbenchApp(worlds(documents=[]).desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "i takes in a file or a folder")


async def test_a_filter_that_no_title_holds_is_no_empty_library(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=smuggling", "enter")
        text = await until(pilot, "No document matches. Esc clears the filter.")
        assert "1 document" in text
        assert "Nothing here yet" not in text


async def test_hostile_titles_are_text(worlds, statements, until) -> None:
    nasty = "[bold]x[/] \x1b[2J\x1b[31m Скопје 北京 \u202e"
    app = WorkbenchApp(worlds(documents=[statements("d9", nasty)]).desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "[bold]x[/] �[2J")
        await pilot.press("enter")
        text = await until(pilot, "claim 4 of 4")
    assert "[bold]x[/] �[2J�[31m Скопје 北京 �" in text
    assert "\x1b" not in text


async def test_a_broken_database_is_said_and_the_screen_stays(broken, until) -> None:
    app = WorkbenchApp(broken.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("d")
        await until(pilot, "! The database is gone. Give another with --db.")


async def test_quit_is_a_key(world) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test() as pilot:
        await pilot.press("q")
        for _ in range(1_500):  # half a minute: on a busy machine the key comes late
            if not app.is_running or app._exit:
                break
            await pilot.pause(0.02)
        assert not app.is_running or app._exit


class Long:
    """A hundred thousand claims, of which pages are handed out, and every page that was asked for."""

    def __init__(self, store, count: int) -> None:
        self._store, self.count, self.asked = store, count, []

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def claims(self, wanted: ClaimFilter, offset: int = 0, limit: int = 100) -> list[object]:
        self.asked.append(offset)
        row = self._store.claims(limit=1)[0]
        return [row] * min(limit, self.count - offset)

    def count_claims(self, wanted: ClaimFilter) -> int:
        return self.count


async def test_a_hundred_thousand_claims_open_at_once(world, until, eventually) -> None:
    from dataclasses import replace

    from workbench.desk import Desk

    store = Long(world.store, 100_000)
    app = WorkbenchApp(Desk(replace(world.desk.ports, store=store)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "100,000 claims")  # a busy machine shows the first screen late
        assert len(store.asked) <= 2
        await pilot.press("end")
        await eventually(pilot, lambda: store.asked[-1] == 100_000 - SIZE, "never asked for the last page")
        await pilot.press("pageup", "home")
        await eventually(pilot, lambda: app.screen.queue.scroll_offset.y == 0, "not at the first")
        assert len(set(store.asked)) <= 4


async def test_every_review_was_kept(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "4 claims open")
        await pilot.press("d", "u", "u")
        await until(pilot, "There is nothing to undo.")
    kept = [review.action for review in world.desk.history(world.claim("asylum").id)]
    assert kept == [Action.DEFER, Action.UNDO]


async def test_an_escape_code_that_is_pasted_is_drawn_as_a_sign(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=\x1b[31mred\x07")
        text = await until(pilot, "�[31mred�")
    assert "\x1b" not in text


async def test_work_shows_a_bar_where_the_total_is_known(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.hear("import")(Progress("reading claims.csv", 25_000, 100_000))
        await until(pilot, "reading claims.csv ▕█████░░░░░░░░░░░░░░░▏ 25,000 of 100,000")
        app.screen.hear("import")(Progress("reading claims.csv", 1_200))
        await until(pilot, "reading claims.csv 1,200")


async def test_a_click_takes_a_row_in_hand_and_a_second_opens_it(world, until) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "0.84  −36.5 % attempts")
        await pilot.click("#queue", offset=(20, 3))
        await until(pilot, "▸ 0.84")
        await pilot.click("#queue", offset=(20, 3))
        await until(pilot, "claim 2 of 4")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_queue_says_when_a_claim_of_a_recording_is_heard(
    worlds, statements, until, size: tuple[int, int]
) -> None:
    (recorded, claims), written = statements("d1"), statements("d2", "Written")
    document = replace(recorded, marks=((0, "00:12:31"),))
    app = WorkbenchApp(worlds(documents=[(document, claims), written]).desk)
    async with app.run_test(size=size) as pilot:
        text = await until(pilot, " · 00:12:31 · said 2× · O")
        assert text.count("00:12:31") <= len(claims)


async def test_the_queue_is_sorted_by_the_next_column_and_turned_round(worlds, statements, until) -> None:
    (old, claims), new = statements("d1"), statements("d2", "Later")
    claims = [replace(claim, said=date(2020, 1, 1), context=f"Then: {claim.context}") for claim in claims]
    app = WorkbenchApp(worlds(documents=[(old, claims), new]).desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "8 claims")
        await pilot.press("s")
        text = await until(pilot, "Filter: order:date")
        assert text.index("2 Dec 2021") < text.index("1 Jan 2020")
        await pilot.press("S")
        text = await until(pilot, "Filter: order:-date")
        assert text.index("1 Jan 2020") < text.index("2 Dec 2021")
        await pilot.press("s")
        await until(pilot, "Filter: order:speaker")


async def test_a_filter_is_saved_under_a_name_and_a_digit_opens_it(world, until, keys) -> None:
    app = WorkbenchApp(world.desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "slash", "=kind:change worth:>0.9")
        await until(pilot, "kind:change worth:>0.9")
        await pilot.press("enter")
        await until(pilot, "1 claim")
        await keys(pilot, "V", "=The best")
        await until(pilot, "Save “kind:change worth:>0.9” as: The best")
        await pilot.press("enter")
        await until(pilot, "Saved as “The best” · 1 opens it")
        await pilot.press("escape")
        await until(pilot, "Filter: none")
        await pilot.press("1")
        text = await until(pilot, "View: The best")
        assert "The best · 1 claim" in text
        await pilot.press("4")
        await until(pilot, "No view has the key 4. V saves the filter as one.")
    assert WorkbenchApp(world.desk).desk.saved_views()[0].name == "The best"
