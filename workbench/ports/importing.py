"""Result of an import: what was added and what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.errors import Problem

LEFT_OUT = "left-out"
"""The kind of the problem that names a file that was left out."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported: where it stands, and why, in two sentences.

    Attributes:
        origin: The file as shown.
        line: The line where the row starts, from 1; 0 for a whole file.
        message: Why.
        hint: What to do.
        fields: What the row holds, by the names of the fields; empty where its cells cannot be told apart.
        raw: The row as it stands, where its cells cannot be told apart.
    """

    origin: str
    line: int
    message: str
    hint: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    rows: int = 0
    documents: int = 0
    claims: int = 0
    already: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = field(default=())

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """The files of a folder that are no speeches, each with why."""
        return tuple(problem for problem in self.problems if problem.kind == LEFT_OUT)
