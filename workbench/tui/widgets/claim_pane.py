"""The pane of the claim's reading."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction
from workbench.core.prior_checks import CheckedElsewhere
from workbench.tui.lines.claim import Seen, claim_lines
from workbench.tui.lines.line import line, say
from workbench.tui.widgets.pane import Pane, PaneRow


class ClaimPane(Pane):
    """Shows the slots of a claim, its assumptions, its worth, and earlier sightings."""

    TOPIC = "reading"

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Claim", id=id)
        self._claim: Claim | None = None
        self._seen: Sequence[Seen] | None = None
        self._heard_at = ""
        self._elsewhere: Sequence[CheckedElsewhere] = ()
        self._put_right: Sequence[Correction] = ()
        self._decided = ""

    def show(  # noqa: PLR0917  (all that the pane says)
        self,
        claim: Claim,
        seen: Sequence[Seen] | None,
        heard_at: str = "",
        elsewhere: Sequence[CheckedElsewhere] = (),
        put_right: Sequence[Correction] = (),
        decided: str = "",
    ) -> None:
        """Show a claim with its time code, fact checks by others, corrections and precedents.

        `seen` has earlier sightings; None before they were searched.
        """
        if self._claim is None or self._claim.id != claim.id:
            self.scroll_to(y=0, animate=False)
        self._claim, self._seen, self._heard_at, self._elsewhere = claim, seen, heard_at, elsewhere
        self._put_right, self._decided = put_right, decided
        self.rebuild()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a text has any height)
        """Return the lines of the pane."""
        if self._claim is None:
            return ()
        lines = claim_lines(self._claim, self._seen, self._heard_at, self._elsewhere, self._put_right)
        lines += [line(say(self._decided, "head"))] if self._decided else []
        return [PaneRow(each, 2) for each in lines]
