"""The command line: verbs, stdout and stderr, exit codes.

Whatever a screen can do, a command can do, and scripts rely on what is printed here. stdout carries data,
stderr carries talk. A verb imports what it needs inside itself, so that ``--help`` is quick.
"""

from __future__ import annotations

import gc

GARBAGE_THRESHOLD = 50_000
"""Garbage collector threshold: nearly all that a command loads and reads stays to its end."""


def main() -> None:
    """Run a command and end the process with its exit code; Ctrl-C while it is still being loaded ends it quietly."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        from workbench.cli.entry_point import main as run_and_leave

        run_and_leave()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["main"]
