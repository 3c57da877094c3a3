"""Result of an import: what was added and what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.errors import Problem

LEFT_OUT = "left-out"
"""The kind of the problem that names a file that was left out."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported: where it is, and why, in two sentences.

    Attributes:
        origin: The file as shown.
        line: The line where the row starts, from 1; 0 for a whole file.
        message: Why.
        hint: What to do.
        fields: The row's cells, by field name; empty where the cells cannot be separated.
        raw: The raw row, where its cells cannot be separated.
    """

    origin: str
    line: int
    message: str
    hint: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import."""

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
