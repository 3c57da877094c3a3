"""Two figures put to one cell of a series: one of them is of another time, and is not refuted by it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

START = (sys.executable, "-m", "workbench")
FIGURES = """series,title,unit,place,time,value
mine:a,Manufacturing employment as a proportion of total employment,%,GBR,2000,16.9
mine:a,Manufacturing employment as a proportion of total employment,%,GBR,2018,8.9
"""


def answered(folder: Path, text: str) -> str:
    """The outcome that the command line gives for a text said in Britain in 2019."""
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    record = {"id": "1", "text": text, "date": "2019-05-01", "place": "GBR"}
    ran = subprocess.run(
        [
            *START,
            "--db",
            str(folder / "d.db"),
            "--offline",
            "check",
            "--records",
            "--data",
            str(folder / "figures.csv"),
        ],
        input=json.dumps(record),
        capture_output=True,
        text=True,
        check=True,
    )
    outcome: str = json.loads(ran.stdout)["outcome"]
    return outcome


def test_a_time_that_was_not_read_refutes_nothing_where_its_figure_is_told_besides(tmp_path):
    """One worker in six stood in a factory in my father's day. In 2018 it was one in eleven."""
    said = "One worker in six worked in manufacturing in my father's day. In 2018 it was one in eleven."
    assert answered(tmp_path, said) == "undecided"


def test_a_figure_that_stands_alone_is_refuted_as_before(tmp_path):
    """In 2018 one worker in six worked in manufacturing."""
    assert answered(tmp_path, "In 2018 one worker in six worked in manufacturing.") == "contradicted"
