"""The verdict bar: what the digits give, what stands, and the one question before publishing."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.verdict import RatingScale, Verdict
from workbench.tui.lines.verdict import question_lines, rating_line, standing_line
from workbench.tui.widgets.pane import Pane, Row


class VerdictBar(Pane, can_focus=False):
    """Shows the rating keys and the standing verdict; asks before something goes out."""

    def __init__(self, scale: RatingScale, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Verdict", id=id)
        self._scale = scale
        self._verdict: Verdict | None = None
        self._figures: int | None = None

    def show(self, verdict: Verdict) -> None:
        """Takes the verdict of the claim in hand; a question that was asked is put away."""
        self._verdict, self._figures = verdict, None
        self.title = "Verdict"
        self.head()
        self.rebuild()

    def ask(self, figures: int) -> None:
        """Asks whether to publish, saying how many figures will be recomputed."""
        self._figures = figures
        self.title = "Publish?"
        self.head()
        self.rebuild()

    @property
    def asking(self) -> bool:
        """Whether a question stands."""
        return self._figures is not None

    def rows(self, width: int, height: int) -> Sequence[Row]:  # noqa: ARG002  (three lines at most)
        """The question, or keys and standing verdict."""
        if self._verdict is None:
            return ()
        if self._figures is not None:
            return [Row(line) for line in question_lines(self._verdict, self._scale, self._figures)]
        return [Row(rating_line(self._scale, self._verdict.rating)), Row(standing_line(self._verdict, self._scale))]
