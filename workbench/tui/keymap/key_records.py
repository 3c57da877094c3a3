"""The present keys as records for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.tui.command_keys import EVERY
from workbench.tui.keymap.key_names import file_key
from workbench.tui.keymap.keymap import Keymap, usual_keys


def key_records(keymap: Keymap) -> Iterator[dict[str, Any]]:
    """Yield each command with its keys, its usual keys, its description, and its twin on the command line."""
    for command in EVERY.values():
        yield {
            "command": command.id,
            "keys": [file_key(key) for key in keymap.keys(command)],
            "usual": [file_key(key) for key in usual_keys(command)],
            "means": command.means,
            "twin": command.twin or None,
        }
