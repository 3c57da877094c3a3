"""Notices of a source: those that affect the comparison, and those for information.

A service's warning that nobody sees is worth nothing. Each Problem that came with a series' figures goes
with every finding on them. What may make the comparison itself wrong (a frozen table, projections among the figures, another
scale, another territory) is a caveat; the rest (a member chosen by rule, an answer from the archive) is a note. A kind that is
not known here is a note, so that a new adapter's words are never dropped.
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
"""The kinds that may make a comparison wrong."""

DECIDING = frozenset({"open-group", "part-unnamed"})
"""The kinds that leave a comparison open: the figure may be that of a part, and a part stands for no whole."""


def of_named(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return notices about a series that the reviewer chose. Her choice of a part leaves nothing open.

    >>> of_named([Problem("own.csv", "a part.", "", "part-unnamed"), Problem("own.csv", "old.", "", "stale")])
    (Problem(where='own.csv', message='old.', hint='', kind='stale'),)
    """
    return tuple(problem for problem in problems if problem.kind != "part-unnamed")


WHAT_TO_DO = "what-to-do"
"""The kind of a note that tells the person at the desk what to do about a caveat; the caveat itself is for readers too."""

_SAY_AGE = frozenset({"frozen-table", "series-behind", "stale"})


@dataclass(frozen=True, slots=True)
class SourceNotices:
    """Notices of a source, divided into caveats of findings and notes of the source."""

    caveats: tuple[Caveat, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def doubts(self) -> tuple[Caveat, ...]:
        """What leaves every comparison open."""
        return tuple(caveat for caveat in self.caveats if caveat.kind in DECIDING)

    @property
    def names_age(self) -> bool:
        """Whether the source itself says that its figures are old."""
        return any(caveat.kind in _SAY_AGE for caveat in self.caveats)


def sorted_notices(problems: Sequence[Problem]) -> SourceNotices:
    """Sort source notices by whether they bear on the arithmetic; each stands once, and what to do about a caution is a note.

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
