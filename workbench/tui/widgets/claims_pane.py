"""The pane of the document's claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.message import Message

from workbench.core.claim import Claim
from workbench.ports import ClaimRow
from workbench.tui.command_keys import CLAIMS, bindings
from workbench.tui.lines.list_rows import claim_lines
from workbench.tui.widgets.pane import Pane, PaneRow


class ClaimsPane(Pane):
    """Lists claims with their stages; the cursor is the selected claim."""

    TOPIC = "reading"

    BINDINGS = bindings(CLAIMS)

    class Stepped(Message):
        """Another claim was selected."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, ratings: Mapping[str, str], *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Claims", id=id)
        self._ratings = ratings
        self._claims: Sequence[Claim] = ()
        self._rows: Mapping[str, ClaimRow] = {}
        self._heard: Sequence[str] = ()
        self._at = 0

    def show(self, claims: Sequence[Claim], rows: Mapping[str, ClaimRow], at: int, heard: Sequence[str] = ()) -> None:
        """Show the claims, their rows, the number (from 1) of the selected one, and their time codes, if recorded."""
        self._claims, self._rows, self._at, self._heard = claims, rows, at, heard
        self.rebuild()
        self.reveal(at)

    @property
    def cursor(self) -> int | None:
        """The selected claim, from 1."""
        return self._at

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a list has any height)
        """Return one row per claim."""
        lines = claim_lines(self._claims, self._rows, self._at, self._ratings, width, heard=self._heard)
        return [PaneRow(line, owner=n) for n, line in enumerate(lines, start=1)]

    def on_click(self, event: events.Click) -> None:
        """Select the claim under the pointer."""
        owner = self.owner_at(event.y)
        if owner is not None:
            self.action_step(owner - self._at)

    def action_step(self, by: int) -> None:
        """Post that another claim was selected."""
        self.post_message(self.Stepped(by))
