"""The Problem on rows that cannot be read: how many they are, never what they may have said."""

from __future__ import annotations

from workbench.core.errors import Problem


def bad_rows(title: str, count: int) -> tuple[Problem, ...]:
    """Return the Problem of so many rows that were left out; none where there are none.

    >>> [str(problem) for problem in (*bad_rows("FRED", 2), *bad_rows("FRED", 0))]
    ['FRED: 2 rows of its answer cannot be read. They were left out.']
    """
    if not count:
        return ()
    return (Problem(title, f"{count} rows of its answer cannot be read.", "They were left out.", "bad-row"),)
