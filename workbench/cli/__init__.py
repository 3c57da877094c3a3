"""The command line: its commands (verbs), what they print, and their exit codes.

Whatever a screen can do, a command can do, and scripts rely on what is printed here: data on stdout, messages on
stderr. A verb imports what it needs inside its function, so that ``--help`` is quick.
"""

from __future__ import annotations

import gc
import os

GARBAGE_THRESHOLD = 50_000
"""Garbage collector threshold; high, since nearly all objects of a command live until its end."""


def main() -> None:
    """Run a command and end the process with its exit code; Ctrl-C while modules are still loading ends it quietly."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    # numpy reads this when it is loaded: by one thread a score is the same to the last digit on each machine, and products as
    # small as ours take half the processor time
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from workbench.cli.entry_point import main as run_and_leave

        run_and_leave()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except SystemExit as ended:
        from workbench.cli.output.process_end import leave

        leave(ended.code)
        raise


__all__ = ["main"]
