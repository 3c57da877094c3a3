"""Is all well? What a person should know of the database, the archive, the index and the rating scales.

Nothing here mends anything: it says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.errors import Problem, UnknownNameError
from workbench.desk import archive
from workbench.desk.tools import Tools


def check(tools: Tools) -> Sequence[Problem]:
    """Looks over everything that lies on the desk; nothing where all is well."""
    return [
        *tools.store.check(),
        *archive.check(tools),
        *tools.catalogue.problems,
        *tools.scales.problems,
        *_scale_in_use(tools),
    ]


def _scale_in_use(tools: Tools) -> Iterator[Problem]:
    """A configured scale that is not there stops every verdict."""
    try:
        tools.scales.scale(tools.scale)
    except UnknownNameError as error:
        yield error.as_problem("rating scale", "unknown-scale")
