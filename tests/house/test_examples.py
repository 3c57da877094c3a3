"""The examples in docstrings are true, in every room, and no rule of reading is without one."""

from __future__ import annotations

import ast
import doctest
import importlib
import linecache
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.each import each

ROOT = Path(__file__).parents[2]
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _told() -> Iterator[str]:
    """Yield every module that holds an example, by its dotted name."""
    for folder in ("workbench", "sources"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if ">>> " in file.read_text(encoding="utf-8"):
                yield ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = tuple(_told())


def _written(file: str) -> int:
    """Return how many examples stand in the docstrings of a file, whatever wraps the functions that bear them."""
    nodes = ast.walk(ast.parse(Path(file).read_text(encoding="utf-8")))
    docs = (ast.get_docstring(node) or "" for node in nodes if isinstance(node, DOCUMENTED))
    return sum(len(doctest.DocTestParser().get_examples(doc)) for doc in docs)


@pytest.fixture
def files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have doctest take the files of this run as they are: for each module it would ask after all that were ever looked at."""
    monkeypatch.setattr(linecache, "checkcache", lambda filename=None: None)


@each("name", MODULES)
@pytest.mark.usefixtures("files_stay")
def test_the_examples_of_a_module_hold_and_none_is_passed_over(name: str) -> None:
    module = importlib.import_module(name)
    tried = doctest.testmod(module)
    assert tried.failed == 0
    assert tried.attempted == _written(module.__file__ or "") > 0


@each("room", ["core", "extract", "match", "compare", "readers", "store", "export", "desk"])
def test_a_room_has_examples_that_run(room: str) -> None:
    assert any(name.startswith(f"workbench.{room}.") for name in MODULES)


def test_every_rule_of_reading_shows_by_example_what_it_reads() -> None:
    """Each public function of a module in `workbench/extract` has an example in its docstring."""
    bare = [
        f"{file.name}: {node.name}"
        for file in sorted((ROOT / "workbench" / "extract").glob("*.py"))
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if not doctest.DocTestParser().get_examples(ast.get_docstring(node) or "")
    ]
    assert bare == []
