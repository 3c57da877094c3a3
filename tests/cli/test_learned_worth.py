"""A desk that learns, by command."""

from __future__ import annotations

from pathlib import Path


def _speech(home: Path) -> Path:
    said = [f"Unemployment fell by {n} percent in Bitola." for n in range(10, 23)]
    said += [f"The museum has {n} paintings in Ohrid." for n in range(300, 312)]
    file = home / "speech.txt"
    file.write_text(" ".join(said))
    return file


def _decided(workbench, home: Path) -> list[dict]:
    workbench("import", str(_speech(home)))
    rows = workbench("claims", "--json").records
    for row in rows:
        if "museum" in row["context"]:
            assert workbench("defer", row["id"]).out == f"{row['id']} is deferred.\n"
        else:
            workbench("rate", row["id"], "false")
    return rows


def test_the_part_is_shown_where_it_is_asked_for_and_only_there(workbench, home: Path):
    rows = _decided(workbench, home)
    config = home / "config.toml"
    config.write_text("[worth]\nlearn = true\n")
    museum = next(row["id"] for row in rows if "museum" in row["context"])
    parts = workbench("show", museum, "--json", "--config", str(config)).records[0]["worth_parts"]
    assert parts[-1]["name"] == "your desk"
    assert "claims about museum were taken 0 of" in parts[-1]["because"]
    assert "your desk: claims about" in workbench("show", museum, "--config", str(config)).out
    learnt = {row["id"]: row["worth"] for row in workbench("claims", "--json", "--config", str(config)).records}
    assert learnt[museum] < next(row["worth"] for row in rows if row["id"] == museum)
    assert {row["id"]: row["worth"] for row in workbench("claims", "--json").records} == {
        row["id"]: row["worth"] for row in rows
    }


def test_learn_is_true_or_false(workbench, home: Path):
    config = home / "config.toml"
    config.write_text('[worth]\nlearn = "yes"\n')
    ran = workbench("claims", "--config", str(config))
    assert ran.code == 2
    assert "learn = true" in ran.err


def test_few_decisions_say_so(workbench, home: Path):
    config = home / "config.toml"
    config.write_text("[worth]\nlearn = true\n")
    workbench("import", str(_speech(home)))
    claim = workbench("claims", "--json").records[0]["id"]
    assert "0 claims were taken and 0 deferred here" in workbench("show", claim, "--config", str(config)).out
