"""The keys of the screens on the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path

KEYS = Path("home") / "claim-workbench" / "keys.toml"


def test_the_keys_are_printed_as_a_file_that_can_be_saved_and_edited(workbench, home: Path) -> None:
    printed = workbench("keys")
    assert (printed.code, printed.err) == (0, "")
    assert str(home / KEYS) in printed.out.splitlines()[0]
    table = tomllib.loads(printed.out)
    assert table["bench"]["note"] == "n"
    assert table["screen"]["manual"] == "f1"
    file = home / KEYS
    file.parent.mkdir(parents=True)
    file.write_text(printed.out.replace('note = "n"', 'note = "m"'), encoding="utf-8")
    again = workbench("keys")
    assert (again.code, again.err) == (0, "")
    assert tomllib.loads(again.out)["bench"]["note"] == "m"
    assert tomllib.loads(workbench("keys", "--usual").out)["bench"]["note"] == "n"


def test_for_scripts_a_command_a_line(workbench) -> None:
    records = {record["command"]: record for record in workbench("keys", "--json").records}
    assert records["bench.note"] == {
        "command": "bench.note", "keys": ["n"], "usual": ["n"], "means": "Write a note; it goes with the rating.",
        "twin": "workbench rate CLAIM RATING --note …",
    }  # fmt: skip


def test_keys_lie_beside_the_configuration_that_is_in_force(workbench, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('reviewer = "ana"', encoding="utf-8")
    (tmp_path / "keys.toml").write_text('[bench]\nnote = "x"\nfoo = "y"', encoding="utf-8")
    ran = workbench("--config", tmp_path / "own.toml", "keys")
    assert ran.code == 0
    assert tomllib.loads(ran.out)["bench"]["note"] == "n"
    assert "! bench.note: x would be the key of bench.note and bench.export at the same time." in ran.err
    assert "! bench.foo: There is no command of that name." in ran.err


def test_doctor_names_what_does_not_hold(workbench, home: Path) -> None:
    file = home / KEYS
    file.parent.mkdir(parents=True)
    file.write_text("[bench", encoding="utf-8")
    assert "is not TOML" in workbench("doctor").err
