"""How a newsroom's own settings reach its desk."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_a_team_weighs_the_worth_of_claims_otherwise(workbench, home: Path, statements: Path):
    config = home / "config.toml"
    config.write_text("[worth]\nfigure = 0.0\nmeasure = 5\n")
    workbench("import", str(statements), "--config", str(config))
    shown = workbench("show", workbench("claims", "--json").records[0]["id"], "--json").records[0]
    weights = {part["name"]: part["weight"] for part in shown["worth_parts"]}
    assert weights["figure"] == 0
    assert weights["measure"] > 0.8
    assert sum(weights.values()) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[worth]\nfigrue = 1", "Did you mean figure?"),
        ("[worth]\nfigure = -1", "from 0 upwards"),
        ('[worth]\nfigure = "much"', "figure = 0.4"),
        ("worth = 3", "figure = 0.4"),
        ("scale = 5", "is not a text"),
        ("scales = [", "is not TOML"),
        ("publsiher = 1", "Did you mean publisher?"),
    ],
)
def test_a_slip_in_the_file_is_a_sentence_with_a_next_step(
    workbench, home: Path, statements: Path, line: str, words: str
):
    config = home / "config.toml"
    config.write_text(line)
    ran = workbench("import", str(statements), "--config", str(config))
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_the_plain_scale(workbench, home: Path, statements: Path):
    config = home / "config.toml"
    config.write_text('scale = "plain"\nreviewer = "ben"\n')
    workbench("import", str(statements))
    claim = workbench("claims", "--json").records[0]["id"]
    assert "Supported" in workbench("rate", claim, "supported", "--config", str(config)).out
    assert "Did you mean" in workbench("rate", claim, "suported", "--config", str(config)).err
