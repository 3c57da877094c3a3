"""The way in: global options wherever they stand, one place where errors become two sentences and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from workbench.core.errors import WorkbenchError

WITH_VALUE = ("--db", "--config", "--samples")
PLAIN = ("--offline", "--quiet")


def hoist(arguments: Sequence[str]) -> list[str]:
    """Puts the global options first, so that ``workbench claims --db x`` is ``workbench --db x claims``.

    Everything after ``--`` is left as it is.

    >>> hoist(["claims", "--db", "x.db", "--json"])
    ['--db', 'x.db', 'claims', '--json']
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in WITH_VALUE:
            front += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word in PLAIN or word.startswith(tuple(f"{option}=" for option in WITH_VALUE)):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and ends the process with its exit code."""
    raise SystemExit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: Sequence[str]) -> int:
    """Runs a command; gives its exit code. No traceback reaches a user."""
    from workbench.cli.app import command
    from workbench.cli.output import say, to_utf8

    to_utf8()
    try:
        outcome = command()(args=hoist(arguments), prog_name="workbench", standalone_mode=False)
    except WorkbenchError as error:
        say(error.message)
        if error.hint:
            say(error.hint)
        return error.exit_code
    except (KeyboardInterrupt, EOFError):
        say("Stopped. What was confirmed before is kept; run the same command again to go on.")
        return 130
    except BrokenPipeError:
        _close_stdout()
        return 0
    except Exception as error:  # noqa: BLE001  (the one place where no traceback may pass)
        return _foreign(error)
    return outcome if isinstance(outcome, int) else 0


def _foreign(error: Exception) -> int:
    """What the argument parser and the operating system raise, as sentences."""
    from workbench.cli.output import say

    show = getattr(error, "format_message", None)
    if show is not None:  # a usage error of the argument parser, which is no WorkbenchError
        say(str(show()) or "That is not a command.")
        say("workbench --help lists the commands; workbench COMMAND --help explains one.")
        return 2
    if type(error).__name__ in {"Exit", "Abort"}:
        return int(getattr(error, "exit_code", 1))
    if isinstance(error, MemoryError | RecursionError | OSError):
        say(f"The machine stopped the work: {error}.")
        say("Free some memory or disk space and try again; what was confirmed before is kept.")
        return 2
    return _unforeseen(error)


def _unforeseen(error: Exception) -> int:
    """A fault of ours: the traceback goes to a file, the reviewer gets two sentences."""
    import tempfile
    import traceback

    from workbench.cli.output import say

    with tempfile.NamedTemporaryFile(
        "w", prefix="workbench-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        traceback.print_exception(error, file=file)
    say(f"The workbench failed: {type(error).__name__}. Nothing that was confirmed is lost.")
    say(f"Please report it with {file.name}, which says where.")
    return 70


def _close_stdout() -> None:
    """Whoever read our output went away; keeps the interpreter from complaining about it at exit."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  (lives to the end of the process)
