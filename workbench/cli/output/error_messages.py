"""Turn errors into two sentences and an exit code; no traceback is shown."""

from __future__ import annotations

from contextlib import suppress

from workbench.core.errors import WorkbenchError
from workbench.core.hiding.passwords import without_passwords

STOPPED = 130
"""Exit code after Ctrl-C, by the convention of shells."""

FAULT = 70
"""Exit code after a bug of the workbench."""


def report_failure(error: BaseException) -> int:
    """Report an error to the user and return the exit code, which does not change if stderr is closed."""
    code, lines = _sentences(error)
    with suppress(OSError, ValueError):
        _say(lines)
    return code


def _say(lines: list[str]) -> None:
    from workbench.cli.output.standard_streams import say

    for line in lines:
        say(line)


def _sentences(error: BaseException) -> tuple[int, list[str]]:
    if isinstance(error, WorkbenchError):
        return error.exit_code, [line for line in (error.message, error.hint) if line]
    if isinstance(error, KeyboardInterrupt | EOFError):
        return STOPPED, ["Stopped. What was confirmed before is kept; run the same command again to go on."]
    if type(error).__name__ in {"Exit", "Abort"}:
        return int(getattr(error, "exit_code", 1)), []
    if hasattr(error, "format_message"):  # a usage error of the argument parser, not a WorkbenchError
        return 2, _usage(error)
    if _was_stopped(error):
        return _sentences(KeyboardInterrupt())
    if isinstance(error, MemoryError | RecursionError | OSError):
        return 2, [_machine(error), "Free some memory or disk space and try again; what was confirmed before is kept."]
    return FAULT, _unforeseen(error)


def _was_stopped(error: BaseException) -> bool:
    """Check whether Ctrl-C caused another error: Python 3.11 wraps it in one while a class is being created."""
    behind, seen = error.__cause__ or error.__context__, {id(error)}
    while behind is not None and id(behind) not in seen:
        if isinstance(behind, KeyboardInterrupt):
            return True
        seen.add(id(behind))
        behind = behind.__cause__ or behind.__context__
    return False


def _usage(error: BaseException) -> list[str]:
    """Return the parser's message, and which help page explains the verb."""
    said = str(getattr(error, "format_message", str)()).strip()
    command = getattr(getattr(error, "ctx", None), "command_path", "") or "workbench"
    if said.startswith("Usage:"):  # a group without a verb: its help is the message
        return [*said.splitlines(), "", f"{command} needs one of these commands."]
    where = "lists the commands; workbench COMMAND --help explains one" if command == "workbench" else "explains it"
    return [said or "That is not a command.", f"{command} --help {where}."]


def _machine(error: BaseException) -> str:
    why = getattr(error, "strerror", None) or str(error) or "it has no more memory"
    return f"The machine stopped the work: {why}."


def _unforeseen(error: BaseException) -> list[str]:
    """Report a bug of the workbench: the traceback goes to a file, the user gets two sentences."""
    import tempfile
    import traceback

    first = f"The workbench failed: {type(error).__name__}. Nothing that was confirmed is lost."
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="workbench-fault-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(without_passwords("".join(traceback.format_exception(error))))
    except OSError as full:
        return [first, f"Where it failed could not be written down ({full.strerror}); make room and try again."]
    return [first, f"Please report it with {file.name}, which says where."]
