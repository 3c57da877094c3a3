"""The Problem about unreadable rows: only their number, never a guess at their contents."""

from __future__ import annotations

from workbench.core.errors import Problem


def bad_rows(title: str, count: int) -> tuple[Problem, ...]:
    """Return the Problem about a number of rows that were left out; empty for zero.

    >>> [str(problem) for problem in (*bad_rows("FRED", 2), *bad_rows("FRED", 0))]
    ['FRED: 2 rows of its answer cannot be read. They were left out.']
    """
    if not count:
        return ()
    return (Problem(title, f"{count} rows of its answer cannot be read.", "They were left out.", "bad-row"),)
