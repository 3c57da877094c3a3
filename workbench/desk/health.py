"""Health checks: faults of the database, the archive, the index and the rating scales.

Nothing is repaired here: each check says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.core.errors import Problem, UnknownNameError, WorkbenchError
from workbench.desk import archive
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching
from workbench.desk.publication import overdue, published_pages

Parts = tuple[tuple[str, Callable[[], Iterable[Problem]]], ...]
"""The checks, by name."""


def check(ports: DeskPorts) -> Sequence[Problem]:
    """Check all parts of the desk and return the faults. A part that cannot be checked does not hide the others."""
    rest: Parts = (
        ("catalogue", lambda: ports.catalogue.problems),
        ("rating scales", lambda: (*ports.scales.problems, *_scale_in_use(ports))),
    )
    return [*check_kept(ports), *_all(rest), *_all((("published verdicts", lambda: overdue.overdue(ports)),))]


def check_kept(ports: DeskPorts) -> Sequence[Problem]:
    """Check the database, the archive, and whether they agree."""
    return _all(
        (
            ("database", ports.store.check),
            ("archive", lambda: archive.check(ports)),
            ("attachments", lambda: attaching.faults(ports)),
            ("published pages", lambda: published_pages.all_faults(ports)),
        )
    )


def _all(parts: Parts) -> Sequence[Problem]:
    return [problem for where, part in parts for problem in _found(where, part)]


def _found(where: str, part: Callable[[], Iterable[Problem]]) -> Sequence[Problem]:
    try:
        return list(part())
    except WorkbenchError as error:
        return [error.as_problem(where)]


def _scale_in_use(ports: DeskPorts) -> Iterator[Problem]:
    """Yield a problem where the configured scale is missing, which stops every verdict."""
    try:
        ports.scales.scale(ports.scale)
    except UnknownNameError as error:
        yield error.as_problem("rating scale", "unknown-scale")
