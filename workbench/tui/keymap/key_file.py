"""Read the user's file of keys, and write one that explains what each key does.

::

    [bench]
    note = "m"
    next = ["j", "space"]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.core.encoding.toml_reader import read_toml
from workbench.core.errors import Problem, UsageError, printable
from workbench.tui.command_keys import EVERY
from workbench.tui.keymap.key_check import checked
from workbench.tui.keymap.key_names import file_key
from workbench.tui.keymap.keymap import Keymap

"""Most bytes of the file."""

LARGEST = 100_000
"""Most bytes of the file."""

_BARE = re.compile(r"[A-Za-z0-9_-]+$")


class KeyFileError(UsageError):
    """A file of keys that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} {why}.", "Mend it, or move it away; the usual keys hold until then.")


def read_keymap(path: Path | None) -> Keymap:
    """Read the keymap of a file; the usual keys where there is none.

    The keymap's `problems` say what is wrong with it.
    """
    if path is None or not path.exists():
        return Keymap()
    try:
        return _read(_table(path))
    except KeyFileError as error:
        return Keymap(problems=(error.as_problem("file of keys", "broken-keys"),))


def _table(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        raise KeyFileError(path, f"cannot be read: {error.strerror or 'it is no file'}") from error
    if len(body) > LARGEST:
        raise KeyFileError(path, "is too long for a file of keys")
    try:
        return read_toml(body.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise KeyFileError(path, "is not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        raise KeyFileError(path, f"is not TOML: {error}") from error


def _read(table: Mapping[str, Any]) -> Keymap:
    wanted: dict[str, Sequence[str]] = {}
    problems = []
    for name, value in _flat(table):
        keys = _keys(value)
        if keys is None:
            hint = 'Write a key in quotes, such as "n", or several in brackets.'
            problems.append(Problem(printable(name, 60), "Its key is not a text.", hint, "no-key"))
        else:
            wanted[name] = keys
    return checked(wanted, problems)


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the entries of a nested table, by their full names."""
    for name, value in table.items():
        whole = f"{before}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{whole}.")
        else:
            yield whole, value


def _keys(value: object) -> Sequence[str] | None:
    """Split an entry into keys: a text with commas between several, or a list of texts."""
    if isinstance(value, str):
        return [value] if len(value) == 1 else [each.strip() for each in value.split(",") if each.strip()]
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    return None


def keymap_toml(keymap: Keymap, path: Path) -> str:
    """Write the present keys as TOML that can be saved, changed and read again, with what each does."""
    parts: dict[str, list[str]] = {}
    for command in EVERY.values():
        part, _, name = command.id.partition(".")
        keys = [file_key(key) for key in keymap.keys(command)]
        value = json.dumps(keys[0] if len(keys) == 1 else keys, ensure_ascii=False)
        means = "" if command.means == "Give this rating." else command.means
        name = name if _BARE.match(name) else json.dumps(name, ensure_ascii=False)
        parts.setdefault(part, []).append(f"{name} = {value}{f'  # {printable(means, 300)}' if means else ''}")
    head = (
        f"# The keys of the screens. Save this as {printable(path)}, change what you like and leave the rest out.",
        '# A key is a character ("n", "/") or a name ("enter", "f2", "ctrl+n"); several stand in brackets.',
    )
    return "\n".join([*head, *(f"\n[{part}]\n" + "\n".join(lines) for part, lines in parts.items())]) + "\n"
