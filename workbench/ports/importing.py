"""Result of an import: what was added and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.core.errors import Problem


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported: where it stands, and why, in two sentences."""

    origin: str
    line: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    rows: int = 0
    documents: int = 0
    claims: int = 0
    already: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = field(default=())
