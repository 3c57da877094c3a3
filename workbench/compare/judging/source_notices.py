"""Notices of a source: sorts those that affect the comparison from those for information.

A service's warning is worthless if nobody sees it. So each Problem that came with a series' figures goes with every
finding on them. What may make the comparison wrong (a frozen table, projections among the figures, another scale,
another territory) is a caveat; the rest (a member chosen by rule, an answer from the archive) is a note. An unknown
kind is a note, so that the words of a new adapter are never dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.errors import Problem
from workbench.core.finding import Caveat

BEARING = frozenset(
    {
        "column-guessed",
        "figure-twice",
        "formula-cached",
        "frozen-table",
        "has-forecast",
        "marks-guessed",
        "may-be-forecast",
        "member-alone",
        "mirror-lags",
        "open-group",
        "part-unnamed",
        "place-as-origin",
        "place-guessed",
        "place-wider",
        "series-behind",
        "several-units",
        "split-figure",
        "stale",
        "too-many-rows",
        "two-scales",
        "zero-for-missing",
    }
)
"""Kinds of notices that may make a comparison wrong."""

DECIDING = frozenset({"open-group", "part-unnamed"})
"""Kinds that leave a comparison open: the figure may be that of a part, which does not represent the whole."""


def of_named(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Drop the notice of an unnamed part for a series that the reviewer chose herself: her choice is deliberate.

    >>> of_named([Problem("own.csv", "a part.", "", "part-unnamed"), Problem("own.csv", "old.", "", "stale")])
    (Problem(where='own.csv', message='old.', hint='', kind='stale'),)
    """
    return tuple(problem for problem in problems if problem.kind != "part-unnamed")


WHAT_TO_DO = "what-to-do"
"""Kind of a note that tells the reviewer what to do about a caveat; the caveat itself is for readers too."""

_SAY_AGE = frozenset({"frozen-table", "series-behind", "stale"})


@dataclass(frozen=True, slots=True)
class SourceNotices:
    """Notices of a source, split into caveats of findings and notes."""

    caveats: tuple[Caveat, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def doubts(self) -> tuple[Caveat, ...]:
        """The caveats that leave every comparison open."""
        return tuple(caveat for caveat in self.caveats if caveat.kind in DECIDING)

    @property
    def names_age(self) -> bool:
        """Whether the source itself states that its figures are old."""
        return any(caveat.kind in _SAY_AGE for caveat in self.caveats)


def sorted_notices(problems: Sequence[Problem]) -> SourceNotices:
    """Split source notices into caveats and notes, each once; advice on a caveat becomes a note.

    >>> notices = sorted_notices([Problem("Eurostat", "it ends in 2019.", "", "frozen-table"), Problem("x", "fetched.", "", "from-archive")])
    >>> [caveat.says for caveat in notices.caveats], [note.kind for note in notices.notes]
    (['Eurostat: it ends in 2019.'], ['from-archive'])
    """
    each = tuple(dict.fromkeys(problems))
    bearing = [problem for problem in each if problem.kind in BEARING]
    to_do = (Problem(problem.where, problem.hint, "", WHAT_TO_DO) for problem in bearing if problem.hint)
    return SourceNotices(
        tuple(dict.fromkeys(Caveat(problem.kind, problem.says) for problem in bearing)),
        (*(problem for problem in each if problem.kind not in BEARING), *dict.fromkeys(to_do)),
    )
