"""Mutation: small changes to the code that a test must find, on a sample of the files of the rooms that work figures out.

Needs ``pip install mutmut``. ``WORKBENCH_MUTATION_SEED`` draws another sample, ``WORKBENCH_MUTATION_LINES`` a longer or shorter one,
``WORKBENCH_MUTATION_CHILDREN`` says how many processes run; survivors are printed, to be read and tested.
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
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(find_spec("mutmut") is None, reason="mutmut is not installed: pip install mutmut"),
]
ROOMS = {
    "core": ("core", "compare", "consistency", "match"),
    "compare": ("compare",),
    "match": ("match",),
    "consistency": ("consistency",),
}
"""Each room with the folders of tests that look for its mutants: its own, and for the nouns those of the rooms that work with them."""

LINES = int(os.environ.get("WORKBENCH_MUTATION_LINES", "150"))
"""Lines of a room that are sampled."""

CHILDREN = os.environ.get("WORKBENCH_MUTATION_CHILDREN", "2")

KILLED = 0.85
"""The share of mutants that a test finds: the goal."""

CONFIG = """
[tool.mutmut]
source_paths = ["workbench"]
only_mutate = {only}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-n0", "-p", "no:cacheprovider", "-p", "forgetting", "-o", "{unescaped}=true"]
also_copy = ["forgetting.py", "workbench", "sources", "tests", "sample_data", "README.md", "LICENSE"]
"""

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
"""
"""A plug-in of pytest: what a file remembers of the first run (words, titles) would hide its mutants from the runs after it."""


def _sample(room: str) -> list[str]:
    """Files of a room, drawn until they have some lines together."""
    files = sorted((ROOT / "workbench" / room).rglob("*.py"))
    Random(os.environ.get("WORKBENCH_MUTATION_SEED", "1")).shuffle(files)  # noqa: S311  (a sample, no secret)
    drawn, lines = [], 0
    for file in files:
        long = len(file.read_text("utf-8").splitlines())
        if long > 30 and lines < LINES:
            drawn.append(str(file.relative_to(ROOT)))
            lines += long
    return drawn


@pytest.mark.parametrize("room", ROOMS)
def test_most_small_changes_are_found(room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "mutants", "__pycache__"))
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
        only, tests = json.dumps(_sample(room)), json.dumps([f"tests/{name}" for name in ROOMS[room]])
        settings.write(CONFIG.format(only=only, tests=tests, unescaped=UNESCAPED))
    modules = [file.removesuffix(".py").replace("/", ".") for file in _sample(room)]
    (copy / "forgetting.py").write_text(FORGETTING.format(modules=modules), encoding="utf-8")
    run = [sys.executable, "-m", "mutmut"]
    made = subprocess.run(
        [*run, "run", "--max-children", CHILDREN], cwd=copy, capture_output=True, text=True, check=False
    )
    told = subprocess.run(
        [*run, "results", "--all", "true"], cwd=copy, capture_output=True, text=True, check=True
    ).stdout
    counted = Counter(re.findall(r": (killed|timeout|survived|no tests|suspicious|segfault)$", told, re.MULTILINE))
    found, all_ = counted["killed"] + counted["timeout"], sum(counted.values())
    with capsys.disabled():
        print(f"\n{room}: {found} of {all_} mutants found ({dict(counted)}), in {', '.join(_sample(room))}")  # noqa: T201
        print("\n".join(line for line in told.splitlines() if not line.endswith((": killed", ": timeout"))))  # noqa: T201
    assert all_, made.stdout[-2_000:] + made.stderr[-2_000:]
    assert found >= KILLED * all_
