"""The house stands: the top level is the client's, and the floors hold."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRAME = {"pyproject.toml", "workbench", "sources", "tests", "README.md", "sample_data", "LICENSE"}


def test_the_top_level_is_the_clients_frame():
    """Only what the client's layout names, LICENSE and dot-files are tracked at the top."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    if not any(tracked):  # an unpacked source archive has no git
        tracked = [path.name for path in ROOT.iterdir()]
    tops = {path.split("/")[0] for path in tracked if path}
    assert {top for top in tops if not top.startswith(".")} <= FRAME


def test_every_room_says_why_it_exists():
    """Each package opens with a docstring."""
    for init in [*ROOT.glob("workbench/**/__init__.py"), ROOT / "sources" / "__init__.py"]:
        assert init.read_text(encoding="utf-8").startswith('"""'), init
