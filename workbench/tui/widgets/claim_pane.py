"""The claim as it was read."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction
from workbench.core.prior_checks import Elsewhere
from workbench.tui.lines.claim import Seen, claim_lines
from workbench.tui.lines.line import line, say
from workbench.tui.widgets.pane import Pane, PaneRow


class ClaimPane(Pane):
    """Shows the slots of a claim, what was assumed, its worth, and where the same was said before."""

    TOPIC = "reading"

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Claim", id=id)
        self._claim: Claim | None = None
        self._seen: Sequence[Seen] | None = None
        self._heard_at = ""
        self._elsewhere: Sequence[Elsewhere] = ()
        self._put_right: Sequence[Correction] = ()
        self._decided = ""

    def show(  # noqa: PLR0917  (all that the pane says)
        self,
        claim: Claim,
        seen: Sequence[Seen] | None,
        heard_at: str = "",
        elsewhere: Sequence[Elsewhere] = (),
        put_right: Sequence[Correction] = (),
        decided: str = "",
    ) -> None:
        """Take a claim, when it is heard, what others found, what was put right and how its like were decided; ``seen`` is None while nobody has looked for repeats."""
        if self._claim is None or self._claim.id != claim.id:
            self.scroll_to(y=0, animate=False)
        self._claim, self._seen, self._heard_at, self._elsewhere = claim, seen, heard_at, elsewhere
        self._put_right, self._decided = put_right, decided
        self.rebuild()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a text has any height)
        """Return the slots, a line each."""
        if self._claim is None:
            return ()
        lines = claim_lines(self._claim, self._seen, self._heard_at, self._elsewhere, self._put_right)
        lines += [line(say(self._decided, "head"))] if self._decided else []
        return [PaneRow(each, 2) for each in lines]
