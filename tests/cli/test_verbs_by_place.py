"""A verb is one module of `workbench/cli`: it is found there, and no list names it."""

from pathlib import Path

import pytest

from workbench import cli
from workbench.cli.app import _WITHOUT_VERBS, IN_ORDER, command, verb_modules

ADDED = '''
def add_to(app):
    app.command()(hello)

def hello():
    """Say hello."""
    return 0
'''


def test_each_module_of_the_folder_has_a_verb_or_is_said_to_have_none():
    there = {path.stem for path in Path(cli.__path__[0]).glob("*.py")} - {"__init__"}
    with_verbs = {
        path.stem for path in Path(cli.__path__[0]).glob("*.py") if "\ndef add_to(" in path.read_text("utf-8")
    }
    assert there - with_verbs == _WITHOUT_VERBS
    assert {name for name in IN_ORDER if "." not in name} <= with_verbs
    assert len(verb_modules()) == len(with_verbs) + 1  # and the verbs of records, which have a folder


def test_a_module_that_is_added_brings_its_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "hello_verb.py").write_text(ADDED, encoding="utf-8")
    monkeypatch.setattr(cli, "__path__", [*cli.__path__, str(tmp_path)])
    command.cache_clear()
    try:
        assert command().commands["hello"].help == "Say hello."
    finally:
        command.cache_clear()
