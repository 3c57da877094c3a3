"""The pane of series that may measure the claim, with the progress of research."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.message import Message

from workbench.core.errors import Problem
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.series import SeriesRef
from workbench.desk.catalogue.search_summary import WHOLE_LISTS
from workbench.ports import CandidateRow, Progress, Researched
from workbench.tui.command_keys import CANDIDATES, bindings
from workbench.tui.lines.candidates import (
    candidate_lines,
    counts,
    invitation,
    offered_lines,
    problem_lines,
    progress_lines,
)
from workbench.tui.lines.line import line
from workbench.tui.widgets.pane import Pane, PaneRow
from workbench.tui.workers.catalogue_download import offer

ROOMY = 52
"""Width in cells from which a source's full name is shown. Below it, the short name is."""


class CandidatesPane(Pane):
    """Lists candidates, of which one is selected; the cursor stays on its series when answers arrive."""

    TOPIC = "ranking"

    BINDINGS = bindings(CANDIDATES)

    class Picked(Message):
        """Another candidate was selected."""

    class Unfolded(Message):
        """The selected candidate was unfolded, so its figures are needed."""

    class Chosen(Message):
        """The reviewer accepted or rejected the selected candidate as a measure of the claim."""

        def __init__(self, *, measures: bool) -> None:
            super().__init__()
            self.measures = measures

    def __init__(self, title_of: Callable[[str], str], *, live: bool, id: str) -> None:  # noqa: A002  (Textual's own name)
        """Take a function that returns the printed title of a source, and whether the services are asked."""
        super().__init__("Candidates", id=id)
        self._title_of, self._live = title_of, live
        self._sources: Mapping[str, str] = {}
        self._claim = ""
        self._rows: Sequence[CandidateRow] = ()
        self._problems: Sequence[Problem] = ()
        self._progress: Sequence[Progress] = ()
        self._searched, self._looked = "", False
        self._at = 0
        self._unfolded: set[SeriesRef] = set()
        self._offered: Sequence[SavedFormula] = ()

    def show(
        self, claim: str, researched: Researched | None, progress: Sequence[Progress], *, place: bool = False
    ) -> None:
        """Show the result of research (None before it) and the progress of a running one.

        The cursor stays on its series; with `place` it stays on its position, for when the selected series was moved
        down. For a claim shown for the first time, it is on the best candidate that has figures, or whose service
        failed.
        """
        held = self.in_hand.candidate.series.ref if self.in_hand and claim == self._claim else None
        if claim != self._claim:
            self._claim, self._unfolded = claim, set()
            self.scroll_to(y=0, animate=False, immediate=True)  # `reveal` below scrolls relative to this
        self._rows = researched.candidates if researched else ()
        self._sources = {name: self._title_of(name) for name in {row.candidate.series.ref.source for row in self._rows}}
        self._problems = researched.loose if researched and not progress else ()
        self._progress, self._looked = progress, researched is not None
        self._searched = researched.searched.replace(WHOLE_LISTS, offer()) if researched else ""
        at = min(self._at, max(0, len(self._rows) - 1)) if place else 0
        if not place:
            at = next(
                (n for n, row in enumerate(self._rows) if row.candidate.series.ref == held),
                _first_shown(researched, live=self._live),
            )
        self._at = at
        ahead_mark = " · researched ahead" if researched and researched.ahead else ""
        self.note = f"{counts(self._rows)}{ahead_mark}" if self._looked else ""
        self.head()
        self.rebuild()
        self.call_after_refresh(self.reveal, self._at)  # other widgets may move or shrink the pane

    def offer(self, formulas: Sequence[SavedFormula]) -> None:
        """Show saved formulas of similar claims, before the candidates."""
        if formulas != self._offered:
            self._offered = formulas
            self.rebuild()

    @property
    def in_hand(self) -> CandidateRow | None:
        """The candidate under the cursor."""
        return self._rows[self._at] if self._at < len(self._rows) else None

    @property
    def cursor(self) -> int | None:
        """The position of the selected candidate, from 0."""
        return self._at

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a list has any height)
        """Return the lines: progress, candidates, problems, and what was searched."""
        owned = candidate_lines(self._rows, self._at, self._unfolded, self._sources if width >= ROOMY else {})
        listed = [PaneRow(each.line, each.hang, each.owner) for each in owned]
        asking = [PaneRow(line, 2) for line in progress_lines(self._progress)]
        doubts = [PaneRow(line, 2) for line in problem_lines(self._problems)]
        if not self._rows and not self._progress:
            listed = [PaneRow(line) for line in invitation(self._searched, looked=self._looked, live=self._live)]
        elif self._searched and not any(row.candidate.usable for row in self._rows):
            listed = [PaneRow(line(self._searched)), *listed]
        formulas = [PaneRow(line, 2) for line in offered_lines(self._offered)]
        return [*formulas, *asking, *listed, *doubts]

    def on_click(self, event: events.Click) -> None:
        """Select the candidate under the pointer."""
        owner = self.owner_at(event.y)
        if owner is not None:
            self.action_pick(owner - self._at)

    def action_pick(self, by: int) -> None:
        """Select the next candidate, or the one before."""
        at = max(0, min(len(self._rows) - 1, self._at + by))
        if at != self._at:
            self._at = at
            self.rebuild()
            self.reveal(at)
            self.post_message(self.Picked())

    def action_unfold(self) -> None:
        """Show or hide why the selected candidate has its rank."""
        if self.in_hand is None:
            return
        self._unfolded ^= {self.in_hand.candidate.series.ref}
        self.rebuild()
        self.reveal(self._at)
        if self.in_hand.candidate.series.ref in self._unfolded:
            self.post_message(self.Unfolded())

    def take(self, ref: SeriesRef) -> None:
        """Select a series, if it is among the candidates."""
        at = next((n for n, row in enumerate(self._rows) if row.candidate.series.ref == ref), self._at)
        self.action_pick(at - self._at)

    def action_choose(self, measures: bool) -> None:
        """Accept or reject the selected candidate as a measure of the claim."""
        self.post_message(self.Chosen(measures=measures))


def _first_shown(researched: Researched | None, *, live: bool) -> int:
    """Return the position, from 0, of the best candidate that has figures or whose service failed; 0 where there is none.

    With stored answers only, a missing answer is no failure.
    """
    if researched is None:
        return 0
    measured = {found.id for found in researched.findings if found.measured is not None}
    rows = enumerate(researched.candidates)
    return next((n for n, row in rows if row.finding in measured or (live and row.failed)), 0)
