"""What is in sight at which width."""

from __future__ import annotations

import pytest

from workbench.tui.widgets.key_bar import foot
from workbench.tui.widgets.pane_layout import READING, TABS, WIDE, in_sight, mode_for


@pytest.mark.parametrize(
    ("width", "mode"),
    [(40, "single"), (59, "single"), (60, "narrow"), (80, "narrow"), (99, "narrow"), (100, "wide"), (200, "wide")],
)
def test_modes(width: int, mode: str) -> None:
    assert mode_for(width) == mode


def test_everything_is_in_sight_where_there_is_room() -> None:
    assert set(in_sight("wide", "claim")) == set(WIDE) == set(READING)


@pytest.mark.parametrize("tab", TABS)
def test_the_source_keeps_the_left_half_at_80_columns(tab: str) -> None:
    assert in_sight("narrow", tab) == ("source", tab, "claims")


@pytest.mark.parametrize("tab", READING)
def test_one_pane_at_a_time_below_60(tab: str) -> None:
    assert in_sight("single", tab) == (tab,)


def test_the_foot_shows_what_fits_and_always_the_help() -> None:
    keys = [("a", "Enter", "open"), ("b", "i", "import"), ("app.help", "?", "keys"), ("c", "x", "export")]
    assert foot(keys, 100) == [("Enter", "open"), ("i", "import"), ("x", "export"), ("?", "keys")]
    assert foot(keys, 24) == [("Enter", "open"), ("?", "keys")]


def test_a_command_with_two_keys_is_shown_once() -> None:
    assert foot([("a", "j", "down"), ("a", "↓", "down")], 100) == [("j", "down")]
