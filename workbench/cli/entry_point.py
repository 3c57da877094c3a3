"""The entry point: run one command, and always end with an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from workbench.cli.keyboard_interrupt import raise_dropped_stops
from workbench.cli.options.arguments import arranged
from workbench.cli.output.error_messages import report_failure


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    raise_dropped_stops()
    raise SystemExit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run a command; return its exit code. No traceback reaches a user."""
    from workbench.cli.output.standard_streams import open_streams

    open_streams()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output closed the pipe
        code = 0
    except BaseException as error:  # noqa: BLE001  (the one place where no traceback may pass)
        code = report_failure(error)
    _leave_quietly()
    return code


def _invoke(arguments: Sequence[str]) -> int:
    from workbench.cli.app import command

    parser = command()
    with parser.make_context("workbench", arranged(arguments)) as context:
        outcome = parser.invoke(context)
    return outcome if isinstance(outcome, int) else 0


def _leave_quietly() -> None:
    """Close streams that cannot be written any more, so that the interpreter reports no error at exit."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (OSError, ValueError):
            with suppress(OSError):
                setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  (to the end of the process)
