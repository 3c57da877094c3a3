"""Run verbs of the command line inside line mode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.cli.options.arguments import arranged
from workbench.cli.output.error_messages import report_failure

NOT_HERE = frozenset({"tui", "serve"})
"""Verbs that need the whole terminal."""


class ShellVerbs:
    """The verbs that can be typed.

    Args:
        parser: The command line.
        shared: The shared options with which line mode was started.
    """

    def __init__(self, parser: Any, shared: Sequence[str]) -> None:
        self._parser, self._shared = parser, tuple(shared)
        self.names = sorted(name for name, verb in parser.commands.items() if not verb.hidden and name not in NOT_HERE)

    def run(self, words: Sequence[str]) -> None:
        """Run a verb with the options of line mode; print errors."""
        try:
            with self._parser.make_context("workbench", arranged([*self._shared, *words])) as context:
                self._parser.invoke(context)
        except BaseException as error:  # noqa: BLE001  (a verb ends line mode in no case)
            report_failure(error)
