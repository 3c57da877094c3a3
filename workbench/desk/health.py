"""Is all well? What a person should know of the database, the archive, the index and the rating scales.

Nothing here mends anything: it says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.core.errors import Problem, UnknownNameError, WorkbenchError
from workbench.desk import archive
from workbench.desk.tools import Tools


def check(tools: Tools) -> Sequence[Problem]:
    """Looks over everything that lies on the desk; nothing where all is well. What cannot be looked over hides nothing else."""
    parts: tuple[tuple[str, Callable[[], Iterable[Problem]]], ...] = (
        ("database", tools.store.check),
        ("archive", lambda: archive.check(tools)),
        ("catalogue", lambda: tools.catalogue.problems),
        ("rating scales", lambda: (*tools.scales.problems, *_scale_in_use(tools))),
    )
    return [problem for where, part in parts for problem in _found(where, part)]


def _found(where: str, part: Callable[[], Iterable[Problem]]) -> Sequence[Problem]:
    try:
        return list(part())
    except WorkbenchError as error:
        return [error.as_problem(where)]


def _scale_in_use(tools: Tools) -> Iterator[Problem]:
    """A configured scale that is not there stops every verdict."""
    try:
        tools.scales.scale(tools.scale)
    except UnknownNameError as error:
        yield error.as_problem("rating scale", "unknown-scale")
