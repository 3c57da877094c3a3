"""Mutation: small changes to the code that a test must find, on a sample of the mutants of the rooms that work figures out.

Needs ``pip install mutmut``. Each mutant is tried with the tests that run its function, the short ones first, up to the first failure.
``WORKBENCH_MUTATION_SEED`` draws another sample, ``WORKBENCH_MUTATION_SIZE`` more or fewer mutants, ``WORKBENCH_MUTATION_LINES`` from
more or fewer files, and ``WORKBENCH_MUTATION_CHILDREN`` says how many processes run: a mutant takes one to three seconds of one, and
making those of a room and learning which test runs what one to three minutes. Survivors are printed with what they change, to be read
and tested.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(7_200),
    pytest.mark.skipif(find_spec("mutmut") is None, reason="mutmut is not installed: pip install mutmut"),
]
ROOMS = {
    "core": ("core", "compare", "consistency", "match"),
    "compare": ("compare",),
    "match": ("match",),
    "consistency": ("consistency",),
}
"""Each room with the folders of tests that look for its mutants: its own, and for the nouns those of the rooms that work with them."""

SEED = os.environ.get("WORKBENCH_MUTATION_SEED", "1")
LINES = int(os.environ.get("WORKBENCH_MUTATION_LINES", "1500"))
"""Lines of the files of a room that are drawn."""

SIZE = int(os.environ.get("WORKBENCH_MUTATION_SIZE", "100"))
"""Mutants that are tried, drawn from all mutants of these files."""

CHILDREN = os.environ.get("WORKBENCH_MUTATION_CHILDREN", "2")

KILLED = 0.85
"""The share of mutants that a test finds: the goal."""

CONFIG = """
[tool.mutmut]
source_paths = ["workbench"]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-n0", "-p", "no:cacheprovider", "-p", "forgetting", "--timeout=0", "-o", "{unescaped}=true"]
timeout_constant = 15.0
timeout_multiplier = 4.0
also_copy = ["forgetting.py", "sources", "tests", "sample_data", "README.md", "LICENSE"]
"""
"""A mutant has four times as long as its tests take, and a minute: it may run for ever, and the machine may have other work."""

UNESCAPED = "disable_test_id_escaping_and_forfeit_all_rights_to_community_support"
"""A setting of pytest: mutmut asks for tests by their names, and one in Cyrillic letters would not be found by its escaped name."""

FORGETTING = """
import gc
from functools import _lru_cache_wrapper


def pytest_sessionstart():
    gc.unfreeze()
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and kept.__module__ in {modules}:
            kept.cache_clear()


def pytest_make_parametrize_id(val):
    if isinstance(val, bytes) or (isinstance(val, str) and not val.isprintable()):
        return (val if isinstance(val, bytes) else val.encode("utf-8", "surrogatepass")).hex()[:40] or "empty"
"""
"""A plug-in of pytest: what a file remembers of the first run (words, titles) would hide its mutants from the runs after it.

What cannot be printed has no name of a test without its escapes.
"""

NO_MUTANT = "none"
"""The name of no mutant: mutmut makes all mutants, learns which test runs which function, and tries none."""

FOUND = {"killed", "timeout", "suspicious", "segfault"}


def _files(room: str) -> list[str]:
    """Return files of a room, drawn until they have some lines together."""
    files = sorted((ROOT / "workbench" / room).rglob("*.py"))
    Random(SEED).shuffle(files)  # noqa: S311  (a sample, no secret)
    lines = accumulate((len(file.read_text("utf-8").splitlines()) for file in files), initial=0)
    return [str(file.relative_to(ROOT)) for file, before in zip(files, lines, strict=False) if before < LINES]


def _prepared(room: str, copy: Path) -> Path:
    """Return a copy of the tree with the settings of mutmut."""
    files = _files(room)
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "mutants", "__pycache__"))
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
        tests = json.dumps([f"tests/{name}" for name in ROOMS[room]])
        settings.write(CONFIG.format(files=json.dumps(files), tests=tests, unescaped=UNESCAPED))
    modules = [file.removesuffix(".py").replace("/", ".") for file in files]
    (copy / "forgetting.py").write_text(FORGETTING.format(modules=modules), encoding="utf-8")
    return copy


def _mutmut(copy: Path, *words: str) -> str:
    """Return what mutmut prints."""
    run = [sys.executable, "-m", "mutmut", *words]
    made = subprocess.run(run, cwd=copy, capture_output=True, text=True, check=False)
    return made.stdout + made.stderr


def _sample(copy: Path) -> list[str]:
    """Mutants drawn from all mutants of the files."""
    made = (json.loads(file.read_text("utf-8")) for file in (copy / "mutants").rglob("*.meta"))
    names = sorted(name for file in made for name in file["exit_code_by_key"])
    return Random(SEED).sample(names, min(SIZE, len(names)))  # noqa: S311  (a sample, no secret)


def _change(copy: Path, name: str) -> str:
    """Return the lines that a mutant changes."""
    lines = _mutmut(copy, "show", name).splitlines()
    return "\n".join(line for line in lines if re.match(r"[-+](?![-+])", line))


@pytest.mark.parametrize("room", ROOMS)
def test_most_small_changes_are_found(room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = _prepared(room, tmp_path / "copy")
    made = _mutmut(copy, "run", "--max-children", CHILDREN, NO_MUTANT)
    names = _sample(copy)
    assert names, made[-4_000:]
    made = _mutmut(copy, "run", "--max-children", CHILDREN, *names)
    told = dict(re.findall(r"^\s*(\S+): (.+)$", _mutmut(copy, "results", "--all", "true"), re.MULTILINE))
    counted = Counter(told[name] for name in names)
    found = sum(counted[how] for how in FOUND)
    with capsys.disabled():
        print(f"\n{room}: {found} of {len(names)} mutants found ({dict(counted)})")  # noqa: T201  (the figures)
        for name in sorted(name for name in names if told[name] not in FOUND):
            print(f"{name}: {told[name]}\n{_change(copy, name)}")  # noqa: T201  (the survivors, to be read)
    assert not counted["not checked"], made[-4_000:]
    assert found >= KILLED * len(names)
