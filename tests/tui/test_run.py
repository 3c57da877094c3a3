"""Opening the screens from outside: nothing heavy before, no traceback after."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.app import App

from workbench.core.errors import WorkbenchError
from workbench.tui import run
from workbench.tui.app import WorkbenchApp


def test_the_room_is_entered_without_loading_textual() -> None:
    code = "import sys, workbench.tui; print('textual' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


def test_the_screens_open_before_reading_and_matching_are_loaded() -> None:
    """Together they take longer to load than everything that the first picture needs."""
    code = (
        "import sys, workbench.tui.app;"
        "print(sorted({'workbench.extract', 'workbench.match', 'numpy'} & set(sys.modules)), 'textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"


def _falls(words: str = "") -> int:
    raise ZeroDivisionError("a mistake")


def test_a_mistake_of_ours_ends_in_two_sentences(world, monkeypatch, capfd) -> None:
    monkeypatch.setattr(WorkbenchApp, "run", lambda self: App.run(self, headless=True))
    world.store.count_documents = _falls
    with pytest.raises(WorkbenchError, match="The screens stopped: ZeroDivisionError: a mistake"):
        run(world.desk)
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err


def test_threads_give_way_to_keys_while_the_screens_are_open(world, monkeypatch) -> None:
    """A thread that works keeps Python for one turn each time that a key's command waits for the database."""
    before, seen = sys.getswitchinterval(), []
    monkeypatch.setattr(WorkbenchApp, "run", lambda self: seen.append(sys.getswitchinterval()))
    run(world.desk)
    assert seen[0] <= before / 5
    assert sys.getswitchinterval() == before


def test_what_research_needs_can_be_loaded_beside_the_first_screen(world) -> None:
    world.desk.warm_up()
    rooms = ("importing.bulk_import", "importing.document_import", "formulas.formulas", "researching.research")
    assert {f"workbench.desk.{room}" for room in rooms} <= set(sys.modules)
