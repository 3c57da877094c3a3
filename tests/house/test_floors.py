"""What the contracts of imports cannot say: no circle of files, every room on a floor, and no face that reaches through the desk."""

from __future__ import annotations

import ast
import re
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
FACES = ("cli", "tui")


def test_no_two_files_import_each_other():
    """Not by way of others either, be the imports put off into functions or there for their types alone."""
    graph = grimp.build_graph("workbench", "sources", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        pytest.fail(f"These import each other in a circle: {' <- '.join(error.args[1])}")


def test_no_two_rooms_of_a_folder_import_each_other():
    """Rooms side by side in a folder, files and folders alike, have an order in which each imports only from those below."""
    graph = grimp.build_graph("workbench", "sources", cache_dir=None)
    pairs = ((one, other) for one in graph.modules for other in graph.find_modules_directly_imported_by(one))
    rooms: dict[str, dict[str, set[str]]] = {}
    for one, other in pairs:
        if (beside := fork(one.split("."), other.split("."))) is not None:
            folder, importing, imported = beside
            rooms.setdefault(folder, {}).setdefault(importing, set()).add(imported)
    assert len(rooms) > 50
    for folder, imports in rooms.items():
        try:
            TopologicalSorter(imports).prepare()
        except CycleError as error:
            pytest.fail(f"In {folder} these rooms import each other in a circle: {' <- '.join(error.args[1])}")


def fork(one: list[str], other: list[str]) -> tuple[str, str, str] | None:
    """Return the folder that two modules share, and the room of each in it; None where one is the folder of the other."""
    shared = next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), 0)
    return (".".join(one[:shared]), one[shared], other[shared]) if shared else None


MOST = 42


def test_no_folder_holds_more_files_than_one_looks_through():
    """What grows past that is parted into rooms by what its files do."""
    folders = {path.parent for room in ("workbench", "sources") for path in (ROOT / room).rglob("*.py")}
    assert {str(each.relative_to(ROOT)) for each in folders if len(list(each.glob("*.py"))) > MOST} == set()


def _floors() -> list[str]:
    """Return the rooms of each floor, the top one first, as the contract of the floors has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors: list[str] = next(
        each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["name"].startswith("Floors")
    )
    return floors


def test_the_readme_draws_each_room_on_its_floor():
    """The drawing of the house is that of the contracts, floor by floor, from the top; and it names the rooms of `extract` and `compare`."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## The house\n")[2]
    wanted = [{room.strip().removeprefix("workbench.") for room in floor.split("|")} for floor in _floors()]
    drawn = re.split(r"\n *\d+  ", "\n" + readme.partition("```\n")[2].partition("```")[0])[1:]
    # the two floors of testing are drawn as one
    wanted[1:3] = [wanted[1] | wanted[2]]
    assert len(drawn) == len(wanted)
    for rooms, words in zip(wanted, drawn, strict=True):
        assert {room for room in rooms if not re.search(rf"\b{room}\b", words)} == set()
    for house in ("extract", "compare"):
        rooms = {path.parent.name for path in (ROOT / "workbench" / house).glob("*/__init__.py")}
        told = readme.partition(f"`{house}` has")[2].partition(". ")[0].partition(".\n")[0]
        assert {room for room in rooms if room not in told} == set()


def test_every_room_stands_on_a_floor():
    """A file or folder that is added to the package is named by the contract of the floors."""
    named = {room for floor in _floors() for room in re.split(r"[ |]+", floor)}
    packages = {init.parent.name for init in ROOT.glob("workbench/*/__init__.py")}
    modules = {file.stem for file in ROOT.glob("workbench/*.py") if not file.stem.startswith("__")}
    assert {f"workbench.{room}" for room in packages | modules} | {"sources"} == named


@pytest.mark.parametrize("face", FACES)
def test_no_face_reaches_through_the_desk(face: str):
    """What a face needs is a method of the desk: it never asks the store or the archive behind it."""
    reaching = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "workbench" / face).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"ports", "_ports"}
    ]
    assert reaching == []
